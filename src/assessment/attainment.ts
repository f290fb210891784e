import type { Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';
import type { Attainment } from './assessment';

/** Values are computed to within 1e-12 of themselves; closer than this to a bar, they are compared exactly. */
const TIE = 4e-12;

/** The part of a threshold below which a value counts as 不达标 where a standard has no school rule. */
const DEFAULT_FLOOR_RATIO = 0.85;

/** A value that a school's value is measured against, as a float and exactly. */
interface Bar {
  readonly approximate: number;
  readonly exact: Rational;
}

function reaches(value: number, exactValue: () => Rational, bar: Bar): boolean {
  const gap = value - bar.approximate;
  if (Math.abs(gap) > TIE * (Math.abs(value) + bar.approximate)) return gap > 0;
  return exactValue().compare(bar.exact) >= 0;
}

/**
 * The threshold of one indicator in one stage, and the floor below it. Judging is exact on the
 * decimals that the cells show: only a value close to either bar costs exact arithmetic.
 */
export class AttainmentRule {
  readonly threshold: number;
  /** The floor, 85 % of the threshold, as a float: for display. */
  readonly floor: number;
  readonly #met: Bar;
  readonly #near: Bar;

  /**
   * @param threshold lowest value that reaches the standard, inclusive
   * @param floorRatio part of it that is still near, inclusive
   */
  constructor(threshold: number, floorRatio: number) {
    const exact = Rational.fromShown(threshold);
    const exactFloor = exact.times(Rational.fromShown(floorRatio));
    this.threshold = threshold;
    this.floor = exactFloor.toNumber();
    this.#met = { approximate: threshold, exact };
    this.#near = { approximate: this.floor, exact: exactFloor };
  }

  /** The rule of an indicator in a stage, or null where the standard sets no threshold. */
  static of(standard: Standard, indicator: Indicator, stage: Stage): AttainmentRule | null {
    if (indicator.threshold === null) return null;
    const floorRatio = standard.schoolRule?.floorRatio ?? DEFAULT_FLOOR_RATIO;
    return new AttainmentRule(indicator.threshold[stage], floorRatio);
  }

  /**
   * 达标 / 接近 / 不达标.
   *
   * @param value the value, within 1e-12 of the exact one
   * @param exactValue gives the exact value; only asked near a bar
   */
  judge(value: number, exactValue: () => Rational): Attainment {
    if (reaches(value, exactValue, this.#met)) return 'met';
    return reaches(value, exactValue, this.#near) ? 'near' : 'below';
  }

  /** Judges the decimal that a number shows. */
  judgeShown(value: number): Attainment {
    return this.judge(value, () => Rational.fromShown(value));
  }
}

/**
 * 达标 / 接近 / 不达标 of a value as it shows, for one indicator and stage; null where the standard
 * sets no threshold.
 *
 * @param value the indicator's value in its unit (人/百生, ㎡/生, 元/生, 间/百生); finite
 * @throws StatisticsError `non-finite`
 */
export function attainmentOf(
  standard: Standard,
  indicator: Indicator,
  stage: Stage,
  value: number,
): Attainment | null {
  return AttainmentRule.of(standard, indicator, stage)?.judgeShown(value) ?? null;
}
