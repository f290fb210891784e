import { describe, expect, it } from '@jest/globals';

import { CN_2017 } from '../../src/standard/cn-2017';
import { findSchoolSheets } from '../../src/workbook/find-school-sheets';
import type { SchoolSheets } from '../../src/workbook/find-school-sheets';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, HEADINGS, schoolSheet, table } from './school-sheet';

async function find(
  sheets: readonly MemorySheet[],
  wanted: string | null = null,
): Promise<SchoolSheets> {
  return findSchoolSheets(await new MemorySource(sheets).heads(), CN_2017, wanted);
}

function names({ sheets }: SchoolSheets): string[] {
  return sheets.map(({ head }) => head.name);
}

function codes({ findings }: SchoolSheets): string[] {
  return findings.map(({ code }) => code);
}

const STAGELESS = [
  '学校标识码',
  '学校名称',
  '办学类型',
  '在校生数',
  '高于规定学历教师数',
  '骨干教师数',
  '体育艺术教师数',
  '教学及辅助用房面积',
  '室内体育用房面积',
  '运动场地面积',
  '教学仪器设备值(万元)',
  '网络多媒体教室数',
];

describe('the sheet of schools', () => {
  it('is 学校数据, whatever else there is', async () => {
    const found = await find([
      schoolSheet([GOOD_PRIMARY], { name: '去年数据' }),
      schoolSheet([GOOD_PRIMARY], { name: ' 学校数据 ' }),
    ]);
    expect(names(found)).toEqual([' 学校数据 ']);
    expect(found.findings).toEqual([]);
  });

  it('is else the sheet whose headings match best, and that is said', async () => {
    const found = await find([
      { name: '封面', rows: [['某县义务教育优质均衡']] },
      { name: '缺列', rows: table(HEADINGS.slice(0, 28), [GOOD_PRIMARY]) },
      schoolSheet([GOOD_PRIMARY], { name: '2024年汇总' }),
    ]);
    expect(names(found)).toEqual(['2024年汇总']);
    expect(codes(found)).toEqual(['sheet-assumed']);
  });

  it('is preferred visible, and a hidden one is said', async () => {
    const hidden = schoolSheet([GOOD_PRIMARY], { name: '旧', visibility: 'veryHidden' });
    expect(names(await find([hidden, schoolSheet([GOOD_PRIMARY], { name: '新' })]))).toEqual([
      '新',
    ]);
    expect(codes(await find([hidden]))).toEqual(['sheet-assumed', 'sheet-hidden']);
  });

  it('is the one a person chose', async () => {
    const found = await find(
      [schoolSheet([GOOD_PRIMARY]), schoolSheet([GOOD_PRIMARY], { name: '草稿' })],
      '草稿',
    );
    expect(names(found)).toEqual(['草稿']);
    expect(found.findings).toEqual([]);
  });

  it('cannot be one that is not there', async () => {
    const found = await find([schoolSheet([GOOD_PRIMARY]), { name: '封面', rows: [] }], '数据');
    expect(found.found).toBe(false);
    expect(found.findings).toMatchObject([
      { code: 'no-school-sheet', parameters: { sheets: '学校数据、封面', wanted: '数据' } },
    ]);
  });

  it('is not a sheet that this program made, nor an official table', async () => {
    const found = await find([
      schoolSheet([GOOD_PRIMARY], { name: '学校数据', madeAs: 'overview' }),
      schoolSheet([GOOD_PRIMARY], { name: '表Ⅱ-2' }),
      schoolSheet([GOOD_PRIMARY], { name: '县域信息' }),
    ]);
    expect(found).toMatchObject({ sheets: [], found: false });
  });

  it('lacks each missing column by its name, and nothing can be judged', async () => {
    const headings = HEADINGS.filter((one) => !/小学在校生数|教学仪器|备注|图书/.test(one));
    const found = await find([{ name: '学校数据', rows: table(headings, [GOOD_PRIMARY]) }]);
    expect(found.unusable).toBe(true);
    expect(found.findings).toMatchObject([
      { code: 'column-missing', sheet: '学校数据', parameters: { heading: '小学在校生数' } },
      { code: 'column-missing', parameters: { heading: '教学仪器设备值(万元)' } },
    ]);
  });

  it('lacks every column where it has no headings at all', async () => {
    const found = await find([
      {
        name: '学校数据',
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
    ]);
    expect(found).toMatchObject({ sheets: [], unusable: true, found: true });
    expect(found.findings).toHaveLength(15);
  });

  it('must not have a needed column twice', async () => {
    const found = await find([
      { name: '学校数据', rows: table([...HEADINGS, '运动场地面积'], []) },
    ]);
    expect(found.unusable).toBe(true);
    expect(found.findings).toMatchObject([
      {
        code: 'column-doubled',
        sheet: '学校数据',
        cell: 'AD1',
        parameters: { heading: '运动场地面积', other: 'AR1' },
      },
    ]);
  });

  it('may have columns of its own', async () => {
    const found = await find([
      { name: '学校数据', rows: table(['邮编', ...HEADINGS, '校长'], []) },
    ]);
    expect(found.unusable).toBe(false);
    expect(found.findings).toMatchObject([
      { code: 'columns-unknown', parameters: { count: 2, headings: '邮编、校长' } },
    ]);
  });
});

describe('sheets of one stage', () => {
  const junior = { name: '初中情况', rows: table(STAGELESS, []) };
  const primary = { name: '小学情况', rows: table(STAGELESS, []) };

  it('are taken together, in the order of the workbook', async () => {
    const found = await find([junior, primary]);
    expect(found.sheets.map(({ head, sheetStage }) => [head.name, sheetStage])).toEqual([
      ['初中情况', 'junior'],
      ['小学情况', 'primary'],
    ]);
    expect(codes(found)).toEqual(['sheet-assumed', 'sheet-assumed']);
  });

  it('give way to one sheet that has every column', async () => {
    const found = await find([
      primary,
      junior,
      schoolSheet([GOOD_PRIMARY, GOOD_JUNIOR], { name: '汇总' }),
    ]);
    expect(names(found)).toEqual(['汇总']);
  });

  it('are missed by the columns of their own stage alone', async () => {
    const found = await find([
      {
        name: '小学',
        rows: table(
          STAGELESS.filter((one) => one !== '骨干教师数'),
          [],
        ),
      },
    ]);
    expect(found.findings.slice(1)).toMatchObject([
      { code: 'column-missing', sheet: '小学', parameters: { heading: '小学骨干教师数' } },
    ]);
  });
});
