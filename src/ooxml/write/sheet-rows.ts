import { OoxmlError } from '../ooxml-error';
import { parseCellReference } from '../cell-range';
import { resolveEntities } from '../xml-tokenizer';

/** A row or cell where it stands in the text of a worksheet. */
export interface PlacedTag {
  readonly start: number;
  /** Offset after the `>` of the opening tag. */
  readonly openEnd: number;
  /** Offset of the `<` of the closing tag; for an empty tag the same as `openEnd`. */
  readonly closeStart: number;
  /** Offset after the whole. */
  readonly end: number;
  readonly selfClosing: boolean;
  /** Between the name and the end of the opening tag, as written. */
  readonly attributes: string;
}

/** A row: its 1-based number, stated or following from the row before. */
export interface PlacedRow extends PlacedTag {
  readonly number: number;
}

/** A cell: its 0-based column, stated or following from the cell before. */
export interface PlacedCell extends PlacedTag {
  readonly column: number;
}

/** The rows of a worksheet, and where they stand. */
export interface SheetData extends PlacedTag {
  /** Of the sheet's elements: empty, or such as `x:`. */
  readonly prefix: string;
}

/** The value of an attribute in the text of a tag. */
export function attributeIn(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const raw = match?.[1] ?? match?.[2];
  return raw === undefined ? undefined : resolveEntities(raw);
}

/**
 * The text with comments and CDATA blanked out at the same length: in it every `<` begins a tag, and
 * every offset is one of the text itself.
 */
export function withoutHiddenText(xml: string): string {
  if (!xml.includes('<!--') && !xml.includes('<![CDATA[')) return xml;
  return xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (hidden) =>
    ' '.repeat(hidden.length),
  );
}

/** The element of a name that starts first in a stretch of the text, or null. */
function findElement(xml: string, name: string, from: number, to: number): PlacedTag | null {
  const opening = `<${name}`;
  // Cut out first: a name that is not there must not be sought through the rest of the sheet.
  const stretch = xml.slice(from, to);
  let at = stretch.indexOf(opening);
  while (at >= 0 && !/[\s/>]/.test(stretch.charAt(at + opening.length))) {
    at = stretch.indexOf(opening, at + 1);
  }
  if (at < 0) return null;
  const start = from + at;
  const openEnd = tagEnd(xml, start + opening.length);
  const selfClosing = xml.charAt(openEnd - 2) === '/';
  const attributes = xml.slice(start + opening.length, openEnd - (selfClosing ? 2 : 1));
  if (selfClosing) {
    return { start, openEnd, closeStart: openEnd, end: openEnd, selfClosing, attributes };
  }
  const closeStart = name.endsWith('sheetData')
    ? xml.lastIndexOf(`</${name}`)
    : closingTag(xml, name, openEnd);
  if (closeStart < openEnd) throw new OoxmlError('malformed-xml', null, `<${name}> has no end`);
  const end = xml.indexOf('>', closeStart) + 1;
  return { start, openEnd, closeStart, end, selfClosing, attributes };
}

/** The offset of the next closing tag of a name; `</color>` closes no `<c>`. */
function closingTag(xml: string, name: string, from: number): number {
  const closing = `</${name}`;
  let at = xml.indexOf(closing, from);
  while (at >= 0 && !/[\s>]/.test(xml.charAt(at + closing.length))) {
    at = xml.indexOf(closing, at + 1);
  }
  return at;
}

/** The offset after the `>` of a tag; a `>` inside quotes is no end. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  throw new OoxmlError('malformed-xml', null, 'a tag has no end');
}

/**
 * Where the rows are.
 * @param xml as `withoutHiddenText` gives it.
 * @returns null when the worksheet has no sheetData.
 */
export function findSheetData(xml: string): SheetData | null {
  const prefix = /<([\w.-]+:)?sheetData[\s/>]/.exec(xml)?.[1] ?? '';
  const found = findElement(xml, `${prefix}sheetData`, 0, xml.length);
  return found && { ...found, prefix };
}

/** The rows in their order. */
export function* rowsOf(xml: string, data: SheetData): Generator<PlacedRow> {
  let at = data.openEnd;
  let number = 0;
  for (;;) {
    const row = findElement(xml, `${data.prefix}row`, at, data.closeStart);
    if (!row) return;
    const stated = Number(attributeIn(row.attributes, 'r') ?? NaN);
    number = Number.isInteger(stated) ? stated : number + 1;
    yield { ...row, number };
    at = row.end;
  }
}

/** The cells of a row in their order. */
export function* cellsOf(xml: string, row: PlacedRow, prefix: string): Generator<PlacedCell> {
  let at = row.openEnd;
  let column = -1;
  for (;;) {
    const cell = findElement(xml, `${prefix}c`, at, row.closeStart);
    if (!cell) return;
    const stated = parseCellReference(attributeIn(cell.attributes, 'r') ?? '');
    column = stated ? stated.column : column + 1;
    yield { ...cell, column };
    at = cell.end;
  }
}

/** The formula element of a cell, or null. */
export function formulaOf(xml: string, cell: PlacedCell, prefix: string): PlacedTag | null {
  return findElement(xml, `${prefix}f`, cell.openEnd, cell.closeStart);
}
