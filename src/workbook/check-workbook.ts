import { assess } from '../assessment/assess';
import { assessStated } from '../assessment/assess-stated';
import type { Assessment } from '../assessment/assessment';
import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import { worstVerdict } from '../assessment/form-judgement';
import type { Standard } from '../standard/standard';
import { AGAINST_SCHOOLS, AGAINST_TABLE, compareFigures, compareRows } from './compare-stated';
import type { StatedTolerances } from './compare-stated';
import { compareTotals } from './compare-totals';
import { readCountyInformation } from './county-information';
import { acceptFindings, readExplanations } from './explanations';
import { sortFindings } from './finding-order';
import { findSchoolSheets, noSchoolSheet } from './find-school-sheets';
import type { SchoolSheets } from './find-school-sheets';
import { judgeForm } from './judge-form';
import { compareWithLastYear } from './last-year';
import { readSchools } from './read-schools';
import type { SheetHead, WorkbookSource } from './source';
import { readStatedTables } from './stated-tables';
import type { StatedTables } from './stated-tables';
import type { PartVerdicts, SchoolReading, WorkbookCheck } from './workbook-check';

/** How a workbook is to be checked. */
export interface CheckOptions {
  readonly standard: Standard;
  /** The sheet of schools that a person chose; otherwise 学校数据, or the one that looks like it. */
  readonly sheet?: string;
  /** Called after each block of rows: rows read so far, and how many there are where it is known. */
  readonly onProgress?: (done: number, total: number | null) => void;
  /** Stops the check between two blocks of rows; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Last year's workbook, to be put beside this one; what is wrong with it is only warned of. */
  readonly lastYear?: WorkbookSource;
}

interface Judgement {
  readonly basis: WorkbookCheck['basis'];
  readonly reading: SchoolReading | null;
  readonly assessment: Assessment | null;
  readonly findings: readonly Finding[];
}

/**
 * Checks one workbook: reads its schools (or, where it has none, a filled-in 表Ⅱ-2), judges them
 * by the standard, and compares what its other sheets state. Never throws for what a workbook
 * holds; rejects only when `signal` stops it or the source cannot be read.
 */
export async function checkWorkbook(
  source: WorkbookSource,
  options: CheckOptions,
): Promise<WorkbookCheck> {
  const { standard, signal } = options;
  signal?.throwIfAborted();
  const heads = await source.heads();
  const sheets = findSchoolSheets(heads, standard, options.sheet ?? null);
  const stated = await readStatedTables(source, heads, standard);
  const county = await readCountyInformation(source, heads);
  const explanations = await readExplanations(source, heads);
  signal?.throwIfAborted();

  const judgement = sheets.found
    ? await judgeSchools(source, sheets, options)
    : judgeStated(heads, sheets, stated, standard);
  const { basis, reading, assessment } = judgement;

  const findings: Finding[] = [...judgement.findings];
  if (reading !== null) findings.push(...compareTotals(county.totals, reading.schools));
  if (assessment !== null) {
    for (const one of assessment.findings) findings.push(one);
    for (const one of compareTables(stated, assessment, basis)) findings.push(one);
  }
  const beyond = await judgeForm(source, heads, standard, reading?.schools ?? null);
  for (const one of beyond.findings) findings.push(one);
  const lastYear =
    options.lastYear === undefined || assessment === null
      ? null
      : await compareWithLastYear(
          { year: county.year, reading, assessment },
          options.lastYear,
          async (last) => {
            // The chosen sheet is last year's too, where it has one of that name.
            const sheet = (await last.heads()).find(({ name }) => name === options.sheet)?.name;
            return checkWorkbook(last, {
              standard,
              ...(sheet === undefined ? {} : { sheet }),
              ...(signal === undefined ? {} : { signal }),
            });
          },
          signal,
        );
  for (const one of lastYear?.findings ?? []) findings.push(one);
  const verdict = assessment?.verdict ?? 'unjudged';
  const parts: PartVerdicts = { resources: verdict, ...beyond.parts };
  return {
    file: source.name,
    standard,
    county: county.county,
    countyInformation: county,
    basis,
    reading,
    assessment,
    findings: acceptFindings(
      sortFindings(
        findings,
        heads.map(({ name }) => name),
      ),
      explanations,
    ),
    verdict,
    parts,
    overall: worstVerdict(Object.values(parts)),
    form: beyond.form,
    formPlaces: beyond.places,
    finance: beyond.finance,
    spending: beyond.spending,
    lastYear: lastYear?.comparison ?? null,
  };
}

async function judgeSchools(
  source: WorkbookSource,
  sheets: SchoolSheets,
  { standard, onProgress, signal }: CheckOptions,
): Promise<Judgement> {
  if (sheets.unusable || sheets.sheets.length === 0) {
    return { basis: null, reading: null, assessment: null, findings: sheets.findings };
  }
  const read = await readSchools(source, sheets.sheets, standard, (done) => {
    signal?.throwIfAborted();
    onProgress?.(done, null);
  });
  const findings = [...sheets.findings, ...read.findings];
  const { reading } = read;
  if (reading.schools.length === 0) {
    findings.push(finding('no-schools', { sheet: reading.layouts[0]?.sheet ?? null }));
    return { basis: null, reading, assessment: null, findings };
  }
  const assessment = assess(reading.schools, standard, { unjudgeable: read.unjudgeable });
  return { basis: 'schools', reading, assessment, findings };
}

function judgeStated(
  heads: readonly SheetHead[],
  sheets: SchoolSheets,
  stated: StatedTables,
  standard: Standard,
): Judgement {
  const none = { basis: null, reading: null, assessment: null };
  if (sheets.findings.length > 0) return { ...none, findings: sheets.findings };
  const { table22 } = stated;
  if (table22 === null) return { ...none, findings: [noSchoolSheet(heads, null)] };
  if (table22.unusable) return { ...none, findings: table22.findings };
  if (table22.rows.length === 0) {
    return { ...none, findings: [finding('no-schools', { sheet: table22.sheet })] };
  }
  return {
    basis: 'stated',
    reading: null,
    assessment: assessStated(table22.rows, standard),
    findings: table22.findings,
  };
}

function compareTables(
  stated: StatedTables,
  assessment: Assessment,
  basis: WorkbookCheck['basis'],
): Finding[] {
  const tolerances: StatedTolerances = basis === 'stated' ? AGAINST_TABLE : AGAINST_SCHOOLS;
  return [
    ...compareRows(stated.table22?.rows ?? [], assessment, tolerances),
    ...compareFigures(stated.figures, assessment, tolerances),
  ];
}
