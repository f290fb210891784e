import { parseCellFormats } from '../../src/ooxml/cell-formats';
import { OoxmlPackage } from '../../src/ooxml/package';
import { readSharedStrings } from '../../src/ooxml/shared-strings';
import { type CellValue, SheetReader, type SheetNotes } from '../../src/ooxml/sheet-reader';
import { utf8Chunks } from '../../src/ooxml/utf8-chunks';
import { readWorkbookPart } from '../../src/ooxml/workbook-part';

/** Special values as tagged texts, so that tests can compare them plainly. */
export type Tagged = readonly ['fault' | 'uncalculated', string] | readonly ['date', number];

export interface TestRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly CellValue<Tagged>[];
}

async function* cut(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) yield chunk.slice(at, at + size);
  }
}

/** Reads the first sheet of a file, in chunks of so many bytes. */
export async function readFirstSheet(
  file: Uint8Array,
  chunkSize = Number.MAX_SAFE_INTEGER,
  notes?: SheetNotes,
): Promise<{ rows: TestRow[]; merges: SheetReader<Tagged>['merges'] }> {
  const container = OoxmlPackage.open(file);
  const workbook = readWorkbookPart(container);
  const { stylesPart, sharedStringsPart, date1904 } = workbook;
  const [sheet] = workbook.sheets;
  const reader = new SheetReader<Tagged>({
    part: sheet!.part,
    strings:
      sharedStringsPart === null ? [] : await readSharedStrings(container, sharedStringsPart),
    formats: stylesPart === null ? [] : parseCellFormats(container.text(stylesPart), stylesPart),
    date1904,
    factory: {
      fault: (error) => ['fault', error],
      date: (serial) => ['date', serial],
      uncalculated: (formula) => ['uncalculated', formula],
    },
    ...(notes === undefined ? {} : { notes }),
  });
  const rows: TestRow[] = [];
  const take = (): void => {
    for (let row = reader.next(); row !== null; row = reader.next()) {
      const cells = row.cells.slice();
      while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
      rows.push({ number: row.number, hidden: row.hidden, cells: Array.from(cells) });
    }
  };
  for await (const chunk of cut(
    utf8Chunks(container.chunks(sheet!.part), sheet!.part),
    chunkSize,
  )) {
    reader.feed(chunk);
    take();
  }
  reader.finish();
  take();
  return { rows, merges: reader.merges };
}
