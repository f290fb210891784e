import { FunctionFault } from './function-fault';

/** A range of numbers, cells in reading order. */
export interface NumberRange {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly number[];
}

/** Blank cells come as null, '' or 0 by edition of the grid, so all of them count as 0. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

function rowsOf(argument: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(argument)) return [[argument]];
  const rows: readonly unknown[] = argument;
  if (!rows.some((row) => Array.isArray(row))) return [rows];
  return rows.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
}

function shown(cell: unknown): string {
  return typeof cell === 'string' ? `“${cell}”` : String(cell);
}

function place(row: number, column: number): { readonly zh: string; readonly en: string } {
  return {
    zh: `第 ${row + 1} 行第 ${column + 1} 列`,
    en: `row ${row + 1}, column ${column + 1}`,
  };
}

/**
 * Reads a range whose cells are numbers; blank cells are 0.
 *
 * @param argument rows of cells, one row, or one cell
 * @param name the parameter's name, for messages
 * @throws {FunctionFault} `value` where a cell is text, TRUE/FALSE or no finite number
 */
export function readRange(argument: unknown, name: string): NumberRange {
  const rows = rowsOf(argument);
  // Not Math.max(...): a whole column has more rows than a call may have arguments.
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells: number[] = [];
  rows.forEach((row, rowIndex) => {
    for (let column = 0; column < columns; column += 1) {
      const cell: unknown = row[column];
      if (isBlank(cell)) {
        cells.push(0);
      } else if (typeof cell === 'number' && Number.isFinite(cell)) {
        cells.push(cell);
      } else {
        const at = place(rowIndex, column);
        throw new FunctionFault('value', {
          zh: `${name} ${at.zh}不是数字：${shown(cell)}`,
          en: `${name}, ${at.en} is not a number: ${shown(cell)}`,
        });
      }
    }
  });
  return { name, rows: rows.length, columns, cells };
}

/** Refuses a range with a cell below 0, naming the cell. */
export function refuseNegative(range: NumberRange): void {
  const index = range.cells.findIndex((cell) => cell < 0);
  if (index < 0) return;
  const at = place(Math.floor(index / range.columns), index % range.columns);
  throw new FunctionFault('value', {
    zh: `${range.name} ${at.zh}小于 0：${range.cells[index] ?? ''}`,
    en: `${range.name}, ${at.en} is below 0: ${range.cells[index] ?? ''}`,
  });
}

function isLine(range: NumberRange): boolean {
  return range.rows === 1 || range.columns === 1;
}

function size(range: NumberRange): string {
  return `${range.rows}×${range.columns}`;
}

/** Refuses two ranges whose cells do not pair: two lines pair in any direction, blocks by shape. */
export function refuseDifferentLength(left: NumberRange, right: NumberRange): void {
  const count = left.cells.length;
  const sameShape = left.rows === right.rows && left.columns === right.columns;
  if (sameShape || (isLine(left) && isLine(right) && count === right.cells.length)) return;
  throw new FunctionFault('value', {
    zh: `${left.name}（${size(left)}，${count} 个）与 ${right.name}（${size(right)}，${right.cells.length} 个）不能一一对应`,
    en: `${left.name} (${size(left)}, ${count} cells) and ${right.name} (${size(right)}, ${right.cells.length} cells) do not pair`,
  });
}

/** Lays out one result a cell in the shape of the range it came from. */
export function inShapeOf(
  range: NumberRange,
  results: readonly number[],
): readonly (readonly number[])[] {
  return Array.from({ length: range.rows }, (_, row) =>
    results.slice(row * range.columns, (row + 1) * range.columns),
  );
}
