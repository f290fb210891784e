import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { schoolPasses } from '../../src/assessment/school-rule';
import { CN_2017 } from '../../src/standard/cn-2017';
import { call, column, fault, row } from './call';

describe('EDU.THRESHOLD', () => {
  it('gives every number of the 2017 standard', () => {
    const ids = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'];
    expect(ids.map((id) => call('THRESHOLD', id, '小学', null))).toEqual([
      4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3,
    ]);
    expect(ids.map((id) => call('THRESHOLD', id, 'junior'))).toEqual([
      5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4,
    ]);
  });

  it('takes the full name, the short name and full-width ids', () => {
    expect(call('THRESHOLD', '每百名学生拥有网络多媒体教室数', '初中')).toBe(2.4);
    expect(call('THRESHOLD', 'Ｌ７', '初中', 'cn-2017')).toBe(2.4);
    expect(call('THRESHOLD', 'l1', 'Primary', '2017')).toBe(4.2);
  });

  it('takes one cell of a range like the cell itself', () => {
    expect(call('THRESHOLD', [['L1']], [['小学']])).toBe(4.2);
  });

  it('lists the known indicators where one is unknown', () => {
    const { kind, message } = fault('THRESHOLD', 'L8', '小学');
    expect(kind).toBe('na');
    expect(message).toContain('没有指标“L8”');
    for (const id of ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'])
      expect(message).toContain(`${id} `);
    expect(fault('THRESHOLD', 'L1', '小学', 'cn-2012').message).toContain('M1 ');
  });

  it('lists the known stages and standards where one is unknown', () => {
    expect(fault('THRESHOLD', 'L1', '高中')).toEqual({
      kind: 'na',
      message: '没有学段“高中”，可用：小学、初中',
    });
    expect(fault('THRESHOLD', 'L1', '小学', 'cn-1999')).toEqual({
      kind: 'na',
      message: '没有标准“cn-1999”，可用：cn-2017、cn-2012',
    });
  });

  it('is #N/A for the 2012 standard, which sets none', () => {
    expect(fault('THRESHOLD', 'M1', '小学', 'cn-2012')).toEqual({
      kind: 'na',
      message: '标准 cn-2012 没有规定学校的达标值',
    });
  });
});

describe('EDU.CVLIMIT', () => {
  it('is the limit of each indicator in 2017 and of the composite in 2012', () => {
    expect(call('CVLIMIT', '小学')).toBe(0.5);
    expect(call('CVLIMIT', '初中', null)).toBe(0.45);
    expect(call('CVLIMIT', 'primary', 'cn-2012')).toBe(0.65);
    expect(call('CVLIMIT', 'junior', '教督〔2012〕3号')).toBe(0.55);
  });
});

describe('EDU.ATTAIN', () => {
  it('counts the threshold and 85% of it as reached', () => {
    expect(call('ATTAIN', 'L1', '小学', 4.2)).toBe('达标');
    expect(call('ATTAIN', 'L1', '小学', 4.1999)).toBe('接近');
    expect(call('ATTAIN', 'L1', '小学', 3.57)).toBe('接近');
    expect(call('ATTAIN', 'L1', '小学', 3.5699)).toBe('不达标');
  });

  it('judges the decimal shown where floating point falls just short', () => {
    expect((18 / 2000) * 100).toBeLessThan(0.9);
    expect(call('ATTAIN', 'L3', '小学', (18 / 2000) * 100)).toBe('达标');
    expect((256.9 - 27.4) / 51).toBeLessThan(4.5);
    expect(call('ATTAIN', 'L4', '小学', (256.9 - 27.4) / 51)).toBe('达标');
  });

  it('counts a blank value as 0, whichever way the grid passes it', () => {
    for (const blank of [null, '', 0]) expect(call('ATTAIN', 'L1', '小学', blank)).toBe('不达标');
  });

  it('refuses text', () => {
    expect(fault('ATTAIN', 'L1', '小学', '四')).toEqual({
      kind: 'value',
      message: 'value 不是数字：“四”',
    });
    expect(fault('ATTAIN', 'L1', '小学', row(1, 2)).message).toBe(
      'value 应为一个单元格，而不是 2 个',
    );
  });

  it('is #N/A for the 2012 standard', () => {
    expect(fault('ATTAIN', 'M1', '小学', 5, 'cn-2012').kind).toBe('na');
  });
});

describe('EDU.SCHOOLCHECK', () => {
  const met = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];

  it('passes six of seven with the other at 85%', () => {
    expect(call('SCHOOLCHECK', '小学', [met])).toEqual([[true]]);
    expect(call('SCHOOLCHECK', '小学', [[3.57, ...met.slice(1)]])).toEqual([[true]]);
    expect(call('SCHOOLCHECK', '小学', [[3.56, ...met.slice(1)]])).toEqual([[false]]);
    expect(call('SCHOOLCHECK', '小学', [[4, 0.9, ...met.slice(2)]])).toEqual([[false]]);
  });

  it('spills one result a row, or a column where schools stand in columns', () => {
    const fails = [0, ...met.slice(1)];
    expect(call('SCHOOLCHECK', '小学', [met, fails, met])).toEqual([[true], [false], [true]]);
    expect(
      call(
        'SCHOOLCHECK',
        '小学',
        met.map((value, index) => [value, fails[index] ?? 0]),
      ),
    ).toEqual([[true, false]]);
    expect(call('SCHOOLCHECK', '小学', column(...met))).toEqual([[true]]);
  });

  it('counts blank as 0, whichever way the grid passes it', () => {
    for (const blank of [null, '', 0]) {
      expect(call('SCHOOLCHECK', '小学', [[blank, ...met.slice(1)]])).toEqual([[false]]);
    }
  });

  it('says how many columns it wants', () => {
    expect(fault('SCHOOLCHECK', '小学', [met.slice(1)])).toEqual({
      kind: 'value',
      message: 'values 应有 7 列（每所学校 7 项指标），而不是 1×6',
    });
  });

  it('is #N/A for the 2012 standard', () => {
    expect(fault('SCHOOLCHECK', '小学', [[1, 2, 3, 4, 5, 6, 7, 8]], 'cn-2012')).toEqual({
      kind: 'na',
      message: '标准 cn-2012 没有规定学校综合达标的规则',
    });
  });

  it('agrees with the engine on any school', () => {
    const values = fc.tuple(
      ...CN_2017.indicators.map((indicator) =>
        fc
          .integer({ min: 80, max: 110 })
          .map((percent) => ((indicator.threshold?.junior ?? 0) * percent) / 100),
      ),
    );
    fc.assert(
      fc.property(values, (school) => {
        expect(call('SCHOOLCHECK', '初中', [school])).toEqual([
          [schoolPasses(CN_2017, 'junior', school)],
        ]);
      }),
    );
  });
});

describe('EDU.SHORTFALL', () => {
  it('counts whole people and rooms, and the fewest that suffice', () => {
    expect(call('SHORTFALL', 'L1', '小学', 30, 800)).toBe(4);
    expect(call('SHORTFALL', 'L1', '小学', 33, 800)).toBe(1);
    expect(call('SHORTFALL', 'L1', '小学', 34, 800)).toBe(0);
    expect(call('SHORTFALL', 'L7', '初中', 0, 101)).toBe(3);
  });

  it('gives ㎡ as they are, and 元 for an amount in 万元', () => {
    expect(call('SHORTFALL', 'L4', '小学', 4400.5, 1000)).toBe(99.5);
    expect(call('SHORTFALL', 'L6', '小学', 99.99, 500)).toBe(100);
  });

  it('is #DIV/0! without pupils and #N/A for the 2012 standard', () => {
    expect(fault('SHORTFALL', 'L1', '小学', 3, null).kind).toBe('div0');
    expect(fault('SHORTFALL', 'M1', '小学', 3, 100, 'cn-2012').kind).toBe('na');
  });

  it('refuses an amount that is text or below 0', () => {
    expect(fault('SHORTFALL', 'L1', '小学', '三', 100).message).toBe('amount 不是数字：“三”');
    expect(fault('SHORTFALL', 'L1', '小学', -1, 100).message).toBe('amount 小于 0：-1');
  });
});

describe('EDU.SPLITSHARE', () => {
  it('splits the published 23 226 books of 166 primary and 210 junior pupils', () => {
    expect(23226 * Number(call('SPLITSHARE', '小学', 166, 210))).toBeCloseTo(9711.63, 2);
    expect(23226 * Number(call('SPLITSHARE', '初中', 166, 210, null))).toBeCloseTo(13514.37, 2);
  });

  it('weights senior pupils by 1.32', () => {
    expect(call('SPLITSHARE', '初中', 0, 120, 100)).toBe(0.5);
  });

  it('is #DIV/0! without pupils', () => {
    expect(fault('SPLITSHARE', '小学', 0, null, '').kind).toBe('div0');
  });
});

describe('EDU.RETENTION', () => {
  it('is (980 − 10 + 20) ÷ (1000 − 1)', () => {
    expect(call('RETENTION', 980, 10, 20, 1000, 1)).toBe(990 / 999);
  });

  it('is #DIV/0! where nobody enrolled, and #VALUE! where more died than enrolled', () => {
    expect(fault('RETENTION', 1, 0, 0, 0, 0).kind).toBe('div0');
    expect(fault('RETENTION', 1, 0, 0, 1, 2).kind).toBe('value');
    expect(fault('RETENTION', '毕业', 0, 0, 1, 0).message).toBe('graduates 不是数字：“毕业”');
  });
});
