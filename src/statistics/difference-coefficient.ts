import { dispersion } from './dispersion';
import type { ValueForm } from './school-columns';
import { StatisticsError } from './statistics-error';

/**
 * 校际差异系数 CV = S / X̄, a ratio; correctly rounded. One school: 0. Whether it keeps a limit is
 * judged by `coefficientWithin`, never on this rounded value.
 *
 * @param values the schools' amounts, or their values per pupil as `form` says
 * @param students pupils of each school, above 0
 * @throws StatisticsError `zero-mean`, and as `dispersion`
 */
export function differenceCoefficient(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
  form: ValueForm = 'amounts',
): number {
  const { coefficient } = dispersion(values, students, form);
  if (coefficient === null) throw new StatisticsError('zero-mean');
  return coefficient;
}
