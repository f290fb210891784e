import type { SchoolField } from '../../src/assessment/school';
import type { CellStyle, PlannedCell, PlannedRow, SheetPlan } from '../../src/plans/sheet-plan';
import { isQuantity, headingWithUnit, SCHOOL_COLUMNS } from '../../src/workbook/columns';
import type { GeneratedSchool } from './generated-school';

const HEADING: CellStyle = {
  bold: true,
  fill: 'DDEBF7',
  border: 'thin',
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};
/** Columns whose texts need more room than a number. */
const WIDTHS: Partial<Record<SchoolField, number>> = {
  code: 14,
  name: 26,
  type: 18,
  ownership: 16,
  group: 16,
  mergedInto: 24,
};
const TEXT: CellStyle = { numberFormat: 'text' };
const NUMBER: CellStyle = {};

/** 学校数据 as a county keeps it: one heading row, one row a school, then rows that are no schools. */
export function schoolSheet(
  schools: readonly GeneratedSchool[],
  closing: readonly GeneratedSchool[] = [],
): SheetPlan {
  const heading: PlannedRow = {
    number: 1,
    height: 48,
    cells: SCHOOL_COLUMNS.map((column, index) => ({
      column: index,
      value: headingWithUnit(column),
      style: HEADING,
    })),
  };
  return {
    key: null,
    name: '学校数据',
    columnWidths: SCHOOL_COLUMNS.map(({ field }) => WIDTHS[field] ?? 12),
    rows: [
      heading,
      ...[...schools, ...closing].map((school, index) => ({
        number: index + 2,
        cells: schoolCells(school),
      })),
    ],
    merges: [],
    freeze: { rows: 1, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [1, 1] },
    charts: [],
  };
}

function schoolCells(school: GeneratedSchool): PlannedCell[] {
  return SCHOOL_COLUMNS.flatMap(({ field }, column) => {
    const value = school[field];
    if (value === undefined) return [];
    return [{ column, value, style: isQuantity(field) ? NUMBER : TEXT }];
  });
}

/** 县域信息: what the county is called. */
export function countySheet(county: string, year: string): SheetPlan {
  const lines = [
    ['项目', '内容'],
    ['县名', county],
    ['年度', year],
    ['填报单位', `${county}教育局`],
  ];
  return {
    key: null,
    name: '县域信息',
    columnWidths: [14, 30],
    rows: lines.map((cells, index) => ({
      number: index + 1,
      cells: cells.map((value, column) => ({
        column,
        value,
        style: index === 0 ? HEADING : TEXT,
      })),
    })),
    merges: [],
    print: { orientation: 'portrait' },
    charts: [],
  };
}
