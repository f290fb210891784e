import { describe, expect, it } from '@jest/globals';

import { recogniseHeaders } from '../../src/workbook/recognise-headers';
import type { RecognisedHeaders } from '../../src/workbook/recognise-headers';
import type { CellContent, SheetHead } from '../../src/workbook/source';
import { range } from './memory-source';

interface HeaderCase {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges?: readonly string[];
  readonly stage?: 'primary' | 'junior';
  /** Fields by column letter position (0-based). */
  readonly columns: Readonly<Record<string, number>>;
  readonly headerRows: readonly [number, number];
  readonly unknown?: readonly string[];
  readonly doubled?: readonly (readonly [string, number, number])[];
  readonly units?: Readonly<Record<string, string>>;
}

const CASES: readonly HeaderCase[] = [
  {
    name: 'one row of headings in any order',
    rows: [
      ['小学在校生数', '学校名称', '办学类型'],
      [120, '东街小学', '小学'],
    ],
    columns: { primaryStudents: 0, name: 1, type: 2 },
    headerRows: [1, 1],
  },
  {
    name: 'titles and notes above the headings',
    rows: [
      ['某县小学学校数据汇总表'],
      ['填报单位：某县教育局', null, '单位：人'],
      ['序号', '学校名称', '小学在校生数', '邮编'],
      [1, '东街小学', 120, '032300'],
    ],
    merges: ['A1:D1'],
    columns: { name: 1, primaryStudents: 2 },
    headerRows: [3, 3],
    unknown: ['邮编'],
  },
  {
    name: 'stages merged over two rows',
    rows: [
      ['学校名称', '在校生数', null, '专任教师', null, '运动场地面积'],
      [null, '小学', '初中', '小学', '初中', null],
      ['东街小学', 120, null, 9, null, 800],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
    columns: {
      name: 0,
      primaryStudents: 1,
      juniorStudents: 2,
      primaryTeachers: 3,
      juniorTeachers: 4,
      sportsGroundArea: 5,
    },
    headerRows: [1, 2],
  },
  {
    name: 'the same without merged cells',
    rows: [
      ['学校名称', '在校生数', null, '专任教师', null, '运动场地面积'],
      [null, '小学', '初中', '小学', '初中', null],
      ['东街小学', 120, null, 9, null, 800],
    ],
    columns: {
      name: 0,
      primaryStudents: 1,
      juniorStudents: 2,
      primaryTeachers: 3,
      juniorTeachers: 4,
      sportsGroundArea: 5,
    },
    headerRows: [1, 2],
  },
  {
    name: 'a heading without a group, right of a group without merged cells',
    rows: [
      ['学校名称', '小学', null, null],
      [null, '在校生数', '专任教师数', '运动场地面积'],
      ['东街小学', 120, 9, 800],
    ],
    columns: { name: 0, primaryStudents: 1, primaryTeachers: 2, sportsGroundArea: 3 },
    headerRows: [1, 2],
  },
  {
    name: 'an unmerged group beside merged ones, which covers its own column only',
    rows: [
      ['学校名称', '小学', null, '初中', null],
      [null, '在校生数', '专任教师数', '在校生数', '专任教师数'],
      ['东街学校', 120, 9, 200, 20],
    ],
    merges: ['A1:A2', 'D1:E1'],
    columns: { name: 0, primaryStudents: 1, juniorStudents: 3, juniorTeachers: 4 },
    headerRows: [1, 2],
    unknown: ['专任教师数'],
  },
  {
    name: 'four rows of headings with a row of units',
    rows: [
      ['学校名称', '办学条件', null, null],
      [null, '校舍', null, '设备'],
      [null, '教学及辅助用房', null, '教学仪器设备资产值'],
      [null, '计', '其中：室内体育用房', '元'],
      ['东街小学', 900, 100, 500000],
    ],
    merges: ['A1:A4', 'B1:D1', 'B2:C2', 'B3:C3'],
    columns: { name: 0, teachingArea: 1, indoorSportsArea: 2, equipmentValue: 3 },
    headerRows: [1, 4],
    units: { equipmentValue: 'yuan' },
  },
  {
    name: 'a total and a part under one heading',
    rows: [
      ['学校名称', '小学在校生数', null],
      [null, '计', '其中：女'],
      ['东街小学', 120, 58],
    ],
    merges: ['B1:C1'],
    columns: { name: 0, primaryStudents: 1 },
    headerRows: [1, 2],
    unknown: ['小学在校生数/其中：女'],
  },
  {
    name: 'the sheet of one stage',
    rows: [
      ['学校名称', '在校生数', '专任教师数', '运动场地面积'],
      ['东街中学', 300, 30, 2000],
    ],
    stage: 'junior',
    columns: { name: 0, juniorStudents: 1, juniorTeachers: 2, sportsGroundArea: 3 },
    headerRows: [1, 1],
  },
  {
    name: 'a column that stands twice',
    rows: [
      ['学校名称', '小学在校生数', '小学在校生数'],
      ['东街小学', 120, 120],
    ],
    columns: { name: 0, primaryStudents: 1 },
    headerRows: [1, 1],
    doubled: [['primaryStudents', 1, 2]],
  },
  {
    name: 'the declared name beside one of its aliases',
    rows: [
      ['学校代码', '学校标识码', '学校名称', '小学在校生数'],
      ['A1', '3141000001', '东街小学', 120],
    ],
    columns: { code: 1, name: 2, primaryStudents: 3 },
    headerRows: [1, 1],
    unknown: ['学校代码'],
  },
  {
    name: 'column numbers under the headings, which are no headings',
    rows: [
      ['学校名称', '小学在校生数', '运动场地面积'],
      ['甲', 1, 2],
      ['东街小学', 120, 800],
    ],
    columns: { name: 0, primaryStudents: 1, sportsGroundArea: 2 },
    headerRows: [1, 1],
  },
];

function headOf({ rows, merges = [] }: HeaderCase): SheetHead {
  return {
    name: 'Sheet1',
    visibility: 'visible',
    rows: rows.map((cells, index) => ({ number: index + 1, hidden: false, cells })),
    merges: merges.map(range),
    madeAs: null,
  };
}

function columnsOf(headers: RecognisedHeaders | null): Record<string, number> {
  return Object.fromEntries(
    [...(headers?.columns ?? [])].map(([field, { index }]) => [field, index]),
  );
}

describe('headings are recognised', () => {
  it.each(CASES)('with $name', (one) => {
    const headers = recogniseHeaders(headOf(one), one.stage ?? null);
    expect(columnsOf(headers)).toEqual(one.columns);
    expect([headers?.firstRow, headers?.lastRow]).toEqual(one.headerRows);
    expect(headers?.unknown.map(({ heading }) => heading)).toEqual(one.unknown ?? []);
    expect(headers?.doubled.map(({ column, indices }) => [column.field, ...indices])).toEqual(
      one.doubled ?? [],
    );
    for (const [field, unit] of Object.entries(one.units ?? {})) {
      expect([...(headers?.columns ?? [])].find(([key]) => key === field)?.[1].unit).toBe(unit);
    }
  });

  it('nowhere on a sheet of other things', () => {
    const head = headOf({
      ...CASES[0]!,
      rows: [
        ['人口', 12],
        ['面积', 34],
      ],
    });
    expect(recogniseHeaders(head, null)).toBeNull();
  });
});
