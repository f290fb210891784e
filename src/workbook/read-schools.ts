import type { Finding } from '../assessment/finding';
import type { School, SchoolField } from '../assessment/school';
import type { Standard } from '../standard/standard';
import { assembleSchools } from './assemble-schools';
import { findDoubledSchools } from './doubled-schools';
import { shiftToTenThousandYuan } from './money-unit';
import type { RecognisedHeaders } from './recognise-headers';
import { SchoolRowReader } from './school-rows';
import type { SchoolRow } from './school-rows';
import type { SheetRow, WorkbookSource } from './source';
import type { SchoolReading, SchoolSheetLayout } from './workbook-check';

/** The schools of a workbook with what there was to say about their cells. */
export interface ReadSchools {
  readonly reading: SchoolReading;
  readonly findings: readonly Finding[];
  /** Schools whose 标识码 stands on another row too. */
  readonly unjudgeable: ReadonlySet<School>;
}

/** Called for every block of rows, before it is read. */
export type BlockListener = (rows: number) => void;

/**
 * Reads every school of the recognised sheets. One pass over each sheet, block by block.
 *
 * @param onBlock called after each block with the number of rows read so far; may throw to stop
 */
export async function readSchools(
  source: WorkbookSource,
  sheets: readonly RecognisedHeaders[],
  standard: Standard,
  onBlock: BlockListener,
): Promise<ReadSchools> {
  const findings: Finding[] = [];
  const rows: (readonly SchoolRow[])[] = [];
  const layouts: SchoolSheetLayout[] = [];
  let done = 0;
  for (const headers of sheets) {
    const reader = new SchoolRowReader(headers, standard);
    for await (const block of source.rows(headers.head.name)) {
      done += readBlock(reader, block);
      onBlock(done);
    }
    reader.finish();
    for (const one of reader.findings) findings.push(one);
    rows.push(reader.rows);
    layouts.push(layoutOf(headers, reader.rows));
  }
  const assembled = assembleSchools(rows);
  const doubled = findDoubledSchools(assembled.schools);
  return {
    reading: { layouts, schools: assembled.schools },
    findings: [...findings, ...assembled.findings, ...doubled.findings],
    unjudgeable: doubled.unjudgeable,
  };
}

function readBlock(reader: SchoolRowReader, block: Iterable<SheetRow>): number {
  let count = 0;
  for (const row of block) {
    reader.read(row);
    count += 1;
  }
  return count;
}

function layoutOf(headers: RecognisedHeaders, rows: readonly SchoolRow[]): SchoolSheetLayout {
  return {
    sheet: headers.head.name,
    columns:
      rows[0]?.place.columns ??
      new Map([...headers.columns].map(([field, { index }]) => [field, index])),
    moneyShifts: moneyShiftsOf(headers),
    headerRows: [headers.firstRow, headers.lastRow],
    firstRow: rows[0]?.place.row ?? headers.lastRow + 1,
    lastRow: rows[rows.length - 1]?.place.row ?? headers.lastRow,
  };
}

/** Columns whose heading names another unit of money than 万元. */
function moneyShiftsOf({ columns }: RecognisedHeaders): ReadonlyMap<SchoolField, number> {
  return new Map(
    [...columns].flatMap(([field, { column, unit }]) => {
      const shift = column.kind === 'money' && unit !== null ? shiftToTenThousandYuan(unit) : 0;
      return shift === 0 ? [] : [[field, shift] as const];
    }),
  );
}
