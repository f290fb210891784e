import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import { juniorSchool, primarySchool } from './county-fixture';

describe('the verdict on a county', () => {
  it('passes when every school passes and every coefficient keeps its limit', () => {
    const assessment = assess([primarySchool(), juniorSchool({}, { row: 3 })], CN_2017);
    expect(assessment.findings).toEqual([]);
    expect(assessment.verdict).toBe('pass');
    expect(assessment.schools.map(({ stage, passes }) => [stage, passes])).toEqual([
      ['primary', true],
      ['junior', true],
    ]);
    expect(assessment.stages.primary).toMatchObject({ schools: 1, students: 500, passing: 1 });
  });

  it('cannot be given without schools', () => {
    expect(assess([], CN_2017)).toMatchObject({ verdict: 'unjudged', stages: {}, schools: [] });
  });

  it('fails rather than staying open when one school fails and another cannot be judged', () => {
    const failing = primarySchool({ primaryAboveRequiredDegree: 0 });
    const unknown = primarySchool({}, { row: 3, faults: ['equipmentValue'] });
    expect(assess([unknown], CN_2017).verdict).toBe('unjudged');
    expect(assess([failing, unknown], CN_2017).verdict).toBe('fail');
  });

  it('rests on the composite alone in the 2012 standard', () => {
    const extra = { computers: 50, books: 5000, primaryIntermediateTitles: 20 };
    const assessment = assess([primarySchool(extra)], CN_2012);
    expect(assessment.verdict).toBe('pass');
    expect(assessment.schools[0]?.passes).toBeNull();
    expect(assessment.schools[0]?.indicators.map(({ status }) => status)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
    expect(assessment.stages.primary?.composite).toEqual({ cv: 0, cvLimit: 0.65, cvPasses: true });
    expect(assessment.stages.primary?.passing).toBeNull();
    expect(assessment.stages.primary?.indicators[0]).toMatchObject({
      cvLimit: null,
      cvPasses: null,
      schoolsMet: null,
    });
  });
});
