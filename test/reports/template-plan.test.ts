import { describe, expect, it } from '@jest/globals';

import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planTemplate } from '../../src/reports/template-plan';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { CellContent } from '../../src/workbook/source';
import { MemorySource } from '../workbook/memory-source';
import { GOOD_PRIMARY } from '../workbook/school-sheet';

const [schools, county, instructions] = planTemplate(CN_2017);

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

describe('the blank template', () => {
  it('holds 学校数据, 县域信息 and 填写说明, none of them marked as made here', () => {
    expect(planTemplate(CN_2017).map(({ name, key }) => [name, key])).toEqual([
      ['学校数据', null],
      ['县域信息', null],
      ['填写说明', null],
    ]);
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
