import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceCoefficient } from '../../src/statistics/difference-coefficient';
import { countyMean } from '../../src/statistics/county-mean';
import { varianceShares } from '../../src/statistics/variance-shares';
import { call, column, fault, row } from './call';
import type { Cell } from './call';

const BOOKS = [279, 137, 935, 160, 402];
const PUPILS = [45, 37, 89, 76, 55];

describe('EDU.DIFFCOEF', () => {
  it('gives the published example of five schools', () => {
    expect(call('DIFFCOEF', column(...BOOKS), column(...PUPILS), null)).toBeCloseTo(0.5152566, 7);
  });

  it('gives the same for rows, columns and a row beside a column', () => {
    const expected = call('DIFFCOEF', column(...BOOKS), column(...PUPILS));
    expect(call('DIFFCOEF', row(...BOOKS), row(...PUPILS))).toBe(expected);
    expect(call('DIFFCOEF', row(...BOOKS), column(...PUPILS))).toBe(expected);
  });

  it('pairs the cells of two blocks of one shape', () => {
    const block = [
      [279, 137, 935],
      [160, 402, 0],
    ];
    const pupils = [
      [45, 37, 89],
      [76, 55, 0],
    ];
    expect(call('DIFFCOEF', block, pupils)).toBe(call('DIFFCOEF', row(...BOOKS), row(...PUPILS)));
  });

  it('takes per-pupil values when per_pupil is TRUE', () => {
    const perPupil = column(...BOOKS.map((books, index) => books / (PUPILS[index] ?? 1)));
    expect(call('DIFFCOEF', perPupil, column(...PUPILS), true)).toBeCloseTo(0.5152566298845, 12);
    expect(call('DIFFCOEF', column(3, 1), column(50, 50), true)).toBe(0.5);
    expect(call('DIFFCOEF', column(3, 1), column(50, 50), 1)).toBe(0.5);
  });

  it('skips a school whose pupils are blank or 0, whatever its value', () => {
    const expected = call('DIFFCOEF', column(...BOOKS), column(...PUPILS));
    for (const blank of [null, '', 0]) {
      expect(call('DIFFCOEF', column(...BOOKS, 999), column(...PUPILS, blank))).toBe(expected);
    }
  });

  it('keeps a school whose value is blank, as 0', () => {
    const expected = call('DIFFCOEF', column(10, 0), column(5, 5));
    expect(expected).toBe(1);
    for (const blank of [null, '']) {
      expect(call('DIFFCOEF', column(10, blank), column(5, 5))).toBe(expected);
    }
  });

  it('is 0 for one school', () => {
    expect(call('DIFFCOEF', column(7), column(3))).toBe(0);
    expect(call('DIFFCOEF', 7, 3)).toBe(0);
  });

  it('takes a long column, blank below the schools', () => {
    const blank = Array.from({ length: 200_000 }, () => [null]);
    expect(
      call('DIFFCOEF', [...column(...BOOKS), ...blank], [...column(...PUPILS), ...blank]),
    ).toBe(call('DIFFCOEF', column(...BOOKS), column(...PUPILS)));
  });

  it('says which cell is text', () => {
    expect(fault('DIFFCOEF', column(1, '九十'), column(1, 2))).toEqual({
      kind: 'value',
      message: 'values 第 2 行第 1 列不是数字：“九十”',
    });
    expect(fault('DIFFCOEF', row(1, 2), row(1, '45'))).toEqual({
      kind: 'value',
      message: 'students 第 1 行第 2 列不是数字：“45”',
    });
    expect(fault('DIFFCOEF', column(true, 2), column(1, 2)).kind).toBe('value');
  });

  it('says which lengths differ', () => {
    expect(fault('DIFFCOEF', column(1, 2, 3), column(1, 2))).toEqual({
      kind: 'value',
      message: 'values（3×1，3 个）与 students（2×1，2 个）不能一一对应',
    });
  });

  it('refuses blocks of equal size and different shape, which do not pair', () => {
    const wide = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const tall = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    expect(fault('DIFFCOEF', wide, tall).kind).toBe('value');
  });

  it('refuses numbers below 0', () => {
    expect(fault('DIFFCOEF', column(1, -2), column(1, 2)).message).toContain(
      '第 2 行第 1 列小于 0',
    );
    expect(fault('DIFFCOEF', column(1, 2), column(-1, 2)).kind).toBe('value');
  });

  it('is #DIV/0! where the county has nothing, or no pupils', () => {
    expect(fault('DIFFCOEF', column(0, 0), column(5, 6)).kind).toBe('div0');
    expect(fault('DIFFCOEF', column(null, ''), column(5, 6)).kind).toBe('div0');
    expect(fault('DIFFCOEF', column(5, 6), column(0, null)).kind).toBe('div0');
  });

  it('agrees with the engine on any county', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.01, max: 1e6, noNaN: true }),
            fc.integer({ min: 1, max: 5000 }),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (schools) => {
          const values = schools.map(([value]) => value);
          const students = schools.map(([, pupils]) => pupils);
          expect(call('DIFFCOEF', column(...values), row(...students))).toBe(
            differenceCoefficient(values, students),
          );
          expect(call('DIFFMEAN', row(...values), row(...students), true)).toBe(
            countyMean(values, students, 'perPupil'),
          );
          expect(call('DIFFSHARE', row(...values), row(...students))).toEqual([
            varianceShares(values, students),
          ]);
        },
      ),
    );
  });

  it('gives one result whichever way the grid passes blanks', () => {
    const blank = fc.constantFrom<Cell>(null, '', 0);
    const cell = fc.oneof(blank, fc.integer({ min: 1, max: 900 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        blank,
        (schools, other) => {
          const rewritten = (value: Cell): Cell =>
            typeof value === 'number' && value > 0 ? value : other;
          const outcome = (cells: readonly (readonly [Cell, Cell])[]): unknown => {
            const values = column(...cells.map(([value]) => value));
            const students = column(...cells.map(([, pupils]) => pupils));
            try {
              return call('DIFFCOEF', values, students);
            } catch (error) {
              return error instanceof Error ? error.message : error;
            }
          };
          const others = schools.map(
            ([value, pupils]) => [rewritten(value), rewritten(pupils)] as const,
          );
          expect(outcome(others)).toEqual(outcome(schools));
        },
      ),
    );
  });
});

describe('EDU.DIFFMEAN', () => {
  it('gives the published county value', () => {
    expect(call('DIFFMEAN', column(...BOOKS), column(...PUPILS))).toBe(1913 / 302);
  });

  it('is 0, not an error, where no school has anything', () => {
    expect(call('DIFFMEAN', column(0, 0), column(5, 6))).toBe(0);
  });
});

describe('EDU.DIFFSHARE', () => {
  it('keeps the shape of the values, with 0 for a school without pupils', () => {
    expect(call('DIFFSHARE', row(10, 5, 30, 20), row(10, null, 10, 10))).toEqual([
      [0.5, 0, 0.5, 0],
    ]);
    expect(call('DIFFSHARE', column(10, 5, 30, 20), row(10, '', 10, 10))).toEqual([
      [0.5],
      [0],
      [0.5],
      [0],
    ]);
  });

  it('adds up to 1', () => {
    const shares = call('DIFFSHARE', row(...BOOKS), row(...PUPILS));
    if (!Array.isArray(shares)) throw new Error('no rows');
    const total = shares.flat().reduce<number>((sum, share) => sum + Number(share), 0);
    expect(total).toBeCloseTo(1, 14);
  });

  it('is all 0 where the schools are equal', () => {
    expect(call('DIFFSHARE', row(10, 20), row(5, 10))).toEqual([[0, 0]]);
  });
});

describe('EDU.COMPOSITE', () => {
  it('is the mean of the coefficients in a row, a column or a block', () => {
    expect(call('COMPOSITE', row(0.2, 0.4))).toBeCloseTo(0.3, 15);
    expect(call('COMPOSITE', column(0.2, 0.4))).toBeCloseTo(0.3, 15);
    expect(
      call('COMPOSITE', [
        [0.1, 0.2],
        [0.3, 0.4],
      ]),
    ).toBeCloseTo(0.25, 15);
  });

  it('counts blank as 0, whichever way the grid passes it', () => {
    for (const blank of [null, '', 0]) expect(call('COMPOSITE', row(0.5, blank))).toBe(0.25);
  });

  it('refuses text and negative coefficients', () => {
    expect(fault('COMPOSITE', row(0.5, '——'))).toEqual({
      kind: 'value',
      message: 'coefficients 第 1 行第 2 列不是数字：“——”',
    });
    expect(fault('COMPOSITE', row(0.5, -0.1)).kind).toBe('value');
  });
});
