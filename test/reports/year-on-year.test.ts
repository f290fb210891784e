import { describe, expect, it } from '@jest/globals';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import type { Language } from '../../src/locales/language';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import type { SheetKey } from '../../src/reports/sheet-keys';
import { planSummary } from '../../src/reports/summary';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import {
  cellAt,
  cellsOf,
  juniorSchool,
  nineYearSchool,
  primarySchool,
  schoolPlan,
  variedCounty,
} from './county-workbook';
import type { TypedSchool } from './county-workbook';
import { differences } from './recalculated';

const LAST: readonly TypedSchool[] = [
  primarySchool('甲小学', { code: '4110000001', multimediaRooms: 30 }),
  primarySchool('乙小学', { code: '4110000002' }),
  primarySchool('旧小学', { code: '4110000003' }),
  primarySchool('山里教学点', { code: '4110000004' }),
  nineYearSchool('丙学校', { code: '4110000005' }),
  juniorSchool('丁中学', { code: '4110000006' }),
];
const NOW: readonly TypedSchool[] = [
  primarySchool('甲小学', { code: '4110000001', multimediaRooms: 14, primaryStudents: 410 }),
  primarySchool('乙实验小学', { code: '4110000002', equipmentValue: 1_000_000 }),
  primarySchool('新城小学', { code: '4110000007' }),
  primarySchool('山里教学点', { code: '4110000004', mergedInto: '甲小学' }),
  nineYearSchool('丙学校', { code: '4110000005', teachingArea: 9000 }),
  juniorSchool('丁中学', { code: '4110000006', juniorBackboneTeachers: 2 }),
];

async function checked(
  now: readonly TypedSchool[],
  last: readonly TypedSchool[],
  standard: Standard = CN_2017,
): Promise<WorkbookCheck> {
  const open = (
    schools: readonly TypedSchool[],
    name: string,
  ): ReturnType<typeof openWorkbookSource> =>
    openWorkbookSource(createWorkbook([schoolPlan(schools)]), name);
  return checkWorkbook(await open(now, '/各县/2025.xlsx'), {
    standard,
    lastYear: await open(last, 'C:\\上年\\2024.xlsx'),
  });
}

type PlainKey = Exclude<SheetKey, 'ledger'>;

function planOf(
  check: WorkbookCheck,
  keys: readonly PlainKey[] = ['year_on_year', 'table_2_2', 'table_3'],
  language: Language = 'zh-CN',
): SheetPlan {
  const plan = planSummary(check, { keys, language }).find(({ key }) => key === 'year_on_year');
  expect(plan).toBeDefined();
  return plan!;
}

/** Shown cells of the row whose first cell holds this text. */
function rowOf(plan: SheetPlan, text: string, stage: string | null = null): unknown[] {
  const row = plan.rows.findLast(
    ({ cells }) => cells[0]?.value === text && (stage === null || cells[1]?.value === stage),
  );
  return (row?.cells ?? [])
    .filter(({ column }) => !plan.hiddenColumns?.includes(column))
    .map(({ value }) => (typeof value === 'number' ? Number(value.toFixed(3)) : value));
}

describe('年度对比', () => {
  it('is planned only where last year’s workbook was compared', async () => {
    const check = await checked(NOW, LAST);
    expect(
      planSummary({ ...check, lastYear: null }, { keys: ['year_on_year'], language: 'zh-CN' }),
    ).toEqual([]);
    expect(planOf(check)).toMatchObject({ name: '年度对比', print: { orientation: 'landscape' } });
  });

  it('puts the 差异系数 of both years side by side, with limit and trend', async () => {
    const plan = planOf(await checked(NOW, LAST));
    expect(rowOf(plan, '网络多媒体教室数')).toEqual([
      '网络多媒体教室数',
      'L7',
      0.379,
      0.018,
      -0.362,
      0.5,
      '是',
      '缩小',
      0.023,
      0.023,
      0,
      0.45,
      '是',
      '不变',
    ]);
    expect(rowOf(plan, '教学仪器设备值').slice(2, 8)).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      0.5,
      '否',
      '扩大',
    ]);
    expect(rowOf(plan, '综合').slice(5, 8)).toEqual(['——', '——', '扩大']);
  });

  it('names both files, but not where they lay', async () => {
    const plan = planOf(await checked(NOW, LAST));
    expect(cellAt(plan, 3, 0)?.value).toBe('上一年度：2024.xlsx；本年度：2025.xlsx');
  });

  it('takes this year from 表Ⅲ and 表Ⅱ-2, and last year as constants', async () => {
    const check = await checked(NOW, LAST);
    const plan = planOf(check);
    const row = plan.rows.find(({ cells }) => cells[0]?.value === '网络多媒体教室数')!;
    expect(row.cells[2]).not.toHaveProperty('formula');
    expect(row.cells[3]?.formula).toBe(`'表Ⅲ'!I7`);
    expect(row.cells[4]?.formula).toBe(
      `IF(COUNT(C${row.number},D${row.number})<2,"无法判定",ROUND(D${row.number}-C${row.number},6))`,
    );
    const changes = plan.rows.findLast(({ cells }) => cells[0]?.value === '丁中学')!;
    expect(changes.cells[2]?.formula).toMatch(/^IF\(ISNUMBER\('表Ⅱ-2'!D\d+\),'表Ⅱ-2'!D\d+,""\)$/);
    const alone = planOf(check, ['year_on_year']);
    const formulas = alone.rows.flatMap(({ cells }) => cells.map(({ formula }) => formula ?? ''));
    expect(formulas.filter((formula) => formula.includes('!'))).toEqual([]);
  });

  it('lists new, closed, merged and renamed schools, and what is to be checked', async () => {
    const plan = planOf(await checked(NOW, LAST));
    const values = plan.rows.map(({ cells }) =>
      cells.map(({ value }) => value).filter((value) => value !== null),
    );
    expect(values).toContainEqual(['两年都有 5 所，新增 1 所，不再有 1 所，并入其他学校 1 所。']);
    expect(values).toContainEqual(['新城小学', '新增', '小学在校生 400 人，初中在校生 0 人']);
    expect(values).toContainEqual(['旧小学', '不再有', '小学在校生 400 人，初中在校生 0 人']);
    expect(values).toContainEqual(['山里教学点', '并入其他学校', '本年度并入“甲小学”']);
    expect(values).toContainEqual(['乙实验小学', '改名', '上一年度名称：乙小学']);
    const links = plan.rows.flatMap(({ cells }) => cells.flatMap(({ link }) => link ?? []));
    expect(links).toContainEqual({ sheet: '学校数据', cell: expect.stringMatching(/^[A-Z]+3$/) });
  });

  it('sorts the schools by their largest fall and marks those counted with others', async () => {
    const plan = planOf(await checked(NOW, LAST));
    const first = plan.rows.findIndex(
      ({ cells }) => cells[0]?.value === '学校名称' && cells[1]?.value === '学段',
    );
    const names = plan.rows.slice(first + 2).map(({ cells }) => cells[0]?.value);
    expect(names).toEqual(['丁中学', '甲小学＊', '乙实验小学', '丙学校', '丙学校']);
    expect(rowOf(plan, '丁中学').slice(0, 8)).toEqual([
      '丁中学',
      '初中',
      400,
      0,
      7.5,
      0,
      0.5,
      -1.5,
    ]);
  });

  it('charts the coefficients of both years with the limit, where every indicator has one', async () => {
    const check = await checked(NOW, LAST);
    const plan = planOf(check);
    expect(plan.charts.map(({ kind, series }) => [kind, series.length])).toEqual([
      ['column', 3],
      ['column', 3],
    ]);
    for (const { series } of plan.charts) {
      for (const { values, cached, categories, categoryLabels } of series) {
        const [, letters = '', row = '0'] = /^([A-Z])(\d+)/.exec(values) ?? [];
        cached.forEach((value, index) => {
          expect(cellAt(plan, Number(row) + index, letters.charCodeAt(0) - 65)?.value).toBe(value);
          expect(cellAt(plan, Number(row) + index, 1)?.value).toBe(categoryLabels[index]);
        });
        expect(categories.startsWith(`B${row}:`)).toBe(true);
      }
    }
    const more = { computers: 50, books: 9000, primaryTeachers: 40, primaryIntermediateTitles: 12 };
    const old = await checked(
      [primarySchool('甲小学', { ...more, books: 9500 }), primarySchool('乙小学', more)],
      [primarySchool('甲小学', more), primarySchool('乙小学', more)],
      CN_2012,
    );
    expect(planOf(old).charts.map(({ series }) => series.length)).toEqual([2]);
  });

  it('speaks English', async () => {
    const plan = planOf(await checked(NOW, LAST), undefined, 'en-US');
    expect(rowOf(plan, 'Multimedia classrooms')[7]).toBe('smaller');
  });
});

describeWithLibreOffice('年度对比 recalculated by LibreOffice', () => {
  it('gives the cached numbers, for every type of school too', async () => {
    const last = variedCounty().map((school, index) => ({
      ...school,
      ...(typeof school.multimediaRooms === 'number'
        ? { multimediaRooms: school.multimediaRooms + (index % 3) }
        : {}),
    }));
    const books = { small: [NOW, LAST], varied: [variedCounty(), last] } as const;
    const plans = new Map<string, readonly SheetPlan[]>();
    const made = new Map<string, Uint8Array>();
    for (const [name, [now, before]] of Object.entries(books)) {
      const check = await checked(now, before);
      const own = planSummary(check, {
        keys: ['table_2_2', 'table_3', 'year_on_year'],
        language: 'zh-CN',
      });
      plans.set(name, own);
      made.set(`${name}.xlsx`, createWorkbook([schoolPlan(now), ...own]));
    }
    const after = recalculate(made);
    for (const [name, own] of plans) {
      expect([name, await differences(own, after.get(`${name}.xlsx`)!)]).toEqual([name, []]);
    }
  });

  it('follows this year’s data when it is mended', async () => {
    const plans = planSummary(await checked(NOW, LAST), {
      keys: ['table_2_2', 'table_3', 'year_on_year'],
      language: 'zh-CN',
    });
    const mended = NOW.map((school) =>
      school.name === '丁中学' ? { ...school, juniorBackboneTeachers: 9 } : school,
    );
    const book = createWorkbook([schoolPlan(mended), ...plans]);
    const after = await cellsOf(recalculate(new Map([['book.xlsx', book]])).get('book.xlsx')!);
    const plan = plans.find(({ key }) => key === 'year_on_year')!;
    const row = plan.rows.findLast(({ cells }) => cells[0]?.value === '丁中学')!.number;
    expect(cellAt(plan, row, 7)?.value).toBe(-1.5);
    expect(after.get('年度对比')?.get(`${row},7`)).toBe(0.25);
  });
});
