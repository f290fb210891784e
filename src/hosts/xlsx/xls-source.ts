import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { CompoundFile } from '../../ooxml/compound-file';
import { OoxmlError } from '../../ooxml/ooxml-error';
import { formatKind } from '../../ooxml/number-format';
import {
  CellDate,
  type CellContent,
  CellFault,
  HEAD_ROWS,
  type SheetHead,
  type SheetRow,
  type WorkbookSource,
} from '../../workbook/source';

const LARGEST_FILE = 256 * 1024 * 1024;
const DAYS_FROM_1900_TO_1904 = 1462;
const VISIBILITIES = ['visible', 'hidden', 'veryHidden'] as const;

// [MS-XLS] 2.5.10, Bes.
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** A workbook of Excel 97–2003 or older as a workbook to read. It is never written. */
export class XlsWorkbookSource implements WorkbookSource {
  private constructor(
    readonly name: string,
    private readonly book: WorkBook,
  ) {}

  /**
   * Reads a file; the library that can is loaded only now.
   *
   * @param bytes a compound file
   * @param name as it is to be shown
   * @throws {OoxmlError} `encrypted` with a password for opening; `legacy-xls` when it cannot be read
   */
  static async open(bytes: Uint8Array, name: string): Promise<XlsWorkbookSource> {
    if (bytes.length > LARGEST_FILE) {
      throw new OoxmlError('too-large', null, `${bytes.length} bytes of .xls`);
    }
    // The library gets nothing but the stream of the workbook: what else a damaged file holds has
    // been seen to exhaust the memory.
    const file = new CompoundFile(bytes);
    const stream = file.stream('Workbook') ?? file.stream('Book');
    if (stream === null) throw new OoxmlError('truncated', null, 'the workbook stream is cut off');
    const { read } = await import('@e965/xlsx');
    try {
      const book = read(stream, {
        type: 'array',
        dense: true,
        cellNF: true,
        cellStyles: true,
        cellText: false,
      });
      return new XlsWorkbookSource(name, book);
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'unreadable';
      const code = /password|encrypt/i.test(detail) ? 'encrypted' : 'legacy-xls';
      throw new OoxmlError(code, null, detail);
    }
  }

  heads(): Promise<readonly SheetHead[]> {
    return Promise.resolve(
      this.book.SheetNames.map((name, index): SheetHead => {
        const rows: SheetRow[] = [];
        for (const row of this.rowsOf(name)) {
          rows.push(row);
          if (rows.length === HEAD_ROWS) break;
        }
        const last = rows.at(-1)?.number ?? 0;
        return {
          name,
          visibility: VISIBILITIES[this.book.Workbook?.Sheets?.[index]?.Hidden ?? 0],
          rows,
          merges: (this.book.Sheets[name]?.['!merges'] ?? [])
            .map(({ s, e }) => ({
              firstRow: s.r + 1,
              lastRow: e.r + 1,
              firstColumn: s.c,
              lastColumn: e.c,
            }))
            .filter(({ firstRow }) => firstRow <= last),
          // This program writes no .xls, so no sheet in one is its own.
          madeAs: null,
        };
      }),
    );
  }

  async *rows(sheet: string): AsyncGenerator<Iterable<SheetRow>> {
    yield await Promise.resolve(this.rowsOf(sheet));
  }

  private *rowsOf(name: string): Generator<SheetRow> {
    const sheet = this.book.Sheets[name];
    if (sheet === undefined) throw new OoxmlError('part-missing', null, `no worksheet ${name}`);
    const shift = this.book.Workbook?.WBProps?.date1904 === true ? DAYS_FROM_1900_TO_1904 : 0;
    const rows = cellsOf(sheet);
    for (let index = 0; index < rows.length; index++) {
      const cells = Array.from(rows[index] ?? [], (cell) => contentOf(cell, shift));
      if (cells.every((cell) => cell === undefined)) continue;
      yield { number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells };
    }
  }
}

function cellsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet['!data'] ?? [];
}

function contentOf(cell: CellObject | undefined, dateShift: number): CellContent {
  const value = cell?.v;
  if (cell === undefined || value === undefined || value instanceof Date) return undefined;
  if (cell.t === 'e') return new CellFault(ERRORS.get(value) ?? '#N/A');
  if (typeof value === 'number' && formatKind(String(cell.z ?? 'General')) === 'date') {
    return new CellDate(value + dateShift);
  }
  return cell.t === 'z' ? undefined : value;
}
