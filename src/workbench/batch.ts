import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import { formatDecimal } from '../locales/format-number';
import type { Language } from '../locales/language';
import { workbenchTexts } from '../locales/workbench-texts';
import { DEFAULT_STANDARD } from '../standard/standards';
import { STAGES } from '../standard/stage';
import { downloadText } from '../taskpane/download-text';
import { checkWorkbook } from '../workbook/check-workbook';
import { fileFaultSentence } from './file-fault';
import { pageElement, textButton } from './page-element';

const COEFFICIENT_DECIMALS = 4;

/** One county of a batch. */
interface BatchLine {
  readonly file: string;
  readonly county: string;
  readonly verdict: string;
  readonly schools: number;
  /** The largest 差异系数, null when there is none. */
  readonly coefficient: number | null;
  /** Why it could not be read, '' when it could. */
  readonly note: string;
}

async function lineOf(file: File, language: Language): Promise<BatchLine> {
  const { verdicts } = domainTexts(language);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const source = await openWorkbookSource(bytes, file.name);
    const check = await checkWorkbook(source, { standard: DEFAULT_STANDARD });
    const coefficients = STAGES.flatMap(
      (stage) => check.assessment?.stages[stage]?.indicators ?? [],
    )
      .map(({ cv }) => cv)
      .filter((cv) => cv !== null);
    return {
      file: file.name,
      county: check.county ?? '',
      verdict: verdicts[check.verdict],
      schools: check.assessment?.schools.length ?? 0,
      coefficient: coefficients.length === 0 ? null : Math.max(...coefficients),
      note: '',
    };
  } catch (error) {
    return {
      file: file.name,
      county: '',
      verdict: verdicts.unjudged,
      schools: 0,
      coefficient: null,
      note: fileFaultSentence(file.name, error, language),
    };
  }
}

/** A CSV field; what a spreadsheet would take for a formula is kept text. */
function csvField(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function csvOf(heads: readonly string[], lines: readonly BatchLine[]): string {
  const rows = lines.map(({ file, county, verdict, schools, coefficient, note }) => [
    csvField(file),
    csvField(county),
    csvField(verdict),
    String(schools),
    coefficient === null ? '' : String(coefficient),
    csvField(note),
  ]);
  // The mark tells spreadsheet programs that the text is UTF-8.
  return `\uFEFF${[heads.map(csvField), ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** Checks several workbooks one after the other and shows a table of their counties. */
export async function runBatch(files: readonly File[], language: Language): Promise<void> {
  const { batch: texts } = workbenchTexts(language);
  const root = pageElement('batch');
  const heading = document.createElement('h2');
  heading.textContent = texts.title;
  const progress = document.createElement('p');
  progress.setAttribute('role', 'status');
  const table = document.createElement('table');
  const heads = [
    texts.file,
    texts.county,
    texts.verdict,
    texts.schools,
    texts.coefficient,
    texts.note,
  ];
  const headRow = table.createTHead().insertRow();
  for (const head of heads) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = head;
    headRow.append(cell);
  }
  const body = table.createTBody();
  const lines: BatchLine[] = [];
  const download = textButton(texts.download, () => {
    downloadText(csvOf(heads, lines), texts.reportName, 'text/csv;charset=utf-8');
  });
  download.disabled = true;
  const back = textButton(texts.back, () => {
    root.hidden = true;
  });
  root.replaceChildren(heading, progress, table, download, back);
  root.hidden = false;
  for (const [index, file] of files.entries()) {
    progress.textContent = fill(texts.progress, {
      done: index + 1,
      total: files.length,
      file: file.name,
    });
    // Lets the page show the progress first.
    await new Promise((resolve) => setTimeout(resolve));
    const line = await lineOf(file, language);
    lines.push(line);
    const row = body.insertRow();
    row.insertCell().textContent = line.file;
    row.insertCell().textContent = line.county;
    row.insertCell().textContent = line.verdict;
    const schools = row.insertCell();
    schools.textContent = String(line.schools);
    const coefficient = row.insertCell();
    coefficient.textContent =
      line.coefficient === null ? '' : formatDecimal(line.coefficient, COEFFICIENT_DECIMALS);
    for (const cell of [schools, coefficient]) cell.className = 'number';
    row.insertCell().textContent = line.note;
  }
  progress.textContent = '';
  download.disabled = false;
}
