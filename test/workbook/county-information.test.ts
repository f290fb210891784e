import { describe, expect, it } from '@jest/globals';

import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { readCountyInformation } from '../../src/workbook/county-information';
import type { CellContent } from '../../src/workbook/source';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

const county = (...rows: readonly (readonly CellContent[])[]): MemorySheet => ({
  name: '县域信息',
  rows: [['项目', '内容'], ...rows],
});

describe('县域信息', () => {
  it('is read in any order', async () => {
    const source = new MemorySource([
      county(['填报单位：', '某县教育局'], ['年 度', 2024], ['县名', ' 某县 '], ['其他', 1]),
    ]);
    expect(await readCountyInformation(source, await source.heads())).toEqual({
      county: '某县',
      year: '2024',
      reporter: '某县教育局',
      totals: [],
    });
  });

  it('says nothing where it is absent', async () => {
    const source = new MemorySource([schoolSheet([GOOD_PRIMARY])]);
    expect(await readCountyInformation(source, await source.heads())).toMatchObject({
      county: null,
      totals: [],
    });
  });
});

describe('totals of 表Ⅰ', () => {
  const schools = schoolSheet([
    GOOD_PRIMARY,
    GOOD_JUNIOR,
    {
      ...GOOD_PRIMARY,
      学校标识码: '3141000005',
      学校名称: '特教',
      办学类型: '特殊教育学校',
      小学在校生数: 40,
    },
  ]);
  const differing = async (...sheets: readonly MemorySheet[]): Promise<unknown[]> => {
    const { findings } = await checkWorkbook(new MemorySource([schools, ...sheets]), {
      standard: CN_2017,
    });
    return findings
      .filter(({ code }) => code === 'stated-total-differs')
      .map(({ sheet, cell, actual, required }) => [sheet, cell, actual, required]);
  };

  it('that agree say nothing, with special schools or without them', async () => {
    expect(
      await differing(
        county(
          ['L9 小学', 1],
          ['L11', 1],
          ['L14 特殊教育学校', 1],
          ['L19 在校学生数：小学（人）', 500],
          ['L20', '500'],
          ['L21 教职工数', 77],
        ),
      ),
    ).toEqual([]);
    expect(await differing(county(['L19', 540]))).toEqual([]);
  });

  it('that differ are named with their cell', async () => {
    expect(await differing(county(['L9', 2], ['L20', 499]))).toEqual([
      ['县域信息', 'B2', 2, 1],
      ['县域信息', 'B3', 499, 500],
    ]);
  });

  it('are read from a 表Ⅰ whose numbers stand below or beside their codes', async () => {
    const sheet = {
      name: '表Ⅰ',
      rows: [
        ['基本情况'],
        ['普通中小学校数', null, null],
        ['小学L9', '初中L11', '完全中学L12'],
        [3, 1, 0],
        ['在校学生数 L19', 501],
      ],
    };
    expect(await differing(sheet)).toEqual([
      ['表Ⅰ', 'A4', 3, 1],
      ['表Ⅰ', 'B5', 501, 540],
    ]);
  });
});
