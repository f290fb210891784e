import { readFileSync } from 'node:fs';
import { codecOfNode } from '../src/hosts/xlsx/node-codec';
import { openWorkbookSource } from '../src/hosts/xlsx/open-workbook-source';
import { CN_2017 } from '../src/standard/cn-2017';
import { checkWorkbook } from '../src/workbook/check-workbook';

/** One measured reading of a file, in a process of its own. */
export interface Measurement {
  readonly seconds: number;
  /** Of the processor, all threads together. */
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  /** Schools judged, or rows read by a library that only reads. */
  readonly rows: number;
}

/** What reads the file. */
export type Reader = 'junheng' | 'exceljs' | '@e965/xlsx';

async function rowsRead(reader: Reader, file: string): Promise<number> {
  switch (reader) {
    case 'junheng': {
      const source = await openWorkbookSource(readFileSync(file), file, codecOfNode);
      const check = await checkWorkbook(source, { standard: CN_2017 });
      return check.reading?.schools.length ?? 0;
    }
    case 'exceljs': {
      const { default: ExcelJS } = await import('exceljs');
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(file);
      return (workbook.getWorksheet('学校数据')?.actualRowCount ?? 1) - 1;
    }
    case '@e965/xlsx': {
      const { read, utils } = await import('@e965/xlsx');
      const sheet = read(readFileSync(file), { dense: true }).Sheets['学校数据'];
      const range = utils.decode_range(sheet?.['!ref'] ?? 'A1');
      return range.e.r - range.s.r;
    }
  }
}

/** Reads a file once in this process and says how long it took and how much memory at the most. */
export async function measure(reader: Reader, file: string): Promise<Measurement> {
  const started = process.hrtime.bigint();
  const before = process.cpuUsage();
  const rows = await rowsRead(reader, file);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { seconds, cpuSeconds, peakMebibytes: process.resourceUsage().maxRSS / 1024, rows };
}
