import { dispersion } from './dispersion';
import type { ValueForm } from './school-columns';

/**
 * 全县平均值 X̄ = Σx / ΣP, the mean of the schools weighted by pupils; correctly rounded.
 *
 * @param values the schools' amounts, or their values per pupil as `form` says
 * @param students pupils of each school, above 0
 * @throws StatisticsError as `dispersion`
 */
export function countyMean(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
  form: ValueForm = 'amounts',
): number {
  return dispersion(values, students, form).mean;
}
