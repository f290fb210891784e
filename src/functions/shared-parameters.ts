import type { FunctionParameter } from './custom-function';

/** Which indicator; read by `readIndicator`. */
export const INDICATOR: FunctionParameter = {
  name: 'indicator',
  type: 'string',
  dimension: 'scalar',
  presence: 'required',
  description: {
    zh: '指标：L1…L7，或指标全称、简称',
    en: 'Indicator: L1…L7, or its full or short name',
  },
};

/** Which stage; read by `readStage`. */
export const STAGE: FunctionParameter = {
  name: 'stage',
  type: 'string',
  dimension: 'scalar',
  presence: 'required',
  description: { zh: '学段：小学 或 初中', en: 'Stage: primary or junior (小学 or 初中)' },
};

/** Which standard; read by `readStandard`. */
export const STANDARD: FunctionParameter = {
  name: 'standard',
  type: 'string',
  dimension: 'scalar',
  presence: 'optional',
  description: {
    zh: '标准：cn-2017（默认）或 cn-2012',
    en: 'Standard: cn-2017 (the default) or cn-2012',
  },
};

/** Pupils of each school; read by `readSchools`. */
export const STUDENTS: FunctionParameter = {
  name: 'students',
  type: 'any',
  dimension: 'matrix',
  presence: 'required',
  description: {
    zh: '各校在校生数，与前一区域一一对应；空白或 0 的学校不计入',
    en: 'Pupils of each school, pairing with the range before; schools with none or 0 are left out',
  },
};

/** Amounts or values per pupil of each school; read by `readSchools`. */
export const VALUES: FunctionParameter = {
  name: 'values',
  type: 'any',
  dimension: 'matrix',
  presence: 'required',
  description: {
    zh: '各校的数量（人数、面积、册数等）；per_pupil 为 TRUE 时为生均值。空白按 0 计',
    en: 'Amount of each school (people, ㎡, books …), or its value per pupil where per_pupil is TRUE; blank is 0',
  },
};

/** Whether the values are per pupil already; read by `readFlag`. */
export const PER_PUPIL: FunctionParameter = {
  name: 'per_pupil',
  type: 'boolean',
  dimension: 'scalar',
  presence: 'optional',
  description: {
    zh: 'TRUE：values 已是生均值；默认 FALSE：values 是数量',
    en: 'TRUE: values are per pupil already; FALSE (the default): they are amounts',
  },
};

/** Yearly levels, oldest first; read by `readLevels`. */
export const SERIES: FunctionParameter = {
  name: 'series',
  type: 'any',
  dimension: 'matrix',
  presence: 'required',
  description: {
    zh: '逐年数值，一行或一列，由远到近，均大于 0，至少两年',
    en: 'Yearly levels in one row or column, oldest first, above 0, two years or more',
  },
};
