import type { Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { compositeCoefficient } from '../statistics/composite';
import { coefficientWithin } from '../statistics/coefficient-within';
import { dispersion } from '../statistics/dispersion';
import { Rational } from '../statistics/rational';
import type { IndicatorSummary, SchoolStage, StageSummary } from './assessment';
import { compositeWithin, squaredCoefficient } from './composite-within';

/** Relative distance from a limit within which a coefficient is compared exactly. */
const TIE = 1e-9;

/** One indicator of all schools of a stage, exactly: amounts and pupils, a row a school. */
export interface ExactColumn {
  readonly amounts: readonly Rational[];
  readonly students: readonly Rational[];
}

/** Gives an indicator's exact column; only asked near a limit, where every value is known. */
export type ExactColumnOf = (indicator: Indicator, index: number) => ExactColumn;

function isNear(value: number, limit: number): boolean {
  return Math.abs(Math.abs(value) - limit) <= TIE * limit;
}

/** The values per pupil of one indicator, and how many schools reach its threshold. */
class IndicatorColumn {
  readonly values: Float64Array;
  /** Whether every school has a value and pupils to weigh it by. */
  complete = true;
  met = 0;
  near = 0;
  below = 0;

  constructor(schools: number) {
    this.values = new Float64Array(schools);
  }
}

/** The numbers of one stage as columns, packed, in one pass over its rows. */
class StageColumns {
  readonly students: Float64Array;
  readonly indicators: readonly IndicatorColumn[];

  constructor(rows: readonly SchoolStage[], count: number) {
    this.students = new Float64Array(rows.length);
    this.indicators = Array.from({ length: count }, () => new IndicatorColumn(rows.length));
    let row = 0;
    for (const { students, indicators } of rows) {
      this.students[row] = students ?? Number.NaN;
      let index = 0;
      for (const column of this.indicators) {
        const { value, status } = indicators[index] ?? { value: null, status: null };
        if (value === null || students === null) column.complete = false;
        else column.values[row] = value;
        if (status === 'met') column.met += 1;
        else if (status === 'near') column.near += 1;
        else if (status === 'below') column.below += 1;
        index += 1;
      }
      row += 1;
    }
  }
}

/**
 * Sums up one stage: X̄, S and 校际差异系数 of each indicator over all its schools, how many schools
 * reach each threshold and how many pass, and the composite (综合差异系数).
 *
 * An indicator that any school lacks has no mean: leaving that school out would flatter the county.
 *
 * @param rows every school of the stage; at least one
 * @param exactColumn gives the exact numbers behind the rows' values
 */
export function summarizeStage(
  standard: Standard,
  stage: Stage,
  rows: readonly SchoolStage[],
  exactColumn: ExactColumnOf,
): StageSummary {
  const columns = new StageColumns(rows, standard.indicators.length);
  const indicators = standard.indicators.map((indicator, index): IndicatorSummary => {
    const column = columns.indicators[index] ?? new IndicatorColumn(0);
    const judged = indicator.threshold !== null;
    const cvLimit = standard.coefficients.each?.[stage] ?? null;
    const counts = {
      cvLimit,
      schoolsMet: judged ? column.met : null,
      schoolsNear: judged ? column.near : null,
      schoolsBelow: judged ? column.below : null,
    };
    if (!column.complete) {
      return { mean: null, standardDeviation: null, cv: null, cvPasses: null, ...counts };
    }
    const spread = dispersion(column.values, columns.students, 'perPupil');
    const { mean, standardDeviation, coefficient: cv } = spread;
    const cvPasses =
      cvLimit === null ? null : keepsLimit(cv, cvLimit, () => exactColumn(indicator, index));
    return { mean, standardDeviation, cv, cvPasses, ...counts };
  });
  return {
    stage,
    schools: rows.length,
    students: rows.reduce((sum, { students }) => sum + (students ?? 0), 0),
    passing:
      standard.schoolRule === null
        ? null
        : rows.reduce((sum, { passes }) => sum + (passes === true ? 1 : 0), 0),
    indicators,
    composite: summarizeComposite(standard, stage, indicators, exactColumn),
  };
}

/** Whether a coefficient keeps its limit; one that is undefined (X̄ = 0) does not. */
function keepsLimit(cv: number | null, limit: number, exact: () => ExactColumn): boolean {
  if (cv === null) return false;
  if (!isNear(cv, limit)) return Math.abs(cv) < limit;
  const { amounts, students } = exact();
  return coefficientWithin(amounts, students, Rational.fromShown(limit));
}

function summarizeComposite(
  standard: Standard,
  stage: Stage,
  indicators: readonly IndicatorSummary[],
  exactColumn: ExactColumnOf,
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
    const { amounts, students } = exactColumn(indicator, index);
    return squaredCoefficient(amounts, students);
  });
  return { cv, cvLimit, cvPasses: compositeWithin(squares, Rational.fromShown(cvLimit)) };
}
