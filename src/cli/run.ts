import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { codecOfNode } from '../hosts/xlsx/node-codec';
import { cliTexts } from '../locales/cli-texts';
import { describeFileFault } from '../locales/describe-file-fault';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import { formatDecimal } from '../locales/format-number';
import { createWorkbook } from '../ooxml/write/create-workbook';
import { planBatchReport } from '../reports/batch-report';
import { planCollectionForm } from '../reports/collection-form';
import { planTemplate } from '../reports/template-plan';
import { runCollect } from './collect';
import type { Command } from './command';
import { expandInputs } from './expand-inputs';
import { FileFault } from './file-fault';
import { refuseUnclearLastYear } from './last-year-file';
import { standardNamed } from './load-standard';
import { outputPaths, refuseOverwriting } from './output-path';
import { languageOf, parseArguments } from './parse-arguments';
import type { ExitCode, FileOutcome, Voice } from './process-file';
import { processFiles } from './process-files';
import { textTable } from './text-table';
import { UsageError } from './usage-error';
import { writeWholeFile } from './write-whole-file';

/** What the command line runs on: its streams, and the script its threads start with. */
export interface Terminal extends Voice {
  /** Shows a line that the next one replaces; null where standard error is not a terminal. */
  readonly showProgress: ((line: string) => void) | null;
  readonly program: string;
}

/**
 * Runs the command line.
 * @param words the words after `junheng`
 * @returns the exit code
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const command = parseArguments(words);
    if (command === 'help') {
      terminal.out(cliTexts(languageOf(words)).usage);
      return 0;
    }
    if (command.name === 'template') return await runTemplate(command, terminal);
    if (command.name === 'collect') return await runCollect(command, terminal);
    return await runOnFiles(command, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n\n${cliTexts(languageOrChinese(words)).usage}`);
      return 2;
    }
    if (error instanceof FileFault) {
      const { message, mending } = describeFileFault(
        error.code,
        error.parameters,
        languageOrChinese(words),
      );
      const sentence = { file: error.parameters['output'] ?? 'junheng', message, mending };
      terminal.complain(`${fill(cliTexts(languageOrChinese(words)).fileFault, sentence)}\n`);
      return 2;
    }
    throw error;
  }
}

function languageOrChinese(words: readonly string[]): 'zh-CN' | 'en-US' {
  try {
    return languageOf(words);
  } catch {
    return 'zh-CN';
  }
}

async function runTemplate(command: Command, terminal: Terminal): Promise<ExitCode> {
  const standard = await standardNamed(command.standard, command.language);
  const output = command.output ?? '';
  const plans = command.form ? planCollectionForm(standard) : planTemplate(standard);
  await writeWholeFile(output, createWorkbook(plans, codecOfNode));
  terminal.out(`${fill(cliTexts(command.language).written, { output })}\n`);
  return 0;
}

async function runOnFiles(command: Command, terminal: Terminal): Promise<ExitCode> {
  const texts = cliTexts(command.language);
  const standard = await standardNamed(command.standard, command.language);
  const files = await expandInputs(command.inputs, command.language);
  await refuseUnclearLastYear(command, files);
  const outputs = await outputPaths(command, files);
  await refuseOverwriting(files, [...outputs, command.report]);
  if (files.length > 1 && command.output !== null) await makeFolder(command.output);

  const tasks = files.map((file, index) => ({ index, file, output: outputs[index] ?? null }));
  const { showProgress } = terminal;
  const outcomes = await processFiles(
    command,
    standard,
    tasks,
    terminal.program,
    terminal,
    (done) => {
      showProgress?.(fill(texts.progress, { done, total: files.length }));
    },
  );
  showProgress?.('');
  if (command.report !== null) {
    const counties = outcomes.flatMap(({ county }) => (county === null ? [] : [county]));
    const plans = planBatchReport(counties, standard, command.language);
    await writeWholeFile(command.report, createWorkbook(plans, codecOfNode));
    if (!command.json) terminal.out(`\n${fill(texts.written, { output: command.report })}\n`);
  }
  if (outcomes.length > 1 && !command.json) {
    terminal.out(`\n${batchTable(outcomes, command).join('\n')}\n`);
  }
  return outcomes.reduce<ExitCode>(
    (highest, { exitCode }) => (exitCode > highest ? exitCode : highest),
    0,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(path.resolve(folder), { recursive: true });
  } catch (error) {
    throw new FileFault('output-not-writable', {
      output: folder,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function batchTable(outcomes: readonly FileOutcome[], command: Command): string[] {
  const { batch, batchHeading, noLimit } = cliTexts(command.language);
  const { verdicts } = domainTexts(command.language);
  const rows = outcomes.map(({ line }) => [
    line.file,
    line.county ?? noLimit,
    verdicts[line.verdict],
    String(line.schoolStages),
    line.largestCoefficient === null ? noLimit : formatDecimal(line.largestCoefficient, 3),
  ]);
  const head = [batch.file, batch.county, batch.verdict, batch.schools, batch.worst];
  return [
    fill(batchHeading, { count: outcomes.length }),
    ...textTable([head, ...rows], ['left', 'left', 'left', 'right', 'right']),
  ];
}
