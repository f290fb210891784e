import { columnLetters } from '../assessment/school';

/** A cell's relative A1 address: 0-based column, 1-based row. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A cell whose column stays put when the formula is copied: `$D7`. */
export function columnFixed(column: number, row: number): string {
  return `$${columnLetters(column)}${row}`;
}

/** A cell whose row stays put when the formula is copied: `D$7`. */
export function rowFixed(column: number, row: number): string {
  return `${columnLetters(column)}$${row}`;
}

/** A cell that stays put altogether: `$D$7`. */
function fixedCell(column: number, row: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** A rectangle in A1, both ends included; one cell is written as one cell. */
export function areaAddress(
  firstColumn: number,
  firstRow: number,
  lastColumn: number,
  lastRow: number,
): string {
  const first = cellAddress(firstColumn, firstRow);
  const last = cellAddress(lastColumn, lastRow);
  return first === last ? first : `${first}:${last}`;
}

/** Rows of one column, all fixed: `$D$3:$D$62`. */
export function fixedColumn(column: number, firstRow: number, lastRow: number): string {
  return `${fixedCell(column, firstRow)}:${fixedCell(column, lastRow)}`;
}

/** A sheet's name as it stands in a formula: always quoted, quotes within doubled. */
export function quotedSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A text as it stands in a formula. */
export function quotedText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
