import { keyOfName, sheetOfReference } from '../made-as';
import { HostError } from '../host-error';
import { type CellRange, HEAD_ROWS, type SheetHead, type SheetRow } from '../../workbook/source';
import { DateFormats } from './cell-content';
import { inExcel } from './excel-batch';
import {
  askBlock,
  askUsedArea,
  isHiddenStateStale,
  rowsOfBlock,
  type UsedArea,
  usedAreaOf,
} from './read-block';
import { readRows, rowsInBlock } from './read-rows';

/** Rows looked at for the head of a sheet: titles and headings may have blank rows between them. */
const ROWS_LOOKED_AT = 2 * HEAD_ROWS;
/** Cells of all heads read in one round trip. */
const MOST_CELLS = 120_000;

const VISIBILITIES = new Map<string, SheetHead['visibility']>([
  ['Visible', 'visible'],
  ['Hidden', 'hidden'],
  ['VeryHidden', 'veryHidden'],
]);

/** The heads of a workbook, with what is worth knowing when its rows are read next. */
export interface ReadHeads {
  /** The workbook's name. */
  readonly name: string;
  readonly heads: readonly SheetHead[];
  /** By sheet; null for an empty one. */
  readonly used: ReadonlyMap<string, UsedArea | null>;
}

interface MeasuredSheet {
  readonly name: string;
  readonly visibility: SheetHead['visibility'];
  readonly used: UsedArea | null;
  /** The key of a sheet that is a copy of ours: Excel gives the copy a name of its own. */
  readonly copiedAs: string | null;
}

/**
 * Reads the tops of all sheets in four round trips, however many sheets there are; more only where
 * all heads together are larger than one answer may be, or where a sheet's first rows are blank.
 */
export async function readHeads(): Promise<ReadHeads> {
  const { name, sheets, keys } = await measureSheets();
  const tops = await readTops(sheets);
  const merges = await readMerges(sheets, tops);
  const heads = sheets.map((sheet): SheetHead => ({
    name: sheet.name,
    visibility: sheet.visibility,
    rows: tops.get(sheet.name) ?? [],
    merges: merges.get(sheet.name) ?? [],
    madeAs: keys.get(sheet.name.toLowerCase()) ?? sheet.copiedAs,
  }));
  return { name, heads, used: new Map(sheets.map((sheet) => [sheet.name, sheet.used])) };
}

function measureSheets(): Promise<{
  readonly name: string;
  readonly sheets: readonly MeasuredSheet[];
  readonly keys: ReadonlyMap<string, string>;
}> {
  return inExcel(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.worksheets.load('items/name,items/visibility');
    workbook.names.load('items/name,items/formula');
    await context.sync();
    const measured = workbook.worksheets.items.map((sheet) => {
      sheet.names.load('items/name');
      return { sheet, used: askUsedArea(sheet) };
    });
    await context.sync();
    return {
      name: workbook.name,
      sheets: measured.map(({ sheet, used }) => ({
        name: sheet.name,
        visibility: VISIBILITIES.get(sheet.visibility) ?? 'visible',
        used: usedAreaOf(used),
        copiedAs: sheet.names.items.map((item) => keyOfName(item.name)).find(isText) ?? null,
      })),
      keys: keysOfSheets(workbook.names.items),
    };
  });
}

function isText(key: string | null): key is string {
  return key !== null;
}

/** By the sheet's name in lower case: the key that it was made as. */
function keysOfSheets(
  names: readonly { readonly name: string; readonly formula: unknown }[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, formula } of names) {
    const key = keyOfName(name);
    const sheet = typeof formula === 'string' ? sheetOfReference(formula) : null;
    if (key !== null && sheet !== null) keys.set(sheet.toLowerCase(), key);
  }
  return keys;
}

interface TopArea {
  readonly name: string;
  readonly used: UsedArea;
  readonly top: UsedArea;
}

async function readTops(
  sheets: readonly MeasuredSheet[],
): Promise<ReadonlyMap<string, readonly SheetRow[]>> {
  const areas = sheets.flatMap(({ name, used }): TopArea[] => {
    if (used === null) return [];
    const rowCount = Math.min(used.rowCount, ROWS_LOOKED_AT, rowsInBlock(used.columnCount));
    return [{ name, used, top: { ...used, rowCount } }];
  });
  const tops = new Map<string, readonly SheetRow[]>();
  for (const batch of batchesOf(areas)) {
    for (const [name, rows] of await readTopBatch(batch)) tops.set(name, rows);
  }
  for (const { name, used, top } of areas) {
    const rows = tops.get(name);
    const isWhole = rows !== undefined && rows.length >= HEAD_ROWS;
    if (isWhole || (rows !== undefined && top.rowCount === used.rowCount)) continue;
    tops.set(name, await firstRowsOf(name, used));
  }
  return tops;
}

/** Sheets whose tops fit into one answer. */
function batchesOf(areas: readonly TopArea[]): readonly (readonly TopArea[])[] {
  const batches: TopArea[][] = [];
  let cells = Infinity;
  for (const area of areas) {
    const own = area.top.rowCount * area.top.columnCount;
    if (cells + own > MOST_CELLS) {
      batches.push([]);
      cells = 0;
    }
    cells += own;
    batches.at(-1)?.push(area);
  }
  return batches;
}

/** The tops of sheets; one whose rows were hidden meanwhile is left out. */
function readTopBatch(
  areas: readonly TopArea[],
): Promise<ReadonlyMap<string, readonly SheetRow[]>> {
  return inExcel(async (context) => {
    const asked = areas.map(({ name, top }) => ({
      name,
      block: askBlock(context.workbook.worksheets.getItem(name), top),
    }));
    await context.sync();
    const formats = new DateFormats();
    return new Map(
      asked
        .filter(({ block }) => !isHiddenStateStale(block))
        .map(({ name, block }) => [name, [...rowsOfBlock(block, formats)].slice(0, HEAD_ROWS)]),
    );
  });
}

/** The first rows that hold anything, of a sheet that begins with many blank ones. */
async function firstRowsOf(sheet: string, used: UsedArea): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const block of readRows(sheet, used)) {
    rows.push(...block.slice(0, HEAD_ROWS - rows.length));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
}

/**
 * Merged areas that touch the heads. Excel gives no answer for a range with more than 512 of them:
 * such a workbook is read without.
 */
async function readMerges(
  sheets: readonly MeasuredSheet[],
  tops: ReadonlyMap<string, readonly SheetRow[]>,
): Promise<ReadonlyMap<string, readonly CellRange[]>> {
  try {
    return await inExcel(async (context) => {
      const asked = sheets.flatMap(({ name }) => {
        const last = tops.get(name)?.at(-1)?.number;
        if (last === undefined) return [];
        const sheet = context.workbook.worksheets.getItem(name);
        const merged = sheet.getRange(`1:${last}`).getMergedAreasOrNullObject();
        merged.load(
          'areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount',
        );
        return [{ name, merged }];
      });
      if (asked.length > 0) await context.sync();
      return new Map(
        asked.map(({ name, merged }) => [
          name,
          merged.isNullObject ? [] : merged.areas.items.map(rangeOf),
        ]),
      );
    });
  } catch (error) {
    if (error instanceof HostError && error.code === 'failed') return new Map();
    throw error;
  }
}

function rangeOf(range: Excel.Range): CellRange {
  return {
    firstRow: range.rowIndex + 1,
    lastRow: range.rowIndex + range.rowCount,
    firstColumn: range.columnIndex,
    lastColumn: range.columnIndex + range.columnCount - 1,
  };
}
