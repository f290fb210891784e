import { describe, expect, it } from '@jest/globals';
import { assessStated } from '../../src/assessment/assess-stated';
import type { StatedRow } from '../../src/assessment/assessment';
import { CN_2017 } from '../../src/standard/cn-2017';
import { school } from './county-fixture';
import type { SchoolDraft } from './county-fixture';

const MET = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];

function stated(
  values: readonly (number | null)[],
  students: number | null = 100,
  draft: SchoolDraft = {},
): StatedRow {
  const row = draft.row ?? 9;
  return {
    school: school({ ...draft, row, description: { type: null } }),
    stage: 'primary',
    students,
    values,
    cells: values.map((_, index) => ({ sheet: '表Ⅱ-2', cell: `${'GHIJKLM'.charAt(index)}${row}` })),
  };
}

describe('a county judged from a filled-in 表Ⅱ-2', () => {
  it('passes on its stated values, with one warning that they were rounded', () => {
    const assessment = assessStated([stated(MET), stated(MET, 300, { row: 10 })], CN_2017);
    expect(assessment.verdict).toBe('pass');
    expect(assessment.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['inputs-rounded', 'warning'],
    ]);
    expect(assessment.stages.primary).toMatchObject({ schools: 2, students: 400, passing: 2 });
    expect(assessment.stages.primary?.indicators[5]).toMatchObject({ mean: 2000, cv: 0 });
  });

  it('weighs values by pupils, and judges a coefficient at exactly its limit', () => {
    const other = MET.map((value) => value * 3);
    const { stages } = assessStated([stated(MET), stated(other, 100, { row: 10 })], CN_2017);
    expect(stages.primary?.indicators.map(({ cvPasses }) => cvPasses)).toEqual(Array(7).fill(true));
    const heavier = assessStated([stated(MET), stated(other, 300, { row: 10 })], CN_2017);
    expect(heavier.stages.primary?.indicators[0]?.mean).toBeCloseTo(10.5, 12);
  });

  it('reports what falls short at the value’s own cell', () => {
    const { findings, schools } = assessStated(
      [stated([4, 0, 0.9, 4.4, 7.5, 1990, 2.3], 500)],
      CN_2017,
    );
    expect(schools[0]?.passes).toBe(false);
    expect(findings.filter(({ code }) => code.startsWith('indicator-'))).toMatchObject([
      { code: 'indicator-near', cell: 'G9', sheet: '表Ⅱ-2', shortfall: 1, unit: 'person' },
      { code: 'indicator-below', cell: 'H9', shortfall: 5 },
      { code: 'indicator-near', cell: 'J9', shortfall: 50, unit: 'squareMetre' },
      { code: 'indicator-near', cell: 'L9', shortfall: 5000, unit: 'yuan' },
    ]);
    expect(findings.map(({ code }) => code)).toContain('school-fails');
  });

  it('stays open where a value or the pupils are missing', () => {
    const blank = assessStated([stated([null, ...MET.slice(1)])], CN_2017);
    expect(blank.verdict).toBe('unjudged');
    expect(blank.findings).toMatchObject([
      { code: 'inputs-rounded' },
      { code: 'value-missing', cell: 'G9', indicator: 'L1' },
    ]);
    expect(blank.stages.primary?.indicators[0]?.cv).toBeNull();
    const noPupils = assessStated([stated(MET, null), stated(MET, 0, { row: 10 })], CN_2017);
    expect(noPupils.verdict).toBe('unjudged');
    expect(noPupils.findings.map(({ code }) => code)).toEqual([
      'inputs-rounded',
      'students-missing',
      'students-zero',
    ]);
    expect(noPupils.stages.primary).toMatchObject({ schools: 1, students: 0 });
  });

  it('leaves an unusable cell to the finding of the reading', () => {
    const row = stated([null, ...MET.slice(1)], 100, { faults: ['primaryAboveRequiredDegree'] });
    expect(assessStated([row], CN_2017).findings.map(({ code }) => code)).toEqual([
      'inputs-rounded',
    ]);
  });

  it('cannot be judged without rows', () => {
    expect(assessStated([], CN_2017)).toMatchObject({
      verdict: 'unjudged',
      findings: [],
      stages: {},
    });
  });
});
