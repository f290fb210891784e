import { parseRange } from '../../ooxml/cell-range';
import { HostError } from '../host-error';
import type { HostSelection } from '../host';
import { type BatchOptions, inExcel, withEventsOff } from './excel-batch';
import { TEXT_FORMAT } from './cell-input';
import { rangeAddress } from './range-areas';
import { refuseProtected } from './protected-sheets';

/**
 * Where the person is; null when something that is no cell is selected, such as a chart.
 */
export async function readSelection(options: BatchOptions = {}): Promise<HostSelection | null> {
  try {
    return await inExcel(async (context) => {
      const selected = context.workbook.getSelectedRanges();
      const first = selected.areas.getItemAt(0);
      first.load('rowIndex,columnIndex,rowCount,columnCount');
      const { worksheet } = selected;
      worksheet.load('name');
      await context.sync();
      const { rowIndex, columnIndex, rowCount, columnCount } = first;
      return {
        sheet: worksheet.name,
        range: rangeAddress({
          firstRow: rowIndex + 1,
          lastRow: rowIndex + rowCount,
          firstColumn: columnIndex,
          lastColumn: columnIndex + columnCount - 1,
        }),
      };
    }, options);
  } catch (error) {
    if (error instanceof HostError && error.code === 'failed') return null;
    throw error;
  }
}

/**
 * Shows a sheet and selects a range of it.
 *
 * @throws {HostError} `sheet-missing` also for a hidden sheet
 */
export async function select({ sheet, range }: HostSelection): Promise<void> {
  if (parseRange(range) === null) throw new HostError('failed', range, 'this is no A1 range');
  await inExcel(
    async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
      worksheet.load('visibility');
      await context.sync();
      if (worksheet.isNullObject || worksheet.visibility !== 'Visible') {
        throw new HostError('sheet-missing', sheet);
      }
      worksheet.activate();
      worksheet.getRange(range).select();
      await context.sync();
    },
    { subject: sheet },
  );
}

/**
 * Types a formula into the active cell. A cell of the text format would show the formula itself: it
 * becomes one of the general format.
 *
 * @param formula with its `=`
 * @throws {HostError} `sheet-protected` when the cell is locked
 */
export async function insertFormula(formula: string): Promise<void> {
  await inExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    const { worksheet } = cell;
    cell.load('numberFormat,format/protection/locked');
    worksheet.load('name,protection/protected');
    context.runtime.load('enableEvents');
    await context.sync();
    const isLocked = worksheet.protection.protected && cell.format.protection.locked;
    refuseProtected(isLocked ? [worksheet.name] : []);
    await withEventsOff(context, async ({ finish }) => {
      if (cell.numberFormat[0]?.[0] === TEXT_FORMAT) cell.numberFormat = [['General']];
      cell.formulas = [[formula]];
      await finish();
    });
  });
}
