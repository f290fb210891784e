import { describe, expect, it } from '@jest/globals';
import { textReport } from '../../src/cli/text-report';
import { describeFinding } from '../../src/locales/describe-finding';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { SCHOOL_COLUMNS } from '../../src/workbook/columns';
import { INPUT_SHEETS } from '../../src/workbook/sheet-names';
import { CellFault } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import type { ItemCells } from '../workbook/form-sheets';
import { MemorySource } from '../workbook/memory-source';
import type { MemorySheet } from '../workbook/memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from '../workbook/school-sheet';

/** Names that stand in the workbook, in any language of the report. */
const NAMES = [
  ...Object.values(INPUT_SHEETS),
  '表Ⅰ',
  '表Ⅱ-2',
  ...SCHOOL_COLUMNS.map(({ heading }) => heading),
];

/** A message without the names and texts that are quoted as they stand in the workbook. */
function ownWords(message: string, quoted: readonly (string | null)[]): string {
  return [...quoted, ...NAMES]
    .filter((name) => name !== null && name !== '')
    .sort((a, b) => b!.length - a!.length)
    .reduce<string>((text, name) => text.replaceAll(name!, ''), message);
}

const finance: MemorySheet = {
  name: '教育经费',
  rows: [
    [
      '年份',
      '一般公共预算教育经费(万元)',
      '财政经常性收入(万元)',
      '小学生均教育事业费(元)',
      '教师年平均工资(元)',
      '在校学生总数',
    ],
    [2021, 100000, 90000, 12000, 88000, 48000],
    [2020, '9.9亿元', 89000, 12000, '８７０００', 47000.5],
    [2022, 100000, 80000, null, new CellFault('#REF!'), 49000],
    [2023, 11, 80500, 0, -5, 49000],
    [2025, 110000, 81000, 13000, '约9万', 49000],
    [2025, 110000, 81000, 13000, '九万', 49000],
    ['去年', 1, 1, 1, 1, 1],
  ],
};

const last = schoolSheet([
  { ...GOOD_PRIMARY, '教学仪器设备值(万元)': 1_200_000, 运动场地面积: 9000, 小学在校生数: 1400 },
  { ...GOOD_JUNIOR, 学校标识码: '3141000009', 学校名称: '旧初级中学' },
]);

/** Workbooks that between them hold what can be wrong with the sheets beyond 学校数据. */
async function messyWorkbooks(): Promise<readonly WorkbookCheck[]> {
  const schools = schoolSheet([
    {
      ...GOOD_PRIMARY,
      小学班级数: 13,
      小学最大班额: 46,
      超45人小学班数: 0,
      达标音乐教室数: 1,
      达标美术教室数: 1,
      '公用经费预算(万元)': 50,
      '教师培训经费预算(万元)': 1,
      寄宿制: '不清楚',
    },
    { ...GOOD_JUNIOR, 持证专任教师数: 44, 完成360学时教师数: 40, 初中骨干教师数: 4 },
  ]);
  const government: readonly ItemCells[] = [
    {
      '1.conclusion': '基本合理',
      '2.conclusion': '不达标',
      '3.conclusion': '达标',
      '4.largeJunior': 1,
      '5.largePrimaryClasses': '2个',
      '6.smallSchoolFunds': 1,
      '7.specialFunds': '0.0001亿元',
      '8.teacherWage': 90000,
      '9.trainedTeachers': 2401,
      '10.conclusion': null,
      '11.rotatedShare': 13,
      '12.certifiedShare': '1',
      '13.nearbyPrimary': 1,
      '13.nearbyJunior': 0.9,
      '14.allotted': null,
      '15.inBoth': 1950,
    },
    {
      '4.largePrimary': -1,
      '5.largeJuniorClasses': 1.5,
      '6.quota': '七百八',
      '7.specialFunds': null,
      '8.civilServantWage': new CellFault('#DIV/0!'),
      '11.eligible': null,
      '11.rotatedShare': 9,
      '14.allottedShare': '120%',
      '14.allotted': null,
      '15.migrants': '２０００人',
    },
  ];
  const quality: ItemCells = {
    '1.retention': 90,
    '1.graduates': 100,
    '2.attending': null,
    '2.attendance': 0.94,
    '3.conclusion': '待定',
    '9.chineseLevel': '优秀级',
    '9.mathsLevel': 'Ⅱ级',
    '9.mathsRatio': 12,
    '9.scienceRatio': '16%',
  };
  const surveys = [
    surveySheet([
      ['计', 1000, 1100, 900, 200, 169],
      ['其中家长', 600, 560, null, 100, 97],
      ['教师', 10, 9, 8.5, 1, 1],
    ]),
    surveySheet([
      ['家长', 500, 500, 400, 10, '9人'],
      ['教师', 500, 500, 400, 10, 7],
    ]),
    {
      name: '社会认可度',
      rows: [
        ['群体', '问卷综合满意度'],
        ['计', 0.84],
      ],
    },
  ];
  const vetoes = [vetoSheet({ 1: '待查', 5: '是' }), vetoSheet({ 6: null }), vetoSheet()];
  const doubled = governmentSheet();
  const sheets: readonly MemorySheet[][] = [
    [governmentSheet(government[0]), qualitySheet(quality), surveys[0]!, vetoes[0]!, finance],
    [governmentSheet(government[1]), qualitySheet(), surveys[1]!, vetoes[1]!],
    [
      {
        ...doubled,
        rows: [
          ...doubled.rows,
          [8, null, '教师年平均工资收入（元）', 90000],
          [16, '其他', '其他', 3],
        ],
      },
      { name: '教育质量', rows: [['条目', '填报项']] },
      surveys[2]!,
      { name: '一票否决', rows: [['事项', '是否存在']] },
      {
        name: '教育经费',
        rows: [
          ['年份', '教育经费'],
          [2024, 1],
        ],
      },
    ],
  ];
  return Promise.all(
    sheets.map((more, index) =>
      checkWorkbook(new MemorySource([schools, ...more]), {
        standard: CN_2017,
        lastYear: new MemorySource(index === 2 ? [{ name: '说明', rows: [['无']] }] : [last]),
      }),
    ),
  );
}

describe('findings in English', () => {
  it('hold no Chinese but names, sheets, headings and entries quoted from the workbook', async () => {
    const checks = await messyWorkbooks();
    const findings = checks.flatMap((check) => check.findings);
    const foreign = findings.flatMap((finding) => {
      const { school, actual, code } = finding;
      const { group, target, missing } = finding.parameters;
      const entry = typeof actual === 'string' && code !== 'stated-item-differs' ? actual : null;
      // A column that is missing is named as it has to be typed.
      const wanted = code.startsWith('column-') ? String(finding.parameters['heading']) : null;
      const quoted = [
        school,
        entry,
        wanted,
        String(group ?? ''),
        String(target ?? ''),
        String(missing ?? ''),
      ];
      const message = describeFinding(finding, CN_2017, 'en-US');
      const words = ownWords(message, [...quoted, '测试.xlsx']);
      return /[\u4e00-\u9fff]/.test(words) ? [`${code}: ${message}`] : [];
    });
    expect(foreign).toEqual([]);
    // The workbooks above are to touch every code that the sheets beyond 学校数据 can give.
    const codes = new Set(findings.map(({ code }) => code));
    const wanted = [
      'item-missing',
      'entry-unclear',
      'entry-doubled',
      'ratio-above-one',
      'part-exceeds-whole',
      'entry-unknown',
      'percent-ambiguous',
      'stated-share-differs',
      'stated-item-differs',
      'largest-class-contradicts',
      'percent-understood',
      'unit-converted',
      'share-alone',
      'art-room-readings',
      'input-sheet-blank',
      'item-not-met',
      'school-item-not-met',
      'veto-exists',
      'finance-year-doubled',
      'finance-level-missing',
      'finance-level-not-positive',
      'finance-growth-not-met',
      'finance-dropped',
      'finance-unchanged',
      'finance-years-unsorted',
      'finance-year-missing',
      'finance-revenue-shrinks',
      'finance-unit-jump',
      'number-as-text',
      'full-width-number',
      'not-a-number',
      'negative-number',
      'formula-error',
      'fraction-for-count',
      'column-missing',
      'year-compared',
      'year-unit-slip',
      'year-no-schools',
    ] as const;
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('name blanks, columns and units in English', async () => {
    const [first] = await messyWorkbooks();
    const said = first!.findings.map((finding) => describeFinding(finding, CN_2017, 'en-US'));
    const all = said.join('\n');
    expect(all).toContain(
      '“Mean yearly wage of teachers” is 90,000 yuan, at least 91,500 yuan is required',
    );
    expect(all).toContain('“Mathematics: level” is 2 of 4, at least 3 of 4 is required');
    expect(all).toContain('is 9.9 in 100 million yuan, converted to 99000 in 10 000 yuan');
    expect(all).toContain('expected: yes or no');
    expect(all).toContain('Public recognition (计): “Valid questionnaires” is 1,100');
  });

  it('keep their Chinese words in Chinese', async () => {
    const [first] = await messyWorkbooks();
    const all = first!.findings
      .map((finding) => describeFinding(finding, CN_2017, 'zh-CN'))
      .join('\n');
    expect(all).toContain('“教师年平均工资收入”为 90,000元，要求不低于 91,500元');
    expect(all).toContain('已换算为 99000 万元');
    expect(all).toContain('应为：达标、不达标');
    expect(all).toContain('应为：Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级');
    expect(all).not.toMatch(/[{}]|undefined|\bnull\b/);
  });

  it('make a text report without a Chinese sentence', async () => {
    for (const check of await messyWorkbooks()) {
      const quoted = check.findings.flatMap(({ school, actual, parameters }) => [
        school,
        typeof actual === 'string' ? actual : null,
        String(parameters['group'] ?? ''),
        ...(parameters['headingEn'] === undefined ? [String(parameters['heading'] ?? '')] : []),
      ]);
      const lines = textReport(check, 'en-US', true).slice(1);
      const foreign = lines.filter((line) =>
        /[\u4e00-\u9fff]/.test(ownWords(line, [...quoted, '测试.xlsx'])),
      );
      expect(foreign).toEqual([]);
    }
  });
});
