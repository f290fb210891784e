import { describe, expect, it } from '@jest/globals';

import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { sortFindings } from '../../src/workbook/finding-order';
import { finding } from '../../src/assessment/finding-codes';
import { CellFault } from '../../src/workbook/source';
import { MemorySource } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

const OPTIONS = { standard: CN_2017 };

describe('checking a workbook', () => {
  it('judges part 1 and leaves the other parts open', async () => {
    const check = await checkWorkbook(
      new MemorySource([
        {
          name: '县域信息',
          rows: [
            ['项目', '内容'],
            ['县名', '某县'],
          ],
        },
        schoolSheet([GOOD_PRIMARY, GOOD_JUNIOR]),
      ]),
      OPTIONS,
    );
    expect(check).toMatchObject({
      file: '测试.xlsx',
      county: '某县',
      basis: 'schools',
      verdict: 'pass',
      parts: {
        resources: 'pass',
        government: 'unjudged',
        quality: 'unjudged',
        recognition: 'unjudged',
        veto: 'unjudged',
      },
      overall: 'unjudged',
      finance: [],
      findings: [],
    });
    expect(check.reading?.schools).toHaveLength(2);
  });

  it('fails as a whole when part 1 fails', async () => {
    const check = await checkWorkbook(
      new MemorySource([schoolSheet([{ ...GOOD_PRIMARY, 小学骨干教师数: 2 }])]),
      OPTIONS,
    );
    expect([check.verdict, check.overall]).toEqual(['fail', 'fail']);
  });

  it('cannot judge a school whose numbers are unusable', async () => {
    const check = await checkWorkbook(
      new MemorySource([
        schoolSheet([{ ...GOOD_PRIMARY, 小学骨干教师数: new CellFault('#REF!') }]),
      ]),
      OPTIONS,
    );
    expect(check.verdict).toBe('unjudged');
    expect(check.findings.map(({ code, cell }) => `${code} ${cell ?? ''}`)).toEqual([
      'formula-error X2',
    ]);
  });

  it('cannot judge schools that share a 标识码', async () => {
    const check = await checkWorkbook(
      new MemorySource([schoolSheet([GOOD_PRIMARY, { ...GOOD_PRIMARY, 学校名称: '西街小学' }])]),
      OPTIONS,
    );
    expect(check.assessment?.schools.map(({ passes }) => passes)).toEqual([null, null]);
    expect(check.verdict).toBe('unjudged');
  });

  it('needs the columns of the standard it judges by', async () => {
    const check = await checkWorkbook(
      new MemorySource([
        {
          name: '学校数据',
          rows: schoolSheet([GOOD_PRIMARY]).rows.map((row) => row.slice(0, 38)),
        },
      ]),
      { standard: CN_2012 },
    );
    expect(check.findings.map(({ parameters }) => parameters['heading'])).toEqual([
      '计算机台数',
      '图书册数',
      '小学中级及以上职称教师数',
      '初中中级及以上职称教师数',
    ]);
  });

  it('says that there are no schools, or no sheet of schools', async () => {
    const empty = await checkWorkbook(new MemorySource([schoolSheet([])]), OPTIONS);
    expect(empty.findings).toMatchObject([{ code: 'no-schools', sheet: '学校数据' }]);
    const other = await checkWorkbook(new MemorySource([{ name: '封面', rows: [['x']] }]), OPTIONS);
    expect(other.findings).toMatchObject([
      { code: 'no-school-sheet', parameters: { sheets: '封面' } },
    ]);
    expect([empty.verdict, other.verdict]).toEqual(['unjudged', 'unjudged']);
  });

  it('marks the warnings that 情况说明 accepts', async () => {
    const check = await checkWorkbook(
      new MemorySource([
        schoolSheet([{ ...GOOD_PRIMARY, 小学在校生数: '500' }]),
        {
          name: '情况说明',
          rows: [
            ['代码', '学校', '指标', '单元格', '原因', '填写人', '时间'],
            ['number-as-text', '城关镇第一小学', '', '学校数据!I2', '已核', '李四', ''],
          ],
        },
      ]),
      OPTIONS,
    );
    expect(check.findings).toMatchObject([
      { code: 'number-as-text', accepted: { reason: '已核', by: '李四', at: '' } },
    ]);
  });

  it('reports its progress, and stops when asked', async () => {
    const schools = Array.from({ length: 20 }, (_, index) => ({
      ...GOOD_PRIMARY,
      学校标识码: String(3_141_000_001 + index),
      学校名称: `第${index}小学`,
    }));
    const done: number[] = [];
    await checkWorkbook(new MemorySource([schoolSheet(schools)]), {
      ...OPTIONS,
      onProgress: (rows) => done.push(rows),
    });
    expect(done).toEqual([7, 14, 21]);

    const stop = new AbortController();
    const stopped = checkWorkbook(new MemorySource([schoolSheet(schools)]), {
      ...OPTIONS,
      signal: stop.signal,
      onProgress: () => {
        stop.abort(new Error('stopped'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
  });
});

describe('findings', () => {
  it('are listed from grave to mild, then by sheet, row and column', () => {
    const make = (code: Parameters<typeof finding>[0], sheet: string | null, cell: string | null) =>
      finding(code, { sheet, cell });
    const sorted = sortFindings(
      [
        make('rows-skipped', '甲', null),
        make('number-as-text', '乙', 'A1'),
        make('number-as-text', '甲', 'AA2'),
        make('number-as-text', '甲', 'Z2'),
        make('number-as-text', '甲', 'B10'),
        make('coefficient-over-limit', null, null),
        make('not-a-number', '乙', 'C3'),
        make('indicator-near', '甲', 'A1'),
      ],
      ['甲', '乙'],
    );
    expect(sorted.map(({ code, sheet, cell }) => `${code} ${sheet ?? ''}${cell ?? ''}`)).toEqual([
      'not-a-number 乙C3',
      'coefficient-over-limit ',
      'indicator-near 甲A1',
      'number-as-text 甲Z2',
      'number-as-text 甲AA2',
      'number-as-text 甲B10',
      'number-as-text 乙A1',
      'rows-skipped 甲',
    ]);
  });
});
