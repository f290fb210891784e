import type { Language } from './language';

/** Words of the summary sheet 经费增长; `{placeholders}` are filled by the report. */
export interface FinanceTexts {
  readonly title: string;
  readonly conclusions: Readonly<Record<'pass' | 'fail' | 'unjudged' | 'oneYear', string>>;
  readonly levels: string;
  readonly year: string;
  /** A measure with its unit, as a heading. */
  readonly measure: string;
  readonly perPupil: string;
  readonly yuan: string;
  readonly growth: string;
  readonly growthHeading: string;
  readonly gap: string;
  readonly conclusion: string;
  readonly pass: string;
  readonly unchanged: string;
  readonly fail: string;
  readonly unjudged: string;
  readonly chart: string;
  readonly educationGrowth: string;
  readonly revenueGrowth: string;
  readonly rules: string;
  readonly source: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly method: string;
  readonly methodText: string;
}

const zhCN: FinanceTexts = {
  title: '教育经费增长情况',
  conclusions: {
    pass: '结论：{from}—{to} 年各年均通过“三个增长”和“两个只增不减”。',
    fail: '结论：{from}—{to} 年中有年份未通过，见第三部分。',
    unjudged: '结论：{from}—{to} 年中有年份无法判定，见第四部分。',
    oneYear: '结论：只有 {from} 年的数据，无法判定增长。',
  },
  levels: '各年数值',
  year: '年份',
  measure: '{name}（{unit}）',
  perPupil: '按在校学生人数平均的教育支出',
  yuan: '元',
  growth: '各年增长与结论',
  growthHeading: '{name}增长（%）',
  gap: '教育经费高出财政经常性收入（百分点）',
  conclusion: '结论',
  pass: '通过',
  unchanged: '通过（持平）',
  fail: '未通过',
  unjudged: '无法判定',
  chart: '教育经费与财政经常性收入的增长（%）',
  educationGrowth: '教育经费增长',
  revenueGrowth: '财政经常性收入增长',
  rules: '三个增长、两个只增不减逐年判断',
  source: '依据',
  findings: '提醒与问题',
  noFindings: '没有需要说明的问题。',
  severity: '级别',
  place: '位置',
  message: '内容',
  method: '说明',
  methodText:
    '增长 = 本年 ÷ 上年 − 1；差距以百分点计。三个增长须严格大于，两个只增不减持平即通过（应作说明）；三年增长需要四年数据，每年都要通过。依据为教育法第五十六条（2015年以前为第五十五条）、义务教育法第四十二条。数值取自“{sheet}”，本表是原生公式，修改后自动重算；年份增减后请重新生成。教育经费的结论不影响四部分总结论。',
};

const enUS: FinanceTexts = {
  title: 'Growth of education spending',
  conclusions: {
    pass: 'Every year from {from} to {to} passes all rules of growth and of never dropping.',
    fail: 'Some year from {from} to {to} does not pass; see section 3.',
    unjudged: 'Some year from {from} to {to} cannot be judged; see section 4.',
    oneYear: 'There is only {from}: growth cannot be judged.',
  },
  levels: 'Levels',
  year: 'Year',
  measure: '{name} ({unit})',
  perPupil: 'Education spending per pupil',
  yuan: 'yuan',
  growth: 'Growth and conclusion',
  growthHeading: '{name}: growth (%)',
  gap: 'Education ahead of revenue (points)',
  conclusion: 'Conclusion',
  pass: 'passes',
  unchanged: 'passes (unchanged)',
  fail: 'does not pass',
  unjudged: 'cannot be judged',
  chart: 'Growth of education spending and of regular revenue (%)',
  educationGrowth: 'Education spending',
  revenueGrowth: 'Regular revenue',
  rules: 'Each rule of growth and of never dropping, year by year',
  source: 'Source',
  findings: 'Warnings and problems',
  noFindings: 'Nothing to say.',
  severity: 'Severity',
  place: 'Where',
  message: 'Finding',
  method: 'How it was computed',
  methodText:
    'Growth is this year ÷ last year − 1; gaps are in percentage points. Growth must be strictly greater; a level that must not drop passes when it is equal (to be explained). Three years of growth need four years of levels, and every year must pass. Source: Education Law art. 56 (55 before 2015), Compulsory Education Law art. 42. Levels come from “{sheet}”; these are native formulas that follow it; make the sheet again when years are added. This conclusion does not change the overall verdict.',
};

/** The words of 经费增长 in a language. */
export function financeTexts(language: Language): FinanceTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
