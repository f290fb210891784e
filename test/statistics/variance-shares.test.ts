import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { varianceShares } from '../../src/statistics/variance-shares';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';
import { publishedTable } from './published';

function areWithinTwoUnits(amounts: readonly number[], students: readonly number[]): boolean {
  const { variance, share } = oracle.exactDispersion(amounts, students);
  return varianceShares(amounts, students).every((actual, row) =>
    variance.n === 0n ? actual === 0 : oracle.isWithinUnits(actual, share(row), 2n),
  );
}

const rowsOf = (value: fc.Arbitrary<number>): fc.Arbitrary<(readonly [number, number])[]> =>
  fc.array(fc.tuple(value, fc.integer({ min: 1, max: 1_000_000 })), {
    minLength: 1,
    maxLength: 30,
    size: 'max',
  });

describe("each school's share of the variance", () => {
  it('tells which schools of the published example the spread comes from', () => {
    const rows = publishedTable('worked_example_5schools_books.csv').slice(1);
    const students = rows.map((row) => Number(row[1]));
    const books = rows.map((row) => Number(row[2]));
    const shares = varianceShares(books, students);
    // The published terms of the sum of squares, over S².
    for (const [row, cells] of rows.entries()) {
      expect(shares[row]).toBeCloseTo(Number(cells[4]) / 3.2638607 ** 2, 2);
    }
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 15);
    expect(shares.indexOf(Math.max(...shares))).toBe(2);
  });

  it('is weighted by pupils', () => {
    expect(varianceShares([0, 30], [30, 10])).toEqual([0.25, 0.75]);
    expect(varianceShares([0, 3], [30, 10], 'perPupil')).toEqual([0.25, 0.75]);
  });

  it('is within two units in the last place, for schools close to the mean too', () => {
    const amount = fc
      .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -6, max: 5 }))
      .map(([mantissa, exponent]) => mantissa * 10 ** exponent);
    const near = fc.integer({ min: 0, max: 9 }).map((steps) => 1e9 + steps * 2 ** -20);
    fc.assert(
      fc.property(fc.oneof(rowsOf(amount), rowsOf(near)), (rows) =>
        areWithinTwoUnits(
          rows.map(([value]) => value),
          rows.map(([, pupils]) => pupils),
        ),
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(rowsOf(fc.integer({ min: -2, max: 2 })), (rows) =>
        areWithinTwoUnits(
          rows.map(([step, pupils]) => (pupils / 3) * (1 + step * 2 ** -52)),
          rows.map(([, pupils]) => pupils),
        ),
      ),
      { numRuns: 300 },
    );
  });

  it('is within two units in the last place for a school a hair off the mean', () => {
    // The fourth school moves the mean of the others, 7/3, by about 2⁻⁷¹.
    expect(areWithinTwoUnits([4e6, 10e6, 7, 2 ** -48], [3e6, 3e6, 3, 2 ** -50])).toBe(true);
    // Two values per pupil that differ in the 106th bit only.
    expect(
      areWithinTwoUnits([5527939700884757, 3416454622906707], [3416454622906707, 2111485077978050]),
    ).toBe(true);
  });

  it('is within two units in the last place at any magnitude', () => {
    const any = fc.double({ min: -1e150, max: 1e150, noNaN: true });
    const weight = fc.double({ min: 1e-150, max: 1e150, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(any, weight), { minLength: 1, maxLength: 5 }), (rows) =>
        areWithinTwoUnits(
          rows.map(([value]) => value),
          rows.map(([, pupils]) => pupils),
        ),
      ),
      { numRuns: 200 },
    );
  });

  it('takes values per pupil as it takes their exact amounts', () => {
    const few = fc.oneof(
      fc.integer({ min: 0, max: 2 ** 30 }).map((value) => value / 1024),
      fc.integer({ min: 0, max: 3 }).map((step) => 1 + step * 2 ** -30),
    );
    fc.assert(
      fc.property(rowsOf(few), (rows) => {
        const students = rows.map(([, pupils]) => pupils);
        const amounts = rows.map(([value, pupils]) => value * pupils);
        const { variance, share } = oracle.exactDispersion(amounts, students);
        return varianceShares(
          rows.map(([value]) => value),
          students,
          'perPupil',
        ).every((actual, row) =>
          variance.n === 0n ? actual === 0 : oracle.isWithinUnits(actual, share(row), 2n),
        );
      }),
      { numRuns: 300 },
    );
    expect(varianceShares([1e-200, 3e-200, 2e-200], [1, 1, 2], 'perPupil')).toEqual([0.5, 0.5, 0]);
  });

  it('is 0 for a school exactly at the mean', () => {
    expect(varianceShares([7, 70, 21], [7, 35, 7])).toEqual([0.5, 0, 0.5]);
  });

  it('is 0 for every school where all are equal, and for one school alone', () => {
    expect(varianceShares([1, 3, 7], [3, 9, 21])).toEqual([0, 0, 0]);
    expect(varianceShares([0, 0], [3, 9])).toEqual([0, 0]);
    expect(varianceShares([5], [3])).toEqual([0]);
  });

  it('is not taken from columns without schools, of two lengths, or with blanks', () => {
    expect(errorCode(() => varianceShares([], []))).toBe('empty');
    expect(errorCode(() => varianceShares([1], [1, 2]))).toBe('length-mismatch');
    expect(errorCode(() => varianceShares([Number.NaN], [1]))).toBe('non-finite');
    expect(errorCode(() => varianceShares([1], [0]))).toBe('zero-students');
    expect(errorCode(() => varianceShares([1], [-1]))).toBe('negative-students');
  });
});
