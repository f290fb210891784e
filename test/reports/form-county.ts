import type { SheetPlan } from '../../src/plans/sheet-plan';
import type { MemorySheet } from '../workbook/memory-source';
import { juniorSchool, nineYearSchool, primarySchool, schoolPlan } from './county-workbook';
import type { TypedSchool } from './county-workbook';

/** A sheet written down in a test, as one to be written. */
export function planOf({ name, rows }: MemorySheet): SheetPlan {
  return {
    key: null,
    name,
    columnWidths: [],
    rows: rows.map((cells, index) => ({
      number: index + 1,
      cells: cells.flatMap((value, column) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [{ column, value }]
          : [],
      ),
    })),
    merges: [],
    print: { orientation: 'portrait' },
    charts: [],
  };
}

/** What the form asks of a school beyond part 1, all of it held to. */
const FORM_NUMBERS: TypedSchool = {
  primaryTeachers: 30,
  primaryLargestClass: 45,
  primaryClassesOver45: 0,
  musicRooms: 2,
  artRooms: 2,
  certifiedTeachers: 30,
  trained360Teachers: 30,
  publicFundsBudget: 60,
  trainingBudget: 3,
};

const JUNIOR_NUMBERS: TypedSchool = {
  ...FORM_NUMBERS,
  primaryTeachers: '',
  primaryLargestClass: '',
  primaryClassesOver45: '',
  juniorTeachers: 30,
  juniorLargestClass: 50,
  juniorClassesOver50: 0,
};

/** Schools of every kind whose sheet holds everything that the form asks. */
export function formSchools(more: TypedSchool = {}): readonly TypedSchool[] {
  return [
    primarySchool('东关小学', { ...FORM_NUMBERS, code: '4110000001', ...more }),
    primarySchool('西关小学', { ...FORM_NUMBERS, code: '4110000002', type: '完全小学' }),
    primarySchool('河湾教学点', {
      ...FORM_NUMBERS,
      code: '4110000003',
      type: '教学点',
      primaryStudents: 50,
    }),
    primarySchool('山里教学点', {
      ...FORM_NUMBERS,
      code: '4110000004',
      type: '教学点',
      primaryStudents: 12,
      musicRooms: 0,
      primaryClassesOver45: 3,
    }),
    juniorSchool('一中', { ...JUNIOR_NUMBERS, code: '4110000005' }),
    nineYearSchool('金水学校', {
      ...JUNIOR_NUMBERS,
      ...FORM_NUMBERS,
      code: '4110000006',
      juniorTeachers: 30,
      certifiedTeachers: 60,
      trained360Teachers: 60,
    }),
    primarySchool('启明特殊教育学校', {
      ...FORM_NUMBERS,
      code: '4110000007',
      type: '特殊教育学校',
      artRooms: 0,
    }),
  ];
}

/** 县域信息 with the names and every number of 表Ⅰ that 学校数据 does not give. */
export const COUNTY_SHEET: MemorySheet = {
  name: '县域信息',
  rows: [
    ['项目', '内容'],
    ['县名', '测试县'],
    ['年度', '2025'],
    ['填报单位', '测试县教育局'],
    ['L1人口总数', 45.678],
    ['L2农业人口数', '12.5万人'],
    ['L3乡镇数', 12],
    ['L5年人均国内生产总值', 45678.9],
    ['L21教职工数：小学合计', 160],
  ],
};

/** The workbook of a county: its schools and whatever sheets of the form are given. */
export function countyOf(
  sheets: readonly MemorySheet[],
  schools: readonly TypedSchool[] = formSchools(),
): readonly SheetPlan[] {
  return [schoolPlan(schools), ...sheets.map(planOf)];
}
