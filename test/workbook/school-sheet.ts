import { SCHOOL_COLUMNS, headingWithUnit } from '../../src/workbook/columns';
import type { CellContent } from '../../src/workbook/source';
import type { MemorySheet } from './memory-source';

/** Cells of one school by heading; headings not named are blank. */
export type SchoolCells = Readonly<Record<string, CellContent>>;

/** The headings of the template. */
export const HEADINGS: readonly string[] = SCHOOL_COLUMNS.map(headingWithUnit);

/** A primary school that meets every indicator of the 2017 standard. */
export const GOOD_PRIMARY: SchoolCells = {
  学校标识码: '3141000001',
  学校名称: '城关镇第一小学',
  办学类型: '小学',
  举办者类型: '县级教育部门',
  城乡分类: '镇区',
  小学在校生数: 500,
  小学班级数: 12,
  小学专任教师数: 40,
  小学高于规定学历教师数: 30,
  小学骨干教师数: 8,
  小学体育艺术教师数: 6,
  教学及辅助用房面积: 3000,
  室内体育用房面积: 500,
  运动场地面积: 4000,
  '教学仪器设备值(万元)': 120,
  网络多媒体教室数: 14,
};

/** A junior school that meets every indicator of the 2017 standard. */
export const GOOD_JUNIOR: SchoolCells = {
  学校标识码: '3141000002',
  学校名称: '城关镇第一初级中学',
  办学类型: '初级中学',
  初中在校生数: 500,
  初中班级数: 11,
  初中专任教师数: 45,
  初中高于规定学历教师数: 40,
  初中骨干教师数: 8,
  初中体育艺术教师数: 6,
  教学及辅助用房面积: 3800,
  室内体育用房面积: 600,
  运动场地面积: 5000,
  '教学仪器设备值(万元)': 150,
  网络多媒体教室数: 14,
};

/** Rows of cells under the given headings. */
export function table(
  headings: readonly string[],
  schools: readonly SchoolCells[],
): (readonly CellContent[])[] {
  return [headings, ...schools.map((cells) => headings.map((heading) => cells[heading] ?? null))];
}

/** The sheet 学校数据 with every column of the template. */
export function schoolSheet(
  schools: readonly SchoolCells[],
  more: Partial<MemorySheet> = {},
): MemorySheet {
  return { name: '学校数据', rows: table(HEADINGS, schools), ...more };
}
