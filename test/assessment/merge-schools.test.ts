import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import { mergeSchools } from '../../src/assessment/merge-schools';
import { CN_2017 } from '../../src/standard/cn-2017';
import { primarySchool, school } from './county-fixture';

describe('并入学校', () => {
  it('adds amounts and pupils to the school it names, by name or code', () => {
    const centre = primarySchool(
      { teachingArea: 0.1 },
      { description: { name: '中心小学', code: '0123456789' } },
    );
    const byName = primarySchool(
      { primaryStudents: 30, teachingArea: 0.2 },
      { row: 3, description: { type: 'teachingPoint', mergedInto: ' 中心 小学' } },
    );
    const byCode = primarySchool(
      { primaryStudents: 20 },
      { row: 4, description: { mergedInto: '０１２３４５６７８９' } },
    );
    const { counted, findings } = mergeSchools([byName, centre, byCode]);
    expect(counted).toHaveLength(1);
    expect(counted[0]?.school).toBe(centre);
    expect(counted[0]?.members).toEqual([byName, byCode]);
    expect(counted[0]?.record.amount('primaryStudents')).toBe(550);
    expect(counted[0]?.record.amount('primaryTeachers')).toBe(120);
    expect(findings.map(({ code, cell, parameters }) => [code, cell, parameters])).toEqual([
      ['merged-into', 'E3', { target: '中心小学' }],
      ['merged-into', 'E4', { target: '中心小学' }],
    ]);
  });

  it('judges the target with its members, and a small teaching point with it', () => {
    const centre = primarySchool({}, { description: { name: '中心小学' } });
    const point = primarySchool(
      { primaryStudents: 20 },
      { row: 3, description: { type: 'teachingPoint', mergedInto: '中心小学' } },
    );
    const assessment = assess([centre, point], CN_2017);
    expect(assessment.schools).toMatchObject([{ students: 520, members: [point] }]);
    expect(assessment.findings.map(({ code }) => code)).toEqual(['merged-into']);
  });

  it('adds the decimals that the cells show', () => {
    const centre = school({ description: { name: '甲' }, amounts: { teachingArea: 0.1 } });
    const part = school({
      row: 3,
      description: { mergedInto: '甲' },
      amounts: { teachingArea: 0.2 },
    });
    expect(mergeSchools([centre, part]).counted[0]?.record.amount('teachingArea')).toBe(0.3);
  });

  it('keeps faults, takes blanks beside a number as nothing, and blanks alone as blank', () => {
    const centre = school({
      description: { name: '甲' },
      amounts: { books: 5 },
      faults: ['computers'],
    });
    const part = school({ row: 3, description: { mergedInto: '甲' }, amounts: { computers: 7 } });
    const record = mergeSchools([centre, part]).counted[0]?.record;
    expect(record?.amount('books')).toBe(5);
    expect(record?.amount('computers')).toBeNull();
    expect(record?.isFaulty('computers')).toBe(true);
    expect(record?.amount('teachingArea')).toBeNull();
    expect(record?.isFaulty('teachingArea')).toBe(false);
  });

  it('follows chains to their end', () => {
    const a = school({ description: { name: '甲' }, amounts: { books: 1 } });
    const b = school({
      row: 3,
      description: { name: '乙', mergedInto: '甲' },
      amounts: { books: 2 },
    });
    const c = school({
      row: 4,
      description: { name: '丙', mergedInto: '乙' },
      amounts: { books: 4 },
    });
    const { counted } = mergeSchools([c, b, a]);
    expect(counted).toHaveLength(1);
    expect(counted[0]?.record.amount('books')).toBe(7);
  });

  it('judges apart what names itself or goes in a circle, and what hangs on it with it', () => {
    const a = school({ description: { name: '甲', mergedInto: '乙' } });
    const b = school({ row: 3, description: { name: '乙', mergedInto: '甲' } });
    const c = school({ row: 4, description: { name: '丙', mergedInto: '乙' } });
    const d = school({ row: 5, description: { name: '丁', mergedInto: '丁' } });
    const { counted, findings } = mergeSchools([a, b, c, d]);
    expect(counted.map((each) => [each.school.name, each.members.length])).toEqual([
      ['甲', 0],
      ['乙', 1],
      ['丁', 0],
    ]);
    expect(findings.map(({ code, school: name }) => `${code} ${name ?? ''}`)).toEqual([
      'merge-circular 甲',
      'merge-circular 乙',
      'merge-circular 丁',
      'merged-into 丙',
    ]);
  });

  it('judges apart what names a school that is not there, or a name that two schools share', () => {
    const lost = school({ description: { name: '甲', mergedInto: '无此校' } });
    const one = school({ row: 3, description: { name: '同名' } });
    const two = school({ row: 4, description: { name: '同名' } });
    const vague = school({ row: 5, description: { name: '乙', mergedInto: '同名' } });
    const { counted, findings } = mergeSchools([lost, one, two, vague]);
    expect(counted).toHaveLength(4);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['merge-target-unknown', 'E2'],
      ['merge-target-unknown', 'E5'],
    ]);
  });

  it('cannot judge a school whose member lacks its senior pupils', () => {
    const centre = primarySchool({ seniorStudents: 0 }, { description: { name: '甲' } });
    const part = primarySchool(
      {},
      { row: 3, description: { type: 'twelveYear', mergedInto: '甲' } },
    );
    const { findings } = assess([centre, part], CN_2017);
    expect(findings.find(({ severity }) => severity === 'error')).toMatchObject({
      code: 'senior-students-missing',
      cell: 'H3',
    });
  });
});
