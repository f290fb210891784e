import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SchoolField } from '../../src/assessment/school';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import type { PlannedCell, SheetPlan } from '../../src/plans/sheet-plan';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { headingWithUnit, SCHOOL_COLUMNS } from '../../src/workbook/columns';
import type { CellContent } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';

/** A school's row as it is typed in: what is left out is blank. */
export type TypedSchool = Partial<Record<SchoolField, string | number>>;

/** Fields that a sheet has no column of, or where its first school stands. */
export interface SheetShape {
  readonly name?: string;
  readonly without?: readonly SchoolField[];
  readonly only?: readonly SchoolField[];
  readonly headings?: Partial<Record<SchoolField, string>>;
}

/** 学校数据 with a heading row and one row a school. */
export function schoolPlan(schools: readonly TypedSchool[], shape: SheetShape = {}): SheetPlan {
  const columns = SCHOOL_COLUMNS.filter(
    ({ field }) => !(shape.without ?? []).includes(field) && (shape.only?.includes(field) ?? true),
  );
  return {
    key: null,
    name: shape.name ?? '学校数据',
    columnWidths: columns.map(() => 10),
    rows: [
      {
        number: 1,
        cells: columns.map((column, index) => ({
          column: index,
          value: shape.headings?.[column.field] ?? headingWithUnit(column),
        })),
      },
      ...schools.map((school, row) => ({
        number: row + 2,
        cells: columns.flatMap(({ field }, index) => {
          const value = school[field];
          return value === undefined ? [] : [{ column: index, value }];
        }),
      })),
    ],
    merges: [],
    print: { orientation: 'landscape' },
    charts: [],
  };
}

/** Reads and judges the workbook that the sheets make. */
export async function checkOf(
  sheets: readonly SheetPlan[],
  standard: Standard = CN_2017,
): Promise<WorkbookCheck> {
  const source = await openWorkbookSource(createWorkbook(sheets), 'county.xlsx');
  return checkWorkbook(source, { standard });
}

/** Every cell of a workbook, by sheet, then by `row,column` (row 1-based, column 0-based). */
export async function cellsOf(
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, ReadonlyMap<string, CellContent>>> {
  const source = await openWorkbookSource(bytes, 'read.xlsx');
  const sheets = new Map<string, Map<string, CellContent>>();
  for (const { name } of await source.heads()) {
    const cells = new Map<string, CellContent>();
    for await (const block of source.rows(name)) {
      for (const row of block) {
        row.cells.forEach((cell, column) => cells.set(`${row.number},${column}`, cell));
      }
    }
    sheets.set(name, cells);
  }
  return sheets;
}

/** A planned cell of a sheet by its place, or undefined. */
export function cellAt(plan: SheetPlan, row: number, column: number): PlannedCell | undefined {
  return plan.rows
    .find(({ number }) => number === row)
    ?.cells.find((cell) => cell.column === column);
}

/** A primary school that reaches every threshold with room to spare. */
export function primarySchool(name: string, more: TypedSchool = {}): TypedSchool {
  return {
    name,
    type: '小学',
    ownership: '县级教育部门',
    locality: '城区',
    primaryStudents: 400,
    primaryGrades: 6,
    primaryClasses: 12,
    primaryAboveRequiredDegree: 24,
    primaryBackboneTeachers: 8,
    primarySportsArtsTeachers: 6,
    teachingArea: 2400,
    indoorSportsArea: 200,
    sportsGroundArea: 3600,
    equipmentValue: 100,
    multimediaRooms: 14,
    ...more,
  };
}

/** A junior school that reaches every threshold with room to spare. */
export function juniorSchool(name: string, more: TypedSchool = {}): TypedSchool {
  return {
    name,
    type: '初级中学',
    ownership: '县级教育部门',
    locality: '镇区',
    juniorStudents: 400,
    juniorGrades: 3,
    juniorClasses: 9,
    juniorAboveRequiredDegree: 30,
    juniorBackboneTeachers: 8,
    juniorSportsArtsTeachers: 6,
    teachingArea: 3000,
    indoorSportsArea: 200,
    sportsGroundArea: 4600,
    equipmentValue: 120,
    multimediaRooms: 14,
    ...more,
  };
}

/** A school of both stages that reaches every threshold. */
export function nineYearSchool(name: string, more: TypedSchool = {}): TypedSchool {
  const { teachingArea, sportsGroundArea, equipmentValue, multimediaRooms, ...junior } =
    juniorSchool(name);
  return {
    ...primarySchool(name),
    ...junior,
    type: '九年一贯制学校',
    teachingArea: Number(teachingArea) * 2,
    sportsGroundArea: Number(sportsGroundArea) * 2,
    equipmentValue: Number(equipmentValue) * 2,
    multimediaRooms: Number(multimediaRooms) * 2,
    ...more,
  };
}

/** A county with every type of school, every way of writing a number, and schools at the bars. */
export function variedCounty(): readonly TypedSchool[] {
  const code = (number: number): string => `41100000${String(number).padStart(2, '0')}`;
  return [
    primarySchool('东关小学', { code: code(1) }),
    primarySchool('恰好达标小学', {
      code: code(2),
      primaryStudents: 2000,
      primaryAboveRequiredDegree: 84,
      primaryBackboneTeachers: 20,
      primarySportsArtsTeachers: 18,
      teachingArea: 9000,
      indoorSportsArea: 0,
      sportsGroundArea: 15000,
      equipmentValue: 400,
      multimediaRooms: 46,
    }),
    primarySchool('小数小学', {
      code: code(3),
      primaryStudents: 51,
      teachingArea: 256.9,
      indoorSportsArea: 27.4,
    }),
    primarySchool('八五小学', { code: code(4), teachingArea: 1530 + 200 }),
    primarySchool('两项接近小学', { code: code(5), teachingArea: 1900, sportsGroundArea: 2500 }),
    primarySchool('不足小学', { code: code(6), multimediaRooms: 5, group: '第一教育集团' }),
    primarySchool('无艺术教师小学', { code: code(7), primarySportsArtsTeachers: 0 }),
    primarySchool('文本数小学', {
      code: code(8),
      primaryBackboneTeachers: '８',
      multimediaRooms: '１２\u3000间 ',
      equipmentValue: '１，000.5',
      primaryStudents: ' 400人',
    }),
    primarySchool('错字小学', { code: code(9), equipmentValue: '待报' }),
    primarySchool('乱写小学', { code: code(31), equipmentValue: '1,00.5' }),
    primarySchool('负数小学', { code: code(10), teachingArea: -5 }),
    primarySchool('分数小学', { code: code(11), multimediaRooms: 7.5 }),
    primarySchool('空缺小学', { code: code(12), sportsGroundArea: '' }),
    primarySchool('缺学生小学', { code: code(13), primaryStudents: '' }),
    primarySchool('重码甲小学', { code: code(14) }),
    primarySchool('重码乙小学', { code: code(14), multimediaRooms: 1 }),
    primarySchool('中心小学', { code: code(15), primarySportsArtsTeachers: 4 }),
    primarySchool('山里教学点', {
      code: code(16),
      type: '教学点',
      primaryStudents: 40,
      primarySportsArtsTeachers: 0,
      primaryAboveRequiredDegree: 2,
      primaryBackboneTeachers: 0,
      mergedInto: '中心小学',
    }),
    primarySchool('坡上教学点', {
      code: code(17),
      type: '教学点',
      primaryStudents: 60,
      mergedInto: code(15),
    }),
    primarySchool('小教学点', {
      code: code(18),
      type: '教学点',
      primaryStudents: 49,
      multimediaRooms: 0,
    }),
    primarySchool('五十人教学点', {
      code: code(19),
      type: '教学点',
      primaryStudents: 50,
      multimediaRooms: 0,
    }),
    primarySchool('特殊教育学校', { code: code(20), type: '特殊教育学校', multimediaRooms: 0 }),
    primarySchool('同名小学', { multimediaRooms: 2 }),
    primarySchool('同名小学', { multimediaRooms: 20 }),
    primarySchool('=1+1', { multimediaRooms: 9 }),
    primarySchool('通配*小学', { code: '', multimediaRooms: 8 }),
    primarySchool('带附设班小学', {
      code: code(21),
      juniorStudents: 60,
      juniorAboveRequiredDegree: 4,
      juniorBackboneTeachers: 1,
      juniorSportsArtsTeachers: 1,
    }),
    nineYearSchool('金水九年一贯制学校', { code: code(22) }),
    nineYearSchool('银水九年一贯制学校', {
      code: code(23),
      multimediaRooms: 18,
      ownership: '民办',
    }),
    nineYearSchool('十二年一贯制学校', {
      code: code(24),
      type: '十二年一贯制学校',
      seniorStudents: 300,
    }),
    nineYearSchool('缺高中学校', { code: code(25), type: '十二年一贯制学校' }),
    juniorSchool('完全中学甲', { code: code(26), type: '完全中学', seniorStudents: 500 }),
    juniorSchool('完全中学乙', { code: code(27), type: '完全中学' }),
    juniorSchool('初级中学', { code: code(28), juniorStudents: 500 }),
    juniorSchool('类型不明学校', { code: code(29), type: '', sportsGroundArea: 3000 }),
    { name: '合计', primaryStudents: 9000, multimediaRooms: 1 },
    juniorSchool('末尾中学', { code: code(30), juniorBackboneTeachers: 3 }),
  ];
}
