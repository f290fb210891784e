import { describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { SHEET_KEYS } from '../../src/reports/sheet-keys';
import { planSummary } from '../../src/reports/summary';
import { CN_2012 } from '../../src/standard/cn-2012';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import {
  cellAt,
  cellsOf,
  checkOf,
  juniorSchool,
  nineYearSchool,
  primarySchool,
  schoolPlan,
  variedCounty,
} from './county-workbook';
import { FIRST_SUMMARY } from './first-summary';

function planned(check: WorkbookCheck, key: string): SheetPlan {
  const plan = planSummary(check, FIRST_SUMMARY).find((sheet) => sheet.key === key);
  expect(plan).toBeDefined();
  return plan!;
}

function valuesOf(plan: SheetPlan, row: number, columns: number): unknown[] {
  return Array.from({ length: columns }, (_, column) => cellAt(plan, row, column)?.value ?? null);
}

function textsOf(plan: SheetPlan): string[] {
  return plan.rows.flatMap(({ cells }) =>
    cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );
}

describe('the summary sheets', () => {
  it('come in the order of the workbook and carry keys that names may hold', async () => {
    const plans = planSummary(await checkOf([schoolPlan(variedCounty())]), FIRST_SUMMARY);
    const keys = plans.map(({ key }) => key);
    expect(keys).toEqual(SHEET_KEYS.filter((key) => keys.includes(key)));
    expect(plans.map(({ name }) => name)).toEqual([
      '评估总览',
      '表Ⅰ',
      '表Ⅱ-1',
      '表Ⅱ-2',
      '表Ⅲ',
      '表Ⅳ',
      '表Ⅴ',
      '表Ⅵ',
      '问题清单',
      '整改台账',
    ]);
    expect(plans.every(({ key }) => /^\w+$/.test(key ?? ''))).toBe(true);
  });

  it('are the same for the same workbook', async () => {
    const first = await checkOf([schoolPlan(variedCounty())]);
    const second = await checkOf([schoolPlan(variedCounty())]);
    expect(planSummary(second, FIRST_SUMMARY)).toEqual(planSummary(first, FIRST_SUMMARY));
  });

  it('bring 表Ⅱ-2 with 表Ⅲ, which counts over it', async () => {
    const check = await checkOf([schoolPlan(variedCounty())]);
    const plans = planSummary(check, { keys: ['table_3'], language: 'zh-CN' });
    expect(plans.map(({ key }) => key)).toEqual(['table_2_2', 'table_3']);
  });

  it('refer to no sheet that is not written with them', async () => {
    const check = await checkOf([schoolPlan(variedCounty())]);
    const [overview] = planSummary(check, { keys: ['overview'], language: 'zh-CN' });
    const formulas = overview!.rows.flatMap(({ cells }) =>
      cells.map(({ formula }) => formula ?? ''),
    );
    expect(formulas.filter((formula) => formula.includes('!'))).toEqual([]);
  });

  it('say only what is wrong where nothing can be judged', async () => {
    const check = await checkOf([schoolPlan([], { only: ['name'] })]);
    const plans = planSummary(check, FIRST_SUMMARY);
    expect(plans.map(({ key }) => key)).toEqual([
      'overview',
      'table_4',
      'table_5',
      'table_6',
      'findings',
      'ledger',
    ]);
    expect(textsOf(plans[0]!)).toContain('结论：资源配置暂时无法判定。');
  });

  it('leave text that looks like a formula as text', async () => {
    const schools = [primarySchool('=1+1'), primarySchool('+cmd|calc', { group: '@SUM(1)' })];
    const plans = planSummary(await checkOf([schoolPlan(schools)]), FIRST_SUMMARY);
    const cells = plans.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const named = cells.filter(({ value }) => value === '=1+1' || value === '+cmd|calc');
    expect(named.length).toBeGreaterThan(1);
    expect(named.every(({ formula }) => formula === undefined)).toBe(true);
    const sheets = await cellsOf(createWorkbook([schoolPlan(schools), ...plans]));
    expect(sheets.get('表Ⅱ-2')?.get('6,1')).toBe('=1+1');
  });

  it('use no function that Excel 2016 does not have, and none of ours', async () => {
    const plans = planSummary(await checkOf([schoolPlan(variedCounty())]), FIRST_SUMMARY);
    const formulas = plans
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .flatMap(({ formula }) => formula ?? []);
    const used = new Set(
      formulas.flatMap((formula) => formula.replace(/"[^"]*"/g, '').match(/[A-Z.]+(?=\()/g) ?? []),
    );
    expect([...used].sort()).toEqual([
      'AND',
      'ASC',
      'AVERAGE',
      'COUNT',
      'COUNTIF',
      'COUNTIFS',
      'EDATE',
      'FIND',
      'IF',
      'IFERROR',
      'INDEX',
      'INT',
      'ISNUMBER',
      'LARGE',
      'LOOKUP',
      'MATCH',
      'MID',
      'N',
      'OR',
      'REPT',
      'ROUND',
      'ROW',
      'ROWS',
      'SQRT',
      'SUBSTITUTE',
      'SUM',
      'SUMPRODUCT',
      'TRIM',
      'VALUE',
    ]);
  });
});

describe('表Ⅱ-2', () => {
  const county = [
    primarySchool('甲小学', { code: '4110000001', multimediaRooms: 8 }),
    nineYearSchool('乙学校', { code: '4110000002' }),
    juniorSchool('丙中学', { juniorBackboneTeachers: 1 }),
  ];

  it('lays out the official form', async () => {
    const plan = planned(await checkOf([schoolPlan(county)]), 'table_2_2');
    expect(valuesOf(plan, 3, 15)).toEqual([
      '序号',
      '学校名称',
      '举办者类型',
      '在校生数',
      '年级数',
      '班级数',
      '每百名学生拥有高于规定学历教师数（人/百生）',
      '每百名学生拥有县级以上骨干教师数（人/百生）',
      '每百名学生拥有体育、艺术（美术、音乐）专任教师数（人/百生）',
      '生均教学及辅助用房面积（㎡/生）',
      '生均体育运动场馆面积（㎡/生）',
      '生均教学仪器设备值（元/生）',
      '每百名学生拥有网络多媒体教室数（间/百生）',
      '综合评估是否达标',
      '备注',
    ]);
    expect(valuesOf(plan, 4, 15)).toEqual([
      null,
      null,
      'L3',
      'L4',
      'L5',
      'L6',
      'L7',
      'L8',
      'L9',
      'L10',
      'L11',
      'L12',
      'L13',
      'L14',
      null,
    ]);
    expect(valuesOf(plan, 5, 15)).toEqual([
      '小学（达标值）',
      null,
      null,
      null,
      null,
      null,
      4.2,
      1,
      0.9,
      4.5,
      7.5,
      2000,
      2.3,
      null,
      null,
    ]);
    expect(valuesOf(plan, 6, 15)).toEqual([
      1,
      '甲小学',
      7,
      400,
      6,
      12,
      6,
      2,
      1.5,
      5.5,
      9.5,
      2500,
      2,
      '是',
      '达标：L7、L8、L9、L10、L11、L12；达85%：L13',
    ]);
    expect(valuesOf(plan, 7, 3)).toEqual([2, '乙学校', 7]);
    expect(valuesOf(plan, 8, 7)).toEqual(['初中（达标值）', null, null, null, null, null, 5.3]);
    expect(valuesOf(plan, 9, 3)).toEqual([1, '乙学校', 7]);
    expect(valuesOf(plan, 10, 15)).toEqual([
      2,
      '丙中学',
      7,
      400,
      3,
      9,
      7.5,
      0.25,
      1.5,
      7,
      12,
      3000,
      3.5,
      '否',
      '达标：L7、L9、L10、L11、L12、L13；不足85%：L8',
    ]);
    expect(cellAt(plan, 11, 0)?.value).toBe(
      '注：小学 2 所（小学 1 所、九年一贯制学校小学部 1 所）；初中 2 所（九年一贯制学校初中部 1 所、初级中学 1 所）。',
    );
    expect(plan.print).toEqual({ orientation: 'landscape', repeatRows: [3, 4] });
  });

  it('keeps its workings in columns that are not shown, and the formulas in sight short', async () => {
    const plan = planned(await checkOf([schoolPlan(county)]), 'table_2_2');
    expect(plan.hiddenColumns?.[0]).toBe(15);
    const values = [6, 7, 8, 9, 10, 11, 12].map((column) => cellAt(plan, 6, column)?.formula ?? '');
    expect(values[0]).toBe('IFERROR($U6*100/$R6,"")');
    expect(values[5]).toBe('IFERROR($AA6*10000/($R6+1.1*$S6+1.32*$T6),"")');
    expect(Math.max(...values.map(({ length }) => length))).toBeLessThan(60);
  });

  it('gives both stages of a school the parts of its shared assets', async () => {
    const plan = planned(await checkOf([schoolPlan(county)]), 'table_2_2');
    // 28 rooms over 400 + 1.1 × 400 weighted pupils.
    expect(cellAt(plan, 7, 12)?.value).toBeCloseTo(2800 / 840, 12);
    expect(cellAt(plan, 9, 12)?.value).toBeCloseTo((2800 * 1.1) / 840, 12);
  });

  it('says that a school cannot be judged where its data is missing', async () => {
    const schools = [primarySchool('甲小学', { sportsGroundArea: '' })];
    const plan = planned(await checkOf([schoolPlan(schools)]), 'table_2_2');
    expect(cellAt(plan, 6, 10)?.value).toBe('');
    expect(cellAt(plan, 6, 13)?.value).toBe('无法判定');
  });

  it('sets no threshold and gives no judgement under the 2012 standard', async () => {
    const schools = [primarySchool('甲小学', { computers: 40, books: 9000 })];
    const plan = planned(await checkOf([schoolPlan(schools)], CN_2012), 'table_2_2');
    expect(cellAt(plan, 5, 6)?.value).toBe('——');
    expect(cellAt(plan, 6, 14)?.value).toBe('——');
  });
});

describe('表Ⅲ', () => {
  it('weights by pupils: the published example of five schools gives 0.515', async () => {
    const pupils = [45, 37, 89, 76, 55];
    const books = [279, 137, 935, 160, 402];
    const schools = pupils.map((students, index) =>
      primarySchool(`第${index + 1}小学`, {
        primaryStudents: students,
        indoorSportsArea: 0,
        teachingArea: books[index]!,
      }),
    );
    const plan = planned(await checkOf([schoolPlan(schools)]), 'table_3');
    expect(cellAt(plan, 5, 5)?.value).toBeCloseTo(6.334437, 6);
    expect(cellAt(plan, 7, 5)?.value).toBeCloseTo(0.5152566, 7);
    expect(cellAt(plan, 8, 5)?.value).toBe(0.5);
    expect(cellAt(plan, 9, 5)?.value).toBe('否');
    expect(cellAt(plan, 5, 9)?.value).toBe('——');
    expect(cellAt(plan, 7, 5)?.formula).toContain('F6/F5');
  });
});

describe('评估总览', () => {
  it('tells the verdict, the reasons and what each failing school lacks', async () => {
    const schools = [
      primarySchool('甲小学', { multimediaRooms: 2, primarySportsArtsTeachers: 1 }),
      primarySchool('乙小学'),
    ];
    const plan = planned(await checkOf([schoolPlan(schools)]), 'overview');
    const texts = textsOf(plan);
    expect(texts).toContain('结论：资源配置未达到标准。');
    expect(texts.find((text) => text.startsWith('生成本表时'))).toContain(
      '小学 2 所学校中 1 所综合不达标',
    );
    expect(texts).toContain('L3 体育、艺术专任教师数 缺 3 人；L7 网络多媒体教室数 缺 8 间');
  });

  it('charts coefficients with their limit, and schools by indicator, for each stage', async () => {
    const plan = planned(await checkOf([schoolPlan(variedCounty())]), 'overview');
    expect(plan.charts.map(({ kind }) => kind)).toEqual([
      'column',
      'column',
      'stackedColumn',
      'stackedColumn',
    ]);
    const [first] = plan.charts;
    expect(first?.series.map(({ asLine }) => asLine ?? false)).toEqual([false, true]);
    expect(first?.series[1]?.cached).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    for (const chart of plan.charts) {
      for (const { values, cached, categoryLabels, categories } of chart.series) {
        const [, letters = '', row = '0'] = /^([A-Z])(\d+)/.exec(values) ?? [];
        const column = letters.charCodeAt(0) - 65;
        expect(categories.startsWith(`A${row}:`)).toBe(true);
        cached.forEach((value, index) => {
          const cell = cellAt(plan, Number(row) + index, column)?.value;
          expect(typeof cell === 'number' ? cell : null).toBe(value);
          expect(cellAt(plan, Number(row) + index, 0)?.value).toBe(categoryLabels[index]);
        });
      }
    }
  });
});

describe('问题清单', () => {
  it('lists every finding, gravest first, and leads to its cell', async () => {
    const check = await checkOf([schoolPlan(variedCounty())]);
    const plan = planned(check, 'findings');
    const rows = plan.rows.filter(({ number }) => number > 3);
    expect(rows).toHaveLength(check.findings.length);
    expect(cellAt(plan, 4, 1)?.value).toBe('数据错误');
    const place = cellAt(plan, 4, 5);
    expect(place?.value).toBe(`${place?.link?.sheet}!${place?.link?.cell}`);
    expect(plan.print.repeatRows).toEqual([3, 3]);
  });

  it('shows why a warning was accepted', async () => {
    const check = await checkOf([schoolPlan([primarySchool('甲小学', { multimediaRooms: '14' })])]);
    const accepted: WorkbookCheck = {
      ...check,
      findings: check.findings.map((finding) =>
        finding.code === 'number-as-text'
          ? { ...finding, accepted: { reason: '系统导出', by: '张三', at: '2026-01-01' } }
          : finding,
      ),
    };
    expect(textsOf(planned(accepted, 'findings'))).toContain('系统导出');
    expect(textsOf(planned(accepted, 'overview')).some((text) => text.includes('系统导出'))).toBe(
      true,
    );
  });
});

describe('a workbook that holds only a filled-in 表Ⅱ-2', () => {
  it('is recomputed in sheets beside it, over constants', async () => {
    const made = planned(await checkOf([schoolPlan(variedCounty())]), 'table_2_2');
    const typed: SheetPlan = {
      ...made,
      key: null,
      hiddenColumns: [],
      rows: made.rows.map(({ number, cells }) => ({
        number,
        cells: cells
          .filter(({ column }) => column < 15)
          .map(({ column, value }) => ({
            column,
            value: typeof value === 'number' ? Math.round(value * 100) / 100 : value,
          })),
      })),
    };
    const check = await checkOf([typed]);
    expect(check.basis).toBe('stated');
    const plans = planSummary(check, FIRST_SUMMARY);
    expect(plans.map(({ name }) => name)).toEqual([
      '评估总览',
      '表Ⅰ（复算）',
      '表Ⅱ-1（复算）',
      '表Ⅱ-2（复算）',
      '表Ⅲ（复算）',
      '表Ⅳ（复算）',
      '表Ⅴ（复算）',
      '表Ⅵ（复算）',
      '问题清单',
      '整改台账',
    ]);
    expect(cellAt(plans[3]!, 6, 6)?.formula).toBeUndefined();
    expect(cellAt(plans[3]!, 6, 13)?.formula).toContain('COUNTIF');
  });
});
