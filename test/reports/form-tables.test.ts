import { describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import type { Language } from '../../src/locales/language';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import type { MemorySheet } from '../workbook/memory-source';
import { cellAt, checkOf } from './county-workbook';
import { FIRST_SUMMARY } from './first-summary';
import { countyOf, COUNTY_SHEET, formSchools, planOf } from './form-county';

const KEYS = ['table_1', 'table_4', 'table_5', 'table_6'] as const;

function planned(
  check: WorkbookCheck,
  key: (typeof KEYS)[number],
  language: Language = 'zh-CN',
): SheetPlan {
  return planSummary(check, { keys: KEYS, language }).find((plan) => plan.key === key)!;
}

/** Sentence and judgement of each item of 表Ⅳ or 表Ⅴ. */
function itemsOf(plan: SheetPlan): unknown[][] {
  return plan.rows
    .filter(({ cells }) => /^\d+\. /.test(String(cells[0]?.value)))
    .map(({ number }) => [cellAt(plan, number, 1)?.value, cellAt(plan, number, 2)?.value]);
}

const ALL: readonly MemorySheet[] = [
  COUNTY_SHEET,
  governmentSheet(),
  qualitySheet(),
  surveySheet(),
  vetoSheet(),
];

describe('表Ⅰ', () => {
  const row = (plan: SheetPlan, number: number): unknown[] =>
    Array.from({ length: 8 }, (_, column) => cellAt(plan, number, column)?.value ?? null);

  it('counts what follows from 学校数据 and takes the rest from 县域信息', async () => {
    const plan = planned(await checkOf(countyOf(ALL)), 'table_1');
    expect(row(plan, 6)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8']);
    expect(row(plan, 7)).toEqual([45.678, 12.5, 12, null, 45678.9, null, null, null]);
    expect(row(plan, 12)).toEqual([2, 1, 1, 0, 0, 1, 2, 1]);
    expect(row(plan, 17)).toEqual([72, 18, 1662, 800, 160, 180, null, 60]);
    expect(cellAt(plan, 7, 0)?.style?.numberFormat).toBe('decimal2');
    expect(cellAt(plan, 7, 4)?.style?.numberFormat).toBe('integer');
    const formula = (number: number, column: number): string =>
      cellAt(plan, number, column)?.formula ?? '';
    expect(formula(7, 0)).toContain("'县域信息'!B5");
    expect(formula(12, 0)).toContain('"完全小学"');
    expect(formula(17, 2)).toMatch(/^SUM\('学校数据'!\$/);
    expect(cellAt(plan, 7, 3)?.formula).toBeUndefined();
  });

  it('names county, year and who reports, and is signed and sealed', async () => {
    const plan = planned(await checkOf(countyOf(ALL)), 'table_1');
    const texts = plan.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(texts).toContain('县（市、区）：测试县        年度：2025        填报单位：测试县教育局');
    expect(texts).toContain('负责人（签字）：');
    expect(plan.print).toEqual({ orientation: 'landscape', pagesTall: 1 });
  });

  it('states a total as the county does where special schools are left out of it', async () => {
    const rows = [...COUNTY_SHEET.rows, ['L19在校学生数：小学', 1262]];
    const sheets = [{ name: '县域信息', rows }];
    const plan = planned(await checkOf(countyOf(sheets)), 'table_1');
    expect(cellAt(plan, 17, 2)).toMatchObject({ value: 1262 });
    expect(cellAt(plan, 17, 2)?.formula).toContain('"特殊教育学校"');
  });

  it('keeps what the county states of schools that it does not list', async () => {
    const rows = [...COUNTY_SHEET.rows, ['L14特殊教育学校', 1]];
    const listed = formSchools().filter(({ type }) => type !== '特殊教育学校');
    const plan = planned(await checkOf(countyOf([{ name: '县域信息', rows }], listed)), 'table_1');
    expect(cellAt(plan, 12, 5)?.value).toBe(1);
  });

  it('stands beside a 表Ⅰ that somebody filled in', async () => {
    const typed = planOf({ name: '表Ⅰ', rows: [['L1人口总数'], [50.25]] });
    const check = await checkOf([...countyOf([]), typed]);
    const plan = planned(check, 'table_1');
    expect(plan.name).toBe('表Ⅰ（复算）');
    expect(cellAt(plan, 7, 0)?.value).toBe(50.25);
  });

  it('is not read as input when it was written by this program', async () => {
    const sheets = countyOf([COUNTY_SHEET]);
    const first = await checkOf(sheets);
    const again = await checkOf([...sheets, planned(first, 'table_1')]);
    expect(again.countyInformation).toEqual(first.countyInformation);
    expect(again.findings).toEqual(first.findings);
  });
});

describe('表Ⅳ', () => {
  it('fills in the sentence of every item and says whether it is met', async () => {
    const plan = planned(await checkOf(countyOf(ALL)), 'table_4');
    expect(itemsOf(plan)).toEqual([
      ['达标', '达标'],
      ['达标', '达标'],
      ['达标；按学校数据，音乐、美术教室分别计算0所学校未达到，合并计算0所学校未达到', '达标'],
      ['超过2000人的小学0所，超过2000人的初中0所，超过2500人的一贯制学校0所。', '达标'],
      ['超过45人的小学班级0个，超过50人的初中班级0个。', '达标'],
      ['不足100人的村小学和教学点学生1240人，公用经费1560000元。', '达标'],
      ['特殊教育学校公用经费96万元，特殊教育学生120人，生均公用经费8000元。', '达标'],
      ['教师年平均工资收入92000元，公务员年平均工资收入91500元。', '达标'],
      ['完成360学时培训的教师2400人，全县教师2400人，完成率100.0%。', '达标'],
      ['达标', '达标'],
      [
        '符合交流轮岗条件教师1200名，上一年度交流轮岗教师150名，占12.5%；其中骨干教师36名，占交流轮岗教师的24.0%。',
        '达标',
      ],
      ['在岗专任教师2300人，持有教师资格证的专任教师2300人，占100.0%。', '达标'],
      ['城区和镇区公办小学就近划片入学比例100.0%，初中96.0%。', '达标'],
      [
        '优质高中招生名额总数1000人，分配名额600人，占60.0%；其中分配农村学校330人，占分配名额的55.0%。',
        '达标',
      ],
      [
        '符合条件的随迁子女2000人，在公办学校就读1700人，在政府购买服务的民办学校就读200人，合计1900人，占95.0%。',
        '达标',
      ],
    ]);
  });

  it('leaves blanks to write in, and fills in what 学校数据 gives by itself', async () => {
    const plan = planned(await checkOf(countyOf([])), 'table_4');
    const items = itemsOf(plan);
    expect(items[0]).toEqual(['＿＿＿', '未判定']);
    expect(items[2]).toEqual([
      '按学校数据，音乐、美术教室分别计算0所学校未达到，合并计算0所学校未达到',
      '达标',
    ]);
    expect(items[6]).toEqual([
      '特殊教育学校公用经费＿＿＿万元，特殊教育学生＿＿＿人，生均公用经费＿＿＿元。',
      '未判定',
    ]);
    expect(items[8]).toEqual(['完成360学时培训的教师240人，全县教师240人，完成率100.0%。', '达标']);
  });

  it('judges nothing by the schools of a workbook that lists none', async () => {
    const check = await checkOf(countyOf([governmentSheet({ '4.largePrimary': null })], []));
    expect(check.reading?.schools).toEqual([]);
    const items = itemsOf(planned(check, 'table_4'));
    expect(items[2]).toEqual(['达标', '达标']);
    expect(items[3]).toEqual([
      '超过2000人的小学＿＿＿所，超过2000人的初中0所，超过2500人的一贯制学校0所。',
      '未判定',
    ]);
  });

  it('shows as many decimals as it takes where rounding would make an item look met', async () => {
    const sheet = governmentSheet({
      '9.trainedTeachers': 2399,
      '9.trainedShare': null,
      '7.specialFunds': 95.9999,
    });
    const items = itemsOf(planned(await checkOf(countyOf([sheet])), 'table_4'));
    expect(items[8]).toEqual([
      '完成360学时培训的教师2399人，全县教师2400人，完成率99.95833%。',
      '不达标',
    ]);
    expect(items[6]?.[0]).toContain('生均公用经费7999.99167元');
  });

  it('holds no text from a cell in a formula of its own', async () => {
    const sheet = governmentSheet({
      '1.conclusion': '=HYPERLINK("http://a")',
      '2.conclusion': '"&A1&"',
    });
    const plan = planned(await checkOf(countyOf([sheet])), 'table_4');
    expect(itemsOf(plan).slice(0, 2)).toEqual([
      ['=HYPERLINK("http://a")', '未判定'],
      ['"&A1&"', '未判定'],
    ]);
    const formulas = plan.rows.flatMap(({ cells }) => cells.map(({ formula }) => formula ?? ''));
    expect(formulas.join('\n')).not.toContain('HYPERLINK');
  });

  it('counts schools in the reading of item 3 that the standard sets', async () => {
    const check = async (artRooms: 'each' | 'inAll'): Promise<unknown> => {
      const standard = { ...CN_2017, switches: { ...CN_2017.switches, artRooms } };
      const sheets = countyOf([], formSchools({ musicRooms: 0 }));
      return itemsOf(planned(await checkOf(sheets, standard), 'table_4'))[2]?.[1];
    };
    expect([await check('each'), await check('inAll')]).toEqual(['不达标', '达标']);
  });
});

describe('表Ⅴ', () => {
  it('fills in the sentence of every item and says whether it is met', async () => {
    const sheet = qualitySheet({ '9.artsLevel': '未监测', '9.artsRatio': null });
    const plan = planned(await checkOf(countyOf([sheet])), 'table_5');
    const items = itemsOf(plan);
    expect(items[0]).toEqual([
      '初中毕业班学生2900人，三年前该年级入学学生2950人，毕业年级三年转入40人、死亡0人、转出60人，三年巩固率99.0%。',
      '达标',
    ]);
    expect(items[3]).toEqual(['达标；按学校数据，0所学校未达到', '达标']);
    expect(items[8]).toEqual([
      '语文Ⅲ级，校际差异率0.12；数学Ⅲ级，校际差异率0.12；科学Ⅲ级，校际差异率0.12；体育Ⅲ级，校际差异率0.12；艺术未监测，校际差异率——；德育Ⅲ级，校际差异率0.12',
      '达标',
    ]);
  });
});

describe('表Ⅵ', () => {
  it('gives the rates of all and of parents, and the judgement', async () => {
    const plan = planned(await checkOf(countyOf(ALL)), 'table_6');
    const row = (number: number): unknown[] =>
      Array.from({ length: 9 }, (_, column) => cellAt(plan, number, column)?.value);
    expect(row(5)).toEqual(['计', 1200, 1100, 1050, 1050 / 1100, 200, 192, 0.96, '达标']);
    expect(row(6)).toEqual(['其中家长', 600, 560, 540, 540 / 560, 100, 97, 0.97, '达标']);
    expect(cellAt(plan, 7, 8)?.value).toBe('达标');
  });

  it('adds up groups where there is no row 计', async () => {
    const survey = surveySheet([
      ['学生', 500, 400, 390, null, null],
      ['家长', 500, 400, 300, null, null],
    ]);
    const plan = planned(await checkOf(countyOf([survey])), 'table_6');
    expect(cellAt(plan, 5, 2)?.value).toBe(800);
    expect(cellAt(plan, 5, 8)?.value).toBe('达标');
    expect(cellAt(plan, 6, 8)?.value).toBe('不达标');
    expect(cellAt(plan, 7, 8)?.value).toBe('不达标');
  });

  it('lists the veto matters beneath', async () => {
    const plan = planned(await checkOf(countyOf([vetoSheet({ 2: '是', 6: null })])), 'table_6');
    const answers = plan.rows.flatMap(({ number, cells }) =>
      /^\d\. /.test(String(cells[0]?.value)) ? [cellAt(plan, number, 7)?.value] : [],
    );
    expect(answers).toEqual(['否', '是', '否', '否', '否', '＿＿＿']);
    const texts = plan.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(texts).toContain('存在否决事项');
  });
});

describe('the tables of the form', () => {
  it('leave everything to be written in where nothing was filled in', async () => {
    const check = await checkOf(countyOf([]));
    const plan = planned(check, 'table_6');
    expect(cellAt(plan, 5, 1)?.value).toBeNull();
    expect(cellAt(plan, 7, 8)?.value).toBe('未判定');
    expect(itemsOf(planned(check, 'table_5'))[0]?.[1]).toBe('未判定');
  });

  it('are the same parts when they are written again', async () => {
    const book = async (): Promise<Uint8Array> =>
      createWorkbook(planSummary(await checkOf(countyOf(ALL)), FIRST_SUMMARY));
    expect(await book()).toEqual(await book());
  });

  it('keep to what Excel 2016 takes: its functions, 8192 characters, 255 in a text', async () => {
    const check = await checkOf(countyOf(ALL));
    const formulas = (['zh-CN', 'en-US'] as const)
      .flatMap((language) => planSummary(check, { keys: KEYS, language }))
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .flatMap(({ formula }) => formula ?? []);
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
    const texts = formulas.flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(255);
    const used = formulas.flatMap(
      (formula) => formula.replace(/"[^"]*"/g, '').match(/[A-Z.]+(?=\()/g) ?? [],
    );
    expect([...new Set(used)].sort()).toEqual([
      'AND',
      'CHOOSE',
      'COUNT',
      'COUNTIF',
      'COUNTIFS',
      'FIND',
      'IF',
      'IFERROR',
      'INDEX',
      'INT',
      'ISNUMBER',
      'LEFT',
      'LOOKUP',
      'MATCH',
      'MID',
      'N',
      'NOT',
      'OR',
      'REPT',
      'ROUND',
      'ROUNDUP',
      'ROW',
      'ROWS',
      'SUBSTITUTE',
      'SUM',
      'SUMIF',
      'SUMPRODUCT',
      'TEXT',
      'TRIM',
      'UPPER',
      'VALUE',
    ]);
  });

  it('stay few enough to write a county quickly', async () => {
    const plans = planSummary(await checkOf(countyOf(ALL)), { keys: KEYS, language: 'zh-CN' });
    const formulas = plans
      .filter(({ key }) => key !== 'table_2_2')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeLessThan(400);
  });
});
