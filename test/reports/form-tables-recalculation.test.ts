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
      short: [],
    });
  });
});
