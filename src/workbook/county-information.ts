import { cellText, isWords } from './cell-text';
import { columnLetters } from '../assessment/school';
import type { CellReference } from '../assessment/school';
import { normaliseText } from './normalise-text';
import { keepRows, statedNumber } from './sheet-cells';
import type { KeptRow } from './sheet-cells';
import { INPUT_SHEETS, isNamed, mayHoldInput, officialTable } from './sheet-names';
import type { SheetHead, WorkbookSource } from './source';
import { TABLE_1_ITEMS } from './table-1-items';

/** A number that 表Ⅰ or 县域信息 states, by its code (L9). */
export interface StatedTotal {
  readonly code: string;
  readonly value: number;
  readonly cell: CellReference;
}

/** What a workbook says of its county. */
export interface CountyInformation {
  readonly county: string | null;
  readonly year: string | null;
  /** 填报单位. */
  readonly reporter: string | null;
  readonly totals: readonly StatedTotal[];
}

/** Of a workbook that says nothing of its county. */
export const NO_COUNTY_INFORMATION: CountyInformation = {
  county: null,
  year: null,
  reporter: null,
  totals: [],
};

const COUNTY = new Set([
  '县名',
  '县域名称',
  '县(市、区)',
  '县(市、区)名称',
  '县区',
  '县区名称',
  '区县名称',
]);
const YEAR = new Set(['年度', '年份', '填报年度', '学年']);
const REPORTER = new Set(['填报单位', '单位', '填表单位']);
const CODE = /^L(\d{1,2})(?!\d)/;
const CODE_BEHIND = /L(\d{1,2})$/;

/** Reads 县域信息 (项目, 内容) and a filled-in 表Ⅰ; what a workbook does not say is null. */
export async function readCountyInformation(
  source: WorkbookSource,
  heads: readonly SheetHead[],
): Promise<CountyInformation> {
  let county: string | null = null;
  let year: string | null = null;
  let reporter: string | null = null;
  const totals: StatedTotal[] = [];
  for (const head of heads) {
    if (isNamed(head, INPUT_SHEETS.county) && mayHoldInput(head)) {
      for (const row of await keepRows(source, head.name)) {
        const item = readItem(row);
        if (item === null) continue;
        if (COUNTY.has(item.label)) county ??= item.text;
        else if (YEAR.has(item.label)) year ??= item.text;
        else if (REPORTER.has(item.label)) reporter ??= item.text;
        else pushTotal(totals, head.name, item);
      }
    } else if (mayHoldInput(head) && officialTable(head) === 'table1') {
      totals.push(...readCodedTotals(head.name, await keepRows(source, head.name)));
    }
  }
  return { county, year, reporter, totals };
}

interface Item {
  readonly label: string;
  readonly text: string;
  readonly value: number | null;
  readonly row: number;
  readonly column: number;
}

/** The first text of a row and the first thing right of it. */
function readItem({ number, cells }: KeptRow): Item | null {
  const at = cells.findIndex(isWords);
  if (at === -1) return null;
  const label = normaliseText(cellText(cells[at])).replace(/[:*]/g, '');
  for (let column = at + 1; column < cells.length; column += 1) {
    const text = cellText(cells[column]);
    if (text !== '')
      return { label, text, value: statedNumber(cells[column]), row: number, column };
  }
  return null;
}

function pushTotal(totals: StatedTotal[], sheet: string, item: Item): void {
  const number = (CODE.exec(item.label) ?? CODE_BEHIND.exec(item.label))?.[1];
  const code =
    number === undefined
      ? TABLE_1_ITEMS.find(({ heading }) => normaliseText(heading) === item.label)?.code
      : `L${Number(number)}`;
  if (code === undefined) return;
  const value = item.value ?? withoutUnit(item.text, code);
  if (value === null) return;
  totals.push({
    code,
    value,
    cell: { sheet, cell: `${columnLetters(item.column)}${item.row}` },
  });
}

/** A number with its unit behind it, where that is the unit of its code: 12.5万人. */
function withoutUnit(text: string, code: string): number | null {
  const unit = TABLE_1_ITEMS.find((item) => item.code === code)?.unit ?? '';
  const written = normaliseText(text);
  return written.endsWith(unit) ? statedNumber(written.slice(0, -unit.length)) : null;
}

/** In 表Ⅰ the number of a code stands below it, in the same column, or else right of it. */
function readCodedTotals(sheet: string, rows: readonly KeptRow[]): StatedTotal[] {
  const totals: StatedTotal[] = [];
  rows.forEach(({ cells, number }, index) => {
    cells.forEach((content, column) => {
      if (!isWords(content)) return;
      const label = normaliseText(content);
      const found = (CODE.exec(label) ?? CODE_BEHIND.exec(label))?.[1];
      if (found === undefined) return;
      const below = rows[index + 1];
      const places = [
        { content: below?.cells[column], row: below?.number ?? 0, column },
        { content: cells[column + 1], row: number, column: column + 1 },
      ];
      for (const place of places) {
        const value = statedNumber(place.content);
        if (value === null) continue;
        totals.push({
          code: `L${Number(found)}`,
          value,
          cell: { sheet, cell: `${columnLetters(place.column)}${place.row}` },
        });
        return;
      }
    });
  });
  return totals;
}
