import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import type { Attainment } from '../../src/assessment/assessment';
import { attainmentOf } from '../../src/assessment/attainment';
import { schoolPasses } from '../../src/assessment/school-rule';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Stage } from '../../src/standard/stage';
import { juniorSchool, primarySchool } from './county-fixture';

function judge(id: string, stage: Stage, value: number): Attainment | null {
  const indicator = CN_2017.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new Error(id);
  return attainmentOf(CN_2017, indicator, stage, value);
}

describe('attainment of a value', () => {
  it.each(['primary', 'junior'] as const)(
    'is met at the %s threshold, near down to 85 % of it, and below beyond',
    (stage) => {
      for (const { id, threshold } of CN_2017.indicators) {
        const bar = threshold?.[stage] ?? Number.NaN;
        const floor = Number((bar * 0.85).toPrecision(12));
        const step = bar * 1e-9;
        expect(
          [bar, bar - step, floor, floor - step, 0].map((value) => judge(id, stage, value)),
        ).toEqual(['met', 'near', 'near', 'below', 'below']);
      }
    },
  );

  it('takes the decimal that a number shows', () => {
    expect(judge('L3', 'primary', (18 / 2000) * 100)).toBe('met');
    expect(judge('L1', 'primary', 4.2 - 1e-15)).toBe('met');
    expect(judge('L1', 'primary', 4.19999999999999)).toBe('near');
  });

  it('does not exist where the standard sets no threshold', () => {
    const [first] = CN_2012.indicators;
    expect(first && attainmentOf(CN_2012, first, 'primary', 5)).toBeNull();
  });
});

describe('attainment of a school', () => {
  it('meets L3 with 18 teachers for 2000 pupils, which floats make 0.8999999999999999', () => {
    const [row] = assess(
      [primarySchool({ primaryStudents: 2000, primarySportsArtsTeachers: 18 })],
      CN_2017,
    ).schools;
    expect(row?.indicators[2]).toEqual({ value: 0.9, status: 'met' });
  });

  it('meets L4 with (256.9 − 27.4) ÷ 51, which floats make 4.499999999999999', () => {
    const [row] = assess(
      [primarySchool({ primaryStudents: 51, teachingArea: 256.9, indoorSportsArea: 27.4 })],
      CN_2017,
    ).schools;
    expect(row?.indicators[3]?.status).toBe('met');
    expect(row?.indicators[3]?.value).toBeCloseTo(4.5, 12);
  });

  it('is near at exactly 85 % of a threshold and below one hundredth under it', () => {
    const status = (sportsGroundArea: number): unknown =>
      assess([juniorSchool({ sportsGroundArea, indoorSportsArea: 0 })], CN_2017).schools[0]
        ?.indicators[4]?.status;
    expect(status(400 * 8.67)).toBe('near');
    expect(status(400 * 8.67 - 0.01)).toBe('below');
  });

  it('keeps its digits where indoor rooms take up nearly the whole teaching area', () => {
    const [row] = assess(
      [
        primarySchool({
          primaryStudents: 100,
          teachingArea: 1000000.03,
          indoorSportsArea: 1000000.01,
        }),
      ],
      CN_2017,
    ).schools;
    expect(row?.indicators[3]?.value).toBe(0.0002);
  });

  it('counts 0 teachers as a value', () => {
    const [row] = assess([primarySchool({ primarySportsArtsTeachers: 0 })], CN_2017).schools;
    expect(row?.indicators[2]).toEqual({ value: 0, status: 'below' });
  });
});

describe('the school rule', () => {
  const primary = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];

  it('is kept with seven of seven, and with six and the last at 85 %', () => {
    expect(schoolPasses(CN_2017, 'primary', primary)).toBe(true);
    expect(schoolPasses(CN_2017, 'primary', [3.57, ...primary.slice(1)])).toBe(true);
  });

  it('is broken by one below 85 %, and by two short of their thresholds', () => {
    expect(schoolPasses(CN_2017, 'primary', [3.569, ...primary.slice(1)])).toBe(false);
    expect(schoolPasses(CN_2017, 'primary', [4.19, 0.99, ...primary.slice(2)])).toBe(false);
    expect(schoolPasses(CN_2017, 'junior', primary)).toBe(false);
  });

  it('takes one value for each indicator', () => {
    expect(() => schoolPasses(CN_2017, 'primary', [1, 2])).toThrow(RangeError);
    expect(schoolPasses(CN_2012, 'primary', [1, 2, 3, 4, 5, 6, 7, 8])).toBeNull();
  });

  it('names what a failing school lacks, at its name', () => {
    const { findings } = assess(
      [primarySchool({ primaryAboveRequiredDegree: 20, primaryBackboneTeachers: 0 }, { row: 7 })],
      CN_2017,
    );
    expect(findings.find(({ code }) => code === 'school-fails')).toMatchObject({
      severity: 'fail',
      sheet: '学校数据',
      cell: 'B7',
      school: '学校7',
      stage: 'primary',
      actual: 5,
      required: 6,
      citation: { standard: 'cn-2017', part: '资源配置', item: '综合达标' },
      parameters: { met: 5, missing: 'L1 L2', below: 'L2' },
    });
  });
});
