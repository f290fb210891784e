import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levelUp } from '../../src/assessment/level-up';
import { coefficientWithin } from '../../src/statistics/coefficient-within';
import { differenceCoefficient } from '../../src/statistics/difference-coefficient';
import { Rational } from '../../src/statistics/rational';
import { StatisticsError } from '../../src/statistics/statistics-error';

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function suffices(
  amounts: readonly number[],
  additions: readonly number[],
  students: readonly number[],
  threshold: number,
  limit: number,
): boolean {
  const reached = amounts.map((amount, i) => Rational.fromShown(amount + (additions[i] ?? 0)));
  const pupils = students.map((n) => Rational.fromShown(n));
  if (Rational.sum(reached).isZero) return false;
  return (
    reached.every(
      (amount, i) => amount.compare(Rational.fromShown(threshold).times(pupils[i]!)) >= 0,
    ) && coefficientWithin(reached, pupils, Rational.fromShown(limit))
  );
}

/** All ways to hand out a whole total over some schools. */
function* handouts(schools: number, sum: number): Generator<number[]> {
  if (schools === 1) {
    yield [sum];
    return;
  }
  for (let first = 0; first <= sum; first += 1) {
    for (const rest of handouts(schools - 1, sum - first)) yield [first, ...rest];
  }
}

describe('levelling up', () => {
  it('adds nothing where threshold and limit are kept', () => {
    expect(levelUp([50, 60], [10, 12], 5, 0, false)).toEqual([0, 0]);
    expect(levelUp([50, 60], [10, 12], 5, 0, true)).toEqual([0, 0]);
  });

  it('fills each school to the threshold exactly, as the decimals show', () => {
    expect(levelUp([229.4, 300], [51, 51], 4.5, 0.5, false)).toEqual([0.1, 0]);
    expect(levelUp([17, 40], [2000, 2000], 0.009, 0.5, true)).toEqual([1, 0]);
  });

  it('raises the lowest schools to one level until the limit is met', () => {
    const amounts = [10, 20, 60];
    const students = [10, 10, 10];
    const added = levelUp(amounts, students, 0, 0.4, false);
    const reached = amounts.map((amount, i) => amount + added[i]!);
    expect(reached[0]).toBeCloseTo(reached[1]!, 12);
    expect(added[2]).toBe(0);
    expect(differenceCoefficient(reached, students)).toBeCloseTo(0.4, 12);
    expect(suffices(amounts, added, students, 0, 0.4)).toBe(true);
  });

  it('gives a school without pupils nothing', () => {
    expect(levelUp([1, 7, 3], [10, 0, 10], 0.5, 1, true)).toEqual([4, 0, 2]);
  });

  it('brings all schools to the highest one under a limit of 0', () => {
    expect(levelUp([10, 20, 30], [10, 10, 10], 0, 0, false)).toEqual([20, 10, 0]);
    expect(levelUp([1, 2, 3], [2, 2, 3], 0, 0, true)).toEqual([1, 0, 0]);
  });

  it('refuses what has no answer', () => {
    const codeOf = (attempt: () => unknown): unknown => {
      try {
        attempt();
      } catch (error) {
        return error instanceof StatisticsError ? error.code : error instanceof RangeError;
      }
      return null;
    };
    expect(codeOf(() => levelUp([1], [1, 2], 1, 1, false))).toBe('length-mismatch');
    expect(codeOf(() => levelUp([1], [0], 1, 1, false))).toBe('empty');
    expect(codeOf(() => levelUp([Number.NaN], [1], 1, 1, false))).toBe('non-finite');
    expect(codeOf(() => levelUp([1], [-1], 1, 1, false))).toBe('negative-students');
    expect(codeOf(() => levelUp([0, 0], [1, 1], 0, 1, false))).toBe('zero-mean');
    expect(codeOf(() => levelUp([1], [1], 1, -1, false))).toBe(true);
    expect(codeOf(() => levelUp([0.5, 0.25], [1, 1], 0, 0, true))).toBe(true);
  });

  const small = fc.integer({ min: 1, max: 4 }).chain((schools) =>
    fc.record({
      amounts: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: schools, maxLength: schools }),
      students: fc.array(fc.integer({ min: 1, max: 5 }), {
        minLength: schools,
        maxLength: schools,
      }),
      threshold: fc.constantFrom(0.1, 0.25, 0.5, 1, 1.2),
      limit: fc.constantFrom(0.1, 0.2, 0.25, 0.45, 0.5),
    }),
  );

  it('hands out the least whole total there is, as trying every handout shows', () => {
    fc.assert(
      fc.property(small, ({ amounts, students, threshold, limit }) => {
        const added = levelUp(amounts, students, threshold, limit, true);
        expect(added.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        expect(suffices(amounts, added, students, threshold, limit)).toBe(true);
        for (let sum = 0; sum < Math.min(total(added), 16); sum += 1) {
          for (const handout of handouts(amounts.length, sum)) {
            expect(suffices(amounts, handout, students, threshold, limit)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hands out a real total that verifies and that no other real handout undercuts', () => {
    fc.assert(
      fc.property(
        small,
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 }),
        ({ amounts, students, threshold, limit }, parts) => {
          const added = levelUp(amounts, students, threshold, limit, false);
          expect(suffices(amounts, added, students, threshold, limit)).toBe(true);
          const whole = levelUp(amounts, students, threshold, limit, true);
          expect(total(added)).toBeLessThanOrEqual(total(whole) + 1e-9);
          const own = parts.slice(0, amounts.length);
          const scale = (total(added) * (1 - 1e-6)) / (total(own) || 1);
          const other = own.map((part) => part * scale);
          if (total(added) > 0 && total(own) > 0) {
            expect(suffices(amounts, other, students, threshold, limit)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('verifies on counties of real size', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            amount: fc.integer({ min: 0, max: 500000 }).map((n) => n / 100),
            pupils: fc.integer({ min: 1, max: 3000 }),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        fc.boolean(),
        (rows, whole) => {
          const amounts = rows.map(({ amount }) => amount);
          const students = rows.map(({ pupils }) => pupils);
          const added = levelUp(amounts, students, 4.5, 0.3, whole);
          expect(suffices(amounts, added, students, 4.5, 0.3)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
