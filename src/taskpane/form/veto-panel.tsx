import { Button, makeStyles } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Verdict } from '../../assessment/assessment';
import { fill } from '../../locales/fill';
import { describeCitation } from '../../locales/describe-citation';
import { VETO_ITEMS } from '../../standard/veto-items';
import type { FormAnswer } from '../../workbook/plan-answers';
import { INPUT_SHEETS } from '../../workbook/sheet-names';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SegmentedChoice } from '../segmented-choice';
import { AnswerBar } from './answer-bar';
import type { FormDetail } from './form-detail';
import { draftKey, itemKey, useFormMemory, withMember } from './form-memory';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';
import { ItemFindings } from './item-findings';
import { PlaceButton } from './place-button';

const YES = '是';
const NO = '否';

const useStyles = makeStyles({
  matter: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingBlock: '6px' },
  line: { display: 'flex', columnGap: '8px', alignItems: 'flex-start' },
});

const keyOf = (number: number): string => draftKey(itemKey('veto', number), 'exists');

/** 一票否决: whether each matter exists, and the answers to fill in. */
export function VetoPanel({
  check,
  detail,
  onWritten,
}: {
  readonly check: WorkbookCheck;
  readonly detail: FormDetail;
  readonly onWritten: () => void;
}): ReactElement {
  const styles = useStyles();
  const form = useFormStyles();
  const page = usePageStyles();
  const { session, language } = usePane();
  const texts = useFormTexts();
  const [memory, change] = useFormMemory(session);
  const list = useRef<HTMLUListElement>(null);
  const missing = detail.missing.veto;
  const matters = VETO_ITEMS.map((item) => {
    const known = check.form.veto?.find((one) => one.item.number === item.number);
    return { item, exists: known?.exists ?? null, cell: known?.cell ?? null };
  });
  const [first] = VETO_ITEMS;
  const focus = memory.focus;
  useEffect(() => {
    if (focus?.startsWith('veto ') !== true) return;
    const field = list.current?.querySelector(`[data-matter="${focus}"] input`);
    if (field instanceof HTMLElement) field.focus();
  }, [focus]);

  const drafts = matters.flatMap(({ item }): FormAnswer[] => {
    const typed = memory.drafts.get(keyOf(item.number)) ?? '';
    return typed === '' ? [] : [{ target: { kind: 'veto', matter: item.number }, content: typed }];
  });
  const fold = (): void => {
    const isOther = (key: string): boolean => !key.startsWith('veto ');
    change({
      drafts: new Map([...memory.drafts].filter(([key]) => isOther(key))),
      editing: new Set([...memory.editing].filter(isOther)),
      focus: null,
    });
  };
  return (
    <div className={form.panel}>
      <ItemFindings
        findings={detail.sheetFindings.veto.filter(({ code }) => code !== 'veto-exists')}
      />
      {missing.length > 0 && (
        <Button
          size="small"
          className={form.small}
          icon={<EditRegular />}
          onClick={() => {
            const keys = missing.map((number) => itemKey('veto', number));
            change({ editing: new Set([...memory.editing, ...keys]), focus: keys[0] ?? null });
          }}
        >
          {fill(texts.missing.fillAll, { count: missing.length })}
        </Button>
      )}
      {check.form.veto === null && detail.sheetFindings.veto.length === 0 && (
        <p className={page.caption}>{fill(texts.editor.newSheet, { sheet: INPUT_SHEETS.veto })}</p>
      )}
      <ul ref={list} className={`${page.plainList} ${form.list}`}>
        {matters.map(({ item, exists, cell }) => {
          const key = itemKey('veto', item.number);
          const editing = memory.editing.has(key);
          const name = language === 'zh-CN' ? item.name.zh : item.name.en;
          const known = exists === null ? '' : exists ? YES : NO;
          const judgement: Verdict = exists === null ? 'unjudged' : exists ? 'fail' : 'pass';
          return (
            <li key={item.number} data-matter={key} className={`${form.line} ${styles.matter}`}>
              <div className={styles.line}>
                <span className={form.name}>
                  {item.number} {name}
                </span>
                <span className={form.status}>
                  <JudgementMark judgement={judgement}>
                    {exists === null
                      ? texts.veto.unanswered
                      : exists
                        ? texts.veto.exists
                        : texts.veto.absent}
                  </JudgementMark>
                </span>
              </div>
              {editing && (
                <SegmentedChoice
                  label={fill(texts.veto.question, { matter: name })}
                  showLabel={false}
                  value={memory.drafts.get(keyOf(item.number)) ?? known}
                  options={[
                    { value: NO, label: texts.editor.no },
                    { value: YES, label: texts.editor.yes },
                  ]}
                  onChange={(value) => {
                    const changed = new Map(memory.drafts);
                    if (value === known) changed.delete(keyOf(item.number));
                    else changed.set(keyOf(item.number), value);
                    change({ drafts: changed });
                  }}
                />
              )}
              <div className={page.row}>
                {!editing && (
                  <Button
                    size="small"
                    aria-label={`${exists === null ? texts.item.fillIn : texts.item.change} ${name}`}
                    onClick={() => {
                      change({ editing: withMember(memory.editing, key, true), focus: key });
                    }}
                  >
                    {exists === null ? texts.item.fillIn : texts.item.change}
                  </Button>
                )}
                {cell !== null && <PlaceButton place={cell} />}
              </div>
            </li>
          );
        })}
      </ul>
      {first !== undefined && (
        <span className={page.caption}>
          {describeCitation({ ...first.citation, item: '' }, check.standard, language)}
        </span>
      )}
      <AnswerBar
        sheet={INPUT_SHEETS.veto}
        answers={drafts}
        faulty={0}
        onDiscard={fold}
        onWritten={() => {
          fold();
          onWritten();
        }}
      />
    </div>
  );
}
