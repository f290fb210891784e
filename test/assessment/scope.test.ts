import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { SchoolType } from '../../src/standard/school-type';
import type { Standard } from '../../src/standard/standard';
import { AMPLE_JUNIOR, AMPLE_PRIMARY, primarySchool, school } from './county-fixture';
import type { SchoolDraft } from './county-fixture';

const EVERYTHING = {
  ...AMPLE_PRIMARY,
  ...AMPLE_JUNIOR,
  teachingArea: 8000,
  sportsGroundArea: 12000,
  equipmentValue: 400,
  multimediaRooms: 40,
  computers: 100,
  books: 20000,
};

const NO_PRIMARY = {
  primaryStudents: null,
  primaryTeachers: null,
  primaryAboveRequiredDegree: null,
  primaryBackboneTeachers: null,
  primarySportsArtsTeachers: null,
};

const NO_JUNIOR = {
  juniorStudents: null,
  juniorTeachers: null,
  juniorAboveRequiredDegree: null,
  juniorBackboneTeachers: null,
  juniorSportsArtsTeachers: null,
};

function stagesOf(
  type: SchoolType | null,
  amounts: SchoolDraft['amounts'],
  standard: Standard = CN_2017,
): [string[], string[]] {
  const assessment = assess(
    [school({ description: { type }, amounts: { ...EVERYTHING, ...amounts } })],
    standard,
  );
  return [
    assessment.schools.map(({ stage, passes }) => `${stage} ${String(passes)}`),
    assessment.findings
      .filter(({ code }) => !code.startsWith('indicator-'))
      .map(({ code, cell }) => `${code} ${cell ?? '-'}`),
  ];
}

describe('which stages of which schools are judged', () => {
  it.each([
    ['primary', NO_JUNIOR, ['primary true'], []],
    ['teachingPoint', NO_JUNIOR, ['primary true'], []],
    ['junior', NO_PRIMARY, ['junior true'], []],
    ['nineYear', {}, ['primary true', 'junior true'], []],
    ['nineYear', NO_JUNIOR, ['primary true'], []],
    ['twelveYear', { seniorStudents: 0 }, ['primary true', 'junior true'], []],
    ['completeSecondary', { ...NO_PRIMARY, seniorStudents: 100 }, ['junior true'], []],
    [null, {}, ['primary true', 'junior true'], []],
    ['primary', {}, ['primary true', 'junior true'], ['stage-against-type G2']],
    ['junior', {}, ['primary true', 'junior true'], ['stage-against-type F2']],
    ['special', {}, [], ['out-of-scope-type C2']],
    ['vocational', {}, [], ['out-of-scope-type C2']],
    ['senior', { ...NO_PRIMARY, ...NO_JUNIOR }, [], ['out-of-scope-no-stage B2']],
  ] as const)('a school of type %s', (type, amounts, stages, findings) => {
    const [judged, codes] = stagesOf(type, amounts);
    expect(judged).toEqual(stages);
    expect(codes).toEqual(findings);
  });

  it('judges a teaching point from exactly 50 compulsory pupils on', () => {
    const point = (primaryStudents: number, juniorStudents: number | null = null) =>
      assess(
        [
          primarySchool(
            { primaryStudents, juniorStudents },
            { description: { type: 'teachingPoint' } },
          ),
        ],
        CN_2017,
      );
    expect(point(50).schools).toHaveLength(1);
    expect(point(49).schools).toHaveLength(0);
    expect(point(49).verdict).toBe('unjudged');
    expect(point(49).findings).toMatchObject([
      {
        code: 'out-of-scope-teaching-point',
        severity: 'info',
        cell: 'F2',
        actual: 49,
        required: 50,
        citation: { standard: 'cn-2017', part: '资源配置', item: '评估范围' },
      },
    ]);
    expect(point(49, 1).schools.map(({ stage }) => stage)).toEqual(['primary', 'junior']);
  });

  it('judges private schools by the 2017 standard and not by that of 2012', () => {
    const own = [
      school({
        description: { type: 'primary', ownership: 10 },
        amounts: { ...EVERYTHING, juniorStudents: null },
      }),
    ];
    expect(assess(own, CN_2017).schools).toHaveLength(1);
    expect(assess(own, CN_2012).schools).toHaveLength(0);
    expect(assess(own, CN_2012).findings.map(({ code }) => code)).toEqual(['out-of-scope-private']);
  });

  it('leaves out teaching points of any size by the 2012 standard', () => {
    expect(stagesOf('teachingPoint', {}, CN_2012)).toEqual([[], ['out-of-scope-type C2']]);
  });
});

describe('pupils that are 0, blank or unusable', () => {
  const codes = (draft: SchoolDraft): string[] =>
    assess([school({ ...draft, amounts: { ...EVERYTHING, ...draft.amounts } })], CN_2017)
      .findings.map(({ code, cell }) => `${code} ${cell ?? '-'}`)
      .filter((code) => !code.startsWith('indicator') && !code.startsWith('value-implausible'));

  it('leaves out a stage with 0 pupils and says so, its staff too', () => {
    const own = {
      description: { type: 'primary' },
      amounts: {
        ...NO_JUNIOR,
        primaryStudents: 0,
      },
    } as const;
    expect(codes(own)).toEqual([
      'out-of-scope-no-stage B2',
      'students-zero F2',
      'staff-without-students Q2',
    ]);
  });

  it('passes over 0 pupils in a stage that the type does not have', () => {
    expect(
      codes({
        description: { type: 'junior' },
        amounts: {
          ...NO_PRIMARY,
          primaryStudents: 0,
          primaryTeachers: 0,
        },
      }),
    ).toEqual([]);
  });

  it('cannot judge a stage that the type requires and whose pupils are blank', () => {
    const assessment = assess([primarySchool({ primaryStudents: null })], CN_2017);
    expect(assessment.verdict).toBe('unjudged');
    expect(assessment.findings).toMatchObject([
      { code: 'students-missing', severity: 'error', cell: 'F2', stage: 'primary' },
    ]);
    expect(assessment.schools).toMatchObject([{ students: null, passes: null }]);
    expect(assessment.schools[0]?.indicators).toEqual(
      Array.from({ length: 7 }, () => ({ value: null, status: null })),
    );
    expect(assessment.stages.primary?.indicators[0]).toMatchObject({
      mean: null,
      cv: null,
      cvPasses: null,
      cvLimit: 0.5,
    });
  });

  it('misses the pupils of a nine-year school where both are blank or the stage has teachers', () => {
    expect(
      codes({
        description: { type: 'nineYear' },
        amounts: { primaryStudents: null, juniorStudents: null },
      }),
    ).toEqual(['students-missing F2', 'students-missing G2']);
    expect(codes({ description: { type: 'nineYear' }, amounts: { juniorStudents: null } })).toEqual(
      ['students-missing G2'],
    );
  });

  it('leaves the shared assets open where the other stage has unusable pupils', () => {
    const [primary, junior] = assess(
      [
        school({
          description: { type: 'nineYear' },
          amounts: EVERYTHING,
          faults: ['juniorStudents'],
        }),
      ],
      CN_2017,
    ).schools;
    expect(primary?.indicators.map(({ value }) => value !== null)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(primary?.passes).toBeNull();
    expect(junior?.students).toBeNull();
    expect(junior?.indicators.every(({ value }) => value === null)).toBe(true);
  });

  it.each(['completeSecondary', 'twelveYear'] as const)(
    'leaves the shared assets of a %s open where senior pupils are blank',
    (type) => {
      const assessment = assess(
        [school({ description: { type }, amounts: { ...AMPLE_JUNIOR, primaryStudents: 0 } })],
        CN_2017,
      );
      const found = assessment.findings.find(({ severity }) => severity === 'error');
      expect(found).toMatchObject({
        code: 'senior-students-missing',
        cell: 'H2',
        citation: { item: '多学段折算' },
      });
      const [junior] = assessment.schools;
      expect(junior?.indicators.map(({ status }) => status)).toEqual([
        'met',
        'met',
        'met',
        null,
        null,
        null,
        null,
      ]);
      expect(junior?.passes).toBeNull();
      expect(assessment.verdict).toBe('unjudged');
    },
  );

  it('leaves the shared assets open, without a second finding, where senior pupils are unusable', () => {
    const assessment = assess(
      [
        school({
          description: { type: 'completeSecondary' },
          amounts: AMPLE_JUNIOR,
          faults: ['seniorStudents'],
        }),
      ],
      CN_2017,
    );
    expect(assessment.findings).toEqual([]);
    expect(assessment.schools[0]?.indicators[3]).toEqual({ value: null, status: null });
    expect(assessment.schools[0]?.indicators[0]?.status).toBe('met');
  });
});

describe('amounts that are blank or unusable', () => {
  it('reports a blank cell once, with every indicator that reads it', () => {
    const assessment = assess([primarySchool({ indoorSportsArea: null })], CN_2017);
    expect(assessment.findings).toMatchObject([
      {
        code: 'value-missing',
        severity: 'error',
        cell: 'Z2',
        stage: 'primary',
        indicator: 'L4',
        parameters: { quantity: 'indoorSportsArea', indicators: 'L4 L5' },
      },
    ]);
    expect(assessment.schools[0]?.passes).toBeNull();
    expect(assessment.schools[0]?.indicators.map(({ status }) => status)).toEqual([
      'met',
      'met',
      'met',
      null,
      null,
      'met',
      'met',
    ]);
  });

  it('leaves an unusable cell to the finding of the reading', () => {
    const assessment = assess([primarySchool({}, { faults: ['equipmentValue'] })], CN_2017);
    expect(assessment.findings).toEqual([]);
    expect(assessment.schools[0]?.indicators[5]).toEqual({ value: null, status: null });
  });

  it('takes no mean from an indicator that one school lacks', () => {
    const { stages } = assess(
      [primarySchool(), primarySchool({ multimediaRooms: null }, { row: 3 })],
      CN_2017,
    );
    expect(stages.primary?.indicators[6]).toMatchObject({
      mean: null,
      standardDeviation: null,
      cv: null,
      cvPasses: null,
      schoolsMet: 1,
    });
    expect(stages.primary?.indicators[5]?.cv).toBe(0);
    expect(stages.primary?.composite.cv).toBeNull();
  });

  it('judges nothing of schools whose rows contradict each other', () => {
    const doubled = primarySchool({}, { row: 3 });
    const assessment = assess([primarySchool(), doubled], CN_2017, {
      unjudgeable: new Set([doubled]),
    });
    expect(assessment.schools[1]).toMatchObject({ students: 500, passes: null });
    expect(assessment.schools[1]?.indicators.every(({ value }) => value === null)).toBe(true);
    expect(assessment.verdict).toBe('unjudged');
  });
});
