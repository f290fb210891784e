import { describe, expect, it } from '@jest/globals';
import type { IndicatorSummary, StageSummary } from '../../src/assessment/assessment';
import type { HostErrorCode } from '../../src/hosts/host-error';
import { domainTexts } from '../../src/locales/domain-texts';
import { paneTexts } from '../../src/locales/pane-texts';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { coefficientRows } from '../../src/taskpane/check/coefficient-row';
import { describeNotice } from '../../src/taskpane/describe-notice';
import { searchFunctions } from '../../src/taskpane/functions/function-search';
import { FUNCTIONS } from '../../src/functions/functions';
import { paneThemeOf } from '../../src/taskpane/office-theme';
import type { Notice } from '../../src/taskpane/session/session';
import { sheetsToWrite } from '../../src/taskpane/summary/sheets-to-write';

const NONE: IndicatorSummary = {
  mean: null,
  standardDeviation: null,
  cv: null,
  cvLimit: 0.5,
  cvPasses: null,
  schoolsMet: null,
  schoolsNear: null,
  schoolsBelow: null,
};
const HOST_ERRORS: readonly HostErrorCode[] = [
  'sheet-missing',
  'sheet-protected',
  'workbook-protected',
  'read-only',
  'cell-editing',
  'too-large',
  'foreign-sheets',
  'unsupported',
  'cancelled',
  'failed',
];

const UNLIMITED = { cv: null, cvLimit: null, cvPasses: null };

function stage(cvs: readonly Partial<IndicatorSummary>[]): StageSummary {
  return {
    stage: 'primary',
    schools: 3,
    students: 900,
    passing: 2,
    indicators: CN_2017.indicators.map((_, index) => ({ ...NONE, ...cvs[index] })),
    composite: UNLIMITED,
  };
}

describe('the picture of coefficients', () => {
  it('tells a value just over its limit from the limit, in figures and in words', () => {
    const [row] = coefficientRows(
      stage([{ cv: 0.5004123, cvPasses: false, mean: 5.084830339321357 }]),
      CN_2017,
      'zh-CN',
    );
    expect(row).toMatchObject({ shown: '0.5004', judgement: 'fail', judgementWord: '超限' });
    expect(row!.sentence).toBe(
      'L1 高于规定学历教师数：差异系数 0.5004123，上限 0.5，超限。全县平均值 5.08。',
    );
    expect(row!.bar!).toBeGreaterThan(row!.limit!);
  });

  it('draws all bars of a stage to one scale that holds the longest', () => {
    const rows = coefficientRows(
      stage([
        { cv: 2, cvPasses: false },
        { cv: 0.5, cvPasses: true },
      ]),
      CN_2017,
      'en-US',
    );
    expect(rows[0]!.bar!).toBeLessThanOrEqual(1);
    expect(rows[1]!.bar!).toBeCloseTo(rows[0]!.bar! / 4, 12);
    expect(rows[1]!.bar).toBe(rows[1]!.limit);
  });

  it('draws no bar where there is no coefficient, and says so', () => {
    const [row] = coefficientRows(stage([{}]), CN_2017, 'zh-CN');
    expect(row).toMatchObject({ bar: null, shown: '—', judgement: 'unjudged' });
    expect(row!.sentence).toContain('无法计算');
  });

  it('shows the composite of 2012 with its limit', () => {
    const indicators = CN_2012.indicators.map(() => ({ ...NONE, cv: 0.3, cvLimit: null }));
    const summary = {
      ...stage([]),
      indicators,
      composite: { cv: 0.3, cvLimit: 0.65, cvPasses: true },
    };
    const rows = coefficientRows(summary, CN_2012, 'zh-CN');
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({ judgement: null, judgementWord: '不设限', limit: null });
    expect(rows[8]).toMatchObject({ name: '综合', judgement: 'pass' });
  });
});

describe('a notice', () => {
  const say = (content: Notice['content']): readonly (string | null)[] => {
    const { message, next } = describeNotice(
      { number: 1, tone: 'error', content },
      paneTexts('zh-CN'),
      domainTexts('zh-CN'),
    );
    return [message, next];
  };

  it('names the place in a bureau’s standard, and the number that may not be loosened', () => {
    const content = { kind: 'standard-error', path: '$.thresholds.L6.primary' } as const;
    expect(say({ ...content, detail: 'looser', bound: 2000 })[0]).toBe(
      '本地标准不能使用：$.thresholds.L6.primary 比国家标准宽松，国家标准为 2000',
    );
    expect(say({ ...content, path: '$', detail: 'not-json', bound: null })[0]).toBe(
      '本地标准不能使用：$ 不是 JSON 文字',
    );
  });

  it('tells the next step of every failure of the host', () => {
    for (const code of HOST_ERRORS) {
      const [message, next] = say({ kind: 'host-error', code, subject: '学校数据' });
      expect([code, (message ?? '').length > 3, (next ?? '').length > 5]).toEqual([
        code,
        true,
        true,
      ]);
    }
    expect(say({ kind: 'host-error', code: 'sheet-protected', subject: '学校数据' })).toEqual([
      '工作表“学校数据”受保护，没有做任何改动。',
      '在“审阅”中撤销工作表保护，再试一次。',
    ]);
    expect(say({ kind: 'host-error', code: 'sheet-missing', subject: '' })[0]).toBe(
      '找不到工作表，或它被隐藏。',
    );
  });

  it('counts marked cells where they are known', () => {
    expect(say({ kind: 'marked', cells: null, rules: 4 })[0]).toBe('已标记，共 4 条条件格式。');
    expect(say({ kind: 'marked', cells: 12, rules: 4 })[0]).toBe('已标记 12 个单元格。');
    expect(say({ kind: 'marked', cells: null, rules: 0 })[0]).toBe('没有需要标记的单元格。');
  });
});

describe('the sheets to write', () => {
  it('bring 表Ⅱ-2 with the tables that count over it', () => {
    const all = ['overview', 'table_2_1', 'table_2_2', 'table_3', 'findings'] as const;
    expect(sheetsToWrite(new Set(['table_3']), all)).toEqual(['table_2_2', 'table_3']);
    expect(sheetsToWrite(new Set(['findings', 'overview']), all)).toEqual(['overview', 'findings']);
    expect(sheetsToWrite(new Set(['table_3']), ['overview', 'findings'])).toEqual([]);
  });
});

describe('searching functions', () => {
  it('finds by name, by parameter and by either language', () => {
    const names = (search: string): string[] =>
      searchFunctions(FUNCTIONS, search).map(({ name }) => name);
    expect(names('CVLIM')).toEqual(['CVLIMIT']);
    expect(names('coef students')).toContain('DIFFCOEF');
    expect(names('校际差异系数')).toContain('DIFFCOEF');
    expect(names('')).toHaveLength(FUNCTIONS.length);
    expect(names('无此函数')).toEqual([]);
  });
});

describe('the theme', () => {
  it('follows Office, and forced colours before it', () => {
    expect(paneThemeOf({ isDarkTheme: true }, false)).toBe('dark');
    expect(paneThemeOf({ isDarkTheme: true }, true)).toBe('high-contrast');
    expect(paneThemeOf({ bodyBackgroundColor: '#262626' }, false)).toBe('dark');
    expect(paneThemeOf({ bodyBackgroundColor: '#F3F2F1' }, false)).toBe('light');
    expect(paneThemeOf(undefined, false)).toBe('light');
  });
});
