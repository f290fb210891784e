import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { FormValue } from '../../assessment/form-entry';
import { judgeItems } from '../../assessment/judge-items';
import { fill } from '../../locales/fill';
import { blanksOf } from '../../standard/form-item';
import type { FormBlank } from '../../standard/form-item';
import { INPUT_SHEETS } from '../../workbook/sheet-names';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePane } from '../pane-context';
import { BlankEditor } from './blank-editor';
import type { FieldRemark } from './blank-editor';
import type { FormDetail, ItemDetail } from './form-detail';
import { draftKey, itemKey } from './form-memory';
import { describeBelowItem, ItemFindings } from './item-findings';
import { shownNumber, shownValue } from './item-sentence';
import { readDraft } from './read-draft';
import { useFormTexts } from './form-texts';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '8px',
    rowGap: '8px',
    alignItems: 'end',
  },
});

/** What a field shows before anything is typed: what stands in the cell. */
export function standing(blank: FormBlank, value: FormValue | undefined): string {
  if (value === undefined) return '';
  if (!value.usable) return value.written === null ? '' : String(value.written);
  return value.number === null || blank.kind === 'level'
    ? (shownValue(blank, value) ?? '')
    : String(value.number);
}

/** The fields of one item, and what the item comes to with what was typed. */
export function ItemEditor({
  check,
  detail,
  facts,
  drafts,
  takesFocus,
  onType,
}: {
  readonly check: WorkbookCheck;
  readonly detail: ItemDetail;
  readonly facts: FormDetail['facts'];
  readonly drafts: ReadonlyMap<string, string>;
  readonly takesFocus: boolean;
  readonly onType: (blank: FormBlank, typed: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { language } = usePane();
  const texts = useFormTexts();
  const fields = useRef<HTMLDivElement>(null);
  const { item, values, places } = detail.judgement;
  const { part, number } = item;
  const key = itemKey(part, number);
  useEffect(() => {
    if (!takesFocus) return;
    const first = fields.current?.querySelector('input, select');
    if (first instanceof HTMLElement) first.focus();
  }, [takesFocus]);

  const readings = useMemo(
    () =>
      new Map(
        blanksOf(item).flatMap((blank) => {
          const typed = drafts.get(draftKey(key, blank.key)) ?? '';
          return typed.trim() === '' ? [] : [[blank.key, readDraft(blank, typed)] as const];
        }),
      ),
    [item, key, drafts],
  );
  const preview = useMemo(() => {
    const merged = new Map(values);
    for (const [blank, { value }] of readings) merged.set(blank, value);
    const { detail: judged, findings } = judgeItems(
      [item],
      {
        sheet: INPUT_SHEETS[part],
        values: new Map([[number, merged]]),
        places: new Map([[number, places]]),
      },
      facts,
      check.standard.switches,
    );
    return {
      judgement: judged[0] ?? detail.judgement,
      findings: findings.filter(
        ({ code }) => code !== 'item-missing' && code !== 'school-item-not-met',
      ),
    };
  }, [check, detail, facts, item, number, part, places, readings, values]);

  const remarkOn = (blank: FormBlank): FieldRemark | null => {
    const reading = readings.get(blank.key);
    const [finding] = reading?.findings ?? [];
    if (finding !== undefined) {
      const text = describeBelowItem(finding, item, check.standard, language);
      return { state: reading?.content === null ? 'error' : 'none', text };
    }
    const computed = preview.judgement.computed.get(blank.key);
    if (reading !== undefined || computed === undefined || values.has(blank.key)) return null;
    const value = shownNumber(Number(computed.toFixed(2)));
    return { state: 'none', text: fill(texts.editor.computed, { value }) };
  };
  return (
    <>
      <div
        ref={fields}
        className={
          item.rules.some(({ kind }) => kind === 'monitoring') ? styles.pairs : styles.fields
        }
      >
        {blanksOf(item).map((blank) => (
          <BlankEditor
            key={blank.key}
            blank={blank}
            typed={drafts.get(draftKey(key, blank.key)) ?? standing(blank, values.get(blank.key))}
            remark={remarkOn(blank)}
            onType={(typed) => {
              onType(blank, typed);
            }}
          />
        ))}
      </div>
      {readings.size > 0 && (
        <div role="status">
          <JudgementMark judgement={preview.judgement.verdict}>
            {fill(texts.editor.preview, { verdict: texts.verdicts[preview.judgement.verdict] })}
          </JudgementMark>
          <ItemFindings findings={preview.findings} item={item} />
        </div>
      )}
    </>
  );
}
