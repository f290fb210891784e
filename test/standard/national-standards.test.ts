import { describe, expect, it } from '@jest/globals';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { findIndicator, findStage } from '../../src/standard/indicator-lookup';
import { standardSchema } from '../../src/standard/standard-schema';
import { DEFAULT_STANDARD, STANDARDS, standardById } from '../../src/standard/standards';

describe('the 2017 standard', () => {
  it('sets these thresholds for primary and junior schools', () => {
    expect(
      CN_2017.indicators.map(({ id, threshold }) => [id, threshold?.primary, threshold?.junior]),
    ).toEqual([
      ['L1', 4.2, 5.3],
      ['L2', 1, 1],
      ['L3', 0.9, 0.9],
      ['L4', 4.5, 5.8],
      ['L5', 7.5, 10.2],
      ['L6', 2000, 2500],
      ['L7', 2.3, 2.4],
    ]);
  });

  it('counts people and rooms per hundred pupils and turns 万元 into 元', () => {
    expect(CN_2017.indicators.map(({ multiplier }) => multiplier)).toEqual([
      100, 100, 100, 1, 1, 10000, 100,
    ]);
  });

  it('splits buildings, grounds, equipment and rooms between stages, but no teachers', () => {
    expect(CN_2017.indicators.filter(({ shared }) => shared).map(({ id }) => id)).toEqual([
      'L4',
      'L5',
      'L6',
      'L7',
    ]);
    expect(CN_2017.split).toMatchObject({ primary: 1, junior: 1.1, senior: 1.32 });
  });

  it('takes indoor sports rooms out of the teaching area and adds them to the sports grounds', () => {
    expect(findIndicator(CN_2017, 'L4')?.numerator.junior).toEqual([
      { quantity: 'teachingArea', sign: 1 },
      { quantity: 'indoorSportsArea', sign: -1 },
    ]);
    expect(findIndicator(CN_2017, 'L5')?.numerator.primary).toEqual([
      { quantity: 'sportsGroundArea', sign: 1 },
      { quantity: 'indoorSportsArea', sign: 1 },
    ]);
  });

  it('asks for six of seven and 85 % of the rest, and limits each coefficient but no composite', () => {
    expect(CN_2017.schoolRule).toMatchObject({ requiredMet: 6, floorRatio: 0.85 });
    expect(CN_2017.coefficients.each).toEqual({ primary: 0.5, junior: 0.45 });
    expect(CN_2017.coefficients.composite).toBeNull();
  });

  it('covers private schools and teaching points from 50 pupils on', () => {
    expect(CN_2017.scope).toMatchObject({
      excludedTypes: ['special', 'vocational'],
      teachingPointMinimum: 50,
      excludesPrivate: false,
    });
  });

  it('was issued on 19 April 2017, and cites each item', () => {
    expect(CN_2017).toMatchObject({ document: '教督〔2017〕6号', effective: '2017-04-19' });
    expect(CN_2017.indicators[0]?.citation).toEqual({
      standard: 'cn-2017',
      part: '资源配置',
      item: 'L1',
    });
    expect(
      [CN_2017.schoolRule, CN_2017.coefficients, CN_2017.scope, CN_2017.split].map(
        (rule) => rule?.citation.item,
      ),
    ).toEqual(['综合达标', '校际差异系数', '评估范围', '多学段折算']);
  });

  it('starts with the stricter reading and no relaxation', () => {
    expect(CN_2017.switches).toEqual({
      artRooms: 'each',
      relaxOldRooms: false,
      relaxSchoolSize: false,
      relaxSmallClassRooms: false,
      relaxPartTimeArts: false,
    });
  });
});

describe('the 2012 standard', () => {
  it('has eight indicators without thresholds or school rule', () => {
    expect(CN_2012.indicators.map(({ id, shared }) => [id, shared])).toEqual([
      ['M1', true],
      ['M2', true],
      ['M3', true],
      ['M4', true],
      ['M5', true],
      ['M6', false],
      ['M7', false],
      ['M8', false],
    ]);
    expect(CN_2012.indicators.every(({ threshold }) => threshold === null)).toBe(true);
    expect(CN_2012.schoolRule).toBeNull();
  });

  it('limits the composite alone', () => {
    expect(CN_2012.coefficients.each).toBeNull();
    expect(CN_2012.coefficients.composite).toEqual({ primary: 0.65, junior: 0.55 });
  });

  it('leaves out private schools and teaching points', () => {
    expect(CN_2012.scope.excludedTypes).toEqual(['teachingPoint', 'special', 'vocational']);
    expect(CN_2012.scope.excludesPrivate).toBe(true);
    expect(CN_2012.effective).toBe('2012-01-20');
  });

  it('takes its numerators from the statistics', () => {
    expect(
      CN_2012.indicators.map(({ numerator, multiplier }) => [
        multiplier,
        ...numerator.junior.map(({ quantity }) => quantity),
      ]),
    ).toEqual([
      [1, 'teachingArea', 'indoorSportsArea'],
      [1, 'sportsGroundArea', 'indoorSportsArea'],
      [10000, 'equipmentValue'],
      [100, 'computers'],
      [1, 'books'],
      [1, 'juniorTeachers'],
      [1, 'juniorAboveRequiredDegree'],
      [1, 'juniorIntermediateTitles'],
    ]);
  });
});

describe('finding a standard and its indicators', () => {
  it('knows both national standards by id, and 2017 applies by default', () => {
    expect(STANDARDS.map(({ id }) => id)).toEqual(['cn-2017', 'cn-2012']);
    expect(standardById('cn-2012')).toBe(CN_2012);
    expect(standardById('cn-1999')).toBeNull();
    expect(DEFAULT_STANDARD).toBe(CN_2017);
  });

  it.each([
    ['l1', 'L1'],
    [' Ｌ７ ', 'L7'],
    ['生均教学仪器设备值', 'L6'],
    ['教学仪器设备值', 'L6'],
    ['每百名学生拥有 体育、艺术(美术、音乐) 专任教师数', 'L3'],
    ['Backbone Teachers', 'L2'],
  ])('reads %s as an indicator', (text, id) => {
    expect(findIndicator(CN_2017, text)?.id).toBe(id);
  });

  it('has no M1 in the 2017 standard and no L1 in that of 2012', () => {
    expect(findIndicator(CN_2017, 'M1')).toBeNull();
    expect(findIndicator(CN_2012, 'L1')).toBeNull();
    expect(findIndicator(CN_2017, '')).toBeNull();
  });

  it('reads a stage in Chinese or English', () => {
    expect(['小学', ' 初 中', 'Primary', 'ｊｕｎｉｏｒ', '高中', ''].map(findStage)).toEqual([
      'primary',
      'junior',
      'primary',
      'junior',
      null,
      null,
    ]);
  });

  it('declares both national standards as the schema wants them', () => {
    for (const standard of [CN_2017, CN_2012]) {
      expect(standardSchema.parse(standard)).toEqual(standard);
    }
  });

  it('refuses standard data with two indicators of one id', () => {
    const [first] = CN_2017.indicators;
    expect(
      standardSchema.safeParse({ ...CN_2017, indicators: [...CN_2017.indicators, first] }).success,
    ).toBe(false);
  });
});
