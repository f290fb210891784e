import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { extraColumns } from '../../../src/workbook/collection/extra-columns';
import { FORM_FIELDS } from '../../../src/workbook/collection/form-fields';
import { formLabel } from '../../../src/workbook/collection/form-labels';
import { isRequired, SCHOOL_COLUMNS } from '../../../src/workbook/columns';
import { CN_2012 } from '../../../src/standard/cn-2012';
import { CN_2017 } from '../../../src/standard/cn-2017';

const published = readFileSync(
  path.join(__dirname, '../../fixtures/collection/collection-form.csv'),
  'utf8',
)
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.replace(/^\uFEFF/, '').split(','));

describe('the collection form', () => {
  it('is the form of the bureaus, field by field', () => {
    expect(
      FORM_FIELDS.map(({ number, category, label, unit, options, required, condition }) => [
        String(number),
        category,
        label,
        unit ?? options.join('/'),
        required ? '是' : '否',
        condition ?? '',
      ]),
    ).toEqual(published);
    expect(FORM_FIELDS).toHaveLength(68);
  });

  it('with the lines behind the 68 gives every column that each standard needs', () => {
    for (const standard of [CN_2012, CN_2017]) {
      const given = new Set<string>([
        ...FORM_FIELDS.flatMap(({ feeds }) => feeds),
        ...extraColumns(standard).map(({ field }) => field),
      ]);
      const needed = SCHOOL_COLUMNS.filter((column) => isRequired(column, standard));
      expect(needed.filter(({ field }) => !given.has(field))).toEqual([]);
    }
  });

  it('asks for computers, books and titles only where the 2012 standard needs them', () => {
    const asked = (standard: typeof CN_2012): string[] =>
      extraColumns(standard).map(({ field }) => field);
    expect(asked(CN_2012)).toEqual(expect.arrayContaining(['computers', 'books']));
    expect(asked(CN_2017)).not.toContain('computers');
  });
});

describe('the labels of the form', () => {
  it('are known, each as its own field', () => {
    expect(FORM_FIELDS.map(({ label }) => formLabel(label)?.id)).toEqual(
      FORM_FIELDS.map(({ id }) => id),
    );
  });

  it.each([
    ['10. 小学学生人数（人）', 'primaryStudents'],
    ['10 小学学生人数', 'primaryStudents'],
    ['　小学 学生人数：', 'primaryStudents'],
    ['学生人数(小学)', 'primaryStudents'],
    ['每班26～30人班级个数', 'classes26To30'],
    ['每班２６—３０人班级个数', 'classes26To30'],
    ['每班66人及以上班级数', 'classesFrom66'],
    ['单间面积大于等于96平方米的音乐教室间数', 'musicRooms'],
    ['73≤单间面积<96的音乐教室间数', 'musicRooms73To96'],
    ['小学专科学历教师人数', 'primaryCollege'],
    ['县级以上骨干教师数', 'backboneTeachers'],
    ['教学仪器设备资产值(账面原值)（万元）', 'equipmentValue'],
    ['学校标识码', 'code'],
    ['办学类型', 'type'],
    ['小学在校生数', 'primaryStudents'],
    ['小学骨干教师数', 'primaryBackboneTeachers'],
    ['达标美术教室数', 'artRooms'],
  ])('are known as people write them: %s', (written, id) => {
    expect(formLabel(written)?.id).toBe(id);
  });

  it.each([
    '城关镇第一小学',
    '小学',
    '是',
    '教学设备',
    '班级信息',
    '备注',
    '初中填写',
    '人',
    '万元',
  ])('are not taken from answers, categories and units: %s', (written) => {
    expect(formLabel(written)).toBeNull();
  });

  it('tell the unit of money that they name', () => {
    expect(formLabel('上一年度公用经费预算总额（元）')).toEqual({
      id: 'publicFundsBudget',
      unit: 'yuan',
    });
  });
});
