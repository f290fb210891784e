import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceCoefficient } from '../../src/statistics/difference-coefficient';
import { call, column, fault, row } from './call';

function additions(...args: readonly unknown[]): readonly number[] {
  const result = call('LEVELUP', ...args);
  if (!Array.isArray(result)) throw new Error('no rows');
  return result.flat().map(Number);
}

describe('EDU.LEVELUP', () => {
  it('adds what is missing to the threshold and nothing more where the limit holds', () => {
    expect(call('LEVELUP', row(300, 400, 500), row(100, 100, 100), 4, 0.5)).toEqual([[100, 0, 0]]);
  });

  it('gives whole people when asked', () => {
    expect(call('LEVELUP', column(33, 40), column(800, 800), 4.2 / 100, 0.5, true)).toEqual([
      [1],
      [0],
    ]);
    expect(additions(column(33, 40), column(800, 800), 4.2 / 100, 0.5)[0]).toBeCloseTo(0.6, 9);
  });

  it('keeps the shape of the amounts, with 0 for a school without pupils', () => {
    for (const blank of [null, '', 0]) {
      expect(call('LEVELUP', column(300, 9, 400), column(100, blank, 100), 4, 0.5)).toEqual([
        [100],
        [0],
        [0],
      ]);
    }
  });

  it('brings every county to the threshold and the limit', () => {
    const school = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 2000 }));
    fc.assert(
      fc.property(
        fc.array(school, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (schools, whole) => {
          const students = schools.map(([, pupils]) => pupils);
          const amounts = schools.map(([amount]) => amount);
          const added = additions(row(...amounts), row(...students), 0.5, 0.3, whole);
          const reached = amounts.map((amount, index) => amount + (added[index] ?? 0));
          for (const [index, amount] of reached.entries()) {
            expect(amount / (students[index] ?? 1)).toBeGreaterThanOrEqual(0.5 - 1e-12);
          }
          expect(differenceCoefficient(reached, students)).toBeLessThanOrEqual(0.3 + 1e-12);
          if (whole) expect(added.every(Number.isInteger)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is #DIV/0! where nothing is there and nothing is asked for', () => {
    expect(fault('LEVELUP', row(0, 0), row(1, 1), 0, 0.5).kind).toBe('div0');
  });

  it('says which cell is text and that a limit is not below 0', () => {
    expect(fault('LEVELUP', row(1, '二'), row(1, 1), 1, 0.5).message).toBe(
      'amounts 第 1 行第 2 列不是数字：“二”',
    );
    expect(fault('LEVELUP', row(1, 2), row(1, 1), 1, -0.5).message).toBe('limit 小于 0：-0.5');
  });

  it('says so where no additions reach the limit', () => {
    expect(fault('LEVELUP', row(0.3, 0.5), row(1, 1), 0, 0, true)).toEqual({
      kind: 'value',
      message: '没有增量能使差异系数不超过限值，请放宽 limit',
    });
  });
});
