import { invalidArgument } from './host-error';

/** Rows and columns of a sheet since Excel 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells, 0-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Letters of a 0-based column. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0-based column of its letters. */
function columnIndex(name: string): number {
  return (
    Array.from(name.toUpperCase()).reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    ) - 1
  );
}

/** Whether the area is whole rows. */
export function isEntireRow(area: Area): boolean {
  return area.column === 0 && area.columnCount === MAX_COLUMNS;
}

/** Whether the area is whole columns. */
export function isEntireColumn(area: Area): boolean {
  return area.row === 0 && area.rowCount === MAX_ROWS;
}

/** Cells in the area. */
export function cellCount(area: Area): number {
  return area.rowCount * area.columnCount;
}

/** The A1 address without a sheet: `A1`, `A1:B2`, `1:3`, `A:C`. */
export function formatArea(area: Area): string {
  const lastRow = area.row + area.rowCount;
  const first = columnName(area.column);
  const last = columnName(area.column + area.columnCount - 1);
  if (isEntireRow(area)) return `${area.row + 1}:${lastRow}`;
  if (isEntireColumn(area)) return `${first}:${last}`;
  const start = `${first}${area.row + 1}`;
  return cellCount(area) === 1 ? start : `${start}:${last}${lastRow}`;
}

/** The sheet's name as an address writes it: quoted unless it is plain letters, digits and `_`. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!A1` into the sheet's name (undefined when there is none) and the rest. */
export function splitAddress(address: string): { sheet: string | undefined; area: string } {
  const at = address.lastIndexOf('!');
  if (at < 0) return { sheet: undefined, area: address };
  const sheet = address.slice(0, at);
  const quoted = /^'(.*)'$/s.exec(sheet)?.[1];
  return { sheet: quoted?.replaceAll("''", "'") ?? sheet, area: address.slice(at + 1) };
}

/** Reads `A1`, `$A$1:B2`, `1:3` or `A:C`; undefined when the text is no address. */
export function parseArea(text: string): Area | undefined {
  const clean = text.replaceAll('$', '').trim();
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(clean);
  let area: Area | undefined;
  if (cells !== null) {
    const [, firstColumn = '', firstRow = ''] = cells;
    const columns = [columnIndex(firstColumn), columnIndex(cells[3] ?? firstColumn)];
    const rows = [Number(firstRow) - 1, Number(cells[4] ?? firstRow) - 1];
    const row = Math.min(...rows);
    const column = Math.min(...columns);
    area = {
      row,
      column,
      rowCount: Math.max(...rows) - row + 1,
      columnCount: Math.max(...columns) - column + 1,
    };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(clean);
  if (rows !== null) {
    const ends = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    const row = Math.min(...ends);
    area = { row, column: 0, rowCount: Math.max(...ends) - row + 1, columnCount: MAX_COLUMNS };
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(clean);
  if (columns !== null) {
    const ends = [columnIndex(columns[1] ?? ''), columnIndex(columns[2] ?? '')];
    const column = Math.min(...ends);
    area = { row: 0, column, rowCount: MAX_ROWS, columnCount: Math.max(...ends) - column + 1 };
  }
  return area !== undefined && isInside(area) ? area : undefined;
}

/** Whether the area lies on a sheet. */
function isInside(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rowCount > 0 &&
    area.columnCount > 0 &&
    area.row + area.rowCount <= MAX_ROWS &&
    area.column + area.columnCount <= MAX_COLUMNS
  );
}

/** The area, or InvalidArgument when it leaves the sheet. */
export function insideSheet(area: Area, location: string): Area {
  if (!isInside(area)) throw invalidArgument(location, 'the range leaves the sheet');
  return area;
}

/** Cells both areas have, or undefined. */
export function intersection(left: Area, right: Area): Area | undefined {
  const row = Math.max(left.row, right.row);
  const column = Math.max(left.column, right.column);
  const area = {
    row,
    column,
    rowCount: Math.min(left.row + left.rowCount, right.row + right.rowCount) - row,
    columnCount:
      Math.min(left.column + left.columnCount, right.column + right.columnCount) - column,
  };
  return area.rowCount > 0 && area.columnCount > 0 ? area : undefined;
}

/** The smallest area that holds both. */
export function boundingArea(left: Area, right: Area): Area {
  const row = Math.min(left.row, right.row);
  const column = Math.min(left.column, right.column);
  return {
    row,
    column,
    rowCount: Math.max(left.row + left.rowCount, right.row + right.rowCount) - row,
    columnCount:
      Math.max(left.column + left.columnCount, right.column + right.columnCount) - column,
  };
}

/** Whether `outer` has every cell of `inner`. */
export function covers(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== undefined && cellCount(common) === cellCount(inner);
}

/** The parts of `area` that `hole` does not cover: at most four rectangles. */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (common === undefined) return [area];
  const below = common.row + common.rowCount;
  const right = common.column + common.columnCount;
  const parts: Area[] = [
    { ...area, rowCount: common.row - area.row },
    { ...area, row: below, rowCount: area.row + area.rowCount - below },
    { ...common, column: area.column, columnCount: common.column - area.column },
    { ...common, column: right, columnCount: area.column + area.columnCount - right },
  ];
  return parts.filter((part) => part.rowCount > 0 && part.columnCount > 0);
}
