import { Rational } from '../statistics/rational';

/** Decimal places of the first comparison, and of the one that settles what it leaves open. */
const PLACES = [60n, 1000n] as const;

function integerSquareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(16).length * 4 + 2) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The squared coefficient of variation of one indicator, exactly: ΣP · Σ x²/P ÷ (Σx)² − 1.
 *
 * @param amounts the schools' amounts
 * @param students pupils of each school, above 0
 * @throws StatisticsError `zero-denominator` where the mean is 0
 */
export function squaredCoefficient(
  amounts: readonly Rational[],
  students: readonly Rational[],
): Rational {
  const total = Rational.sum(amounts);
  const squares = Rational.sum(
    amounts.map((amount, row) => amount.times(amount).over(students[row] ?? Rational.ONE)),
  );
  return Rational.sum(students).times(squares).over(total.times(total)).minus(Rational.ONE);
}

/**
 * Whether the mean of coefficients keeps a limit, inclusive, where each coefficient is known by its
 * exact square. The square roots are enclosed to 60 decimal places, then to 1000; means that agree
 * with the limit to all of them are at the limit, and keep it.
 *
 * @param squares the squared coefficients, not negative; at least one
 * @param limit the limit as a ratio
 */
export function compositeWithin(squares: readonly Rational[], limit: Rational): boolean {
  for (const places of PLACES) {
    const scale = 10n ** places;
    const lower = squares.reduce(
      (sum, { numerator, denominator }) =>
        sum + integerSquareRoot((numerator * scale * scale) / denominator),
      0n,
    );
    const upper = lower + BigInt(squares.length);
    const bar = limit.times(Rational.of(BigInt(squares.length) * scale));
    if (Rational.of(upper).compare(bar) <= 0) return true;
    if (Rational.of(lower).compare(bar) > 0) return false;
  }
  return true;
}
