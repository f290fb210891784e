import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../../src/assessment/assess';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { SchoolType } from '../../src/standard/school-type';
import { school } from './county-fixture';
import { judgeExactly, toNumber } from './exact-oracle';
import type { OracleSchool } from './exact-oracle';

const TYPES = [
  'primary',
  'teachingPoint',
  'junior',
  'nineYear',
  'twelveYear',
  'completeSecondary',
  'special',
] as const satisfies readonly SchoolType[];

type Draft = OracleSchool & { readonly type: (typeof TYPES)[number] };

/** A multiple of a threshold: at it, at 85 % of it, just beside either, or anywhere. */
const level = fc.oneof(
  fc.constantFrom(1000, 850, 999, 1001, 849, 851),
  fc.integer({ min: 0, max: 3000 }),
);

function hundredths(value: number): string {
  const whole = Math.round(value);
  return `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

const pupils = fc.oneof(
  fc.constantFrom(49, 50, 11, 22, 110, 2000),
  fc.integer({ min: 1, max: 900 }),
);

function draft(year: 2017 | 2012): fc.Arbitrary<Draft> {
  return fc
    .record({
      type: fc.constantFrom(...TYPES),
      ownership: fc.constantFrom(7, 7, 10),
      primary: fc.oneof(pupils, pupils, fc.constant(0)),
      junior: fc.oneof(pupils, fc.constant(0)),
      senior: fc.oneof(fc.constant(0), fc.constant(0), pupils),
      levels: fc.array(level, { minLength: 12, maxLength: 12 }),
      indoor: fc.integer({ min: 0, max: 200000 }),
    })
    .map(({ type, ownership, primary, junior, senior, levels, indoor }) => {
      const weighted = primary + 1.1 * junior + 1.32 * senior;
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0] = levels;
      const people = (count: number, of: readonly number[]): number[] =>
        of.map((per) => Math.round((count * per) / 1000));
      const perThousand = [42, 10, 9] as const;
      const staffed = (count: number, chosen: readonly number[]): number[] =>
        people(
          count,
          perThousand.map((per, k) => (per * (chosen[k] ?? 0)) / 1000),
        );
      return {
        type,
        ownership,
        primary,
        junior,
        senior,
        people: { primary: staffed(primary, [a, b, c]), junior: staffed(junior, [d, e, f]) },
        teachingArea: hundredths(weighted * 4.5 * g * 0.1 + indoor),
        indoorSportsArea: hundredths(indoor),
        sportsGroundArea: hundredths(weighted * 7.5 * h * 0.1),
        equipmentValue: hundredths(weighted * 0.2 * i * 0.1),
        shared:
          year === 2017
            ? [Math.round((weighted * 0.023 * j) / 1000)]
            : [Math.round((weighted * 0.1 * j) / 1000), Math.round((weighted * 15 * a) / 1000)],
      };
    });
}

function toSchool(own: Draft, row: number, year: 2017 | 2012) {
  const [p1, p2, p3] = own.people.primary;
  const [j1, j2, j3] = own.people.junior;
  const [first, second] = own.shared;
  const shared = {
    primaryStudents: own.primary,
    juniorStudents: own.junior,
    seniorStudents: own.senior,
    teachingArea: Number(own.teachingArea),
    indoorSportsArea: Number(own.indoorSportsArea),
    sportsGroundArea: Number(own.sportsGroundArea),
    equipmentValue: Number(own.equipmentValue),
  };
  const amounts =
    year === 2017
      ? {
          ...shared,
          primaryAboveRequiredDegree: p1!,
          primaryBackboneTeachers: p2!,
          primarySportsArtsTeachers: p3!,
          juniorAboveRequiredDegree: j1!,
          juniorBackboneTeachers: j2!,
          juniorSportsArtsTeachers: j3!,
          multimediaRooms: first!,
        }
      : {
          ...shared,
          primaryTeachers: p1!,
          primaryAboveRequiredDegree: p2!,
          primaryIntermediateTitles: p3!,
          juniorTeachers: j1!,
          juniorAboveRequiredDegree: j2!,
          juniorIntermediateTitles: j3!,
          computers: first!,
          books: second!,
        };
  const description = { type: own.type, ownership: own.ownership };
  return school({ row, description, amounts });
}

function expectClose(actual: number | null | undefined, exact: number): void {
  if (actual === null || actual === undefined) throw new Error('no value');
  expect(Math.abs(actual - exact)).toBeLessThanOrEqual(1e-12 * Math.abs(exact) + 1e-15);
}

describe.each([
  [2017, CN_2017],
  [2012, CN_2012],
] as const)('judging by the %i standard', (year, standard) => {
  it('agrees with exact fractions in every value, status, pass and verdict', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(draft(year), { maxLength: 9 }), (drafts) => {
        const exact = judgeExactly(drafts, year);
        const schools = drafts.map((own, index) => toSchool(own, index + 2, year));
        const assessment = assess(schools, standard);
        expect(assessment.verdict).toBe(exact.verdict);
        seen.add(exact.verdict);
        expect(assessment.schools.map((row) => [row.school.row - 2, row.stage])).toEqual(
          exact.rows.map((row) => [row.index, row.stage]),
        );
        for (const [index, row] of assessment.schools.entries()) {
          const own = exact.rows[index]!;
          expect(row.passes).toBe(own.passes);
          expect(row.indicators.map(({ status }) => status)).toEqual(
            own.statuses ?? standard.indicators.map(() => null),
          );
          for (const [i, { value }] of row.indicators.entries()) {
            expectClose(value, toNumber(own.values[i]!));
          }
        }
        for (const stage of ['primary', 'junior'] as const) {
          const summary = assessment.stages[stage];
          const own = exact.stages[stage];
          expect(summary === undefined).toBe(own === undefined);
          if (summary === undefined || own === undefined) continue;
          expect(summary.indicators.map(({ cvPasses }) => cvPasses)).toEqual(own.cvPasses);
          expect(summary.composite.cvPasses).toBe(own.compositePasses);
          for (const [i, { mean, cv }] of summary.indicators.entries()) {
            expectClose(mean, own.means[i]!);
            const exactCv = own.cvs[i]!;
            if (own.cvs[i] === null) expect(cv).toBeNull();
            else expectClose(cv, exactCv);
          }
        }
      }),
      { numRuns: 120 },
    );
    expect([...seen].sort()).toContain('fail');
    expect([...seen].sort()).toContain('unjudged');
  });
});
