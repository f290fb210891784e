// Measures reading and judging against libraries that read the same files in the same run. Every
// measurement is a process of its own, so that peak memory is its own too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { terminalWidth, textTable } from '../src/cli/text-table';
import { formFolder, measureCollect } from './collect';
import type { Collector, CollectMeasurement } from './collect';
import { countyFolder, workbookOf } from './make-inputs';
import { measure } from './measure';
import type { Measurement, Reader } from './measure';
import { measurePane } from './pane';
import { measureWorkbench } from './workbench';

const SIZES = [300, 10_000, 200_000];
const PANE_SIZES = [300, 10_000];
const WORKBENCH_SIZE = 10_000;
const COUNTIES = 120;
const FORMS = 500;
/** The middle of this many runs is shown; the largest file is read once by the slow libraries. */
const RUNS = 3;
const PROGRAM = 'dist/cli/junheng.js';
const NOTE_CPU = path.resolve('bench/note-cpu.cjs');

const measurementSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMebibytes: z.number(),
  rows: z.number(),
});

const collectSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMebibytes: z.number(),
  forms: z.number(),
});

function measureApart(reader: Reader, file: string): Measurement {
  const script = process.argv[1] ?? '';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', script, 'measure', reader, file],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`${reader} on ${file}: ${stderr}`);
  return measurementSchema.parse(JSON.parse(stdout));
}

function middle<T extends { readonly seconds: number }>(measurements: readonly T[]): T {
  const sorted = [...measurements].sort((a, b) => a.seconds - b.seconds);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

/** How long a command takes, and how much of the processors' time. */
interface CommandTime {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** @param output the folder that the command writes to; it is removed, for a rerun reads it first */
function timeOf(words: readonly string[], output: string): CommandTime {
  const run = (): CommandTime => {
    const started = process.hrtime.bigint();
    const result = spawnSync(process.execPath, ['--require', NOTE_CPU, PROGRAM, ...words], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (result.status === null || result.status > 2)
      throw new Error(`junheng ${words.join(' ')} failed`);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    rmSync(output, { recursive: true, force: true });
    return { seconds, cpuSeconds: Number(result.output[3]) };
  };
  return middle(Array.from({ length: RUNS }, run));
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  const [head = []] = rows;
  console.log(`\n${title}\n${'─'.repeat(terminalWidth(title))}`);
  console.log(
    textTable(
      rows,
      head.map((_, index) => (index === 0 ? 'left' : 'right')),
    ).join('\n'),
  );
}

function readingRows(): string[][] {
  const rows = [
    [
      'schools',
      'reader',
      'seconds',
      'processor seconds',
      's per 10 000',
      'peak MiB',
      'times junheng',
    ],
  ];
  for (const size of SIZES) {
    const file = workbookOf(size);
    let ours = 0;
    for (const reader of ['junheng', '@e965/xlsx', 'exceljs'] as const) {
      const runs = reader !== 'junheng' && size > 10_000 ? 1 : RUNS;
      const result = middle(Array.from({ length: runs }, () => measureApart(reader, file)));
      if (result.rows < size * 0.95) throw new Error(`${reader} read ${result.rows} of ${size}`);
      if (reader === 'junheng') ours = result.seconds;
      rows.push([
        size.toLocaleString('en-US'),
        reader,
        result.seconds.toFixed(3),
        result.cpuSeconds.toFixed(3),
        ((result.seconds / size) * 10_000).toFixed(3),
        result.peakMebibytes.toFixed(0),
        (result.seconds / ours).toFixed(1),
      ]);
    }
  }
  return rows;
}

function commandRows(): string[][] {
  const rows = [['command', 'seconds', 'processor seconds']];
  const folder = countyFolder(COUNTIES);
  const output = mkdtempSync(path.join(os.tmpdir(), 'junheng-bench-'));
  const add = (what: string, { seconds, cpuSeconds }: CommandTime): void => {
    rows.push([what, seconds.toFixed(3), cpuSeconds.toFixed(3)]);
  };
  const together = { seconds: 0, cpuSeconds: 0 };
  for (const name of ['check', 'annotate', 'summarize']) {
    const words = name === 'check' ? [name, folder] : [name, folder, '-o', output];
    const time = timeOf(words, output);
    together.seconds += time.seconds;
    together.cpuSeconds += time.cpuSeconds;
    add(`${name}, ${COUNTIES} counties`, time);
  }
  add('the three together', together);
  add('check, one county of 60 schools', timeOf(['check', workbookOf(60)], output));
  return rows;
}

function collectRows(): string[][] {
  const rows = [['collecting forms', 'seconds', 'processor seconds', 'peak MiB', 'times junheng']];
  const folder = formFolder(FORMS);
  let ours = 0;
  for (const collector of ['junheng', '@e965/xlsx'] as const) {
    const runs = Array.from({ length: RUNS }, () => collectApart(collector, folder));
    const result = middle(runs);
    if (result.forms !== FORMS) throw new Error(`${collector} read ${result.forms} forms`);
    if (collector === 'junheng') ours = result.seconds;
    rows.push([
      collector === 'junheng' ? `junheng collect, ${FORMS} forms` : `${collector}, reading only`,
      result.seconds.toFixed(3),
      result.cpuSeconds.toFixed(3),
      result.peakMebibytes.toFixed(0),
      (result.seconds / ours).toFixed(1),
    ]);
  }
  return rows;
}

function collectApart(collector: Collector, folder: string): CollectMeasurement {
  const words = [process.argv[1] ?? '', 'collect', collector, folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${collector} on ${folder}: ${stderr}`);
  return collectSchema.parse(JSON.parse(stdout));
}

async function paneRows(): Promise<string[][]> {
  const { firstRenderSeconds, checkSeconds, scripts } = await measurePane(PANE_SIZES, RUNS);
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    ['the pane', 'measured'],
    ['opening to first render', `${firstRenderSeconds.toFixed(3)} s`],
    ...[...checkSeconds].map(([size, seconds]) => [
      `click to verdict, ${size.toLocaleString('en-US')} schools`,
      `${seconds.toFixed(3)} s`,
    ]),
    ['script of the functions, gzip', kilobytes(scripts.functions)],
    ['initial scripts, functions included, gzip', kilobytes(scripts.initial)],
    ['lazy scripts together, gzip', kilobytes(scripts.lazy)],
  ];
}

async function workbenchRows(): Promise<string[][]> {
  const size = WORKBENCH_SIZE.toLocaleString('en-US');
  const { sampleSeconds, openSeconds, checkSeconds, memory, scripts } = await measureWorkbench(
    WORKBENCH_SIZE,
    RUNS,
  );
  const seconds = (value: number): string => `${value.toFixed(3)} s`;
  return [
    ['the workbench', 'measured'],
    ['opening the page to working with the sample county', seconds(sampleSeconds)],
    [`opening ${size} schools`, seconds(openSeconds)],
    [`checking and marking ${size} schools`, seconds(checkSeconds)],
    ['memory with the sample county', `${(memory.sample / 2 ** 20).toFixed(0)} MiB`],
    [`memory with ${size} schools checked`, `${(memory.large / 2 ** 20).toFixed(0)} MiB`],
    ['script of the page with its pane, gzip', `${(scripts.page / 1000).toFixed(1)} kB`],
    ['scripts of the grid, gzip', `${(scripts.grid / 1000).toFixed(1)} kB`],
  ];
}

async function main(): Promise<void> {
  const [mode, reader, file] = process.argv.slice(2);
  if (mode === 'measure' && file !== undefined) {
    if (reader !== 'junheng' && reader !== 'exceljs' && reader !== '@e965/xlsx') {
      throw new Error(`Unknown reader ${String(reader)}`);
    }
    console.log(JSON.stringify(await measure(reader, file)));
    return;
  }
  if (mode === 'collect' && file !== undefined) {
    if (reader !== 'junheng' && reader !== '@e965/xlsx') {
      throw new Error(`Unknown collector ${String(reader)}`);
    }
    console.log(JSON.stringify(await measureCollect(reader, file)));
    return;
  }
  const [processor] = os.cpus();
  console.log(`${os.availableParallelism()} × ${processor?.model ?? ''}, Node ${process.version}`);
  print('Reading and judging one workbook (the libraries only read)', readingRows());
  print('The command line, start to end', commandRows());
  print('A folder of school forms (the library only reads them)', collectRows());
  print('The built add-in in Chromium, with a stand-in for Excel', await paneRows());
  print('The built workbench in Chromium', await workbenchRows());
}

void main();
