import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../../src/assessment/assess';
import { shortfallOf } from '../../src/assessment/shortfall';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { findIndicator } from '../../src/standard/indicator-lookup';
import type { Stage } from '../../src/standard/stage';
import { AMPLE_JUNIOR, AMPLE_PRIMARY, juniorSchool, primarySchool, school } from './county-fixture';

function shortfall(id: string, stage: Stage, amount: number, students: number): number | null {
  const indicator = findIndicator(CN_2017, id);
  if (indicator === null) throw new Error(id);
  return shortfallOf(indicator, stage, amount, students);
}

describe('how much more a school needs', () => {
  it('is whole people and rooms, the fewest that suffice', () => {
    expect(shortfall('L3', 'primary', 17, 2000)).toBe(1);
    expect(shortfall('L3', 'primary', 18, 2000)).toBe(0);
    expect(shortfall('L3', 'primary', 18, 2001)).toBe(1);
    expect(shortfall('L1', 'junior', 0, 1000)).toBe(53);
    expect(shortfall('L7', 'primary', 0, 100)).toBe(3);
  });

  it('is ㎡ and 元 as exact as the data', () => {
    expect(shortfall('L4', 'primary', 229.4, 51)).toBe(0.1);
    expect(shortfall('L5', 'junior', 1000.3, 100)).toBe(19.7);
    expect(shortfall('L6', 'primary', 19.99, 100)).toBe(100);
    expect(shortfall('L6', 'junior', 25, 100)).toBe(0);
  });

  it('is the least whole number by trying all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('L1', 'L2', 'L3', 'L7'),
        fc.constantFrom('primary', 'junior'),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        (id, stage: Stage, amount, students) => {
          const bar = findIndicator(CN_2017, id)?.threshold?.[stage] ?? 0;
          const reached = (more: number): boolean =>
            BigInt(amount + more) * 1000n >= BigInt(Math.round(bar * 10)) * BigInt(students);
          let least = 0;
          while (!reached(least)) least += 1;
          expect(shortfall(id, stage, amount, students)).toBe(least);
        },
      ),
    );
  });

  it('does not exist where the standard sets no threshold', () => {
    const [first] = CN_2012.indicators;
    expect(first && shortfallOf(first, 'primary', 1, 1)).toBeNull();
  });

  it('is counted to the threshold in findings of either kind, at the indicator’s own cell', () => {
    const { findings } = assess(
      [
        primarySchool({
          primaryAboveRequiredDegree: 20,
          sportsGroundArea: 1000,
          equipmentValue: 90,
        }),
      ],
      CN_2017,
    );
    expect(findings.filter(({ code }) => code.startsWith('indicator-'))).toMatchObject([
      {
        code: 'indicator-near',
        severity: 'near',
        cell: 'S2',
        indicator: 'L1',
        actual: 4,
        required: 4.2,
        shortfall: 1,
        unit: 'person',
        citation: { standard: 'cn-2017', part: '资源配置', item: 'L1' },
      },
      {
        code: 'indicator-below',
        severity: 'fail',
        cell: 'AA2',
        indicator: 'L5',
        actual: 3,
        required: 7.5,
        shortfall: 2250,
        unit: 'squareMetre',
      },
      {
        code: 'indicator-near',
        cell: 'AB2',
        indicator: 'L6',
        actual: 1800,
        shortfall: 100000,
        unit: 'yuan',
      },
    ]);
  });

  it('is what the whole school must add to a shared asset, the larger of its stages', () => {
    const amounts = {
      ...AMPLE_PRIMARY,
      ...AMPLE_JUNIOR,
      primaryStudents: 110,
      juniorStudents: 100,
      indoorSportsArea: 0,
      teachingArea: 900,
      multimediaRooms: 4,
    };
    const { findings } = assess([school({ description: { type: 'nineYear' }, amounts })], CN_2017);
    const needs = (indicator: string): unknown[] =>
      findings
        .filter((each) => each.indicator === indicator && each.code.startsWith('indicator-'))
        .map((each) => [each.stage, each.shortfall]);
    // primary: 4.5 × 220 − 900 = 90; junior: 5.8 × 200 − 900 = 260
    expect(needs('L4')).toEqual([
      ['primary', 260],
      ['junior', 260],
    ]);
    // primary: 2.3 × 2.2 = 5.06, two rooms more; junior: 2.4 × 2 = 4.8, one room more
    expect(needs('L7')).toEqual([
      ['primary', 2],
      ['junior', 2],
    ]);
  });

  it('is that of the one stage which falls short', () => {
    const amounts = {
      ...AMPLE_PRIMARY,
      ...AMPLE_JUNIOR,
      primaryStudents: 110,
      juniorStudents: 100,
      indoorSportsArea: 0,
      teachingArea: 1000,
    };
    const { findings } = assess([school({ description: { type: 'nineYear' }, amounts })], CN_2017);
    expect(findings.filter(({ indicator }) => indicator === 'L4')).toMatchObject([
      { stage: 'junior', shortfall: 160 },
    ]);
  });

  it('counts only its own stage for people', () => {
    const { findings } = assess([juniorSchool({ juniorBackboneTeachers: 1 })], CN_2017);
    expect(findings[0]).toMatchObject({ indicator: 'L2', shortfall: 3, cell: 'V2' });
  });
});
