import { HostError } from '../host-error';
import type { SheetRow } from '../../workbook/source';
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

/** Rows and cells of one block: well below Excel on the web's 5 MB an answer. */
const MOST_ROWS = 5_000;
const MOST_CELLS = 120_000;

/** How many rows of so many columns are read at once. */
export function rowsInBlock(columnCount: number): number {
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / columnCount)));
}

interface Answer {
  readonly rows: readonly SheetRow[];
  /** The used area as it is now. */
  readonly used: UsedArea | null;
  readonly isStale: boolean;
}

/** Reads one block, and with it how far the sheet goes. */
function readBlock(sheet: string, area: UsedArea, formats: DateFormats): Promise<Answer> {
  return inExcel(
    async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const used = askUsedArea(worksheet);
      const block = askBlock(worksheet, area);
      await context.sync();
      const isStale = isHiddenStateStale(block);
      return {
        used: usedAreaOf(used),
        isStale,
        rows: isStale ? [] : [...rowsOfBlock(block, formats)],
      };
    },
    { subject: sheet },
  );
}

function readUsedArea(sheet: string): Promise<UsedArea | null> {
  return inExcel(
    async (context) => {
      const used = askUsedArea(context.workbook.worksheets.getItem(sheet));
      await context.sync();
      return usedAreaOf(used);
    },
    { subject: sheet },
  );
}

function isSameExtent(one: UsedArea, other: UsedArea | null): boolean {
  return (
    other !== null &&
    one.row === other.row &&
    one.column === other.column &&
    one.rowCount === other.rowCount &&
    one.columnCount === other.columnCount
  );
}

/**
 * Reads a sheet block by block: one round trip a block, and one before the first when the sheet was
 * not measured or has changed its extent since.
 *
 * @param measured the used area as it was found before; undefined when it is not known
 * @throws {HostError} `sheet-missing`
 */
export async function* readRows(
  sheet: string,
  measured: UsedArea | null | undefined,
): AsyncGenerator<readonly SheetRow[]> {
  const formats = new DateFormats();
  let used = measured ?? (await readUsedArea(sheet));
  if (used === null) return;
  let size = rowsInBlock(used.columnCount);
  let done = 0;
  while (done < used.rowCount) {
    const rowCount: number = Math.min(size, used.rowCount - done);
    const area = { ...used, row: used.row + done, rowCount };
    const answer = await readBlockOrNull(sheet, area, formats);
    if (answer === null) {
      size = Math.ceil(rowCount / 2);
      continue;
    }
    if (done === 0 && !isSameExtent(used, answer.used)) {
      if (answer.used === null) return;
      used = answer.used;
      size = rowsInBlock(used.columnCount);
      continue;
    }
    if (answer.isStale) {
      used = { ...used, rowHidden: null };
      continue;
    }
    done += rowCount;
    yield answer.rows;
  }
}

/** A block, or null when long texts make it more than Excel sends at once: then half of it may do. */
async function readBlockOrNull(
  sheet: string,
  area: UsedArea,
  formats: DateFormats,
): Promise<Answer | null> {
  try {
    return await readBlock(sheet, area, formats);
  } catch (error) {
    if (error instanceof HostError && error.code === 'too-large' && area.rowCount > 1) return null;
    throw error;
  }
}
