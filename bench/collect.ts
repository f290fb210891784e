import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateSchools } from '../scripts/samples/generate-schools';
import { filledForm, schoolWithForm } from '../scripts/samples/school-form';
import { run } from '../src/cli/run';
import { codecOfNode } from '../src/hosts/xlsx/node-codec';
import { createWorkbook } from '../src/ooxml/write/create-workbook';

const FOLDER = '.cache/bench';
/** What threads are started with. */
const PROGRAM = 'dist/cli/junheng.js';

/** What reads the forms; the library only reads them. */
export type Collector = 'junheng' | '@e965/xlsx';

/** One measured collection, in a process of its own. */
export interface CollectMeasurement {
  /** From the start of the process. */
  readonly seconds: number;
  /** Processor time, user and system. */
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly forms: number;
}

/** A folder of school collection forms, one file a school; made once and kept. */
export function formFolder(schools: number): string {
  const folder = path.join(FOLDER, `forms-${schools}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const recipe = { abundance: 1.2, spread: 0.12, everySchoolPasses: false };
  generateSchools({ seed: 7, schools, ...recipe }).forEach((school, index) => {
    const bytes = createWorkbook([filledForm(schoolWithForm(school).answers)], codecOfNode);
    const file = `${String(index + 1).padStart(4, '0')}.xlsx`;
    writeFileSync(path.join(unfinished, file), bytes);
  });
  renameSync(unfinished, folder);
  return folder;
}

/** Collects a folder of forms once in this process. */
export async function measureCollect(
  collector: Collector,
  folder: string,
): Promise<CollectMeasurement> {
  const forms = collector === 'junheng' ? await collected(folder) : await onlyRead(folder);
  const { user, system } = process.cpuUsage();
  return {
    seconds: performance.now() / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
    forms,
  };
}

async function collected(folder: string): Promise<number> {
  const output = mkdtempSync(path.join(os.tmpdir(), 'junheng-bench-'));
  let said = '';
  const code = await run(['collect', folder, '-o', path.join(output, 'county.xlsx')], {
    out: (text) => {
      said += text;
    },
    complain: (text) => {
      said += text;
    },
    showProgress: null,
    program: path.resolve(PROGRAM),
  });
  rmSync(output, { recursive: true });
  if (code !== 0) throw new Error(said);
  return Number(/读出 (\d+) 张/.exec(said)?.[1]);
}

async function onlyRead(folder: string): Promise<number> {
  const { read } = await import('@e965/xlsx');
  let forms = 0;
  for (const file of readdirSync(folder)) {
    const { SheetNames } = read(readFileSync(path.join(folder, file)), { dense: true });
    forms += SheetNames.length;
  }
  return forms;
}
