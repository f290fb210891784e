import type { Language } from './language';

/** Words of the report over several counties; `{placeholders}` are filled by the report. */
export interface BatchTexts {
  readonly countiesSheet: string;
  readonly failuresSheet: string;
  readonly countiesTitle: string;
  readonly failuresTitle: string;
  readonly about: string;
  readonly noFailures: string;
  readonly failureCount: string;
  readonly number: string;
  readonly county: string;
  readonly file: string;
  readonly schools: string;
  readonly passing: string;
  readonly largestCoefficient: string;
  readonly largestOf: string;
  readonly overLimit: string;
  readonly errors: string;
  readonly failures: string;
  readonly remark: string;
  readonly total: string;
}

const zhCN: BatchTexts = {
  countiesSheet: '县区汇总',
  failuresSheet: '不达标与数据错误',
  countiesTitle: '县域义务教育优质均衡发展　县区校验汇总',
  failuresTitle: '各县区不达标与数据错误清单',
  about:
    '共 {count} 个工作簿，其中 {unreadable} 个读不出；标准：{standard}。末行为达标县区数与合计。',
  noFailures: '没有不达标，也没有数据错误。',
  failureCount: '共 {count} 条，按县区、轻重排列；提醒与说明不列入。',
  number: '序号',
  county: '县（市、区）',
  file: '文件',
  schools: '{stage}校数',
  passing: '{stage}综合达标',
  largestCoefficient: '最大差异系数',
  largestOf: '所在指标',
  overLimit: '差异系数超限项数',
  errors: '数据错误',
  failures: '不达标',
  remark: '说明',
  total: '合计（达标县区数）',
};

const enUS: BatchTexts = {
  countiesSheet: 'Counties',
  failuresSheet: 'Failures',
  countiesTitle: 'Counties checked',
  failuresTitle: 'Failures and data errors by county',
  about:
    '{count} workbooks, {unreadable} of them unreadable; standard: {standard}. Last row: counties that pass, and sums.',
  noFailures: 'Nothing is below the standard, and there are no data errors.',
  failureCount: '{count} in all, by county and gravity; warnings and notes are left out.',
  number: 'No.',
  county: 'County',
  file: 'File',
  schools: 'Schools, {stage}',
  passing: 'Passing, {stage}',
  largestCoefficient: 'Largest coefficient',
  largestOf: 'Of',
  overLimit: 'Coefficients over the limit',
  errors: 'Data errors',
  failures: 'Below the standard',
  remark: 'Remark',
  total: 'Counties that pass, and sums',
};

/** The words of the report over several counties. */
export function batchTexts(language: Language): BatchTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
