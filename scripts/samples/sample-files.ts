import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { planTemplate } from '../../src/reports/template-plan';
import { CN_2017 } from '../../src/standard/cn-2017';
import { completeForm } from './complete-form';
import { formSheets } from './county-form';
import type { GeneratedSchool } from './generated-school';
import { lastYearForm, lastYearSchools } from './last-year';
import { PASSING_FORM } from './passing-form';
import { passingCountySchools, sampleCountySchools } from './sample-county';
import { FORM_PROBLEMS, SAMPLE_FORM } from './sample-form';
import { samplesPage } from './samples-page';
import { schoolSheet } from './school-sheet';

/** The files of assets/samples, by name; the same at every call. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  const { schools, problems } = sampleCountySchools();
  const passing = passingCountySchools();
  const lastYear = lastYearSchools();
  return new Map([
    [
      'sample-county.xlsx',
      createWorkbook([
        schoolSheet(schools, closingRows(schools)),
        ...formSheets(completeForm(SAMPLE_FORM, schools, 720)),
      ]),
    ],
    [
      'sample-county-last-year.xlsx',
      createWorkbook([
        schoolSheet(lastYear.schools, closingRows(lastYear.schools)),
        ...formSheets(lastYearForm(lastYear.schools)),
      ]),
    ],
    [
      'passing-county.xlsx',
      createWorkbook([
        schoolSheet(passing),
        ...formSheets(completeForm(PASSING_FORM, passing, 800)),
      ]),
    ],
    ['template.xlsx', createWorkbook(planTemplate(CN_2017))],
    ['README.md', new TextEncoder().encode(samplesPage(problems, FORM_PROBLEMS, lastYear.changes))],
  ]);
}

/** The rows below the schools of a county's own list: a sum, and a note. */
function closingRows(schools: readonly GeneratedSchool[]): readonly GeneratedSchool[] {
  const students = schools.reduce((sum, school) => sum + Number(school.primaryStudents ?? 0), 0);
  return [
    { name: '合计', primaryStudents: students },
    { code: '注：本表为演示用的虚构数据，含有意安排的问题。' },
  ];
}
