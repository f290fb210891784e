import { Button, Input, makeStyles } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import { judgeSurvey } from '../../assessment/judge-survey';
import type { SurveyField, SurveyNumber, SurveyRow } from '../../assessment/judge-survey';
import { describeCitation } from '../../locales/describe-citation';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import { RECOGNITION_RULE } from '../../standard/recognition-rule';
import { SURVEY_COLUMNS } from '../../workbook/input-columns';
import type { FormAnswer } from '../../workbook/plan-answers';
import { INPUT_SHEETS } from '../../workbook/sheet-names';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { useTableStyles } from '../table-styles';
import { AnswerBar } from './answer-bar';
import type { FormDetail } from './form-detail';
import { draftKey, itemKey, useFormMemory, withMember } from './form-memory';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';
import { ItemFindings } from './item-findings';
import { shownNumber } from './item-sentence';
import { PlaceButton } from './place-button';
import { readCount } from './read-draft';

type Group = 'total' | 'parents';

const GROUPS: readonly Group[] = ['total', 'parents'];
const FIELDS = ['issued', 'valid', 'satisfied', 'visited', 'visitedSatisfied'] as const;
const KEY = itemKey('recognition', 1);
const NOWHERE = { sheet: '', cell: '' };

const useStyles = makeStyles({
  input: { minWidth: '0', width: '76px' },
  group: { width: '84px' },
});

/** 社会认可度: the satisfaction of each group against the bound, and its counts to fill in. */
export function SurveyPanel({
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
  const table = useTableStyles();
  const { session, language } = usePane();
  const texts = useFormTexts();
  const [memory, change] = useFormMemory(session);
  const body = useRef<HTMLTableSectionElement>(null);
  const remarks = useId();
  const judged = check.form.recognition;
  const editing = memory.editing.has(KEY);
  const takesFocus = memory.focus === KEY;
  useEffect(() => {
    if (takesFocus) body.current?.querySelector('input')?.focus();
  }, [takesFocus, editing]);

  const rowOf = (group: Group): SurveyRow | undefined =>
    judged?.rows.find(({ kind }) => kind === group);
  const draftOf = (group: Group, field: SurveyField): string | undefined =>
    memory.drafts.get(draftKey(KEY, `${group} ${field}`));
  const standing = (group: Group, field: SurveyField): string => {
    const value = rowOf(group)?.numbers.get(field)?.value ?? null;
    return value === null ? '' : String(value);
  };
  const headingOf = (field: SurveyField): string => {
    const column = SURVEY_COLUMNS.find((one) => one.field === field);
    return (language === 'zh-CN' ? column?.heading : column?.headingEn) ?? field;
  };

  const drafted = useMemo(() => {
    const answers: FormAnswer[] = [];
    const faults: { readonly key: string; readonly finding: ReturnType<typeof readCount> }[] = [];
    const rows = new Map<Group, Map<SurveyField, SurveyNumber>>();
    for (const group of GROUPS) {
      const known = new Map(judged?.rows.find(({ kind }) => kind === group)?.numbers ?? []);
      for (const field of FIELDS) {
        const typed = memory.drafts.get(draftKey(KEY, `${group} ${field}`)) ?? '';
        if (typed.trim() === '') continue;
        const read = readCount(headingOf(field), typed);
        if (read.content === null) {
          faults.push({ key: `${group} ${field}`, finding: read });
        } else {
          answers.push({ target: { kind: 'survey', group, field }, content: read.content });
          known.set(field, {
            value: read.content,
            usable: true,
            written: read.content,
            cell: NOWHERE,
          });
        }
      }
      if (known.size > 0) rows.set(group, known);
    }
    return { answers, faults, rows };
    // The headings follow from the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [judged, memory.drafts, language]);

  const preview = useMemo(() => {
    if (drafted.answers.length === 0) return null;
    const others = judged?.rows.filter(({ kind }) => kind === 'other') ?? [];
    const named = { total: '计', parents: '其中家长' } as const;
    const rows = [...drafted.rows].map(([kind, numbers]): SurveyRow => ({
      group: named[kind],
      kind,
      numbers,
      cell: NOWHERE,
    }));
    const { verdict, findings } = judgeSurvey(
      [...rows, ...others],
      INPUT_SHEETS.recognition,
      RECOGNITION_RULE,
    );
    return { verdict, findings };
  }, [drafted, judged]);

  const fold = (): void => {
    change({
      drafts: new Map([...memory.drafts].filter(([key]) => !key.startsWith(KEY))),
      editing: withMember(memory.editing, KEY, false),
      focus: null,
    });
  };
  const rates = judged?.rates ?? [];
  const place = rates.find(({ cell }) => cell !== null)?.cell ?? rowOf('total')?.cell ?? null;
  return (
    <div className={form.panel}>
      <ul className={page.plainList}>
        {rates.map(({ group, by, percent, holds }) => {
          const words = { group: texts.survey.groups[group], way: texts.survey.ways[by] };
          return (
            <li key={`${group} ${by}`} className={page.caption}>
              <JudgementMark judgement={holds === null ? 'unjudged' : holds ? 'pass' : 'fail'}>
                {percent === null
                  ? fill(texts.survey.unknown, words)
                  : fill(texts.survey.rate, { ...words, percent: formatDecimal(percent, 2) })}
              </JudgementMark>{' '}
              {fill(texts.survey.required, { percent: RECOGNITION_RULE.atLeast })}
            </li>
          );
        })}
      </ul>
      <ItemFindings findings={detail.sheetFindings.recognition} />
      {judged === null && detail.sheetFindings.recognition.length === 0 && (
        <p className={page.caption}>
          {fill(texts.editor.newSheet, { sheet: INPUT_SHEETS.recognition })}
        </p>
      )}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.heading}>
              {texts.survey.cell}
            </th>
            {GROUPS.map((group) => (
              <th
                key={group}
                scope="col"
                className={`${table.heading} ${table.number} ${styles.group}`}
              >
                {texts.survey.groups[group]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {FIELDS.map((field) => (
            <tr key={field}>
              <th scope="row" className={table.rowHeading}>
                {headingOf(field)}
              </th>
              {GROUPS.map((group) => {
                const known = standing(group, field);
                const faulty = drafted.faults.some(({ key }) => key === `${group} ${field}`);
                return (
                  <td key={group} className={table.number}>
                    {editing ? (
                      <Input
                        className={styles.input}
                        size="small"
                        inputMode="numeric"
                        autoComplete="off"
                        maxLength={20}
                        aria-label={fill(texts.survey.field, {
                          group: texts.survey.groups[group],
                          field: headingOf(field),
                        })}
                        {...(faulty ? { 'aria-invalid': true, 'aria-describedby': remarks } : {})}
                        value={draftOf(group, field) ?? known}
                        onChange={(_, { value }) => {
                          const drafts = new Map(memory.drafts);
                          const key = draftKey(KEY, `${group} ${field}`);
                          if (value.trim() === known) drafts.delete(key);
                          else drafts.set(key, value);
                          change({ drafts });
                        }}
                      />
                    ) : known === '' ? (
                      <span className={form.blank}>{texts.item.blank}</span>
                    ) : (
                      shownNumber(Number(known))
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div id={remarks}>
        <ItemFindings findings={drafted.faults.flatMap(({ finding }) => finding.findings)} />
      </div>
      {preview !== null && (
        <div role="status" className={page.caption}>
          <JudgementMark judgement={preview.verdict}>
            {fill(texts.editor.preview, { verdict: texts.verdicts[preview.verdict] })}
          </JudgementMark>
          <ItemFindings findings={preview.findings} />
        </div>
      )}
      <span className={page.caption}>
        {describeCitation(RECOGNITION_RULE.citation, check.standard, language)}
      </span>
      <div className={page.row}>
        <Button
          size="small"
          icon={<EditRegular />}
          onClick={() => {
            change({
              editing: withMember(memory.editing, KEY, !editing),
              focus: editing ? null : KEY,
            });
          }}
        >
          {editing ? texts.item.done : judged === null ? texts.item.fillIn : texts.item.change}
        </Button>
        {place !== null && <PlaceButton place={place} />}
      </div>
      <AnswerBar
        sheet={INPUT_SHEETS.recognition}
        answers={drafted.answers}
        faulty={drafted.faults.length}
        onDiscard={fold}
        onWritten={() => {
          fold();
          onWritten();
        }}
      />
    </div>
  );
}
