import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { coefficientWithin } from '../../src/statistics/coefficient-within';
import { Rational } from '../../src/statistics/rational';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';

const HALF = Rational.fromShown(0.5);

function shown(...values: number[]): Rational[] {
  return values.map((value) => Rational.fromShown(value));
}

/** A school's stage and the county's limit, as exact fractions. */
interface Row {
  readonly amount: oracle.Fraction;
  readonly students: oracle.Fraction;
}

function within(rows: readonly Row[], limit: oracle.Fraction): boolean {
  return coefficientWithin(
    rows.map(({ amount }) => Rational.of(amount.n, amount.d)),
    rows.map(({ students }) => Rational.of(students.n, students.d)),
    Rational.of(limit.n, limit.d),
  );
}

/** S² ≤ limit² X̄² from the definitions. */
function expected(rows: readonly Row[], limit: oracle.Fraction): boolean {
  const total = rows.map(({ amount }) => amount).reduce(oracle.add);
  const weight = rows.map(({ students }) => students).reduce(oracle.add);
  const mean = oracle.divide(total, weight);
  const squares = rows
    .map(({ amount, students }) => {
      const value = oracle.divide(amount, students);
      const deviation = oracle.add(value, { n: -mean.n, d: mean.d });
      return oracle.multiply(students, oracle.multiply(deviation, deviation));
    })
    .reduce(oracle.add);
  const bound = oracle.multiply(oracle.multiply(limit, limit), oracle.multiply(mean, mean));
  return oracle.compare(oracle.divide(squares, weight), bound) <= 0;
}

const count = fc.bigInt({ min: 1n, max: 3000n });

/** Pupils A of one stage, and the weighted pupils A + 1.1 B + 1.32 C its school's assets go over. */
const splitStage = fc.tuple(count, count, count).map(([a, b, c]) => ({
  students: oracle.fraction(a),
  weighted: oracle.fraction(100n * a + 110n * b + 132n * c, 100n),
}));

describe('a coefficient exactly at its limit', () => {
  it('keeps it: two equal schools at 0.5 and 1.5 a pupil have 0.50', () => {
    expect(coefficientWithin(shown(50, 150), shown(100, 100), HALF)).toBe(true);
    expect(coefficientWithin(shown(50, 150.0000000001), shown(100, 100), HALF)).toBe(false);
    expect(coefficientWithin(shown(50.0000000001, 150), shown(100, 100), HALF)).toBe(true);
    const limit = Rational.fromShown(0.45);
    expect(coefficientWithin(shown(55, 145), shown(100, 100), limit)).toBe(true);
    expect(coefficientWithin(shown(54.9999999999, 145), shown(100, 100), limit)).toBe(false);
  });

  it('keeps it where floating point computes 0.5000000000000001', () => {
    const rows = [
      [51, 1.275, 3.825],
      [77, 1.925, 5.775],
      [49, 2.205, 6.615],
    ] as const;
    for (const [pupils, low, high] of rows) {
      const mean = (low + high) / (2 * pupils);
      const variance = 0.5 * (low / pupils - mean) ** 2 + 0.5 * (high / pupils - mean) ** 2;
      expect(Math.sqrt(variance) / mean).toBeGreaterThan(0.5);
      expect(coefficientWithin(shown(low, high), shown(pupils, pupils), HALF)).toBe(true);
    }
  });

  it('keeps it where the amounts are split over 1 : 1.1 : 1.32', () => {
    // Stages of 100 and 200 pupils at 0.35 of a unit each weighted pupil, one of 300 at three times.
    const split = (rate: string, students: bigint, weighted: bigint): Rational =>
      Rational.fromShown(Number(rate))
        .times(Rational.of(weighted, 100n))
        .times(Rational.of(students))
        .over(Rational.of(weighted, 100n));
    const amounts = [
      split('0.35', 100n, 14070n),
      split('0.35', 200n, 43_717n),
      split('1.05', 300n, 71_113n),
    ];
    const students = shown(100, 200, 300);
    expect(coefficientWithin(amounts, students, HALF)).toBe(true);
    expect(coefficientWithin(amounts, students, Rational.fromShown(0.499999999999999))).toBe(false);
  });

  it('keeps it, and no lower limit, however its schools are built', () => {
    const pair = fc.record({ low: splitStage, high: splitStage });
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 6 }),
        fc.bigInt({ min: 1n, max: 99n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (pairs, percent, level) => {
          const limit = oracle.fraction(percent, 100n);
          // Equal pupils at (1 − limit) and (1 + limit) times one level give exactly the limit.
          const rows = pairs.flatMap(({ low, high }) => {
            const at = (sign: bigint, weighted: oracle.Fraction): Row => {
              const value = oracle.fraction(level * (100n + sign * percent), 700n);
              const asset = oracle.multiply(value, weighted);
              const share = oracle.divide(low.students, weighted);
              return { students: low.students, amount: oracle.multiply(asset, share) };
            };
            return [at(-1n, low.weighted), at(1n, high.weighted)];
          });
          const lower = oracle.add(limit, oracle.fraction(-1n, 10n ** 60n));
          expect(within(rows, limit)).toBe(true);
          expect(within(rows, lower)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps it over 3 000 split schools, and not by one part in 10⁹⁰', () => {
    const rows: { amount: Rational; students: Rational }[] = [];
    for (let index = 0; index < 1500; index += 1) {
      const students = BigInt(50 + ((index * 37) % 900));
      for (const value of [7n, 21n]) {
        const weighted = 100n * students + 110n * BigInt(index + 3) + 132n * value;
        rows.push({
          students: Rational.of(students),
          amount: Rational.of(value * weighted * students, weighted * 1000n),
        });
      }
    }
    const amounts = rows.map(({ amount }) => amount);
    const students = rows.map(({ students }) => students);
    expect(coefficientWithin(amounts, students, HALF)).toBe(true);
    const lower = HALF.minus(Rational.of(1n, 10n ** 90n));
    expect(coefficientWithin(amounts, students, lower)).toBe(false);
  });
});

describe('a coefficient against its limit', () => {
  it('is judged unrounded: 0.5018 does not pass for 0.50', () => {
    expect(coefficientWithin(shown(49.82, 150.18), shown(100, 100), HALF)).toBe(false);
  });

  it('is judged as exact arithmetic judges it', () => {
    const row = fc
      .tuple(splitStage, fc.bigInt({ min: 0n, max: 10n ** 6n }))
      .map(([{ students, weighted }, asset]) => ({
        students,
        amount: oracle.divide(oracle.multiply(oracle.fraction(asset, 100n), students), weighted),
      }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 0n, max: 200n }),
        (rows, percent) => {
          fc.pre(rows.some(({ amount }) => amount.n !== 0n));
          const limit = oracle.fraction(percent, 100n);
          return within(rows, limit) === expected(rows, limit);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds of amounts too small for the approximate comparison', () => {
    const tiny = 10n ** 80n;
    const amounts = [Rational.of(1n, tiny), Rational.of(3n, tiny)];
    expect(coefficientWithin(amounts, shown(1, 1), HALF)).toBe(true);
    expect(coefficientWithin(amounts, shown(1, 1), Rational.fromShown(0.49))).toBe(false);
  });

  it('keeps the limit 0 where all schools are equal, and no negative limit', () => {
    expect(coefficientWithin(shown(0.3, 0.9), shown(1, 3), Rational.ZERO)).toBe(true);
    expect(coefficientWithin(shown(0.3, 0.9), shown(1, 3), Rational.fromShown(-0.1))).toBe(false);
    expect(coefficientWithin(shown(1), shown(3), Rational.ZERO)).toBe(true);
  });

  it('is not judged without schools or pupils, or where the mean is zero', () => {
    expect(errorCode(() => coefficientWithin([], [], HALF))).toBe('empty');
    expect(errorCode(() => coefficientWithin(shown(1), [], HALF))).toBe('length-mismatch');
    expect(errorCode(() => coefficientWithin(shown(1), shown(0), HALF))).toBe('zero-students');
    expect(errorCode(() => coefficientWithin(shown(1), shown(-1), HALF))).toBe('negative-students');
    expect(errorCode(() => coefficientWithin(shown(0, 0), shown(2, 3), HALF))).toBe('zero-mean');
  });
});

describe('thresholds that floating point gets wrong', () => {
  it('18 of 2000 pupils are 0.9 per hundred', () => {
    expect((18 / 2000) * 100).toBeLessThan(0.9);
    const [amount, students, hundred, threshold] = shown(18, 2000, 100, 0.9);
    expect(amount!.times(hundred!).compare(threshold!.times(students!))).toBe(0);
  });

  it('256.9 less 27.4 ㎡ over 51 pupils is 4.5 ㎡ a pupil', () => {
    expect((256.9 - 27.4) / 51).toBeLessThan(4.5);
    const [rooms, indoor, students, threshold] = shown(256.9, 27.4, 51, 4.5);
    expect(rooms!.minus(indoor!).compare(threshold!.times(students!))).toBe(0);
  });
});
