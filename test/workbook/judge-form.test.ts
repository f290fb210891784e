import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/assessment/assessment';
import { describeFinding } from '../../src/locales/describe-finding';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { cellText } from '../../src/workbook/cell-text';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { CellContent } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { formSchools } from './form-schools';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from './form-sheets';
import type { ItemCells } from './form-sheets';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

function check(
  sheets: readonly MemorySheet[],
  standard: Standard = CN_2017,
): Promise<WorkbookCheck> {
  return checkWorkbook(new MemorySource(sheets), { standard });
}

function codes({ findings }: WorkbookCheck): string[] {
  return findings.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
}

function verdictOfItem(
  result: WorkbookCheck,
  part: 'government' | 'quality',
  number: number,
): Verdict {
  const item = result.form[part]?.find((one) => one.item.number === number);
  if (item === undefined) throw new Error(`item ${number} was not judged`);
  return item.verdict;
}

describe('a workbook without the sheets beyond 学校数据', () => {
  it('keeps every other part unjudged and says nothing of it', async () => {
    const result = await check([schoolSheet([GOOD_PRIMARY, GOOD_JUNIOR])]);
    expect(result.findings).toEqual([]);
    expect(result.parts).toEqual({
      resources: 'pass',
      government: 'unjudged',
      quality: 'unjudged',
      recognition: 'unjudged',
      veto: 'unjudged',
    });
    expect(result.overall).toBe('unjudged');
    expect(result.finance).toEqual([]);
  });
});

describe('a whole workbook', () => {
  it('passes when all four parts hold and nothing is vetoed', async () => {
    const result = await check([
      formSchools(),
      governmentSheet(),
      qualitySheet(),
      surveySheet(),
      vetoSheet(),
    ]);
    expect(codes(result)).toEqual([]);
    expect(Object.values(result.parts)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
    expect(result.overall).toBe('pass');
  });

  it('leaves overall unjudged while one part is not filled in, and keeps the verdict of part 1', async () => {
    const result = await check([formSchools(), governmentSheet(), qualitySheet(), surveySheet()]);
    expect([result.verdict, result.parts.veto, result.overall]).toEqual([
      'pass',
      'unjudged',
      'unjudged',
    ]);
  });

  it('fails as a whole when one part fails although another is unjudged', async () => {
    const result = await check([formSchools(), vetoSheet({ 3: '是' })]);
    expect([result.verdict, result.parts.veto, result.overall]).toEqual(['pass', 'fail', 'fail']);
    expect(codes(result)).toEqual(['veto-exists B4']);
  });

  it('is judged by part 1 alone where the standard has no other parts', async () => {
    const result = await check([formSchools(), governmentSheet({ '1.conclusion': '否' })], CN_2012);
    expect(result.parts.government).toBe('unjudged');
    expect(result.form.government).toBeNull();
  });

  it('says of a sheet without entries only that it is blank', async () => {
    const blank = governmentSheet();
    const result = await check([
      formSchools(),
      { ...blank, rows: blank.rows.map((row, index) => (index === 0 ? row : row.slice(0, 3))) },
    ]);
    expect(codes(result)).toEqual(['input-sheet-blank']);
    expect(result.parts.government).toBe('unjudged');
  });
});

type Case = readonly [
  what: string,
  number: number,
  cells: ItemCells,
  verdict: Verdict,
  found: readonly string[],
];

const GOVERNMENT_CASES: readonly Case[] = [
  ['a conclusion that holds', 1, { '1.conclusion': '布局合理' }, 'pass', []],
  ['a conclusion that does not', 1, { '1.conclusion': '不达标' }, 'fail', ['item-not-met D2']],
  ['a conclusion left open', 1, { '1.conclusion': null }, 'unjudged', ['item-missing D2']],
  [
    'a conclusion that says neither',
    2,
    { '2.conclusion': '基本符合' },
    'unjudged',
    ['entry-unclear D3'],
  ],
  [
    'schools above the size',
    4,
    { '4.largeJunior': 1 },
    'fail',
    ['item-not-met D6', 'stated-item-differs D6'],
  ],
  [
    'classes above the size',
    5,
    { '5.largePrimaryClasses': 2 },
    'fail',
    ['item-not-met D8', 'stated-item-differs D8'],
  ],
  ['funds of exactly 100 pupils a school', 6, {}, 'pass', []],
  [
    'funds one yuan short of that',
    6,
    { '6.smallSchoolFunds': 1559999 },
    'fail',
    ['item-not-met D11'],
  ],
  [
    'funds without quota or conclusion',
    6,
    { '6.quota': null, '6.conclusion': null },
    'unjudged',
    ['item-missing D13'],
  ],
  ['funds concluded by a person', 6, { '6.quota': null }, 'pass', []],
  [
    'no small schools at all',
    6,
    { '6.smallSchoolPupils': 0, '6.quota': null, '6.conclusion': null },
    'pass',
    [],
  ],
  [
    'more small pupils than small schools can have',
    6,
    { '6.smallSchools': 5 },
    'unjudged',
    ['part-exceeds-whole D10'],
  ],
  ['exactly 8000 yuan a special pupil', 7, {}, 'pass', []],
  ['a hair less than 8000 yuan', 7, { '7.specialFunds': 95.9999 }, 'fail', ['item-not-met D17']],
  ['only the stated 8000 yuan', 7, { '7.specialFunds': null }, 'pass', ['share-alone D17']],
  ['wages equal to those of civil servants', 8, { '8.teacherWage': 91500 }, 'pass', []],
  ['wages one cent below', 8, { '8.teacherWage': 91499.99 }, 'fail', ['item-not-met D18']],
  ['one teacher untrained', 9, { '9.trainedTeachers': 2399 }, 'fail', ['item-not-met D22']],
  [
    'more trained than there are',
    9,
    { '9.trainedTeachers': 2401 },
    'unjudged',
    ['part-exceeds-whole D20'],
  ],
  [
    'exactly 10% rotated',
    11,
    { '11.rotated': 120, '11.rotatedShare': 10, '11.rotatedBackbone': 24, '11.backboneShare': 20 },
    'pass',
    [],
  ],
  [
    'one fewer rotated',
    11,
    {
      '11.rotated': 119,
      '11.rotatedShare': 9.9,
      '11.rotatedBackbone': 24,
      '11.backboneShare': 20.2,
    },
    'fail',
    ['item-not-met D26'],
  ],
  [
    'backbone just below 20%',
    11,
    { '11.rotatedBackbone': 29, '11.backboneShare': 19.3 },
    'fail',
    ['item-not-met D28'],
  ],
  [
    'nobody counted as eligible',
    11,
    { '11.eligible': null, '11.rotatedShare': null },
    'unjudged',
    ['item-missing D24'],
  ],
  [
    'one teacher without certificate',
    12,
    { '12.certified': 2299, '12.certifiedShare': 99.96 },
    'fail',
    ['item-not-met D31'],
  ],
  ['catchment at 100 and 95', 13, { '13.nearbyJunior': 95 }, 'pass', []],
  [
    'catchment typed as fractions',
    13,
    { '13.nearbyPrimary': 1, '13.nearbyJunior': 0.95 },
    'pass',
    ['percent-ambiguous D32', 'percent-understood D33'],
  ],
  [
    'catchment typed with signs',
    13,
    { '13.nearbyPrimary': '100%', '13.nearbyJunior': '94.9％' },
    'fail',
    ['item-not-met D33', 'percent-understood D32', 'percent-understood D33'],
  ],
  ['catchment above 100%', 13, { '13.nearbyJunior': 104 }, 'unjudged', ['part-exceeds-whole D33']],
  [
    'exactly half the places',
    14,
    { '14.allotted': 500, '14.allottedShare': 50, '14.ruralShare': 66 },
    'pass',
    [],
  ],
  [
    'one place short of half',
    14,
    { '14.allotted': 499, '14.allottedShare': 49.9, '14.ruralShare': 66.1 },
    'fail',
    ['item-not-met D36'],
  ],
  [
    'exactly 85% of migrant children',
    15,
    { '15.inPublic': 1500, '15.inBoth': 1700, '15.migrantShare': 85 },
    'pass',
    [],
  ],
  [
    'one child fewer',
    15,
    { '15.inPublic': 1499, '15.inBoth': null, '15.migrantShare': null },
    'fail',
    ['item-not-met D42'],
  ],
  ['a total that does not add up', 15, { '15.inBoth': 1950 }, 'pass', ['stated-share-differs D42']],
];

describe('政府保障', () => {
  it.each(GOVERNMENT_CASES)('judges %s (item %i)', async (_, number, cells, verdict, found) => {
    const result = await check([formSchools(), governmentSheet(cells)]);
    expect(codes(result)).toEqual(found);
    expect(verdictOfItem(result, 'government', number)).toBe(verdict);
    expect(result.parts.government).toBe(verdict);
  });

  it('computes from 学校数据 what it holds, and fails where either says so', async () => {
    const large = await check([
      formSchools({ 小学最大班额: 46, 超45人小学班数: 1 }),
      governmentSheet(),
    ]);
    expect(codes(large)).toEqual([
      'school-item-not-met R2',
      'item-not-met D8',
      'stated-item-differs D8',
    ]);
    expect(verdictOfItem(large, 'government', 5)).toBe('fail');

    const contradictory = await check([formSchools({ 小学最大班额: 46 }), governmentSheet()]);
    expect(codes(contradictory)).toContain('largest-class-contradicts P2');
    expect(verdictOfItem(contradictory, 'government', 5)).toBe('fail');
  });

  it('reads the rooms for 12 classes both ways, as the standard chooses', async () => {
    const schools = formSchools({ 小学班级数: 13, 达标音乐教室数: 1, 达标美术教室数: 1 });
    const strict = await check([schools, governmentSheet()]);
    expect(codes(strict)).toEqual([
      'school-item-not-met AG2',
      'school-item-not-met AH2',
      'item-not-met D4',
      'stated-item-differs D4',
      'art-room-readings',
    ]);
    const sentences = strict.findings.map((one) => describeFinding(one, CN_2017, 'zh-CN'));
    expect(sentences[2]).toBe(
      '工作表“政府保障”D4 表Ⅳ第3项“每12个班级配备音乐、美术专用教室1间以上（音乐不小于96㎡，美术不小于90㎡）”不达标：按学校数据有 1 所学校不符合要求。',
    );
    const loose = await check([schools, governmentSheet()], {
      ...CN_2017,
      switches: { ...CN_2017.switches, artRooms: 'inAll' },
    });
    expect(codes(loose)).toEqual(['art-room-readings']);
    expect(verdictOfItem(loose, 'government', 3)).toBe('pass');
    expect(describeFinding(loose.findings[0]!, CN_2017, 'zh-CN')).toContain(
      '各按每 12 个班 1 间计，1 所学校不足；两类合计按每 12 个班 1 间计，0 所不足。本次采用“合计 1 间”',
    );
  });

  it('allows exactly 2000 pupils, not 2001, and 2400 where a crowded centre is relaxed', async () => {
    const verdictAt = async (pupils: number, relaxSchoolSize: boolean): Promise<Verdict> =>
      verdictOfItem(
        await check([formSchools({ 小学在校生数: pupils }), governmentSheet()], {
          ...CN_2017,
          switches: { ...CN_2017.switches, relaxSchoolSize },
        }),
        'government',
        4,
      );
    expect(await verdictAt(2000, false)).toBe('pass');
    expect(await verdictAt(2001, false)).toBe('fail');
    expect(await verdictAt(2400, true)).toBe('pass');
    expect(await verdictAt(2401, true)).toBe('fail');
  });

  it('computes certificates and training from 学校数据 where nobody typed them', async () => {
    const schools = (certified: number): MemorySheet =>
      formSchools(
        { 小学专任教师数: 40, 持证专任教师数: certified, 完成360学时教师数: 40 },
        { 初中专任教师数: 45, 持证专任教师数: 45, 完成360学时教师数: 45 },
      );
    const blanks = {
      '9.trainedTeachers': null,
      '9.teachers': null,
      '9.trainedShare': null,
      '12.fullTimeTeachers': null,
      '12.certified': null,
      '12.certifiedShare': null,
    };
    const all = await check([schools(40), governmentSheet(blanks)]);
    expect(all.parts.government).toBe('pass');
    const some = await check([schools(39), governmentSheet(blanks)]);
    expect(verdictOfItem(some, 'government', 12)).toBe('fail');
    expect(verdictOfItem(some, 'government', 9)).toBe('pass');
    const typed = await check([schools(39), governmentSheet()]);
    expect(verdictOfItem(typed, 'government', 12)).toBe('fail');
    expect(codes(typed)).toContain('stated-item-differs D30');
  });

  it('converts money that is written in another unit, and says so', async () => {
    const sheet = governmentSheet({ '7.specialFunds': '0.0096亿元' });
    const result = await check([formSchools(), sheet]);
    expect(codes(result)).toEqual(['full-width-number D15', 'unit-converted D15']);
    expect(verdictOfItem(result, 'government', 7)).toBe('pass');
  });

  it('refuses two different values for one blank', async () => {
    const sheet = governmentSheet();
    const rows = [...sheet.rows, [8, null, '教师年平均工资收入（元）', 90000]];
    const result = await check([formSchools(), { ...sheet, rows }]);
    expect(codes(result)).toEqual(['entry-doubled D44']);
    expect(verdictOfItem(result, 'government', 8)).toBe('unjudged');
  });

  it('does not use rows that are no item', async () => {
    const sheet = governmentSheet();
    const rows = [...sheet.rows, [16, '其他', '其他', 3], [8, null, '校车数', 3]];
    const result = await check([formSchools(), { ...sheet, rows }]);
    expect(codes(result)).toEqual(['entry-unknown D44', 'entry-unknown D45']);
    expect(result.parts.government).toBe('pass');
  });

  it('reads columns in any order, labels with units, and items numbered on every row', async () => {
    const sheet = governmentSheet();
    let item: CellContent = null;
    const rows = sheet.rows.map((row, index) => {
      if (index === 0) return ['单位', '填报值', '填报项', '条目'];
      item = row[0] ?? item;
      return [
        row[4],
        row[3],
        `${cellText(row[2])}（${cellText(row[4])}）`,
        `第${cellText(item)}项`,
      ];
    });
    const result = await check([formSchools(), { ...sheet, rows: [['表Ⅳ'], [], ...rows] }]);
    expect(codes(result)).toEqual([]);
    expect(result.parts.government).toBe('pass');
  });

  it('names a missing column', async () => {
    const result = await check([
      formSchools(),
      {
        name: '政府保障',
        rows: [
          ['条目', '填报项'],
          [1, '结论'],
        ],
      },
    ]);
    expect(codes(result)).toEqual(['column-missing']);
    expect(result.findings[0]?.parameters['heading']).toBe('填报值');
  });
});

const QUALITY_CASES: readonly Case[] = [
  [
    'retention of exactly 95%',
    1,
    {
      '1.graduates': 1900,
      '1.enrolled': 2005,
      '1.transferredIn': 40,
      '1.transferredOut': 40,
      '1.deaths': 5,
      '1.retention': 95,
    },
    'pass',
    [],
  ],
  [
    'one pupil fewer',
    1,
    {
      '1.graduates': 1899,
      '1.enrolled': 2005,
      '1.transferredIn': 40,
      '1.transferredOut': 40,
      '1.deaths': 5,
      '1.retention': null,
    },
    'fail',
    ['item-not-met D2'],
  ],
  [
    'retention above 100%',
    1,
    { '1.graduates': 3000, '1.retention': null },
    'unjudged',
    ['part-exceeds-whole D2'],
  ],
  [
    'only the retention rate',
    1,
    {
      '1.graduates': null,
      '1.enrolled': null,
      '1.transferredIn': null,
      '1.deaths': null,
      '1.transferredOut': null,
      '1.retention': '95%',
    },
    'pass',
    ['percent-understood D7', 'share-alone D7'],
  ],
  [
    'a transfer left open',
    1,
    { '1.transferredIn': null, '1.retention': null },
    'unjudged',
    ['item-missing D4'],
  ],
  [
    'exactly 95% of disabled children',
    2,
    {
      '2.disabled': 100,
      '2.attending': 95,
      '2.attendance': 95,
      '2.inSpecial': 19,
      '2.inSpecialShare': 20,
    },
    'pass',
    [],
  ],
  [
    'one child fewer',
    2,
    {
      '2.disabled': 100,
      '2.attending': 94,
      '2.attendance': 94,
      '2.inSpecial': 47,
      '2.inSpecialShare': 50,
    },
    'fail',
    ['item-not-met D10'],
  ],
  ['a ratio of exactly 0.15', 9, { '9.mathsRatio': 0.15 }, 'fail', ['item-not-met D22']],
  ['a ratio just below 0.15', 9, { '9.mathsRatio': '14.99%' }, 'pass', ['percent-understood D22']],
  ['a ratio above 1', 9, { '9.mathsRatio': 12 }, 'unjudged', ['ratio-above-one D22']],
  ['level Ⅱ', 9, { '9.artsLevel': 'Ⅱ级' }, 'fail', ['item-not-met D27']],
  ['level Ⅳ written in letters', 9, { '9.artsLevel': 'IV' }, 'pass', []],
  [
    'a subject that was not tested',
    9,
    { '9.artsLevel': '未监测', '9.artsRatio': null },
    'pass',
    [],
  ],
  [
    'a subject left open',
    9,
    { '9.artsLevel': null, '9.artsRatio': null },
    'unjudged',
    ['item-missing D27'],
  ],
];

describe('教育质量', () => {
  it.each(QUALITY_CASES)('judges %s (item %i)', async (_, number, cells, verdict, found) => {
    const result = await check([formSchools(), qualitySheet(cells)]);
    expect(codes(result)).toEqual(found);
    expect(verdictOfItem(result, 'quality', number)).toBe(verdict);
    expect(result.parts.quality).toBe(verdict);
  });

  it('asks for 5% of the funds of every school, exactly', async () => {
    const verdictAt = async (training: CellContent): Promise<Verdict> =>
      verdictOfItem(
        await check([
          formSchools({ '公用经费预算(万元)': 46.2, '教师培训经费预算(万元)': training }),
          qualitySheet(),
        ]),
        'quality',
        4,
      );
    expect(await verdictAt(2.31)).toBe('pass');
    expect(await verdictAt(2.3099)).toBe('fail');
    // One school lacks the number: what a person concluded stands.
    expect(await verdictAt(null)).toBe('pass');
  });
});

describe('社会认可度', () => {
  const cases: readonly (readonly [
    string,
    readonly (readonly CellContent[])[],
    Verdict,
    readonly string[],
  ])[] = [
    ['exactly 85%', [['计', 1000, 1000, 850, 200, 170]], 'pass', []],
    ['one questionnaire fewer', [['计', 1000, 1000, 849, 200, 170]], 'fail', ['item-not-met D2']],
    ['visits below', [['计', 1000, 1000, 850, 200, 169]], 'fail', ['item-not-met F2']],
    ['no visits', [['计', 1000, 1000, 850, null, null]], 'pass', []],
    [
      'more valid than issued',
      [['计', 900, 1000, 990, 200, 190]],
      'unjudged',
      ['part-exceeds-whole C2'],
    ],
    [
      'more satisfied than valid',
      [['计', 1000, 900, 990, null, null]],
      'unjudged',
      ['part-exceeds-whole D2'],
    ],
    [
      'more satisfied than issued, the valid ones not counted',
      [['计', 1000, null, 1001, null, null]],
      'unjudged',
      ['item-missing C2', 'part-exceeds-whole D2'],
    ],
    [
      'more parents than everybody',
      [
        ['计', 1000, 1000, 900, 100, 90],
        ['其中家长', 1200, 1000, 950, 100, 90],
      ],
      'unjudged',
      ['part-exceeds-whole B3', 'part-exceeds-whole D3'],
    ],
    [
      'fewer than 85% of the parents',
      [
        ['计', 1000, 1000, 900, null, null],
        ['其中家长', 600, 600, 509, null, null],
      ],
      'fail',
      ['item-not-met D3'],
    ],
    [
      'satisfied visits above the visits',
      [['计', 1000, 1000, 900, 100, 101]],
      'unjudged',
      ['part-exceeds-whole F2'],
    ],
    ['satisfied left open', [['计', 1000, 900, null, null, null]], 'unjudged', ['item-missing D2']],
    [
      'groups added up',
      [
        ['家长', 500, 500, 400, 10, 9],
        ['教师', 500, 500, 480, 10, 9],
      ],
      'fail',
      ['item-not-met D2'],
    ],
    [
      'a total that does not add up',
      [
        ['计', 1000, 1000, 960, null, null],
        ['家长', 500, 500, 480, null, null],
        ['教师', 500, 500, 490, null, null],
      ],
      'pass',
      ['stated-share-differs D2'],
    ],
    [
      'a fraction of a person',
      [['计', 1000, 1000, 850.5, null, null]],
      'unjudged',
      ['fraction-for-count D2'],
    ],
  ];
  it.each(cases)('judges %s', async (_, rows, verdict, found) => {
    const result = await check([formSchools(), surveySheet(rows)]);
    expect(codes(result)).toEqual(found);
    expect(result.parts.recognition).toBe(verdict);
  });
});

describe('一票否决', () => {
  it('asks for every matter, and understands 无 and 有', async () => {
    const open = await check([formSchools(), vetoSheet({ 1: '无', 6: null })]);
    expect([open.parts.veto, codes(open)]).toEqual(['unjudged', ['item-missing B7']]);
    const found = await check([formSchools(), vetoSheet({ 5: '有', 6: null })]);
    expect(found.parts.veto).toBe('fail');
    const unclear = await check([formSchools(), vetoSheet({ 2: '待查' })]);
    expect([unclear.parts.veto, codes(unclear)]).toEqual(['unjudged', ['entry-unclear B3']]);
  });
});

describe('the figures that counties have published', () => {
  it('are judged where they have a rule: 山城区', async () => {
    const result = await check([
      formSchools(),
      governmentSheet({
        '9.trainedTeachers': null,
        '9.teachers': null,
        '9.trainedShare': '100%',
        '11.rotated': 348,
        '11.eligible': null,
        '11.rotatedShare': null,
        '11.rotatedBackbone': 152,
        '11.backboneShare': 43.7,
      }),
      qualitySheet({
        '1.graduates': null,
        '1.enrolled': null,
        '1.transferredIn': null,
        '1.transferredOut': null,
        '1.deaths': null,
        '1.retention': 1,
      }),
      {
        name: '社会认可度',
        rows: [
          ['群体', '满意度'],
          ['计', 0.98],
        ],
      },
    ]);
    // How many were eligible was not published: the 10% stay open, the 20% are judged.
    expect(verdictOfItem(result, 'government', 11)).toBe('unjudged');
    expect(codes(result).filter((one) => one.startsWith('stated-share-differs'))).toEqual([]);
    expect(verdictOfItem(result, 'government', 9)).toBe('pass');
    expect(result.parts.quality).toBe('pass');
    expect(result.parts.recognition).toBe('pass');
  });
});
