import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatCompared,
  formatDecimal,
  formatNumber,
  formatPlain,
  formatShortfall,
} from '../../src/locales/format-number';

describe('numbers as they are shown', () => {
  it('round the decimal that is shown, ties away from zero, as a spreadsheet does', () => {
    expect(formatDecimal(1.005, 2)).toBe('1.01');
    expect(formatDecimal(-1.005, 2)).toBe('-1.01');
    expect(formatDecimal(2.5, 0)).toBe('3');
    expect(formatDecimal(0.0004, 3)).toBe('0.000');
    expect(formatDecimal(-0.0004, 3)).toBe('0.000');
  });

  it('round what fifteen digits show of any number, digit by digit', () => {
    const roundedByDigits = (value: number, decimals: number): string => {
      const [mantissa = '', exponent = ''] = value.toExponential(14).split('e');
      const dropped = 14 - Number(exponent) - decimals;
      const digits = BigInt(mantissa.replace('.', ''));
      const unit = 10n ** BigInt(Math.abs(dropped));
      const rounded = dropped < 0 ? digits * unit : (2n * digits + unit) / (2n * unit);
      const padded = rounded.toString().padStart(decimals + 1, '0');
      const point = padded.length - decimals;
      return decimals === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
    };
    const halves = fc.integer({ min: 1, max: 2e6 }).map((thousandths) => thousandths / 2000);
    const anySize = fc.double({ min: 1e-9, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(halves, anySize), fc.integer({ min: 0, max: 8 }), (value, decimals) => {
        expect(formatPlain(value, decimals)).toBe(roundedByDigits(value, decimals));
      }),
      { numRuns: 2000 },
    );
  });

  it('group thousands', () => {
    expect(formatDecimal(1234567.891, 2)).toBe('1,234,567.89');
    expect(formatNumber(12345, 'person')).toBe('12,345');
  });

  it('show school values with two decimals and coefficients with three', () => {
    expect(formatNumber(4.2, 'perHundredPersons')).toBe('4.20');
    expect(formatNumber(0.5, 'ratio')).toBe('0.500');
  });

  it('show enough decimals that different numbers never look equal', () => {
    expect(formatCompared(0.50021, 0.5, 'ratio')).toBe('0.5002');
    expect(formatCompared(4.4996, 4.5, 'perPupilSquareMetres')).toBe('4.4996');
    expect(formatCompared(2500, 2499.99999999999, 'perPupilYuan')).toBe('2,500');
    expect(formatCompared(0.5, 0.50021, 'ratio')).toBe('0.500');
    expect(formatCompared(4.31, 4.5, 'perPupilSquareMetres')).toBe('4.31');
  });

  it('show the smallest and the largest amounts as plain decimals', () => {
    expect(formatDecimal(1e-9, 2)).toBe('0.00');
    expect(formatDecimal(4e-8, 8)).toBe('0.00000004');
    expect(formatDecimal(123456789012345, 2)).toBe('123,456,789,012,345.00');
  });

  it('never show a shortfall as nothing', () => {
    expect(formatShortfall(1e-9, 'squareMetre')).toBe('0.000000001');
    expect(formatShortfall(0.0049, 'yuan')).toBe('0.005');
    expect(formatShortfall(12.345, 'squareMetre')).toBe('12.35');
    expect(formatShortfall(3, 'person')).toBe('3');
    expect(formatShortfall(0, 'squareMetre')).toBe('0');
  });
});
