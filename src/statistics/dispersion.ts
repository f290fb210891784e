import { compensatedDispersion } from './compensated-dispersion';
import { exactDispersion } from './exact-dispersion';
import { schoolColumns } from './school-columns';
import type { ValueForm } from './school-columns';
import { StatisticsError } from './statistics-error';

/** How one indicator is spread over the schools of a county. */
export interface Dispersion {
  /** 全县平均值 X̄ = Σx / ΣP. */
  readonly mean: number;
  /** S = √(Σ (P_i / ΣP)(X_i − X̄)²): weighted by pupils, population form. */
  readonly standardDeviation: number;
  /** 校际差异系数 S / X̄; null where X̄ is 0, which leaves it undefined. */
  readonly coefficient: number | null;
}

/**
 * Mean, standard deviation and coefficient of variation between schools, weighted by pupils
 * (教督〔2017〕6号, part 1). Nothing is rounded on the way: each of the three is the double nearest
 * to the exact value over the binary inputs.
 *
 * The work is done in pairs of doubles with a bound on their error; where the bound does not settle
 * the last bit (ill-conditioned or extreme values), it is done again in whole numbers.
 *
 * @param values the schools' amounts, or their values per pupil as `form` says
 * @param students pupils of each school, above 0
 * @throws StatisticsError `empty`, `length-mismatch`, `non-finite`, `zero-students`,
 *   `negative-students`, `out-of-range`
 */
export function dispersion(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
  form: ValueForm = 'amounts',
): Dispersion {
  const columns = schoolColumns(values, students);
  const result = compensatedDispersion(columns, form)?.rounded() ?? exactDispersion(columns, form);
  const { mean, standardDeviation, coefficient } = result;
  if (![mean, standardDeviation, coefficient ?? 0].every(Number.isFinite)) {
    throw new StatisticsError('out-of-range');
  }
  return result;
}
