import type { Citation, Standard } from './standard';

function cite(item: string): Citation {
  return { standard: 'cn-2012', part: '校际间均衡状况', item };
}

/**
 * 《县域义务教育均衡发展督导评估暂行办法》(教督〔2012〕3号): 基本均衡, still monitored every year.
 * Eight indicators, no threshold for a school; the verdict is the composite coefficient.
 */
export const CN_2012: Standard = {
  id: 'cn-2012',
  base: 'cn-2012',
  name: {
    zh: '县域义务教育均衡发展督导评估暂行办法',
    en: 'Basically balanced compulsory education in counties (2012)',
  },
  document: '教督〔2012〕3号',
  effective: '2012-01-20',
  indicators: [
    {
      id: 'M1',
      name: { zh: '生均教学及辅助用房面积', en: 'Teaching and auxiliary floor area per pupil' },
      shortName: { zh: '教学及辅助用房面积', en: 'Teaching floor area' },
      unit: { zh: '㎡/生', en: '㎡ per pupil' },
      shortfallUnit: 'squareMetre',
      numerator: {
        primary: [
          { quantity: 'teachingArea', sign: 1 },
          { quantity: 'indoorSportsArea', sign: -1 },
        ],
        junior: [
          { quantity: 'teachingArea', sign: 1 },
          { quantity: 'indoorSportsArea', sign: -1 },
        ],
      },
      multiplier: 1,
      shared: true,
      threshold: null,
      citation: cite('M1'),
    },
    {
      id: 'M2',
      name: { zh: '生均体育运动场馆面积', en: 'Sports grounds and halls per pupil' },
      shortName: { zh: '体育运动场馆面积', en: 'Sports grounds and halls' },
      unit: { zh: '㎡/生', en: '㎡ per pupil' },
      shortfallUnit: 'squareMetre',
      numerator: {
        primary: [
          { quantity: 'sportsGroundArea', sign: 1 },
          { quantity: 'indoorSportsArea', sign: 1 },
        ],
        junior: [
          { quantity: 'sportsGroundArea', sign: 1 },
          { quantity: 'indoorSportsArea', sign: 1 },
        ],
      },
      multiplier: 1,
      shared: true,
      threshold: null,
      citation: cite('M2'),
    },
    {
      id: 'M3',
      name: { zh: '生均教学仪器设备值', en: 'Value of teaching equipment per pupil' },
      shortName: { zh: '教学仪器设备值', en: 'Teaching equipment' },
      unit: { zh: '元/生', en: 'yuan per pupil' },
      shortfallUnit: 'yuan',
      numerator: {
        primary: [{ quantity: 'equipmentValue', sign: 1 }],
        junior: [{ quantity: 'equipmentValue', sign: 1 }],
      },
      multiplier: 10000,
      shared: true,
      threshold: null,
      citation: cite('M3'),
    },
    {
      id: 'M4',
      name: { zh: '每百名学生拥有计算机台数', en: 'Computers per hundred pupils' },
      shortName: { zh: '计算机台数', en: 'Computers' },
      unit: { zh: '台/百生', en: 'per 100 pupils' },
      shortfallUnit: 'computer',
      numerator: {
        primary: [{ quantity: 'computers', sign: 1 }],
        junior: [{ quantity: 'computers', sign: 1 }],
      },
      multiplier: 100,
      shared: true,
      threshold: null,
      citation: cite('M4'),
    },
    {
      id: 'M5',
      name: { zh: '生均图书册数', en: 'Books per pupil' },
      shortName: { zh: '图书册数', en: 'Books' },
      unit: { zh: '册/生', en: 'per pupil' },
      shortfallUnit: 'book',
      numerator: {
        primary: [{ quantity: 'books', sign: 1 }],
        junior: [{ quantity: 'books', sign: 1 }],
      },
      multiplier: 1,
      shared: true,
      threshold: null,
      citation: cite('M5'),
    },
    {
      id: 'M6',
      name: { zh: '师生比', en: 'Teachers per pupil' },
      shortName: { zh: '师生比', en: 'Teachers per pupil' },
      unit: { zh: '人/生', en: 'per pupil' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primaryTeachers', sign: 1 }],
        junior: [{ quantity: 'juniorTeachers', sign: 1 }],
      },
      multiplier: 1,
      shared: false,
      threshold: null,
      citation: cite('M6'),
    },
    {
      id: 'M7',
      name: { zh: '生均高于规定学历教师数', en: 'Teachers above the required degree per pupil' },
      shortName: { zh: '高于规定学历教师数', en: 'Teachers above required degree' },
      unit: { zh: '人/生', en: 'per pupil' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primaryAboveRequiredDegree', sign: 1 }],
        junior: [{ quantity: 'juniorAboveRequiredDegree', sign: 1 }],
      },
      multiplier: 1,
      shared: false,
      threshold: null,
      citation: cite('M7'),
    },
    {
      id: 'M8',
      name: {
        zh: '生均中级及以上专业技术职务教师数',
        en: 'Teachers of intermediate title and above per pupil',
      },
      shortName: {
        zh: '中级及以上专业技术职务教师数',
        en: 'Teachers of intermediate title and above',
      },
      unit: { zh: '人/生', en: 'per pupil' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primaryIntermediateTitles', sign: 1 }],
        junior: [{ quantity: 'juniorIntermediateTitles', sign: 1 }],
      },
      multiplier: 1,
      shared: false,
      threshold: null,
      citation: cite('M8'),
    },
  ],
  schoolRule: null,
  coefficients: {
    each: null,
    composite: { primary: 0.65, junior: 0.55 },
    citation: cite('校际差异系数'),
  },
  scope: {
    excludedTypes: ['teachingPoint', 'special', 'vocational'],
    teachingPointMinimum: 0,
    excludesPrivate: true,
    citation: cite('评估范围'),
  },
  split: { primary: 1, junior: 1.1, senior: 1.32, citation: cite('多学段折算') },
  switches: {
    artRooms: 'each',
    relaxOldRooms: false,
    relaxSchoolSize: false,
    relaxSmallClassRooms: false,
    relaxPartTimeArts: false,
  },
};
