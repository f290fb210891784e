import { parseRange, type CellPosition } from '../cell-range';
import { OoxmlError } from '../ooxml-error';
import { resolveEntities } from '../xml-tokenizer';
import { cellAddress } from './cell-address';
import { shiftFormula } from './formula-text';
import { OoxmlWriteError } from './ooxml-write-error';
import {
  attributeIn,
  cellsOf,
  findSheetData,
  formulaOf,
  rowsOf,
  withoutHiddenText,
  type PlacedCell,
  type PlacedRow,
  type SheetData,
} from './sheet-rows';
import { cellElement } from './sheet-xml';
import { splice, type TextEdit } from './splice';
import { escapeXmlText } from './xml-escape';
import { attributeOf, childOf, outlineWorksheet, type XmlElement } from './xml-outline';

/** A change of one cell of a known sheet; rows are 1-based, columns 0-based. */
export interface SheetCellEdit extends CellPosition {
  /** Null empties the cell; for a formula its cached result, null when unknown. */
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  readonly styleFrom?: CellPosition;
}

/** A worksheet with cells changed, and what that means for the calculation chain. */
export interface EditedSheet {
  readonly xml: string;
  /** Cells (A1) that had a formula and have none now. */
  readonly unchained: readonly string[];
  /** Cells (A1) that have a formula now and had none. */
  readonly chained: readonly string[];
}

/** A row of interest, with its cells by column. */
interface OpenRow {
  readonly row: PlacedRow;
  readonly cells: ReadonlyMap<number, PlacedCell>;
}

/** The formula that cells share, found in a cell that is being overwritten. */
interface SharedFormula {
  readonly index: string;
  readonly formula: string;
  readonly origin: CellPosition;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Everything about a sheet that the changing of its cells needs. */
interface Sheet {
  readonly text: string;
  /** The text without comments and CDATA, in which tags are sought. */
  readonly tags: string;
  readonly name: string;
  readonly root: XmlElement;
  readonly data: SheetData;
  readonly rows: ReadonlyMap<number, OpenRow>;
}

/**
 * Changes cells of a worksheet by splicing.
 * @param text of the worksheet part.
 * @param part its name, for errors.
 * @param sheet the sheet's name, for errors.
 * @param edits at most one a cell counts: the last.
 * @throws {OoxmlWriteError} `part-of-array`, `bad-value`.
 * @throws {OoxmlError} `malformed-xml`.
 */
export function editSheetCells(
  text: string,
  part: string | null,
  sheet: string,
  edits: readonly SheetCellEdit[],
): EditedSheet {
  const byCell = new Map(edits.map((edit) => [cellAddress(edit.row, edit.column), edit]));
  const tags = withoutHiddenText(text);
  const data = findSheetData(tags);
  if (!data) throw new OoxmlError('malformed-xml', part, 'there is no sheetData');
  const root = outlineWorksheet(text, part);
  refuseArrays(tags, data, sheet, [...byCell.values()]);

  const wanted = new Set(
    [...byCell.values()].flatMap(({ row, styleFrom }) => [row, styleFrom?.row]),
  );
  const rows = new Map<number, OpenRow>();
  /** For every row to be inserted, where: before the first row of a higher number. */
  const gaps = new Map<number, number>();
  const missing = [...new Set([...byCell.values()].map(({ row }) => row))].sort((a, b) => a - b);
  let next = 0;
  for (const row of rowsOf(tags, data)) {
    if (wanted.has(row.number)) {
      const cells = Array.from(cellsOf(tags, row, data.prefix), (cell): [number, PlacedCell] => [
        cell.column,
        cell,
      ]);
      rows.set(row.number, { row, cells: new Map(cells) });
    }
    for (let number = missing[next]; number !== undefined && number <= row.number;) {
      if (number < row.number) gaps.set(number, row.start);
      next += 1;
      number = missing[next];
    }
  }
  return changed({ text, tags, name: sheet, root, data, rows }, byCell, gaps);
}

/** Refuses to change part of an array formula or data table: its cells only change together. */
function refuseArrays(
  tags: string,
  data: SheetData,
  sheet: string,
  edits: readonly SheetCellEdit[],
): void {
  const formulas = new RegExp(`<${data.prefix}f\\s([^>]*)>`, 'g');
  formulas.lastIndex = data.openEnd;
  for (
    let match = formulas.exec(tags);
    match && match.index < data.closeStart;
    match = formulas.exec(tags)
  ) {
    const attributes = match[1] ?? '';
    const type = attributeIn(attributes, 't');
    if (type !== 'array' && type !== 'dataTable') continue;
    const range = parseRange(attributeIn(attributes, 'ref') ?? '');
    if (!range || (range.firstRow === range.lastRow && range.firstColumn === range.lastColumn)) {
      continue;
    }
    const caught = edits.filter(
      ({ row, column }) =>
        row >= range.firstRow &&
        row <= range.lastRow &&
        column >= range.firstColumn &&
        column <= range.lastColumn,
    );
    if (caught.length > 0) {
      throw new OoxmlWriteError(
        'part-of-array',
        caught.map(({ row, column }) => `${sheet}!${cellAddress(row, column)}`),
        'these cells only change together with others',
      );
    }
  }
}

function changed(
  sheet: Sheet,
  byCell: ReadonlyMap<string, SheetCellEdit>,
  gaps: ReadonlyMap<number, number>,
): EditedSheet {
  const { text, tags, root, data, rows } = sheet;
  const p = data.prefix;
  const splices: TextEdit[] = [];
  const unchained: string[] = [];
  const chained: string[] = [];
  const shared: SharedFormula[] = [];
  const inserted = new Map<number, { column: number; text: string }[]>();
  const insert = (edit: SheetCellEdit): void => {
    const style = styleOf(sheet, edit.styleFrom ?? edit);
    if (edit.value === null && edit.formula === undefined && edit.styleFrom === undefined) return;
    const address = cellAddress(edit.row, edit.column);
    if (edit.formula !== undefined) chained.push(address);
    const attributes = ` r="${address}"${style === '0' ? '' : ` s="${style}"`}`;
    const ofRow = inserted.get(edit.row) ?? [];
    inserted.set(edit.row, ofRow);
    ofRow.push({ column: edit.column, text: cellElement(attributes, edit, p) });
  };

  for (const [address, edit] of byCell) {
    const cell = rows.get(edit.row)?.cells.get(edit.column);
    if (!cell) {
      insert(edit);
      continue;
    }
    const formula = formulaOf(tags, cell, p);
    if (formula && edit.formula === undefined) unchained.push(address);
    if (!formula && edit.formula !== undefined) chained.push(address);
    const master = formula && sharedFormula(text, formula, edit);
    if (master) shared.push(master);
    // The type goes with the value, and cm/vm speak of what the value was (a dynamic array, an image).
    let attributes = withoutAttributes(cell.attributes, ['t', 'cm', 'vm']);
    if (edit.styleFrom) {
      const style = styleOf(sheet, edit.styleFrom);
      attributes = withoutAttributes(attributes, ['s']) + (style === '0' ? '' : ` s="${style}"`);
    }
    splices.push({ start: cell.start, end: cell.end, text: cellElement(attributes, edit, p) });
  }
  for (const [number, cells] of [...inserted].sort(([a], [b]) => a - b)) {
    cells.sort((a, b) => a.column - b.column);
    const open = rows.get(number);
    if (open) {
      splices.push(...cellInsertions(tags, open, cells, p));
      continue;
    }
    const offset = gaps.get(number) ?? data.closeStart;
    const row = `<${p}row r="${number}">${cells.map((cell) => cell.text).join('')}</${p}row>`;
    splices.push({ start: offset, end: offset, text: row });
  }
  for (const formula of shared) splices.push(...expansions(sheet, formula, byCell));
  const dimension = widenedDimension(root, inserted);
  if (dimension) splices.push(dimension);
  return { xml: splice(text, openedUp(text, data, splices)), unchained, chained };
}

/** Insertions into an empty `<sheetData/>`, gathered into one edit that opens it up. */
function openedUp(text: string, data: SheetData, splices: readonly TextEdit[]): TextEdit[] {
  if (!data.selfClosing) return [...splices];
  const within = splices.filter(({ start }) => start === data.closeStart);
  if (within.length === 0) return [...splices];
  const slash = text.lastIndexOf('/', data.openEnd - 1);
  const rows = within.map((edit) => edit.text).join('');
  return [
    ...splices.filter((edit) => !within.includes(edit)),
    { start: slash, end: data.end, text: `>${rows}</${data.prefix}sheetData>` },
  ];
}

/** A cell's style as written; for a cell that is not there that of its row, else of its column. */
function styleOf(sheet: Sheet, { row, column }: CellPosition): string {
  const open = sheet.rows.get(row);
  const cell = open?.cells.get(column);
  if (cell) return attributeIn(cell.attributes, 's') ?? '0';
  if (open && ['1', 'true'].includes(attributeIn(open.row.attributes, 'customFormat') ?? '')) {
    return attributeIn(open.row.attributes, 's') ?? '0';
  }
  const col = childOf(sheet.root, 'cols')?.children.find(
    (one) =>
      Number(attributeOf(one, 'min')) <= column + 1 && Number(attributeOf(one, 'max')) > column,
  );
  return (col && attributeOf(col, 'style')) ?? '0';
}

function withoutAttributes(attributes: string, names: readonly string[]): string {
  return names.reduce(
    (left, name) => left.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), ''),
    attributes.trimEnd(),
  );
}

/** Cells put into a row that is there, each before the first cell to its right. */
function cellInsertions(
  tags: string,
  { row, cells }: OpenRow,
  added: readonly { readonly column: number; readonly text: string }[],
  prefix: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  if (row.selfClosing) {
    const slash = tags.lastIndexOf('/', row.openEnd - 1);
    const content = added.map(({ text }) => text).join('');
    edits.push({ start: slash, end: row.end, text: `>${content}</${prefix}row>` });
  } else {
    for (const { column, text } of added) {
      let offset = row.closeStart;
      for (const cell of cells.values()) {
        if (cell.column > column) offset = Math.min(offset, cell.start);
      }
      edits.push({ start: offset, end: offset, text });
    }
  }
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(row.attributes);
  if (spans) {
    const columns = added.map(({ column }) => column + 1);
    const first = Math.min(Number(spans[1]), ...columns);
    const last = Math.max(Number(spans[2]), ...columns);
    const digits = spans[0].search(/\d/);
    const start = row.openEnd - (row.selfClosing ? 2 : 1) - row.attributes.length;
    const at = start + spans.index + digits;
    edits.push({
      start: at,
      end: start + spans.index + spans[0].length - 1,
      text: `${first}:${last}`,
    });
  }
  return edits;
}

/** What the formula element of a cell shares with others, null when it is no origin of sharing. */
function sharedFormula(
  text: string,
  formula: { attributes: string; openEnd: number; closeStart: number },
  origin: CellPosition,
): SharedFormula | null {
  if (attributeIn(formula.attributes, 't') !== 'shared') return null;
  const index = attributeIn(formula.attributes, 'si');
  const range = parseRange(attributeIn(formula.attributes, 'ref') ?? '');
  if (index === undefined || !range) return null;
  const raw = text.slice(formula.openEnd, formula.closeStart);
  const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(raw)?.[1];
  return {
    index,
    formula: cdata ?? resolveEntities(raw),
    origin: { row: origin.row, column: origin.column },
    firstRow: range.firstRow,
    lastRow: range.lastRow,
  };
}

/** The formula written out in every cell that shares it and is not overwritten as well. */
function expansions(
  sheet: Sheet,
  shared: SharedFormula,
  byCell: ReadonlyMap<string, SheetCellEdit>,
): TextEdit[] {
  const { tags, data } = sheet;
  const p = data.prefix;
  const edits: TextEdit[] = [];
  for (const row of rowsOf(tags, data)) {
    if (row.number < shared.firstRow || row.number > shared.lastRow) continue;
    for (const cell of cellsOf(tags, row, p)) {
      if (byCell.has(cellAddress(row.number, cell.column))) continue;
      const formula = formulaOf(tags, cell, p);
      if (!formula || attributeIn(formula.attributes, 't') !== 'shared') continue;
      if (attributeIn(formula.attributes, 'si') !== shared.index) continue;
      const shifted = shiftFormula(
        shared.formula,
        row.number - shared.origin.row,
        cell.column - shared.origin.column,
      );
      const text = `<${p}f>${escapeXmlText(shifted)}</${p}f>`;
      edits.push({ start: formula.start, end: formula.end, text });
    }
  }
  return edits;
}

/** The stated used range, widened when cells were put outside of it. */
function widenedDimension(
  root: XmlElement,
  inserted: ReadonlyMap<number, readonly { readonly column: number }[]>,
): TextEdit | null {
  const element = childOf(root, 'dimension');
  const ref = element?.attributes.find(({ name }) => name === 'ref');
  const range = parseRange(ref?.value ?? '');
  if (!ref || !range || inserted.size === 0) return null;
  let { firstRow, lastRow, firstColumn, lastColumn } = range;
  for (const [row, cells] of inserted) {
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
    for (const { column } of cells) {
      firstColumn = Math.min(firstColumn, column);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  const first = cellAddress(firstRow, firstColumn);
  const last = cellAddress(lastRow, lastColumn);
  const text = first === last ? first : `${first}:${last}`;
  return text === ref.value ? null : { start: ref.valueStart, end: ref.valueEnd, text };
}
