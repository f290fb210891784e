import type { CellRange } from '../../workbook/source';

const EDGE = /^\$?([A-Z]*)\$?(\d*)$/i;

interface Edge {
  readonly row: number | null;
  readonly column: number | null;
}

function edgeOf(text: string): Edge | null {
  const found = EDGE.exec(text);
  const [, letters = '', digits = ''] = found ?? [];
  if (letters === '' && digits === '') return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    row: digits === '' ? null : Number(digits),
    column: letters === '' ? null : column - 1,
  };
}

/** The area of `B4`, `B4:D9`, whole columns `B:D` or whole rows `4:9`; null for anything else. */
function cellArea(address: string): CellRange | null {
  const [from = '', to = from] = address.split(':');
  const first = edgeOf(from);
  const last = edgeOf(to);
  if (first === null || last === null) return null;
  const rows = [first.row ?? 1, last.row ?? Infinity];
  const columns = [first.column ?? 0, last.column ?? Infinity];
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** Whether two A1 addresses of one sheet share a cell. What is no address shares none. */
export function areasMeet(one: string, other: string): boolean {
  const a = cellArea(one);
  const b = cellArea(other);
  return (
    a !== null &&
    b !== null &&
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow &&
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn
  );
}
