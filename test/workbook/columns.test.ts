import { describe, expect, it } from '@jest/globals';

import { QUANTITIES } from '../../src/standard/quantities';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import {
  columnDocumentation,
  headingWithUnit,
  isRequired,
  SCHOOL_COLUMNS,
} from '../../src/workbook/columns';
import { matchColumn } from '../../src/workbook/column-index';
import { parseHeading } from '../../src/workbook/heading';

const STAGE_WORDS = { primary: '小学', junior: '初中', senior: '高中' } as const;

describe('the columns of 学校数据', () => {
  it('hold every quantity once', () => {
    const fields = SCHOOL_COLUMNS.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    expect(QUANTITIES.filter((quantity) => !fields.includes(quantity))).toEqual([]);
  });

  it('are the contract, in its order', () => {
    expect(SCHOOL_COLUMNS.map(headingWithUnit).join(', ')).toBe(
      '学校标识码, 学校名称, 办学类型, 举办者类型, 城乡分类, 所属集团, 寄宿制, 并入学校, ' +
        '小学在校生数, 初中在校生数, 高中在校生数, 小学年级数, 初中年级数, 小学班级数, 初中班级数, ' +
        '小学最大班额, 初中最大班额, 超45人小学班数, 超50人初中班数, 小学专任教师数, 初中专任教师数, ' +
        '小学高于规定学历教师数, 初中高于规定学历教师数, 小学骨干教师数, 初中骨干教师数, ' +
        '小学体育艺术教师数, 初中体育艺术教师数, 教学及辅助用房面积, 室内体育用房面积, 运动场地面积, ' +
        '教学仪器设备值(万元), 网络多媒体教室数, 达标音乐教室数, 达标美术教室数, 持证专任教师数, ' +
        '完成360学时教师数, 公用经费预算(万元), 教师培训经费预算(万元), 计算机台数, 图书册数, ' +
        '小学中级及以上职称教师数, 初中中级及以上职称教师数, 备注',
    );
  });

  it('are required as the 2017 standard needs them', () => {
    const required = SCHOOL_COLUMNS.filter((column) => isRequired(column, CN_2017));
    expect(required.map(headingWithUnit)).toEqual([
      '学校名称',
      '办学类型',
      '小学在校生数',
      '初中在校生数',
      '小学高于规定学历教师数',
      '初中高于规定学历教师数',
      '小学骨干教师数',
      '初中骨干教师数',
      '小学体育艺术教师数',
      '初中体育艺术教师数',
      '教学及辅助用房面积',
      '室内体育用房面积',
      '运动场地面积',
      '教学仪器设备值(万元)',
      '网络多媒体教室数',
    ]);
  });

  it('are required by the 2012 standard where its indicators use them', () => {
    const required = SCHOOL_COLUMNS.filter((column) => isRequired(column, CN_2012));
    expect(required.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['computers', 'books', 'primaryTeachers', 'juniorIntermediateTitles']),
    );
    expect(required.map(({ field }) => field)).not.toContain('multimediaRooms');
  });

  it('are each known by their own heading and by every alias, and by no other', () => {
    for (const column of SCHOOL_COLUMNS) {
      const heading = parseHeading(headingWithUnit(column));
      expect(heading.stage).toBe(column.stage);
      expect(matchColumn([heading], null)).toMatchObject({ column, exact: true });
      for (const alias of column.aliases) {
        const word = column.stage === null ? '' : STAGE_WORDS[column.stage];
        const match = matchColumn([parseHeading(`${word}${alias}`)], null);
        expect({ alias, field: match?.column.field }).toEqual({ alias, field: column.field });
      }
    }
  });

  it('are documented with their unit, aliases and the standards that need them', () => {
    const rows = columnDocumentation([CN_2017, CN_2012]);
    expect(rows).toHaveLength(SCHOOL_COLUMNS.length);
    expect(rows.find(({ heading }) => heading === '图书册数')).toMatchObject({
      unit: '册',
      requiredBy: ['cn-2012'],
      example: '13500',
    });
    expect(rows.find(({ heading }) => heading === '初中专任教师数')?.aliases).toContain(
      '初中专任教师',
    );
  });
});

describe('a path of headings', () => {
  const match = (path: readonly string[], stage: 'primary' | 'junior' | null = null): unknown =>
    matchColumn(path.map(parseHeading), stage)?.column.field ?? null;

  it.each([
    [['在校生数', '小学'], 'primaryStudents'],
    [['在校生数/初中'], 'juniorStudents'],
    [['在校学生数', '初中', '计'], 'juniorStudents'],
    [['小学', '教师情况', '专任教师'], 'primaryTeachers'],
    [['专任教师', '小学', '其中：高于规定学历'], 'primaryAboveRequiredDegree'],
    [['专任教师', '高于规定学历教师', '初中'], 'juniorAboveRequiredDegree'],
    [['教基1102', '县级以上骨干教师(小学)'], 'primaryBackboneTeachers'],
    [['校舍', '教学及辅助用房', '计'], 'teachingArea'],
    [['教学及辅助用房面积', '其中：室内体育用房'], 'indoorSportsArea'],
    [['办学条件', '教学仪器设备资产值(万元)'], 'equipmentValue'],
    [['教学仪器设备资产值', '（元）'], 'equipmentValue'],
    [['体育、艺术（音乐、美术）专任教师数', '小学'], 'primarySportsArtsTeachers'],
    [['单间面积≥96㎡的音乐教室间数'], 'musicRooms'],
    [['学校（机构）名称'], 'name'],
  ])('%j is %s', (path, field) => {
    expect(match(path)).toBe(field);
  });

  it.each([
    [['小学在校生数', '其中：女']],
    [['在校生数']],
    [['在校生数', '合计']],
    [['上学年', '小学在校生数']],
    [['专任教师', '小学', '女']],
    [['小学', '教学及辅助用房面积']],
    [['县级以上骨干教师(高中)']],
    [['小学', '初中', '在校生数']],
  ])('%j is no column of ours', (path) => {
    expect(match(path)).toBeNull();
  });

  it('takes the stage of its sheet where it names none', () => {
    expect(match(['在校生数', '合计'], 'primary')).toBe('primaryStudents');
    expect(match(['在校生数'], 'junior')).toBe('juniorStudents');
    expect(match(['小学', '运动场地面积'], 'primary')).toBe('sportsGroundArea');
    expect(match(['高中在校生数'], 'junior')).toBe('seniorStudents');
  });
});
