import { CompoundFile } from '../../ooxml/compound-file';
import { OoxmlError } from '../../ooxml/ooxml-error';
import {
  HEAD_ROWS,
  type SheetHead,
  type SheetRow,
  type WorkbookSource,
} from '../../workbook/source';
import { type BiffSheet, readBiffWorkbook } from './biff-workbook';

/** A workbook of Excel 5 to 2003 (.xls) as a workbook to read. It is never written. */
export class XlsWorkbookSource implements WorkbookSource {
  private constructor(
    readonly name: string,
    private readonly sheets: readonly BiffSheet[],
  ) {}

  /**
   * Reads a file.
   *
   * @param bytes a compound file
   * @param name as it is to be shown
   * @throws {OoxmlError} `encrypted`, `truncated`; `legacy-xls` for what is damaged or older
   */
  static open(bytes: Uint8Array, name: string): XlsWorkbookSource {
    const file = new CompoundFile(bytes);
    const stream = file.stream('Workbook') ?? file.stream('Book');
    if (stream === null) throw new OoxmlError('truncated', null, 'the workbook stream is cut off');
    return new XlsWorkbookSource(name, readBiffWorkbook(stream));
  }

  heads(): Promise<readonly SheetHead[]> {
    return Promise.resolve(
      this.sheets.map(({ name, visibility, rows, merges }) => {
        const top = rows.slice(0, HEAD_ROWS);
        const last = top.at(-1)?.number ?? 0;
        return {
          name,
          visibility,
          rows: top,
          merges: merges.filter(({ firstRow }) => firstRow <= last),
          // This program writes no .xls, so no sheet in one is its own.
          madeAs: null,
        };
      }),
    );
  }

  async *rows(sheet: string): AsyncGenerator<Iterable<SheetRow>> {
    const found = this.sheets.find(({ name }) => name === sheet);
    if (found === undefined) throw new OoxmlError('part-missing', null, `no sheet ${sheet}`);
    yield await Promise.resolve(found.rows);
  }
}
