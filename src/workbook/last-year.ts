import type { Assessment, SchoolStage } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { School } from '../assessment/school';
import type { YearOnYear } from '../assessment/year-on-year';
import { compareYears } from '../assessment/year-on-year-comparison';
import type { JudgedYear } from '../assessment/year-on-year-comparison';
import type { Stage } from '../standard/stage';
import { readCountyInformation } from './county-information';
import { fileName } from './file-name';
import { normaliseText } from './normalise-text';
import type { WorkbookSource } from './source';
import type { WorkbookCheck } from './workbook-check';

/** This year's county, so far as last year's is put beside it. */
export interface ThisYear {
  /** What 县域信息 says (年度). */
  readonly year: string | null;
  readonly reading: WorkbookCheck['reading'];
  readonly assessment: Assessment;
}

/** The comparison with last year; null where last year's workbook cannot be used, as a finding says. */
export interface LastYearComparison {
  readonly comparison: YearOnYear | null;
  readonly findings: readonly Finding[];
}

/**
 * Judges last year's workbook by this year's standard and compares the two. Whatever is wrong with
 * last year's workbook is a warning: this year's check does not depend on it.
 *
 * @param check judges a workbook by this year's standard
 * @param signal stops it; the promise is then rejected with its reason
 */
export async function compareWithLastYear(
  now: ThisYear,
  source: WorkbookSource,
  check: (source: WorkbookSource) => Promise<WorkbookCheck>,
  signal: AbortSignal | undefined,
): Promise<LastYearComparison> {
  let last: WorkbookCheck;
  let year: string | null;
  try {
    last = await check(source);
    ({ year } = await readCountyInformation(source, await source.heads()));
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return refused('year-unreadable', { file: source.name, reason });
  }
  const file = fileName(source.name);
  const { standard } = last;
  if (last.assessment === null || last.assessment.schools.length === 0) {
    const headings = last.findings
      .filter(({ code }) => code === 'column-missing')
      .map(({ parameters }) => parameters['heading']);
    return headings.length === 0
      ? refused('year-no-schools', { file })
      : refused('year-columns-missing', { file, headings: headings.join('、') });
  }
  const before = judgedYear({ year, reading: last.reading, assessment: last.assessment });
  return compareYears(judgedYear(now), before, standard, file);
}

function refused(
  code: 'year-unreadable' | 'year-columns-missing' | 'year-no-schools',
  parameters: Finding['parameters'],
): LastYearComparison {
  return { comparison: null, findings: [finding(code, { parameters })] };
}

/**
 * Every row of 学校数据. A filled-in 表Ⅱ-2 has a row a stage: rows of one name, each of another stage,
 * are one school.
 */
function judgedYear({ year, reading, assessment }: ThisYear): JudgedYear {
  if (reading !== null) return { year, schools: reading.schools, assessment };
  const known = new Map<string, { readonly school: School; readonly stages: Set<Stage> }>();
  const schools: School[] = [];
  const stages = assessment.schools.map((row): SchoolStage => {
    const key = normaliseText(row.school.name);
    const same = known.get(key);
    if (same !== undefined && !same.stages.has(row.stage)) {
      same.stages.add(row.stage);
      return { ...row, school: same.school };
    }
    schools.push(row.school);
    known.set(key, { school: row.school, stages: new Set([row.stage]) });
    return row;
  });
  return { year, schools, assessment: { ...assessment, schools: stages } };
}
