import { describe, expect, it } from '@jest/globals';

import type { Finding } from '../../src/assessment/finding';
import type { Quantity } from '../../src/standard/quantities';
import { CN_2017 } from '../../src/standard/cn-2017';
import { findSchoolSheets } from '../../src/workbook/find-school-sheets';
import { readSchools } from '../../src/workbook/read-schools';
import type { ReadSchools } from '../../src/workbook/read-schools';
import { CellDate, CellFault, UncalculatedFormula } from '../../src/workbook/source';
import type { CellContent } from '../../src/workbook/source';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_PRIMARY, HEADINGS, schoolSheet, table } from './school-sheet';

async function read(sheet: MemorySheet): Promise<ReadSchools> {
  const source = new MemorySource([sheet]);
  const { sheets } = findSchoolSheets(await source.heads(), CN_2017, null);
  return readSchools(source, sheets, CN_2017, () => undefined);
}

/** A finding as code, cell and what it found. */
function brief({ code, cell, actual }: Finding): string {
  return `${code} ${cell ?? '-'} ${actual ?? '-'}`;
}

interface CellCase {
  readonly heading: string;
  readonly quantity: Quantity;
  readonly content: CellContent;
  /** null is blank, 'fault' an unusable cell. */
  readonly read: number | null | 'fault';
  readonly findings: readonly string[];
}

const STUDENTS = { heading: '小学在校生数', quantity: 'primaryStudents' } as const;
const JUNIOR_TEACHERS = { heading: '初中骨干教师数', quantity: 'juniorBackboneTeachers' } as const;
const BACKBONE = { heading: '小学骨干教师数', quantity: 'primaryBackboneTeachers' } as const;
const AREA = { heading: '教学及辅助用房面积', quantity: 'teachingArea' } as const;
const MONEY = { heading: '教学仪器设备值(万元)', quantity: 'equipmentValue' } as const;
const MUSIC = { heading: '达标音乐教室数', quantity: 'musicRooms' } as const;

const CELLS: readonly CellCase[] = [
  { ...STUDENTS, content: 500, read: 500, findings: [] },
  { ...STUDENTS, content: 0, read: 0, findings: [] },
  { ...STUDENTS, content: null, read: null, findings: [] },
  { ...STUDENTS, content: '', read: null, findings: [] },
  { ...STUDENTS, content: '　', read: null, findings: [] },
  { ...STUDENTS, content: '—', read: null, findings: [] },
  { ...STUDENTS, content: '500', read: 500, findings: ['number-as-text I2 500'] },
  { ...STUDENTS, content: '５００', read: 500, findings: ['full-width-number I2 ５００'] },
  { ...STUDENTS, content: '500人', read: 500, findings: ['full-width-number I2 500人'] },
  { ...STUDENTS, content: '1,500', read: 1500, findings: ['full-width-number I2 1,500'] },
  { ...STUDENTS, content: '约500', read: 'fault', findings: ['not-a-number I2 约500'] },
  { ...STUDENTS, content: true, read: 'fault', findings: ['not-a-number I2 TRUE'] },
  { ...STUDENTS, content: -3, read: 'fault', findings: ['negative-number I2 -3'] },
  { ...STUDENTS, content: '-3', read: 'fault', findings: ['negative-number I2 -3'] },
  { ...STUDENTS, content: 120.5, read: 'fault', findings: ['fraction-for-count I2 120.5'] },
  {
    ...STUDENTS,
    content: 120.0000000001,
    read: 'fault',
    findings: ['fraction-for-count I2 120.0000000001'],
  },
  { ...STUDENTS, content: 120.00000000000001, read: 120, findings: [] },
  { ...STUDENTS, content: '120.0', read: 120, findings: ['number-as-text I2 120.0'] },
  {
    ...STUDENTS,
    content: new CellFault('#DIV/0!'),
    read: 'fault',
    findings: ['formula-error I2 #DIV/0!'],
  },
  {
    ...STUDENTS,
    content: new UncalculatedFormula('B2+C2'),
    read: 'fault',
    findings: ['formula-not-calculated I2 =B2+C2'],
  },
  {
    ...STUDENTS,
    content: new CellDate(45536),
    read: 'fault',
    findings: ['date-for-number I2 2024-09-01'],
  },
  { ...BACKBONE, content: '无', read: 'fault', findings: ['not-a-number X2 无'] },
  { ...JUNIOR_TEACHERS, content: '—', read: null, findings: [] },
  { ...JUNIOR_TEACHERS, content: '/', read: null, findings: [] },
  { ...JUNIOR_TEACHERS, content: '无', read: null, findings: [] },
  { ...AREA, content: '—', read: 'fault', findings: ['not-a-number AB2 —'] },
  { ...AREA, content: 2600.5, read: 2600.5, findings: [] },
  { ...AREA, content: '2600㎡', read: 2600, findings: ['full-width-number AB2 2600㎡'] },
  { ...MONEY, content: 128.55, read: 128.55, findings: [] },
  { ...MONEY, content: '1285500元', read: 128.55, findings: ['full-width-number AE2 1285500元'] },
  { ...MUSIC, content: '无', read: null, findings: [] },
];

describe('a cell of a school', () => {
  it.each(CELLS)('$heading $content reads $read', async (one) => {
    const { reading, findings } = await read(
      schoolSheet([{ ...GOOD_PRIMARY, [one.heading]: one.content }]),
    );
    const school = reading.schools[0]!;
    expect(findings.map(brief)).toEqual(one.findings);
    expect(school.isFaulty(one.quantity)).toBe(one.read === 'fault');
    expect(school.amount(one.quantity)).toBe(one.read === 'fault' ? null : one.read);
  });

  it('that cannot be used says school, stage and column', async () => {
    const { findings } = await read(schoolSheet([{ ...GOOD_PRIMARY, 小学骨干教师数: '若干' }]));
    expect(findings[0]).toMatchObject({
      severity: 'error',
      sheet: '学校数据',
      cell: 'X2',
      school: '城关镇第一小学',
      stage: 'primary',
      actual: '若干',
      parameters: { heading: '小学骨干教师数' },
    });
  });

  it('is a number that the school is known to lack only with a stage that has pupils', async () => {
    const { findings } = await read(
      schoolSheet([{ ...GOOD_PRIMARY, 初中在校生数: 30, 初中骨干教师数: '—' }]),
    );
    expect(findings.map(brief)).toEqual(['not-a-number Y2 —']);
  });

  it.each([
    ['教学仪器设备值（元）', 1234567.89, 123.456789],
    ['教学仪器设备值(千元)', 1234.5, 123.45],
    ['教学仪器设备资产值（亿元）', 0.0123, 123],
    ['教学仪器设备值', 123.45, 123.45],
  ])('under %s is kept in 万元', async (heading, written, amount) => {
    const headings = HEADINGS.map((one) => (one === '教学仪器设备值(万元)' ? heading : one));
    const { reading } = await read({
      name: '学校数据',
      rows: table(headings, [{ ...GOOD_PRIMARY, [heading]: written }]),
    });
    expect(reading.schools[0]!.amount('equipmentValue')).toBe(amount);
  });
});

describe('a row of a school', () => {
  it('keeps what it says in words', async () => {
    const { reading, findings } = await read(
      schoolSheet([
        {
          ...GOOD_PRIMARY,
          学校标识码: ' ０３４１０００００1 ',
          学校名称: ' 东街小学 ',
          办学类型: '完全小学',
          举办者类型: 10,
          城乡分类: '122',
          所属集团: '东街集团',
          寄宿制: '是',
          并入学校: '—',
        },
      ]),
    );
    expect(findings).toEqual([]);
    expect(reading.schools[0]!.description).toEqual({
      name: '东街小学',
      code: '0341000001',
      typeText: '完全小学',
      type: 'primary',
      ownership: 10,
      locality: 'town',
      group: '东街集团',
      boarding: true,
      mergedInto: '',
    });
  });

  it('reports words it does not know', async () => {
    const { reading, findings } = await read(
      schoolSheet([
        {
          ...GOOD_PRIMARY,
          学校标识码: '31410001',
          办学类型: '学校',
          举办者类型: '公办',
          城乡分类: '山区',
          寄宿制: '部分',
        },
      ]),
    );
    expect(findings.map(brief)).toEqual([
      'code-malformed A2 31410001',
      'type-unknown C2 学校',
      'ownership-unknown D2 公办',
      'locality-unknown E2 山区',
      'boarding-unknown G2 部分',
    ]);
    expect(reading.schools[0]!.description).toMatchObject({
      type: null,
      ownership: null,
      locality: null,
      boarding: null,
    });
  });

  it('takes a numeric 标识码 of ten digits, and warns of nine', async () => {
    const { reading, findings } = await read(
      schoolSheet([
        { ...GOOD_PRIMARY, 学校标识码: 3141000009 },
        { ...GOOD_PRIMARY, 学校名称: '西街小学', 学校标识码: 341000009 },
      ]),
    );
    expect(reading.schools.map(({ description }) => description.code)).toEqual([
      '3141000009',
      '341000009',
    ]);
    expect(findings.map(brief)).toEqual(['code-malformed A3 341000009']);
  });

  it('without a name goes by its 标识码, else by its row', async () => {
    const { reading, findings } = await read(
      schoolSheet([
        { ...GOOD_PRIMARY, 学校名称: null },
        { ...GOOD_PRIMARY, 学校名称: '  ', 学校标识码: null },
        { ...GOOD_PRIMARY, 学校名称: new CellFault('#N/A'), 学校标识码: '3141000077' },
      ]),
    );
    expect(reading.schools.map(({ name }) => name)).toEqual(['3141000001', '第3行', '3141000077']);
    expect(findings.map(({ code }) => code)).toEqual([
      'name-missing',
      'name-missing',
      'name-missing',
    ]);
  });

  it('knows its cells', async () => {
    const { reading } = await read(schoolSheet([GOOD_PRIMARY]));
    expect(reading.schools[0]!.cell('primaryStudents')).toEqual({ sheet: '学校数据', cell: 'I2' });
    expect(reading.layouts).toMatchObject([
      { sheet: '学校数据', headerRows: [1, 1], firstRow: 2, lastRow: 2 },
    ]);
  });
});

const AMOUNTS = { 小学在校生数: 500, 教学及辅助用房面积: 3000 };

describe('rows that are not schools', () => {
  it.each([
    ['a total in the name column', { 学校名称: '合计', ...AMOUNTS }],
    ['a total with spaces', { 学校名称: '合  计', ...AMOUNTS }],
    ['a total in the code column', { 学校标识码: '总计', ...AMOUNTS }],
    ['a total with a count beside it', { 学校标识码: '合计', 学校名称: '56所', ...AMOUNTS }],
    ['a total of a township', { 学校名称: '城关镇小计', ...AMOUNTS }],
    ['a total of a group', { 所属集团: '城关集团小计', ...AMOUNTS }],
    ['a total with the number of schools', { 学校名称: '合计（56所）', ...AMOUNTS }],
    ['an average', { 学校名称: '全县平均值', ...AMOUNTS }],
    ['a note', { 学校标识码: '注：数据截至9月1日' }],
    ['a numbered note', { 学校名称: '注1：含教学点' }],
    ['an explanation', { 学校名称: '说明：附设班计入本校' }],
    ['a signature', { 学校标识码: '填表人：张三', 学校名称: '联系电话：123' }],
    ['a section title', { 学校名称: '一、小学' }],
    ['repeated headings', Object.fromEntries(HEADINGS.map((heading) => [heading, heading]))],
    ['column numbers', Object.fromEntries(HEADINGS.map((heading, index) => [heading, index + 1]))],
    [
      'column codes',
      Object.fromEntries(HEADINGS.map((heading, index) => [heading, `L${index + 1}`])),
    ],
    ['words without a name', { 备注: '以下为民办学校' }],
  ])('are %s', async (_, row) => {
    const { reading, findings } = await read(
      schoolSheet([GOOD_PRIMARY, row, { ...GOOD_PRIMARY, 学校名称: '西街小学', 学校标识码: null }]),
    );
    expect(reading.schools.map(({ name }) => name)).toEqual(['城关镇第一小学', '西街小学']);
    expect(findings).toMatchObject([
      { code: 'rows-skipped', sheet: '学校数据', parameters: { rows: '3', count: 1 } },
    ]);
  });

  it('are totals in a 序号 column too', async () => {
    const headings = [...HEADINGS, '序号'];
    const { reading } = await read({
      name: '学校数据',
      rows: table(headings, [
        { ...GOOD_PRIMARY, 序号: 1 },
        { 序号: '合计', 学校名称: '1所', ...AMOUNTS },
      ]),
    });
    expect(reading.schools).toHaveLength(1);
  });

  it('are blank rows, which are not even mentioned', async () => {
    const { reading, findings } = await read(
      schoolSheet([{}, GOOD_PRIMARY, { 学校名称: ' ', 小学在校生数: '' }]),
    );
    expect(reading.schools).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it('are listed in runs', async () => {
    const total = { 学校名称: '合计', ...AMOUNTS };
    const { findings } = await read(schoolSheet([total, GOOD_PRIMARY, total, total, total]));
    expect(findings[0]!.parameters).toEqual({ rows: '2、4–6', count: 4 });
  });

  it.each(['合计小学', '小计村小学', '平均岭小学', '注册小学', '说明小学', '总计台小学', '学校'])(
    'do not include %s',
    async (name) => {
      const { reading } = await read(schoolSheet([{ ...GOOD_PRIMARY, 学校名称: name }]));
      expect(reading.schools.map((school) => school.name)).toEqual([name]);
    },
  );
});

describe('hidden rows', () => {
  it('count and are mentioned once', async () => {
    const schools = [1, 2, 3, 4].map((index) => ({
      ...GOOD_PRIMARY,
      学校标识码: `314100000${index}`,
      学校名称: `第${index}小学`,
    }));
    const { reading, findings } = await read(schoolSheet(schools, { hiddenRows: [3, 4] }));
    expect(reading.schools).toHaveLength(4);
    expect(findings).toMatchObject([
      { code: 'rows-hidden', cell: 'B3', parameters: { rows: '3–4', count: 2 } },
    ]);
  });

  it('that hold no school are nobody’s concern', async () => {
    const { findings } = await read(
      schoolSheet([GOOD_PRIMARY, { 学校名称: '合计', ...AMOUNTS }], { hiddenRows: [3] }),
    );
    expect(findings.map(({ code }) => code)).toEqual(['rows-skipped']);
  });
});

describe('doubled schools', () => {
  it('of one 标识码 are an error on each row and cannot be judged', async () => {
    const { reading, findings, unjudgeable } = await read(
      schoolSheet([
        GOOD_PRIMARY,
        { ...GOOD_PRIMARY, 学校名称: '西街小学' },
        { ...GOOD_PRIMARY, 学校名称: '南街小学', 学校标识码: '3141000003' },
      ]),
    );
    expect(findings.map(brief)).toEqual([
      'code-doubled A2 3141000001',
      'code-doubled A3 3141000001',
    ]);
    expect(findings[1]).toMatchObject({
      school: '西街小学',
      parameters: { code: '3141000001', rows: '2–3' },
    });
    expect([...unjudgeable]).toEqual(reading.schools.slice(0, 2));
  });

  it('of one name are one warning a name', async () => {
    const { findings, unjudgeable } = await read(
      schoolSheet(
        ['1', '2', '3'].map((digit) => ({ ...GOOD_PRIMARY, 学校标识码: `314100000${digit}` })),
      ),
    );
    expect(findings).toMatchObject([
      { code: 'name-doubled', cell: 'B3', parameters: { rows: '2–4', count: 3 } },
    ]);
    expect(unjudgeable.size).toBe(0);
  });

  it('are not those without a 标识码', async () => {
    const { findings } = await read(
      schoolSheet([
        { ...GOOD_PRIMARY, 学校标识码: null },
        { ...GOOD_PRIMARY, 学校标识码: '—', 学校名称: '西街小学' },
      ]),
    );
    expect(findings).toEqual([]);
  });
});
