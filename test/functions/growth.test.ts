import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exceedsGrowth } from '../../src/statistics/growth';
import { call, column, fault, row } from './call';

const HEADING = ['年份', '教育经费增长', '财政经常性收入增长', '差距（百分点）', '结果'];

describe('EDU.GROWTHRATE', () => {
  it('gives one growth a year in the direction of the series', () => {
    expect(call('GROWTHRATE', column(100, 110, 99))).toEqual([[0.1], [-0.1]]);
    expect(call('GROWTHRATE', row(100, 110, 99))).toEqual([[0.1, -0.1]]);
  });

  it('says which year is not above 0, blank included', () => {
    for (const blank of [null, '', 0]) {
      expect(fault('GROWTHRATE', column(100, blank))).toEqual({
        kind: 'value',
        message: 'series 第 2 年不大于 0（0），无法计算增长',
      });
    }
  });

  it('needs two years in one line', () => {
    expect(fault('GROWTHRATE', column(100)).message).toBe('series 至少要有两年的数据');
    expect(
      fault('GROWTHRATE', [
        [1, 2],
        [3, 4],
      ]).message,
    ).toBe('series 应为一行或一列，而不是 2×2');
  });
});

describe('EDU.NEVERDROPS', () => {
  it('holds where years are equal and fails where one falls', () => {
    expect(call('NEVERDROPS', row(100, 105, 105))).toBe(true);
    expect(call('NEVERDROPS', column(100, 105, 104.99))).toBe(false);
  });

  it('refuses text', () => {
    expect(fault('NEVERDROPS', row(100, '约105')).message).toBe(
      'series 第 1 行第 2 列不是数字：“约105”',
    );
  });
});

describe('EDU.GROWTHCHECK', () => {
  it('gives the published gaps of 郾城区, 2020–2022', () => {
    const levels = (...growths: readonly number[]): number[] => {
      let level = 1000;
      return [level, ...growths.map((growth) => (level *= 1 + growth / 100))];
    };
    const result = call(
      'GROWTHCHECK',
      column(2019, 2020, 2021, 2022),
      column(...levels(12.85, 16.43, 4.87)),
      column(...levels(0.19, 2.03, 3)),
    );
    if (!Array.isArray(result)) throw new Error('no rows');
    const rows: readonly unknown[] = result;
    const [heading, ...years] = rows;
    expect(heading).toEqual(HEADING);
    expect(years).toEqual([
      [
        2020,
        expect.closeTo(0.1285, 12),
        expect.closeTo(0.0019, 12),
        expect.closeTo(12.66, 10),
        '通过',
      ],
      [
        2021,
        expect.closeTo(0.1643, 12),
        expect.closeTo(0.0203, 12),
        expect.closeTo(14.4, 10),
        '通过',
      ],
      [
        2022,
        expect.closeTo(0.0487, 12),
        expect.closeTo(0.03, 12),
        expect.closeTo(1.87, 10),
        '通过',
      ],
    ]);
  });

  it('gives the published gap of 沾益区, 2016', () => {
    const result = call('GROWTHCHECK', row(2015, 2016), row(100, 115.23), row(100, 102.19));
    expect(result).toEqual([
      HEADING,
      [
        2016,
        expect.closeTo(0.1523, 12),
        expect.closeTo(0.0219, 12),
        expect.closeTo(13.04, 10),
        '通过',
      ],
    ]);
  });

  it('does not pass equal growth, which floating point takes for more', () => {
    const result = call('GROWTHCHECK', row(2023, 2024), row(100.1, 110.11), row(106.9, 117.59));
    expect(result).toEqual([HEADING, [2024, expect.any(Number), expect.any(Number), 0, '未通过']]);
  });

  it('needs every other series to grow', () => {
    const others = [column(10, 11), column(10, 10)];
    const result = call(
      'GROWTHCHECK',
      column(2023, 2024),
      column(100, 112),
      column(200, 220),
      others,
    );
    expect(result).toEqual([
      [
        '年份',
        '教育经费增长',
        '财政经常性收入增长',
        '其他1增长',
        '其他2增长',
        '差距（百分点）',
        '结果',
      ],
      [2024, expect.closeTo(0.12), expect.closeTo(0.1), 0.1, 0, 2, '未通过'],
    ]);
  });

  it('takes the columns of a block as series, however the grid passes repeating arguments', () => {
    const years = column(2022, 2023, 2024);
    const spending = column(100, 112, 130);
    const revenue = column(200, 210, 220);
    const wages = [10, 11, 12];
    const perPupil = [5, 6, 7];
    const block = wages.map((wage, index) => [wage, perPupil[index] ?? 0]);
    const expected = call('GROWTHCHECK', years, spending, revenue, [
      column(...wages),
      column(...perPupil),
    ]);
    expect(call('GROWTHCHECK', years, spending, revenue, [block])).toEqual(expected);
    expect(call('GROWTHCHECK', years, spending, revenue, block)).toEqual(expected);
    expect(
      call('GROWTHCHECK', years, spending, revenue, column(...wages), column(...perPupil)),
    ).toEqual(expected);
  });

  it('takes no further series in any form of absence', () => {
    const expected = call('GROWTHCHECK', row(2023, 2024), row(1, 2), row(1, 1.5));
    for (const absent of [null, undefined, '', [], [null], [[null]], [[[null]]], [[[]]]]) {
      expect(call('GROWTHCHECK', row(2023, 2024), row(1, 2), row(1, 1.5), absent)).toEqual(
        expected,
      );
    }
  });

  it('says what is wrong with the years', () => {
    const levels = column(1, 2, 3);
    const check = (...years: readonly (number | string | null)[]): string =>
      fault('GROWTHCHECK', column(...years), levels, levels).message;
    expect(check(2020, 2022, 2023)).toBe('years 应逐年递增且连续：2020 之后是 2022');
    expect(check(2022, 2021, 2020)).toBe('years 应逐年递增且连续：2022 之后是 2021');
    expect(check(2020, null, 2022)).toBe('years 第 2 个不是年份：0');
    expect(check(2020, '2021年', 2022)).toBe('years 第 2 行第 1 列不是数字：“2021年”');
    expect(fault('GROWTHCHECK', column(2020), column(1), column(1)).message).toBe(
      'years 应为一行或一列，至少两年',
    );
  });

  it('says which series has another length or a level not above 0', () => {
    const years = column(2020, 2021);
    expect(fault('GROWTHCHECK', years, column(1, 2, 3), column(1, 2)).message).toBe(
      'education（3×1，3 个）与 years（2×1，2 个）不能一一对应',
    );
    expect(fault('GROWTHCHECK', years, column(1, 2), column(1, -2)).message).toBe(
      'revenue 第 2 年不大于 0（-2），无法计算增长',
    );
    expect(fault('GROWTHCHECK', years, column(1, 2), column(1, 2), [column(0, 2)]).message).toBe(
      'others 1 第 1 年不大于 0（0），无法计算增长',
    );
  });

  it('passes exactly where the engine says that spending outgrew revenue', () => {
    const level = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(level, level, level, level, (e0, e1, r0, r1) => {
        const result = call('GROWTHCHECK', row(2023, 2024), row(e0, e1), row(r0, r1));
        expect(Array.isArray(result) && String(result.flat().at(-1))).toBe(
          exceedsGrowth(e0, e1, r0, r1) ? '通过' : '未通过',
        );
      }),
    );
  });
});
