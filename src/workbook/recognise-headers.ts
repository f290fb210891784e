import type { SchoolField } from '../assessment/school';
import type { SchoolColumn } from './columns';
import { matchColumn } from './column-index';
import type { ColumnMatch } from './column-index';
import { HeadingGrid } from './header-paths';
import type { HeaderPaths, HeadingPart } from './header-paths';
import type { HeadingStage } from './heading';
import type { MoneyUnit } from './money-unit';
import type { SheetHead } from './source';

/** A recognised column of a sheet. */
export interface RecognisedColumn {
  readonly column: SchoolColumn;
  /** 0-based. */
  readonly index: number;
  /** The unit of money that its headings name; null where they name none. */
  readonly unit: MoneyUnit | null;
}

/** Two columns of a sheet that say the same. */
export interface DoubledColumn {
  readonly column: SchoolColumn;
  /** 0-based columns. */
  readonly indices: readonly [number, number];
}

/** How a sheet of schools is laid out, as its headings say. */
export interface RecognisedHeaders {
  readonly head: SheetHead;
  readonly sheetStage: HeadingStage | null;
  /** 1-based, inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<SchoolField, RecognisedColumn>;
  readonly doubled: readonly DoubledColumn[];
  /** Headings that belong to no field, with their 0-based columns. */
  readonly unknown: readonly { readonly heading: string; readonly index: number }[];
  /** 0-based columns that number the rows (序号). */
  readonly serialColumns: readonly number[];
}

/** Most rows that headings may take. */
const MOST_HEADING_ROWS = 4;
const SERIAL = /^(?:序号?|编号|行次|行号|no)$/i;

/**
 * Finds the heading rows among the first rows of a sheet and what each column is. The run of rows
 * under which most fields are recognised wins; of several equal ones that overlap, the one that
 * reaches furthest down (unit rows are headings too) and starts latest (titles are not). Headings
 * repeated further down are not the headings of the sheet.
 *
 * @param sheetStage the stage whose sheet it is, for headings without one (在校生数)
 * @returns null where no heading of any field is found
 */
export function recogniseHeaders(
  head: SheetHead,
  sheetStage: HeadingStage | null,
): RecognisedHeaders | null {
  const grid = new HeadingGrid(head);
  const rows = grid.headingRows();
  let best: { score: number; headers: RecognisedHeaders } | null = null;
  for (const firstRow of rows) {
    for (let lastRow = firstRow; lastRow < firstRow + MOST_HEADING_ROWS; lastRow += 1) {
      if (!rows.includes(lastRow)) break;
      const headers = readHeaders(head, sheetStage, grid.paths(firstRow, lastRow));
      const score = headers.columns.size - headers.doubled.length;
      if (headers.columns.size === 0) continue;
      if (best === null || isBetter(score, headers, best.score, best.headers)) {
        best = { score, headers };
      }
    }
  }
  return best === null ? null : withMergedRowsAbove(best.headers);
}

function isBetter(
  score: number,
  headers: RecognisedHeaders,
  bestScore: number,
  best: RecognisedHeaders,
): boolean {
  if (score !== bestScore) return score > bestScore;
  if (headers.firstRow > best.lastRow) return false;
  if (headers.lastRow !== best.lastRow) return headers.lastRow > best.lastRow;
  return headers.firstRow > best.firstRow;
}

/** Rows above belong to the headings as far as merged heading cells reach up. */
function withMergedRowsAbove(headers: RecognisedHeaders): RecognisedHeaders {
  const { firstRow, lastRow, head } = headers;
  const tops = head.merges
    .filter((merge) => merge.firstRow <= lastRow && merge.lastRow >= firstRow)
    .map((merge) => merge.firstRow);
  return { ...headers, firstRow: Math.min(firstRow, ...tops) };
}

function readHeaders(
  head: SheetHead,
  sheetStage: HeadingStage | null,
  { firstRow, lastRow, paths }: HeaderPaths,
): RecognisedHeaders {
  const found = new Map<SchoolField, { match: ColumnMatch; index: number; heading: string }>();
  const doubled: DoubledColumn[] = [];
  const unknown: { heading: string; index: number }[] = [];
  const serialColumns: number[] = [];

  for (const [index, path] of [...paths].sort(([a], [b]) => a - b)) {
    const match = matchPath(path, sheetStage);
    const leaf = path[path.length - 1]?.heading;
    if (match === null) {
      if (leaf !== undefined && SERIAL.test(leaf.key)) serialColumns.push(index);
      else unknown.push({ heading: written(path), index });
      continue;
    }
    const { field } = match.column;
    const earlier = found.get(field);
    if (earlier === undefined) {
      found.set(field, { match, index, heading: written(path) });
    } else if (match.exact && !earlier.match.exact) {
      unknown.push({ heading: earlier.heading, index: earlier.index });
      found.set(field, { match, index, heading: written(path) });
    } else if ((earlier.match.exact && !match.exact) || field === 'remark') {
      unknown.push({ heading: written(path), index });
    } else {
      doubled.push({ column: match.column, indices: [earlier.index, index] });
    }
  }

  return {
    head,
    sheetStage,
    firstRow,
    lastRow,
    columns: new Map(
      [...found].map(([field, { match, index }]) => [
        field,
        { column: match.column, index, unit: match.unit },
      ]),
    ),
    doubled,
    unknown,
    serialColumns,
  };
}

function matchPath(
  path: readonly HeadingPart[],
  sheetStage: HeadingStage | null,
): ColumnMatch | null {
  const whole = matchColumn(
    path.map(({ heading }) => heading),
    sheetStage,
  );
  if (whole !== null || !path.some(({ inferred }) => inferred)) return whole;
  return matchColumn(
    path.filter(({ inferred }) => !inferred).map(({ heading }) => heading),
    sheetStage,
  );
}

function written(path: readonly HeadingPart[]): string {
  return path.map(({ heading }) => heading.written.replace(/\s+/g, '')).join('/');
}
