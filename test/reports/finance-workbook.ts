import type { SheetPlan } from '../../src/plans/sheet-plan';

/** What a cell of 教育经费 holds in a test. */
export type TypedCell = string | number | null;

const HEADINGS = ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'];

/** 教育经费 with a heading row and the rows given. */
export function spendingPlan(
  rows: readonly (readonly TypedCell[])[],
  headings: readonly string[] = HEADINGS,
): SheetPlan {
  return {
    key: null,
    name: '教育经费',
    columnWidths: headings.map(() => 12),
    rows: [headings, ...rows].map((cells, index) => ({
      number: index + 1,
      cells: cells.map((value, column) => ({ column, value })),
    })),
    merges: [],
    print: { orientation: 'landscape' },
    charts: [],
  };
}

/** Every heading of 教育经费. */
export const ALL_HEADINGS: readonly string[] = [
  ...HEADINGS,
  '小学生均教育事业费(元)',
  '初中生均教育事业费(元)',
  '小学生均公用经费(元)',
  '初中生均公用经费(元)',
  '教师年平均工资(元)',
  '在校学生总数',
];

/** Levels from an index of 100 that grow by these percentages. */
function levelsOf(growth: readonly number[]): number[] {
  return growth.reduce<number[]>(
    (levels, percent) => [...levels, (levels[levels.length - 1] ?? 0) * (1 + percent / 100)],
    [100],
  );
}

/** 郾城区 2020–2022 as published, from an index of 100. */
export function yanchengRows(): TypedCell[][] {
  const education = levelsOf([12.85, 16.43, 4.87]);
  const revenue = levelsOf([0.19, 2.03, 3]);
  return [2019, 2020, 2021, 2022].map((year, index) => [
    year,
    education[index] ?? null,
    revenue[index] ?? null,
  ]);
}
