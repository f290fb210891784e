import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { countyMean } from '../../src/statistics/county-mean';
import { differenceCoefficient } from '../../src/statistics/difference-coefficient';
import { dispersion } from '../../src/statistics/dispersion';
import { standardDeviation } from '../../src/statistics/standard-deviation';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';
import { publishedTable, referenceData } from './published';

type Columns = readonly [values: readonly number[], students: readonly number[]];

/** Holds all three results against exact arithmetic: none may be off the nearest double. */
function isCorrectlyRounded([amounts, students]: Columns): boolean {
  const { mean, variance } = oracle.exactDispersion(amounts, students);
  const actual = dispersion(amounts, students);
  const coefficient = actual.coefficient ?? Number.NaN;
  return (
    oracle.isNearest(actual.mean, mean) &&
    oracle.isNearestRoot(actual.standardDeviation, variance) &&
    (mean.n === 0n
      ? actual.coefficient === null
      : oracle.isNearestRoot(
          mean.n < 0n ? -coefficient : coefficient,
          oracle.divide(variance, oracle.multiply(mean, mean)),
        ))
  );
}

const pupils = fc.integer({ min: 1, max: 1_000_000 });

/** Amounts over twelve orders of magnitude, with as many digits as a sheet or a double shows. */
const amount = fc.oneof(
  fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -6, max: 5 }))
    .map(([mantissa, exponent]) => mantissa * 10 ** exponent),
  fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => digits / 10 ** places),
);

function columnsOf(
  value: fc.Arbitrary<number>,
  weight: fc.Arbitrary<number>,
  maxLength = 40,
): fc.Arbitrary<Columns> {
  return fc
    .array(fc.tuple(value, weight), { minLength: 1, maxLength, size: 'max' })
    .map((rows) => [rows.map(([x]) => x), rows.map(([, p]) => p)]);
}

/** Random numbers in [0, 1) from a seed, for columns too long to be generated value by value. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('the published example of five schools', () => {
  const rows = publishedTable('worked_example_5schools_books.csv').slice(1);
  const students = rows.map((row) => Number(row[1]));
  const books = rows.map((row) => Number(row[2]));

  it('has mean 6.33, S 3.26 and a coefficient of 0.5152566…', () => {
    expect(countyMean(books, students)).toBe(6.3344370860927155);
    expect(standardDeviation(books, students)).toBe(3.2638607051953756);
    expect(differenceCoefficient(books, students)).toBe(0.5152566298844764);
  });

  it('has the same coefficient from its values per pupil', () => {
    const perPupil = books.map((value, row) => value / students[row]!);
    expect(differenceCoefficient(perPupil, students, 'perPupil')).toBeCloseTo(
      0.5152566298844764,
      14,
    );
    expect(countyMean(perPupil, students, 'perPupil')).toBeCloseTo(6.3344370860927155, 14);
  });

  it('is weighted by pupils: unweighted variants would give 0.4888 or 0.5465', () => {
    const equal = students.map(() => 1);
    const perPupil = books.map((value, row) => value / students[row]!);
    const unweighted = differenceCoefficient(perPupil, equal);
    expect(unweighted).toBeCloseTo(0.4888, 4);
    expect(unweighted * Math.sqrt(5 / 4)).toBeCloseTo(0.5465, 4);
  });
});

describe('the NIST reference sets', () => {
  // Digits of the certified deviation that the nearest doubles to the printed data still determine.
  it.each([
    ['NumAcc1', 15],
    ['Mavro', 13],
    ['Michelso', 13.8],
    ['NumAcc3', 9.4],
  ])('%s comes out to the digits its binary inputs allow', (name, digits) => {
    const { values, mean, standardDeviation: certified } = referenceData(name);
    const ones = values.map(() => 1);
    const count = values.length;
    const sample = standardDeviation(values, ones) * Math.sqrt(count / (count - 1));
    expect(Math.abs(countyMean(values, ones) - mean) / mean).toBeLessThan(1e-15);
    expect(Math.abs(sample - certified) / certified).toBeLessThan(10 ** -digits);
    expect(isCorrectlyRounded([values, ones])).toBe(true);
  });
});

describe('dispersion between schools', () => {
  it('rounds correctly over twelve orders of magnitude', () => {
    fc.assert(fc.property(columnsOf(amount, pupils), isCorrectlyRounded), { numRuns: 400 });
  });

  it('rounds correctly where weights are fractions and amounts have both signs', () => {
    const signed = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const weight = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(fc.property(columnsOf(signed, weight, 12), isCorrectlyRounded), { numRuns: 200 });
  });

  it('rounds correctly where the variance is tiny on a huge mean', () => {
    const near = fc
      .tuple(fc.constantFrom(1e9, 123456789012, 1e15), fc.integer({ min: 0, max: 40 }))
      .map(([base, steps]) => base + steps * 2 ** -10);
    fc.assert(fc.property(columnsOf(near, fc.constant(1)), isCorrectlyRounded), { numRuns: 200 });
    const proportional = fc.array(fc.tuple(pupils, fc.integer({ min: -1, max: 1 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(proportional, fc.double({ min: 1, max: 1e6, noNaN: true }), (rows, level) =>
        isCorrectlyRounded([
          rows.map(([weight, step]) => weight * level * (1 + step * 2 ** -52)),
          rows.map(([weight]) => weight),
        ]),
      ),
      { numRuns: 200 },
    );
  });

  it('rounds correctly where two values per pupil differ in the 106th bit only', () => {
    // Neighbouring Fibonacci numbers: the closest two fractions of such terms can be.
    const fibonacci = [1, 1];
    for (let index = 2; index < 78; index += 1) {
      fibonacci.push(fibonacci[index - 1]! + fibonacci[index - 2]!);
    }
    for (let index = 40; index < 76; index += 1) {
      const [first, second, third] = fibonacci.slice(index);
      expect(
        isCorrectlyRounded([
          [third!, second!],
          [second!, first!],
        ]),
      ).toBe(true);
    }
  });

  it('rounds correctly or is out of range on any finite doubles', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const positive = any.map(Math.abs).filter((value) => value > 0);
    const limit = oracle.exact(Number.MAX_VALUE);
    fc.assert(
      fc.property(columnsOf(any, positive, 5), ([amounts, students]) => {
        if (errorCode(() => dispersion(amounts, students)) === 'none') {
          return isCorrectlyRounded([amounts, students]);
        }
        const { mean, variance } = oracle.exactDispersion(amounts, students);
        const size = { n: mean.n < 0n ? -mean.n : mean.n, d: mean.d };
        const squared = oracle.multiply(limit, limit);
        return (
          oracle.compare(size, limit) > 0 ||
          oracle.compare(variance, squared) > 0 ||
          oracle.compare(variance, oracle.multiply(squared, oracle.multiply(mean, mean))) > 0
        );
      }),
      { numRuns: 300 },
    );
  });

  it('rounds correctly over 200 000 schools', () => {
    const kinds = [
      (random: () => number, weight: number) => weight * (3 + random()),
      (random: () => number) => 10 ** (12 * random() - 6),
      (random: () => number, weight: number) => weight * (1e9 + Math.floor(8 * random()) / 8),
    ];
    for (const [seed, kind] of kinds.entries()) {
      const random = randomFrom(seed + 1);
      const weights = Array.from({ length: 100 }, () => 1 + Math.floor(random() * 1e6));
      const students = Array.from({ length: 200_000 }, () => weights[Math.floor(random() * 100)]!);
      const amounts = students.map((weight) => kind(random, weight));
      expect(isCorrectlyRounded([amounts, students])).toBe(true);
    }
  }, 120_000);

  it('takes values per pupil as it takes their exact amounts', () => {
    const few = fc.integer({ min: 0, max: 2 ** 30 }).map((value) => value / 1024);
    fc.assert(
      fc.property(columnsOf(few, fc.integer({ min: 1, max: 2 ** 20 })), ([values, students]) => {
        const amounts = values.map((value, row) => value * students[row]!);
        expect(dispersion(values, students, 'perPupil')).toEqual(dispersion(amounts, students));
      }),
      { numRuns: 300 },
    );
  });

  it('takes values per pupil beyond the range of pairs as their exact amounts', () => {
    expect(dispersion([1e-200, 3e-200], [1, 1], 'perPupil')).toEqual(
      dispersion([1e-200, 3e-200], [1, 1]),
    );
    expect(dispersion([2 ** 900, 3 * 2 ** 900], [2 ** -300, 2 ** -300], 'perPupil')).toEqual({
      mean: 2 ** 901,
      standardDeviation: 2 ** 900,
      coefficient: 0.5,
    });
  });

  it('does not depend on the order of the schools', () => {
    const shuffled = columnsOf(amount, pupils).chain(([values, students]) =>
      fc
        .shuffledSubarray([...values.keys()], { minLength: values.length })
        .map((order) => ({ values, students, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ values, students, order }) => {
        expect(
          dispersion(
            order.map((row) => values[row]!),
            order.map((row) => students[row]!),
          ),
        ).toEqual(dispersion(values, students));
      }),
      { numRuns: 300 },
    );
  });

  it('scales with the unit of the amounts, and the coefficient not at all', () => {
    fc.assert(
      fc.property(
        columnsOf(amount, pupils),
        fc.integer({ min: -30, max: 30 }),
        ([values, students], power) => {
          const unit = 2 ** power;
          const base = dispersion(values, students);
          expect(
            dispersion(
              values.map((value) => value * unit),
              students,
            ),
          ).toEqual({
            mean: base.mean * unit,
            standardDeviation: base.standardDeviation * unit,
            coefficient: base.coefficient,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps a school that has nothing as a real value', () => {
    expect(differenceCoefficient([0, 2], [10, 10])).toBe(1);
  });

  it('is 0 for one school, and for schools that are all equal', () => {
    expect(dispersion([7], [3])).toEqual({ mean: 7 / 3, standardDeviation: 0, coefficient: 0 });
    expect(dispersion([1, 3, 7], [3, 9, 21])).toEqual({
      mean: 1 / 3,
      standardDeviation: 0,
      coefficient: 0,
    });
    expect(differenceCoefficient([0.1, 0.1, 0.1], [7, 11, 13], 'perPupil')).toBe(0);
  });

  it('has no coefficient where the mean is zero', () => {
    expect(dispersion([0, 0], [12, 30])).toEqual({
      mean: 0,
      standardDeviation: 0,
      coefficient: null,
    });
    expect(dispersion([-1, 1], [2, 2])).toEqual({
      mean: 0,
      standardDeviation: 0.5,
      coefficient: null,
    });
    expect(errorCode(() => differenceCoefficient([0, 0], [12, 30]))).toBe('zero-mean');
    expect(errorCode(() => differenceCoefficient([0], [12]))).toBe('zero-mean');
    expect(countyMean([0, 0], [12, 30])).toBe(0);
  });

  it('takes any array-like column and leaves it as it was', () => {
    const values = new Float64Array([3, 1]);
    expect(countyMean(values, { length: 2, 0: 1, 1: 1 })).toBe(2);
    expect([...values]).toEqual([3, 1]);
  });
});

describe('columns no statistic can be taken from', () => {
  it.each([
    ['no school', 'empty', [], []],
    ['one column shorter', 'length-mismatch', [1, 2], [1]],
    ['one column blank', 'length-mismatch', [], [1]],
    ['a value that is NaN', 'non-finite', [1, Number.NaN], [1, 1]],
    ['an infinite value', 'non-finite', [1, Infinity], [1, 1]],
    ['pupils that are NaN', 'non-finite', [1, 1], [1, Number.NaN]],
    ['infinitely many pupils', 'non-finite', [1, 1], [1, Infinity]],
    ['a school without pupils', 'zero-students', [1, 1], [1, 0]],
    ['a school with fewer than no pupils', 'negative-students', [1, 1], [1, -3]],
    ['a mean too large for a number', 'out-of-range', [1e300, 1e300], [1e-300, 1e-300]],
  ])('%s: %s', (_, code, values, students) => {
    for (const statistic of [countyMean, standardDeviation, differenceCoefficient, dispersion]) {
      expect(errorCode(() => statistic(values, students))).toBe(code);
    }
  });

  it('a row left out of the array: non-finite', () => {
    const values: number[] = [];
    values[1] = 2;
    expect(errorCode(() => countyMean(values, [1, 1]))).toBe('non-finite');
  });
});
