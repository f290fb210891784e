import { describe, expect, it } from '@jest/globals';

import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planTemplate } from '../../src/reports/template-plan';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { blanksOf } from '../../src/standard/form-item';
import { formItemsOf } from '../../src/standard/form-items';
import { cellText } from '../../src/workbook/cell-text';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { SURVEY_COLUMNS } from '../../src/workbook/input-columns';
import type { CellContent } from '../../src/workbook/source';
import { MemorySource } from '../workbook/memory-source';
import { GOOD_PRIMARY } from '../workbook/school-sheet';

const plans = planTemplate(CN_2017);
const [schools] = plans;
const county = plans.find(({ name }) => name === '县域信息');
const instructions = plans.find(({ name }) => name === '填写说明');

function cellsOf(plan: SheetPlan): CellContent[][] {
  const rows: CellContent[][] = [];
  for (const { number, cells } of plan.rows) {
    const row: CellContent[] = [];
    for (const { column, value } of cells) row[column] = value;
    rows[number - 1] = row;
  }
  return Array.from(rows, (row: CellContent[] | undefined) =>
    Array.from(row ?? [], (cell) => cell ?? null),
  );
}

/** The same school, with what the items of 表Ⅳ and 表Ⅴ need of it. */
const WHOLE_SCHOOL = {
  ...GOOD_PRIMARY,
  小学专任教师数: null,
  小学最大班额: 45,
  超45人小学班数: 0,
  达标音乐教室数: 1,
  达标美术教室数: 1,
  '公用经费预算(万元)': 50,
  '教师培训经费预算(万元)': 2.5,
};

/** A sheet of the template with its examples filled in. */
function filledIn(plan: SheetPlan): CellContent[][] {
  const rows = cellsOf(plan);
  const headings = rows[0]!;
  if (plan.name === '学校数据') {
    const school = new Map<string, CellContent>(Object.entries(WHOLE_SCHOOL));
    return [headings, headings.map((heading) => school.get(cellText(heading)) ?? null)];
  }
  if (plan.name === '教育经费') {
    return [
      headings,
      ...[2021, 2022, 2023, 2024].map((year, index) => [
        year,
        ...headings.slice(1).map((_, column) => (column === 1 ? 100 + index : 100 * (1 + index))),
      ]),
    ].map((row) => row.slice(0, 8));
  }
  if (plan.name === '政府保障' || plan.name === '教育质量') {
    const part = plan.name === '政府保障' ? 'government' : 'quality';
    const examples = formItemsOf(CN_2017, part).flatMap((item) =>
      blanksOf(item).map(({ example }) => example),
    );
    return rows.map((row, index) =>
      index === 0 ? row : row.map((cell, column) => (column === 3 ? examples[index - 1] : cell)),
    );
  }
  if (plan.name === '社会认可度') {
    return rows.map((row, index) =>
      index === 0
        ? row
        : row.map((cell, column) =>
            column === 0 ? cell : SURVEY_COLUMNS[column]!.example || null,
          ),
    );
  }
  if (plan.name === '一票否决') {
    return rows.map((row, index) => (index === 0 ? row : [row[0] ?? null, '否']));
  }
  return rows;
}

describe('the blank template', () => {
  it('holds every input sheet and 填写说明, none of them marked as made here', () => {
    expect(plans.map(({ name, key }) => [name, key])).toEqual([
      ['学校数据', null],
      ['教育经费', null],
      ['政府保障', null],
      ['教育质量', null],
      ['社会认可度', null],
      ['一票否决', null],
      ['县域信息', null],
      ['填写说明', null],
    ]);
  });

  it('leaves out the parts that the 2012 standard does not have', () => {
    expect(planTemplate(CN_2012).map(({ name }) => name)).toEqual([
      '学校数据',
      '教育经费',
      '县域信息',
      '填写说明',
    ]);
  });

  it('is judged in all four parts once it is filled in with its own examples', async () => {
    const filled = plans.map((plan) => ({ name: plan.name, rows: filledIn(plan) }));
    const check = await checkWorkbook(new MemorySource(filled), { standard: CN_2017 });
    expect(check.findings).toEqual([]);
    expect(Object.values(check.parts)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
    expect(check.overall).toBe('pass');
    expect(check.finance.map(({ year, passes }) => [year, passes])).toEqual([
      [2022, true],
      [2023, true],
      [2024, true],
    ]);
  });

  it('says only that its sheets are blank while 学校数据 alone is filled in', async () => {
    const filled = plans.map((plan) => ({
      name: plan.name,
      rows: plan.name === '学校数据' ? filledIn(plan) : cellsOf(plan),
    }));
    const check = await checkWorkbook(new MemorySource(filled), { standard: CN_2017 });
    expect(check.verdict).toBe('pass');
    expect(check.findings.map(({ code, sheet }) => `${code} ${sheet ?? ''}`)).toEqual([
      'input-sheet-blank 教育经费',
      'input-sheet-blank 政府保障',
      'input-sheet-blank 教育质量',
      'input-sheet-blank 社会认可度',
      'input-sheet-blank 一票否决',
    ]);
  });

  it('explains every cell to fill in, with an example, within what a spreadsheet can hold', () => {
    for (const plan of plans.slice(1, 6)) {
      expect(plan.validations!.length).toBeGreaterThan(0);
      for (const { rule, prompt, onError } of plan.validations!) {
        if (rule.kind === 'list') expect(rule.values.join(',').length).toBeLessThanOrEqual(255);
        expect(prompt!.title.length).toBeLessThanOrEqual(32);
        expect(prompt!.text.length).toBeLessThanOrEqual(255);
        expect(onError!.title.length).toBeLessThanOrEqual(32);
      }
    }
  });

  it('passes its own check once it is filled in', async () => {
    const rows = cellsOf(schools!);
    rows[1] = rows[0]!.map(
      (heading) => (typeof heading === 'string' ? GOOD_PRIMARY[heading] : null) ?? null,
    );
    const information = cellsOf(county!);
    information[1]![1] = '某县';
    const check = await checkWorkbook(
      new MemorySource([
        { name: '填写说明', rows: cellsOf(instructions!) },
        { name: '县域信息', rows: information },
        { name: '学校数据', rows },
      ]),
      { standard: CN_2017 },
    );
    expect(check).toMatchObject({ verdict: 'pass', county: '某县', findings: [] });
  });

  it('has no schools while it is blank', async () => {
    const check = await checkWorkbook(
      new MemorySource([{ name: '学校数据', rows: cellsOf(schools!) }]),
      { standard: CN_2017 },
    );
    expect(check.findings.map(({ code }) => code)).toEqual(['no-schools']);
  });

  it('tells required columns apart by their style, per standard', () => {
    const required = (plan: SheetPlan): unknown[] =>
      plan.rows[0]!.cells.filter(({ style }) => style?.fontColor === 'FFFFFF').map(
        ({ value }) => value,
      );
    expect(required(schools!)).toHaveLength(15);
    expect(required(schools!)).toContain('教学仪器设备值(万元)');
    expect(required(planTemplate(CN_2012)[0]!)).toContain('图书册数');
  });

  it('keeps 标识码 as text and helps every other column with a list or a rule', () => {
    expect(schools!.rows[1]!.cells).toEqual([
      { column: 0, value: null, style: { numberFormat: 'text' } },
    ]);
    const byRange = new Map(schools!.validations!.map((one) => [one.range, one]));
    expect(byRange.get('C2:C1001')?.rule).toMatchObject({ kind: 'list' });
    expect(byRange.get('G2:G1001')?.rule).toEqual({ kind: 'list', values: ['是', '否'] });
    expect(byRange.get('I2:I1001')).toMatchObject({
      rule: { kind: 'whole', minimum: 0 },
      prompt: { title: '小学在校生数' },
    });
    expect(byRange.get('AB2:AB1001')?.rule).toEqual({ kind: 'decimal', minimum: 0 });
  });

  it('keeps lists and prompts within what a spreadsheet can hold', () => {
    for (const { rule, prompt } of schools!.validations!) {
      if (rule.kind === 'list') expect(rule.values.join(',').length).toBeLessThanOrEqual(255);
      expect(prompt!.title.length).toBeLessThanOrEqual(32);
      expect(prompt!.text.length).toBeLessThanOrEqual(255);
    }
  });
});
