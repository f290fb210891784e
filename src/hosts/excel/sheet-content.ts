import { columnLetters } from '../../ooxml/write/cell-address';
import { quoteSheetName, renameSheetsInFormula } from '../../ooxml/write/formula-text';
import { formatCode } from '../../ooxml/write/style-sheet';
import type { PlannedCell, PlannedRow, SheetPlan } from '../../plans/sheet-plan';
import { HostError } from '../host-error';
import { TEXT_FORMAT, textInput } from './cell-input';

/** Excel refuses a sheet with more hyperlinks. */
const MOST_HYPERLINKS = 65_530;

/** UTF-8 bytes of one request, by estimate: Excel on the web takes 5 MB. */
export const MOST_BYTES = 3_500_000;

/** One cell as `formulas` and `numberFormat` take it; null leaves it alone. */
interface CellWrite {
  readonly input: string | number | boolean | null;
  readonly format: string | null;
}

/** Rows below each other that are written with one request. */
export interface ContentBlock {
  /** 1-based. */
  readonly firstRow: number;
  readonly inputs: readonly (readonly CellWrite['input'][])[];
  readonly formats: readonly (readonly CellWrite['format'][])[];
  /** An estimate of the request. */
  readonly bytes: number;
}

/** Columns of a plan that hold anything. */
function columnsOf(plan: SheetPlan): number {
  return plan.rows.reduce(
    (most, { cells }) => cells.reduce((columns, { column }) => Math.max(columns, column + 1), most),
    0,
  );
}

function cellWrite(
  sheet: string,
  { value, formula, style }: PlannedCell,
  renamed: ReadonlyMap<string, string>,
): CellWrite {
  const code = style?.numberFormat === undefined ? 'General' : formatCode(style.numberFormat);
  const format = code === 'General' ? null : code;
  if (formula !== undefined)
    return { input: `=${renameSheetsInFormula(formula, renamed)}`, format };
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new HostError('failed', sheet, `${value} is no cell value`);
  }
  if (typeof value === 'string') return { input: textInput(value, code), format };
  // Excel makes text of a number that is written to a cell of the text format.
  return { input: value, format: value !== null && code === TEXT_FORMAT ? null : format };
}

/**
 * The contents of a plan in blocks of a size that Excel takes, from the first row to the last.
 *
 * @param renamed names that sheets have where the plans call them otherwise, by lower-case name
 * @throws {HostError} `failed` for a number that is not finite
 */
export function contentBlocks(
  plan: SheetPlan,
  renamed: ReadonlyMap<string, string>,
): readonly ContentBlock[] {
  const columns = columnsOf(plan);
  if (columns === 0) return [];
  const encoder = new TextEncoder();
  const blocks: ContentBlock[] = [];
  let inputs: CellWrite['input'][][] = [];
  let formats: CellWrite['format'][][] = [];
  let firstRow = 0;
  let bytes = 0;
  const close = (): void => {
    if (inputs.length > 0) blocks.push({ firstRow, inputs, formats, bytes });
    inputs = [];
    formats = [];
    bytes = 0;
  };
  for (const row of plan.rows) {
    if (row.cells.length === 0) continue;
    const expected = firstRow + inputs.length;
    if (bytes > MOST_BYTES || (inputs.length > 0 && row.number !== expected)) close();
    if (inputs.length === 0) firstRow = row.number;
    const written = rowWrites(plan.name, row, columns, renamed);
    inputs.push(written.map(({ input }) => input));
    formats.push(written.map(({ format }) => format));
    bytes += encoder.encode(JSON.stringify(written)).length;
  }
  close();
  return blocks;
}

function rowWrites(
  sheet: string,
  row: PlannedRow,
  columns: number,
  renamed: ReadonlyMap<string, string>,
): readonly CellWrite[] {
  const written = Array.from({ length: columns }, (): CellWrite => ({ input: null, format: null }));
  for (const cell of row.cells) written[cell.column] = cellWrite(sheet, cell, renamed);
  return written;
}

/** Queues a block. Formats come first, for they decide how contents are read. */
export function writeBlock(sheet: Excel.Worksheet, block: ContentBlock): void {
  const range = sheet.getRangeByIndexes(
    block.firstRow - 1,
    0,
    block.inputs.length,
    block.inputs[0]?.length ?? 0,
  );
  if (block.formats.some((row) => row.some((format) => format !== null))) {
    range.numberFormat = block.formats.map((row) => [...row]);
  }
  range.formulas = block.inputs.map((row) => [...row]);
}

/** Links of cells below each other, which are written together. */
interface LinkRun {
  readonly column: number;
  readonly firstRow: number;
  readonly targets: string[];
}

/**
 * Queues the links of a plan, column by column. Excel puts the target's name into an empty cell and
 * changes its look: contents and formats are to be written afterwards.
 */
export function writeLinks(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  renamed: ReadonlyMap<string, string>,
): void {
  const runs: LinkRun[] = [];
  const open = new Map<number, LinkRun>();
  let count = 0;
  for (const { number, cells } of plan.rows) {
    for (const { column, link } of cells) {
      if (link === undefined || count >= MOST_HYPERLINKS) continue;
      count += 1;
      const name = renamed.get(link.sheet.toLowerCase()) ?? link.sheet;
      const target = `${quoteSheetName(name)}!${link.cell}`;
      const run = open.get(column);
      if (run !== undefined && run.firstRow + run.targets.length === number) {
        run.targets.push(target);
        continue;
      }
      const begun = { column, firstRow: number, targets: [target] };
      open.set(column, begun);
      runs.push(begun);
    }
  }
  for (const { column, firstRow, targets } of runs) {
    const letters = columnLetters(column);
    sheet
      .getRange(`${letters}${firstRow}:${letters}${firstRow + targets.length - 1}`)
      .setCellProperties(targets.map((target) => [{ hyperlink: { documentReference: target } }]));
  }
}
