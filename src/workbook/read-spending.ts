import type { Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { SpendingLevel, SpendingYear, WrittenLevel } from '../assessment/judge-spending';
import { SPENDING_MEASURES } from '../standard/spending-rules';
import type { SpendingSeries } from '../standard/spending-rules';
import { cellText, isBlank } from './cell-text';
import { FINANCE_COLUMNS, inputHeading } from './input-columns';
import { readInputNumber } from './input-number';
import { inputSheet, readInputTable } from './input-table';
import type { InputRow, InputTable } from './input-table';
import { shiftToTenThousandYuan } from './money-unit';
import { normaliseText } from './normalise-text';
import { isNoteLabel, isTotalLabel } from './row-labels';
import { INPUT_SHEETS } from './sheet-names';
import { CellDate } from './source';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** What the sheet 教育经费 holds. */
export interface ReadSpending {
  readonly sheet: string;
  readonly years: readonly SpendingYear[];
  readonly findings: readonly Finding[];
}

const REMARK = /^(?:备注|说明|序号|县名)$/;
const YEAR = /^((?:19|20)\d\d)(?:年度?|年底)?$/;

/** Reads 教育经费, one row a year; null where the workbook has no such sheet. */
export async function readSpending(
  source: WorkbookSource,
  heads: readonly SheetHead[],
): Promise<ReadSpending | null> {
  const head = inputSheet(heads, INPUT_SHEETS.finance);
  if (head === null) return null;
  const table = await readInputTable(source, head, FINANCE_COLUMNS);
  const findings: Finding[] = [...table.findings];
  const unknown = table.unknown.filter((heading) => !REMARK.test(normaliseText(heading)));
  if (!table.unusable && unknown.length > 0) {
    // A series under a heading that is not known would go unjudged without a word.
    findings.push(
      finding('columns-unknown', {
        sheet: table.sheet,
        parameters: { count: unknown.length, headings: unknown.join('、') },
      }),
    );
  }
  const years: SpendingYear[] = [];
  for (const row of table.rows) {
    const place = row.place('year');
    const label = cellText(row.cell('year'));
    if (place === null || isTotalLabel(label) || isNoteLabel(label)) continue;
    const blankLevels = FINANCE_COLUMNS.every(
      ({ field }) => field === 'year' || isBlank(row.cell(field)),
    );
    if (blankLevels) continue;
    const year = readYear(row.cell('year'));
    if (year === null) {
      findings.push(
        finding('entry-unclear', {
          ...place,
          actual: label,
          parameters: { heading: '年份', headingEn: 'Year', expected: 'year' },
        }),
      );
      continue;
    }
    years.push({
      year,
      cell: place,
      writtenYear: textOf(row.cell('year')),
      levels: readLevels(row, table, findings),
    });
  }
  if (years.length === 0 && findings.length === 0) {
    findings.push(finding('input-sheet-blank', { sheet: table.sheet }));
  }
  return { sheet: table.sheet, years, findings };
}

function readYear(content: CellContent): number | null {
  if (content instanceof CellDate) return null;
  const year = YEAR.exec(normaliseText(cellText(content)))?.[1];
  return year === undefined ? null : Number(year);
}

function readLevels(
  row: InputRow<'year' | SpendingSeries>,
  table: InputTable<'year' | SpendingSeries>,
  findings: Finding[],
): ReadonlyMap<SpendingSeries, SpendingLevel> {
  const levels = new Map<SpendingSeries, SpendingLevel>();
  for (const declared of FINANCE_COLUMNS) {
    const { field, unit } = declared;
    const place = row.place(field);
    if (field === 'year' || place === null || isEmptyColumn(table, field)) continue;
    const kept = unit === '元' ? 'yuan' : 'tenThousandYuan';
    // A note such as 单位：亿元 over the table is not about what is counted in 元 a head.
    const perHead = unit === '元' && table.inheritedUnits.has(field);
    const heading = perHead ? undefined : table.units.get(field);
    const headingEn = SPENDING_MEASURES[field].name.en;
    const read = readInputNumber(
      row.cell(field),
      declared.kind === 'count'
        ? { kind: 'count', heading: declared.heading, headingEn }
        : {
            kind: 'amount',
            heading: inputHeading(declared),
            headingEn,
            money: { kept, written: heading ?? kept, announced: false },
          },
      place,
      findings,
    );
    const shift =
      declared.kind === 'count'
        ? 0
        : shiftToTenThousandYuan(heading ?? kept) - shiftToTenThousandYuan(kept);
    levels.set(field, { ...read, cell: place, written: writtenLevel(row.cell(field), shift) });
  }
  return levels;
}

function textOf(content: CellContent): string | null {
  return typeof content === 'string' ? content : null;
}

/** @param shift the power of ten from the column's unit to the one that is kept */
function writtenLevel(content: CellContent, shift: number): WrittenLevel {
  if (content instanceof CellDate) return { kind: 'other' };
  return typeof content === 'string' && !isBlank(content)
    ? { kind: 'text', text: content }
    : { kind: 'number', shift };
}

/** Whether an optional column was left blank throughout: nothing is asked for. */
function isEmptyColumn(
  { rows }: InputTable<'year' | SpendingSeries>,
  field: SpendingSeries,
): boolean {
  return (
    field !== 'education' && field !== 'revenue' && rows.every((row) => isBlank(row.cell(field)))
  );
}
