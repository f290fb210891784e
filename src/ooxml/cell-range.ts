/** Rows and columns that a sheet has at most. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** A rectangle of cells: 1-based rows, 0-based columns, both ends included. */
export interface CellRectangle {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A cell: 1-based row, 0-based column. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** Reads `B12` or `$B$12`; null when it is no cell of a sheet. */
export function parseCellReference(text: string): CellPosition | null {
  const found = REFERENCE.exec(text);
  const letters = found?.[1];
  if (letters === undefined) return null;
  const row = Number(found?.[2]);
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return row >= 1 && row <= SHEET_ROWS && column <= SHEET_COLUMNS
    ? { row, column: column - 1 }
    : null;
}

const WHOLE_COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const WHOLE_ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads a range, whole columns (`A:C`) or whole rows (`2:4`); null when it is none of them. */
export function parseArea(text: string): CellRectangle | null {
  const [, firstColumn, lastColumn] = WHOLE_COLUMNS.exec(text) ?? [];
  if (firstColumn !== undefined && lastColumn !== undefined) {
    return parseRange(`${firstColumn}1:${lastColumn}${SHEET_ROWS}`);
  }
  const [, firstRow, lastRow] = WHOLE_ROWS.exec(text) ?? [];
  if (firstRow !== undefined && lastRow !== undefined) {
    return parseRange(`A${firstRow}:XFD${lastRow}`);
  }
  return parseRange(text);
}

/** Reads `A1:C3` or a single cell; null when it is no range. */
export function parseRange(text: string): CellRectangle | null {
  const [from = '', to = from] = text.split(':');
  const first = parseCellReference(from);
  const last = parseCellReference(to);
  if (first === null || last === null) return null;
  return {
    firstRow: Math.min(first.row, last.row),
    lastRow: Math.max(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastColumn: Math.max(first.column, last.column),
  };
}
