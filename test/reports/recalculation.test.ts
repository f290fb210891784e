import { expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import {
  checkOf,
  juniorSchool,
  nineYearSchool,
  primarySchool,
  schoolPlan,
  variedCounty,
} from './county-workbook';
import { differences } from './recalculated';
import { FIRST_SUMMARY } from './first-summary';

async function recalculated(
  sheets: readonly SheetPlan[],
  standard: Standard,
): Promise<readonly string[]> {
  const check = await checkOf(sheets, standard);
  const plans = planSummary(check, FIRST_SUMMARY);
  const book = createWorkbook([...sheets, ...plans]);
  const after = recalculate(new Map([['book.xlsx', book]])).get('book.xlsx')!;
  return differences(plans, after);
}

describeWithLibreOffice('summary sheets recalculated by LibreOffice', () => {
  it('give the cached numbers for every type of school', async () => {
    expect(await recalculated([schoolPlan(variedCounty())], CN_2017)).toEqual([]);
  });

  it('give the cached numbers under the 2012 standard', async () => {
    const schools = variedCounty().map((school) => ({
      ...school,
      computers: 50,
      books: 9000,
      primaryTeachers: 40,
      juniorTeachers: 40,
      primaryIntermediateTitles: 12,
      juniorIntermediateTitles: 14,
    }));
    expect(await recalculated([schoolPlan(schools)], CN_2012)).toEqual([]);
  });

  it('give the cached numbers where the optional columns are missing', async () => {
    const schools = variedCounty().map(({ code, ...school }) =>
      code === undefined ? school : { ...school },
    );
    const without = [
      'code',
      'primaryGrades',
      'juniorGrades',
      'primaryClasses',
      'mergedInto',
    ] as const;
    expect(await recalculated([schoolPlan(schools, { without })], CN_2017)).toEqual([]);
  });

  it('give the cached numbers where equipment is written in 元', async () => {
    const schools = [
      primarySchool('甲小学', { equipmentValue: 1234567.89 }),
      primarySchool('乙小学', { equipmentValue: 700000 }),
    ];
    const sheet = schoolPlan(schools, { headings: { equipmentValue: '教学仪器设备值（元）' } });
    expect(await recalculated([sheet], CN_2017)).toEqual([]);
  });

  it('find their schools in a sheet whose name holds a quote', async () => {
    const sheet = schoolPlan(variedCounty(), { name: "23'县 学校" });
    expect(await recalculated([sheet], CN_2017)).toEqual([]);
  });

  it('give the cached numbers for schools of two stages on a sheet for each', async () => {
    const both = nineYearSchool('金水九年一贯制学校', { code: '4110000001' });
    const shared = [
      'code',
      'name',
      'type',
      'teachingArea',
      'indoorSportsArea',
      'sportsGroundArea',
      'equipmentValue',
      'multimediaRooms',
    ] as const;
    const primary = schoolPlan([primarySchool('甲小学', { code: '4110000002' }), both], {
      name: '小学',
      only: [
        ...shared,
        'primaryStudents',
        'primaryAboveRequiredDegree',
        'primaryBackboneTeachers',
        'primarySportsArtsTeachers',
      ],
    });
    const junior = schoolPlan([both, juniorSchool('乙中学', { code: '' })], {
      name: '初中',
      only: [
        ...shared,
        'juniorStudents',
        'juniorAboveRequiredDegree',
        'juniorBackboneTeachers',
        'juniorSportsArtsTeachers',
      ],
    });
    expect(await recalculated([primary, junior], CN_2017)).toEqual([]);
  });

  it('give the cached numbers over the constants of a filled-in 表Ⅱ-2', async () => {
    const check = await checkOf([schoolPlan(variedCounty())]);
    const made = planSummary(check, { keys: ['table_2_2'], language: 'zh-CN' })[0]!;
    const typed: SheetPlan = {
      ...made,
      key: null,
      hiddenColumns: [],
      rows: made.rows.map(({ number, cells }) => ({
        number,
        cells: cells
          .filter(({ column }) => column < 15)
          .map(({ column, value }) => ({ column, value })),
      })),
    };
    expect(await recalculated([typed], CN_2017)).toEqual([]);
  });

  it('follow schools that are sorted after the report was made', async () => {
    const schools = variedCounty().filter(({ name }) => name !== '同名小学');
    const check = await checkOf([schoolPlan(schools)]);
    const plans = planSummary(check, FIRST_SUMMARY);
    const total = schools.findIndex(({ name }) => name === '合计');
    const sorted = [
      ...schools.slice(0, total).reverse(),
      ...schools.slice(total).slice(0, 1),
      ...schools.slice(total + 1),
    ];
    const book = createWorkbook([schoolPlan(sorted), ...plans]);
    const after = recalculate(new Map([['book.xlsx', book]])).get('book.xlsx')!;
    const moved = await differences(plans, after);
    // Only the rows in which the schools are found have changed.
    expect(moved.filter((line) => !/MATCH|LOOKUP/.test(line))).toEqual([]);
    expect(moved.length).toBeGreaterThan(20);
  });
});
