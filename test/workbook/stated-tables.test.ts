import { describe, expect, it } from '@jest/globals';

import type { Finding } from '../../src/assessment/finding';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { CellContent } from '../../src/workbook/source';
import { readTable22 } from '../../src/workbook/table-2-2';
import type { Table22 } from '../../src/workbook/table-2-2';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { MemorySource, range } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

const INDICATORS = [
  '每百名学生拥有高于规定学历教师数（人）',
  '每百名学生拥有县级以上骨干教师数',
  '每百名学生拥有体育、艺术（美术、音乐）专任教师数',
  '生均教学及辅助用房面积（平方米）',
  '生均体育运动场馆面积',
  '生均教学仪器设备值（元）',
  '每百名学生拥有网络多媒体教室数（间）',
];
const SHORT = [
  '学历',
  '骨干教师',
  '体育艺术教师',
  '辅助用房',
  '运动场馆',
  '仪器设备值',
  '多媒体教室',
];

/** Two primary schools and one junior school, in two decimals. */
const EAST = [1, '东街小学', 7, 500, 6, 12, 6, 1.6, 1.2, 5, 9, 2400, 2.8, '达标', null];
const WEST = [2, '西街小学', 7, 300, 6, 8, 4, 1.2, 1, 4.6, 8, 2100, 2.4, '达标', '学历接近'];
const SOUTH = [
  1,
  '南街中学',
  '县级教育部门',
  400,
  3,
  9,
  8,
  1.5,
  1.2,
  6.4,
  11,
  3000,
  2.8,
  '达标',
  '',
];

const TABLE_HEADINGS: readonly (readonly CellContent[])[] = [
  ['表Ⅱ-2 义务教育学校资源配置达标情况'],
  [
    '序号',
    '学校名称',
    '举办者类型',
    '在校生数',
    '年级数',
    '班级数',
    ...INDICATORS,
    '综合评估是否达标',
    '备注',
  ],
  [null, null, ...Array.from({ length: 12 }, (_, index) => `L${index + 3}`), null],
];

function table22(
  rows: readonly (readonly CellContent[])[],
  more: Partial<MemorySheet> = {},
): MemorySheet {
  return { name: '表Ⅱ-2', rows: [...TABLE_HEADINGS, ...rows], merges: [range('A1:O1')], ...more };
}

async function read(sheet: MemorySheet): Promise<Table22> {
  const source = new MemorySource([sheet]);
  const [head] = await source.heads();
  return readTable22(source, head!, CN_2017);
}

async function check(sheets: readonly MemorySheet[]): Promise<WorkbookCheck> {
  return checkWorkbook(new MemorySource(sheets), { standard: CN_2017 });
}

function stated({ findings }: WorkbookCheck): Finding[] {
  return findings.filter(({ code }) => code.startsWith('stated'));
}

function stages({ rows }: Table22): string[] {
  return rows.map(({ school, stage }) => `${school.name} ${stage}`);
}

const STAGES = ['东街小学 primary', '西街小学 primary', '南街中学 junior'];

describe('a filled-in 表Ⅱ-2', () => {
  it('is read with its values and cells', async () => {
    const table = await read(table22([EAST, WEST, SOUTH]));
    expect(table.findings).toEqual([]);
    const [east, , south] = table.rows;
    expect(east).toMatchObject({
      stage: 'primary',
      students: 500,
      values: [6, 1.6, 1.2, 5, 9, 2400, 2.8],
      passes: true,
      passesCell: { sheet: '表Ⅱ-2', cell: 'N4' },
      studentsCell: { sheet: '表Ⅱ-2', cell: 'D4' },
    });
    expect(east!.cells[0]).toEqual({ sheet: '表Ⅱ-2', cell: 'G4' });
    expect(south!.school.description.ownership).toBe(7);
    expect(south!.school.amount('juniorStudents')).toBe(400);
  });

  it.each([
    ['the numbers begin again', [EAST, WEST, SOUTH]],
    ['blocks have titles', [['小学'], EAST, WEST, ['初中'], SOUTH]],
    [
      'blocks have titles with thresholds',
      [
        ['小学（达标线）', null, null, null, null, null, 4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
        EAST,
        WEST,
        ['初中（达标线）', null, null, null, null, null, 5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4],
        SOUTH,
      ],
    ],
    [
      'numbers run on under titles',
      [['一、小学'], EAST, WEST, ['二、初中'], [3, ...SOUTH.slice(1)]],
    ],
    ['headings are repeated between blocks', [EAST, WEST, ...TABLE_HEADINGS.slice(1), SOUTH]],
    [
      'totals and notes stand between',
      [
        EAST,
        WEST,
        [null, '小学合计', null, 800],
        SOUTH,
        ['合计', null, null, 1200],
        ['注：一贯制小学部 0 个'],
      ],
    ],
  ])('knows its stages where %s', async (_, rows) => {
    expect(stages(await read(table22(rows)))).toEqual(STAGES);
  });

  it('knows its stages from a merged heading at the side', async () => {
    const sheet = table22([]);
    const rows = [
      ...sheet.rows.map((row, index) => [index === 1 ? '学段' : null, ...row]),
      ['小学', ...EAST],
      [null, ...WEST],
      ['初中', 3, ...SOUTH.slice(1)],
    ];
    expect(stages(await read({ name: '表2-2', rows }))).toEqual(STAGES);
  });

  it('knows the stage of a sheet of its own', async () => {
    expect(stages(await read(table22([SOUTH], { name: '表Ⅱ-2（初中）' })))).toEqual([STAGES[2]]);
    expect(stages(await read(table22([SOUTH])))).toEqual([STAGES[2]]);
  });

  it('reports what is not a number', async () => {
    const table = await read(table22([[...EAST.slice(0, 6), '无', ...EAST.slice(7)]]));
    expect(table.rows[0]!.values[0]).toBeNull();
    expect(table.findings).toMatchObject([
      { code: 'not-a-number', cell: 'G4', school: '东街小学', indicator: 'L1', actual: '无' },
    ]);
  });

  it('needs every indicator', async () => {
    const sheet = table22([EAST]);
    const rows = sheet.rows.map((row) => row.filter((_, column) => column !== 8));
    const table = await read({ ...sheet, rows });
    expect(table.unusable).toBe(true);
    expect(table.findings).toMatchObject([
      { code: 'column-missing', parameters: { heading: CN_2017.indicators[2]!.name.zh } },
    ]);
  });
});

describe('a workbook with only the official tables', () => {
  it('is judged by 表Ⅱ-2, with a warning that its values are rounded', async () => {
    const { basis, verdict, findings, assessment } = await check([table22([EAST, WEST, SOUTH])]);
    expect(basis).toBe('stated');
    expect(assessment?.schools.map(({ passes }) => passes)).toEqual([true, true, true]);
    expect(verdict).toBe('pass');
    expect(findings.map(({ code }) => code)).toContain('inputs-rounded');
  });

  it('reports a cell that cannot be used once, and not as missing too', async () => {
    const unclear = [1, '东街小学', 7, '约400', 6, 10, '约5', ...EAST.slice(7)];
    const { findings, verdict } = await check([table22([unclear, WEST, SOUTH])]);
    expect(
      findings.filter(({ severity }) => severity === 'error').map(({ code, cell }) => [code, cell]),
    ).toEqual([
      ['not-a-number', 'D4'],
      ['not-a-number', 'G4'],
    ]);
    expect(verdict).toBe('unjudged');
  });

  it('is told where 表Ⅱ-2 misjudges a school', async () => {
    const failing = [2, '西街小学', 7, 300, 6, 8, 1, ...WEST.slice(7)];
    const result = await check([table22([EAST, failing, SOUTH])]);
    expect(stated(result)).toMatchObject([
      {
        code: 'stated-attainment-differs',
        sheet: '表Ⅱ-2',
        cell: 'N5',
        school: '西街小学',
        actual: '达标',
        required: '不达标',
      },
    ]);
  });

  it.each([
    ['表Ⅲ', 'over the columns', false],
    ['附表3', 'down the rows', true],
  ])('is compared with %s, indicators %s', async (name, _, turned) => {
    // 东街 6.00 and 西街 4.00 over 500 and 300 pupils: mean 5.25, S 0.96825, CV 0.18443.
    const rows: CellContent[][] = [
      ['学段', '项目', ...SHORT, '综合'],
      ['小学', '全县平均值', 5.26, 1.45, 1.13, 4.85, 8.63, 2287.5, 2.65, '——'],
      [null, '差异系数', 0.186, 0.134, null, null, null, null, null, null],
      [null, '差异系数上限', 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, null],
      ['初中', '全县平均值', 8, 1.5, 1.2, 6.4, 11, 3000, 2.9, '——'],
      [null, '差异系数', 0, 0, 0, 0, 0, 0, 0, 0],
    ];
    const laid = turned
      ? rows[0]!.map((__, column) => rows.map((row) => row[column] ?? null))
      : rows;
    const result = await check([table22([EAST, WEST, SOUTH]), { name, rows: laid }]);
    expect(stated(result)).toMatchObject([
      {
        code: 'stated-mean-differs',
        cell: turned ? 'E9' : 'I5',
        stage: 'junior',
        indicator: 'L7',
        actual: 2.9,
        required: 2.8,
      },
    ]);
  });

  it('is compared with 表Ⅱ-1, counts exactly and ratios in one decimal', async () => {
    const counts = [1, 2, 2, 2, 2, 2, 2, 2];
    const ratios = [50, 100, 100, 100, 100, 100, 90, 1];
    const result = await check([
      table22([EAST, WEST, SOUTH]),
      {
        name: '表Ⅱ-1',
        rows: [
          [null, null, ...SHORT, '综合评估'],
          ['小学', '达标学校总数', ...counts.slice(0, 7), 1],
          ['小学', '比例（%）', ...ratios],
        ],
      },
    ]);
    expect(stated(result)).toMatchObject([
      { code: 'stated-count-differs', cell: 'J2', indicator: null, actual: 1, required: 2 },
      { code: 'stated-count-differs', cell: 'I3', indicator: 'L7', actual: 90, required: 100 },
    ]);
  });

  it('has coefficients compared within 0.002 and no closer', async () => {
    const coefficients = (first: number): MemorySheet => ({
      name: '表3',
      rows: [
        ['学段', '项目', ...SHORT],
        ['小学', '差异系数', first],
      ],
    });
    const near = await check([table22([EAST, WEST, SOUTH]), coefficients(0.1864)]);
    const far = await check([table22([EAST, WEST, SOUTH]), coefficients(0.1866)]);
    expect(stated(near)).toEqual([]);
    expect(stated(far)).toMatchObject([
      { code: 'stated-coefficient-differs', cell: 'C2', actual: 0.1866 },
    ]);
    expect(stated(far)[0]!.required).toBeCloseTo(0.18443, 5);
  });
});

describe('a workbook with 学校数据 and official tables', () => {
  const schools = schoolSheet([GOOD_PRIMARY, GOOD_JUNIOR]);
  const primary = [1, '城关镇第一小学', 7, 500, 6, 12, 6, 1.6, 1.2, 5, 9, 2400, 2.8, '达标'];
  const junior = [
    1,
    '城关镇第一初级中学',
    7,
    500,
    3,
    11,
    8,
    1.6,
    1.2,
    6.4,
    11.2,
    3000,
    2.8,
    '达标',
  ];

  it('is judged by 学校数据, and agreeing tables say nothing', async () => {
    const result = await check([table22([primary, junior]), schools]);
    expect(result.basis).toBe('schools');
    expect(result.verdict).toBe('pass');
    expect(stated(result)).toEqual([]);
  });

  it('is told which stated values differ', async () => {
    const result = await check([
      table22([
        [...primary.slice(0, 3), 510, ...primary.slice(4, 8), 1.3, ...primary.slice(9)],
        [...junior.slice(0, 13), '不达标'],
      ]),
      schools,
    ]);
    expect(stated(result)).toMatchObject([
      { code: 'stated-value-differs', cell: 'D4', actual: 510, required: 500 },
      {
        code: 'stated-value-differs',
        cell: 'I4',
        school: '城关镇第一小学',
        indicator: 'L3',
        actual: 1.3,
        required: 1.2,
      },
      { code: 'stated-attainment-differs', cell: 'N5', actual: '不达标', required: '达标' },
    ]);
  });

  it('is told that 表Ⅱ-2 holds another number of schools', async () => {
    const result = await check([
      table22([primary, [2, '已撤并小学', ...primary.slice(2)], junior]),
      schools,
    ]);
    expect(stated(result)).toMatchObject([
      { code: 'stated-count-differs', stage: 'primary', actual: 2, required: 1 },
    ]);
  });

  it('is not compared while its headings are incomplete', async () => {
    const result = await check([
      { name: '学校数据', rows: [['学校名称'], ['甲']] },
      table22([primary]),
    ]);
    expect(result).toMatchObject({ basis: null, verdict: 'unjudged', assessment: null });
    expect(new Set(result.findings.map(({ code }) => code))).toEqual(new Set(['column-missing']));
  });
});
