import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { planTemplate } from '../../src/reports/template-plan';
import { CN_2017 } from '../../src/standard/cn-2017';
import { passingCountySchools, SAMPLE_COUNTY, sampleCountySchools } from './sample-county';
import { samplesPage } from './samples-page';
import { countySheet, schoolSheet } from './school-sheet';

/** The files of assets/samples, by name; the same at every call. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  const { schools, problems } = sampleCountySchools();
  const students = schools.reduce((sum, school) => sum + Number(school.primaryStudents ?? 0), 0);
  const closing = [
    { name: '合计', primaryStudents: students },
    { code: '注：本表为演示用的虚构数据，含有意安排的问题。' },
  ];
  return new Map([
    [
      'sample-county.xlsx',
      createWorkbook([schoolSheet(schools, closing), countySheet(SAMPLE_COUNTY, '2026')]),
    ],
    [
      'passing-county.xlsx',
      createWorkbook([schoolSheet(passingCountySchools()), countySheet('青川湖县', '2026')]),
    ],
    ['template.xlsx', createWorkbook(planTemplate(CN_2017))],
    ['README.md', new TextEncoder().encode(samplesPage(problems))],
  ]);
}
