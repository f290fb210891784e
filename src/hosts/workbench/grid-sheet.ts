import {
  BooleanNumber,
  type IColumnData,
  type ICellData,
  type IRowData,
  type IStyleData,
  type IWorksheetData,
} from '@univerjs/core';
import type { FormulaRule, SheetLayout } from '../../ooxml/sheet-layout';
import { parseSheetLayout } from '../../ooxml/sheet-layout';
import type { CellLook, WorkbookLooks } from '../../ooxml/cell-look';
import { parseLooks } from '../../ooxml/cell-look';
import type { CellRectangle } from '../../ooxml/cell-range';
import type { WorkbookSheet } from '../../ooxml/workbook-part';
import { cellAddress } from '../../ooxml/write/cell-address';
import { sheetFormulas } from '../../ooxml/write/sheet-formulas';
import type { SheetRow } from '../../workbook/source';
import { HostError } from '../host-error';
import type { XlsxWorkbookSource } from '../xlsx/xlsx-source';
import { gridCell } from './grid-cell';
import { gridStyle } from './grid-style';

/** Cells of all sheets together beyond which a grid in a browser is of no use. */
export const MOST_CELLS = 2_000_000;

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
const PIXELS_PER_POINT = 96 / 72;
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

/** The id that a style of the file has in the grid. */
function styleId(index: number): string {
  return `s${index}`;
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
  const rows = await keptRows(source, sheet);
  const xml = source.container.text(sheet.part);
  const layout = parseSheetLayout(xml, sheet.part);
  const formulas = sheetFormulas(xml);
  const cellData: Record<number, Record<number, ICellData>> = {};
  let cells = 0;
  let lastRow = 0;
  let lastColumn = 0;
  const place = (row: number, column: number, cell: ICellData): void => {
    const ofRow = (cellData[row - 1] ??= {});
    ofRow[column] = { ...ofRow[column], ...cell };
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column + 1);
  };
  for (const row of rows) {
    const styles = layout.styles.get(row.number);
    row.cells.forEach((content, column) => {
      if (content === undefined) return;
      cells += 1;
      const style = styles?.get(column) ?? 0;
      const formula =
        formulas.size === 0 ? undefined : formulas.get(cellAddress(row.number, column));
      place(row.number, column, { ...gridCell(content, formula), s: styleId(style) });
    });
  }
  for (const [row, styles] of layout.styles) {
    for (const [column, style] of styles) {
      if (cellData[row - 1]?.[column] === undefined) place(row, column, { s: styleId(style) });
    }
  }
  return {
    data: {
      id,
      name: sheet.name,
      cellData,
      hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      rowCount: lastRow + SPARE_ROWS,
      columnCount: lastColumn + SPARE_COLUMNS,
      ...layoutData(layout),
    },
    formulas,
    rules: layout.rules,
    unshown: unshownIn(source, sheet),
    cells,
  };
}

/** The rows of a sheet, given up as soon as there are too many cells for a grid. */
async function keptRows(
  source: XlsxWorkbookSource,
  sheet: WorkbookSheet,
): Promise<readonly Pick<SheetRow, 'number' | 'cells'>[]> {
  const rows: Pick<SheetRow, 'number' | 'cells'>[] = [];
  let cells = 0;
  for await (const block of source.rows(sheet.name)) {
    for (const row of block) {
      const kept = row.cells.slice();
      cells += kept.filter((content) => content !== undefined).length;
      if (cells > MOST_CELLS) throw new HostError('too-large', sheet.name);
      rows.push({ number: row.number, cells: kept });
    }
  }
  return rows;
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
  const rowData: Record<number, Partial<IRowData>> = {};
  for (const [row, { height, hidden }] of layout.rows) {
    rowData[row - 1] = {
      ...(height === null
        ? {}
        : { h: Math.round(height * PIXELS_PER_POINT), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  const { rows, columns } = layout.frozen;
  return {
    columnData,
    rowData,
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
