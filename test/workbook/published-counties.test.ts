import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/assessment/assessment';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { CN_2017 } from '../../src/standard/cn-2017';
import { GOVERNMENT_ITEMS } from '../../src/standard/government-items';
import { QUALITY_ITEMS } from '../../src/standard/quality-items';
import { blanksOf } from '../../src/standard/form-item';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { governmentSheet, qualitySheet } from './form-sheets';
import type { ItemCells } from './form-sheets';
import type { MemorySheet } from './memory-source';
import { GOOD_PRIMARY, schoolSheet } from './school-sheet';

/** The figures as a workbook file, and the check of it. */
async function checkFile(sheets: readonly MemorySheet[]): Promise<WorkbookCheck> {
  const bytes = createWorkbook(
    sheets.map(({ name, rows }) => ({
      key: null,
      name,
      columnWidths: [],
      rows: rows.map((cells, index) => ({
        number: index + 1,
        cells: cells.flatMap((value, column) =>
          typeof value === 'string' || typeof value === 'number' ? [{ column, value }] : [],
        ),
      })),
      merges: [],
      print: { orientation: 'portrait' },
      charts: [],
    })),
  );
  return checkWorkbook(await openWorkbookSource(bytes, 'published.xlsx'), { standard: CN_2017 });
}

/** The form with nothing filled in but the blanks given. */
function onlyPublished(items: typeof GOVERNMENT_ITEMS, cells: ItemCells): ItemCells {
  const open = items.flatMap((item) =>
    blanksOf(item).map(({ key }) => [`${item.number}.${key}`, null] as const),
  );
  return { ...Object.fromEntries(open), ...cells };
}

function verdicts({ form }: WorkbookCheck, part: 'government' | 'quality'): Map<number, Verdict> {
  return new Map(form[part]?.map(({ item, verdict }) => [item.number, verdict]));
}

const SCHOOLS = schoolSheet([GOOD_PRIMARY]);

describe('the figures that counties have published, where they have a rule', () => {
  it('山城区: training, rotation, retention, disabled children, satisfaction', async () => {
    const result = await checkFile([
      SCHOOLS,
      governmentSheet(
        onlyPublished(GOVERNMENT_ITEMS, {
          '9.trainedShare': '100%',
          '11.rotated': 348,
          '11.rotatedBackbone': 152,
          '11.backboneShare': '43.7%',
        }),
      ),
      qualitySheet(
        onlyPublished(QUALITY_ITEMS, {
          '1.retention': '100%',
          '2.disabled': 104,
          '2.attending': 104,
          '2.attendance': '100%',
          '4.conclusion': '达标',
          '9.chineseRatio': 0.1499,
        }),
      ),
      {
        name: '社会认可度',
        rows: [
          ['群体', '满意度'],
          ['计', '98%'],
        ],
      },
    ]);
    const government = verdicts(result, 'government');
    expect(government.get(9)).toBe('pass');
    // How many were eligible was not published: 10% of them stays open, 20% backbone holds.
    expect(government.get(11)).toBe('unjudged');
    const rotation = result.form.government?.find(({ item }) => item.number === 11);
    expect(rotation?.computed.get('backboneShare')).toBeCloseTo(43.678, 3);
    const about = result.findings.filter(
      ({ parameters }) => parameters['form'] === 'government' && parameters['item'] === 11,
    );
    expect(about.map(({ code, parameters }) => [code, parameters['blanks']])).toEqual([
      ['item-missing', 'eligible'],
    ]);
    const quality = verdicts(result, 'quality');
    expect([1, 2, 4].map((number) => quality.get(number))).toEqual(['pass', 'pass', 'pass']);
    // The ratio holds; the levels were not published.
    expect(quality.get(9)).toBe('unjudged');
    expect(result.parts.recognition).toBe('pass');
    expect(result.findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
  });

  it('郾城区: three years of growth, no large classes, 19 schools in 6 groups', async () => {
    const education = [100, 112.85, 112.85 * 1.1643, 112.85 * 1.1643 * 1.0487];
    const revenue = [100, 100.19, 100.19 * 1.0203, 100.19 * 1.0203 * 1.03];
    const schools = Array.from({ length: 19 }, (_, index) => ({
      ...GOOD_PRIMARY,
      学校标识码: `34110000${String(index + 10)}`,
      学校名称: `郾城区第${index + 1}小学`,
      所属集团: `第${(index % 6) + 1}教育集团`,
      小学最大班额: 45,
      超45人小学班数: 0,
    }));
    const result = await checkFile([
      schoolSheet(schools),
      governmentSheet(
        onlyPublished(GOVERNMENT_ITEMS, {
          '5.largePrimaryClasses': 0,
          '5.largeJuniorClasses': 0,
        }),
      ),
      {
        name: '教育经费',
        rows: [
          ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'],
          ...[2019, 2020, 2021, 2022].map((year, index) => [
            year,
            education[index],
            revenue[index],
          ]),
        ],
      },
    ]);
    expect(
      result.finance.map(({ year, educationGrowth, gap, passes }) => [
        year,
        Number((100 * educationGrowth!).toFixed(2)),
        Number(gap!.toFixed(2)),
        passes,
      ]),
    ).toEqual([
      [2020, 12.85, 12.66, true],
      [2021, 16.43, 14.4, true],
      [2022, 4.87, 1.87, true],
    ]);
    expect(verdicts(result, 'government').get(5)).toBe('pass');
    const groups = new Set(
      result.assessment?.schools.map(({ school }) => school.description.group),
    );
    expect([result.assessment?.schools.length, groups.size]).toEqual([19, 6]);
  });

  it('孝义市: spending of 10.61亿元 that grew by 7% and never by less than 5%; homework', async () => {
    const spending = [10.61 / 1.07 / 1.05 / 1.05, 10.61 / 1.07 / 1.05, 10.61 / 1.07, 10.61];
    const result = await checkFile([
      SCHOOLS,
      governmentSheet(onlyPublished(GOVERNMENT_ITEMS, { '11.rotated': 231 })),
      qualitySheet(onlyPublished(QUALITY_ITEMS, { '8.conclusion': '达标，作业不超过60、90分钟' })),
      {
        name: '教育经费',
        rows: [
          ['年份', '一般公共预算教育经费(亿元)', '财政经常性收入(亿元)'],
          ...spending.map((level, index) => [2020 + index, level, null]),
        ],
      },
    ]);
    expect(result.spending?.years[3]?.levels.get('education')?.value).toBeCloseTo(106100, 6);
    expect(
      result.spending?.judged.map(({ growth, rules }) => [
        Number((100 * growth.educationGrowth!).toFixed(2)),
        growth.gap,
        growth.passes,
        rules.map(({ rule, holds }) => [rule.comparison, holds]),
      ]),
    ).toEqual(
      [5, 5, 7].map((percent) => [
        percent,
        null,
        null,
        [
          ['outgrowsRevenue', null],
          ['neverDrops', true],
        ],
      ]),
    );
    // Revenue was not published, nor who was eligible: both are asked for.
    expect(result.findings.filter(({ code }) => code === 'finance-level-missing')).toHaveLength(4);
    expect(verdicts(result, 'government').get(11)).toBe('unjudged');
    expect(verdicts(result, 'quality').get(8)).toBe('pass');
  });
});
