import { describe, expect, it } from '@jest/globals';
import {
  moneyUnitNamed,
  shiftDecimal,
  shiftToTenThousandYuan,
} from '../../src/workbook/money-unit';

describe('a unit of money', () => {
  it.each([
    ['元', 'yuan'],
    ['千元', 'thousandYuan'],
    ['万元', 'tenThousandYuan'],
    ['亿元', 'hundredMillionYuan'],
    ['（万元）', 'tenThousandYuan'],
    [' 万 元 ', 'tenThousandYuan'],
    ['元/生', null],
    ['人', null],
    ['', null],
  ])('is read from %j as %j', (written, unit) => {
    expect(moneyUnitNamed(written)).toBe(unit);
  });

  it.each([
    ['yuan', 1_234_567.89, 123.456789],
    ['thousandYuan', 1234.5, 123.45],
    ['tenThousandYuan', 0.1, 0.1],
    ['hundredMillionYuan', 10.61, 106_100],
  ] as const)('turns an amount in %s into 万元 on its decimals', (unit, amount, expected) => {
    expect(shiftDecimal(amount, shiftToTenThousandYuan(unit))).toBe(expected);
  });
});
