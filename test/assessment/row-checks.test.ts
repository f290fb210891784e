import { describe, expect, it } from '@jest/globals';
import { rowChecks } from '../../src/assessment/row-checks';
import type { Quantity } from '../../src/standard/quantities';
import type { SchoolType } from '../../src/standard/school-type';
import { school } from './county-fixture';

function check(
  amounts: Partial<Record<Quantity, number>>,
  type: SchoolType | null = 'nineYear',
): unknown[] {
  return rowChecks(school({ description: { type }, amounts })).map(
    ({ code, cell, stage, actual, required }) => [code, cell, stage, actual, required],
  );
}

describe('consistency within a row', () => {
  it('finds more of a kind of teachers than teachers', () => {
    expect(check({ primaryTeachers: 10, primaryAboveRequiredDegree: 11 })).toEqual([
      ['degree-exceeds-teachers', 'S2', 'primary', 11, 10],
    ]);
    expect(check({ juniorTeachers: 10, juniorBackboneTeachers: 11 })).toEqual([
      ['backbone-exceeds-teachers', 'V2', 'junior', 11, 10],
    ]);
    expect(check({ juniorTeachers: 0, juniorSportsArtsTeachers: 1 })).toEqual([
      ['sports-arts-exceeds-teachers', 'X2', 'junior', 1, 0],
    ]);
  });

  it('accepts as many as there are, and says nothing where the total is blank', () => {
    expect(check({ primaryTeachers: 10, primaryAboveRequiredDegree: 10 })).toEqual([]);
    expect(check({ primaryAboveRequiredDegree: 10 })).toEqual([]);
  });

  it('finds more indoor sports area than teaching area', () => {
    expect(check({ teachingArea: 99.9, indoorSportsArea: 100 })).toEqual([
      ['indoor-sports-exceeds-area', 'Z2', null, 100, 99.9],
    ]);
    expect(check({ teachingArea: 100, indoorSportsArea: 100 })).toEqual([]);
  });

  it('finds pupils without classes', () => {
    expect(check({ primaryStudents: 30, primaryClasses: 0 })).toEqual([
      ['students-without-classes', 'K2', 'primary', 30, null],
    ]);
    expect(check({ primaryStudents: 0, primaryClasses: 0 })).toEqual([]);
    expect(check({ primaryStudents: 30 })).toEqual([]);
  });

  it('finds classes larger on average than the largest stated', () => {
    const classes = { juniorStudents: 91, juniorClasses: 2, juniorLargestClass: 45 };
    expect(check(classes)).toEqual([['class-mean-exceeds-largest', 'N2', 'junior', 45.5, 45]]);
    expect(check({ ...classes, juniorStudents: 90 })).toEqual([]);
  });

  it('finds more large classes than classes', () => {
    expect(check({ primaryClasses: 3, primaryClassesOver45: 4 })).toEqual([
      ['large-classes-exceed-classes', 'O2', 'primary', 4, 3],
    ]);
  });

  it.each([
    ['primary', { juniorStudents: 5 }, 'G2'],
    ['teachingPoint', { juniorStudents: 5 }, 'G2'],
    ['junior', { primaryStudents: 5 }, 'F2'],
    ['completeSecondary', { primaryStudents: 5 }, 'F2'],
    ['senior', { juniorStudents: 5 }, 'G2'],
    ['kindergarten', { primaryStudents: 5 }, 'F2'],
  ] as const)('finds a stage that a %s should not have', (type, amounts, cell) => {
    expect(check(amounts, type).map((found) => found)).toMatchObject([
      ['stage-against-type', cell, cell === 'F2' ? 'primary' : 'junior', 5, null],
    ]);
  });

  it.each(['nineYear', 'twelveYear', null] as const)(
    'accepts both stages in a school of type %s',
    (type) => {
      expect(check({ primaryStudents: 5, juniorStudents: 5 }, type)).toEqual([]);
    },
  );
});
