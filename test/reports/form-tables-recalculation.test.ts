import { expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import type { Language } from '../../src/locales/language';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import { checkOf, variedCounty } from './county-workbook';
import { countyOf, COUNTY_SHEET, formSchools } from './form-county';
import { differences } from './recalculated';

const KEYS = ['overview', 'table_1', 'table_3', 'table_4', 'table_5', 'table_6'] as const;

interface Workbook {
  readonly sheets: readonly SheetPlan[];
  readonly standard?: Standard;
  readonly language?: Language;
}

/** What LibreOffice makes otherwise than the check did, of several workbooks at once. */
async function recalculated(
  books: Readonly<Record<string, Workbook>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const planned = new Map<string, readonly SheetPlan[]>();
  const files = new Map<string, Uint8Array>();
  for (const [name, { sheets, standard, language }] of Object.entries(books)) {
    const check = await checkOf(sheets, standard ?? CN_2017);
    const plans = planSummary(check, { keys: KEYS, language: language ?? 'zh-CN' });
    planned.set(name, plans);
    files.set(`${name}.xlsx`, createWorkbook([...sheets, ...plans]));
  }
  const after = recalculate(files);
  const found: Record<string, readonly string[]> = {};
  for (const [name, plans] of planned) {
    found[name] = await differences(plans, after.get(`${name}.xlsx`)!);
  }
  return found;
}

describeWithLibreOffice('the tables of the form recalculated by LibreOffice', () => {
  it('give the cached sentences, judgements and numbers', async () => {
    const all = [COUNTY_SHEET, governmentSheet(), qualitySheet(), surveySheet(), vetoSheet()];
    const differing = await recalculated({
      met: { sheets: countyOf(all) },
      english: { sheets: countyOf(all), language: 'en-US' },
      varied: { sheets: countyOf(all, variedCounty()) },
      schoolsAlone: { sheets: countyOf([]) },
      formAlone: { sheets: countyOf(all, []).slice(1) },
      written: {
        sheets: countyOf([
          COUNTY_SHEET,
          governmentSheet({
            '1.conclusion': '达标。' + '全县学校布局规划经县政府批准，'.repeat(30),
            '2.conclusion': '已统一；城乡一个标准',
            '3.conclusion': '大体达标',
            '6.smallSchoolFunds': '156 万元',
            '7.specialFunds': '９６',
            '8.teacherWage': '9.2万元',
            '9.trainedTeachers': '2,400人',
            '10.conclusion': '=1+1',
            '13.nearbyPrimary': '100%',
            '13.nearbyJunior': '0.96',
            '14.places': '约一千',
          }),
          qualitySheet({ '9.mathsLevel': 3, '9.moralLevel': 'IV', '9.artsRatio': '12%' }),
          surveySheet([
            ['学生', '1200份', 1100, 1050, 200, 192],
            ['家长', 600, 560, '540', 100, 97],
          ]),
          vetoSheet({ 1: '不存在', 2: '待查', 3: '有' }),
        ]),
      },
      totalRows: {
        sheets: countyOf(all, [
          ...formSchools().slice(0, 3),
          { name: '小计', primaryStudents: 999, musicRooms: 6, primaryTeachers: 90 },
          ...formSchools().slice(3),
        ]),
      },
      merged: {
        sheets: countyOf(
          all,
          formSchools().map((school) =>
            school.name === '山里教学点' ? { ...school, mergedInto: '东关小学' } : school,
          ),
        ),
      },
      gaps: {
        sheets: countyOf(
          [],
          formSchools({ musicRooms: '', primaryClassesOver45: '-', trained360Teachers: '' }),
        ),
      },
      sameName: { sheets: countyOf(all, [...formSchools(), ...formSchools().slice(0, 1)]) },
      short: {
        sheets: countyOf(all, formSchools({ musicRooms: 0, trainingBudget: 2.999 })),
      },
    });
    expect(differing).toEqual({
      met: [],
      english: [],
      varied: [],
      schoolsAlone: [],
      formAlone: [],
      written: [],
      totalRows: [],
      merged: [],
      gaps: [],
      sameName: [],
      short: [],
    });
  }, 240_000);
});
