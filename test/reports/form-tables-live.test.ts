import { expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { PlannedCell, SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import type { Language } from '../../src/locales/language';
import type { CellContent } from '../../src/workbook/source';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import type { ItemCells } from '../workbook/form-sheets';
import type { MemorySheet } from '../workbook/memory-source';
import { cellsOf, checkOf } from './county-workbook';
import type { TypedSchool } from './county-workbook';
import { countyOf, COUNTY_SHEET, formSchools } from './form-county';

const KEYS = ['table_1', 'table_2_2', 'table_4', 'table_5', 'table_6'] as const;

/** What somebody changes in the workbook after the tables were written. */
interface Change {
  readonly government?: ItemCells;
  readonly quality?: ItemCells;
  readonly survey?: readonly (readonly CellContent[])[];
  readonly veto?: Readonly<Record<number, CellContent>>;
  /** By the name of the school. */
  readonly schools?: Readonly<Record<string, TypedSchool>>;
  readonly county?: readonly (readonly CellContent[])[];
  /** What becomes of the judgement: the table, its row, 达标, 不达标 or 未判定. */
  readonly judged?: readonly ['table_4' | 'table_5', number, '达标' | '不达标' | '未判定'];
}

/** The number of an item and its row, which begins with the number. */
function judgementOf(plans: readonly SheetPlan[], key: string, item: number): unknown {
  const plan = plans.find((one) => one.key === key);
  const row = plan?.rows.find(({ cells }) => String(cells[0]?.value).startsWith(`${item}. `));
  return row?.cells.find(({ column }) => column === 2)?.value;
}

function sheetsOf(change: Change): readonly SheetPlan[] {
  const schools = formSchools().map((school) => ({
    ...school,
    ...change.schools?.[String(school.name)],
  }));
  const sheets: MemorySheet[] = [
    change.county === undefined ? COUNTY_SHEET : { name: '县域信息', rows: change.county },
    governmentSheet(change.government ?? {}),
    qualitySheet(change.quality ?? {}),
    change.survey === undefined ? surveySheet() : surveySheet(change.survey),
    vetoSheet(change.veto ?? {}),
  ];
  return countyOf(sheets, schools);
}

/** The cells in sight, by sheet and place. */
function inSight(plans: readonly SheetPlan[]): ReadonlyMap<string, PlannedCell> {
  return new Map(
    plans.flatMap(({ name, rows, hiddenColumns = [] }) =>
      rows.flatMap(({ number, cells }) =>
        cells
          .filter(({ column }) => !hiddenColumns.includes(column))
          .map((cell) => [`${name}!${number},${cell.column}`, cell] as const),
      ),
    ),
  );
}

const NAMES = { east: '东关小学', point: '河湾教学点', first: '一中', both: '金水学校' } as const;

const CHANGES: Readonly<Record<string, Change>> = {
  'a conclusion that no longer holds': {
    government: { '1.conclusion': '不达标：规划未批复' },
    judged: ['table_4', 1, '不达标'],
  },
  'a conclusion taken back': {
    government: { '2.conclusion': null },
    judged: ['table_4', 2, '未判定'],
  },
  'a conclusion in other words': {
    quality: { '6.conclusion': '良好，各校都有校园文化方案' },
    judged: ['table_5', 6, '达标'],
  },
  'a music room too few': {
    schools: { [NAMES.both]: { musicRooms: 1 } },
    judged: ['table_4', 3, '不达标'],
  },
  'an art room for the thirteenth class': {
    schools: { [NAMES.east]: { primaryClasses: 25 } },
    judged: ['table_4', 3, '不达标'],
  },
  'music rooms not counted yet, and no conclusion': {
    government: { '3.conclusion': null },
    schools: { [NAMES.first]: { musicRooms: '' } },
    judged: ['table_4', 3, '未判定'],
  },
  'a school of exactly 2000 pupils': {
    schools: { [NAMES.east]: { primaryStudents: 2000 } },
    judged: ['table_4', 4, '达标'],
  },
  'a school of 2001 pupils': {
    government: { '4.largePrimary': null },
    schools: { [NAMES.east]: { primaryStudents: 2001 } },
    judged: ['table_4', 4, '不达标'],
  },
  'a nine-year school of 2500 pupils': {
    government: { '4.largeMultiStage': null },
    schools: { [NAMES.both]: { primaryStudents: 1500, juniorStudents: 1000 } },
    judged: ['table_4', 4, '达标'],
  },
  'a nine-year school of 2501 pupils': {
    government: { '4.largeMultiStage': null },
    schools: { [NAMES.both]: { primaryStudents: 1500, juniorStudents: 1001 } },
    judged: ['table_4', 4, '不达标'],
  },
  'a school above the size stated by hand': {
    government: { '4.largeJunior': 1 },
    judged: ['table_4', 4, '不达标'],
  },
  'a class of 46': {
    government: { '5.largePrimaryClasses': null, '5.largeJuniorClasses': null },
    schools: { [NAMES.east]: { primaryLargestClass: 46, primaryClassesOver45: '' } },
    judged: ['table_4', 5, '不达标'],
  },
  'two classes above 50': {
    government: { '5.largeJuniorClasses': null },
    schools: { [NAMES.first]: { juniorLargestClass: 53, juniorClassesOver50: 2 } },
    judged: ['table_4', 5, '不达标'],
  },
  'small schools funded a fen below the quota': {
    government: { '6.smallSchoolFunds': 1559999.99, '6.conclusion': '达标' },
    judged: ['table_4', 6, '不达标'],
  },
  'small schools concluded without their funds': {
    government: { '6.smallSchoolFunds': null, '6.conclusion': '达标' },
    judged: ['table_4', 6, '达标'],
  },
  'no small schools': {
    government: { '6.smallSchoolPupils': 0, '6.conclusion': null },
    judged: ['table_4', 6, '达标'],
  },
  'more pupils in small schools than there can be': {
    government: { '6.smallSchoolPupils': 2000, '6.conclusion': null },
    judged: ['table_4', 6, '未判定'],
  },
  'special schools a yuan below 8000': {
    government: { '7.specialFunds': 95.9999, '7.specialPerPupil': null },
    judged: ['table_4', 7, '不达标'],
  },
  'special schools without their pupils': {
    government: { '7.specialPupils': null },
    judged: ['table_4', 7, '达标'],
  },
  'teachers paid as civil servants are': {
    government: { '8.teacherWage': 91500 },
    judged: ['table_4', 8, '达标'],
  },
  'teachers paid a fen less': {
    government: { '8.teacherWage': 91499.99 },
    judged: ['table_4', 8, '不达标'],
  },
  'one teacher without the training': {
    government: { '9.trainedTeachers': 2399, '9.trainedShare': null },
    judged: ['table_4', 9, '不达标'],
  },
  'training left to 学校数据': {
    government: { '9.trainedTeachers': null, '9.teachers': null, '9.trainedShare': null },
    judged: ['table_4', 9, '达标'],
  },
  'training not finished in 学校数据': {
    government: { '9.trainedTeachers': null, '9.teachers': null, '9.trainedShare': null },
    schools: { [NAMES.first]: { trained360Teachers: 29 } },
    judged: ['table_4', 9, '不达标'],
  },
  'exactly a tenth rotated, a fifth of them backbone teachers': {
    government: {
      '11.rotated': 120,
      '11.rotatedBackbone': 24,
      '11.rotatedShare': null,
      '11.backboneShare': null,
    },
    judged: ['table_4', 11, '达标'],
  },
  'one rotated too few': {
    government: { '11.rotated': 119, '11.rotatedShare': null },
    judged: ['table_4', 11, '不达标'],
  },
  'only the shares of rotation': {
    government: { '11.rotated': null, '11.rotatedBackbone': null, '11.backboneShare': 0.1999 },
    judged: ['table_4', 11, '不达标'],
  },
  'certificates missing in 学校数据 that nobody stated': {
    government: { '12.certified': null },
    schools: { [NAMES.point]: { certifiedTeachers: '' } },
    judged: ['table_4', 12, '达标'],
  },
  'catchment of 0.95 and 1': {
    government: { '13.nearbyPrimary': 1, '13.nearbyJunior': 0.95 },
    judged: ['table_4', 13, '达标'],
  },
  'catchment of 99.99': {
    government: { '13.nearbyPrimary': 99.99 },
    judged: ['table_4', 13, '不达标'],
  },
  'catchment above a hundred': {
    government: { '13.nearbyJunior': 101 },
    judged: ['table_4', 13, '未判定'],
  },
  'exactly half the places allotted': {
    government: { '14.allotted': 500, '14.allottedShare': null },
    judged: ['table_4', 14, '达标'],
  },
  'half a place too few': {
    government: { '14.allotted': 499, '14.allottedRural': null, '14.ruralShare': null },
    judged: ['table_4', 14, '不达标'],
  },
  'more places allotted to the country than there are': {
    government: { '14.allottedRural': 700 },
    judged: ['table_4', 14, '未判定'],
  },
  'exactly 85 % of the migrants in school': {
    government: { '15.inPublic': 1700, '15.inPurchased': 0, '15.inBoth': null },
    judged: ['table_4', 15, '达标'],
  },
  'one migrant too few': {
    government: { '15.inPublic': 1699, '15.inPurchased': 0, '15.inBoth': 1700 },
    judged: ['table_4', 15, '不达标'],
  },
  'retention just below 95 %': {
    quality: { '1.graduates': 2782, '1.retention': null },
    judged: ['table_5', 1, '不达标'],
  },
  'retention beyond a hundred': {
    quality: { '1.graduates': 3000 },
    judged: ['table_5', 1, '未判定'],
  },
  'a negative number': { quality: { '1.deaths': -1 }, judged: ['table_5', 1, '未判定'] },
  'exactly 95 % of the disabled in school': {
    quality: { '2.disabled': 100, '2.attending': 95, '2.attendance': null },
    judged: ['table_5', 2, '达标'],
  },
  'training budgets a fen below 5 %': {
    schools: { [NAMES.east]: { trainingBudget: 2.9999 } },
    judged: ['table_5', 4, '不达标'],
  },
  'training budgets that one school lacks': {
    quality: { '4.conclusion': null },
    schools: { [NAMES.first]: { publicFundsBudget: '' } },
    judged: ['table_5', 4, '未判定'],
  },
  'a ratio of 0.15': { quality: { '9.mathsRatio': 0.15 }, judged: ['table_5', 9, '不达标'] },
  'a ratio above 1': { quality: { '9.mathsRatio': 12 }, judged: ['table_5', 9, '未判定'] },
  'a level of Ⅱ': { quality: { '9.artsLevel': 'Ⅱ级' }, judged: ['table_5', 9, '不达标'] },
  'a subject not tested': {
    quality: { '9.artsLevel': '未监测', '9.artsRatio': null },
    judged: ['table_5', 9, '达标'],
  },
  'no subject tested': {
    quality: Object.fromEntries(
      ['chinese', 'maths', 'science', 'sports', 'arts', 'moral'].flatMap((subject) => [
        [`9.${subject}Level`, '未监测'],
        [`9.${subject}Ratio`, null],
      ]),
    ),
    judged: ['table_5', 9, '未判定'],
  },
  'a survey of exactly 85 %': {
    survey: [
      ['计', 1200, 1000, 850, 200, 170],
      ['其中家长', 600, 560, 540, 100, 97],
    ],
  },
  'parents just below': {
    survey: [
      ['计', 1200, 1100, 1050, 200, 192],
      ['其中家长', 600, 1000, 849, 100, 97],
    ],
  },
  'a survey in which nobody was visited': {
    survey: [
      ['计', 1200, 1100, 1050, 0, 0],
      ['其中家长', 600, 560, 540, null, null],
    ],
  },
  'a survey without the satisfied': {
    survey: [
      ['计', 1200, 1100, null, 200, 192],
      ['其中家长', 600, 560, 540, 100, 97],
    ],
  },
  'more satisfied than asked': {
    survey: [
      ['计', 1200, 1100, 1101, 200, 192],
      ['其中家长', 600, 560, 540, 100, 97],
    ],
  },
  'a veto matter that exists': { veto: { 3: '是' } },
  'a veto matter that nobody answered': { veto: { 5: null } },
  'other numbers of the county': {
    county: COUNTY_SHEET.rows.map((row) => (row[0] === 'L3乡镇数' ? ['L3乡镇数', 19] : row)),
    schools: { [NAMES.east]: { type: '教学点', primaryStudents: 50 } },
  },
};

/** What a change touches: changes that touch different things can be made in one workbook. */
function touched(change: Change): readonly string[] {
  const items = (table: string, cells: ItemCells = {}): string[] =>
    Object.keys(cells).map((key) => `${table} ${key.split('.')[0] ?? ''}`);
  return [
    ...items('table_4', change.government),
    ...items('table_5', change.quality),
    ...Object.keys(change.schools ?? {}),
    ...(change.survey === undefined ? [] : ['survey']),
    ...(change.veto === undefined ? [] : ['veto']),
    ...(change.county === undefined ? [] : ['county']),
    ...(change.judged === undefined ? [] : [change.judged.slice(0, 2).join(' ')]),
  ];
}

interface Round {
  readonly change: Change;
  readonly judged: readonly (readonly [string, NonNullable<Change['judged']>])[];
  readonly touches: ReadonlySet<string>;
}

/** As few workbooks as the changes fit in. */
function rounds(): readonly Round[] {
  const packed: Round[] = [];
  for (const [name, change] of Object.entries(CHANGES)) {
    const own = touched(change);
    const judged = change.judged === undefined ? [] : ([[name, change.judged]] as const);
    const index = packed.findIndex(({ touches }) => !own.some((one) => touches.has(one)));
    const known = packed[index];
    if (known === undefined) {
      packed.push({ change, judged, touches: new Set(own) });
      continue;
    }
    packed[index] = {
      change: {
        ...known.change,
        ...change,
        government: { ...known.change.government, ...change.government },
        quality: { ...known.change.quality, ...change.quality },
        schools: { ...known.change.schools, ...change.schools },
      },
      judged: [...known.judged, ...judged],
      touches: new Set([...known.touches, ...own]),
    };
  }
  return packed;
}

/** Cells in sight that are not what a new check says, after the formulas written before were recalculated. */
async function compare(
  files: ReadonlyMap<string, Uint8Array>,
  written: readonly SheetPlan[],
  checked: ReadonlyMap<string, readonly SheetPlan[]>,
): Promise<{ readonly differing: readonly string[]; readonly compared: number }> {
  const after = recalculate(files);
  const differing: string[] = [];
  const formulas = inSight(written);
  let compared = 0;
  for (const [file, plans] of checked) {
    const computed = await cellsOf(after.get(file)!);
    for (const [place, { value }] of inSight(plans)) {
      const formula = formulas.get(place)?.formula;
      const [sheet = '', cell = ''] = place.split('!');
      if (formula === undefined || sheet === '表Ⅱ-2') continue;
      compared += 1;
      const found = computed.get(sheet)?.get(cell) ?? '';
      const expected = value ?? '';
      const equal =
        typeof found === 'number' && typeof expected === 'number'
          ? Math.abs(found - expected) <= 1e-9
          : found === expected;
      if (!equal)
        differing.push(`${file} ${place}: ${String(expected)} ≠ ${JSON.stringify(found)}`);
    }
  }
  return { differing, compared };
}

describeWithLibreOffice('the tables of the form after something was changed', () => {
  it.each<Language>(['zh-CN', 'en-US'])(
    'say in every cell what a new check would say (%s)',
    async (language) => {
      const before = await checkOf(sheetsOf({}));
      const written = planSummary(before, { keys: KEYS, language });
      const files = new Map<string, Uint8Array>();
      const checked = new Map<string, readonly SheetPlan[]>();
      for (const [index, { change, judged }] of rounds().entries()) {
        const file = `${index}.xlsx`;
        const sheets = sheetsOf(change);
        const plans = planSummary(await checkOf(sheets), { keys: KEYS, language });
        checked.set(file, plans);
        files.set(file, createWorkbook([...sheets, ...written]));
        for (const [name, [table, item, word]] of language === 'zh-CN' ? judged : []) {
          expect([name, judgementOf(plans, table, item)]).toEqual([name, word]);
        }
      }
      const { differing, compared } = await compare(files, written, checked);
      expect(differing).toEqual([]);
      expect(compared).toBeGreaterThan(80 * files.size);
    },
    240_000,
  );

  it('follow what is filled in after they were written from blank sheets', async () => {
    const open = (sheet: MemorySheet, column: number): MemorySheet => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) =>
        row === 0 ? cells : cells.map((cell, at) => (at === column ? null : cell)),
      ),
    });
    const [government, quality, veto] = [governmentSheet(), qualitySheet(), vetoSheet()];
    const blank = countyOf([open(government, 3), open(quality, 3), open(veto, 1)]);
    const filled = countyOf([government, quality, veto]);
    const keys = ['table_2_2', 'table_4', 'table_5', 'table_6'] as const;
    const plans = async (sheets: readonly SheetPlan[]): Promise<readonly SheetPlan[]> =>
      planSummary(await checkOf(sheets), { keys, language: 'zh-CN' });
    const written = await plans(blank);
    const { differing, compared } = await compare(
      new Map([['filled.xlsx', createWorkbook([...filled, ...written])]]),
      written,
      new Map([['filled.xlsx', await plans(filled)]]),
    );
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });
});
