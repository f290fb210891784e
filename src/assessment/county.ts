import type { Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { compositeCoefficient } from '../statistics/composite';
import { coefficientWithin } from '../statistics/coefficient-within';
import { dispersion } from '../statistics/dispersion';
import type { ValueForm } from '../statistics/school-columns';
import { Rational } from '../statistics/rational';
import type { IndicatorSummary, SchoolStage, StageSummary } from './assessment';
import { compositeWithin, squaredCoefficient } from './composite-within';

/** Relative distance from a limit within which a coefficient is compared exactly. */
const TIE = 1e-9;

/** Where a county's coefficients come from: columns of one stage, a row a school. */
export interface StageColumns {
  /** Whether the columns hold amounts or values per pupil. */
  readonly form: ValueForm;
  /** One indicator's column, before `scale`; null where any school of the stage lacks it. */
  values(indicator: Indicator, index: number): Float64Array | null;
  /** What the column's mean is multiplied by to be in the indicator's unit. */
  scale(indicator: Indicator): number;
  /** Pupils of each school; only asked for when a column is complete. */
  students(): Float64Array;
  /** The exact amounts of a complete column, and the exact pupils. */
  exact(indicator: Indicator, index: number): { amounts: Rational[]; students: Rational[] };
}

function isNear(value: number, limit: number): boolean {
  return Math.abs(Math.abs(value) - limit) <= TIE * limit;
}

/**
 * Sums up one stage: X̄, S and 校际差异系数 of each indicator over all its schools, how many schools
 * reach each threshold and how many pass, and the composite (综合差异系数).
 *
 * An indicator that any school lacks has no mean: leaving that school out would flatter the county.
 */
export function summarizeStage(
  standard: Standard,
  stage: Stage,
  rows: readonly SchoolStage[],
  columns: StageColumns,
): StageSummary {
  const indicators = standard.indicators.map((indicator, index) =>
    summarizeIndicator(standard, stage, rows, columns, indicator, index),
  );
  return {
    stage,
    schools: rows.length,
    students: rows.reduce((sum, { students }) => sum + (students ?? 0), 0),
    passing: standard.schoolRule === null ? null : rows.filter(({ passes }) => passes).length,
    indicators,
    composite: summarizeComposite(standard, stage, columns, indicators),
  };
}

function summarizeIndicator(
  standard: Standard,
  stage: Stage,
  rows: readonly SchoolStage[],
  columns: StageColumns,
  indicator: Indicator,
  index: number,
): IndicatorSummary {
  const judged = indicator.threshold !== null;
  let [met, near, below] = [0, 0, 0];
  for (const row of rows) {
    const status = row.indicators[index]?.status;
    if (status === 'met') met += 1;
    else if (status === 'near') near += 1;
    else if (status === 'below') below += 1;
  }
  const cvLimit = standard.coefficients.each?.[stage] ?? null;
  const counts = {
    cvLimit,
    schoolsMet: judged ? met : null,
    schoolsNear: judged ? near : null,
    schoolsBelow: judged ? below : null,
  };
  const values = columns.values(indicator, index);
  if (values === null) {
    return { mean: null, standardDeviation: null, cv: null, cvPasses: null, ...counts };
  }
  const spread = dispersion(values, columns.students(), columns.form);
  const cv = spread.coefficient;
  const within = (limit: number): boolean => {
    if (cv === null) return false;
    if (!isNear(cv, limit)) return Math.abs(cv) < limit;
    const { amounts, students } = columns.exact(indicator, index);
    return coefficientWithin(amounts, students, Rational.fromShown(limit));
  };
  const scale = columns.scale(indicator);
  return {
    mean: spread.mean * scale,
    standardDeviation: spread.standardDeviation * scale,
    cv,
    cvPasses: cvLimit === null ? null : within(cvLimit),
    ...counts,
  };
}

function summarizeComposite(
  standard: Standard,
  stage: Stage,
  columns: StageColumns,
  indicators: readonly IndicatorSummary[],
): StageSummary['composite'] {
  const cvLimit = standard.coefficients.composite?.[stage] ?? null;
  const cvs = indicators.map(({ cv }) => cv).filter((cv) => cv !== null);
  if (cvs.length < indicators.length) {
    // A coefficient that is undefined (X̄ = 0) keeps no limit; one that is unknown leaves it open.
    const undefinedMean = indicators.some(({ cv, mean }) => cv === null && mean !== null);
    return { cv: null, cvLimit, cvPasses: cvLimit !== null && undefinedMean ? false : null };
  }
  const cv = compositeCoefficient(cvs);
  if (cvLimit === null) return { cv, cvLimit, cvPasses: null };
  if (!isNear(cv, cvLimit)) return { cv, cvLimit, cvPasses: cv < cvLimit };
  const squares = standard.indicators.map((indicator, index) => {
    const { amounts, students } = columns.exact(indicator, index);
    return squaredCoefficient(amounts, students);
  });
  return { cv, cvLimit, cvPasses: compositeWithin(squares, Rational.fromShown(cvLimit)) };
}
