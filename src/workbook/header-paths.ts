import { isWords } from './cell-text';
import { parseHeading } from './heading';
import type { Heading } from './heading';
import type { SheetHead, SheetRow } from './source';

/** A heading cell as one column sees it. */
export interface HeadingPart {
  readonly heading: Heading;
  /** Whether it was taken from the left although the cell is not merged. */
  readonly inferred: boolean;
}

/** The headings over every column for one choice of heading rows. */
export interface HeaderPaths {
  /** 1-based, inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly paths: ReadonlyMap<number, readonly HeadingPart[]>;
}

/**
 * Gives the headings over each column for any run of rows at the top of a sheet. Merged cells count
 * for every column and row they cover; where a row has no merges at all, a blank cell right of a
 * heading belongs to that heading as long as something stands below it.
 */
export class HeadingGrid {
  readonly #head: SheetHead;
  readonly #rows: ReadonlyMap<number, SheetRow>;
  readonly #width: number;
  readonly #headings = new Map<string, Heading>();
  readonly #inMerge: ReadonlyMap<string, { row: number; column: number }>;
  readonly #rowsWithMerges = new Set<number>();

  constructor(head: SheetHead) {
    this.#head = head;
    this.#rows = new Map(head.rows.map((row) => [row.number, row]));
    this.#width = head.rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
    const covered = new Map<string, { row: number; column: number }>();
    for (const merge of head.merges) {
      if (merge.lastColumn > merge.firstColumn) this.#rowsWithMerges.add(merge.firstRow);
      const right = Math.min(merge.lastColumn, this.#width - 1);
      for (const row of this.#rows.keys()) {
        if (row < merge.firstRow || row > merge.lastRow) continue;
        for (let column = merge.firstColumn; column <= right; column += 1) {
          covered.set(`${row}:${column}`, { row: merge.firstRow, column: merge.firstColumn });
        }
      }
    }
    this.#inMerge = covered;
  }

  /** Numbers of the rows that may hold headings: they hold words, and nothing that is only data. */
  headingRows(): number[] {
    return this.#head.rows
      .filter(({ cells }) => cells.some(isWords) && !cells.some((cell) => typeof cell === 'number'))
      .map(({ number }) => number);
  }

  /** The headings over each column, for heading rows from first to last. */
  paths(firstRow: number, lastRow: number): HeaderPaths {
    const paths = new Map<number, HeadingPart[]>();
    const add = (column: number, part: HeadingPart): void => {
      const path = paths.get(column);
      if (path === undefined) paths.set(column, [part]);
      else path.push(part);
    };
    const seen = new Set<string>();
    for (let row = firstRow; row <= lastRow; row += 1) {
      let toTheLeft: Heading | null = null;
      for (let column = 0; column < this.#width; column += 1) {
        const anchor = this.#inMerge.get(`${row}:${column}`);
        if (anchor !== undefined) {
          toTheLeft = null;
          const key = `${anchor.row}:${anchor.column}:${column}`;
          const text = this.#rows.get(anchor.row)?.cells[anchor.column];
          if (!seen.has(key) && isWords(text)) {
            add(column, { heading: this.#parse(text), inferred: false });
          }
          seen.add(key);
          continue;
        }
        const text = this.#rows.get(row)?.cells[column];
        if (isWords(text)) {
          toTheLeft = this.#parse(text);
          add(column, { heading: toTheLeft, inferred: false });
        } else if (
          toTheLeft !== null &&
          !this.#rowsWithMerges.has(row) &&
          this.#hasWordsBelow(row, lastRow, column)
        ) {
          add(column, { heading: toTheLeft, inferred: true });
        }
      }
    }
    return { firstRow, lastRow, paths };
  }

  #hasWordsBelow(row: number, lastRow: number, column: number): boolean {
    for (let below = row + 1; below <= lastRow; below += 1) {
      if (isWords(this.#rows.get(below)?.cells[column])) return true;
    }
    return false;
  }

  #parse(text: string): Heading {
    let heading = this.#headings.get(text);
    if (heading === undefined) {
      heading = parseHeading(text);
      this.#headings.set(text, heading);
    }
    return heading;
  }
}
