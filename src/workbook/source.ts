/** A cell that shows a formula error, such as #DIV/0!. */
export class CellFault {
  constructor(readonly error: string) {}
}

/** A number shown as a date or time. */
export class CellDate {
  constructor(readonly serial: number) {}
}

/** A formula that was saved without a result (some programs never calculate). */
export class UncalculatedFormula {
  constructor(readonly formula: string) {}
}

/** What a cell holds. null and undefined both mean blank; '' is text. Formulas give their result. */
export type CellContent =
  string | number | boolean | null | undefined | CellFault | CellDate | UncalculatedFormula;

/** One row of a sheet that has at least one cell. */
export interface SheetRow {
  /** 1-based, as the spreadsheet shows it. */
  readonly number: number;
  readonly hidden: boolean;
  /** By 0-based column; may be sparse. Valid only until the next row is asked for. */
  readonly cells: readonly CellContent[];
}

/** A rectangle of cells: 1-based rows, 0-based columns, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The top of a sheet: enough to recognise what it is. */
export interface SheetHead {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Copies of the first `HEAD_ROWS` rows that hold anything. */
  readonly rows: readonly SheetRow[];
  /** Merged areas that touch those rows. */
  readonly merges: readonly CellRange[];
  /** Whether this sheet was written by this program (it carries a name `_junheng.<key>`): its key. */
  readonly madeAs: string | null;
}

/** How many rows of each sheet its head shows. */
export const HEAD_ROWS = 20;

/**
 * A workbook to read, wherever it lives: a file, Excel, the workbench. `heads` costs a constant
 * number of round trips; `rows` gives the whole sheet in blocks, in order, rows without cells left
 * out.
 */
export interface WorkbookSource {
  /** File name, as it is to be shown. */
  readonly name: string;
  heads(): Promise<readonly SheetHead[]>;
  rows(sheet: string): AsyncIterable<Iterable<SheetRow>>;
}
