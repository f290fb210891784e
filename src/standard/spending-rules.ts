import type { BilingualText, Citation } from './standard';

/** The yearly levels of 教育经费, in the order of the sheet. */
export const SPENDING_SERIES = [
  'education',
  'revenue',
  'primaryExpense',
  'juniorExpense',
  'primaryPublicFunds',
  'juniorPublicFunds',
  'wage',
  'pupils',
] as const;

/** A yearly level of 教育经费. */
export type SpendingSeries = (typeof SPENDING_SERIES)[number];

/** How a series of 教育经费 is named, and the unit its levels are kept in. */
export interface SpendingMeasure {
  readonly name: BilingualText;
  readonly unit: BilingualText;
}

const TEN_THOUSAND_YUAN: BilingualText = { zh: '万元', en: '10 000 yuan' };
const YUAN: BilingualText = { zh: '元', en: 'yuan' };

/** How each series is named and counted. */
export const SPENDING_MEASURES: Readonly<Record<SpendingSeries, SpendingMeasure>> = {
  education: {
    name: { zh: '一般公共预算教育经费', en: 'Education spending' },
    unit: TEN_THOUSAND_YUAN,
  },
  revenue: { name: { zh: '财政经常性收入', en: 'Regular revenue' }, unit: TEN_THOUSAND_YUAN },
  primaryExpense: {
    name: { zh: '小学生均教育事业费', en: 'Primary spending per pupil' },
    unit: YUAN,
  },
  juniorExpense: {
    name: { zh: '初中生均教育事业费', en: 'Junior spending per pupil' },
    unit: YUAN,
  },
  primaryPublicFunds: {
    name: { zh: '小学生均公用经费', en: 'Primary public funds per pupil' },
    unit: YUAN,
  },
  juniorPublicFunds: {
    name: { zh: '初中生均公用经费', en: 'Junior public funds per pupil' },
    unit: YUAN,
  },
  wage: { name: { zh: '教师年平均工资', en: 'Teachers’ mean wage' }, unit: YUAN },
  pupils: {
    name: { zh: '在校学生总数', en: 'Pupils of all levels' },
    unit: { zh: '人', en: 'pupils' },
  },
};

/**
 * How a year is compared with the one before: its growth above that of regular revenue (strictly, in
 * percentage points), its growth above 0 (strictly), or its level not below last year's, in all or
 * for each of 在校学生总数.
 */
export type SpendingComparison = 'outgrowsRevenue' | 'grows' | 'neverDrops' | 'neverDropsPerPupil';

/** One rule of 三个增长 or 两个只增不减. */
export interface SpendingRule {
  readonly comparison: SpendingComparison;
  readonly series: SpendingSeries;
  readonly name: BilingualText;
  /** The law as it is numbered since its revision of 2015. */
  readonly citation: Citation;
}

const LAW: Citation = { standard: '教育法', part: '第五十六条', item: '三个增长' };
const LAW_BEFORE_2015: Citation = { ...LAW, part: '第五十五条' };
const NEVER_DROPS: Citation = { standard: '国办发〔2018〕82号', part: '两个只增不减', item: '' };

function grows(series: SpendingSeries): SpendingRule {
  const { zh, en } = SPENDING_MEASURES[series].name;
  return {
    comparison: 'grows',
    series,
    name: { zh: `${zh}逐年增长`, en: `${en} grows` },
    citation: LAW,
  };
}

/**
 * 三个增长 (教育法 art. 56, 义务教育法 art. 42): education spending outgrows regular revenue; spending
 * per pupil grows; public funds per pupil and wages grow. Then 两个只增不减: education spending, in all
 * and per pupil, never drops.
 */
export const SPENDING_RULES: readonly SpendingRule[] = [
  {
    comparison: 'outgrowsRevenue',
    series: 'education',
    name: {
      zh: '教育经费增长高于财政经常性收入增长',
      en: 'Education spending outgrows regular revenue',
    },
    citation: LAW,
  },
  grows('primaryExpense'),
  grows('juniorExpense'),
  grows('primaryPublicFunds'),
  grows('juniorPublicFunds'),
  grows('wage'),
  {
    comparison: 'neverDrops',
    series: 'education',
    name: { zh: '一般公共预算教育支出只增不减', en: 'Education spending never drops' },
    citation: NEVER_DROPS,
  },
  {
    comparison: 'neverDropsPerPupil',
    series: 'pupils',
    name: {
      zh: '按在校学生人数平均的教育支出只增不减',
      en: 'Education spending per pupil never drops',
    },
    citation: NEVER_DROPS,
  },
];

/** The source of a rule as it was numbered in a year: 教育法 art. 55 until the revision of 2015. */
export function spendingCitation({ citation }: SpendingRule, year: number): Citation {
  return citation === LAW && year < 2015 ? LAW_BEFORE_2015 : citation;
}

/** Levels of this factor from one year to the next look like 万元 beside 亿元 or 元. */
export const UNIT_JUMP = { from: 3_000, to: 30_000 } as const;
