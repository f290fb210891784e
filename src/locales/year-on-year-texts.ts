import type { Trend } from '../assessment/year-on-year';
import type { Language } from './language';

/** Words of the summary sheet 年度对比; `{placeholders}` are filled by the report. */
export interface YearOnYearTexts {
  readonly title: string;
  readonly files: string;
  /** A year as a heading, where 县域信息 states it. */
  readonly year: string;
  readonly lastYear: string;
  readonly thisYear: string;
  readonly coefficients: string;
  readonly indicator: string;
  readonly code: string;
  readonly change: string;
  readonly limit: string;
  readonly within: string;
  readonly trend: string;
  readonly trends: Readonly<Record<Trend, string>>;
  readonly composite: string;
  readonly chart: string;
  readonly chartLimit: string;
  readonly schools: string;
  readonly counts: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'opened' | 'closed' | 'merged' | 'renamed', string>>;
  readonly school: string;
  readonly note: string;
  readonly pupils: string;
  readonly into: string;
  readonly formerly: string;
  readonly noSchools: string;
  readonly more: string;
  readonly jumps: string;
  readonly place: string;
  readonly message: string;
  readonly noJumps: string;
  readonly changes: string;
  readonly changesNote: string;
  readonly stage: string;
  readonly students: string;
  readonly nowShort: string;
  readonly regrouped: string;
  readonly lastValue: string;
}

const zhCN: YearOnYearTexts = {
  title: '与上一年度对比',
  files: '上一年度：{last}；本年度：{now}',
  year: '{year} 年度',
  lastYear: '上一年度',
  thisYear: '本年度',
  coefficients: '校际差异系数',
  indicator: '指标',
  code: '代码',
  change: '变化',
  limit: '上限',
  within: '本年度是否达标',
  trend: '校际差距',
  trends: { improved: '缩小', worse: '扩大', same: '不变' },
  composite: '综合',
  chart: '{stage}差异系数两年对比',
  chartLimit: '上限',
  schools: '学校变动',
  counts: '两年都有 {both} 所，新增 {opened} 所，不再有 {closed} 所，并入其他学校 {merged} 所。',
  kind: '变动',
  kinds: { opened: '新增', closed: '不再有', merged: '并入其他学校', renamed: '改名' },
  school: '学校名称',
  note: '说明',
  pupils: '小学在校生 {primary} 人，初中在校生 {junior} 人',
  into: '本年度并入“{target}”',
  formerly: '上一年度名称：{name}',
  noSchools: '学校没有变动。',
  more: '另有 {count} 所未列出。',
  jumps: '需要核对的变化',
  place: '位置',
  message: '内容',
  noJumps: '没有发现可疑的变化。',
  changes: '各校指标变化',
  changesNote:
    '按指标降幅最大的排在前。本年度数值取自表Ⅱ-2，变化 = 本年度 − 上一年度；标“＊”的学校两年的并入学校不同，数值不可直接相比。',
  stage: '学段',
  students: '在校生数',
  nowShort: '本年',
  regrouped: '＊',
  lastValue: '{name}上年',
};

const enUS: YearOnYearTexts = {
  title: 'Compared with last year',
  files: 'Last year: {last}; this year: {now}',
  year: '{year}',
  lastYear: 'Last year',
  thisYear: 'This year',
  coefficients: 'Coefficients of variation between schools',
  indicator: 'Indicator',
  code: 'Id',
  change: 'Change',
  limit: 'Limit',
  within: 'Within the limit this year',
  trend: 'Trend',
  trends: { improved: 'smaller', worse: 'larger', same: 'unchanged' },
  composite: 'Composite',
  chart: '{stage}: coefficients of both years',
  chartLimit: 'Limit',
  schools: 'Schools',
  counts: '{both} schools in both years, {opened} new, {closed} gone, {merged} merged into others.',
  kind: 'Change',
  kinds: { opened: 'new', closed: 'gone', merged: 'merged', renamed: 'renamed' },
  school: 'School',
  note: 'Note',
  pupils: '{primary} primary and {junior} junior pupils',
  into: 'counted with “{target}” this year',
  formerly: 'last year: {name}',
  noSchools: 'The schools are the same.',
  more: '{count} more are not listed.',
  jumps: 'Changes to be checked',
  place: 'Where',
  message: 'Finding',
  noJumps: 'No suspicious change was found.',
  changes: 'Indicators by school',
  changesNote:
    'Largest falls first. This year’s values come from table II-2; change = this year − last year. A school marked ＊ is counted with other schools than last year, so that its values do not compare.',
  stage: 'Stage',
  students: 'Pupils',
  nowShort: 'Now',
  regrouped: '＊',
  lastValue: '{name}: last year',
};

/** The words of 年度对比 in a language. */
export function yearOnYearTexts(language: Language): YearOnYearTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
