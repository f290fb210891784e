import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { describeFinding } from '../../src/locales/describe-finding';
import { checkResultJson } from '../../src/reports/check-result-json';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookSource } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';
import type { SchoolCells } from './school-sheet';

/** Ten primary schools of one kind, so that one of them can stand out. */
function tenSchools(change: (index: number) => SchoolCells = () => ({})): SchoolCells[] {
  return Array.from({ length: 10 }, (_, index) => ({
    ...GOOD_PRIMARY,
    学校标识码: `31410001${String(index).padStart(2, '0')}`,
    学校名称: `第${index + 1}小学`,
    ...change(index),
  }));
}

/** Only the school of this number differs. */
function only(number: number, cells: SchoolCells): (index: number) => SchoolCells {
  return (index) => (index === number ? cells : {});
}

/** Everything a little different, so that two years are never the same. */
const GROWN: SchoolCells = { 小学在校生数: 505, 网络多媒体教室数: 15 };

function grown(change: (index: number) => SchoolCells = () => ({})): SchoolCells[] {
  return tenSchools((index) => ({ ...GROWN, ...change(index) }));
}

function workbook(
  schools: readonly SchoolCells[],
  more: readonly MemorySheet[] = [],
): MemorySource {
  return new MemorySource([schoolSheet(schools), ...more]);
}

function compare(
  now: readonly SchoolCells[] | WorkbookSource,
  last: readonly SchoolCells[] | WorkbookSource,
  standard: Standard = CN_2017,
): Promise<WorkbookCheck> {
  const source = (from: readonly SchoolCells[] | WorkbookSource): WorkbookSource =>
    'heads' in from ? from : workbook(from);
  return checkWorkbook(source(now), { standard, lastYear: source(last) });
}

/** Findings of the comparison but for the ones that always come. */
function said({ findings }: WorkbookCheck): string[] {
  return findings
    .filter(
      ({ code }) =>
        code.startsWith('year-') && code !== 'year-compared' && code !== 'year-coefficient-changed',
    )
    .map(({ code, cell, school }) => [code, cell, school].filter(Boolean).join(' '));
}

describe('matching the schools of two years', () => {
  it('goes by 标识码 first, though the name changed', async () => {
    const result = await compare(grown(only(3, { 学校名称: '实验小学' })), tenSchools());
    expect(said(result)).toEqual([]);
    expect(result.lastYear?.schools.pairs).toHaveLength(10);
    expect(result.lastYear?.schools.pairs[3]).toMatchObject({
      by: 'code',
      now: { name: '实验小学' },
      last: { name: '第4小学' },
    });
  });

  it('goes by name where a code is missing or was changed, spaces and widths aside', async () => {
    const result = await compare(
      grown((index) =>
        index === 0
          ? { 学校标识码: null, 学校名称: '第 １ 小学' }
          : index === 1
            ? { 学校标识码: '3141999999' }
            : {},
      ),
      tenSchools(),
    );
    expect(said(result)).toEqual([]);
    expect(result.lastYear?.schools.pairs.map(({ by }) => by).slice(0, 3)).toEqual([
      'name',
      'name',
      'code',
    ]);
  });

  it('lists new and closed schools', async () => {
    const fresh = { ...GOOD_PRIMARY, ...GROWN, 学校标识码: '3141000999', 学校名称: '新城小学' };
    const result = await compare([...grown().slice(1), fresh], tenSchools());
    expect(said(result)).toEqual(['year-school-new B11 新城小学', 'year-school-closed 第1小学']);
    expect(result.lastYear?.schools.opened.map(({ name }) => name)).toEqual(['新城小学']);
    expect(result.lastYear?.schools.closed.map(({ name }) => name)).toEqual(['第1小学']);
  });

  it('tells a merged school from a closed one, by row or by name in 并入学校', async () => {
    // 第2小学 is counted with 第1小学 from this year on; 第3小学 is only named as a target.
    const now = grown((index) =>
      index === 1 ? { 并入学校: '第1小学' } : index === 3 ? { 并入学校: '3141000102' } : {},
    ).filter((_, index) => index !== 2);
    const result = await compare(now, tenSchools());
    expect(result.lastYear?.schools.merged.map(({ last, into }) => [last.name, into])).toEqual([
      ['第2小学', '第1小学'],
      ['第3小学', '第4小学'],
    ]);
    expect(result.lastYear?.schools.closed).toEqual([]);
    const target = result.lastYear?.stages.find(({ now: own }) => own.school.name === '第1小学');
    expect(target?.regrouped).toBe(true);
  });

  it('says nothing of a merger that was there last year too', async () => {
    const change = only(1, { 并入学校: '第1小学' });
    const result = await compare(grown(change), tenSchools(change));
    expect(said(result)).toEqual([]);
    expect(result.lastYear?.stages.some(({ regrouped }) => regrouped)).toBe(false);
  });

  it('matches nothing by a doubled key, and says so', async () => {
    const same = only(1, { 学校标识码: '3141000100', 学校名称: '第1小学' });
    const result = await compare(grown(), tenSchools(same));
    expect(said(result).sort()).toEqual([
      'year-key-doubled A2 第1小学',
      'year-key-doubled B2 第1小学',
      'year-school-closed 第1小学',
      'year-school-closed 第1小学',
      'year-school-new B2 第1小学',
      'year-school-new B3 第2小学',
    ]);
    expect(result.lastYear?.schools.pairs).toHaveLength(8);
    const doubled = result.findings.find(({ code }) => code === 'year-key-doubled');
    expect(describeFinding(doubled!, CN_2017, 'zh-CN')).toContain('上一年度的表里不止一行');
  });

  it('uses each school once, whatever the codes and names', async () => {
    const school = fc.record({
      code: fc.constantFrom('', '1', '2', '3'),
      name: fc.constantFrom('甲', '乙', '丙'),
    });
    const cells = (rows: readonly { code: string; name: string }[]): SchoolCells[] =>
      rows.map(({ code, name }) => ({
        ...GOOD_PRIMARY,
        学校标识码: code === '' ? null : `314100000${code}`,
        学校名称: name,
      }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(school, { minLength: 1, maxLength: 5 }),
        fc.array(school, { minLength: 1, maxLength: 5 }),
        async (now, last) => {
          const { lastYear } = await compare(cells(now), cells(last));
          const changes = lastYear!.schools;
          const nowRows = [...changes.pairs.map((pair) => pair.now), ...changes.opened];
          const lastRows = [
            ...changes.pairs.map((pair) => pair.last),
            ...changes.closed,
            ...changes.merged.map((one) => one.last),
          ];
          expect(new Set(nowRows).size).toBe(now.length);
          expect(nowRows).toHaveLength(now.length);
          expect(new Set(lastRows).size).toBe(last.length);
          expect(lastRows).toHaveLength(last.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what changed since last year', () => {
  it('is each indicator by school and stage, and each 差异系数 with its trend and limit', async () => {
    const last = tenSchools(only(0, { 网络多媒体教室数: 40 }));
    const result = await compare(grown(), last);
    const [first] = result.lastYear!.stages;
    expect(first?.indicators[6]).toEqual({ last: 8, now: 1500 / 505 });
    const rooms = result.lastYear!.coefficients.find(
      ({ stage, indicator }) => stage === 'primary' && indicator === 'L7',
    );
    expect(rooms).toMatchObject({
      now: 0,
      limit: 0.5,
      lastPasses: true,
      nowPasses: true,
      trend: 'improved',
    });
    expect(rooms?.last).toBeGreaterThan(0.4);
    const sentences = result.findings
      .filter(({ code }) => code === 'year-coefficient-changed')
      .map((one) => describeFinding(one, CN_2017, 'zh-CN'));
    expect(sentences).toHaveLength(8);
    expect(sentences[6]).toBe(
      '全县小学L7 网络多媒体教室数差异系数由上一年度的 0.470 变为 0.000，差距缩小；本年度未超过上限 0.5。',
    );
    expect(sentences[7]).toContain('全县小学综合差异系数');
    expect(sentences[7]).toContain('本标准对此不设上限');
  });

  it('tells a coefficient that went over its limit', async () => {
    const now = grown(only(0, { 网络多媒体教室数: 400 }));
    const result = await compare(now, tenSchools());
    const rooms = result.lastYear!.coefficients.find(({ indicator }) => indicator === 'L7');
    expect(rooms).toMatchObject({ lastPasses: true, nowPasses: false, trend: 'worse' });
  });

  it('changes no verdict, and the keys of the JSON neither', async () => {
    const now = workbook(grown());
    const alone = await checkWorkbook(now, { standard: CN_2017 });
    const beside = await compare(now, tenSchools());
    expect([beside.verdict, beside.overall]).toEqual([alone.verdict, alone.overall]);
    const json = (check: WorkbookCheck): string[] =>
      Object.keys(
        z
          .record(z.string(), z.unknown())
          .parse(JSON.parse([...checkResultJson(check, 'zh-CN')].join(''))),
      );
    expect(json(beside)).toEqual(json(alone));
  });

  it('names the years where 县域信息 states them', async () => {
    const county = (year: string): MemorySheet => ({
      name: '县域信息',
      rows: [
        ['项目', '内容'],
        ['年度', year],
      ],
    });
    const result = await compare(
      workbook(grown(), [county('2025')]),
      workbook(tenSchools(), [county('2024')]),
    );
    expect(result.lastYear?.year).toEqual({ last: '2024', now: '2025' });
  });
});

describe('suspicious jumps', () => {
  it.each([
    ['元 for 万元', { '教学仪器设备值(万元)': 1_250_000 }, 'year-unit-slip'],
    ['a lost decimal point', { 运动场地面积: 41_000 }, 'year-unit-slip'],
    ['a hundredth', { 运动场地面积: 41 }, 'year-unit-slip'],
    ['pupils that more than half left', { 小学在校生数: 240 }, 'year-pupils-jump'],
    ['pupils that grew by more than half', { 小学在校生数: 751 }, 'year-pupils-jump'],
    ['grounds that shrank by more than a fifth', { 运动场地面积: 3100 }, 'year-area-jump'],
    ['rooms that more than doubled', { 教学及辅助用房面积: 6100 }, 'year-area-jump'],
    [
      'teachers out of line with other schools',
      { 小学高于规定学历教师数: 15 },
      'year-change-outlying',
    ],
    ['rooms that all went', { 网络多媒体教室数: 0 }, 'year-change-outlying'],
  ])('are warned of: %s', async (_, cells, code) => {
    const result = await compare(grown(only(4, cells)), tenSchools());
    const found = said(result).filter((one) => one.endsWith('第5小学'));
    expect(found.map((one) => one.split(' ')[0])).toEqual([code]);
    expect(said(result)).toEqual(found);
  });

  it.each([
    ['pupils at exactly half', { 小学在校生数: 250 }],
    ['pupils at exactly half as many again', { 小学在校生数: 750, 网络多媒体教室数: 22 }],
    ['grounds at exactly four fifths', { 运动场地面积: 3200 }],
    ['a few people of a few', { 小学骨干教师数: 12 }],
    ['a hall where there was none', { 室内体育用房面积: 600 }],
  ])('are not seen in %s', async (_, cells) => {
    const result = await compare(grown(only(4, cells)), tenSchools());
    expect(said(result)).toEqual([]);
  });

  it('take an area at exactly double for no jump of its own, but for one out of line', async () => {
    const result = await compare(grown(only(4, { 教学及辅助用房面积: 6000 })), tenSchools());
    expect(said(result)).toEqual(['year-change-outlying AB6 第5小学']);
  });

  it('are of the whole county where half of it slipped alike', async () => {
    const now = grown((index) => (index < 5 ? { '教学仪器设备值(万元)': 1_200_000 } : {}));
    const result = await compare(now, tenSchools());
    expect(said(result)).toEqual(['year-unit-slip-county']);
    const [one] = result.findings.filter(({ code }) => code === 'year-unit-slip-county');
    expect(describeFinding(one!, CN_2017, 'zh-CN')).toContain('约为上一年度的 10000 倍');
  });

  it('are not looked for where a school is counted with others than last year', async () => {
    const now = grown((index) =>
      index === 0
        ? { 小学在校生数: 1100, 小学高于规定学历教师数: 70 }
        : index === 1
          ? { 并入学校: '第1小学' }
          : {},
    );
    const result = await compare(now, tenSchools());
    expect(said(result)).toEqual(['year-school-merged 第2小学']);
  });

  it('can be accepted with a reason', async () => {
    const now = workbook(grown(only(4, { 小学在校生数: 800 })), [
      {
        name: '情况说明',
        rows: [
          ['代码', '学校', '指标', '单元格', '原因', '填写人', '时间'],
          ['year-pupils-jump', '第5小学', null, null, '新建小区入住', '张三', '2025-09-01'],
        ],
      },
    ]);
    const result = await compare(now, tenSchools());
    const jump = result.findings.find(({ code }) => code === 'year-pupils-jump');
    expect(jump?.accepted?.reason).toBe('新建小区入住');
    expect(describeFinding(jump!, CN_2017, 'zh-CN')).toBe(
      '工作表“学校数据”I6 “第5小学”小学在校生由上一年度的 500 人变为 800 人（60%），请核对。',
    );
  });
});

describe('a workbook of last year that cannot be used', () => {
  class BrokenSource extends MemorySource {
    override heads(): Promise<never> {
      return Promise.reject(new Error('文件已损坏'));
    }
  }

  it('is warned of, and leaves this year as it is', async () => {
    const now = workbook(grown());
    const alone = await checkWorkbook(now, { standard: CN_2017 });
    const cases = [
      [new BrokenSource([]), 'year-unreadable', '（文件已损坏）'],
      [
        new MemorySource([{ name: '说明', rows: [['无']] }]),
        'year-no-schools',
        '没有可用的学校数据',
      ],
      [
        new MemorySource([
          {
            name: '学校数据',
            rows: [
              ['学校名称', '办学类型'],
              ['甲小学', '小学'],
            ],
          },
        ]),
        'year-columns-missing',
        '小学骨干教师数',
      ],
    ] as const;
    for (const [last, code, words] of cases) {
      const result = await compare(now, last);
      expect(said(result)).toEqual([code]);
      const found = result.findings.find((one) => one.code === code);
      expect(describeFinding(found!, CN_2017, 'zh-CN')).toContain(words);
      expect(result.lastYear).toBeNull();
      expect(result.findings.filter((one) => one.code !== code)).toEqual(alone.findings);
      expect(result.verdict).toBe(alone.verdict);
    }
  });

  it('is one filled in for another standard', async () => {
    const headings = [
      '学校名称',
      '办学类型',
      '小学在校生数',
      '初中在校生数',
      '计算机台数',
      '图书册数',
    ];
    const last = new MemorySource([
      { name: '学校数据', rows: [headings, ['第1小学', '小学', 400, null, 40, 9000]] },
    ]);
    const result = await compare(workbook(grown()), last);
    expect(said(result)).toEqual(['year-columns-missing']);
  });

  it('is suspected where it is the same data, or another county', async () => {
    expect(said(await compare(tenSchools(), tenSchools()))).toEqual(['year-unchanged']);
    const other = tenSchools().map((cells, index) => ({
      ...cells,
      学校标识码: `51410001${String(index).padStart(2, '0')}`,
      学校名称: `外县第${index}小学`,
    }));
    const result = await compare(tenSchools(), other);
    expect(said(result)).toEqual(['year-none-matched']);
  });

  it('is read from the sheet that a person chose, where it has one of that name', async () => {
    const named = (schools: readonly SchoolCells[]): MemorySource =>
      new MemorySource([
        schoolSheet([GOOD_JUNIOR], { name: '旧表' }),
        schoolSheet(schools, { name: '各校' }),
      ]);
    for (const last of [named(tenSchools()), workbook(tenSchools())]) {
      const result = await checkWorkbook(named(grown()), {
        standard: CN_2017,
        sheet: '各校',
        lastYear: last,
      });
      expect(result.lastYear?.schools.pairs).toHaveLength(10);
    }
  });

  it('stops when the check is stopped', async () => {
    const stop = new AbortController();
    class Stopping extends MemorySource {
      override heads(): ReturnType<MemorySource['heads']> {
        stop.abort(new Error('stopped'));
        return super.heads();
      }
    }
    const running = checkWorkbook(workbook(grown()), {
      standard: CN_2017,
      signal: stop.signal,
      lastYear: new Stopping([schoolSheet(tenSchools())]),
    });
    await expect(running).rejects.toThrow('stopped');
  });
});

it('compares by the 2012 standard too', async () => {
  const more: SchoolCells = {
    计算机台数: 60,
    图书册数: 12000,
    小学中级及以上职称教师数: 20,
    小学专任教师数: 40,
  };
  const result = await compare(
    grown(() => more),
    tenSchools(() => more),
    CN_2012,
  );
  expect(result.lastYear?.coefficients.map(({ indicator }) => indicator).at(-1)).toBeNull();
  expect(result.lastYear?.coefficients.at(-1)?.limit).toBe(0.65);
});

it('compares a filled-in 表Ⅱ-2 whose schools have two stages with 学校数据', async () => {
  const nine: SchoolCells = {
    ...GOOD_PRIMARY,
    ...GOOD_JUNIOR,
    学校名称: '九年一贯制学校',
    办学类型: '九年一贯制学校',
    教学及辅助用房面积: 8000,
    运动场地面积: 12000,
    '教学仪器设备值(万元)': 400,
    网络多媒体教室数: 40,
  };
  const values = [6, 1.6, 1.2, 5, 9, 2400, 2.8];
  const stated: MemorySheet = {
    name: '表Ⅱ-2',
    rows: [
      [
        '序号',
        '学校名称',
        '举办者类型',
        '在校生数',
        '年级数',
        '班级数',
        ...CN_2017.indicators.map(({ name }) => name.zh),
      ],
      ['小学'],
      [1, '九年一贯制学校', 7, 500, 6, 12, ...values],
      ['初中'],
      [1, '九年一贯制学校', 7, 500, 3, 11, ...values],
    ],
  };
  const result = await compare([nine], new MemorySource([stated]));
  expect(said(result)).toEqual([]);
  expect(
    result.lastYear?.stages.map(({ stage, indicators }) => [stage, indicators[0]?.last]),
  ).toEqual([
    ['primary', 6],
    ['junior', 6],
  ]);
});
