import { parseRange, type CellRectangle } from '../cell-range';
import { OoxmlWriteError } from './ooxml-write-error';

function spellColumn(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const FIRST_LETTERS = Array.from({ length: 256 }, (_, column) => spellColumn(column));

/** The letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  return FIRST_LETTERS[column] ?? spellColumn(column);
}

/** The 0-based column of letters in either case: A is 0, AA is 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

/** The A1 address of a 1-based row and a 0-based column. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/**
 * The rectangle of an A1 cell or range that a plan or an edit names.
 * @throws {OoxmlWriteError} `bad-plan` when it is neither.
 */
export function rectangleOf(range: string): CellRectangle {
  const rectangle = parseRange(range);
  if (!rectangle) throw new OoxmlWriteError('bad-plan', [range], 'this is no A1 cell or range');
  return rectangle;
}

/** An A1 range with both ends absolute: `$B$4:$B$10`. */
export function absoluteRange(range: string): string {
  const { firstRow, firstColumn, lastRow, lastColumn } = rectangleOf(range);
  const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;
  const first = corner(firstRow, firstColumn);
  const last = corner(lastRow, lastColumn);
  return first === last ? first : `${first}:${last}`;
}
