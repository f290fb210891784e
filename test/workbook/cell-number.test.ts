import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isPlaceholder, parseTextNumber, toTenThousandYuan } from '../../src/workbook/cell-number';

describe('a number stored as text', () => {
  it.each([
    ['120', 120, true],
    ['12.5', 12.5, true],
    ['-3', -3, true],
    ['1e3', 1000, true],
    [' 120 ', 120, false],
    ['１２０', 120, false],
    ['１２０．５', 120.5, false],
    ['1,234,567.8', 1234567.8, false],
    ['1，234', 1234, false],
    ['120人', 120, false],
    ['35 间', 35, false],
    ['2600平方米', 2600, false],
    ['2600㎡', 2600, false],
    ['120。', 120, false],
    ["'120", 120, false],
    ['1 200', 1200, false],
  ])('%j is %d', (text, value, clean) => {
    expect(parseTextNumber(text)).toMatchObject({ value, clean });
  });

  it.each([
    '约120',
    '1,20',
    '12/3',
    '一百二十',
    '50%',
    '120人左右',
    '3-5',
    'abc',
    '1.2.3',
    '',
    '人',
  ])('%j is not a number beyond doubt', (text) => {
    expect(parseTextNumber(text)).toBeNull();
  });

  it('may name its unit of money', () => {
    expect(parseTextNumber('1285000元')).toEqual({ value: 1285000, clean: false, unit: 'yuan' });
  });

  it('reads back every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseTextNumber(String(value))?.value).toBe(value + 0);
      }),
    );
  });
});

describe('money', () => {
  it.each([
    [1234567.89, 'yuan', 123.456789],
    [1.1, 'yuan', 0.00011],
    [0.07, 'hundredMillionYuan', 700],
    [1234.5, 'thousandYuan', 123.45],
    [128.5, 'tenThousandYuan', 128.5],
    [0, 'yuan', 0],
  ] as const)('%d in %s is %d 万元', (value, unit, expected) => {
    expect(toTenThousandYuan(value, unit)).toBe(expected);
  });

  it('moves the point without touching the 15 digits shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (fen) => {
        const yuan = Number(`${fen}e-2`);
        expect(toTenThousandYuan(yuan, 'yuan')).toBe(Number(`${fen}e-6`));
      }),
    );
  });
});

describe('a placeholder', () => {
  it.each(['—', '——', '-', '－', '/', '／', '无', 'N/A'])('%s stands for nothing', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  it.each(['0', '-1', '无线', ''])('%j does not', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
