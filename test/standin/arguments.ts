import { invalidArgument } from './host-error';
import { shownText } from './wire-value';
import type { CellValue } from './workbook-model';

/** A whole number, or InvalidArgument. */
export function integerArgument(value: unknown, location: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw invalidArgument(location, `${shownText(value)} is not a whole number`);
  }
  return value;
}

/** A whole number, or the default when the argument is absent. */
export function optionalInteger(value: unknown, absent: number, location: string): number {
  return value === undefined || value === null ? absent : integerArgument(value, location);
}

/** A text, or InvalidArgument. */
export function textArgument(value: unknown, location: string): string {
  if (typeof value !== 'string') throw invalidArgument(location, 'a text is expected');
  return value;
}

/** A boolean, or InvalidArgument. */
export function booleanArgument(value: unknown, location: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(location, 'true or false is expected');
  return value;
}

function isCellValue(value: unknown): value is CellValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * The value for each cell of a write: one value for all, or a matrix of the range's shape. Null leaves
 * a cell as it is.
 */
export function cellMatrix(
  value: unknown,
  rowCount: number,
  columnCount: number,
  location: string,
): (row: number, column: number) => CellValue {
  if (!Array.isArray(value)) {
    if (!isCellValue(value)) throw invalidArgument(location, 'not a value of a cell');
    return () => value;
  }
  const rows: CellValue[][] = value.map((row: unknown) => {
    const cells: unknown[] = Array.isArray(row) ? row : [];
    if (cells.length !== columnCount || value.length !== rowCount) {
      throw invalidArgument(
        location,
        `${value.length} × ${cells.length} values for a range of ${rowCount} × ${columnCount}`,
      );
    }
    return cells.map((cell) => {
      if (!isCellValue(cell)) throw invalidArgument(location, 'not a value of a cell');
      return cell;
    });
  });
  if (rows.length !== rowCount) {
    throw invalidArgument(location, `${rows.length} rows for a range of ${rowCount}`);
  }
  return (row, column) => rows[row]?.[column] ?? null;
}
