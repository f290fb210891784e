import { stat } from 'node:fs/promises';
import path from 'node:path';
import { codecOfNode } from '../hosts/xlsx/node-codec';
import { cliTexts } from '../locales/cli-texts';
import { collectionTexts } from '../locales/collection-texts';
import { describeIssue } from '../locales/describe-issue';
import { fill } from '../locales/fill';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { XlsxDocument } from '../hosts/xlsx/xlsx-document';
import { OoxmlError } from '../ooxml/ooxml-error';
import { OoxmlWriteError } from '../ooxml/write/ooxml-write-error';
import { createWorkbook } from '../ooxml/write/create-workbook';
import { openIssues, planCollection } from '../reports/collection';
import { planCollectionUpdate } from '../reports/collection-update';
import type { Standard } from '../standard/standard';
import type { Collection } from '../workbook/collection/collection';
import { ISSUE_CODES, ISSUE_KINDS } from '../workbook/collection/collection-issue';
import type { CollectionIssue } from '../workbook/collection/collection-issue';
import { answerLabel } from '../workbook/collection/contradictions';
import type { FileReading } from '../workbook/collection/form-reading';
import { mergeForms } from '../workbook/collection/merge-forms';
import type { WorkbookSource } from '../workbook/source';
import { collectFiles } from './collect-files';
import type { Command } from './command';
import { expandInputs } from './expand-inputs';
import { FileFault } from './file-fault';
import { standardNamed } from './load-standard';
import { refuseOverwriting } from './output-path';
import type { ExitCode } from './process-file';
import { readWholeFile } from './read-whole-file';
import type { Terminal } from './run';
import { writeWholeFile } from './write-whole-file';

/** How many lines are shown unless all are asked for. */
const SHOWN = 10;

/**
 * Merges the school collection forms of many files into one county workbook.
 * @returns 0 when every form is complete, 1 when something is missing, doubled or contradictory, 2
 * when a file cannot be read or there is no form at all
 * @throws FileFault `output-exists`, `output-is-input`, `output-not-writable`
 */
export async function runCollect(command: Command, terminal: Terminal): Promise<ExitCode> {
  const { language } = command;
  const texts = collectionTexts(language);
  const standard = await standardNamed(command.standard, language);
  const output = command.output ?? '';
  const isThere = await exists(output);
  if (isThere && !command.replace) {
    throw new FileFault('output-exists', { output });
  }
  const inputs = await expandInputs(command.inputs, language);
  // The county may lie among the forms; only one that was named is taken for a mistake.
  const files = inputs.filter(
    (file) => command.inputs.includes(file) || path.resolve(file) !== path.resolve(output),
  );
  await refuseOverwriting(files, [output]);

  const { showProgress, program } = terminal;
  const readings = await collectFiles(files, command, program, (done) => {
    showProgress?.(fill(cliTexts(language).progress, { done, total: files.length }));
  });
  showProgress?.('');
  let collection = mergeForms(readings);
  if (collection.forms.length > 0) {
    const county = isThere ? await countyThere(output) : null;
    const written = await writeCounty(county, collection, command, standard);
    collection = written.collection;
    await writeWholeFile(output, written.bytes);
  }
  if (command.json) {
    for (const line of jsonLines(readings, collection, command)) terminal.out(`${line}\n`);
  } else {
    terminal.out(`${reportLines(collection, command).join('\n')}\n`);
    if (collection.forms.length > 0) {
      terminal.out(`${fill(cliTexts(language).written, { output })}\n`);
    }
  }
  if (collection.forms.length === 0) terminal.complain(`${texts.command.noForms}\n`);
  return exitCodeOf(collection);
}

/** A county workbook that is there already. */
interface CountyThere {
  readonly document: XlsxDocument;
  readonly source: WorkbookSource;
  readonly file: string;
}

async function countyThere(file: string): Promise<CountyThere> {
  const bytes = await readWholeFile(file);
  try {
    const document = XlsxDocument.open(bytes, codecOfNode);
    return { document, source: await openWorkbookSource(bytes, file, codecOfNode), file };
  } catch (error) {
    if (!(error instanceof OoxmlError)) throw error;
    const { code, part, detail } = error;
    throw new FileFault(code === 'legacy-xls' ? 'legacy-xls-not-writable' : code, {
      output: file,
      part: part ?? '',
      detail,
    });
  }
}

/** A new county, or the one that is there with the forms put in and everything else kept. */
async function writeCounty(
  county: CountyThere | null,
  collection: Collection,
  { language }: Command,
  standard: Standard,
): Promise<{ readonly bytes: Uint8Array; readonly collection: Collection }> {
  if (county === null) {
    const plans = planCollection(collection, standard, language);
    return { bytes: createWorkbook(plans, codecOfNode), collection };
  }
  const { document, source, file } = county;
  const update = await planCollectionUpdate(source, file, collection, standard);
  if (update === null) {
    document.writeSheets(planCollection(collection, standard, language), { replace: 'any' });
    return { bytes: document.save(), collection };
  }
  try {
    document.setCells(update.edits);
  } catch (error) {
    if (!(error instanceof OoxmlWriteError)) throw error;
    throw new FileFault('unexpected', { output: file, detail: error.message });
  }
  const [, ...ours] = planCollection(update.collection, standard, language);
  document.writeSheets(ours, { replace: 'any' });
  return { bytes: document.save(), collection: update.collection };
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

function exitCodeOf(collection: Collection): ExitCode {
  const open = openIssues(collection);
  if (collection.forms.length === 0) return 2;
  if (open.some(({ code }) => ISSUE_CODES[code] === 'unreadable')) return 2;
  return open.length > 0 ? 1 : 0;
}

function reportLines(collection: Collection, { language, all }: Command): string[] {
  const texts = collectionTexts(language);
  const open = openIssues(collection);
  const counts = ISSUE_KINDS.flatMap((kind) => {
    const count = collection.issues.filter(({ code }) => ISSUE_CODES[code] === kind).length;
    return count === 0 ? [] : [fill(texts.kindCounts, { kind: texts.kinds[kind], count })];
  });
  const lines = [
    fill(texts.summary, {
      files: collection.files,
      forms: collection.forms.length,
      schools: collection.forms.filter(({ used }) => used).length,
    }),
    counts.length === 0 ? texts.nothingWrong : counts.join('  '),
  ];
  const shown = all ? collection.issues : open.slice(0, SHOWN);
  for (const issue of shown) lines.push(`  ${issueLine(issue, language)}`);
  if (!all && open.length > SHOWN) {
    lines.push(`  ${fill(cliTexts(language).moreNotShown, { count: open.length - SHOWN })}`);
  }
  return lines;
}

function issueLine(issue: CollectionIssue, language: Command['language']): string {
  const texts = collectionTexts(language);
  const { file, sheet, cell, school, field, code } = issue;
  const place = [file, sheet, cell].filter((part) => part !== null).join(' ! ');
  return fill(texts.command.issueLine, {
    kind: texts.kinds[ISSUE_CODES[code]],
    place,
    school: school === '' ? '' : ` ${school}`,
    field: field === null ? '' : fill(texts.command.field, { field: answerLabel(field) }),
    ...describeIssue(issue, language),
  });
}

/** One object a form, and one a file without a form, each with its lines of 收集情况. */
function jsonLines(
  readings: readonly FileReading[],
  { forms, issues }: Collection,
  { language }: Command,
): string[] {
  const issueJson = (issue: CollectionIssue): object => ({
    code: issue.code,
    kind: ISSUE_CODES[issue.code],
    cell: issue.cell,
    field: issue.field === null ? null : answerLabel(issue.field),
    actual: issue.actual,
    message: describeIssue(issue, language).message,
  });
  const used = new Map(forms.map((form) => [`${form.file}\n${form.sheet}`, form.used]));
  return readings.flatMap(({ file, forms: found }) => {
    const lineOf = (sheet: string | null, school: string | null, code: string | null): string =>
      JSON.stringify({
        file,
        sheet,
        school,
        code,
        used: used.get(`${file}\n${sheet ?? ''}`) ?? false,
        issues: issues
          .filter((issue) => issue.file === file && issue.sheet === sheet)
          .map(issueJson),
      });
    if (found.length === 0) return [lineOf(null, null, null)];
    return found.map(({ sheet, name, code }) => lineOf(sheet, name, code));
  });
}
