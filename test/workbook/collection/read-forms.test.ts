import { describe, expect, it } from '@jest/globals';
import type { CollectionIssue } from '../../../src/workbook/collection/collection-issue';
import { readForms } from '../../../src/workbook/collection/read-forms';
import { CellDate, CellFault, UncalculatedFormula } from '../../../src/workbook/source';
import type { CellContent } from '../../../src/workbook/source';
import { MemorySource } from '../memory-source';
import type { MemorySheet } from '../memory-source';
import { formOf, formSheet, formsOf, JUNIOR, PRIMARY } from './form-sheet';

function said(issues: readonly CollectionIssue[]): string[] {
  return issues.map(({ code, cell, actual }) => `${code} ${cell ?? '-'} ${actual}`);
}

function values(form: Awaited<ReturnType<typeof formOf>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form.answers).map(([id, { value }]) => [id, value] as const),
  );
}

/** The same sheet with its columns moved and rows of its own between. */
function moved(
  sheet: MemorySheet,
  move: (row: readonly CellContent[]) => CellContent[],
): MemorySheet {
  return { ...sheet, rows: sheet.rows.flatMap((row) => [move(row), ['本校自填', '随意']]) };
}

describe('reading a collection form', () => {
  it('finds every answer beside its label', async () => {
    const form = await formOf({ ...PRIMARY, primaryStudents: 450 });
    expect(form).toMatchObject({ name: '城关小学', code: '3141000001', issues: [] });
    expect(form.answers.primaryStudents).toEqual({
      cell: 'E12',
      written: '450',
      value: 450,
    });
  });

  it('goes by labels, not by positions: rows turned round, columns moved, rows added', async () => {
    const straight = formSheet(PRIMARY);
    const [title, headings, ...lines] = straight.rows;
    const turned = { ...straight, rows: [title!, headings!, ...[...lines].reverse()] };
    const expected = values(await formOf(PRIMARY));
    for (const sheet of [
      turned,
      moved(straight, ([number, category, label, unit, answer]) => [
        null,
        null,
        label,
        '学校填',
        answer,
        unit,
        number,
        category,
      ]),
      moved(straight, ([, , label, , answer]) => [label, answer]),
      moved(straight, ([number, , label, unit, answer]) => [
        number,
        label,
        null,
        null,
        unit,
        answer,
      ]),
    ]) {
      expect(values((await formsOf(sheet))[0]!)).toEqual(expected);
    }
  });

  it('takes the column headed 填报内容, though another holds more numbers', async () => {
    const sheet = formSheet({ ...PRIMARY, teachers: null });
    const rows = sheet.rows.map(([number, category, label, unit, answer], index) =>
      index === 1
        ? [number, category, label, '去年', answer]
        : [number, category, label, unit === undefined ? null : 1, answer],
    );
    const [form] = await formsOf({ ...sheet, rows });
    expect(form!.answers.teachers).toMatchObject({ value: null, written: '' });
    expect(form!.answers.teachingArea?.value).toBe(PRIMARY.teachingArea);
  });

  it('reads two blocks side by side', async () => {
    const [, , ...lines] = formSheet(PRIMARY).rows;
    const half = Math.ceil(lines.length / 2);
    const sheet = {
      name: '两栏',
      rows: Array.from({ length: half }, (_, index) => [
        lines[index]![2],
        lines[index]![4],
        lines[index + half]?.[2],
        lines[index + half]?.[4],
      ]),
    };
    expect(values((await formsOf(sheet))[0]!)).toEqual(values(await formOf(PRIMARY)));
  });

  it('takes a name that stands in the same cell as its label', async () => {
    const others = { ...PRIMARY };
    delete others.name;
    const sheet = formSheet(others);
    const rows = [['学校名称：城关小学'], ...sheet.rows];
    expect((await formsOf({ ...sheet, rows }))[0]).toMatchObject({
      name: '城关小学',
      answers: { name: { cell: 'A1' } },
    });
  });

  it('reads full-width digits, separators, units and text numbers, and says so', async () => {
    const form = await formOf({
      ...PRIMARY,
      primaryStudents: '４５０人',
      teachingArea: '2,600.5㎡',
      equipmentValue: '1285000元',
      teachers: "'30",
    });
    expect(values(form)).toMatchObject({
      primaryStudents: 450,
      teachingArea: 2600.5,
      equipmentValue: 128.5,
      teachers: 30,
    });
    expect(form.issues.map(({ code }) => code).sort()).toEqual(
      [...Array<string>(4).fill('number-as-text'), 'unit-converted'].sort(),
    );
  });

  it('converts money by the unit that stands beside it', async () => {
    const sheet = formSheet(PRIMARY);
    const rows = sheet.rows.map((row) =>
      row[2] === '教学仪器设备资产值（账面原值）' ? [...row.slice(0, 3), '元', 1234567.89] : row,
    );
    const [form] = await formsOf({ ...sheet, rows });
    expect(form!.answers.equipmentValue?.value).toBe(123.456789);
    expect(form!.issues.map(({ code }) => code)).toEqual(['unit-converted']);
  });

  it('takes the result of a formula, and says where there is none or an error', async () => {
    const form = await formOf({
      ...PRIMARY,
      classes: new UncalculatedFormula('SUM(E18:E27)'),
      teachers: new CellFault('#REF!'),
      multimediaRooms: new CellDate(45000),
    });
    expect(values(form)).toMatchObject({ classes: null, teachers: null, multimediaRooms: null });
    expect(said(form.issues)).toEqual([
      'formula-not-calculated E17 =SUM(E18:E27)',
      'formula-error E28 #REF!',
      'date-for-number E49 2023-03-15',
    ]);
  });

  it('uses no number that is not one beyond doubt', async () => {
    const form = await formOf({
      ...PRIMARY,
      primaryStudents: '约450',
      teachers: -30,
      classes: 12.5,
      type: '学堂',
      code: '31410',
      builtBy2010: '也许',
      foundedYear: '很早',
    });
    expect(said(form.issues)).toEqual([
      'choice-unknown E4 学堂',
      'code-malformed E5 31410',
      'not-a-number E6 很早',
      'choice-unknown E7 也许',
      'not-a-number E12 约450',
      'fraction-for-count E17 12.5',
      'negative-number E28 -30',
    ]);
  });

  it('says where one thing is answered twice and differently, and keeps the first', async () => {
    const sheet = formSheet(PRIMARY);
    const rows = [...sheet.rows, [null, null, '专任教师总人数', '人', 7]];
    const [form] = await formsOf({ ...sheet, rows });
    expect(form!.answers.teachers?.value).toBe(PRIMARY.teachers);
    expect(said(form!.issues)).toEqual([`answers-differ E${rows.length} 7`]);
  });

  it('reads a form on any sheet, and one from each of several', async () => {
    const source = new MemorySource([
      { name: '说明', rows: [['请填写下一张表']] },
      formSheet(PRIMARY, '本部'),
      { ...formSheet(JUNIOR, '分校'), visibility: 'hidden' },
    ]);
    const { forms, issues } = await readForms(source, '两校.xlsx');
    expect(forms.map(({ sheet, name }) => [sheet, name])).toEqual([
      ['本部', '城关小学'],
      ['分校', '城关初中'],
    ]);
    expect(issues).toEqual([]);
  });

  it('takes neither a table of schools, nor instructions, nor our own sheets for a form', async () => {
    const labels = formSheet(PRIMARY)
      .rows.slice(2)
      .map((row) => row[2]);
    const source = new MemorySource([
      { name: '学校数据', rows: [labels, labels.map(() => 1), labels.map(() => 2)] },
      { ...formSheet(PRIMARY), name: '填写说明' },
      { ...formSheet(PRIMARY), name: '收集情况', madeAs: 'collection' },
    ]);
    const { forms, issues } = await readForms(source, '县.xlsx');
    expect(forms).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: 'not-a-form',
        file: '县.xlsx',
        parameters: { sheets: '学校数据、填写说明、收集情况' },
      },
    ]);
  });
});
