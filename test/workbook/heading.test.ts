import { describe, expect, it } from '@jest/globals';

import { parseHeading } from '../../src/workbook/heading';

describe('a heading', () => {
  it.each([
    ['小学在校生数', '在校生数', 'primary'],
    ['小 学 在 校\n生 数（人）', '在校生数', 'primary'],
    ['＊小学在校生数', '在校生数', 'primary'],
    ['骨干教师数（小学）', '骨干教师数', 'primary'],
    ['骨干教师数(初中:县级及以上)', '骨干教师数', 'junior'],
    ['初级中学专任教师', '专任教师', 'junior'],
    ['高中在校生数', '在校生数', 'senior'],
    ['普通高中在校生数', '在校生数', 'senior'],
    ['室内体育用房（体育馆）面积', '室内体育用房面积', null],
    ['教学及辅助用房面积【㎡】', '教学及辅助用房面积', null],
    ['运动场地面积㎡', '运动场地面积', null],
    ['运动场地面积/平方米', '运动场地面积', null],
    ['其中：室内体育用房面积', '室内体育用房面积', null],
    ['3.运动场地面积', '运动场地面积', null],
    ['在校生数 L4', '在校生数', null],
    ['超45人小学班数', '超45人班数', 'primary'],
  ])('%j names %s of stage %s', (written, key, stage) => {
    expect(parseHeading(written)).toMatchObject({ key, stage });
  });

  it.each([
    ['教学仪器设备值(万元)', 'tenThousandYuan'],
    ['教学仪器设备值（元）', 'yuan'],
    ['教学仪器设备值（单位：元）', 'yuan'],
    ['教学仪器设备值（千元）', 'thousandYuan'],
    ['教学仪器设备值/亿元', 'hundredMillionYuan'],
    ['教学仪器设备值', null],
  ])('%s is in %s', (written, unit) => {
    expect(parseHeading(written)).toMatchObject({ key: '教学仪器设备值', unit });
  });

  it('keeps notes in brackets that make another quantity of it', () => {
    expect(parseHeading('在校生数（其中女生）').key).not.toBe('在校生数');
    expect(parseHeading('运动场地面积（亩）').key).not.toBe('运动场地面积');
    expect(parseHeading('运动场地面积万平方米').key).not.toBe('运动场地面积');
  });

  it('of two stages belongs to neither', () => {
    expect(parseHeading('小学初中在校生数').stage).toBe('several');
  });

  it.each(['计', '合 计', '（人）', '万元', '总数'])('%j says nothing of its own', (written) => {
    expect(parseHeading(written).transparent).toBe(true);
  });
});
