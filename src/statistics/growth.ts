import { DoubleDouble } from './double-double';
import { Rational } from './rational';
import { StatisticsError } from './statistics-error';

function checkLevel(level: number): void {
  if (!Number.isFinite(level)) throw new StatisticsError('non-finite');
  if (level <= 0) throw new StatisticsError('non-positive-level');
}

function shownLevel(level: number): Rational {
  checkLevel(level);
  return Rational.fromShown(level);
}

/** Whether `holds` is true of every two neighbouring years, on the decimals shown. */
function everyYear(levels: ArrayLike<number>, holds: (comparison: -1 | 0 | 1) => boolean): boolean {
  const shown = Array.from(levels, shownLevel);
  if (shown.length === 0) throw new StatisticsError('empty');
  return shown.every((level, year) => {
    const last = shown[year - 1];
    return last === undefined || holds(level.compare(last));
  });
}

/**
 * Growth of each year over the one before, this/last − 1, as ratios: one fewer than the levels.
 * Taken as (this − last) / last, so that small growth keeps all its digits; within one unit in the
 * last place.
 *
 * @param levels yearly levels in one unit, oldest first, above 0
 * @throws StatisticsError `empty`, `non-finite`, `non-positive-level`, `out-of-range`
 */
export function growthRate(levels: ArrayLike<number>): number[] {
  if (levels.length === 0) throw new StatisticsError('empty');
  const rates: number[] = [];
  let last: number | null = null;
  for (const level of Array.from(levels)) {
    checkLevel(level);
    if (last !== null) rates.push(growthOver(last, level));
    last = level;
  }
  return rates;
}

function growthOver(last: number, level: number): number {
  const difference = new DoubleDouble(level);
  difference.addNumber(-last);
  difference.divide(new DoubleDouble(last));
  return difference.value;
}

/**
 * Whether education spending grew faster than regular revenue, strictly: e₁r₀ > r₁e₀, exact on the
 * decimals shown (教育法 art. 56).
 *
 * @param educationLast 一般公共预算教育经费 of last year
 * @param educationThis the same of this year, same unit
 * @param revenueLast 财政经常性收入 of last year
 * @param revenueThis the same of this year, same unit
 * @throws StatisticsError `non-finite`, `non-positive-level`
 */
export function exceedsGrowth(
  educationLast: number,
  educationThis: number,
  revenueLast: number,
  revenueThis: number,
): boolean {
  const education = shownLevel(educationThis).times(shownLevel(revenueLast));
  const revenue = shownLevel(revenueThis).times(shownLevel(educationLast));
  return education.compare(revenue) > 0;
}

/**
 * Growth of education spending less growth of revenue, in percentage points; exact on the decimals
 * shown, then rounded once, so that it is 0 for equal growth. Parameters and errors as
 * `exceedsGrowth`.
 */
export function growthGapPoints(
  educationLast: number,
  educationThis: number,
  revenueLast: number,
  revenueThis: number,
): number {
  const education = shownLevel(educationThis).over(shownLevel(educationLast));
  const revenue = shownLevel(revenueThis).over(shownLevel(revenueLast));
  return education.minus(revenue).times(Rational.of(100n)).toNumber();
}

/**
 * Whether every year is above the one before (逐年增长), strictly and on the decimals shown. One
 * level alone holds.
 *
 * @throws StatisticsError `empty`, `non-finite`, `non-positive-level`
 */
export function alwaysGrows(levels: ArrayLike<number>): boolean {
  return everyYear(levels, (comparison) => comparison > 0);
}

/**
 * Whether no year is below the one before (只增不减), on the decimals shown: equal holds. One level
 * alone holds.
 *
 * @throws StatisticsError `empty`, `non-finite`, `non-positive-level`
 */
export function neverDrops(levels: ArrayLike<number>): boolean {
  return everyYear(levels, (comparison) => comparison >= 0);
}
