import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  alwaysGrows,
  exceedsGrowth,
  growthGapPoints,
  growthRate,
  neverDrops,
} from '../../src/statistics/growth';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';
import { publishedTable } from './published';

const level = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
const shown = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => ({
    value: digits / 10 ** places,
    exact: oracle.fraction(BigInt(digits), 10n ** BigInt(places)),
  }));

describe('growth of yearly levels', () => {
  it('is one rate a year after the first', () => {
    expect(growthRate([100, 125, 100, 100])).toEqual([0.25, -0.2, 0]);
    expect(growthRate([100])).toEqual([]);
  });

  it('keeps all digits of small growth', () => {
    expect(growthRate([1e15, 1e15 + 1])).toEqual([1e-15]);
    fc.assert(
      fc.property(level, fc.double({ min: 0.5, max: 2, noNaN: true }), (last, factor) => {
        const level = last * factor;
        const difference = oracle.add(oracle.exact(level), oracle.exact(-last));
        const rate = oracle.divide(difference, oracle.exact(last));
        return oracle.isWithinUnits(growthRate([last, level])[0]!, rate, 1n);
      }),
      { numRuns: 1000 },
    );
  });

  it('is not taken from a level that is blank, zero or negative', () => {
    expect(errorCode(() => growthRate([]))).toBe('empty');
    expect(errorCode(() => growthRate([1, Number.NaN]))).toBe('non-finite');
    expect(errorCode(() => growthRate([Infinity, 1]))).toBe('non-finite');
    expect(errorCode(() => growthRate([0, 1]))).toBe('non-positive-level');
    expect(errorCode(() => growthRate([1, -1]))).toBe('non-positive-level');
  });
});

describe('education spending against regular revenue', () => {
  it('has the gaps published for Yancheng district, all above revenue', () => {
    const years = [
      [112.85, 100.19, 12.66],
      [116.43, 102.03, 14.4],
      [104.87, 103, 1.87],
    ] as const;
    for (const [education, revenue, gap] of years) {
      expect(growthGapPoints(100, education, 100, revenue)).toBe(gap);
      expect(exceedsGrowth(100, education, 100, revenue)).toBe(true);
    }
  });

  it('has the gap of 13.04 points published for Zhanyi district', () => {
    const rows = publishedTable('growth_zhanyi_2016.csv');
    const row = (name: string): { level: number; rate: number } => {
      const cells = rows.find(([series]) => series === name)!;
      return { level: Number(cells[1]), rate: Number(cells[3]) / 100 };
    };
    const education = row('地方公共财政教育支出');
    const revenue = row('财政经常性收入');
    const educationLast = education.level / (1 + education.rate);
    const revenueLast = revenue.level / (1 + revenue.rate);
    expect(growthRate([educationLast, education.level])[0]).toBeCloseTo(0.1523, 12);
    expect(growthRate([revenueLast, revenue.level])[0]).toBeCloseTo(0.0219, 12);
    const gap = row('教育支出增幅-财政经常性收入增幅').level;
    expect(growthGapPoints(educationLast, education.level, revenueLast, revenue.level)).toBeCloseTo(
      gap,
      9,
    );
    expect(exceedsGrowth(educationLast, education.level, revenueLast, revenue.level)).toBe(true);
  });

  it('does not pass on equal growth that floating point takes for more', () => {
    expect(110.11 / 100.1 - 1).toBeGreaterThan(117.59 / 106.9 - 1);
    expect(exceedsGrowth(100.1, 110.11, 106.9, 117.59)).toBe(false);
    expect(growthGapPoints(100.1, 110.11, 106.9, 117.59)).toBe(0);
    expect(exceedsGrowth(100.1, 110.1100000001, 106.9, 117.59)).toBe(true);
  });

  it('is judged exactly on the decimals shown, whatever the levels', () => {
    fc.assert(
      fc.property(shown, shown, shown, shown, (e0, e1, r0, r1) => {
        const education = oracle.divide(e1.exact, e0.exact);
        const revenue = oracle.divide(r1.exact, r0.exact);
        const order = oracle.compare(education, revenue);
        const gap = oracle.multiply(
          oracle.add(education, { n: -revenue.n, d: revenue.d }),
          oracle.fraction(100n),
        );
        const points = growthGapPoints(e0.value, e1.value, r0.value, r1.value);
        expect(exceedsGrowth(e0.value, e1.value, r0.value, r1.value)).toBe(order > 0);
        expect(Math.sign(points)).toBe(order);
        expect(oracle.isNearest(points, gap)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never exceeds where both grow by one factor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 3000 }),
        (education, revenue, factor) =>
          !exceedsGrowth(
            education / 100,
            (education * factor) / 100_000,
            revenue / 100,
            (revenue * factor) / 100_000,
          ),
      ),
      { numRuns: 500 },
    );
  });

  it('is not judged on a level that is blank, zero or negative', () => {
    for (const judge of [exceedsGrowth, growthGapPoints]) {
      expect(errorCode(() => judge(0, 1, 1, 1))).toBe('non-positive-level');
      expect(errorCode(() => judge(1, 1, 1, -2))).toBe('non-positive-level');
      expect(errorCode(() => judge(1, Number.NaN, 1, 1))).toBe('non-finite');
    }
  });
});

describe('growing every year and never dropping', () => {
  it('take equal levels apart: equal never drops, but does not grow', () => {
    expect(neverDrops([3, 3, 4])).toBe(true);
    expect(alwaysGrows([3, 3, 4])).toBe(false);
    expect(alwaysGrows([3, 3.5, 4])).toBe(true);
    expect(neverDrops([3, 4, 3.9999])).toBe(false);
    expect(alwaysGrows([3, 4, 3.9999])).toBe(false);
  });

  it('look at the decimals shown: 0.1 + 0.2 is no growth over 0.3, nor a drop to it', () => {
    expect(alwaysGrows([0.3, 0.1 + 0.2])).toBe(false);
    expect(neverDrops([0.1 + 0.2, 0.3])).toBe(true);
  });

  it('hold of one level alone', () => {
    expect(neverDrops([5])).toBe(true);
    expect(alwaysGrows([5])).toBe(true);
  });

  it('are not judged on levels that are missing, blank, zero or negative', () => {
    for (const judge of [alwaysGrows, neverDrops]) {
      expect(errorCode(() => judge([]))).toBe('empty');
      expect(errorCode(() => judge([1, Number.NaN, 3]))).toBe('non-finite');
      expect(errorCode(() => judge([2, 1, 0]))).toBe('non-positive-level');
    }
  });
});
