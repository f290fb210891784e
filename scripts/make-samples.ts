import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkbook } from '../src/ooxml/write/create-workbook';
import { planTemplate } from '../src/reports/template-plan';
import { CN_2017 } from '../src/standard/cn-2017';
import { countySheet, schoolSheet } from './samples/school-sheet';
import { passingCountySchools, SAMPLE_COUNTY, sampleCountySchools } from './samples/sample-county';
import { samplesPage } from './samples/samples-page';

const FOLDER = 'assets/samples';
mkdirSync(FOLDER, { recursive: true });

const { schools, problems } = sampleCountySchools();
const students = schools.reduce((sum, school) => sum + Number(school.primaryStudents ?? 0), 0);
writeFileSync(
  path.join(FOLDER, 'sample-county.xlsx'),
  createWorkbook([
    schoolSheet(schools, [
      { name: '合计', primaryStudents: students },
      { code: '注：本表为演示用的虚构数据，含有意安排的问题。' },
    ]),
    countySheet(SAMPLE_COUNTY, '2026'),
  ]),
);
writeFileSync(
  path.join(FOLDER, 'passing-county.xlsx'),
  createWorkbook([schoolSheet(passingCountySchools()), countySheet('青川湖县', '2026')]),
);
writeFileSync(path.join(FOLDER, 'template.xlsx'), createWorkbook(planTemplate(CN_2017)));
writeFileSync(path.join(FOLDER, 'README.md'), samplesPage(problems));
