import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkResultJson } from '../../src/reports/check-result-json';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { governmentSheet, vetoSheet } from './form-sheets';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

const SCHOOLS = schoolSheet([GOOD_PRIMARY, { ...GOOD_JUNIOR, 初中骨干教师数: 4 }]);

async function jsonOf(sheets: readonly MemorySheet[], standard = CN_2017): Promise<string> {
  const check = await checkWorkbook(new MemorySource(sheets), { standard });
  return [...checkResultJson(check, 'zh-CN')].join('');
}

describe('the JSON of a check', () => {
  it('holds for 学校数据 alone exactly what part 1 gives, to the byte', async () => {
    const json = await jsonOf([SCHOOLS]);
    expect(json).toMatch(
      /^\{"file":"测试\.xlsx","standard":"cn-2017","county":null,"verdict":"fail","parts":\{"resources":"fail","government":"unjudged","quality":"unjudged","recognition":"unjudged","veto":"unjudged"\},"overall":"fail","stages":\{/,
    );
    expect(json).toMatch(/,"finance":\[\]\}$/);
    // A sheet that this program wrote, or of another name, is no input.
    const others = [
      { ...governmentSheet(), name: '表Ⅳ' },
      { ...vetoSheet({ 1: '是' }), madeAs: 'veto' },
    ];
    expect(await jsonOf([SCHOOLS, ...others])).toBe(json);
  });

  it('keeps its keys when the other sheets are there', async () => {
    const keysOf = (json: string): string[] =>
      Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(json)));
    expect(keysOf(await jsonOf([SCHOOLS, governmentSheet(), vetoSheet()]))).toEqual(
      keysOf(await jsonOf([SCHOOLS])),
    );
  });

  it('is not touched by parts that its standard does not have', async () => {
    expect(await jsonOf([SCHOOLS, governmentSheet(), vetoSheet({ 1: '是' })], CN_2012)).toBe(
      await jsonOf([SCHOOLS], CN_2012),
    );
  });
});
