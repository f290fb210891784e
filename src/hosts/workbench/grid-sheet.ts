import {
  BooleanNumber,
  type IColumnData,
  type IStyleData,
  type IWorksheetData,
} from '@univerjs/core';
import type { FormulaRule, SheetLayout } from '../../ooxml/sheet-layout';
import { parseSheetLayout } from '../../ooxml/sheet-layout';
import type { CellLook, WorkbookLooks } from '../../ooxml/cell-look';
import { parseLooks } from '../../ooxml/cell-look';
import { worksheetFrame } from '../../ooxml/worksheet-frame';
import type { CellRectangle } from '../../ooxml/cell-range';
import type { WorkbookSheet } from '../../ooxml/workbook-part';
import type { XlsxWorkbookSource } from '../xlsx/xlsx-source';
import { GridCells, styleId } from './grid-cells';
import { gridStyle, PIXELS_PER_POINT } from './grid-style';

/** What the grid has no picture for; it stays in the file. */
export type UnshownKind = 'chart' | 'pivot' | 'comment' | 'table' | 'chartsheet';

/** A sheet of a file as the grid takes it, with what the host keeps beside it. */
export interface GridSheet {
  readonly data: Partial<IWorksheetData> & Pick<IWorksheetData, 'id' | 'name'>;
  /** Formulas by cell (A1), without `=`. */
  readonly formulas: ReadonlyMap<string, string>;
  readonly rules: readonly FormulaRule[];
  readonly unshown: readonly UnshownKind[];
  readonly cells: number;
}

const DEFAULT_COLUMN = 8.43;
const PIXELS_PER_CHARACTER = 7;
const COLUMN_PADDING = 5;
const DEFAULT_ROW = 20;
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 8;

const UNSHOWN: Readonly<Record<string, UnshownKind>> = {
  drawing: 'chart',
  pivotTable: 'pivot',
  comments: 'comment',
  threadedComment: 'comment',
  table: 'table',
};

function pixels(characters: number): number {
  return Math.round(characters * PIXELS_PER_CHARACTER + COLUMN_PADDING);
}

function gridRange({ firstRow, lastRow, firstColumn, lastColumn }: CellRectangle): {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
} {
  return {
    startRow: firstRow - 1,
    endRow: lastRow - 1,
    startColumn: firstColumn,
    endColumn: lastColumn,
  };
}

/** The looks of a file, none when it says nothing of them. */
export function looksOf(source: XlsxWorkbookSource): WorkbookLooks {
  const { stylesPart } = source.workbook;
  if (stylesPart === null) return { cells: [], differential: [] };
  return parseLooks(source.container.text(stylesPart), stylesPart);
}

/** The styles of a file by their ids in the grid. */
export function gridStyles(looks: readonly CellLook[]): Record<string, IStyleData> {
  return Object.fromEntries(looks.map((look, index) => [styleId(index), gridStyle(look)]));
}

/**
 * Makes a worksheet of a file into one of the grid.
 *
 * @param id of the sheet in the grid
 * @throws {HostError} `too-large`
 * @throws {OoxmlError} for whatever is wrong with the part
 */
export async function gridSheet(
  source: XlsxWorkbookSource,
  sheet: WorkbookSheet,
  id: string,
): Promise<GridSheet> {
  if (sheet.kind !== 'worksheet') return emptySheet(sheet, id);
  const cells = new GridCells(sheet.name);
  for await (const block of source.rows(sheet.name, cells)) {
    for (const row of block) cells.take(row);
  }
  const frame = worksheetFrame(source.container.bytes(sheet.part), sheet.part);
  const layout = parseSheetLayout(frame, sheet.part);
  return {
    data: {
      id,
      name: sheet.name,
      cellData: cells.data,
      rowData: cells.rows,
      hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      rowCount: cells.rowCount + SPARE_ROWS,
      columnCount: cells.columnCount + SPARE_COLUMNS,
      ...layoutData(layout),
    },
    formulas: cells.formulas,
    rules: layout.rules,
    unshown: unshownIn(source, sheet),
    cells: cells.count,
  };
}

function layoutData(layout: SheetLayout): Partial<IWorksheetData> {
  const columnData: Record<number, Partial<IColumnData>> = {};
  for (const { first, last, width, hidden } of layout.columns) {
    // A stretch to the sheet's last column says how the unused ones look.
    for (let column = first; column <= Math.min(last, first + 255); column += 1) {
      columnData[column] = {
        ...(width === null ? {} : { w: pixels(width) }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
      };
    }
  }
  const { rows, columns } = layout.frozen;
  return {
    columnData,
    mergeData: layout.merges.map(gridRange),
    freeze: {
      xSplit: columns,
      ySplit: rows,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
    },
    showGridlines: layout.showsGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: layout.tabColor === null ? '' : `#${layout.tabColor}`,
    defaultColumnWidth: pixels(layout.defaultColumnWidth ?? DEFAULT_COLUMN),
    defaultRowHeight:
      layout.defaultRowHeight === null
        ? DEFAULT_ROW
        : Math.max(DEFAULT_ROW, Math.round(layout.defaultRowHeight * PIXELS_PER_POINT)),
  };
}

function unshownIn(source: XlsxWorkbookSource, sheet: WorkbookSheet): UnshownKind[] {
  const kinds = source.container
    .relationshipsOf(sheet.part)
    .map(({ kind }) => UNSHOWN[kind])
    .filter((kind) => kind !== undefined);
  return [...new Set(kinds)];
}

/** A sheet that holds no cells, a chart sheet for instance: its tab is shown, empty. */
function emptySheet(sheet: WorkbookSheet, id: string): GridSheet {
  return {
    data: {
      id,
      name: sheet.name,
      cellData: {},
      hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    },
    formulas: new Map(),
    rules: [],
    unshown: ['chartsheet'],
    cells: 0,
  };
}
