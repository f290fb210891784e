import { SHEET_COLUMNS } from '../../ooxml/cell-range';
import { builtInFormatKind, formatKind } from '../../ooxml/number-format';
import { OoxmlError } from '../../ooxml/ooxml-error';
import {
  CellDate,
  type CellContent,
  CellFault,
  type CellRange,
  type SheetHead,
  type SheetRow,
} from '../../workbook/source';
import { type BiffFields, biffRecords, biffVersion, joinedRecords } from './biff-reader';

// Record types, [MS-XLS] 2.3.1.
const FORMULA = 0x0006;
const EOF = 0x000a;
const DATE_1904 = 0x0022;
const FILE_PASS = 0x002f;
const CODE_PAGE = 0x0042;
const BOUND_SHEET = 0x0085;
const MUL_RK = 0x00bd;
const R_STRING = 0x00d6;
const XF = 0x00e0;
const MERGE_CELLS = 0x00e5;
const SST = 0x00fc;
const LABEL_SST = 0x00fd;
const NUMBER = 0x0203;
const LABEL = 0x0204;
const BOOL_ERR = 0x0205;
const STRING = 0x0207;
const ROW = 0x0208;
const RK = 0x027e;
const FORMAT = 0x041e;
const FORMAT_BIFF5 = 0x001e;
const BOF = 0x0809;

const DAYS_FROM_1900_TO_1904 = 1462;
const VISIBILITIES = ['visible', 'hidden', 'veryHidden'] as const;
const ROW_IS_HIDDEN = 0x20;
const WORKSHEET = 0;

// [MS-XLS] 2.5.10, Bes.
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

// The code pages that Windows knows by number; text of Excel 5 and 95 is in one of them.
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
]);

/** A sheet of a BIFF workbook, wholly read. */
export interface BiffSheet {
  readonly name: string;
  readonly visibility: SheetHead['visibility'];
  /** Rows that hold anything, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
}

interface BoundSheet {
  readonly name: string;
  readonly visibility: SheetHead['visibility'];
  readonly at: number;
  readonly isWorksheet: boolean;
}

interface BiffGlobals {
  readonly isBiff8: boolean;
  readonly decoder: TextDecoder;
  readonly dateShift: number;
  readonly strings: readonly string[];
  /** By index of the cell format. */
  readonly isDate: readonly boolean[];
  readonly sheets: readonly BoundSheet[];
}

function text(fields: BiffFields, length: number, isBiff8: boolean, decoder: TextDecoder): string {
  return isBiff8 ? fields.unicodeText(length) : decoder.decode(fields.bytes(length));
}

function readStrings(fields: BiffFields): string[] {
  fields.skip(4);
  const count = fields.uint32();
  const strings: string[] = [];
  while (strings.length < count && fields.remaining > 0) {
    strings.push(fields.unicodeText(fields.uint16()));
  }
  return strings;
}

function readGlobals(stream: Uint8Array): BiffGlobals {
  const isBiff8 = biffVersion(stream) === 8;
  let decoder = new TextDecoder('windows-1252');
  let dateShift = 0;
  let strings: string[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const sheets: BoundSheet[] = [];
  for (const { type, fields } of joinedRecords(biffRecords(stream))) {
    if (type === EOF) break;
    if (type === FILE_PASS) throw new OoxmlError('encrypted', null, 'a password for opening');
    if (type === CODE_PAGE) {
      decoder = new TextDecoder(ENCODINGS.get(fields.uint16()) ?? 'windows-1252');
    } else if (type === DATE_1904) {
      dateShift = fields.uint16() === 1 ? DAYS_FROM_1900_TO_1904 : 0;
    } else if (type === SST) {
      strings = readStrings(fields);
    } else if (type === FORMAT || type === FORMAT_BIFF5) {
      const id = fields.uint16();
      codes.set(id, text(fields, isBiff8 ? fields.uint16() : fields.uint8(), isBiff8, decoder));
    } else if (type === XF) {
      fields.skip(2);
      formats.push(fields.uint16());
    } else if (type === BOUND_SHEET) {
      const at = fields.uint32();
      const visibility = VISIBILITIES[fields.uint8() & 3] ?? 'visible';
      const isWorksheet = fields.uint8() === WORKSHEET;
      const name = text(fields, fields.uint8(), isBiff8, decoder);
      sheets.push({ name, visibility, at, isWorksheet });
    }
  }
  const isDate = formats.map((id) => {
    const code = codes.get(id);
    return (code === undefined ? builtInFormatKind(id) : formatKind(code)) === 'date';
  });
  return { isBiff8, decoder, dateShift, strings, isDate, sheets };
}

/** Collects the cells of one sheet. */
class BiffSheetReader {
  readonly merges: CellRange[] = [];
  private readonly rows = new Map<number, CellContent[]>();
  private readonly hiddenRows = new Set<number>();
  /** Where the text of the last formula belongs, which comes in a record of its own. */
  private awaited: { readonly row: number; readonly column: number } | null = null;

  constructor(private readonly globals: BiffGlobals) {}

  take(type: number, fields: BiffFields): void {
    switch (type) {
      case ROW: {
        const row = fields.uint16();
        fields.skip(10);
        if ((fields.uint8() & ROW_IS_HIDDEN) !== 0) this.hiddenRows.add(row);
        break;
      }
      case MERGE_CELLS:
        for (let count = fields.uint16(); count > 0; count--) {
          const [firstRow, lastRow] = [fields.uint16() + 1, fields.uint16() + 1];
          this.merges.push({
            firstRow,
            lastRow,
            firstColumn: fields.uint16(),
            lastColumn: fields.uint16(),
          });
        }
        break;
      case STRING:
        if (this.awaited !== null) {
          const { row, column } = this.awaited;
          this.put(row, column, this.text(fields));
        }
        break;
      case MUL_RK: {
        const row = fields.uint16();
        let column = fields.uint16();
        // Behind the cells stands the last column.
        while (fields.remaining > 2) {
          const format = fields.uint16();
          this.put(row, column++, this.number(fields.rk(), format));
        }
        break;
      }
      case NUMBER:
      case RK:
      case LABEL:
      case R_STRING:
      case LABEL_SST:
      case BOOL_ERR:
      case FORMULA:
        this.takeCell(type, fields);
        break;
      default:
        break;
    }
  }

  sheetRows(): SheetRow[] {
    return [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({ number: row + 1, hidden: this.hiddenRows.has(row), cells }));
  }

  private takeCell(type: number, fields: BiffFields): void {
    const row = fields.uint16();
    const column = fields.uint16();
    const format = fields.uint16();
    if (type === NUMBER) this.put(row, column, this.number(fields.float64(), format));
    else if (type === RK) this.put(row, column, this.number(fields.rk(), format));
    else if (type === LABEL || type === R_STRING) this.put(row, column, this.text(fields));
    else if (type === LABEL_SST) {
      const shared = this.globals.strings[fields.uint32()];
      if (shared === undefined) throw new OoxmlError('legacy-xls', null, 'no such shared string');
      this.put(row, column, shared);
    } else if (type === BOOL_ERR) {
      const value = fields.uint8();
      this.put(row, column, fields.uint8() === 1 ? faultOf(value) : value === 1);
    } else {
      this.takeResult(row, column, format, fields.bytes(8));
    }
  }

  /** The result of a formula ([MS-XLS] 2.5.133, FormulaValue). */
  private takeResult(row: number, column: number, format: number, bytes: Uint8Array): void {
    this.awaited = null;
    const value = bytes[2] ?? 0;
    if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
      const number = new DataView(bytes.buffer).getFloat64(0, true);
      this.put(row, column, this.number(number, format));
    } else if (bytes[0] === 0) this.awaited = { row, column };
    else if (bytes[0] === 1) this.put(row, column, value === 1);
    else if (bytes[0] === 2) this.put(row, column, faultOf(value));
    else if (bytes[0] === 3) this.put(row, column, '');
  }

  private text(fields: BiffFields): string {
    const { isBiff8, decoder } = this.globals;
    return text(fields, fields.uint16(), isBiff8, decoder);
  }

  private number(value: number, format: number): CellContent {
    const { isDate, dateShift } = this.globals;
    if (!Number.isFinite(value)) return new CellFault('#NUM!');
    return isDate[format] === true ? new CellDate(value + dateShift) : value;
  }

  private put(row: number, column: number, content: CellContent): void {
    if (column >= SHEET_COLUMNS) throw new OoxmlError('legacy-xls', null, 'a cell off the sheet');
    let cells = this.rows.get(row);
    if (cells === undefined) {
      cells = [];
      this.rows.set(row, cells);
    }
    cells[column] = content;
  }
}

function faultOf(code: number): CellFault {
  return new CellFault(ERRORS.get(code) ?? '#N/A');
}

function readSheet(stream: Uint8Array, sheet: BoundSheet, globals: BiffGlobals): BiffSheet {
  const reader = new BiffSheetReader(globals);
  let depth = 0;
  if (sheet.isWorksheet) {
    for (const { type, fields } of joinedRecords(biffRecords(stream, sheet.at))) {
      if (type === BOF) depth++;
      else if (type === EOF) depth--;
      // Charts that stand on the sheet are streams within the stream.
      else if (depth === 1) reader.take(type, fields);
      if (depth === 0) break;
    }
  }
  if (sheet.isWorksheet && depth !== 0) {
    throw new OoxmlError('truncated', null, `sheet ${sheet.name} has no end`);
  }
  const { name, visibility } = sheet;
  return { name, visibility, rows: reader.sheetRows(), merges: reader.merges };
}

/**
 * Reads the workbook stream of an .xls file: the values of all cells, formulas by their results.
 * Versions 5 to 8 (Excel 5 to 2003).
 *
 * @throws {OoxmlError} `encrypted`, `truncated`, and `legacy-xls` for what is damaged or older
 */
export function readBiffWorkbook(stream: Uint8Array): readonly BiffSheet[] {
  const globals = readGlobals(stream);
  if (globals.sheets.length === 0) throw new OoxmlError('truncated', null, 'no sheets are listed');
  // Sheets that share a place could make one sheet as many times as it pleases.
  if (new Set(globals.sheets.map(({ at }) => at)).size < globals.sheets.length) {
    throw new OoxmlError('legacy-xls', null, 'two sheets at one place');
  }
  return globals.sheets.map((sheet) => readSheet(stream, sheet, globals));
}
