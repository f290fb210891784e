import { beforeAll, describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import { CN_2012 } from '../../src/standard/cn-2012';
import { verdictReasons } from '../../src/reports/verdict-reasons';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { governmentSheet } from '../workbook/form-sheets';
import { cellAt, checkOf, juniorSchool, primarySchool, schoolPlan } from './county-workbook';
import type { TypedSchool } from './county-workbook';
import { FIRST_SUMMARY } from './first-summary';
import { COUNTY_SHEET, planOf } from './form-county';
import { differences } from './recalculated';

/** 400 pupils with 100 computers, and so on: every value is easily worked out by hand. */
function monitored(school: TypedSchool, more: TypedSchool = {}): TypedSchool {
  return {
    ...school,
    computers: 100,
    books: 8000,
    primaryTeachers: 25,
    juniorTeachers: school.juniorStudents === undefined ? '' : 30,
    primaryIntermediateTitles: 10,
    juniorIntermediateTitles: school.juniorStudents === undefined ? '' : 12,
    ...more,
  };
}

const SCHOOLS: readonly TypedSchool[] = [
  monitored(primarySchool('甲小学')),
  // Twice the computers, everything else the same: M4 is 50 for it and 25 for the other.
  monitored(primarySchool('乙小学'), { computers: 200 }),
  monitored(primarySchool('民办小学', { ownership: '民办' }), { computers: 900 }),
  monitored(primarySchool('百人教学点', { type: '教学点', primaryStudents: 100 })),
  monitored(juniorSchool('一中')),
];

/** Rows of 表Ⅱ-1 and columns of 表Ⅲ, where the indicators and the composite stand. */
const IDS = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'];

describe('monitoring by the 2012 standard', () => {
  let check: WorkbookCheck;
  let plans: readonly SheetPlan[];

  beforeAll(async () => {
    check = await checkOf([schoolPlan(SCHOOLS), planOf(COUNTY_SHEET)], CN_2012);
    plans = planSummary(check, FIRST_SUMMARY);
  });

  const plan = (key: string): SheetPlan => plans.find((one) => one.key === key)!;

  it('writes the tables that the standard has: none of 政府保障, 教育质量 and 社会认可度', () => {
    const keys = plans.map(({ key }) => key);
    expect(keys.slice(0, 5)).toEqual(['overview', 'table_1', 'table_2_1', 'table_2_2', 'table_3']);
    expect(keys).not.toContain('table_4');
    expect(keys).not.toContain('table_5');
    expect(keys).not.toContain('table_6');
  });

  it('leaves private schools and teaching points out of 表Ⅱ-2, but not out of 表Ⅰ', () => {
    const names = plan('table_2_2').rows.flatMap(({ cells }) =>
      cells.flatMap(({ column, value }) => (column === 1 && value !== null ? [value] : [])),
    );
    expect(names).toEqual(['学校名称', '甲小学', '乙小学', '一中']);
    const table1 = plan('table_1');
    expect(cellAt(table1, 12, 0)?.value).toBe(3);
    expect(cellAt(table1, 12, 6)?.value).toBe(1);
  });

  it('gives the coefficients of M1–M8, and judges by the composite alone', () => {
    const primary = check.assessment?.stages.primary;
    // 25 and 50 computers a hundred pupils: mean 37.5, deviation 12.5.
    const expected = IDS.map((id) => (id === 'M4' ? 1 / 3 : 0));
    primary?.indicators.forEach(({ cv }, index) => {
      expect(cv).toBeCloseTo(expected[index] ?? 1, 12);
    });
    expect(primary?.composite.cv).toBeCloseTo(1 / 24, 12);
    const table3 = plan('table_3');
    IDS.forEach((id, index) => {
      expect(cellAt(table3, 4, 2 + index)?.value).toBe(id);
      expect(cellAt(table3, 8, 2 + index)?.value).toBe('——');
      expect(cellAt(table3, 9, 2 + index)?.value).toBe('——');
    });
    expect(cellAt(table3, 4, 10)?.value).toBe('');
    expect(cellAt(table3, 7, 10)?.value).toBeCloseTo(1 / 24, 12);
    expect(cellAt(table3, 8, 10)?.value).toBe(0.65);
    expect(cellAt(table3, 9, 10)?.value).toBe('是');
    expect(cellAt(table3, 13, 10)?.value).toBe(0.55);
    expect(check.verdict).toBe('pass');
    expect(check.overall).toBe('unjudged');
  });

  it('fails where the composite is over its limit, whatever single coefficients are', async () => {
    const uneven = await checkOf(
      [
        schoolPlan([
          monitored(primarySchool('甲小学')),
          monitored(primarySchool('乙小学'), {
            computers: 0,
            books: 0,
            primaryTeachers: 0,
            primaryIntermediateTitles: 0,
            primaryAboveRequiredDegree: 0,
            teachingArea: 200,
          }),
        ]),
      ],
      CN_2012,
    );
    expect(uneven.assessment?.stages.primary?.composite.cv).toBeGreaterThan(0.65);
    expect([uneven.verdict, uneven.overall]).toEqual(['fail', 'fail']);
  });

  it('judges no school: 表Ⅱ-1 counts them, 表Ⅱ-2 shows values to a precision that tells them apart', () => {
    const table21 = plan('table_2_1');
    IDS.forEach((id, index) => {
      const row = Array.from(
        { length: 5 },
        (_, column) => cellAt(table21, 5 + index, column)?.value,
      );
      expect([row[0], ...row.slice(2)]).toEqual([id, 2, '——', '——']);
    });
    const table22 = plan('table_2_2');
    expect(cellAt(table22, 5, 0)?.value).toBe('小学');
    expect(cellAt(table22, 6, 11)).toMatchObject({
      value: 0.0625,
      style: { numberFormat: 'decimal3' },
    });
    expect(cellAt(table22, 6, 14)?.value).toBe('——');
  });

  it('says in its reasons what was judged', () => {
    expect(verdictReasons(check, 'zh-CN')).toEqual(['小学、初中的综合差异系数都在上限之内']);
  });

  it('asks for none of the items of the 2017 form', async () => {
    const answered = await checkOf([schoolPlan(SCHOOLS), planOf(governmentSheet())], CN_2012);
    expect(answered.form.government).toBeNull();
    expect(answered.overall).toBe('unjudged');
  });
});

describeWithLibreOffice('the tables of 2012 recalculated by LibreOffice', () => {
  it('give the cached numbers, in both languages', async () => {
    const sheets = [schoolPlan(SCHOOLS), planOf(COUNTY_SHEET)];
    const check = await checkOf(sheets, CN_2012);
    const chinese = planSummary(check, FIRST_SUMMARY);
    const english = planSummary(check, { ...FIRST_SUMMARY, language: 'en-US' });
    const after = recalculate(
      new Map([
        ['zh.xlsx', createWorkbook([...sheets, ...chinese])],
        ['en.xlsx', createWorkbook([...sheets, ...english])],
      ]),
    );
    expect(await differences(chinese, after.get('zh.xlsx')!)).toEqual([]);
    expect(await differences(english, after.get('en.xlsx')!)).toEqual([]);
  });
});
