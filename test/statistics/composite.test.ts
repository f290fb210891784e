import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { compositeCoefficient } from '../../src/statistics/composite';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';
import { publishedTable } from './published';

describe('the composite coefficient (综合差异系数)', () => {
  it('is the mean of the seven, as published for Wuhu Jiujiang district', () => {
    const rows = publishedTable('wuhu_jiujiangqu_2023_7indicators.csv');
    const coefficients = rows
      .find((row) => row[1] === '差异系数')!
      .slice(2)
      .map(Number);
    const [composite, ...seven] = [coefficients.at(-1)!, ...coefficients.slice(0, -1)];
    expect(seven).toHaveLength(7);
    expect(compositeCoefficient(seven)).toBeCloseTo(composite, 6);
    expect(compositeCoefficient(seven)).toBe(2.572524 / 7);
  });

  it('is within one unit in the last place of the exact mean', () => {
    const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 1, maxLength: 8 }), (coefficients) => {
        const sum = coefficients.map(oracle.exact).reduce(oracle.add);
        const mean = oracle.divide(sum, oracle.fraction(BigInt(coefficients.length)));
        return oracle.isWithinUnits(compositeCoefficient(coefficients), mean, 1n);
      }),
    );
    expect(compositeCoefficient([0.1, 0.1, 0.1])).toBe(0.1);
  });

  it('is not taken of nothing, nor where one coefficient is undefined', () => {
    expect(errorCode(() => compositeCoefficient([]))).toBe('empty');
    expect(errorCode(() => compositeCoefficient([0.3, Number.NaN]))).toBe('non-finite');
    expect(errorCode(() => compositeCoefficient([0.3, Infinity]))).toBe('non-finite');
  });
});
