import type { Verdict } from '../assessment/assessment';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import { formatDecimal } from '../locales/format-number';
import type { Language } from '../locales/language';
import { workbenchTexts } from '../locales/workbench-texts';
import type { WorkbenchTexts } from '../locales/workbench-texts';
import { createWorkbook } from '../ooxml/write/create-workbook';
import { batchCounty, unreadableCounty } from '../reports/batch-county';
import type { BatchCounty } from '../reports/batch-county';
import { planBatchReport } from '../reports/batch-report';
import { DEFAULT_STANDARD } from '../standard/standards';
import { STAGES } from '../standard/stage';
import { checkWorkbook } from '../workbook/check-workbook';
import { downloadFile } from './download-file';
import { fileFaultSentence } from './file-fault';
import { pageElement, textButton } from './page-element';
import { readFile } from './read-file';
import { SortableTable } from './sortable-table';
import type { TableColumn } from './sortable-table';

/** As many as 表Ⅲ shows. */
const COEFFICIENT_DECIMALS = 3;

const SEVERITY_OF_VERDICT: Readonly<Record<Verdict, number>> = { fail: 0, unjudged: 1, pass: 2 };

/** One file of the batch and what came of it. */
interface BatchLine {
  readonly file: File;
  readonly county: BatchCounty;
}

async function checkFile(file: File, language: Language): Promise<BatchCounty> {
  try {
    const source = await openWorkbookSource(await readFile(file), file.name);
    return batchCounty(await checkWorkbook(source, { standard: DEFAULT_STANDARD }), language);
  } catch (error) {
    return unreadableCounty(file.name, fileFaultSentence(file.name, error, language));
  }
}

/** Counts the batches that were started; one that is no longer the last stops. */
let started = 0;

/**
 * Checks several workbooks one after the other and shows a table of their counties, with a report
 * to download. A file that cannot be read is one line with its reason.
 *
 * @param onOpen called with a file that the person wants to see in the grid
 */
export async function runBatch(
  files: readonly File[],
  language: Language,
  onOpen: (file: File) => void,
): Promise<void> {
  const { batch: texts } = workbenchTexts(language);
  started += 1;
  const own = started;
  const root = pageElement('batch');
  const heading = document.createElement('h2');
  heading.textContent = texts.title;
  const progress = document.createElement('p');
  progress.setAttribute('role', 'status');
  const counties: BatchCounty[] = [];
  const download = textButton(texts.download, () => {
    downloadFile(
      createWorkbook(planBatchReport(counties, DEFAULT_STANDARD, language)),
      texts.reportName,
    );
  });
  download.className = 'primary';
  download.disabled = true;
  const back = textButton(texts.back, () => {
    root.hidden = true;
  });
  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(download, back);
  const table = new SortableTable(columnsOf(texts, language, onOpen), ({ county }) => county.fault);
  root.replaceChildren(heading, progress, table.element, actions);
  root.hidden = false;
  for (const [index, file] of files.entries()) {
    progress.textContent = fill(texts.progress, {
      done: index + 1,
      total: files.length,
      file: file.name,
    });
    // Lets the page show the progress first.
    await new Promise((resolve) => setTimeout(resolve));
    const county = await checkFile(file, language);
    if (own !== started) return;
    counties.push(county);
    table.add({ file, county });
  }
  const passing = counties.filter(({ verdict }) => verdict === 'pass').length;
  progress.textContent = fill(texts.done, { total: files.length, passing });
  download.disabled = false;
}

function columnsOf(
  { file, county, verdict, overall, schools, coefficient, of, errors }: WorkbenchTexts['batch'],
  language: Language,
  onOpen: (file: File) => void,
): readonly TableColumn<BatchLine>[] {
  const { verdicts, stages } = domainTexts(language);
  const compareText = new Intl.Collator(language).compare;
  const judged = (
    heading: string,
    of: (county: BatchCounty) => Verdict,
  ): TableColumn<BatchLine> => ({
    heading,
    className: (line) => `verdict ${of(line.county)}`,
    show: (line) => verdicts[of(line.county)],
    compare: (a, b) => SEVERITY_OF_VERDICT[of(a.county)] - SEVERITY_OF_VERDICT[of(b.county)],
  });
  const counted = (
    heading: string,
    of: (county: BatchCounty) => number | null,
    decimals: number,
  ): TableColumn<BatchLine> => ({
    heading,
    isNumeric: true,
    className: () => 'number',
    show: (line) => {
      const value = line.county.fault === null ? of(line.county) : null;
      return value === null ? '' : formatDecimal(value, decimals);
    },
    compare: (a, b) => (of(a.county) ?? -1) - (of(b.county) ?? -1),
  });
  return [
    {
      heading: file,
      className: () => 'file',
      show: (line) =>
        line.county.fault === null
          ? textButton(line.file.name, () => {
              onOpen(line.file);
            })
          : line.file.name,
      compare: (a, b) => compareText(a.file.name, b.file.name),
    },
    {
      heading: county,
      className: () => '',
      show: (line) => line.county.county ?? '',
      compare: (a, b) => compareText(a.county.county ?? '', b.county.county ?? ''),
    },
    judged(verdict, (line) => line.verdict),
    judged(overall, (line) => line.overall),
    counted(
      schools,
      (line) => STAGES.reduce((sum, stage) => sum + (line.stages[stage]?.schools ?? 0), 0),
      0,
    ),
    counted(coefficient, ({ largest }) => largest?.value ?? null, COEFFICIENT_DECIMALS),
    {
      heading: of,
      className: () => '',
      show: ({ county: { largest } }) =>
        largest === null ? '' : `${stages[largest.stage]} ${largest.indicator}`,
      compare: (a, b) =>
        compareText(a.county.largest?.indicator ?? '', b.county.largest?.indicator ?? ''),
    },
    counted(errors, (line) => line.errors, 0),
  ];
}
