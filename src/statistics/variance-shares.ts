import { compensatedDispersion } from './compensated-dispersion';
import { DoubleDouble, PAIR_ROUNDOFF, UNIT_ROUNDOFF } from './double-double';
import { ExactDispersion } from './exact-dispersion';
import { schoolColumns } from './school-columns';
import type { ValueForm } from './school-columns';

/** Relative error of a share that is left to the rounding of its last bit. */
const TOLERANCE = UNIT_ROUNDOFF / 2;

/**
 * Each school's part in the variance between schools, P_i (X_i − X̄)² / Σ P (X − X̄)²: which schools
 * a high coefficient comes from. Shares are ratios, at least 0, and add up to 1; where all schools
 * are equal there is nothing to share and all are 0. Each is within 2 units in the last place.
 *
 * @param values the schools' amounts, or their values per pupil as `form` says
 * @param students pupils of each school, above 0
 * @returns one share a row, in the order of the rows
 * @throws StatisticsError `empty`, `length-mismatch`, `non-finite`, `zero-students`,
 *   `negative-students`
 */
export function varianceShares(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
  form: ValueForm = 'amounts',
): number[] {
  const columns = schoolColumns(values, students);
  const rows = columns.values.length;
  const shares = new Array<number>(rows).fill(0);
  const compensated = compensatedDispersion(columns, form);
  const unsettled: number[] = [];
  if (
    compensated === null ||
    !(compensated.squaresError <= TOLERANCE * Math.abs(compensated.squares.hi))
  ) {
    for (let row = 0; row < rows; row += 1) unsettled.push(row);
  } else if (compensated.squares.hi > 0) {
    const { mean, meanError, squares } = compensated;
    const term = new DoubleDouble();
    for (let row = 0; row < rows; row += 1) {
      const value = columns.values[row] ?? Number.NaN;
      const pupils = columns.students[row] ?? Number.NaN;
      if (form === 'amounts') term.setQuotient(value, pupils);
      else term.set(value);
      const deviationError = 8 * PAIR_ROUNDOFF * Math.abs(term.hi) + meanError;
      term.subtract(mean);
      if (4 * deviationError > TOLERANCE * Math.abs(term.hi)) {
        unsettled.push(row);
        continue;
      }
      term.square();
      term.multiplyNumber(pupils);
      term.divide(squares);
      shares[row] = term.value;
    }
  }
  if (unsettled.length > 0) {
    const exact = new ExactDispersion(columns, form);
    for (const [row, share] of exact.shares(unsettled)) shares[row] = share;
  }
  return shares;
}
