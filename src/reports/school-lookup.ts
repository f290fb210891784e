import type { Finding } from '../assessment/finding';
import type { School } from '../assessment/school';
import type { SchoolReading, SchoolSheetLayout } from '../workbook/workbook-check';
import type { Quantity } from '../standard/quantities';
import type { Stage } from '../standard/stage';
import { readAsFormula } from './formula';
import { FAULT, numberFormula, readingFormula, slotValue } from './school-slots';
import type { SchoolSlot, SlotValue } from './school-slots';
import { cellAddress, fixedColumn, quotedSheet, quotedText } from './sheet-reference';

/** A planned cell's formula and the result it has now. */
export interface LiveValue {
  readonly formula: string;
  readonly value: string | number;
}

/** What a working column reads, with the formula that reads it. */
export interface SlotReading {
  readonly formula: string | null;
  readonly value: SlotValue;
}

/**
 * Finds schools in the sheets they were read from by formulas that survive sorting and inserted rows:
 * by 学校标识码, else by name.
 */
export class SchoolLookup {
  readonly layouts: readonly SchoolSheetLayout[];
  readonly #codes: ReadonlyMap<string, number>;
  readonly #names: ReadonlyMap<string, readonly School[]>;
  readonly #textNumbers: ReadonlyMap<string, string>;
  /** Texts that the check refused, by place. */
  readonly #refusedTexts: ReadonlyMap<string, string>;
  /** Cells that a formula cannot tell from a number: dates. */
  readonly #unreadable: ReadonlySet<string>;

  constructor(reading: SchoolReading, findings: readonly Finding[]) {
    this.layouts = reading.layouts;
    const codes = new Map<string, number>();
    const names = new Map<string, School[]>();
    for (const school of reading.schools) {
      const { code, name } = school.description;
      if (code !== '') codes.set(code, (codes.get(code) ?? 0) + 1);
      const same = names.get(name);
      if (same === undefined) names.set(name, [school]);
      else same.push(school);
    }
    this.#codes = codes;
    this.#names = names;
    const textNumbers = new Map<string, string>();
    const refusedTexts = new Map<string, string>();
    const unreadable = new Set<string>();
    for (const { code, sheet, cell, actual } of findings) {
      if (sheet === null || cell === null) continue;
      const place = placeKey(sheet, cell);
      if (code === 'number-as-text' || code === 'full-width-number') {
        if (typeof actual === 'string') textNumbers.set(place, actual);
      } else if (code === 'not-a-number') {
        if (typeof actual === 'string') refusedTexts.set(place, actual);
      } else if (code === 'date-for-number' || code === 'formula-not-calculated') {
        unreadable.add(place);
      }
    }
    this.#textNumbers = textNumbers;
    this.#refusedTexts = refusedTexts;
    this.#unreadable = unreadable;
  }

  /** What the key cell holds: the code where there is one, else the name. */
  key(school: School): string {
    return school.description.code === '' ? school.name : school.description.code;
  }

  /** Whether the school's code stands in several rows: it cannot be told which is meant. */
  isDoubled(school: School): boolean {
    return (this.#codes.get(school.description.code) ?? 0) > 1;
  }

  /**
   * The school's row within a sheet's rows (1 = the first), or null where it does not stand there.
   * @param keyCell the cell that holds `key(school)`
   * @param nameCell the cell that holds its name
   */
  row(school: School, source: number, keyCell: string, nameCell: string): LiveValue | null {
    const layout = this.layouts[source];
    const place = school.places.find(({ sheet }) => sheet === layout?.sheet);
    if (layout === undefined || place === undefined) return null;
    const value = place.row - layout.firstRow + 1;
    const byName = this.#rowByName(school, layout, nameCell);
    const codeColumn = layout.columns.get('code');
    if (school.description.code === '' || codeColumn === undefined) {
      return { formula: byName, value };
    }
    const codes = schoolRange(layout, codeColumn);
    if (this.isDoubled(school)) {
      return {
        formula: `IF(COUNTIF(${codes},${keyCell})=1,MATCH(${keyCell},${codes},0),"")`,
        value: '',
      };
    }
    const exact = `IFERROR(MATCH(${keyCell},${codes},0),MATCH(VALUE(${keyCell}),${codes},0))`;
    return { formula: `IFERROR(${exact},${byName})`, value };
  }

  #rowByName(school: School, layout: SchoolSheetLayout, nameCell: string): string {
    const column = layout.columns.get('name');
    if (column === undefined) return 'NA()';
    const names = schoolRange(layout, column);
    const position = `ROW(${names})-${layout.firstRow - 1}`;
    const same = (this.#names.get(school.name) ?? []).filter(({ places }) =>
      places.some(({ sheet }) => sheet === layout.sheet),
    );
    if (same.length > 1) {
      const fromEnd = same.length - same.indexOf(school);
      return `SUMPRODUCT(LARGE((${names}=${nameCell})*(${position}),${fromEnd}))`;
    }
    const trimmed = `LOOKUP(2,1/(TRIM(${names})=${nameCell}),${position})`;
    // MATCH takes these characters for wildcards, and refuses longer texts.
    if (/[*?~]/.test(school.name) || school.name.length > 255) return trimmed;
    return `IFERROR(MATCH(${nameCell},${names},0),${trimmed})`;
  }

  /**
   * A quantity of the school's own row, read through the row cells. The formula is null where the
   * cell cannot be read by one (a date, say), or no sheet has the column.
   * @param rowCells for each sheet of schools, the cell that holds the school's row there
   * @param onBlank what a blank counts as
   */
  quantity(
    slot: SchoolSlot,
    school: School,
    stage: Stage,
    rowCells: readonly string[],
    onBlank: 0 | '',
  ): SlotReading {
    const quantity = slot.quantity[stage];
    const read = this.isDoubled(school) ? FAULT : slotValue(slot, school, stage);
    const value = read === '' ? onBlank : read;
    let formula: string | null = null;
    for (const place of [...school.places].reverse()) {
      const source = this.layouts.findIndex(({ sheet }) => sheet === place.sheet);
      const layout = this.layouts[source];
      const column = layout?.columns.get(quantity);
      const rowCell = rowCells[source];
      if (layout === undefined || column === undefined || rowCell === undefined) continue;
      const address = placeKey(place.sheet, cellAddress(column, place.row));
      const refused = this.#refusedTexts.get(address);
      const misread = refused !== undefined && readAsFormula(refused, quantity) !== null;
      if (misread || this.#unreadable.has(address)) return { formula: null, value };
      const cell = `INDEX(${schoolRange(layout, column)},${rowCell})`;
      const blank = formula ?? (onBlank === '' ? '""' : String(onBlank));
      const shift = layout.moneyShifts?.get(quantity) ?? 0;
      const text = this.#textNumbers.get(address);
      // The long formula only where it is needed: a county's sheet holds a thousand of them.
      const reading =
        text === undefined && read !== FAULT
          ? numberFormula(cell, blank, read === '', shift)
          : readingFormula(cell, quantity, blank, read !== FAULT, shift);
      formula = asWritten(cell, text, value, quantity, reading);
    }
    return { formula, value };
  }
}

/** A text that the check understood but a formula would not (`120人`) is named with its number. */
function asWritten(
  cell: string,
  text: string | undefined,
  value: SlotValue,
  quantity: Quantity,
  reading: string,
): string {
  if (text === undefined || typeof value !== 'number' || readAsFormula(text, quantity) === value) {
    return reading;
  }
  return `IF(IFERROR(${cell}&"","")=${quotedText(text)},${value},${reading})`;
}

function placeKey(sheet: string, cell: string): string {
  return `${sheet}\u0000${cell}`;
}

/** The rows of a sheet's column that hold schools, as another sheet's formula names them. */
export function schoolRange(layout: SchoolSheetLayout, column: number): string {
  return `${quotedSheet(layout.sheet)}!${fixedColumn(column, layout.firstRow, layout.lastRow)}`;
}
