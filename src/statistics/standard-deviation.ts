import { dispersion } from './dispersion';
import type { ValueForm } from './school-columns';

/**
 * S = √(Σ (P_i / ΣP)(X_i − X̄)²): weighted by pupils and over the whole population of schools (no
 * n − 1); correctly rounded. One school: 0.
 *
 * @param values the schools' amounts, or their values per pupil as `form` says
 * @param students pupils of each school, above 0
 * @throws StatisticsError as `dispersion`
 */
export function standardDeviation(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
  form: ValueForm = 'amounts',
): number {
  return dispersion(values, students, form).standardDeviation;
}
