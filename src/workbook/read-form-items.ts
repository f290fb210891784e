import type { Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { FormEntries, FormValue } from '../assessment/form-entry';
import type { CellReference } from '../assessment/school';
import { blanksOf } from '../standard/form-item';
import type { FormBlank, FormItem } from '../standard/form-item';
import { isPlaceholder } from './cell-number';
import { cellText, isBlank } from './cell-text';
import { parseConclusion } from './conclusion';
import { parseHeading } from './heading';
import { ITEM_COLUMNS } from './input-columns';
import { readInputNumber } from './input-number';
import { inputSheet, readInputTable } from './input-table';
import type { InputRow } from './input-table';
import { moneyUnitNamed } from './money-unit';
import { normaliseText } from './normalise-text';
import { isNoteLabel } from './row-labels';
import { CellFault, UncalculatedFormula } from './source';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** What a sheet of items holds; `entries` null: nobody filled in anything. */
export interface ReadItems {
  readonly entries: FormEntries | null;
  /** The cell of each blank, filled in or not. */
  readonly places: FormEntries['places'];
  readonly findings: readonly Finding[];
}

/** One row of 政府保障 or 教育质量. */
export type ItemRow = InputRow<'item' | 'name' | 'blank' | 'value' | 'unit' | 'note'>;

/** A row with the blank that it is for; null where it is for none that is known. */
export interface BlankRow {
  readonly row: ItemRow;
  readonly item: FormItem | null;
  readonly blank: FormBlank | null;
}

/**
 * Tells what each row is for. The number of an item need stand on its first row only; a blank is
 * known by its label, or by its place among the item's rows where it has none. Notes are left out.
 */
export function blankRows(
  rows: readonly ItemRow[],
  items: readonly FormItem[],
): readonly BlankRow[] {
  const found: BlankRow[] = [];
  let item: FormItem | null = null;
  let rowOfItem = 0;
  for (const row of rows) {
    const label = cellText(row.cell('item'));
    const written = cellText(row.cell('blank'));
    if (isNoteLabel(label) || isNoteLabel(written)) continue;
    if (label !== '') {
      const number = itemNumber(label);
      const named: FormItem | null = items.find((one) => one.number === number) ?? null;
      if (named !== item || named === null) rowOfItem = 0;
      item = named;
    }
    found.push({ row, item, blank: item === null ? null : blankOf(item, written, rowOfItem) });
    rowOfItem += 1;
  }
  return found;
}

/**
 * Reads 政府保障 or 教育质量, one row a blank. The number of an item need stand on its first row only;
 * a blank is known by its label, or by its place among the item's rows where it has none. Null where
 * the workbook has no such sheet.
 */
export async function readFormItems(
  source: WorkbookSource,
  heads: readonly SheetHead[],
  name: string,
  items: readonly FormItem[],
): Promise<ReadItems | null> {
  const head = inputSheet(heads, name);
  if (head === null) return null;
  const table = await readInputTable(source, head, ITEM_COLUMNS);
  const findings: Finding[] = [...table.findings];
  if (table.unusable) return { entries: null, places: new Map(), findings };
  const reader = new ItemReader(findings);
  for (const row of blankRows(table.rows, items)) reader.read(row);
  if (reader.filled === 0) {
    const blank = finding('input-sheet-blank', { sheet: table.sheet });
    const { places } = reader;
    return { entries: null, places, findings: findings.length > 0 ? findings : [blank] };
  }
  return {
    entries: { sheet: table.sheet, values: reader.values, places: reader.places },
    places: reader.places,
    findings,
  };
}

class ItemReader {
  readonly values = new Map<number, Map<string, FormValue>>();
  readonly places = new Map<number, Map<string, CellReference>>();
  /** How many values were filled in, usable or not. */
  filled = 0;
  readonly #findings: Finding[];

  constructor(findings: Finding[]) {
    this.#findings = findings;
  }

  read({ row, item, blank }: BlankRow): void {
    const content = row.cell('value');
    const place = row.place('value');
    if (place === null) return;
    if (item === null || blank === null) {
      if (isBlank(content)) return;
      this.filled += 1;
      const label = cellText(row.cell('item'));
      const written = cellText(row.cell('blank'));
      this.#findings.push(
        finding('entry-unknown', {
          ...place,
          actual: written === '' ? label : written,
          parameters: { item: label },
        }),
      );
      return;
    }
    of(this.places, item.number).set(blank.key, place);
    if (isBlank(content)) return;
    this.filled += 1;
    const value = readBlank(blank, content, cellText(row.cell('unit')), place, this.#findings);
    const values = of(this.values, item.number);
    const known = values.get(blank.key);
    if (known === undefined) values.set(blank.key, value);
    else if (known.number !== value.number || known.holds !== value.holds) {
      this.#findings.push(
        finding('entry-doubled', {
          ...place,
          actual: cellText(content),
          parameters: {
            heading: blank.label.zh,
            headingEn: blank.label.en,
            other: known.cell.cell,
          },
        }),
      );
      values.set(blank.key, { ...known, number: null, holds: null, usable: false });
    }
  }
}

/**
 * Reads what stands in one blank; what cannot be used is reported.
 *
 * @param unit what the sheet says the unit is, or ''
 */
export function readBlank(
  blank: FormBlank,
  content: CellContent,
  unit: string,
  cell: CellReference,
  findings: Finding[],
): FormValue {
  const written = typeof content === 'string' || typeof content === 'number' ? content : null;
  const nothing = { number: null, holds: null, untested: false, written, usable: true, cell };
  const unclear = (expected: 'conclusion' | 'level'): void => {
    findings.push(
      finding('entry-unclear', {
        ...cell,
        actual: cellText(content),
        parameters: { heading: blank.label.zh, headingEn: blank.label.en, expected },
      }),
    );
  };
  switch (blank.kind) {
    case 'conclusion': {
      const holds = wordsOf(content) === null ? null : parseConclusion(cellText(content));
      if (holds === null) unclear('conclusion');
      return { ...nothing, holds, usable: holds !== null };
    }
    case 'level': {
      const text = cellText(content);
      if (isUntested(text)) return { ...nothing, untested: true };
      const number = wordsOf(content) === null ? null : parseLevel(text);
      if (number === null) unclear('level');
      return { ...nothing, number, usable: number !== null };
    }
    case 'ratio':
      if (isUntested(cellText(content))) return { ...nothing, untested: true };
      break;
    case 'count':
    case 'amount':
    case 'percent':
      break;
  }
  const kept = moneyUnitNamed(blank.unit ?? '');
  const { value, usable } = readInputNumber(
    content,
    {
      kind: blank.kind,
      heading: blank.label.zh,
      headingEn: blank.label.en,
      ...(blank.kind === 'amount' && kept !== null
        ? { money: { kept, written: moneyUnitNamed(unit) ?? kept, announced: true } }
        : {}),
    },
    cell,
    findings,
  );
  return { ...nothing, number: value, usable };
}

function of<Value>(maps: Map<number, Map<string, Value>>, number: number): Map<string, Value> {
  let map = maps.get(number);
  if (map === undefined) {
    map = new Map();
    maps.set(number, map);
  }
  return map;
}

function wordsOf(content: CellContent): string | null {
  const faulty = content instanceof CellFault || content instanceof UncalculatedFormula;
  return faulty ? null : cellText(content);
}

/** The number of an item: 7, 第7项, 表Ⅳ-7, 7.特殊教育…. */
function itemNumber(label: string): number | null {
  const text = normaliseText(label).replace(/^表?(?:IV|V|四|五)[-_.:]?/u, '');
  const digits = /\d{1,2}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

function keyOf(label: string): string {
  const text = normaliseText(label);
  return parseHeading(text.replace(/\((?:%|元|万元|人|名|所|个)?\)/g, '')).written.replace(
    /[、,。:;/·\s]/g,
    '',
  );
}

/** A blank by its label, else by its place among the item's rows. */
function blankOf(item: FormItem, written: string, row: number): FormBlank | null {
  const blanks = blanksOf(item);
  if (written === '') return blanks[row] ?? null;
  const key = keyOf(written);
  const labelled = blanks.filter(({ label }) => keyOf(label.zh) === key);
  const known =
    labelled.length > 0
      ? labelled
      : blanks.filter(({ aliases }) => aliases.some((one) => keyOf(one) === key));
  if (known.length > 0) return known[0] ?? null;
  return blanks.length === 1 ? (blanks[0] ?? null) : null;
}

const LEVELS: readonly RegExp[] = [
  /^(?:I|1|一)级?$/,
  /^(?:II|2|二)级?$/,
  /^(?:III|3|三)级?$/,
  /^(?:IV|4|四)级?$/,
];

/** Ⅲ级, III, 3 and 三级 are all 3; null where it is no level. */
function parseLevel(written: string): number | null {
  const text = normaliseText(written)
    .toUpperCase()
    .replace(/(?:及)?以上$/, '');
  const index = LEVELS.findIndex((pattern) => pattern.test(text));
  return index === -1 ? null : index + 1;
}

function isUntested(written: string): boolean {
  return (
    isPlaceholder(written) ||
    /^(?:未监测|未测|未测试|本次未监测|未参测)$/.test(normaliseText(written))
  );
}
