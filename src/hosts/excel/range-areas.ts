import { cellAddress } from '../../ooxml/write/cell-address';
import type { CellRange } from '../../workbook/source';

/** Excel silently cuts an address that is longer than this. */
export const LONGEST_ADDRESS = 8_192;

/** The A1 address of a rectangle, without a sheet. */
export function rangeAddress({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const first = cellAddress(firstRow, firstColumn);
  const last = cellAddress(lastRow, lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** Joins addresses into as few lists as Excel takes in one call of `getRanges`. */
export function packAddresses(addresses: readonly string[]): readonly string[] {
  const packed: string[] = [];
  let list = '';
  for (const address of addresses) {
    if (list !== '' && list.length + 1 + address.length > LONGEST_ADDRESS) {
      packed.push(list);
      list = '';
    }
    list = list === '' ? address : `${list},${address}`;
  }
  return list === '' ? packed : [...packed, list];
}

/**
 * Gathers cells into few rectangles: neighbours in a row become a run, equal runs of rows below each
 * other a rectangle. Cells must come row by row, from left to right.
 */
export class CellRectangles {
  readonly #done: CellRange[] = [];
  /** Rectangles that reach the row before the current one, by their columns. */
  #above = new Map<string, CellRange>();
  #current: CellRange[] = [];
  #row = 0;

  /** Adds a cell: 1-based row, 0-based column. */
  add(row: number, column: number): void {
    if (row !== this.#row) {
      this.#closeRow();
      this.#row = row;
    }
    const run = this.#current.at(-1);
    if (run?.lastColumn === column - 1) {
      this.#current[this.#current.length - 1] = { ...run, lastColumn: column };
      return;
    }
    this.#current.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }

  /** The rectangles gathered so far. */
  rectangles(): readonly CellRange[] {
    this.#closeRow();
    return [...this.#done, ...this.#above.values()];
  }

  #closeRow(): void {
    if (this.#current.length === 0) return;
    const above = new Map<string, CellRange>();
    for (const run of this.#current) {
      const columns = `${run.firstColumn}:${run.lastColumn}`;
      const upper = this.#above.get(columns);
      if (upper?.lastRow === run.firstRow - 1) {
        above.set(columns, { ...upper, lastRow: run.lastRow });
        this.#above.delete(columns);
      } else {
        above.set(columns, run);
      }
    }
    this.#done.push(...this.#above.values());
    this.#above = above;
    this.#current = [];
  }
}
