import { Rational } from './rational';
import { StatisticsError } from './statistics-error';

/** Binary places of the first, approximate comparison; a tie within them is settled exactly. */
const PLACES = 192n;

/** Rational cut to `PLACES` binary places, as a whole number of the last place; errs by below 1. */
function cut(numerator: bigint, denominator: bigint): bigint {
  return (numerator << PLACES) / denominator;
}

function square(value: Rational): Rational {
  return value.times(value);
}

/**
 * Whether the coefficient of variation between schools keeps a limit, inclusive and without any
 * rounding: S² ≤ limit² X̄², that is ΣP · Σ x²/P ≤ (1 + limit²)(Σx)². Amounts below 0 on the whole
 * are judged by the coefficient's magnitude.
 *
 * @param amounts the schools' amounts x
 * @param students pupils of each school, above 0
 * @param limit the limit as a ratio: ½ for 0.50
 * @throws StatisticsError `empty`, `length-mismatch`, `zero-students`, `negative-students`,
 *   `zero-mean`
 */
export function coefficientWithin(
  amounts: readonly Rational[],
  students: readonly Rational[],
  limit: Rational,
): boolean {
  if (amounts.length !== students.length) throw new StatisticsError('length-mismatch');
  if (amounts.length === 0) throw new StatisticsError('empty');
  for (const pupils of students) {
    if (pupils.isZero) throw new StatisticsError('zero-students');
    if (pupils.sign < 0) throw new StatisticsError('negative-students');
  }
  const weight = Rational.sum(students);
  const factor = Rational.ONE.plus(square(limit));
  const approximate = approximateComparison(amounts, students, weight, factor);
  if (approximate !== null) return limit.sign >= 0 && approximate;

  const total = Rational.sum(amounts);
  if (total.isZero) throw new StatisticsError('zero-mean');
  if (limit.sign < 0) return false;
  const squares = Rational.sum(
    amounts.map((amount, row) => square(amount).over(students[row] ?? Rational.ONE)),
  );
  return weight.times(squares).compare(factor.times(square(total))) <= 0;
}

/** The comparison with every term cut to fixed places; null where the cuts could turn it. */
function approximateComparison(
  amounts: readonly Rational[],
  students: readonly Rational[],
  weight: Rational,
  factor: Rational,
): boolean | null {
  let total = 0n;
  let squares = 0n;
  for (const [row, { numerator, denominator }] of amounts.entries()) {
    const pupils = students[row] ?? Rational.ONE;
    total += cut(numerator, denominator);
    squares += cut(
      numerator * numerator * pupils.denominator,
      denominator * denominator * pupils.numerator,
    );
  }
  const size = total < 0n ? -total : total;
  const error = BigInt(amounts.length);
  if (size <= error) return null;
  // Both sides over the same denominator; squares carry PLACES, the squared total twice as many.
  const leftScale = (weight.numerator * factor.denominator) << PLACES;
  const rightScale = factor.numerator * weight.denominator;
  if (leftScale * (squares + error) <= rightScale * (size - error) ** 2n) return true;
  if (leftScale * squares > rightScale * (size + error) ** 2n) return false;
  return null;
}
