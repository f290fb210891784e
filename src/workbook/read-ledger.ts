import { cellText, isBlank } from './cell-text';
import { LEDGER_AS_OF, LEDGER_FIELDS, LEDGER_HEADINGS } from './ledger-columns';
import type { LedgerField } from './ledger-columns';
import { dateSerial } from './ledger-dates';
import { normaliseText } from './normalise-text';
import { isNamed } from './sheet-names';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** The key of 整改台账 among the sheets that this program writes. */
const LEDGER_KEY = 'ledger';

/** The name under which 整改台账 is written. */
const LEDGER_NAME = '整改台账';

/** One row of an earlier 整改台账 with everything that stands in it. */
export interface LedgerRow {
  /** 1-based. */
  readonly number: number;
  /** By 0-based column; may be sparse. */
  readonly cells: readonly CellContent[];
}

/** What an earlier 整改台账 holds, cell by cell. */
export interface EarlierLedger {
  readonly kind: 'ledger';
  readonly sheet: string;
  /** 1-based. */
  readonly headingRow: number;
  /** 0-based column of each of our headings that is still there. */
  readonly fields: ReadonlyMap<LedgerField, number>;
  /** Where 截至日期 stands above the headings, and the serial number behind it. */
  readonly asOf: {
    readonly row: number;
    readonly column: number;
    readonly serial: number | null;
  } | null;
  /** How many columns hold anything. */
  readonly width: number;
  /** Every row that holds anything, the heading row among them. */
  readonly rows: readonly LedgerRow[];
}

/** A sheet in the ledger's place without its headings: what it holds cannot be taken over. */
interface UnknownLedger {
  readonly kind: 'unknown';
  readonly sheet: string;
}

/** What was found where 整改台账 is written. */
export type LedgerReading = EarlierLedger | UnknownLedger;

/** Headings that tell the ledger from any other table, beside 问题. */
const TELLING: readonly LedgerField[] = ['school', 'unit', 'person', 'measure', 'due', 'progress'];
const ENOUGH_TELLING = 3;

/**
 * Reads the 整改台账 that the workbook holds, so that writing it again keeps what people wrote. It is
 * to be read immediately before it is written. The sheet is known by our mark, else by its name; its
 * columns by their headings, wherever they stand.
 *
 * @returns null where the workbook has no such sheet
 */
export async function readLedger(
  source: WorkbookSource,
  heads: readonly Pick<SheetHead, 'name' | 'madeAs'>[],
): Promise<LedgerReading | null> {
  const head =
    heads.find(({ madeAs }) => madeAs?.toLowerCase() === LEDGER_KEY) ??
    heads.find((one) => isNamed(one, LEDGER_NAME));
  if (head === undefined) return null;
  const rows: LedgerRow[] = [];
  let headingRow: number | null = null;
  let fields: ReadonlyMap<LedgerField, number> = new Map();
  let width = 0;
  for await (const block of source.rows(head.name)) {
    for (const { number, cells } of block) {
      const kept = [...cells];
      while (kept.length > 0 && isBlank(kept[kept.length - 1])) kept.pop();
      if (kept.length === 0) continue;
      rows.push({ number, cells: kept });
      width = Math.max(width, kept.length);
      if (headingRow !== null) continue;
      const found = headingsIn(kept);
      if (found === null) continue;
      headingRow = number;
      fields = found;
    }
  }
  // A sheet of ours that somebody has emptied holds nothing to keep.
  if (rows.length === 0) return null;
  if (headingRow === null) return { kind: 'unknown', sheet: head.name };
  const headings: number = headingRow;
  const above = rows.filter(({ number }) => number < headings);
  return { kind: 'ledger', sheet: head.name, headingRow, fields, asOf: asOfIn(above), width, rows };
}

/** Finds 截至日期; the day stands in the cell after it. */
function asOfIn(rows: readonly LedgerRow[]): EarlierLedger['asOf'] {
  const { zh, en } = LEDGER_AS_OF;
  for (const { number, cells } of rows) {
    const column = cells.findIndex(
      (content) => typeof content === 'string' && [zh, en].includes(content.trim()),
    );
    if (column >= 0) return { row: number, column, serial: dateSerial(cells[column + 1]) };
  }
  return null;
}

/** The column of each heading in a row of headings; null for any other row. */
function headingsIn(cells: readonly CellContent[]): ReadonlyMap<LedgerField, number> | null {
  const columns = new Map<LedgerField, number>();
  cells.forEach((content, column) => {
    if (typeof content !== 'string') return;
    const text = normaliseText(cellText(content)).toLowerCase();
    const field = LEDGER_FIELDS.find((one) => {
      const { zh, en } = LEDGER_HEADINGS[one];
      return [zh, en].some((heading) => normaliseText(heading).toLowerCase() === text);
    });
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  const telling = TELLING.filter((field) => columns.has(field)).length;
  return columns.has('problem') && telling >= ENOUGH_TELLING ? columns : null;
}
