import { describe, expect, it } from '@jest/globals';
import { formatCompared, formatDecimal, formatNumber } from '../../src/locales/format-number';

describe('numbers as they are shown', () => {
  it('round the decimal that is shown, ties away from zero, as a spreadsheet does', () => {
    expect(formatDecimal(1.005, 2)).toBe('1.01');
    expect(formatDecimal(-1.005, 2)).toBe('-1.01');
    expect(formatDecimal(2.5, 0)).toBe('3');
    expect(formatDecimal(0.0004, 3)).toBe('0.000');
    expect(formatDecimal(-0.0004, 3)).toBe('0.000');
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
    expect(formatCompared(4.31, 4.5, 'perPupilSquareMetres')).toBe('4.31');
  });
});
