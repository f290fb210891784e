import * as z from 'zod/mini';
import { parseCellReference } from '../../ooxml/cell-range';
import { cellAddress } from '../../ooxml/write/cell-address';
import type { CellEdit, EditedContent } from '../../plans/cell-edit';
import { HostError } from '../host-error';
import { cellInput, TEXT_FORMAT } from './cell-input';
import { inExcel, withEventsOff } from './excel-batch';
import { PROTECTION_PROPERTIES, refuseProtected } from './protected-sheets';

/** Cells below each other that are changed together. */
interface Run {
  readonly sheet: string;
  readonly column: number;
  /** 1-based row of the first. */
  readonly row: number;
  readonly contents: EditedContent[];
}

const boundary = z.unknown();
const lockState = z.nullable(z.boolean());

/**
 * Changes cells, in one round trip to read what they hold and one to write.
 *
 * @returns the edits that put back what was there
 * @throws {HostError} `sheet-missing`, `sheet-protected` when a cell is locked; nothing is changed then
 */
export function editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
  if (edits.length === 0) return Promise.resolve([]);
  const runs = runsOf(edits);
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load(`items/name,${PROTECTION_PROPERTIES}`);
    context.runtime.load('enableEvents');
    const asked = runs.map((run) => {
      const sheet = worksheets.getItemOrNullObject(run.sheet);
      const address = `${cellAddress(run.row, run.column)}:${cellAddress(run.row + run.contents.length - 1, run.column)}`;
      const range = sheet.getRange(address);
      range.load('values,valueTypes,formulas,numberFormat,format/protection/locked');
      return { run, sheet, range };
    });
    await context.sync();
    const missing = asked.filter(({ sheet }) => sheet.isNullObject).map(({ run }) => run.sheet);
    if (missing.length > 0) throw new HostError('sheet-missing', [...new Set(missing)].join('、'));
    const locked = new Set(
      asked
        .filter(({ range }) => lockState.parse(range.format.protection.locked) !== false)
        .map(({ run }) => run.sheet.toLowerCase()),
    );
    refuseProtected(
      worksheets.items
        .filter(({ name, protection }) => protection.protected && locked.has(name.toLowerCase()))
        .map(({ name }) => name),
    );
    const inverse = asked.flatMap(({ run, range }) => contentsOf(run, range));
    await withEventsOff(context, async ({ finish }) => {
      for (const { run, range } of asked) writeRun(run, range);
      await finish();
    });
    return inverse;
  });
}

/** Edits below each other joined; of two edits of one cell the later counts. */
function runsOf(edits: readonly CellEdit[]): readonly Run[] {
  const cells = new Map<string, CellEdit & { readonly row: number; readonly column: number }>();
  for (const edit of edits) {
    const at = parseCellReference(edit.cell);
    if (at === null) throw new HostError('failed', edit.cell, 'this is no A1 cell');
    cells.set(`${edit.sheet.toLowerCase()}!${at.column},${at.row}`, { ...edit, ...at });
  }
  const runs: Run[] = [];
  const sorted = [...cells.values()].sort(
    (a, b) =>
      (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.column - b.column) || a.row - b.row,
  );
  for (const { sheet, row, column, content } of sorted) {
    const run = runs.at(-1);
    const continues =
      run?.sheet === sheet && run.column === column && run.row + run.contents.length === row;
    if (continues) run.contents.push(content);
    else runs.push({ sheet, column, row, contents: [content] });
  }
  return runs;
}

function formatAt(range: Excel.Range, index: number): string {
  const format = boundary.parse(range.numberFormat[index]?.[0]);
  return typeof format === 'string' ? format : '';
}

/** What the cells of a run hold, as edits. */
function contentsOf(run: Run, range: Excel.Range): readonly CellEdit[] {
  return run.contents.map((_, index) => {
    const value = boundary.parse(range.values[index]?.[0]);
    const type = boundary.parse(range.valueTypes[index]?.[0]);
    const formula = boundary.parse(range.formulas[index]?.[0]);
    return {
      sheet: run.sheet,
      cell: cellAddress(run.row + index, run.column),
      content: heldContent(value, formula, type === 'Error'),
    };
  });
}

/** A text that begins with `=` shows itself in `formulas` as well as in `values`. */
function heldContent(value: unknown, formula: unknown, isError: boolean): EditedContent {
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) {
    return { formula: formula.slice(1) };
  }
  // An error that was typed in can only be written as a formula.
  if (isError) return { formula: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Excel makes text of whatever is written to a cell of the text format: other contents are written
 * while the format is another, and then keep what they are.
 */
function writeRun({ contents }: Run, range: Excel.Range): void {
  const formats = contents.map((_, index) => formatAt(range, index));
  const inputs = contents.map((content, index) => [cellInput(content, formats[index] ?? '')]);
  const isKept = contents.map(
    (content, index) =>
      formats[index] === TEXT_FORMAT && typeof content !== 'string' && content !== null,
  );
  if (isKept.includes(true)) {
    range.numberFormat = isKept.map((kept) => [kept ? 'General' : null]);
  }
  range.formulas = inputs;
  if (isKept.includes(true)) {
    range.numberFormat = isKept.map((kept) => [kept ? TEXT_FORMAT : null]);
  }
}
