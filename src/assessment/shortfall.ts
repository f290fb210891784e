import type { Indicator, ShortfallUnit } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';

const YUAN_IN_WAN = Rational.of(10000n);

const WHOLE: Readonly<Record<ShortfallUnit, boolean>> = {
  person: true,
  room: true,
  computer: true,
  book: true,
  squareMetre: false,
  yuan: false,
};

/**
 * How much more it takes to reach a threshold, exactly: threshold × pupils ÷ multiplier − amount,
 * people and rooms rounded up, money in 元. 0 where the threshold is reached.
 *
 * @param amount the amount there is, before the multiplier (money in 万元)
 * @param divisor the pupils, or for a shared asset of a multi-stage school their equivalents:
 *   the gap divided by the stage's share is what the whole school must add
 */
export function exactShortfall(
  indicator: Indicator,
  threshold: number,
  amount: Rational,
  divisor: Rational,
): number {
  const gap = Rational.fromShown(threshold)
    .times(divisor)
    .over(Rational.fromShown(indicator.multiplier))
    .minus(amount);
  if (gap.sign <= 0) return 0;
  if (WHOLE[indicator.shortfallUnit]) return Number(gap.ceiling());
  return (indicator.shortfallUnit === 'yuan' ? gap.times(YUAN_IN_WAN) : gap).toNumber();
}

/**
 * How much more a school needs to reach the threshold of one indicator: whole people or rooms (the
 * fewest that suffice), ㎡, or 元. 0 where it is reached; null where the standard sets no threshold.
 *
 * @param amount the school's amount as the statistics keep it: people, rooms, ㎡, 万元
 * @param students pupils of the stage
 * @throws StatisticsError `non-finite`
 */
export function shortfallOf(
  indicator: Indicator,
  stage: Stage,
  amount: number,
  students: number,
): number | null {
  if (indicator.threshold === null) return null;
  return exactShortfall(
    indicator,
    indicator.threshold[stage],
    Rational.fromShown(amount),
    Rational.fromShown(students),
  );
}
