import type { CountyForm } from './county-form';

/** What the sample county is called; no county of this name exists. */
export const SAMPLE_COUNTY = '云岭县';

/** What the sample county fills in: most items met, some not, two left out. */
export const SAMPLE_FORM: CountyForm = {
  county: SAMPLE_COUNTY,
  year: '2026',
  table1: {
    L1: 38.2,
    L2: 23.5,
    L3: 16,
    L4: 231,
    L5: 52400,
    L6: 4120,
    L7: 19800,
    L8: 39600,
  },
  finance: [
    {
      year: 2022,
      education: 70200,
      revenue: 172400,
      primaryExpense: 12460,
      juniorExpense: 16890,
      primaryPublicFunds: 1390,
      juniorPublicFunds: 1650,
      wage: 84300,
      pupils: 41260,
    },
    {
      year: 2023,
      education: 74100,
      revenue: 176900,
      primaryExpense: 13020,
      juniorExpense: 17610,
      primaryPublicFunds: 1450,
      juniorPublicFunds: 1720,
      wage: 87100,
      pupils: 40870,
    },
    {
      year: 2024,
      education: 75900,
      revenue: 183200,
      primaryExpense: 13310,
      juniorExpense: 17980,
      primaryPublicFunds: 1480,
      juniorPublicFunds: 1760,
      wage: 88600,
      pupils: 40410,
    },
    {
      year: 2025,
      education: 80600,
      revenue: 188500,
      primaryExpense: 14050,
      juniorExpense: 18940,
      primaryPublicFunds: 1540,
      juniorPublicFunds: 1840,
      wage: 91800,
      pupils: 39880,
    },
  ],
  government: {
    1: { conclusion: '达标' },
    2: { conclusion: '达标' },
    3: { conclusion: '达标' },
    4: { largePrimary: 0, largeJunior: 0, largeMultiStage: 0 },
    5: { largePrimaryClasses: 0, largeJuniorClasses: 0 },
    7: { specialFunds: 93.5, specialPupils: 110, specialPerPupil: 8500 },
    8: { teacherWage: 91800, civilServantWage: 91500 },
    11: {
      eligible: 980,
      rotated: 121,
      rotatedShare: 12.35,
      rotatedBackbone: 22,
      backboneShare: 18.18,
    },
    13: { nearbyPrimary: 100, nearbyJunior: '97.2%' },
    14: {
      places: 1400,
      allotted: 840,
      allottedShare: 60,
      allottedRural: 466,
      ruralShare: 55.48,
    },
    15: { migrants: 1260, inPublic: 1148, inPurchased: 62, inBoth: 1210, migrantShare: 96.3 },
  },
  quality: {
    1: {
      graduates: 2062,
      enrolled: 2108,
      transferredIn: 38,
      deaths: 1,
      transferredOut: 61,
      retention: 98.96,
    },
    2: {
      disabled: 164,
      attending: 161,
      attendance: 98.17,
      inSpecial: 108,
      inSpecialShare: 67.08,
    },
    3: { conclusion: '达标' },
    4: { conclusion: '达标' },
    6: { conclusion: '达标' },
    7: { conclusion: '达标' },
    8: { conclusion: '达标' },
    9: {
      chineseLevel: 'Ⅲ级',
      chineseRatio: 0.12,
      mathsLevel: 'Ⅲ级',
      mathsRatio: 0.14,
      scienceLevel: 'Ⅲ级',
      scienceRatio: 0.15,
      sportsLevel: 'Ⅲ级',
      sportsRatio: 0.1,
      artsLevel: '未监测',
      moralLevel: 'Ⅳ级',
      moralRatio: 0.09,
    },
  },
  survey: [
    { issued: 3200, valid: 3064, satisfied: 2911, visited: 320, visitedSatisfied: 304 },
    { issued: 2000, valid: 1915, satisfied: 1812, visited: 200, visitedSatisfied: 189 },
  ],
  veto: { 1: '否', 2: '否', 3: '否', 4: '否', 5: '否', 6: '否' },
};

/** A problem put into the sample county's other sheets on purpose. */
export interface PlantedFormProblem {
  readonly sheet: string;
  /** The item or year it is planted in, as the page of samples names it. */
  readonly place: string;
  readonly description: string;
  readonly finding: string;
  /** What the finding's parameters say of its place: an item, or a year of 教育经费. */
  readonly about: Readonly<Record<string, string | number>>;
}

/** The problems of the sample county beside 学校数据. */
export const FORM_PROBLEMS: readonly PlantedFormProblem[] = [
  {
    sheet: '教育经费',
    place: '2024 年',
    description: '教育经费增长 2.43%，低于财政经常性收入增长 3.56%，当年“三个增长”未通过',
    finding: 'finance-growth-not-met',
    about: { year: '2024' },
  },
  {
    sheet: '政府保障',
    place: '第 10 条',
    description: '没有填写结论：逐项提示，不代为推断',
    finding: 'item-missing',
    about: { form: 'government', item: 10 },
  },
  {
    sheet: '政府保障',
    place: '第 11 条',
    description: '交流轮岗的骨干教师 22 人，占 18.18%，低于 20%',
    finding: 'item-not-met',
    about: { form: 'government', item: 11 },
  },
  {
    sheet: '政府保障',
    place: '第 13 条',
    description: '初中就近入学比例写成文本“97.2%”，已按百分比理解',
    finding: 'percent-understood',
    about: {},
  },
  {
    sheet: '政府保障',
    place: '第 15 条',
    description: '随迁子女就读占比写成 96.3%，按所填人数应为 96.03%',
    finding: 'stated-share-differs',
    about: { form: 'government', item: 15 },
  },
  {
    sheet: '教育质量',
    place: '第 5 条',
    description: '没有填写结论：逐项提示，不代为推断',
    finding: 'item-missing',
    about: { form: 'quality', item: 5 },
  },
  {
    sheet: '教育质量',
    place: '第 9 条',
    description: '科学校际差异率恰为 0.15：标准要求“低于 0.15”，不达标',
    finding: 'item-not-met',
    about: { form: 'quality', item: 9 },
  },
];
