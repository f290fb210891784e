import { type CellFormats, parseCellFormats } from '../../ooxml/cell-formats';
import type { Codec } from '../../ooxml/codec';
import { OoxmlError } from '../../ooxml/ooxml-error';
import { OoxmlPackage } from '../../ooxml/package';
import { readSharedStrings } from '../../ooxml/shared-strings';
import {
  type CellFactory,
  type ReadRow,
  type SheetContext,
  SheetReader,
  type SheetNotes,
} from '../../ooxml/sheet-reader';
import { utf8Chunks } from '../../ooxml/utf8-chunks';
import {
  type DefinedName,
  readWorkbookPart,
  type WorkbookPart,
  type WorkbookSheet,
} from '../../ooxml/workbook-part';
import {
  CellDate,
  CellFault,
  HEAD_ROWS,
  type SheetHead,
  type SheetRow,
  UncalculatedFormula,
  type WorkbookSource,
} from '../../workbook/source';
import { keyOfName, sheetOfReference } from '../made-as';

/** A check asks for a sheet several times; those of a county may stay unpacked meanwhile. */
const KEPT_BYTES = 16 * 1024 * 1024;

type Special = CellFault | CellDate | UncalculatedFormula;

const cellFactory: CellFactory<Special> = {
  fault: (error) => new CellFault(error),
  date: (serial) => new CellDate(serial),
  uncalculated: (formula) => new UncalculatedFormula(formula),
};

function* rowsAtHand(reader: SheetReader<Special>): Generator<ReadRow<Special>> {
  for (let row = reader.next(); row !== null; row = reader.next()) yield row;
}

function keysOfSheets(
  names: readonly DefinedName[],
  sheets: readonly WorkbookSheet[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, localSheetId, text } of names) {
    const key = keyOfName(name);
    if (key === null) continue;
    const sheet =
      localSheetId === null ? sheetOfReference(text) : (sheets[localSheetId]?.name ?? null);
    if (sheet !== null) keys.set(sheet, key);
  }
  return keys;
}

/** An .xlsx file as a workbook to read. */
export class XlsxWorkbookSource implements WorkbookSource {
  private strings: Promise<readonly string[]> | null = null;
  private formats: CellFormats | null = null;

  private constructor(
    readonly name: string,
    /** The file itself: changes to it are not seen here. */
    readonly container: OoxmlPackage,
    readonly workbook: WorkbookPart,
  ) {}

  /**
   * Opens a file.
   *
   * @param bytes the file, which must not change while the source is in use
   * @param name as it is to be shown
   * @throws {OoxmlError} for whatever is wrong with the file
   */
  static open(bytes: Uint8Array, name: string, codec?: Codec): XlsxWorkbookSource {
    const options = { keeps: KEPT_BYTES, ...(codec === undefined ? {} : { codec }) };
    return XlsxWorkbookSource.of(OoxmlPackage.open(bytes, options), name);
  }

  /**
   * Reads a package that is open already and does not change any more.
   *
   * @param name as it is to be shown
   * @throws {OoxmlError} for whatever is wrong with the file
   */
  static of(container: OoxmlPackage, name: string): XlsxWorkbookSource {
    return new XlsxWorkbookSource(name, container, readWorkbookPart(container));
  }

  /** The part of a sheet by its name as shown, null when there is no such worksheet. */
  resolveSheetPart(sheet: string): string | null {
    const found = this.workbook.sheets.find(({ name }) => name === sheet);
    return found?.kind === 'worksheet' ? found.part : null;
  }

  async heads(): Promise<readonly SheetHead[]> {
    const { sheets, definedNames } = this.workbook;
    const keys = keysOfSheets(definedNames, sheets);
    const heads: SheetHead[] = [];
    for (const sheet of sheets) {
      const { name, visibility } = sheet;
      const top = sheet.kind === 'worksheet' ? await this.top(sheet) : { rows: [], merges: [] };
      heads.push({ name, visibility, ...top, madeAs: keys.get(name) ?? null });
    }
    return heads;
  }

  /** @param notes is told of formats, heights and formulas while the rows are read */
  async *rows(sheet: string, notes?: SheetNotes): AsyncGenerator<Iterable<SheetRow>> {
    const found = this.workbook.sheets.find(({ name }) => name === sheet);
    if (found === undefined) throw new OoxmlError('part-missing', null, `no sheet ${sheet}`);
    if (found.kind !== 'worksheet') return;
    const reader = await this.reader(found, notes === undefined ? {} : { notes });
    for await (const chunk of utf8Chunks(this.container.chunks(found.part), found.part)) {
      reader.feed(chunk);
      yield rowsAtHand(reader);
      // Rows that were not taken are gone with the chunk.
      while (reader.next() !== null);
    }
    reader.finish();
    yield rowsAtHand(reader);
  }

  private async top(sheet: WorkbookSheet): Promise<Pick<SheetHead, 'rows' | 'merges'>> {
    const rows: SheetRow[] = [];
    const reader = await this.reader(sheet, {
      keepsMerge: ({ firstRow }) => {
        const last = rows.at(-1);
        return last === undefined || rows.length < HEAD_ROWS || firstRow <= last.number;
      },
    });
    for await (const chunk of utf8Chunks(this.container.chunks(sheet.part), sheet.part)) {
      reader.feed(chunk);
      takeTop(reader, rows);
    }
    reader.finish();
    takeTop(reader, rows);
    return { rows, merges: reader.merges };
  }

  private async reader(
    sheet: WorkbookSheet,
    more: Pick<SheetContext<Special>, 'keepsMerge' | 'notes'>,
  ): Promise<SheetReader<Special>> {
    const { container, workbook } = this;
    const { sharedStringsPart, stylesPart, date1904 } = workbook;
    this.formats ??=
      stylesPart === null
        ? []
        : parseCellFormats(container.descriptiveText(stylesPart), stylesPart);
    // Awaited at once: a failure that nobody waits for would end the program.
    this.strings ??=
      sharedStringsPart === null
        ? Promise.resolve([])
        : readSharedStrings(container, sharedStringsPart);
    const strings = await this.strings;
    return new SheetReader({
      part: sheet.part,
      strings,
      formats: this.formats,
      date1904,
      factory: cellFactory,
      ...more,
    });
  }
}

function takeTop(reader: SheetReader<Special>, rows: SheetRow[]): void {
  while (rows.length < HEAD_ROWS) {
    const row = reader.next();
    if (row === null) return;
    rows.push({ number: row.number, hidden: row.hidden, cells: row.cells.slice() });
  }
  reader.skipRows();
}
