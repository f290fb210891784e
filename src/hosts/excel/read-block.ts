import * as z from 'zod/mini';
import type { CellContent, SheetRow } from '../../workbook/source';
import { cellContent, type DateFormats } from './cell-content';

/** The cells of a sheet that hold anything, as Excel counts them: all indexes 0-based. */
export interface UsedArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whether all rows are hidden; null when only some are. */
  readonly rowHidden: boolean | null;
}

const hiddenState = z.nullable(z.boolean());

/** Asks how far a sheet goes: to be followed by a sync and `usedAreaOf`. */
export function askUsedArea(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
  return used;
}

/** The area of a loaded range; null for a null object (an empty sheet). */
export function usedAreaOf(range: Excel.Range): UsedArea | null {
  if (range.isNullObject) return null;
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
    // Typed as never null, but documented to be null when rows differ.
    rowHidden: hiddenState.parse(range.rowHidden),
  };
}

/** A range whose contents are asked for. */
export interface AskedBlock {
  readonly range: Excel.Range;
  readonly area: UsedArea;
  /** Absent when no row of the block was known to be hidden. */
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
}

/** Asks for the contents of a range: to be followed by a sync and `rowsOfBlock`. */
export function askBlock(sheet: Excel.Worksheet, area: UsedArea): AskedBlock {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
  range.load('values,valueTypes,numberFormat,rowHidden');
  const mixed = area.rowHidden === null;
  return { range, area, rows: mixed ? range.getRowProperties({ rowHidden: true }) : null };
}

/** Whether rows have been hidden since the area was measured, so that the block must be asked again. */
export function isHiddenStateStale({ range, rows }: AskedBlock): boolean {
  return rows === null && hiddenState.parse(range.rowHidden) === null;
}

/** The rows of an answered block that hold anything. */
export function* rowsOfBlock(block: AskedBlock, formats: DateFormats): Generator<SheetRow> {
  const { range, area, rows } = block;
  const { values, valueTypes, numberFormat } = range;
  const allHidden = hiddenState.parse(range.rowHidden) === true;
  for (const [index, row] of values.entries()) {
    const types = valueTypes[index] ?? [];
    const codes: readonly unknown[] = numberFormat[index] ?? [];
    const cells: CellContent[] = [];
    let isBlank = true;
    for (let column = 0; column < row.length; column += 1) {
      const content = cellContent(row[column], types[column], codes[column], formats);
      if (content === undefined) continue;
      cells[area.column + column] = content;
      isBlank = false;
    }
    if (isBlank) continue;
    const hidden = rows === null ? allHidden : rows.value[index]?.rowHidden === true;
    yield { number: area.row + index + 1, hidden, cells };
  }
}
