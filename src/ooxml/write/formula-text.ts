import { SHEET_COLUMNS, SHEET_ROWS } from '../cell-range';
import { columnLetters, columnNumber } from './cell-address';

/**
 * The pieces of a formula that matter here: strings, error values, bracketed parts (structured and
 * external references), quoted sheet names, and runs of name characters; anything else passes.
 */
const PIECE =
  /"(?:[^"]|"")*"|#[A-Z][A-Z0-9/]*[!?]?|\[(?:[^[\]]|\[[^[\]]*\])*\]|'(?:[^']|'')*'|[\w.$\\?\u0080-\uffff]+/gi;

const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

/**
 * A formula as it reads when filled from one cell to another `rows` down and `columns` right:
 * relative references move, absolute ones stay, a reference pushed off the sheet becomes #REF!.
 * @param formula in A1 notation, English names, without `=`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PIECE, (piece, offset: number) => {
    const first = piece.charAt(0);
    if (first === '"' || first === '#' || first === '[' || first === "'") return piece;
    const after = formula.slice(offset + piece.length);
    if (/^\s*\(/.test(after) || after.startsWith('!')) return piece;
    // The first of two sheets in a reference through several: `Q1:Q4!A1`.
    if (/^:[\w.\u0080-\uffff]+!/.test(after)) return piece;
    const cell = CELL.exec(piece);
    if (cell) {
      const [, columnAnchor = '', letters = '', rowAnchor = '', digits = ''] = cell;
      const column = columnNumber(letters);
      if (column >= SHEET_COLUMNS || Number(digits) > SHEET_ROWS) return piece;
      const newColumn = columnAnchor ? column : column + columns;
      const newRow = rowAnchor ? Number(digits) : Number(digits) + rows;
      if (newColumn < 0 || newColumn >= SHEET_COLUMNS || newRow < 1 || newRow > SHEET_ROWS)
        return '#REF!';
      return `${columnAnchor}${columnLetters(newColumn)}${rowAnchor}${newRow}`;
    }
    const before = formula.charAt(offset - 1);
    const pairedWith = (pattern: RegExp): boolean =>
      (after.startsWith(':') && pattern.test(/^:([\w$]+)/.exec(after)?.[1] ?? '')) ||
      (before === ':' && pattern.test(/([\w$]+):$/.exec(formula.slice(0, offset))?.[1] ?? ''));
    const wholeColumn = COLUMN.exec(piece);
    if (wholeColumn && pairedWith(COLUMN)) {
      const [, anchor = '', letters = ''] = wholeColumn;
      const column = columnNumber(letters) + (anchor ? 0 : columns);
      return column < 0 || column >= SHEET_COLUMNS ? '#REF!' : `${anchor}${columnLetters(column)}`;
    }
    const wholeRow = ROW.exec(piece);
    if (wholeRow && pairedWith(ROW)) {
      const [, anchor = '', digits = ''] = wholeRow;
      const row = Number(digits) + (anchor ? 0 : rows);
      return row < 1 || row > SHEET_ROWS ? '#REF!' : `${anchor}${row}`;
    }
    return piece;
  });
}

/** A sheet's name as it stands before `!` in a formula: always quoted, which every program reads. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/**
 * A formula in which references to sheets speak of them by their new names.
 * @param names from the old name in lower case to the new name.
 */
export function renameSheetsInFormula(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return formula;
  return formula.replace(PIECE, (piece, offset: number) => {
    if (formula.charAt(offset + piece.length) !== '!') return piece;
    const first = piece.charAt(0);
    if (first === '"' || first === '#' || first === '[') return piece;
    if (formula.charAt(offset - 1) === ']') return piece;
    const name = first === "'" ? piece.slice(1, -1).replaceAll("''", "'") : piece;
    const renamed = names.get(name.toLowerCase());
    return renamed === undefined ? piece : quoteSheetName(renamed);
  });
}
