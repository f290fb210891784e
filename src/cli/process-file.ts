import { finding } from '../assessment/finding-codes';
import type { Verdict } from '../assessment/assessment';
import { codecOfNode } from '../hosts/xlsx/node-codec';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { XlsxDocument } from '../hosts/xlsx/xlsx-document';
import { XlsxWorkbookSource } from '../hosts/xlsx/xlsx-source';
import { cliTexts } from '../locales/cli-texts';
import { describeFileFault } from '../locales/describe-file-fault';
import { fill } from '../locales/fill';
import { batchCounty, unreadableCounty } from '../reports/batch-county';
import type { BatchCounty } from '../reports/batch-county';
import { checkResultJson } from '../reports/check-result-json';
import { planHighlights } from '../reports/highlight';
import { planSummary } from '../reports/summary';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import { checkWorkbook } from '../workbook/check-workbook';
import { localDay } from '../workbook/ledger-dates';
import type { WorkbookSource } from '../workbook/source';
import type { WorkbookCheck } from '../workbook/workbook-check';
import { unreadableCheck } from '../workbook/unreadable-check';
import type { Command } from './command';
import { earlierLedger } from './earlier-ledger';
import { faultOf } from './fault-of';
import { FileFault } from './file-fault';
import { lastYearOf } from './last-year-file';
import { readWholeFile } from './read-whole-file';
import { textReport } from './text-report';
import { writeWholeFile } from './write-whole-file';

/** 0 meets the standard, 1 does not, 2 unjudged or unreadable. */
export type ExitCode = 0 | 1 | 2;

/** One line of the table that closes a run over several files. */
export interface BatchLine {
  readonly file: string;
  readonly county: string | null;
  readonly verdict: Verdict;
  readonly schoolStages: number;
  readonly largestCoefficient: number | null;
}

/** What came of one file. */
export interface FileOutcome {
  readonly exitCode: ExitCode;
  readonly line: BatchLine;
  /** For the report over all counties, where one is wanted. */
  readonly county: BatchCounty | null;
}

/** Where the text of a result goes: `out` to standard output, `complain` to standard error. */
export interface Voice {
  out(text: string): void;
  complain(text: string): void;
}

const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = { pass: 0, fail: 1, unjudged: 2 };

/**
 * Carries out a command on one file. Whatever is wrong with the file is said, never thrown.
 * @param output where to write; null for `check`
 */
export async function processFile(
  command: Command,
  standard: Standard,
  file: string,
  output: string | null,
  voice: Voice,
): Promise<FileOutcome> {
  try {
    const bytes = await readWholeFile(file);
    const source = await openWorkbookSource(bytes, file, codecOfNode);
    const lastYear = await lastYearOf(command, file);
    const check = await checkWorkbook(source, {
      standard,
      ...(command.sheet === null ? {} : { sheet: command.sheet }),
      ...(lastYear === null ? {} : { lastYear }),
    });
    if (command.name !== 'check' && output !== null) {
      await writeResult(command, check, source, output, voice);
    }
    if (command.name === 'check') report(command, check, voice);
    return outcomeOf(command, check);
  } catch (error) {
    const fault = faultOf(error);
    const { message, mending } = describeFileFault(fault.code, fault.parameters, command.language);
    const texts = cliTexts(command.language);
    const sentence = fill(texts.fileFault, { file, message, mending });
    const check = unreadableCheck(
      file,
      standard,
      finding('file-unreadable', { parameters: { reason: sentence, fault: fault.code } }),
    );
    if (command.json && command.name === 'check') report(command, check, voice);
    else voice.complain(`${sentence}\n`);
    const county = command.report === null ? null : unreadableCounty(file, sentence);
    return { ...outcomeOf(command, check), county, exitCode: 2 };
  }
}

function outcomeOf(command: Command, check: WorkbookCheck): FileOutcome {
  const coefficients = STAGES.flatMap((stage) =>
    (check.assessment?.stages[stage]?.indicators ?? []).flatMap(({ cv }) =>
      cv === null ? [] : [cv],
    ),
  );
  return {
    exitCode: EXIT_CODES[command.whole ? check.overall : check.verdict],
    line: {
      file: check.file,
      county: check.county,
      verdict: check.verdict,
      schoolStages: check.assessment?.schools.length ?? 0,
      largestCoefficient: coefficients.length === 0 ? null : Math.max(...coefficients),
    },
    county: command.report === null ? null : batchCounty(check, command.language),
  };
}

function report(command: Command, check: WorkbookCheck, voice: Voice): void {
  if (command.json) {
    for (const piece of checkResultJson(check, command.language)) voice.out(piece);
    voice.out('\n');
  } else {
    voice.out(`${textReport(check, command.language, command.all).join('\n')}\n`);
  }
}

async function writeResult(
  command: Command,
  check: WorkbookCheck,
  source: WorkbookSource,
  output: string,
  voice: Voice,
): Promise<void> {
  const texts = cliTexts(command.language);
  if (check.assessment === null || (command.name === 'annotate' && check.reading === null)) {
    voice.complain(`${textReport(check, command.language, true).join('\n')}\n`);
    voice.complain(`${texts.faults.nothingToWrite}\n`);
    return;
  }
  const document = openForWriting(source);
  if (command.name === 'annotate') {
    const plan = planHighlights(check);
    document.applyHighlights(plan);
    await writeWholeFile(output, document.save());
    const rules = plan.sheets.reduce((count, sheet) => count + sheet.rules.length, 0);
    voice.out(`${fill(texts.marksWritten, { output, rules })}\n`);
    return;
  }
  const plans = planSummary(check, {
    language: command.language,
    ledger: await earlierLedger(source, output, command.replace),
    today: command.date ?? localDay(new Date()),
    dueDays: command.workingDays ? 'working' : 'calendar',
  });
  const conflicts = command.replace ? [] : document.sheetConflicts(plans);
  if (conflicts.length > 0) {
    throw new FileFault('output-exists-foreign-sheets', { sheets: conflicts.join('、') });
  }
  document.writeSheets(plans, { replace: command.replace ? 'any' : 'ours' });
  await writeWholeFile(output, document.save());
  voice.out(`${fill(texts.written, { output })}\n`);
}

/** The file of a source once more, to be changed. */
function openForWriting(source: WorkbookSource): XlsxDocument {
  if (source instanceof XlsxWorkbookSource) return XlsxDocument.on(source.container.copy());
  throw new FileFault('legacy-xls-not-writable');
}
