import { describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import type { Language } from '../../src/locales/language';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { cellAt, cellsOf, checkOf, primarySchool, schoolPlan } from './county-workbook';
import { ALL_HEADINGS, spendingPlan, yanchengRows } from './finance-workbook';
import { differences } from './recalculated';

const SCHOOLS = schoolPlan([primarySchool('甲小学')]);

async function financeOf(
  spending: SheetPlan,
  language: Language = 'zh-CN',
): Promise<SheetPlan | undefined> {
  const check = await checkOf([SCHOOLS, spending]);
  return planSummary(check, { language, keys: ['finance'] })[0];
}

/** The cells of a row by their shown values. */
function row(plan: SheetPlan | undefined, number: number): unknown[] {
  const cells = plan?.rows.find((one) => one.number === number)?.cells ?? [];
  return cells
    .filter(({ column }) => !plan?.hiddenColumns?.includes(column))
    .map(({ value }) => (typeof value === 'number' ? Number(value.toFixed(2)) : value));
}

/** Five years with every column: out of order, doubled, missing, equal, blank, in several units. */
const MESSY = spendingPlan(
  [
    [2021, 99000, 80000, 12000, 16000, 1400, 1700, 88000, 48000],
    [2020, 95000, 79000, 11800, 15500, 1300, 1650, 85000, 47800],
    ['2022年', '10.61亿元', 81000, 12500, 16500, 1500, 1750, 90000, 47500],
    [2023, 106100, 82000, 12500, 16900, 1500, 1800, 92000, 47500],
    [2024, 110000, 81000, 12800, 17000, null, 1850, 93000, 47000.5],
    [2026, 120000, 0, 12900, 17000, -1, '约1850', 93000, 47000],
    [2027, 130000, 83000, 12900, 17000, 1600, 1850, 93000, 47000],
    [2027, 131000, 83000, 12900, 17000, 1600, 1850, 93000, 47000],
    [2028, 132000, 84000, 13000, 17100, 1700, 1860, 94000, 47000],
  ],
  ALL_HEADINGS,
);

describe('经费增长', () => {
  it('shows 郾城区 2020–2022 as it was published', async () => {
    const plan = await financeOf(spendingPlan(yanchengRows()));
    expect(row(plan, 3)[0]).toBe('结论：2020—2022 年各年均通过“三个增长”和“两个只增不减”。');
    expect([13, 14, 15].map((number) => row(plan, number))).toEqual([
      [2020, 12.85, 0.19, 12.66, '通过'],
      [2021, 16.43, 2.03, 14.4, '通过'],
      [2022, 4.87, 3, 1.87, '通过'],
    ]);
    expect(plan?.charts.map(({ kind }) => kind)).toEqual(['line']);
    const [education, revenue] = plan?.charts[0]?.series ?? [];
    expect(education?.categoryLabels).toEqual(['2020', '2021', '2022']);
    expect(education?.cached.map((value) => Number(value?.toFixed(2)))).toEqual([
      12.85, 16.43, 4.87,
    ]);
    expect(revenue?.cached.map((value) => Number(value?.toFixed(2)))).toEqual([0.19, 2.03, 3]);
  });

  it('shows the gap of 沾益区 as it was published', async () => {
    const plan = await financeOf(
      spendingPlan([
        [2015, 100, 100],
        [2016, 115.23, 102.19],
      ]),
    );
    expect(row(plan, 11)).toEqual([2016, 15.23, 2.19, 13.04, '通过']);
    const values = plan?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
    expect(values.find((value) => String(value).includes('只有 2 年'))).toBeDefined();
  });

  it('takes levels and years from where they stand, in the unit of the sheet', async () => {
    const plan = await financeOf(MESSY);
    // 2020 stands second on 教育经费 and first here.
    expect(cellAt(plan!, 6, 0)?.formula).toBe(`IF(ISNUMBER('教育经费'!A3),'教育经费'!A3,"")`);
    expect(cellAt(plan!, 6, 1)).toMatchObject({
      value: 95000,
      formula: `IF(ISNUMBER('教育经费'!B3),IF('教育经费'!B3<0,"",'教育经费'!B3),"")`,
    });
    expect(cellAt(plan!, 8, 1)).toMatchObject({
      value: 106100,
      formula: expect.stringContaining('="10.61亿元",106100,""'),
    });
    const inHundredMillions = await financeOf(
      spendingPlan(
        [
          [2023, 9.9, 8],
          [2024, 10.61, 8.1],
        ],
        ['年份', '一般公共预算教育经费（亿元）', '财政经常性收入（亿元）'],
      ),
    );
    expect(cellAt(inHundredMillions!, 6, 1)).toMatchObject({
      value: 99000,
      formula: expect.stringContaining(`'教育经费'!B2*10000`),
    });
  });

  it('judges every rule year by year, each with its source', async () => {
    const plan = await financeOf(MESSY);
    const texts = plan?.rows.map(({ number }) => row(plan, number)) ?? [];
    const at = texts.findIndex((cells) => cells[0] === '依据');
    expect(texts[at]).toEqual([
      '依据',
      ...Array.from({ length: 6 }, () => '教育法第五十六条 三个增长'),
      '国办发〔2018〕82号两个只增不减',
      '国办发〔2018〕82号两个只增不减',
    ]);
    const [passes, unknown] = ['通过', '无法判定'];
    expect(texts.slice(at + 1, at + 8)).toEqual([
      [2021, ...Array.from({ length: 8 }, () => passes)],
      [2022, ...Array.from({ length: 8 }, () => passes)],
      [2023, '未通过', '未通过', passes, '未通过', passes, passes, '通过（持平）', '通过（持平）'],
      [2024, passes, passes, passes, unknown, passes, passes, passes, unknown],
      [2026, ...Array.from({ length: 8 }, () => unknown)],
      [2027, ...Array.from({ length: 8 }, () => unknown)],
      [2028, ...Array.from({ length: 8 }, () => unknown)],
    ]);
  });

  it('compares differences rounded to ten decimals, so that binary noise turns no tie', async () => {
    const plan = await financeOf(
      spendingPlan(
        [
          [2023, 100.1, 106.9, 5, 100],
          [2024, 110.11, 117.59, 5, 110],
        ],
        ['年份', '教育经费', '财政经常性收入', '教师工资', '在校学生总数'],
      ),
    );
    const [, ...rules] = plan!.rows.find(
      ({ cells }) => cells[0]?.value === 2024 && cells[1]?.value === '未通过',
    )!.cells;
    expect(rules.map(({ value }) => value)).toEqual(['未通过', '未通过', '通过', '通过（持平）']);
    expect(rules.map(({ formula }) => /ROUND\([^()]*,10\)(?:>0)/.test(formula ?? ''))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('cites 教育法 art. 55 for the years before 2015', async () => {
    const plan = await financeOf(
      spendingPlan([
        [2012, 100, 100],
        [2013, 120, 110],
      ]),
    );
    const values = plan?.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(values).toContain('教育法第五十五条 三个增长');
  });

  it('draws no point where a growth is not known', async () => {
    const plan = await financeOf(MESSY);
    const [education, revenue] = plan?.charts[0]?.series ?? [];
    expect(education?.cached.map((value) => value !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    const [, letters = '', first = '0'] = /^([A-Z]+)(\d+)/.exec(revenue?.values ?? '') ?? [];
    const column = letters.charCodeAt(0) - 65;
    expect(plan?.hiddenColumns).toContain(column);
    expect(cellAt(plan!, Number(first) + 3, column)).toBeDefined();
    expect(cellAt(plan!, Number(first) + 4, column)).toBeUndefined();
  });

  it('lists what was found on 教育经费 and leads to its cell', async () => {
    const plan = await financeOf(MESSY);
    const links = plan?.rows.flatMap(({ cells }) =>
      cells.flatMap(({ link }) => (link === undefined ? [] : [link.cell])),
    );
    expect(links).toEqual(expect.arrayContaining(['A3', 'B4', 'F6', 'C7', 'A9', 'A7', 'I6']));
  });

  it('is not planned without years, and tells a lone year apart', async () => {
    expect(await financeOf(spendingPlan([]))).toBeUndefined();
    const lone = await financeOf(spendingPlan([[2024, 100, 100]]));
    expect(row(lone, 3)[0]).toBe('结论：只有 2024 年的数据，无法判定增长。');
    expect(lone?.charts).toEqual([]);
  });

  it('prints on landscape A4 and speaks English', async () => {
    const plan = await financeOf(spendingPlan(yanchengRows()), 'en-US');
    expect(plan?.print.orientation).toBe('landscape');
    expect(row(plan, 13).at(-1)).toBe('passes');
  });
});

describeWithLibreOffice('经费增长 recalculated by LibreOffice', () => {
  const books = {
    yancheng: spendingPlan(yanchengRows()),
    messy: MESSY,
    // Equal growth, which plain floating point tells apart.
    ties: spendingPlan([
      [2023, 100.1, 106.9],
      [2024, 110.11, 117.59],
    ]),
    hundredMillions: spendingPlan(
      [
        [2022, 9.9, 8],
        [2023, 10.61, 8.1],
        [2024, '106200万元', 8.2],
      ],
      ['年份', '一般公共预算教育经费（亿元）', '财政经常性收入（亿元）'],
    ),
  } as const;

  it('gives the numbers and conclusions of the engine', async () => {
    const made = new Map<string, Uint8Array>();
    const plans = new Map<string, readonly SheetPlan[]>();
    for (const [name, sheet] of Object.entries(books)) {
      const check = await checkOf([SCHOOLS, sheet]);
      const own = planSummary(check, { language: 'zh-CN', keys: ['finance'] });
      plans.set(name, own);
      made.set(`${name}.xlsx`, createWorkbook([SCHOOLS, sheet, ...own]));
    }
    const after = recalculate(made);
    for (const [name, own] of plans) {
      expect([name, await differences(own, after.get(`${name}.xlsx`)!)]).toEqual([name, []]);
    }
  });

  it('follows what is mended on 教育经费', async () => {
    const sheet = spendingPlan([
      [2022, 100, 100],
      [2023, 101, 102],
      [2024, 130, 103],
    ]);
    const check = await checkOf([SCHOOLS, sheet]);
    const plans = planSummary(check, { language: 'zh-CN', keys: ['finance'] });
    expect(row(plans[0], 12).at(-1)).toBe('未通过');
    const mended = spendingPlan([
      [2022, 100, 100],
      [2023, 103, 102],
      [2024, 130, 103],
    ]);
    const book = createWorkbook([SCHOOLS, mended, ...plans]);
    const after = await cellsOf(recalculate(new Map([['book.xlsx', book]])).get('book.xlsx')!);
    expect(after.get('经费增长')?.get('12,4')).toBe('通过');
    expect(after.get('经费增长')?.get('3,0')).toContain('各年均通过');
  });
});
