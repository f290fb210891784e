import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import type { StageSummary } from '../../src/assessment/assessment';
import { compositeWithin } from '../../src/assessment/composite-within';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { loadStandard } from '../../src/standard/extend-standard';
import type { Quantity } from '../../src/standard/quantities';
import { Rational } from '../../src/statistics/rational';
import { juniorSchool, primarySchool, school } from './county-fixture';

/** Two schools of 100 pupils whose every amount is `low` and `high`. */
function pair(stage: 'primary' | 'junior', low: number, high: number) {
  const quantities: readonly Quantity[] = [
    `${stage}Teachers`,
    `${stage}AboveRequiredDegree`,
    `${stage}BackboneTeachers`,
    `${stage}SportsArtsTeachers`,
    `${stage}IntermediateTitles`,
    'teachingArea',
    'sportsGroundArea',
    'equipmentValue',
    'multimediaRooms',
    'computers',
    'books',
  ];
  return [low, high].map((amount, index) =>
    school({
      row: index + 2,
      description: { type: stage },
      amounts: {
        ...Object.fromEntries(quantities.map((quantity) => [quantity, amount])),
        [`${stage}Students`]: 100,
        indoorSportsArea: 0,
      },
    }),
  );
}

describe('coefficients between schools', () => {
  it('reproduce the published example of five schools', () => {
    const rows = [
      [45, 279],
      [37, 137],
      [89, 935],
      [76, 160],
      [55, 402],
    ] as const;
    const { stages } = assess(
      rows.map(([primaryStudents, books], index) =>
        school({ row: index + 2, amounts: { primaryStudents, books } }),
      ),
      CN_2012,
    );
    const books = stages.primary?.indicators[4];
    expect(books?.mean).toBeCloseTo(6.3344370860927, 12);
    expect(books?.standardDeviation).toBeCloseTo(3.26, 2);
    expect(books?.cv).toBeCloseTo(0.5152566, 7);
  });

  it.each([
    ['primary', 5, 15, 0.5],
    ['junior', 11, 29, 0.45],
  ] as const)('keep the %s limit at exactly that', (stage, low, high, limit) => {
    const at = assess(pair(stage, low, high), CN_2017).stages[stage];
    expect(at?.indicators.map(({ cvPasses }) => cvPasses)).toEqual(Array(7).fill(true));
    expect(at?.indicators[3]?.cv).toBeCloseTo(limit, 15);
    const over = assess(pair(stage, low * 1e6 - 1, high * 1e6), CN_2017).stages[stage];
    expect(over?.indicators.map(({ cvPasses }) => cvPasses)).toEqual(Array(7).fill(false));
  });

  it('keep the limit exactly over decimals that floats miss', () => {
    const [one, two] = pair('primary', 0.1, 0.3);
    const summary = assess([one!, two!], CN_2017).stages.primary;
    expect(summary?.indicators[3]?.cvPasses).toBe(true);
  });

  it('are given in the indicator’s unit, with counts of schools', () => {
    const { stages } = assess(
      [
        primarySchool(),
        primarySchool({ equipmentValue: 90 }, { row: 3 }),
        juniorSchool({}, { row: 4 }),
      ],
      CN_2017,
    );
    expect(stages.primary?.indicators[5]).toMatchObject({
      mean: 2900,
      standardDeviation: 1100,
      cvLimit: 0.5,
      cvPasses: true,
      schoolsMet: 1,
      schoolsNear: 1,
      schoolsBelow: 0,
    });
    expect(stages.primary?.composite).toMatchObject({ cvLimit: null, cvPasses: null });
    expect(stages.primary?.composite.cv).toBeCloseTo(1100 / 2900 / 7, 15);
    expect(stages.junior).toMatchObject({ schools: 1, students: 400, passing: 1 });
  });

  it('are reported over the limit, with the limit, and without a cell', () => {
    const { findings } = assess(
      [primarySchool(), primarySchool({ equipmentValue: 1000 }, { row: 3 })],
      CN_2017,
    );
    expect(findings).toMatchObject([
      {
        code: 'coefficient-over-limit',
        severity: 'fail',
        sheet: null,
        cell: null,
        school: null,
        stage: 'primary',
        indicator: 'L6',
        actual: 2 / 3,
        required: 0.5,
        unit: 'ratio',
        citation: { standard: 'cn-2017', part: '资源配置', item: '校际差异系数' },
      },
    ]);
  });

  it('are undefined where every school has 0', () => {
    const none = primarySchool({ multimediaRooms: 0 });
    const { stages, findings, verdict } = assess([none], CN_2017);
    expect(stages.primary?.indicators[6]).toMatchObject({ mean: 0, cv: null, cvPasses: false });
    expect(findings.map(({ code }) => code)).toContain('coefficient-undefined');
    expect(stages.primary?.composite.cv).toBeNull();
    expect(verdict).toBe('fail');
  });
});

describe('the composite coefficient', () => {
  const composite = (summary: StageSummary | undefined) => summary?.composite;

  it.each([
    ['primary', 7, 33, 0.65],
    ['junior', 9, 31, 0.55],
  ] as const)('keeps the %s limit of 2012 at exactly that', (stage, low, high, limit) => {
    const at = assess(pair(stage, low, high), CN_2012);
    expect(composite(at.stages[stage])).toMatchObject({ cvLimit: limit, cvPasses: true });
    expect(at.verdict).toBe('pass');
    const over = assess(pair(stage, low * 1e6 - 1, high * 1e6), CN_2012);
    expect(composite(over.stages[stage])?.cvPasses).toBe(false);
    expect(over.verdict).toBe('fail');
    expect(over.findings.filter(({ code }) => code === 'composite-over-limit')).toMatchObject([
      { stage, indicator: null, required: limit },
    ]);
  });

  it('fails by the 2012 standard where one coefficient is undefined', () => {
    const schools = pair('primary', 10, 10).map((each) => each);
    const none = school({
      amounts: {
        primaryStudents: 100,
        primaryTeachers: 5,
        primaryAboveRequiredDegree: 5,
        primaryIntermediateTitles: 5,
        teachingArea: 100,
        indoorSportsArea: 0,
        sportsGroundArea: 100,
        equipmentValue: 1,
        computers: 0,
        books: 5,
      },
    });
    expect(assess(schools, CN_2012).stages.primary?.composite.cvPasses).toBe(true);
    expect(assess([none], CN_2012).stages.primary?.composite).toEqual({
      cv: null,
      cvLimit: 0.65,
      cvPasses: false,
    });
  });

  it('is limited by a bureau’s own standard beside the single coefficients', () => {
    const own = loadStandard({
      id: 'own',
      extends: 'cn-2017',
      coefficientLimits: { composite: { primary: 0.4, junior: 0.4 } },
    });
    const { findings } = assess(pair('primary', 50, 150), own);
    expect(findings.map(({ code }) => code)).toContain('composite-over-limit');
    expect(findings.map(({ code }) => code)).not.toContain('coefficient-over-limit');
  });

  it('is compared beyond the digits of floats, and equality keeps the limit', () => {
    const square = (n: bigint, d: bigint): Rational => Rational.of(n * n, d * d);
    const limit = Rational.of(65n, 100n);
    expect(compositeWithin([square(60n, 100n), square(70n, 100n)], limit)).toBe(true);
    expect(
      compositeWithin([square(60n, 100n), square(7n * 10n ** 30n + 1n, 10n ** 31n)], limit),
    ).toBe(false);
    expect(
      compositeWithin([square(60n, 100n), square(7n * 10n ** 30n - 1n, 10n ** 31n)], limit),
    ).toBe(true);
    // √2 + √3 against its own first 70 decimals, cut and raised
    const both = [Rational.of(2n), Rational.of(3n)];
    const cut = 31462643699419723423291350657155704455124771291873287012324867174426654n;
    const scale = 2n * 10n ** 70n;
    expect(compositeWithin(both, Rational.of(cut, scale))).toBe(false);
    expect(compositeWithin(both, Rational.of(cut + 1n, scale))).toBe(true);
  });
});

describe('judgements that rounding would turn', () => {
  /** A well-equipped school of some pupils and teachers above the required degree. */
  const turned = (primaryStudents: number, primaryAboveRequiredDegree: number): unknown[] =>
    assess(
      [
        primarySchool({
          primaryStudents,
          primaryAboveRequiredDegree,
          primaryTeachers: 200,
          primaryBackboneTeachers: 60,
          primarySportsArtsTeachers: 60,
          teachingArea: 20000,
          sportsGroundArea: 20000,
          equipmentValue: 500,
          multimediaRooms: 60,
        }),
      ],
      CN_2017,
    )
      .findings.filter(({ code }) => code === 'rounding-turns-judgement')
      .map(({ severity, indicator, cell, required, parameters }) => [
        severity,
        indicator,
        cell,
        required,
        parameters,
      ]);

  it('are reported for a school’s value shown to two decimals', () => {
    expect(turned(477, 20)).toEqual([]);
    expect(turned(2002, 84)).toEqual([['warning', 'L1', 'S2', 4.2, { rounded: 4.2, places: 2 }]]);
  });

  it('are reported at 85 % of a threshold too', () => {
    expect(turned(1402, 50)).toEqual([['warning', 'L1', 'S2', 3.57, { rounded: 3.57, places: 2 }]]);
  });

  it('are reported for coefficients shown to three decimals, else to two', () => {
    const rounding = (high: number): unknown =>
      assess(
        [
          primarySchool({ equipmentValue: 1000 }),
          primarySchool({ equipmentValue: high }, { row: 3 }),
        ],
        CN_2017,
      )
        .findings.filter(({ code }) => code === 'rounding-turns-judgement')
        .map(({ indicator, parameters }) => [
          indicator,
          parameters['places'],
          parameters['rounded'],
        ]);
    expect(rounding(3001)).toEqual([['L6', 3, 0.5]]);
    expect(rounding(3015)).toEqual([['L6', 2, 0.5]]);
    expect(rounding(3100)).toEqual([]);
    expect(rounding(3000)).toEqual([]);
  });
});
