import type { Citation, Standard } from './standard';

function cite(item: string): Citation {
  return { standard: 'cn-2017', part: '资源配置', item };
}

/**
 * 《县域义务教育优质均衡发展督导评估办法》(教督〔2017〕6号), part 1: 资源配置. Split weights and the
 * relaxations come from the forms and the 规程 of 2019 that go with it.
 */
export const CN_2017: Standard = {
  id: 'cn-2017',
  base: 'cn-2017',
  name: {
    zh: '县域义务教育优质均衡发展督导评估办法',
    en: 'Quality and balanced compulsory education in counties (2017)',
  },
  document: '教督〔2017〕6号',
  effective: '2017-04-19',
  indicators: [
    {
      id: 'L1',
      name: {
        zh: '每百名学生拥有高于规定学历教师数',
        en: 'Teachers above the required degree per hundred pupils',
      },
      shortName: { zh: '高于规定学历教师数', en: 'Teachers above required degree' },
      unit: { zh: '人/百生', en: 'per 100 pupils' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primaryAboveRequiredDegree', sign: 1 }],
        junior: [{ quantity: 'juniorAboveRequiredDegree', sign: 1 }],
      },
      multiplier: 100,
      shared: false,
      threshold: { primary: 4.2, junior: 5.3 },
      citation: cite('L1'),
    },
    {
      id: 'L2',
      name: {
        zh: '每百名学生拥有县级以上骨干教师数',
        en: 'Backbone teachers of county level and above per hundred pupils',
      },
      shortName: { zh: '骨干教师数', en: 'Backbone teachers' },
      unit: { zh: '人/百生', en: 'per 100 pupils' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primaryBackboneTeachers', sign: 1 }],
        junior: [{ quantity: 'juniorBackboneTeachers', sign: 1 }],
      },
      multiplier: 100,
      shared: false,
      threshold: { primary: 1, junior: 1 },
      citation: cite('L2'),
    },
    {
      id: 'L3',
      name: {
        zh: '每百名学生拥有体育、艺术（美术、音乐）专任教师数',
        en: 'Sports and arts (fine art, music) teachers per hundred pupils',
      },
      shortName: { zh: '体育、艺术专任教师数', en: 'Sports and arts teachers' },
      unit: { zh: '人/百生', en: 'per 100 pupils' },
      shortfallUnit: 'person',
      numerator: {
        primary: [{ quantity: 'primarySportsArtsTeachers', sign: 1 }],
        junior: [{ quantity: 'juniorSportsArtsTeachers', sign: 1 }],
      },
      multiplier: 100,
      shared: false,
      threshold: { primary: 0.9, junior: 0.9 },
      citation: cite('L3'),
    },
    {
      id: 'L4',
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
      threshold: { primary: 4.5, junior: 5.8 },
      citation: cite('L4'),
    },
    {
      id: 'L5',
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
      threshold: { primary: 7.5, junior: 10.2 },
      citation: cite('L5'),
    },
    {
      id: 'L6',
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
      threshold: { primary: 2000, junior: 2500 },
      citation: cite('L6'),
    },
    {
      id: 'L7',
      name: {
        zh: '每百名学生拥有网络多媒体教室数',
        en: 'Networked multimedia classrooms per hundred pupils',
      },
      shortName: { zh: '网络多媒体教室数', en: 'Multimedia classrooms' },
      unit: { zh: '间/百生', en: 'rooms per 100 pupils' },
      shortfallUnit: 'room',
      numerator: {
        primary: [{ quantity: 'multimediaRooms', sign: 1 }],
        junior: [{ quantity: 'multimediaRooms', sign: 1 }],
      },
      multiplier: 100,
      shared: true,
      threshold: { primary: 2.3, junior: 2.4 },
      citation: cite('L7'),
    },
  ],
  schoolRule: { requiredMet: 6, floorRatio: 0.85, citation: cite('综合达标') },
  coefficients: {
    each: { primary: 0.5, junior: 0.45 },
    composite: null,
    citation: cite('校际差异系数'),
  },
  scope: {
    excludedTypes: ['special', 'vocational'],
    teachingPointMinimum: 50,
    excludesPrivate: false,
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
