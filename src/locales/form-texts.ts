import type { Language } from './language';

/** Words of 表Ⅰ, 表Ⅳ, 表Ⅴ and 表Ⅵ; `{placeholders}` are filled by the reports. */
export interface FormTexts {
  /** Under the title: 年度, 填报单位. */
  readonly yearLine: string;
  readonly reporterLine: string;
  /** A place to write in, within a sentence and alone. */
  readonly blank: string;
  readonly met: string;
  readonly notMet: string;
  readonly unjudged: string;
  /** The lines under each table, left to right, row by row. */
  readonly signatures: readonly (readonly string[])[];
  readonly table1: {
    readonly title: string;
    readonly groups: Readonly<Record<Table1Group, string>>;
    /** L1 … L24, each with its unit. */
    readonly headings: readonly string[];
    readonly note: string;
  };
  readonly items: {
    readonly government: string;
    readonly quality: string;
    readonly name: string;
    readonly value: string;
    readonly passes: string;
    readonly noteGovernment: string;
    readonly noteQuality: string;
    readonly levels: readonly string[];
    readonly untested: string;
    /** Units as they follow a number where the sentence is made of the blanks; others are left out. */
    readonly units: Readonly<Record<string, string>>;
    /** What 学校数据 says of item 3: `{each}` and `{inAll}` schools. */
    readonly artRooms: string;
    readonly schoolsShort: string;
    readonly incomplete: string;
    readonly clause: string;
  };
  readonly survey: {
    readonly title: string;
    readonly group: string;
    readonly issued: string;
    readonly valid: string;
    readonly satisfied: string;
    readonly satisfaction: string;
    readonly visited: string;
    readonly visitedSatisfied: string;
    readonly visitedSatisfaction: string;
    readonly passes: string;
    readonly total: string;
    readonly parents: string;
    readonly conclusion: string;
    readonly note: string;
    readonly veto: string;
    readonly matter: string;
    readonly exists: string;
    readonly vetoConclusion: string;
    readonly vetoFound: string;
    readonly vetoNone: string;
    readonly yes: string;
    readonly no: string;
  };
}

/** The groups of columns of 表Ⅰ. */
export type Table1Group =
  'nature' | 'economy' | 'schools' | 'special' | 'points' | 'classes' | 'pupils' | 'staff';

const zhCN: FormTexts = {
  yearLine: '年度：{year}',
  reporterLine: '填报单位：{reporter}',
  blank: '＿＿＿',
  met: '达标',
  notMet: '不达标',
  unjudged: '未判定',
  signatures: [
    ['填报单位（公章）：', '负责人（签字）：'],
    ['填表人（签字）：', '填表日期：      年    月    日'],
  ],
  table1: {
    title: '表Ⅰ  县域基本情况',
    groups: {
      nature: '自然情况',
      economy: '经济情况',
      schools: '普通中小学校数（所）',
      special: '特殊教育学校（所）',
      points: '小学教学点数（个）',
      classes: '教学班数（个）',
      pupils: '在校学生数（人）',
      staff: '教职工数（人）',
    },
    headings: [
      '人口总数（万人）',
      '农业人口数（万人）',
      '乡镇数（个）',
      '行政村数（个）',
      '年人均国内生产总值（元）',
      '年人均地方财政收入（元）',
      '农民年人均纯收入（元）',
      '城镇居民年人均可支配收入（元）',
      '小学',
      '九年一贯制学校',
      '初中',
      '完全中学',
      '十二年一贯制学校',
      '计',
      '计',
      '其中50人及以上',
      '小学',
      '初中',
      '小学',
      '初中',
      '小学合计',
      '小学其中专任教师',
      '初中合计',
      '初中其中专任教师',
    ],
    note: '注：能从学校数据得出的各项由学校数据计算，其余取自县域信息；空白处请填写。',
  },
  items: {
    government: '表Ⅳ  政府保障程度',
    quality: '表Ⅴ  教育质量',
    name: '名称',
    value: '指标值或简要结论',
    passes: '是否达标',
    noteGovernment:
      '注：{count} 项须全部达标。数字取自“政府保障”和学校数据，按未取整的数值判定；空白处请填写后重新判定。',
    noteQuality:
      '注：{count} 项须全部达标。数字取自“教育质量”和学校数据，按未取整的数值判定；空白处请填写后重新判定。',
    levels: ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级'],
    untested: '未监测',
    units: { 元: '元', 万元: '万元', '%': '%' },
    artRooms: '按学校数据，音乐、美术教室分别计算{each}所学校未达到，合并计算{inAll}所学校未达到',
    schoolsShort: '按学校数据，{count}所学校未达到',
    incomplete: '，{count}所学校数据不全',
    clause: '；',
  },
  survey: {
    title: '表Ⅵ  社会认可度',
    group: '群体',
    issued: '问卷总数',
    valid: '回收有效问卷数',
    satisfied: '满意问卷数',
    satisfaction: '问卷综合满意度（%）',
    visited: '实地走访人数',
    visitedSatisfied: '满意人数',
    visitedSatisfaction: '实地走访满意度（%）',
    passes: '是否达标',
    total: '计',
    parents: '其中家长',
    conclusion: '社会认可度（满意度 {atLeast}% 以上）',
    note: '注：满意度 = 满意数 ÷ 有效问卷数（走访人数），全体和家长均须达到 {atLeast}%，按未取整的数值判定。',
    veto: '一票否决事项',
    matter: '事项',
    exists: '是否存在',
    vetoConclusion: '一票否决',
    vetoFound: '存在否决事项',
    vetoNone: '不存在否决事项',
    yes: '是',
    no: '否',
  },
};

const enUS: FormTexts = {
  yearLine: 'Year: {year}',
  reporterLine: 'Reported by: {reporter}',
  blank: '＿＿＿',
  met: 'met',
  notMet: 'not met',
  unjudged: 'not judged',
  signatures: [
    ['Reporting authority (seal):', 'Head (signature):'],
    ['Filled in by (signature):', 'Date:'],
  ],
  table1: {
    title: 'Table I  The county',
    groups: {
      nature: 'Population and places',
      economy: 'Economy (yuan a person a year)',
      schools: 'Ordinary primary and secondary schools',
      special: 'Special schools',
      points: 'Teaching points',
      classes: 'Classes',
      pupils: 'Pupils',
      staff: 'Staff',
    },
    headings: [
      'Population (10 000)',
      'Rural population (10 000)',
      'Townships',
      'Villages',
      'Gross product',
      'Local revenue',
      'Income of farmers',
      'Disposable income of townspeople',
      'Primary',
      'Nine-year',
      'Junior',
      'Complete secondary',
      'Twelve-year',
      'All',
      'All',
      'of them 50 pupils or more',
      'Primary',
      'Junior',
      'Primary',
      'Junior',
      'Primary, all',
      'Primary, full-time teachers',
      'Junior, all',
      'Junior, full-time teachers',
    ],
    note: 'What follows from 学校数据 is computed from it; the rest is taken from 县域信息. Blank cells are to be filled in.',
  },
  items: {
    government: 'Table IV  Government guarantees',
    quality: 'Table V  Quality of education',
    name: 'Item',
    value: 'Value or conclusion',
    passes: 'Met',
    noteGovernment:
      'All {count} items must be met. Numbers come from 政府保障 and 学校数据 and are judged unrounded. Blanks are to be filled in and judged again.',
    noteQuality:
      'All {count} items must be met. Numbers come from 教育质量 and 学校数据 and are judged unrounded. Blanks are to be filled in and judged again.',
    levels: ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'],
    untested: 'not tested',
    units: { 元: ' yuan', 万元: ' × 10 000 yuan', '%': '%' },
    artRooms:
      'By 学校数据, schools that fall short: {each} with music and art rooms counted apart, {inAll} with both counted together',
    schoolsShort: 'By 学校数据, schools that fall short: {count}',
    incomplete: ', schools with numbers missing: {count}',
    clause: '; ',
  },
  survey: {
    title: 'Table VI  Recognition by society',
    group: 'Group',
    issued: 'Questionnaires issued',
    valid: 'Valid',
    satisfied: 'Satisfied',
    satisfaction: 'Satisfaction (%)',
    visited: 'Persons visited',
    visitedSatisfied: 'Satisfied',
    visitedSatisfaction: 'Satisfaction of those visited (%)',
    passes: 'Met',
    total: 'All',
    parents: 'of them parents',
    conclusion: 'Recognition by society (satisfaction of {atLeast}% or more)',
    note: 'Satisfaction is satisfied ÷ valid questionnaires (persons visited); it must reach {atLeast}% among all and among parents, judged unrounded.',
    veto: 'Matters that alone rule recognition out',
    matter: 'Matter',
    exists: 'Exists',
    vetoConclusion: 'Veto',
    vetoFound: 'a matter exists',
    vetoNone: 'no matter exists',
    yes: 'yes',
    no: 'no',
  },
};

const TEXTS: Readonly<Record<Language, FormTexts>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** The words of the form's tables in a language. */
export function formTexts(language: Language): FormTexts {
  return TEXTS[language];
}
