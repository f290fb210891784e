import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import { splitShare } from '../../src/assessment/split';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { AMPLE_JUNIOR, AMPLE_PRIMARY, juniorSchool, primarySchool, school } from './county-fixture';

const WEIGHTS = CN_2017.split;

describe('dividing the shared assets of a multi-stage school', () => {
  it('reproduces the published example of 23 226 books over 166 and 210 pupils', () => {
    expect(splitShare('primary', 166, 210, 0, WEIGHTS) * 23226).toBeCloseTo(9711.63, 2);
    expect(splitShare('junior', 166, 210, 0, WEIGHTS) * 23226).toBeCloseTo(13514.37, 2);
  });

  it('weighs junior against senior pupils 1 : 1.2, and primary pupils 1 : 1.1 : 1.32', () => {
    expect(splitShare('junior', 0, 120, 100, WEIGHTS)).toBe(0.5);
    expect(splitShare('primary', 110, 100, 0, WEIGHTS)).toBe(0.5);
    expect(splitShare('primary', 132, 120, 100, WEIGHTS)).toBeCloseTo(1 / 3, 15);
  });

  it('gives everything to the only stage there is', () => {
    expect(splitShare('junior', 0, 7, 0, WEIGHTS)).toBe(1);
    expect(splitShare('primary', 0, 7, 0, WEIGHTS)).toBe(0);
    expect(splitShare('primary', 0, 0, 0, WEIGHTS)).toBeNaN();
  });

  it('makes each stage a row of its own, with per-pupil values of 1 : 1.1', () => {
    const { schools } = assess(
      [
        school({
          description: { type: 'nineYear' },
          amounts: { ...AMPLE_PRIMARY, ...AMPLE_JUNIOR, primaryStudents: 166, juniorStudents: 210 },
        }),
      ],
      CN_2017,
    );
    const [primary, junior] = schools.map(({ indicators }) => indicators[3]?.value ?? Number.NaN);
    expect(primary).toBeCloseTo(3500 / (166 + 231), 12);
    expect(junior).toBeCloseTo((3500 * 1.1) / (166 + 231), 12);
  });

  it('divides computers and books too by the 2012 standard, but no teachers', () => {
    const { schools } = assess(
      [
        school({
          description: { type: 'primary' },
          amounts: {
            primaryStudents: 110,
            juniorStudents: 100,
            computers: 44,
            books: 2200,
            primaryTeachers: 11,
          },
        }),
      ],
      CN_2012,
    );
    expect(schools[0]?.indicators[3]?.value).toBeCloseTo(20, 12);
    expect(schools[1]?.indicators[4]?.value).toBeCloseTo(11, 12);
    expect(schools[0]?.indicators[5]?.value).toBeCloseTo(0.1, 12);
  });

  it('does not divide where a primary or junior school states 0 for the others', () => {
    const stated = { juniorStudents: 0, seniorStudents: 0, primaryStudents: 500 };
    const whole = assess([primarySchool(stated)], CN_2017).schools[0];
    expect(whole?.indicators[3]?.value).toBe(7);
    expect(assess([juniorSchool()], CN_2017).schools[0]?.indicators[3]?.value).toBe(8.75);
  });
});
