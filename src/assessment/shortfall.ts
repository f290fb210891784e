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

/** Amounts and divisors are known to 1e-12; a gap this close to a whole number is taken exactly. */
const TIE = 1e-11;

/** A gap that is at least this part of what it is taken from keeps 13 digits in floating point. */
const WELL_CONDITIONED = 0.02;

/** Digits that are certain of a well-conditioned gap. */
const CERTAIN_DIGITS = 13;

/** What a school has and what it is divided over, as floats and, on demand, exactly. */
export interface Holding {
  /** The amount, before the multiplier (money in 万元). */
  readonly amount: number;
  /**
   * The pupils, or for a shared asset of a multi-stage school their equivalents: the gap divided by
   * the stage's share is what the whole school must add.
   */
  readonly divisor: number;
  /** Amount and divisor on the decimals that the cells show. */
  readonly exact: () => readonly [amount: Rational, divisor: Rational];
}

/**
 * How much more it takes to reach a threshold: threshold × pupils ÷ multiplier − amount, people and
 * rooms rounded up (exactly), ㎡ and money in 元 correct to 13 digits. 0 where it is reached.
 */
export function shortfallTo(threshold: number, indicator: Indicator, holding: Holding): number {
  const whole = WHOLE[indicator.shortfallUnit];
  const wanted = (threshold * holding.divisor) / indicator.multiplier;
  const rough = wanted - holding.amount;
  const error = TIE * (1 + wanted + Math.abs(holding.amount));
  if (rough < -error) return 0;
  if (whole && rough > error && Math.abs(rough - Math.round(rough)) > error)
    return Math.ceil(rough);
  if (!whole && rough > WELL_CONDITIONED * (wanted + Math.abs(holding.amount))) {
    const gap = indicator.shortfallUnit === 'yuan' ? rough * 10000 : rough;
    return Number(gap.toPrecision(CERTAIN_DIGITS));
  }
  const [amount, divisor] = holding.exact();
  const gap = Rational.fromShown(threshold)
    .times(divisor)
    .over(Rational.fromShown(indicator.multiplier))
    .minus(amount);
  if (gap.sign <= 0) return 0;
  if (whole) return Number(gap.ceiling());
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
  return shortfallTo(indicator.threshold[stage], indicator, {
    amount,
    divisor: students,
    exact: () => [Rational.fromShown(amount), Rational.fromShown(students)],
  });
}
