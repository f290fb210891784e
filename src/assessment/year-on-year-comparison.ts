import { QUANTITIES } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Assessment, SchoolStage } from './assessment';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';
import type { CoefficientChange, StageChange, Trend, YearOnYear } from './year-on-year';
import { suspiciousJumps } from './year-on-year-jumps';
import { matchSchools } from './year-on-year-schools';
import type { SchoolChanges } from './year-on-year-schools';

/** One year's county, as it was judged. */
export interface JudgedYear {
  readonly year: string | null;
  /** Every row, in scope or not. */
  readonly schools: readonly School[];
  readonly assessment: Assessment;
}

/** A comparison of two years with what is to be said of it. */
export interface YearComparison {
  readonly comparison: YearOnYear;
  readonly findings: readonly Finding[];
}

/** Coefficients that differ by less are the same, but for the binary rounding. */
const SAME_COEFFICIENT = 1e-10;

/** The same data twice is suspected from this many schools on. */
const FEWEST_TO_BE_SAME = 2;

/**
 * Puts a year beside the one before, both judged by one standard: which schools opened, closed or
 * were merged, how every indicator of every school and every 差异系数 changed, and which changes look
 * like mistakes. It changes no verdict.
 *
 * @param file last year's workbook, as it is to be shown
 */
export function compareYears(
  now: JudgedYear,
  last: JudgedYear,
  standard: Standard,
  file: string,
): YearComparison {
  const matched = matchSchools(now.schools, last.schools);
  const { changes } = matched;
  const stages = stageChanges(now.assessment, last.assessment, changes);
  const coefficients = coefficientChanges(now.assessment, last.assessment, standard);
  const comparison: YearOnYear = {
    file,
    year: { last: last.year, now: now.year },
    schools: changes,
    stages,
    coefficients,
  };
  const findings: Finding[] = [...matched.findings];
  if (changes.pairs.length === 0) {
    findings.push(finding('year-none-matched', { parameters: { file } }));
    return { comparison, findings };
  }
  findings.push(
    finding('year-compared', {
      actual: changes.pairs.length,
      parameters: {
        file,
        opened: changes.opened.length,
        closed: changes.closed.length,
        merged: changes.merged.length,
        named: changes.pairs.filter(({ by }) => by === 'name').length,
      },
    }),
  );
  if (isSameData(changes)) findings.push(finding('year-unchanged', { parameters: { file } }));
  for (const school of changes.opened)
    findings.push(finding('year-school-new', at(school, 'name')));
  for (const { name } of changes.closed) {
    findings.push(finding('year-school-closed', { school: name }));
  }
  for (const { last: school, into } of changes.merged) {
    findings.push(
      finding('year-school-merged', { school: school.name, parameters: { target: into } }),
    );
  }
  for (const one of coefficients) {
    if (one.trend === null) continue;
    findings.push(
      finding('year-coefficient-changed', {
        stage: one.stage,
        indicator: one.indicator,
        actual: one.now,
        unit: 'ratio',
        citation: standard.coefficients.citation,
        parameters: {
          last: one.last ?? '',
          trend: one.trend,
          limit: one.limit ?? '',
          within: one.nowPasses === null ? 'none' : one.nowPasses ? 'within' : 'over',
        },
      }),
    );
  }
  for (const one of suspiciousJumps(changes.pairs, stages, standard)) findings.push(one);
  return { comparison, findings };
}

function stagesOf({ schools }: Assessment): ReadonlyMap<School, readonly SchoolStage[]> {
  const stages = new Map<School, SchoolStage[]>();
  for (const one of schools) {
    const own = stages.get(one.school);
    if (own === undefined) stages.set(one.school, [one]);
    else own.push(one);
  }
  return stages;
}

function stageChanges(
  now: Assessment,
  last: Assessment,
  { pairs }: SchoolChanges,
): readonly StageChange[] {
  const pairOf = new Map(pairs.map((pair) => [pair.now, pair]));
  const lastOf = new Map(pairs.map((pair) => [pair.now, pair.last]));
  const lastStages = stagesOf(last);
  return now.schools.flatMap((stage): StageChange[] => {
    const pair = pairOf.get(stage.school);
    const before = lastStages
      .get(pair?.last ?? stage.school)
      ?.find((one) => one.stage === stage.stage);
    if (pair === undefined || before === undefined) return [];
    const members = new Set(stage.members.map((member) => lastOf.get(member)));
    const regrouped =
      members.size !== before.members.length || before.members.some((one) => !members.has(one));
    return [
      {
        pair,
        stage: stage.stage,
        now: stage,
        last: before,
        regrouped,
        indicators: stage.indicators.map(({ value }, index) => ({
          last: before.indicators[index]?.value ?? null,
          now: value,
        })),
      },
    ];
  });
}

function coefficientChanges(
  now: Assessment,
  last: Assessment,
  standard: Standard,
): readonly CoefficientChange[] {
  return STAGES.flatMap((stage): CoefficientChange[] => {
    const [here, before] = [now.stages[stage], last.stages[stage]];
    if (here === undefined || before === undefined) return [];
    const ids = [...standard.indicators.map(({ id }) => id), null];
    return ids.map((indicator, index): CoefficientChange => {
      const own = here.indicators[index] ?? here.composite;
      const earlier = before.indicators[index] ?? before.composite;
      return {
        stage,
        indicator,
        last: earlier.cv,
        now: own.cv,
        limit: own.cvLimit,
        lastPasses: earlier.cvPasses,
        nowPasses: own.cvPasses,
        trend: trendOf(earlier.cv, own.cv),
      };
    });
  });
}

function trendOf(last: number | null, now: number | null): Trend | null {
  if (last === null || now === null) return null;
  if (Math.abs(now - last) < SAME_COEFFICIENT) return 'same';
  return now < last ? 'improved' : 'worse';
}

/** Whether every number of every school is last year's: the same file was taken, most likely. */
function isSameData({ pairs, opened, closed }: SchoolChanges): boolean {
  return (
    pairs.length >= FEWEST_TO_BE_SAME &&
    opened.length === 0 &&
    closed.length === 0 &&
    pairs.every(({ now, last }) => now.hasSameAmounts(last)) &&
    pairs.some(({ now }) => QUANTITIES.some((quantity) => now.amount(quantity) !== null))
  );
}
