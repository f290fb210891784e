import { columnLetters } from '../../ooxml/write/cell-address';
import type { CellStyle, SheetPlan } from '../../plans/sheet-plan';
import { CellRectangles, packAddresses, rangeAddress } from './range-areas';

/** One property of a format and a value of it; cells that share both are written together. */
interface FormatWrite {
  /** Tells equal writes. */
  readonly key: string;
  readonly write: (format: Excel.RangeFormat) => void;
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const OUTER_EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** The key of cells with a thin border, which need several writes. */
const BORDER = 'border';

/**
 * A width in characters of the default font as points: Excel adds 5 pixels of padding to 7 pixels a
 * digit, and a pixel is 3/4 point.
 */
const POINTS_PER_CHARACTER = 5.25;
const PADDING_POINTS = 3.75;

function formatWrites(style: CellStyle): readonly FormatWrite[] {
  const writes: FormatWrite[] = [];
  const add = (key: string, write: FormatWrite['write']): void => {
    writes.push({ key, write });
  };
  const { fontSize, fontColor, fill, horizontal, vertical, indent } = style;
  if (style.bold === true) add('bold', ({ font }) => (font.bold = true));
  if (style.italic === true) add('italic', ({ font }) => (font.italic = true));
  if (style.underline === true) add('underline', ({ font }) => (font.underline = 'Single'));
  if (fontSize !== undefined) add(`size ${fontSize}`, ({ font }) => (font.size = fontSize));
  if (fontColor !== undefined) {
    add(`color ${fontColor}`, ({ font }) => (font.color = `#${fontColor}`));
  }
  if (fill !== undefined) add(`fill ${fill}`, (format) => (format.fill.color = `#${fill}`));
  if (horizontal !== undefined) {
    add(`horizontal ${horizontal}`, (format) => {
      format.horizontalAlignment = HORIZONTAL[horizontal];
    });
  }
  if (vertical !== undefined) {
    add(`vertical ${vertical}`, (format) => (format.verticalAlignment = VERTICAL[vertical]));
  }
  if (style.wrap === true) add('wrap', (format) => (format.wrapText = true));
  if (indent !== undefined) add(`indent ${indent}`, (format) => (format.indentLevel = indent));
  if (style.unlocked === true) {
    add('unlocked', (format) => (format.protection.locked = false));
  }
  if (style.border === 'thin') add(BORDER, thinBorders(OUTER_EDGES));
  return writes;
}

function thinBorders(
  edges: readonly ((typeof OUTER_EDGES)[number] | 'InsideHorizontal' | 'InsideVertical')[],
): FormatWrite['write'] {
  return ({ borders }) => {
    for (const edge of edges) {
      const border = borders.getItem(edge);
      border.style = 'Continuous';
      border.weight = 'Thin';
    }
  };
}

/** Queues the same write for many ranges: as few calls as their addresses allow. */
function writeAll(
  sheet: Excel.Worksheet,
  addresses: readonly string[],
  write: FormatWrite['write'],
): void {
  for (const address of packAddresses(addresses)) write(sheet.getRanges(address).format);
}

/**
 * Queues all looks of a sheet: cells, merged areas, heights and widths. The number of calls goes
 * with the number of different looks, not of cells.
 */
export function formatSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const range of plan.merges) sheet.getRange(range).merge();
  formatCells(sheet, plan);
  sizeRows(sheet, plan);
  sizeColumns(sheet, plan);
}

function formatCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const known = new Map<CellStyle, readonly FormatWrite[]>();
  const gathered = new Map<string, { write: FormatWrite['write']; cells: CellRectangles }>();
  for (const { number, cells } of plan.rows) {
    for (const { column, style } of cells) {
      if (style === undefined) continue;
      let writes = known.get(style);
      if (writes === undefined) {
        writes = formatWrites(style);
        known.set(style, writes);
      }
      for (const { key, write } of writes) {
        let entry = gathered.get(key);
        if (entry === undefined) {
          entry = { write, cells: new CellRectangles() };
          gathered.set(key, entry);
        }
        entry.cells.add(number, column);
      }
    }
  }
  for (const [key, { write, cells }] of gathered) {
    const areas = cells.rectangles();
    writeAll(sheet, areas.map(rangeAddress), write);
    if (key !== BORDER) continue;
    // Excel refuses inner borders for ranges that have no inside.
    const tall = areas.filter(({ firstRow, lastRow }) => lastRow > firstRow);
    const wide = areas.filter(({ firstColumn, lastColumn }) => lastColumn > firstColumn);
    writeAll(sheet, tall.map(rangeAddress), thinBorders(['InsideHorizontal']));
    writeAll(sheet, wide.map(rangeAddress), thinBorders(['InsideVertical']));
  }
}

function sizeRows(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const heights = new Map<number, CellRectangles>();
  for (const { number, height } of plan.rows) {
    if (height === undefined) continue;
    const rows = heights.get(height) ?? new CellRectangles();
    heights.set(height, rows);
    rows.add(number, 0);
  }
  for (const [height, rows] of heights) {
    const addresses = rows.rectangles().map(({ firstRow, lastRow }) => `${firstRow}:${lastRow}`);
    writeAll(sheet, addresses, (format) => (format.rowHeight = height));
  }
}

function sizeColumns(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const widths = new Map<number, CellRectangles>();
  plan.columnWidths.forEach((width, column) => {
    const columns = widths.get(width) ?? new CellRectangles();
    widths.set(width, columns);
    columns.add(1, column);
  });
  for (const [width, columns] of widths) {
    writeAll(sheet, columns.rectangles().map(columnsAddress), (format) => {
      format.columnWidth = width * POINTS_PER_CHARACTER + PADDING_POINTS;
    });
  }
  const hidden = new CellRectangles();
  for (const column of [...(plan.hiddenColumns ?? [])].sort((a, b) => a - b)) hidden.add(1, column);
  for (const columns of hidden.rectangles()) {
    sheet.getRange(columnsAddress(columns)).columnHidden = true;
  }
}

function columnsAddress({
  firstColumn,
  lastColumn,
}: {
  readonly firstColumn: number;
  readonly lastColumn: number;
}): string {
  return `${columnLetters(firstColumn)}:${columnLetters(lastColumn)}`;
}
