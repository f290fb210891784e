import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finding } from '../../src/assessment/finding-codes';
import type { Finding } from '../../src/assessment/finding';
import { CN_2017 } from '../../src/standard/cn-2017';
import {
  NO_FILTER,
  filterFindings,
  isFiltering,
  listFindings,
} from '../../src/taskpane/findings/finding-filter';
import { groupFindings } from '../../src/taskpane/findings/finding-groups';
import { findingsTable, toCsv, toTabSeparated } from '../../src/taskpane/findings/findings-export';

const BELOW = finding('indicator-below', {
  sheet: '学校数据',
  cell: 'X3',
  school: '北关小学',
  stage: 'primary',
  indicator: 'L3',
  actual: 0.28,
  required: 0.9,
  shortfall: 3,
  unit: 'person',
  citation: { standard: 'cn-2017', part: '资源配置', item: 'L3' },
});
const TEXT = finding('number-as-text', { sheet: '学校数据', cell: 'X13', school: '启明小学' });
const HIDDEN = finding('sheet-hidden', { sheet: '学校数据' });
const NEAR = finding('indicator-near', { school: '北关小学', indicator: 'L1' });

const listed = (findings: readonly Finding[]): ReturnType<typeof listFindings> =>
  listFindings(findings, ({ code, school }) => `${school ?? ''}：${code}（ＡＢＣ１２）`);
const ALL = listed([BELOW, NEAR, TEXT, HIDDEN]);
const codes = (found: ReturnType<typeof listFindings>): string[] =>
  found.map((one) => one.finding.code);

describe('filtering findings', () => {
  it('leaves everything where nothing is asked', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(filterFindings(ALL, NO_FILTER)).toEqual(ALL);
  });

  it('keeps what has one of the chosen severities', () => {
    const severities = new Set(['near', 'warning'] as const);
    expect(codes(filterFindings(ALL, { ...NO_FILTER, severities }))).toEqual([
      'indicator-near',
      'number-as-text',
      'sheet-hidden',
    ]);
  });

  it('keeps what is about a school and an indicator', () => {
    const found = filterFindings(ALL, { ...NO_FILTER, school: '北关小学', indicator: 'L3' });
    expect(codes(found)).toEqual(['indicator-below']);
  });

  it('finds every word, whatever its order, case and width', () => {
    const search = (words: string): string[] =>
      codes(filterFindings(ALL, { ...NO_FILTER, search: words }));
    expect(search('x13 启明')).toEqual(['number-as-text']);
    expect(search('abc12')).toHaveLength(4);
    expect(search('Ｘ１３')).toEqual(['number-as-text']);
    expect(search('启明 北关')).toEqual([]);
  });
});

describe('listing findings', () => {
  it('gives every finding a key of its own, the same for the same list', () => {
    const twice = listed([BELOW, BELOW, TEXT]);
    expect(new Set(twice.map(({ key }) => key)).size).toBe(3);
    expect(listed([BELOW, BELOW, TEXT])).toEqual(twice);
  });
});

describe('grouping findings', () => {
  it('puts a head before each group, what has no school last', () => {
    const lines = groupFindings(ALL, 'school', []);
    expect(
      lines.map((line) => (line.kind === 'group' ? [line.key, line.count] : line.listed.key)),
    ).toEqual([
      ['北关小学', 2],
      ALL[0]!.key,
      ALL[1]!.key,
      ['启明小学', 1],
      ALL[2]!.key,
      [null, 1],
      ALL[3]!.key,
    ]);
  });

  it('orders severities by gravity and indicators by the standard', () => {
    const heads = (by: 'severity' | 'indicator'): (string | null)[] =>
      groupFindings([...ALL].reverse(), by, ['L1', 'L2', 'L3']).flatMap((line) =>
        line.kind === 'group' ? [line.key] : [],
      );
    expect(heads('severity')).toEqual(['fail', 'near', 'warning']);
    expect(heads('indicator')).toEqual(['L1', 'L3', null]);
  });

  it('neither loses nor doubles a finding', () => {
    const some = fc.array(fc.constantFrom(BELOW, NEAR, TEXT, HIDDEN), { maxLength: 30 });
    const by = fc.constantFrom('none', 'severity', 'school', 'indicator');
    fc.assert(
      fc.property(some, by, (findings, grouping) => {
        const all = listed(findings);
        const lines = groupFindings(all, grouping, ['L1']);
        const keys = lines.flatMap((line) => (line.kind === 'finding' ? [line.listed.key] : []));
        expect([...keys].sort()).toEqual(all.map(({ key }) => key).sort());
      }),
    );
  });
});

describe('exporting findings', () => {
  it('gives the columns of 问题清单', () => {
    const [head, row] = findingsTable(ALL, CN_2017, 'zh-CN');
    expect(head).toHaveLength(13);
    expect(row).toEqual([
      1,
      '不达标',
      '北关小学',
      '小学',
      'L3',
      '学校数据!X3',
      '北关小学：indicator-below（ＡＢＣ１２）',
      0.28,
      0.9,
      3,
      '人',
      '教督〔2017〕6号资源配置 L3',
      '',
    ]);
  });

  it('quotes commas, quotes and line breaks, and begins with a byte order mark', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\nlines', 1.5]])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines",1.5\r\n',
    );
  });

  it('never lets text become a formula, and leaves negative numbers as they are', () => {
    for (const start of ['=', '+', '-', '@', '＝', '\t']) {
      const text = `${start}HYPERLINK(1)`;
      expect(toCsv([[text]])).toContain(`'${start}`);
      expect(toTabSeparated([[text]]).startsWith("'")).toBe(true);
    }
    expect(toCsv([[-3]])).toBe('\uFEFF-3\r\n');
  });

  it('keeps one line a finding on the clipboard', () => {
    expect(toTabSeparated([['a\tb\nc', 2]])).toBe('a b c\t2');
  });
});
