import type { BilingualText, Citation } from './standard';

/** A yearly level of 教育经费. */
export type SpendingSeries =
  | 'education'
  | 'revenue'
  | 'primaryExpense'
  | 'juniorExpense'
  | 'primaryPublicFunds'
  | 'juniorPublicFunds'
  | 'wage'
  | 'pupils';

const LAW: Citation = { standard: '教育法', part: '第五十六条', item: '三个增长' };

/** 三个增长: education spending must grow faster than regular revenue, strictly. */
export const REVENUE_RULE_CITATION: Citation = LAW;

/** A series that must grow every year, strictly. */
export interface GrowthRule {
  readonly series: SpendingSeries;
  readonly name: BilingualText;
  readonly citation: Citation;
}

/** 三个增长, second and third: spending per pupil by stage, public funds by stage, wages. */
export const GROWTH_RULES: readonly GrowthRule[] = [
  {
    series: 'primaryExpense',
    name: { zh: '小学生均教育事业费', en: 'Primary spending per pupil' },
    citation: LAW,
  },
  {
    series: 'juniorExpense',
    name: { zh: '初中生均教育事业费', en: 'Junior spending per pupil' },
    citation: LAW,
  },
  {
    series: 'primaryPublicFunds',
    name: { zh: '小学生均公用经费', en: 'Primary public funds per pupil' },
    citation: LAW,
  },
  {
    series: 'juniorPublicFunds',
    name: { zh: '初中生均公用经费', en: 'Junior public funds per pupil' },
    citation: LAW,
  },
  { series: 'wage', name: { zh: '教师年平均工资', en: 'Teachers’ mean wage' }, citation: LAW },
];

/** 两个只增不减: education spending, and the same per pupil, never below last year. */
export const NEVER_DROPS_CITATION: Citation = {
  standard: '教育经费',
  part: '两个只增不减',
  item: '',
};

/** Levels of this factor from one year to the next look like 万元 beside 亿元 or 元. */
export const UNIT_JUMP = { from: 3_000, to: 30_000 } as const;
