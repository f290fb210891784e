import type { CellFormats } from './cell-formats';
import {
  type CellRectangle,
  parseCellReference,
  parseArea,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from './cell-range';
import { decodeCellText } from './cell-text';
import { serialOfIsoDate } from './iso-date';
import { TextCache } from './text-cache';
import { XmlByteScanner } from './xml-byte-scanner';

/** Makes the values of cells that are not plain text, number or truth value. */
export interface CellFactory<Special> {
  /** A formula error, such as `#DIV/0!`. */
  fault(error: string): Special;
  /** A number shown as a date; the serial is that of the 1900 system whatever the workbook uses. */
  date(serial: number): Special;
  /** A formula that was saved without its result; '' when only its first cell tells the formula. */
  uncalculated(formula: string): Special;
}

/** What a cell holds; undefined is blank. */
export type CellValue<Special> = string | number | boolean | undefined | Special;

/** A row with content. The object and its cells are used again for the next row. */
export interface ReadRow<Special> {
  /** 1-based. */
  readonly number: number;
  readonly hidden: boolean;
  /** By 0-based column; beyond the last cell of the row it may go on with undefined. */
  readonly cells: readonly CellValue<Special>[];
}

/** Is told, while a sheet is read, what its rows and cells have beside their contents. */
export interface SheetNotes {
  /** A row (1-based) that is hidden or has a height (points) of its own, null when it has none. */
  row(number: number, height: number | null, hidden: boolean): void;
  /** A cell (1-based row, 0-based column), be it blank, of another format than the first. */
  format(row: number, column: number, index: number): void;
  /**
   * A cell with a formula (without `=`).
   *
   * @param text '' where another cell of its group tells it
   * @param group of the cells that share the formula, null when it is of this cell alone
   */
  formula(row: number, column: number, text: string, group: number | null): void;
}

/** What the cells of a sheet refer to. */
export interface SheetContext<Special> {
  /** The sheet's part, for errors. */
  readonly part: string;
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly date1904: boolean;
  readonly factory: CellFactory<Special>;
  /** Which merged areas to keep; all when absent. */
  readonly keepsMerge?: (range: CellRectangle) => boolean;
  readonly notes?: SheetNotes;
}

interface CellParts {
  value: string | null;
  inline: string | null;
  formula: string | null;
}

interface OwnFormula {
  readonly text: string;
  readonly group: number | null;
}

type State = 'before' | 'data' | 'row' | 'after' | 'ended';

const DAYS_FROM_1900_TO_1904 = 1462;
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
// Integers of so many digits, and their quotients by the powers above, are exact or rounded once.
const EXACT_DIGITS = 15;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/;

// A plain cell (reference, format, type, number) is shorter; only then the short way is tried.
const PLAIN_CELL = 192;
const LONGEST_NUMBER = 40;
const WIDE_ROW = 512;
const MOST_MERGES = 1_000_000;

const QUOTE = 0x22;
const SPACE = 0x20;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const SLASH = 0x2f;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const LETTER_C = 0x63;
const LETTER_I = 0x69;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const AMPERSAND = 0x26;
const RETURN = 0x0d;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const INLINE_TYPE = bytesOf('inlineStr');
const INLINE_START = bytesOf('><is><t>');
const INLINE_END = bytesOf('</t></is></c>');

function standsAt(buffer: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let index = 0; index < what.length; index++) {
    if (buffer[at + index] !== what[index]) return false;
  }
  return true;
}

/**
 * Reads the rows of a worksheet part from UTF-8 bytes that arrive in chunks. Feed a chunk, take rows
 * until there are none, feed the next; `finish` after the last one.
 *
 * The usual cell is read straight from its bytes; whatever looks different goes through the
 * tokenizer.
 */
export class SheetReader<Special> {
  /** Merged areas seen so far: they stand behind the rows. */
  readonly merges: CellRectangle[] = [];

  private readonly scanner: XmlByteScanner;
  private state: State = 'before';
  private readonly cells: CellValue<Special>[] = [];
  private readonly row = { number: 0, hidden: false, cells: this.cells };
  private readonly isDate: Uint8Array;
  private readonly dateShift: number;
  private readonly sharedFormulas = new Map<number, string>();
  private readonly texts = new TextCache();
  /** 1-based column of the last cell. */
  private column = 0;
  /** How many cells of `cells` may be set. */
  private width = 0;
  private hasContent = false;
  private rowHasReference = false;
  private skipFrom = -1;
  /** What the current cell holds between its tags. */
  private parts: CellParts = { value: null, inline: null, formula: null };
  /** The formula of the current cell as it stands there; kept only for notes. */
  private ownFormula: OwnFormula | null = null;

  constructor(private readonly context: SheetContext<Special>) {
    this.scanner = new XmlByteScanner(context.part);
    this.isDate = Uint8Array.from(context.formats, (kind) => (kind === 'date' ? 1 : 0));
    this.dateShift = context.date1904 ? DAYS_FROM_1900_TO_1904 : 0;
  }

  /** Whether the whole part has been read. */
  get ended(): boolean {
    return this.state === 'ended';
  }

  /** Adds bytes, which must stay as they are until no more rows come of them. */
  feed(chunk: Uint8Array): void {
    this.scanner.feed(chunk);
  }

  /** Says that all bytes have been fed. */
  finish(): void {
    this.scanner.finish();
  }

  /**
   * The next row that holds anything, null when it takes more bytes or there are none.
   *
   * @throws {OoxmlError} `malformed-xml`, `bad-entity`, `too-large`
   */
  next(): ReadRow<Special> | null {
    for (;;) {
      if (this.state === 'row') {
        if (!this.readCells()) return null;
        this.state = 'data';
        if (this.hasContent) return this.row;
      } else if (!this.advance()) {
        return null;
      }
    }
  }

  /** Passes over the remaining rows; false when their end takes more bytes. */
  skipRows(): boolean {
    while (this.state === 'before') if (!this.advance()) return false;
    if (this.state === 'row' || this.state === 'data') {
      if (!this.scanner.skipToClose('sheetData')) return false;
      this.scanner.rewind(this.scanner.at, 2);
      this.state = 'data';
    }
    this.next();
    return this.ended;
  }

  /** Takes one token outside rows; false when it takes more bytes or all is read. */
  private advance(): boolean {
    const { scanner } = this;
    if (this.state === 'ended') return false;
    switch (scanner.next()) {
      case 'more':
        return false;
      case 'end':
        this.state = 'ended';
        return false;
      case 'open':
        this.open();
        return true;
      case 'close':
        if (this.skipFrom >= 0) {
          if (scanner.depth < this.skipFrom) this.skipFrom = -1;
        } else if (this.state === 'data' && scanner.depth === 1) {
          this.state = 'after';
        }
        return true;
      case 'text':
        return true;
    }
  }

  private open(): void {
    const { scanner } = this;
    const { local } = scanner;
    const level = scanner.selfClosing ? scanner.depth + 1 : scanner.depth;
    if (this.skipFrom >= 0) return;
    if (level === 1 && local !== 'worksheet') {
      throw scanner.malformed(`the root of a sheet is <${local}>`);
    }
    if (this.state === 'before') {
      if (level === 2 && local === 'sheetData') this.state = scanner.selfClosing ? 'after' : 'data';
    } else if (this.state === 'data') {
      if (local === 'row') this.openRow();
      else if (!scanner.selfClosing) this.skipFrom = scanner.depth;
    } else if (level === 3 && local === 'mergeCell') {
      this.takeMerge();
    }
  }

  private takeMerge(): void {
    const { scanner } = this;
    while (scanner.nextAttribute()) {
      if (scanner.attributeName !== 'ref') continue;
      const range = parseArea(scanner.attributeValue());
      if (range === null) throw scanner.malformed('a merged area is no range');
      if (this.context.keepsMerge?.(range) === false) continue;
      if (this.merges.length >= MOST_MERGES) throw scanner.malformed('too many merged areas');
      this.merges.push(range);
    }
  }

  private openRow(): void {
    const { scanner } = this;
    const before = this.row.number;
    let number = before + 1;
    let hidden = false;
    let height: number | null = null;
    this.rowHasReference = false;
    while (scanner.nextAttribute()) {
      const name = scanner.attributeName;
      if (name === 'r') {
        number = scanner.attributeInteger();
        this.rowHasReference = true;
      } else if (name === 'hidden') {
        const value = scanner.attributeValue();
        hidden ||= value === '1' || value === 'true';
      } else if (name === 'ht') {
        height = Number(scanner.attributeValue());
        hidden ||= height === 0;
      }
    }
    if (number <= before) throw scanner.malformed(`row ${number} after row ${before}`);
    if (number > SHEET_ROWS) throw scanner.malformed('a row beyond the sheet');
    this.row.number = number;
    this.row.hidden = hidden;
    if (hidden || height !== null) this.context.notes?.row(number, height, hidden);
    this.column = 0;
    this.hasContent = false;
    if (this.width > WIDE_ROW) this.cells.length = 0;
    else this.cells.fill(undefined, 0, this.width);
    this.width = 0;
    if (!scanner.selfClosing) this.state = 'row';
  }

  /** Reads cells up to the end of the row; false when it takes more bytes. */
  private readCells(): boolean {
    const { scanner } = this;
    for (;;) {
      this.readPlainCells();
      const at = scanner.at;
      const depth = scanner.depth;
      switch (scanner.next()) {
        case 'more':
          return false;
        case 'end':
          return true;
        case 'close':
          if (this.skipFrom < 0) return true;
          if (scanner.depth < this.skipFrom) this.skipFrom = -1;
          break;
        case 'open':
          if (this.skipFrom >= 0) break;
          if (scanner.local === 'c') {
            if (!this.readCell()) {
              scanner.rewind(at, depth);
              return false;
            }
          } else if (!scanner.selfClosing) {
            this.skipFrom = scanner.depth;
          }
          break;
        case 'text':
          break;
      }
    }
  }

  /**
   * Reads cells of the form `<c r="A1" s="1" t="s"><v>12.5</v></c>`, `<c r="A1" s="1"/>` or
   * `<c r="A1" s="1" t="inlineStr"><is><t>text</t></is></c>` as long as they come; stops before the first one that looks different or is not wholly at hand.
   */
  private readPlainCells(): void {
    const { scanner, cells, isDate } = this;
    if (this.skipFrom >= 0) return;
    const { buffer } = scanner;
    const { strings, factory, notes } = this.context;
    const limit = scanner.end - PLAIN_CELL;
    const rowNumber = this.row.number;
    let at = scanner.at;
    while (at < limit) {
      if (buffer[at] !== LESS || buffer[at + 1] !== LETTER_C) break;
      let next = at + 2;
      let column = 0;
      let row = 0;
      let style = 0;
      let type = LETTER_N;
      let byte = 0;
      while (
        buffer[next] === SPACE &&
        buffer[next + 2] === EQUALS &&
        buffer[next + 3] === QUOTE &&
        next < limit
      ) {
        const attribute = buffer[next + 1];
        next += 4;
        byte = buffer[next] ?? 0;
        if (attribute === LETTER_R) {
          while (byte >= LETTER_A && byte <= LETTER_Z && column <= SHEET_COLUMNS) {
            column = column * 26 + byte - LETTER_A + 1;
            byte = buffer[++next] ?? 0;
          }
          while (byte >= ZERO && byte <= NINE && row <= SHEET_ROWS) {
            row = row * 10 + byte - ZERO;
            byte = buffer[++next] ?? 0;
          }
        } else if (attribute === LETTER_S) {
          while (byte >= ZERO && byte <= NINE && style < 1e6) {
            style = style * 10 + byte - ZERO;
            byte = buffer[++next] ?? 0;
          }
        } else if (attribute === LETTER_T && (byte === LETTER_S || byte === LETTER_N)) {
          type = byte;
          byte = buffer[++next] ?? 0;
        } else if (attribute === LETTER_T && standsAt(buffer, next, INLINE_TYPE)) {
          type = LETTER_I;
          next += INLINE_TYPE.length;
          byte = buffer[next] ?? 0;
        } else {
          break;
        }
        if (byte !== QUOTE) break;
        next++;
      }
      if (row !== rowNumber || column === 0 || column > SHEET_COLUMNS) break;
      if (buffer[next] === SLASH && buffer[next + 1] === GREATER) {
        if (style > 0) notes?.format(rowNumber, column - 1, style);
        this.column = column;
        at = next + 2;
        continue;
      }
      if (type === LETTER_I) {
        const end = this.readInlineText(next, column);
        if (end < 0) break;
        if (style > 0) notes?.format(rowNumber, column - 1, style);
        at = end;
        continue;
      }
      if (
        buffer[next] !== GREATER ||
        buffer[next + 1] !== LESS ||
        buffer[next + 2] !== LETTER_V ||
        buffer[next + 3] !== GREATER
      ) {
        break;
      }
      next += 4;

      const numberAt = next;
      const negative = buffer[next] === MINUS;
      if (negative) next++;
      let mantissa = 0;
      let digits = 0;
      let decimals = 0;
      byte = buffer[next] ?? 0;
      while (byte >= ZERO && byte <= NINE && digits <= EXACT_DIGITS) {
        mantissa = mantissa * 10 + byte - ZERO;
        digits++;
        byte = buffer[++next] ?? 0;
      }
      if (byte === POINT && digits > 0) {
        byte = buffer[++next] ?? 0;
        while (byte >= ZERO && byte <= NINE && digits <= EXACT_DIGITS) {
          mantissa = mantissa * 10 + byte - ZERO;
          digits++;
          decimals++;
          byte = buffer[++next] ?? 0;
        }
      }
      let value: CellValue<Special>;
      if (byte === LESS && digits > 0 && digits <= EXACT_DIGITS) {
        const size = decimals === 0 ? mantissa : mantissa / (POWERS_OF_TEN[decimals] ?? 1);
        value = negative ? -size : size;
      } else {
        while (buffer[next] !== LESS && next - numberAt < LONGEST_NUMBER) next++;
        const text = scanner.decode(numberAt, next);
        if (!NUMBER.test(text)) break;
        value = Number(text);
        if (!Number.isFinite(value)) break;
      }
      if (
        buffer[next] !== LESS ||
        buffer[next + 1] !== SLASH ||
        buffer[next + 2] !== LETTER_V ||
        buffer[next + 3] !== GREATER ||
        buffer[next + 4] !== LESS ||
        buffer[next + 5] !== SLASH ||
        buffer[next + 6] !== LETTER_C ||
        buffer[next + 7] !== GREATER
      ) {
        break;
      }
      if (type === LETTER_S) {
        if (typeof value !== 'number') break;
        value = strings[value];
        if (value === undefined) break;
      } else if (isDate[style] === 1 && typeof value === 'number') {
        value = factory.date(value + this.dateShift);
      }
      if (style > 0) notes?.format(rowNumber, column - 1, style);
      cells[column - 1] = value;
      if (column > this.width) this.width = column;
      this.column = column;
      this.hasContent = true;
      at = next + 8;
    }
    scanner.at = at;
  }

  /**
   * Takes the text of a plain cell, from the end of its opening tag on.
   * @returns the offset behind the cell, -1 when it looks different or is not wholly at hand.
   */
  private readInlineText(from: number, column: number): number {
    const { scanner } = this;
    const { buffer, end } = scanner;
    if (!standsAt(buffer, from, INLINE_START)) return -1;
    const start = from + INLINE_START.length;
    let at = start;
    let byte = buffer[at];
    while (at < end && byte !== LESS && byte !== AMPERSAND && byte !== RETURN) byte = buffer[++at];
    if (at + INLINE_END.length > end || !standsAt(buffer, at, INLINE_END)) return -1;
    const text = this.texts.text(buffer, start, at, this.decode);
    this.cells[column - 1] = decodeCellText(text);
    if (column > this.width) this.width = column;
    this.column = column;
    this.hasContent = true;
    return at + INLINE_END.length;
  }

  private readonly decode = (start: number, end: number): string => this.scanner.decode(start, end);

  /** Reads any cell, whose opening tag has been taken; false when it takes more bytes. */
  private readCell(): boolean {
    const { scanner } = this;
    let column = this.column + 1;
    let style = 0;
    let type = 'n';
    while (scanner.nextAttribute()) {
      const name = scanner.attributeName;
      if (name === 'r') column = this.columnOf(scanner.attributeValue());
      else if (name === 's') style = scanner.attributeInteger();
      else if (name === 't') type = scanner.attributeValue();
    }
    if (column > SHEET_COLUMNS) throw scanner.malformed('a cell beyond the sheet');

    if (!this.readCellParts()) return false;
    const { value, inline, formula } = this.parts;
    this.column = column;
    if (this.context.notes !== undefined) this.note(this.context.notes, column - 1, style);
    const content = this.contentOf(type, style, inline ?? value, formula);
    if (content !== undefined) {
      this.cells[column - 1] = content;
      if (column > this.width) this.width = column;
      this.hasContent = true;
    }
    return true;
  }

  private note(notes: SheetNotes, column: number, style: number): void {
    const { row, ownFormula } = this;
    if (style > 0) notes.format(row.number, column, style);
    if (ownFormula === null) return;
    const { text, group } = ownFormula;
    if (text !== '' || group !== null) notes.formula(row.number, column, text, group);
  }

  /** Reads what stands between the tags of a cell; false when it takes more bytes. */
  private readCellParts(): boolean {
    const { scanner } = this;
    const { selfClosing: isEmpty } = scanner;
    const parts: CellParts = { value: null, inline: null, formula: null };
    this.parts = parts;
    this.ownFormula = null;
    if (isEmpty) return true;
    const level = scanner.depth;
    let within: keyof CellParts | null = null;
    let phoneticLevel = 0;
    let sharedIndex = -1;
    for (;;) {
      const token = scanner.next();
      if (token === 'more') return false;
      if (token === 'text') {
        if (within !== null) parts[within] = (parts[within] ?? '') + scanner.text();
      } else if (token === 'open') {
        const { local, selfClosing } = scanner;
        const isChild = scanner.depth === (selfClosing ? level : level + 1);
        if (isChild && local === 'v') {
          parts.value ??= '';
          within = selfClosing ? null : 'value';
        } else if (isChild && local === 'f') {
          parts.formula ??= '';
          within = selfClosing ? null : 'formula';
          while (scanner.nextAttribute()) {
            if (scanner.attributeName === 'si') sharedIndex = scanner.attributeInteger();
          }
        } else if (isChild && local === 'is') {
          parts.inline ??= '';
        } else if (!selfClosing && local === 'rPh') {
          phoneticLevel ||= scanner.depth;
        } else if (!selfClosing && local === 't' && phoneticLevel === 0 && parts.inline !== null) {
          within = 'inline';
        }
      } else {
        within = null;
        if (scanner.depth < level) break;
        if (scanner.depth < phoneticLevel) phoneticLevel = 0;
      }
    }
    if (parts.formula !== null && this.context.notes !== undefined) {
      this.ownFormula = { text: parts.formula, group: sharedIndex >= 0 ? sharedIndex : null };
    }
    if (sharedIndex >= 0) this.shareFormula(sharedIndex);
    return true;
  }

  /** Only the first cell of a shared formula tells it. */
  private shareFormula(index: number): void {
    const { parts, sharedFormulas } = this;
    if (parts.formula === '') parts.formula = sharedFormulas.get(index) ?? '';
    else if (parts.formula !== null) sharedFormulas.set(index, parts.formula);
  }

  private columnOf(reference: string): number {
    const { scanner } = this;
    const cell = parseCellReference(reference);
    if (cell === null) throw scanner.malformed(`${reference} is no cell`);
    if (cell.row !== this.row.number) {
      // A row that does not say its number takes that of its first cell.
      if (
        this.rowHasReference ||
        this.hasContent ||
        this.column > 0 ||
        cell.row < this.row.number
      ) {
        throw scanner.malformed(`cell ${reference} in row ${this.row.number}`);
      }
      this.row.number = cell.row;
    }
    this.rowHasReference = true;
    return cell.column + 1;
  }

  private contentOf(
    type: string,
    style: number,
    text: string | null,
    formula: string | null,
  ): CellValue<Special> {
    const { scanner } = this;
    const { factory, strings } = this.context;
    // An empty result is a result only for text: a formula may well give ''.
    if (formula !== null && (text === null || (text === '' && type !== 'str'))) {
      return factory.uncalculated(formula);
    }
    if (text === null) return undefined;
    switch (type) {
      case 'str':
      case 'inlineStr':
        return decodeCellText(text);
      case 's': {
        const index = text.trim();
        if (index === '') return undefined;
        const shared = /^\d{1,9}$/.test(index) ? strings[Number(index)] : undefined;
        if (shared === undefined) throw scanner.malformed(`no shared string ${index}`);
        return shared;
      }
      case 'b': {
        const truth = text.trim();
        if (truth === '1' || truth === 'true') return true;
        return truth === '' ? undefined : false;
      }
      case 'e':
        return text === '' ? undefined : factory.fault(text);
      case 'd': {
        const serial = serialOfIsoDate(text);
        return serial === null ? text : factory.date(serial);
      }
      default:
        return this.numberOf(text, style);
    }
  }

  private numberOf(text: string, style: number): CellValue<Special> {
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
    // What is not a number is left as text: the check then names the cell.
    if (!Number.isFinite(value)) return text;
    return this.isDate[style] === 1 ? this.context.factory.date(value + this.dateShift) : value;
  }
}
