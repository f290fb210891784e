import { describe, expect, it } from '@jest/globals';

import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { SCHOOL_COLUMNS, headingWithUnit } from '../../src/workbook/columns';
import { MemorySource } from './memory-source';

const HEADINGS = SCHOOL_COLUMNS.map(headingWithUnit);
const EXAMPLE = SCHOOL_COLUMNS.map(({ example }) => example);

describe('checking a workbook', () => {
  it('judges the schools of 学校数据', async () => {
    const check = await checkWorkbook(
      new MemorySource([{ name: '学校数据', rows: [HEADINGS, EXAMPLE] }]),
      { standard: CN_2017 },
    );
    expect(check.reading?.schools.map(({ name }) => name)).toEqual(['城关镇第一小学']);
  });
});
