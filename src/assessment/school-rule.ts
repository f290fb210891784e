import type { Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { Attainment } from './assessment';
import { attainmentOf } from './attainment';

/**
 * 综合达标: at least `requiredMet` indicators (6 of the 7) reach their threshold, and every other
 * reaches the floor (85 % of it).
 *
 * @param statuses one for each indicator; null where it cannot be judged
 * @returns null where the standard has no school rule or any indicator cannot be judged
 */
export function passesSchoolRule(
  standard: Standard,
  statuses: readonly (Attainment | null)[],
): boolean | null {
  if (standard.schoolRule === null) return null;
  let met = 0;
  let below = 0;
  for (const status of statuses) {
    if (status === null) return null;
    if (status === 'met') met += 1;
    if (status === 'below') below += 1;
  }
  return below === 0 && met >= standard.schoolRule.requiredMet;
}

/**
 * Whether a school with these values passes the school rule, judged on the decimals they show.
 *
 * @param values one for each indicator of the standard, in its order and unit
 * @returns null where the standard has no school rule
 * @throws RangeError when there are more or fewer values than indicators
 * @throws StatisticsError `non-finite`
 */
export function schoolPasses(
  standard: Standard,
  stage: Stage,
  values: readonly number[],
): boolean | null {
  if (values.length !== standard.indicators.length) {
    throw new RangeError(`${standard.id} has ${standard.indicators.length} indicators`);
  }
  return passesSchoolRule(
    standard,
    standard.indicators.map((indicator, index) =>
      attainmentOf(standard, indicator, stage, values[index] ?? Number.NaN),
    ),
  );
}
