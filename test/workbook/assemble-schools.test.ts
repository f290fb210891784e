import { describe, expect, it } from '@jest/globals';

import { CN_2017 } from '../../src/standard/cn-2017';
import { findSchoolSheets } from '../../src/workbook/find-school-sheets';
import { readSchools } from '../../src/workbook/read-schools';
import type { ReadSchools } from '../../src/workbook/read-schools';
import { MemorySource } from './memory-source';
import { table } from './school-sheet';
import type { SchoolCells } from './school-sheet';

const STAGE_HEADINGS = [
  '标识码',
  '学校名称',
  '办学类型',
  '在校生数',
  '高于规定学历教师数',
  '骨干教师数',
  '体育艺术教师数',
  '教学及辅助用房面积',
  '室内体育用房面积',
  '运动场地面积',
  '教学仪器设备值',
  '网络多媒体教室数',
];

const SCHOOL: SchoolCells = {
  标识码: '3141000001',
  学校名称: '东街学校',
  办学类型: '九年一贯制学校',
  在校生数: 300,
  高于规定学历教师数: 20,
  骨干教师数: 5,
  体育艺术教师数: 4,
  教学及辅助用房面积: 3000,
  室内体育用房面积: 200,
  运动场地面积: 4000,
  教学仪器设备值: 100,
  网络多媒体教室数: 12,
};

async function read(
  primary: readonly SchoolCells[],
  junior: readonly SchoolCells[],
): Promise<ReadSchools> {
  const source = new MemorySource([
    { name: '小学', rows: table(STAGE_HEADINGS, primary) },
    { name: '初中', rows: table(STAGE_HEADINGS, junior) },
  ]);
  const { sheets } = findSchoolSheets(await source.heads(), CN_2017, null);
  return readSchools(source, sheets, CN_2017, () => undefined);
}

describe('a school on the sheets of both stages', () => {
  it('is one school with two places, known by its 标识码', async () => {
    const { reading, findings } = await read(
      [SCHOOL],
      [{ ...SCHOOL, 学校名称: '东街学校（初中部）', 在校生数: 250, 骨干教师数: 3 }],
    );
    const [school, ...others] = reading.schools;
    expect(others).toEqual([]);
    expect(school!.name).toBe('东街学校');
    expect(school!.amount('primaryStudents')).toBe(300);
    expect(school!.amount('juniorStudents')).toBe(250);
    expect(school!.amount('juniorBackboneTeachers')).toBe(3);
    expect(school!.amount('teachingArea')).toBe(3000);
    expect(school!.cell('juniorStudents')).toEqual({ sheet: '初中', cell: 'D2' });
    expect(school!.cell('teachingArea')).toEqual({ sheet: '小学', cell: 'H2' });
    expect(findings).toEqual([]);
  });

  it('is known by its name where a 标识码 is blank', async () => {
    const { reading } = await read([SCHOOL], [{ ...SCHOOL, 标识码: null }]);
    expect(reading.schools).toHaveLength(1);
  });

  it('is two schools where the 标识码 differ', async () => {
    const { reading, findings } = await read([SCHOOL], [{ ...SCHOOL, 标识码: '3141000002' }]);
    expect(reading.schools).toHaveLength(2);
    expect(findings.map(({ code }) => code)).toEqual(['name-doubled']);
  });

  it('takes shared assets from the sheet that has them', async () => {
    const { reading, findings } = await read(
      [{ ...SCHOOL, 运动场地面积: null }],
      [{ ...SCHOOL, 教学及辅助用房面积: null }],
    );
    expect(reading.schools[0]!.amount('sportsGroundArea')).toBe(4000);
    expect(reading.schools[0]!.amount('teachingArea')).toBe(3000);
    expect(findings).toEqual([]);
  });

  it('with different shared assets is a warning, and the first is used', async () => {
    const { reading, findings } = await read([SCHOOL], [{ ...SCHOOL, 运动场地面积: 4100 }]);
    expect(reading.schools[0]!.amount('sportsGroundArea')).toBe(4000);
    expect(findings).toMatchObject([
      {
        code: 'stage-sheets-disagree',
        sheet: '初中',
        cell: 'J2',
        school: '东街学校',
        actual: 4000,
        required: 4100,
        parameters: { heading: '运动场地面积' },
      },
    ]);
  });

  it('cannot be used where one sheet holds something unusable', async () => {
    const { reading } = await read([SCHOOL], [{ ...SCHOOL, 运动场地面积: '约四千' }]);
    expect(reading.schools[0]!.isFaulty('sportsGroundArea')).toBe(true);
    expect(reading.schools[0]!.amount('sportsGroundArea')).toBeNull();
  });

  it('keeps doubled rows of one sheet apart, and none of them is judged', async () => {
    const { reading, unjudgeable } = await read(
      [SCHOOL],
      [SCHOOL, { ...SCHOOL, 学校名称: '西街' }],
    );
    expect(reading.schools).toHaveLength(3);
    expect(unjudgeable.size).toBe(3);
  });
});
