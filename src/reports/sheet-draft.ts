import type { CellLink, CellStyle, PlannedCell, PlannedRow } from '../plans/sheet-plan';
import { areaAddress } from './sheet-reference';

/** What a cell of a draft may carry besides its value. */
export interface DraftCell {
  readonly style?: CellStyle;
  /** Without the leading `=`. */
  readonly formula?: string;
  readonly link?: CellLink;
}

/**
 * Rows of a sheet while they are being laid out, in any order. A sheet's parts each write where they
 * belong; `rows` then gives them sorted, as a plan wants them.
 */
export class SheetDraft {
  readonly #rows = new Map<number, Map<number, PlannedCell>>();
  readonly #heights = new Map<number, number>();
  readonly #merges: string[] = [];

  /** Puts a cell; a later one at the same place replaces it. Column 0-based, row 1-based. */
  put(row: number, column: number, value: PlannedCell['value'], details: DraftCell = {}): void {
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      cells = new Map();
      this.#rows.set(row, cells);
    }
    cells.set(column, { column, value, ...details });
  }

  /** A cell over several columns (and rows): all carry the style, so that borders close. */
  putAcross(
    row: number,
    firstColumn: number,
    lastColumn: number,
    value: PlannedCell['value'],
    details: DraftCell = {},
    lastRow = row,
  ): void {
    for (let at = row; at <= lastRow; at += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        if (at === row && column === firstColumn) this.put(row, firstColumn, value, details);
        else
          this.put(at, column, null, details.style === undefined ? {} : { style: details.style });
      }
    }
    if (lastColumn > firstColumn || lastRow > row) {
      this.#merges.push(areaAddress(firstColumn, row, lastColumn, lastRow));
    }
  }

  /** Sets a row's height in points. */
  height(row: number, points: number): void {
    this.#heights.set(row, points);
  }

  get rows(): readonly PlannedRow[] {
    const numbers = new Set([...this.#rows.keys(), ...this.#heights.keys()]);
    return [...numbers]
      .sort((a, b) => a - b)
      .map((number) => {
        const height = this.#heights.get(number);
        const cells = [...(this.#rows.get(number)?.values() ?? [])].sort(
          (a, b) => a.column - b.column,
        );
        return height === undefined ? { number, cells } : { number, height, cells };
      });
  }

  get merges(): readonly string[] {
    return this.#merges;
  }
}
