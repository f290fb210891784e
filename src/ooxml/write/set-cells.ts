import type { CellEdit } from '../../plans/cell-edit';
import type { OoxmlPackage } from '../package';
import { editSheetCells, type SheetCellEdit } from './edit-sheet-cells';
import { cellAddress, rectangleOf } from './cell-address';
import { OoxmlWriteError } from './ooxml-write-error';
import { rewritePart } from './package-edits';
import { attributeOf, childOf, outlineXml } from './xml-outline';
import { WorkbookEditor, type PlacedSheet } from './workbook-editor';

/** A change of one cell in a file, with what only a file needs to be told. */
export interface FileCellEdit extends CellEdit {
  /** A cell (A1) of the same sheet whose look the cell gets; otherwise it keeps its own. */
  readonly styleFrom?: string;
  /** For a formula: its result, to be cached. */
  readonly result?: string | number | boolean;
}

/** How cells are changed. */
export interface SetCellsOptions {
  /**
   * `on-load` (the default) has programs recalculate when they open the file, for formulas that
   * depend on the cells hold results of before; `trust` leaves the results as they are.
   */
  readonly recalculate?: 'on-load' | 'trust';
}

/** The heading cells of the tables on a sheet, with the text they have to keep. */
function tableHeadings(file: OoxmlPackage, sheet: PlacedSheet): Map<string, string> {
  const headings = new Map<string, string>();
  for (const { kind, external, target } of file.relationshipsOf(sheet.part)) {
    if (kind !== 'table' || external || !file.has(target)) continue;
    const table = outlineXml(file.text(target), target);
    const range = attributeOf(table, 'ref');
    if (range === undefined || attributeOf(table, 'headerRowCount') === '0') continue;
    const { firstRow, firstColumn } = rectangleOf(range);
    (childOf(table, 'tableColumns')?.children ?? []).forEach((column, index) => {
      headings.set(cellAddress(firstRow, firstColumn + index), attributeOf(column, 'name') ?? '');
    });
  }
  return headings;
}

/**
 * Changes single cells of existing sheets by splicing; every other cell stays as it is written.
 * Text becomes an inline string, whatever it begins with. A cell that a shared formula spreads from
 * can be overwritten: the cells that share it get the formula in full.
 * @throws {OoxmlWriteError} before anything is changed: `no-such-sheet`, `part-of-array`,
 * `table-heading`, `bad-value`.
 * @throws {OoxmlError} when a part cannot be read.
 */
export function setCells(
  file: OoxmlPackage,
  edits: readonly FileCellEdit[],
  options: SetCellsOptions = {},
): void {
  if (edits.length === 0) return;
  const workbook = new WorkbookEditor(file);
  const worksheets = workbook.sheets().filter(({ kind }) => kind === 'worksheet');
  const bySheet = new Map<PlacedSheet, SheetCellEdit[]>();
  for (const edit of edits) {
    const sheet = worksheets.find(({ name }) => name.toLowerCase() === edit.sheet.toLowerCase());
    if (!sheet) {
      throw new OoxmlWriteError('no-such-sheet', [edit.sheet], 'there is no such worksheet');
    }
    const { firstRow, firstColumn } = rectangleOf(edit.cell);
    const styled = edit.styleFrom === undefined ? null : rectangleOf(edit.styleFrom);
    const ofSheet = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, ofSheet);
    ofSheet.push({
      row: firstRow,
      column: firstColumn,
      ...(typeof edit.content === 'object' && edit.content !== null
        ? { value: edit.result ?? null, formula: edit.content.formula }
        : { value: edit.content }),
      ...(styled ? { styleFrom: { row: styled.firstRow, column: styled.firstColumn } } : {}),
    });
  }
  const results = [...bySheet].map(([sheet, ofSheet]) => {
    const headings = tableHeadings(file, sheet);
    for (const { row, column, value } of ofSheet) {
      const heading = headings.get(cellAddress(row, column));
      if (heading !== undefined && heading !== value) {
        throw new OoxmlWriteError(
          'table-heading',
          [`${sheet.name}!${cellAddress(row, column)}`],
          'the table keeps this text as well',
        );
      }
    }
    return { sheet, ...editSheetCells(file.text(sheet.part), sheet.part, sheet.name, ofSheet) };
  });
  for (const { sheet, xml, unchained, chained } of results) {
    rewritePart(file, sheet.part, () => xml);
    const gone = new Set(unchained);
    workbook.updateCalcChain(
      ({ sheetId, cell }) => sheetId === sheet.sheetId && gone.has(cell),
      chained.map((cell) => ({ sheetId: sheet.sheetId, cell })),
    );
  }
  if (options.recalculate !== 'trust') workbook.recalculateOnLoad();
}
