import { describe, expect, it } from '@jest/globals';
import type { GrowthYear } from '../../src/assessment/growth-year';
import { formPageTexts } from '../../src/locales/form-page-texts';
import { CN_2017 } from '../../src/standard/cn-2017';
import { blanksOf } from '../../src/standard/form-item';
import type { FormBlank } from '../../src/standard/form-item';
import { formItemsOf } from '../../src/standard/form-items';
import { formDetail } from '../../src/taskpane/form/form-detail';
import { GROWTH_PICTURE, growthLines } from '../../src/taskpane/form/growth-lines';
import { itemSentence, supportingSentence } from '../../src/taskpane/form/item-sentence';
import { partLines } from '../../src/taskpane/form/part-lines';
import { readDraft } from '../../src/taskpane/form/read-draft';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { governmentSheet, qualitySheet } from '../workbook/form-sheets';
import { MemorySource } from '../workbook/memory-source';
import type { MemorySheet } from '../workbook/memory-source';
import { TWO_SCHOOLS } from './session/session-on-memory';

const texts = formPageTexts('zh-CN');
const SCHOOLS: MemorySheet = {
  name: '学校数据',
  rows: TWO_SCHOOLS.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))),
};

function checked(...sheets: readonly MemorySheet[]): Promise<WorkbookCheck> {
  return checkWorkbook(new MemorySource([SCHOOLS, ...sheets]), { standard: CN_2017 });
}

function blank(item: number, key: string): FormBlank {
  const found = formItemsOf(CN_2017, item > 15 ? 'quality' : 'government')
    .filter(({ number }) => number === (item > 15 ? item - 20 : item))
    .flatMap((one) => blanksOf(one))
    .find((one) => one.key === key);
  return found!;
}

function sentence(check: WorkbookCheck, item: number): string {
  const { judgement } = formDetail(check).items.government[item - 1]!;
  return itemSentence(judgement, 'zh-CN', texts)
    .map(({ kind, text }) => (kind === 'text' ? text : `[${kind} ${text}]`))
    .join('');
}

describe('the lines of the verdict', () => {
  it('count what is met, what is not and what cannot be told', async () => {
    const check = await checked(
      governmentSheet({ '1.conclusion': null, '2.conclusion': '不达标' }),
      qualitySheet(),
    );
    const lines = partLines(check, texts);
    expect(lines.map(({ part, verdict }) => `${part} ${verdict}`).slice(1)).toEqual([
      'government fail',
      'quality pass',
      'recognition unjudged',
      'veto unjudged',
    ]);
    expect(lines[1]!.counts).toMatch(/ · [1-9]\d* 项不达标 · 1 项未判定$/);
    expect(lines[2]!.counts).toBe('9/9 项达标');
    expect(lines[3]!.counts).toBe('还没有填');
    expect(lines[4]!.counts).toBe('还没有填，共 6 项');
  });
});

describe('the evidence of an item', () => {
  it('is the form’s sentence with what was filled in, what it comes to, and what is blank', async () => {
    const check = await checked(
      governmentSheet({ '7.specialPerPupil': null, '8.civilServantWage': null }),
    );
    expect(sentence(check, 7)).toBe(
      '特殊教育学校公用经费[value 96]万元，特殊教育学生[value 120]人，生均公用经费[computed 8,000]元。',
    );
    expect(sentence(check, 8)).toBe(
      '教师年平均工资收入[value 92,000]元，公务员年平均工资收入[blank 未填]元。',
    );
  });

  it('puts what 学校数据 gives beside what was typed, where they differ', async () => {
    const check = await checked(governmentSheet({ '4.largePrimary': 1, '4.largeJunior': null }));
    expect(sentence(check, 4)).toBe(
      '超过2000人的小学[value 1（学校数据 0）]所，超过2000人的初中[computed 0（按学校数据）]所，超过2500人的一贯制学校[value 0]所。',
    );
    const { findings } = formDetail(check).items.government[3]!;
    expect(findings.map(({ code }) => code)).toContain('stated-item-differs');
  });

  it('names what the judgement needs beyond the form only where it is filled in or asked for', async () => {
    const check = await checked(governmentSheet());
    const { judgement } = formDetail(check).items.government[5]!;
    const pieces = (missing: ReadonlySet<string>): string =>
      supportingSentence(judgement, missing, 'zh-CN', texts)
        .map(({ text }) => text)
        .join('');
    expect(pieces(new Set())).toContain('当地生均公用经费基准定额：780元');
    const none = { ...judgement, values: new Map() };
    expect(supportingSentence(none, new Set(), 'zh-CN', texts)).toEqual([]);
    expect(supportingSentence(none, new Set(['quota']), 'zh-CN', texts)).toHaveLength(3);
  });

  it('is known from 学校数据 before anything of the part is filled in', async () => {
    const detail = formDetail(await checked());
    expect(detail.missing.government).not.toContain(4);
    expect(detail.missing.government).toContain(1);
    expect(detail.items.government[3]!.judgement.verdict).toBe('pass');
    expect(detail.missing).toMatchObject({ recognition: [1], veto: [1, 2, 3, 4, 5, 6] });
  });

  it('keeps what is wrong with a cell beside its item, and the rest with the sheet', async () => {
    const check = await checked(
      governmentSheet({ '8.teacherWage': '很多', '1.conclusion': '尚可' }),
    );
    const { items, sheetFindings } = formDetail(check);
    expect(items.government[7]!.findings.map(({ code }) => code)).toEqual(['not-a-number']);
    expect(items.government[0]!.findings.map(({ code }) => code)).toEqual(['entry-unclear']);
    expect(sheetFindings.government).toEqual([]);
  });
});

describe('what is typed into the pane', () => {
  const read = (key: [number, string], typed: string): unknown => {
    const { content, findings } = readDraft(blank(...key), typed);
    return [content, findings.map(({ code }) => code)];
  };

  it('is written as a number however it is typed', () => {
    expect(read([7, 'specialPupils'], ' １２０ 人')).toEqual([120, []]);
    expect(read([7, 'specialFunds'], '1,234.5')).toEqual([1234.5, []]);
    expect(read([7, 'specialFunds'], '960000元')).toEqual([96, ['unit-converted']]);
    expect(read([13, 'nearbyJunior'], '0.95')).toEqual([95, ['percent-understood']]);
    expect(read([13, 'nearbyJunior'], '95%')).toEqual([95, ['percent-understood']]);
  });

  it('is refused as the check refuses it', () => {
    expect(read([7, 'specialPupils'], '12.5')).toEqual([null, ['fraction-for-count']]);
    expect(read([7, 'specialPupils'], '-3')).toEqual([null, ['negative-number']]);
    expect(read([7, 'specialPupils'], '约120')).toEqual([null, ['not-a-number']]);
    expect(read([29, 'artsRatio'], '12')).toEqual([null, ['ratio-above-one']]);
    expect(read([29, 'artsLevel'], '优秀')).toEqual([null, ['entry-unclear']]);
  });

  it('keeps conclusions, levels and subjects not tested as the words they are', () => {
    expect(read([1, 'conclusion'], '不达标')).toEqual(['不达标', []]);
    expect(read([29, 'artsLevel'], 'Ⅲ级')).toEqual(['Ⅲ级', []]);
    expect(read([29, 'artsLevel'], '未监测')).toEqual(['未监测', []]);
    expect(read([29, 'artsRatio'], '未监测')).toEqual(['未监测', []]);
  });
});

describe('the picture of spending', () => {
  const year = (
    number: number,
    educationGrowth: number | null,
    revenueGrowth: number | null,
  ): GrowthYear => ({ year: number, educationGrowth, revenueGrowth, gap: null, passes: null });

  it('holds every point between its edges, the higher growth higher', () => {
    const lines = growthLines([year(2023, 0.12, -0.04), year(2024, 0.02, 0.05)])!;
    const [first, second] = lines.education[0]!;
    expect(first!.y).toBeLessThan(second!.y);
    expect(lines.revenue[0]![0]!.y).toBeGreaterThan(second!.y);
    for (const { x, y } of [...lines.education, ...lines.revenue].flat()) {
      expect(x).toBeGreaterThanOrEqual(GROWTH_PICTURE.left);
      expect(x).toBeLessThanOrEqual(GROWTH_PICTURE.width - GROWTH_PICTURE.right);
      expect(y).toBeGreaterThanOrEqual(GROWTH_PICTURE.top);
      expect(y).toBeLessThanOrEqual(GROWTH_PICTURE.height - GROWTH_PICTURE.bottom);
    }
    const values = lines.levels.map(({ value }) => Math.round(value * 100));
    expect(values).toEqual([-5, 0, 5, 10, 15]);
  });

  it('parts a line where a year is not known, and draws nothing of nothing', () => {
    const lines = growthLines([year(2022, 0.1, 0.1), year(2023, null, 0.1), year(2024, 0.1, 0.1)])!;
    expect(lines.education.map((run) => run.length)).toEqual([1, 1]);
    expect(lines.revenue.map((run) => run.length)).toEqual([3]);
    expect(growthLines([year(2023, null, null)])).toBeNull();
    expect(growthLines([])).toBeNull();
  });
});
