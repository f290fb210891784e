import { describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { parseRange } from '../../src/ooxml/cell-range';
import { shiftFormula } from '../../src/ooxml/write/formula-text';
import { isHighlightFormula } from '../../src/plans/highlight-plan';
import type { HighlightMark, SheetHighlights } from '../../src/plans/highlight-plan';
import type { PlannedRow, SheetPlan } from '../../src/plans/sheet-plan';
import { planHighlights } from '../../src/reports/highlight';
import { CN_2012 } from '../../src/standard/cn-2012';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import type { SheetShape, TypedSchool } from './county-workbook';
import { marksByEngine } from './marks-by-engine';
import {
  cellsOf,
  checkOf,
  juniorSchool,
  nineYearSchool,
  primarySchool,
  schoolPlan,
  variedCounty,
} from './county-workbook';

/** Beyond every column of the sheet: where the rules are worked out as ordinary formulas. */
const FIRST_TEST_COLUMN = 100;

/** The marks that LibreOffice gives each cell, by `row,column`: the first rule that holds wins. */
async function marksOf(
  sheets: readonly SheetPlan[],
  highlights: readonly SheetHighlights[],
): Promise<ReadonlyMap<string, HighlightMark>> {
  const tests: { sheet: string; cell: string; test: string; mark: HighlightMark }[] = [];
  const written = sheets.map((plan) => {
    const rows = new Map<number, PlannedRow['cells'][number][]>(
      plan.rows.map(({ number, cells }) => [number, [...cells]]),
    );
    const rules = highlights.find(({ sheet }) => sheet === plan.name)?.rules ?? [];
    let column = FIRST_TEST_COLUMN;
    for (const { ranges, formula, mark } of rules) {
      const origin = parseRange(ranges[0]!)!;
      for (const range of ranges) {
        const area = parseRange(range)!;
        for (let at = area.firstColumn; at <= area.lastColumn; at += 1) {
          for (let row = area.firstRow; row <= area.lastRow; row += 1) {
            const cells = rows.get(row) ?? [];
            const moved = shiftFormula(formula, row - origin.firstRow, at - origin.firstColumn);
            cells.push({ column, value: null, formula: moved });
            rows.set(row, cells);
            tests.push({
              sheet: plan.name,
              cell: `${row},${at}`,
              test: `${row},${column}`,
              mark,
            });
          }
          column += 1;
        }
      }
    }
    return { ...plan, rows: [...rows].map(([number, cells]) => ({ number, cells })) };
  });
  const book = createWorkbook(written);
  const after = await cellsOf(recalculate(new Map([['book.xlsx', book]])).get('book.xlsx')!);
  const marks = new Map<string, HighlightMark>();
  for (const { sheet, cell, test, mark } of tests) {
    const result = after.get(sheet)?.get(test);
    expect([true, false]).toContain(result);
    const key = `${sheet}!${cell}`;
    if (result === true && !marks.has(key)) marks.set(key, mark);
  }
  return marks;
}

function shown(marks: ReadonlyMap<string, HighlightMark>): string[] {
  return [...marks].map(([cell, mark]) => `${cell} ${mark}`).sort();
}

async function expectAgreement(
  schools: readonly TypedSchool[],
  shape: SheetShape = {},
): Promise<void> {
  const sheet = schoolPlan(schools, shape);
  const check = await checkOf([sheet]);
  const plan = planHighlights(check);
  expect(shown(await marksOf([sheet], plan.sheets))).toEqual(shown(marksByEngine(check)));
}

describe('the highlight plan', () => {
  it('marks every formula as ours, within the length that programs take', async () => {
    const { sheets } = planHighlights(await checkOf([schoolPlan(variedCounty())]));
    const rules = sheets.flatMap((sheet) => sheet.rules);
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.every(({ formula }) => isHighlightFormula(formula))).toBe(true);
    expect(rules.filter(({ formula }) => formula.length >= 8192)).toEqual([]);
  });

  it('has few rules, whatever the number of schools', async () => {
    const few = planHighlights(await checkOf([schoolPlan([primarySchool('甲小学')])]));
    const schools = Array.from({ length: 300 }, (_, index) => primarySchool(`第${index}小学`));
    const many = planHighlights(await checkOf([schoolPlan(schools)]));
    expect(many.sheets[0]?.rules.length).toBe(few.sheets[0]?.rules.length);
    expect(many.sheets[0]?.rules.length).toBeLessThan(45);
  });

  it('puts data errors before red, and red before amber', async () => {
    const { sheets } = planHighlights(await checkOf([schoolPlan(variedCounty())]));
    const order = sheets[0]!.rules.map(({ mark }) => ['fault', 'below', 'near'].indexOf(mark));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is the same for the same workbook', async () => {
    const first = planHighlights(await checkOf([schoolPlan(variedCounty())]));
    const second = planHighlights(await checkOf([schoolPlan(variedCounty())]));
    expect(second).toEqual(first);
  });

  it('marks no attainment under the 2012 standard, which sets a school no threshold', async () => {
    const { sheets } = planHighlights(await checkOf([schoolPlan(variedCounty())], CN_2012));
    expect(new Set(sheets.flatMap(({ rules }) => rules.map(({ mark }) => mark)))).toEqual(
      new Set(['fault']),
    );
  });
});

describeWithLibreOffice('highlight formulas worked out by LibreOffice', () => {
  it('agree with the check on every type of school', async () => {
    await expectAgreement(variedCounty());
  });

  it('agree with the check without codes, types and merging', async () => {
    const without = ['code', 'type', 'mergedInto', 'seniorStudents'] as const;
    const schools = variedCounty().filter(
      ({ mergedInto, type, code }) =>
        mergedInto === undefined &&
        code !== '4110000014' &&
        !['特殊教育学校', '完全中学', '十二年一贯制学校', '教学点'].includes(String(type)),
    );
    await expectAgreement(schools, { without });
  });

  it('agree with the check where equipment is written in 元', async () => {
    await expectAgreement(
      [
        primarySchool('甲小学', { equipmentValue: 1234567.89 }),
        primarySchool('乙小学', { equipmentValue: 700000 }),
        primarySchool('丙小学', { equipmentValue: 600000 }),
      ],
      { headings: { equipmentValue: '教学仪器设备值（元）' } },
    );
  });

  it('follow an edit: the mark goes when the number is mended', async () => {
    const sheet = schoolPlan([primarySchool('甲小学', { multimediaRooms: 2 })]);
    const { sheets } = planHighlights(await checkOf([sheet]));
    expect((await marksOf([sheet], sheets)).size).toBe(2);
    const mended = schoolPlan([primarySchool('甲小学', { multimediaRooms: 20 })]);
    expect((await marksOf([mended], sheets)).size).toBe(0);
  });

  it('judge a school of two stages that stands on a sheet for each', async () => {
    const both = nineYearSchool('金水九年一贯制学校', { multimediaRooms: 14 });
    const common = [
      'name',
      'type',
      'teachingArea',
      'indoorSportsArea',
      'sportsGroundArea',
    ] as const;
    const shared = [...common, 'equipmentValue', 'multimediaRooms'] as const;
    const primary = schoolPlan([primarySchool('甲小学', { multimediaRooms: 8 }), both], {
      name: '小学',
      only: [
        ...shared,
        'primaryStudents',
        'primaryAboveRequiredDegree',
        'primaryBackboneTeachers',
        'primarySportsArtsTeachers',
      ],
    });
    const junior = schoolPlan([both, juniorSchool('乙中学', { sportsGroundArea: 2000 })], {
      name: '初中',
      only: [
        ...shared,
        'juniorStudents',
        'juniorAboveRequiredDegree',
        'juniorBackboneTeachers',
        'juniorSportsArtsTeachers',
      ],
    });
    const check = await checkOf([primary, junior]);
    expect(check.assessment?.schools.map(({ school, passes }) => [school.name, passes])).toEqual([
      ['甲小学', true],
      ['金水九年一贯制学校', false],
      ['金水九年一贯制学校', false],
      ['乙中学', false],
    ]);
    const marks = await marksOf([primary, junior], planHighlights(check).sheets);
    const rooms = (sheet: 0 | 1): number =>
      check.reading!.layouts[sheet]!.columns.get('multimediaRooms')!;
    expect(marks.get(`小学!2,${rooms(0)}`)).toBe('near');
    expect(marks.get(`小学!3,${rooms(0)}`)).toBe('below');
    expect(marks.get(`初中!2,${rooms(1)}`)).toBe('below');
    expect(marks.get(`初中!3,${rooms(1)}`)).toBeUndefined();
  });
});
