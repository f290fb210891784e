import type { Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { VetoAnswer } from '../assessment/judge-veto';
import type { CellReference } from '../assessment/school';
import type { VetoItem } from '../standard/veto-items';
import { cellText, isBlank } from './cell-text';
import { VETO_COLUMNS } from './input-columns';
import { inputSheet, readInputTable } from './input-table';
import { normaliseText } from './normalise-text';
import { isNoteLabel } from './row-labels';
import { INPUT_SHEETS } from './sheet-names';
import type { SheetHead, WorkbookSource } from './source';

/** What the sheet 一票否决 holds; `answers` null: nobody answered anything. */
export interface ReadVeto {
  readonly sheet: string;
  readonly answers: ReadonlyMap<number, VetoAnswer> | null;
  readonly places: ReadonlyMap<number, CellReference>;
  readonly findings: readonly Finding[];
}

/** Words that say a matter exists, and words that say it does not; capitals for Latin letters. */
export const EXISTENCE_WORDS: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['是', '有', '存在', '发生', '已发生', '有发生', 'Y', 'YES', 'TRUE', '√', '✓', '✔', '1'],
  no: [
    '否',
    '无',
    '没有',
    '不存在',
    '未发生',
    '没有发生',
    '无此情况',
    '不是',
    '未发现',
    'N',
    'NO',
    'FALSE',
    '×',
    '✗',
    '0',
  ],
};

/** Reads 一票否决, one row a matter; null where the workbook has no such sheet. */
export async function readVeto(
  source: WorkbookSource,
  heads: readonly SheetHead[],
  items: readonly VetoItem[],
): Promise<ReadVeto | null> {
  const head = inputSheet(heads, INPUT_SHEETS.veto);
  if (head === null) return null;
  const table = await readInputTable(source, head, VETO_COLUMNS);
  const findings: Finding[] = [...table.findings];
  const answers = new Map<number, VetoAnswer>();
  const places = new Map<number, CellReference>();
  for (const row of table.rows) {
    const matter = cellText(row.cell('matter'));
    const place = row.place('exists');
    if (place === null || isNoteLabel(matter)) continue;
    const item = vetoMatter(items, matter);
    const content = row.cell('exists');
    if (item === undefined) {
      if (!isBlank(content)) {
        findings.push(
          finding('entry-unknown', { ...place, actual: matter, parameters: { item: '' } }),
        );
      }
      continue;
    }
    if (!places.has(item.number)) places.set(item.number, place);
    if (isBlank(content)) continue;
    const exists = parseExistence(cellText(content));
    if (exists === null) {
      findings.push(
        finding('entry-unclear', {
          ...place,
          actual: cellText(content),
          parameters: {
            heading: item.name.zh,
            headingEn: item.name.en,
            expected: 'yesNo',
          },
        }),
      );
    }
    // Where two rows answer one matter, one that says it exists is not outvoted.
    const known = answers.get(item.number);
    if (known?.exists === true) continue;
    if (known?.exists === null && exists !== true) continue;
    answers.set(item.number, { exists, cell: place });
  }
  if (answers.size === 0 && findings.length === 0) {
    findings.push(finding('input-sheet-blank', { sheet: table.sheet }));
  }
  return { sheet: table.sheet, answers: answers.size === 0 ? null : answers, places, findings };
}

/** The veto matter that a row of 一票否决 names. */
export function vetoMatter(items: readonly VetoItem[], written: string): VetoItem | undefined {
  return items.find(({ keywords }) => keywords.some((word) => written.includes(word)));
}

function parseExistence(written: string): boolean | null {
  const text = normaliseText(written).toUpperCase();
  if (EXISTENCE_WORDS.yes.includes(text)) return true;
  return EXISTENCE_WORDS.no.includes(text) ? false : null;
}
