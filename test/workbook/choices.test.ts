import { describe, expect, it } from '@jest/globals';

import { SCHOOL_TYPES } from '../../src/standard/school-type';
import { parseBoarding } from '../../src/workbook/boarding';
import { parseLocality } from '../../src/workbook/locality-names';
import { OWNERSHIP_NAMES, parseOwnership } from '../../src/workbook/ownership-names';
import { parseSchoolType, SCHOOL_TYPE_NAMES } from '../../src/workbook/school-type-names';

describe('办学类型', () => {
  it('reads every name it writes', () => {
    for (const type of SCHOOL_TYPES) expect(parseSchoolType(SCHOOL_TYPE_NAMES[type])).toBe(type);
  });
  it.each([
    ['完全小学', 'primary'],
    ['211', 'primary'],
    ['211 小学', 'primary'],
    ['小学教学点', 'teachingPoint'],
    ['218', 'teachingPoint'],
    ['普通初中', 'junior'],
    ['九年制', 'nineYear'],
    ['九年 一贯制', 'nineYear'],
    ['345', 'twelveYear'],
    ['完中', 'completeSecondary'],
    ['特教学校', 'special'],
    ['职业初中', 'vocational'],
    ['普通高中', 'senior'],
  ])('%s is %s', (written, type) => {
    expect(parseSchoolType(written)).toBe(type);
  });
  it.each(['学校', '211 初级中学', '999', ''])('%j is unknown', (written) => {
    expect(parseSchoolType(written)).toBeNull();
  });
});

describe('举办者类型', () => {
  it('reads codes and names', () => {
    for (const [code, name] of OWNERSHIP_NAMES) {
      expect([parseOwnership(String(code)), parseOwnership(name)]).toEqual([code, code]);
    }
    expect(parseOwnership('7 县级教育部门')).toBe(7);
    expect(parseOwnership('１０')).toBe(10);
  });
  it.each(['0', '11', '公办', '7 民办'])('%s is unknown', (written) => {
    expect(parseOwnership(written)).toBeNull();
  });
});

describe('城乡分类', () => {
  it.each([
    ['城区', 'urban'],
    ['主城区', 'urban'],
    ['城乡结合区', 'urban'],
    ['112', 'urban'],
    ['镇中心区', 'town'],
    ['镇乡结合区', 'town'],
    ['特殊区域', 'town'],
    ['123', 'town'],
    ['乡中心区', 'rural'],
    ['220-村庄', 'rural'],
  ])('%s is %s', (written, locality) => {
    expect(parseLocality(written)).toBe(locality);
  });
  it('does not know other words', () => {
    expect(parseLocality('山区')).toBeNull();
  });
});

describe('寄宿制', () => {
  it('is yes, no or unknown', () => {
    expect(['是', '√', '否', '无', '部分'].map(parseBoarding)).toEqual([
      true,
      true,
      false,
      false,
      null,
    ]);
  });
});
