import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeFinding } from '../../src/locales/describe-finding';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { CellContent } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { MemorySource, range } from './memory-source';
import { GOOD_PRIMARY, schoolSheet } from './school-sheet';

const HEADINGS = ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'];

function check(
  rows: readonly (readonly CellContent[])[],
  headings: readonly CellContent[] = HEADINGS,
  standard = CN_2017,
): Promise<WorkbookCheck> {
  return checkWorkbook(
    new MemorySource([
      schoolSheet([GOOD_PRIMARY]),
      { name: '教育经费', rows: [headings, ...rows] },
    ]),
    { standard },
  );
}

function codes({ findings }: WorkbookCheck): string[] {
  return findings.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
}

/** Levels from an index of 100 that grow by these percentages. */
function levelsOf(growth: readonly number[]): number[] {
  return growth.reduce<number[]>(
    (levels, percent) => [...levels, (levels[levels.length - 1] ?? 0) * (1 + percent / 100)],
    [100],
  );
}

describe('教育经费', () => {
  it('comes out as 郾城区 published it for 2020–2022', async () => {
    const education = levelsOf([12.85, 16.43, 4.87]);
    const revenue = levelsOf([0.19, 2.03, 3]);
    const result = await check(
      [2019, 2020, 2021, 2022].map((year, index) => [year, education[index], revenue[index]]),
    );
    expect(codes(result)).toEqual([]);
    expect(result.finance.map(({ year, passes }) => [year, passes])).toEqual([
      [2020, true],
      [2021, true],
      [2022, true],
    ]);
    const rounded = result.finance.map(({ educationGrowth, gap }) => [
      Number((100 * educationGrowth!).toFixed(2)),
      Number(gap!.toFixed(2)),
    ]);
    expect(rounded).toEqual([
      [12.85, 12.66],
      [16.43, 14.4],
      [4.87, 1.87],
    ]);
  });

  it('comes out as 沾益区 published it', async () => {
    const file = path.join(__dirname, '../fixtures/published/growth_zhanyi_2016.csv');
    const levels = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , unit]) => unit !== '百分点')
      .map(([, value, , growth]) => [
        Number((Number(value) / (1 + Number(growth) / 100)).toPrecision(15)),
        Number(value),
      ]);
    const result = await check(
      [2015, 2016].map((year, index) => [year, ...levels.map((pair) => pair[index])]),
      [
        ...HEADINGS,
        '小学生均教育事业费',
        '初中生均教育事业费',
        '小学生均公用经费',
        '初中生均公用经费',
      ],
    );
    expect(codes(result)).toEqual(['finance-too-few-years']);
    expect(result.finance).toHaveLength(1);
    const [year] = result.finance;
    expect(year).toMatchObject({ year: 2016, passes: true });
    expect(year!.educationGrowth).toBeCloseTo(0.1523, 10);
    expect(year!.revenueGrowth).toBeCloseTo(0.0219, 10);
    expect(year!.gap).toBeCloseTo(13.04, 10);
  });

  it('changes neither verdict nor overall', async () => {
    const result = await check([
      [2021, 100, 100],
      [2022, 101, 102],
      [2023, 102, 103],
      [2024, 101, 102],
    ]);
    expect([result.verdict, result.overall]).toEqual(['pass', 'unjudged']);
    expect(result.finance.map(({ passes }) => passes)).toEqual([false, true, false]);
    expect(codes(result)).toEqual([
      'finance-growth-not-met B3',
      'finance-growth-not-met B5',
      'finance-dropped B5',
      'finance-revenue-shrinks C5',
    ]);
  });

  it('does not pass equal growth, which plain floating point tells apart', async () => {
    const result = await check([
      [2021, 90, 90],
      [2022, 91, 90.5],
      [2023, 100.1, 106.9],
      [2024, 110.11, 117.59],
    ]);
    expect(result.finance[2]).toMatchObject({ gap: 0, passes: false });
  });

  it('passes a level that stays equal, with a warning, where revenue falls', async () => {
    const result = await check([
      [2021, 100, 100],
      [2022, 110, 101],
      [2023, 120, 102],
      [2024, 120, 101],
    ]);
    expect(result.finance[2]?.passes).toBe(true);
    expect(codes(result)).toEqual(['finance-unchanged B5', 'finance-revenue-shrinks C5']);
  });

  it('wants every other series to grow, and spending per pupil never to drop', async () => {
    const headings = [...HEADINGS, '小学生均教育事业费（元）', '在校学生总数'];
    const rows = [
      [2021, 1000, 1000, 12000, 1000],
      [2022, 1100, 1010, 12500, 1050],
      [2023, 1200, 1020, 12500, 1060],
      [2024, 1300, 1030, 13000, 1160],
    ];
    const result = await check(rows, headings);
    expect(result.finance.map(({ passes }) => passes)).toEqual([true, false, false]);
    expect(codes(result)).toEqual(['finance-growth-not-met D4', 'finance-dropped E5']);
    expect(describeFinding(result.findings[0]!, CN_2017, 'zh-CN')).toBe(
      '2023 年“小学生均教育事业费”增长 0%，应高于 0%。',
    );
    expect(describeFinding(result.findings[1]!, CN_2017, 'zh-CN')).toContain(
      '“按在校学生人数平均的教育支出”',
    );
  });

  it('puts years in order, and says so', async () => {
    const result = await check([
      [2024, 130, 103],
      [2023, 120, 102],
      [2022, 110, 101],
      [2021, 100, 100],
    ]);
    expect(result.finance.map(({ year, passes }) => [year, passes])).toEqual([
      [2022, true],
      [2023, true],
      [2024, true],
    ]);
    expect(codes(result)).toEqual(['finance-years-unsorted A3']);
  });

  it('cannot judge growth over a year that is missing or stands twice', async () => {
    const gap = await check([
      ['2020年', 100, 100],
      [2021, 110, 101],
      [2023, 120, 102],
      [2024, 130, 103],
    ]);
    expect(gap.finance.map(({ year, passes }) => [year, passes])).toEqual([
      [2021, true],
      [2023, null],
      [2024, true],
    ]);
    expect(codes(gap)).toEqual(['finance-year-missing A4']);
    const doubled = await check([
      [2021, 100, 100],
      [2022, 110, 101],
      [2022, 111, 101],
      [2023, 120, 102],
      [2024, 130, 103],
    ]);
    expect(doubled.finance.map(({ passes }) => passes)).toEqual([null, null, true]);
    expect(codes(doubled)).toEqual(['finance-year-doubled A4']);
  });

  it('reports levels that are missing, zero or unusable', async () => {
    const result = await check([
      [2021, 100, 100],
      [2022, null, 101],
      [2023, 120, 0],
      [2024, '约130', 103],
    ]);
    expect(codes(result)).toEqual([
      'finance-level-missing B3',
      'finance-level-not-positive C4',
      'not-a-number B5',
    ]);
    expect(result.finance.map(({ passes }) => passes)).toEqual([null, null, null]);
  });

  it('sees 万元 and 亿元 mixed, and converts what names its unit', async () => {
    const mixed = await check([
      [2021, 99000, 80000],
      [2022, 10.61, 81000],
      [2023, 107000, 82000],
      [2024, 108500, 83000],
    ]);
    expect(codes(mixed)).toEqual([
      'finance-growth-not-met B3',
      'finance-dropped B3',
      'finance-unit-jump B3',
      'finance-unit-jump B4',
    ]);
    const named = await check([
      [2021, 99000, 80000],
      [2022, '10.61亿元', 81000],
      [2023, 107500, 81500],
      [2024, 109000, 82000],
    ]);
    expect(codes(named)).toEqual(['full-width-number B3', 'unit-converted B3']);
    expect(named.finance.map(({ passes }) => passes)).toEqual([true, true, true]);
    const hundredMillions = await check(
      [
        [2021, 9.9, 8],
        [2022, 10.61, 8.1],
      ],
      ['年份', '一般公共预算教育经费（亿元）', '财政经常性收入（亿元）'],
    );
    expect(hundredMillions.finance[0]).toMatchObject({ passes: true });
    expect(codes(hundredMillions)).toEqual(['finance-too-few-years']);
  });

  it('takes 小学 and 初中 from a heading above, in any order, and skips notes and totals', async () => {
    const result = await checkWorkbook(
      new MemorySource([
        schoolSheet([GOOD_PRIMARY]),
        {
          name: '教育经费',
          rows: [
            ['财政经常性收入', '生均公用经费', null, '年度', '一般公共预算教育支出'],
            [null, '小学', '初中', null, null],
            [100, 10, 20, 2023, 100],
            [101, 11, 19, 2024, 110],
            [201, null, null, '合计', 210],
            [null, null, null, '注：单位万元', null],
          ],
        },
      ]),
      { standard: CN_2017 },
    );
    expect(codes(result)).toEqual(['finance-growth-not-met C4', 'finance-too-few-years']);
  });

  it('takes a unit over the whole table for the totals, not for what is counted a head', async () => {
    const result = await checkWorkbook(
      new MemorySource([
        schoolSheet([GOOD_PRIMARY]),
        {
          name: '教育经费',
          rows: [
            ['单位：亿元', null, null, null],
            ['年份', '一般公共预算教育经费', '财政经常性收入', '教师年平均工资'],
            [2023, 9.9, 8, 92000],
            [2024, 10.61, 8.1, 93000],
          ],
          merges: [range('A1:D1')],
        },
      ]),
      { standard: CN_2017 },
    );
    const levels = result.spending?.years[1]?.levels;
    expect([levels?.get('education')?.value, levels?.get('wage')?.value]).toEqual([106100, 93000]);
  });

  it('says which columns it does not know, remarks aside', async () => {
    const rows = [
      [2021, 100, 100, 1400, '无'],
      [2022, 110, 101, 1300, null],
      [2023, 120, 102, 1200, null],
      [2024, 130, 103, 1100, null],
    ];
    const result = await check(rows, [...HEADINGS, '生均公用经费(元)', '备注']);
    expect(codes(result)).toEqual(['columns-unknown']);
    expect(result.findings[0]?.parameters).toEqual({ count: 1, headings: '生均公用经费(元)' });
  });

  it('shows the decimals of an amount that was converted', async () => {
    const result = await check([
      [2021, 100, 100],
      [2022, '0.0111亿元', 101],
    ]);
    const converted = result.findings.find(({ code }) => code === 'unit-converted');
    expect(describeFinding(converted!, CN_2017, 'zh-CN')).toContain(
      '0.0111 亿元，已换算为 111 万元',
    );
  });

  it('is told by rule and year, with the law as it was numbered then', async () => {
    const result = await check(
      [
        [2013, 100, 100, 1000],
        [2014, 101, 102, 1000],
        [2015, 102, 104, 1001],
      ],
      [...HEADINGS, '在校学生总数'],
    );
    expect(
      result.spending?.judged.map(({ growth, rules }) => [
        growth.year,
        rules.map(({ rule, holds, unchanged }) => [rule.comparison, holds, unchanged]),
      ]),
    ).toEqual([
      [
        2014,
        [
          ['outgrowsRevenue', false, false],
          ['neverDrops', true, false],
          ['neverDropsPerPupil', true, false],
        ],
      ],
      [
        2015,
        [
          ['outgrowsRevenue', false, false],
          ['neverDrops', true, false],
          ['neverDropsPerPupil', true, false],
        ],
      ],
    ]);
    const laws = result.findings
      .filter(({ code }) => code === 'finance-growth-not-met')
      .map(({ citation }) => citation?.part);
    expect(laws).toEqual(['第五十五条', '第五十六条']);
  });

  it('tells spending per pupil in 元', async () => {
    const result = await check(
      [
        [2021, 100000, 100000, 48000],
        [2022, 101000, 100100, 49000],
      ],
      [...HEADINGS, '在校学生总数'],
    );
    const dropped = result.findings.find(({ code }) => code === 'finance-dropped');
    expect(describeFinding(dropped!, CN_2017, 'zh-CN')).toContain(
      '20,612.24，低于上一年的 20,833.33',
    );
  });

  it('is judged whatever the standard, and names a missing column', async () => {
    const old = await check(
      [
        [2023, 100, 100],
        [2024, 110, 101],
      ],
      HEADINGS,
      CN_2012,
    );
    expect(old.finance).toHaveLength(1);
    const missing = await check([[2023, 100, 100]], ['年份', '教育经费', '一般公共预算收入']);
    expect(missing.finance).toEqual([]);
    expect(missing.findings.map(({ parameters }) => parameters['heading'])).toEqual([
      '财政经常性收入(万元)',
    ]);
  });
});
