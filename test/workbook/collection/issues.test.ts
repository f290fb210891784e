import { describe, expect, it } from '@jest/globals';
import { contradictions } from '../../../src/workbook/collection/contradictions';
import { missingAnswers } from '../../../src/workbook/collection/missing-answers';
import type { CellAnswers } from './form-sheet';
import { formOf, formSheet, formsOf, JUNIOR, NINE_YEAR, PRIMARY } from './form-sheet';

async function contradicting(answers: CellAnswers): Promise<string[]> {
  return contradictions(await formOf(answers)).map(({ code, field }) => `${code} ${field ?? ''}`);
}

describe('what a form leaves out', () => {
  it.each([
    ['primary', PRIMARY],
    ['junior', JUNIOR],
    ['nine-year', NINE_YEAR],
  ])('is nothing in a whole form of a %s school', async (_, answers) => {
    const form = await formOf(answers);
    expect(missingAnswers(form)).toEqual([]);
    expect(contradictions(form)).toEqual([]);
  });

  it('is each blank answer with its cell, but not those of a stage the school has not', async () => {
    const form = await formOf({
      ...PRIMARY,
      teachingArea: null,
      primaryDoctor: '无',
      juniorDoctor: null,
      graduates: null,
      rentedSportsArea: null,
    });
    expect(missingAnswers(form)).toMatchObject([
      {
        code: 'answer-missing',
        field: 'primaryDoctor',
        cell: 'E34',
        actual: '无',
        school: '城关小学',
      },
      { code: 'answer-missing', field: 'teachingArea', cell: 'E44' },
    ]);
  });

  it('is not what is there but cannot be used: that is said once', async () => {
    expect(missingAnswers(await formOf({ ...PRIMARY, teachingArea: '约2600' }))).toEqual([]);
  });

  it('is named in one line where the form has no such rows', async () => {
    const others = { ...PRIMARY };
    delete others.teachingArea;
    delete others.multimediaRooms;
    const [issue] = missingAnswers(await formOf(others));
    expect(issue).toMatchObject({
      code: 'label-missing',
      parameters: { count: 2, labels: '教学及辅助用房总面积、网络多媒体教室间数' },
    });
  });

  it('is one line for a form that nobody filled in', async () => {
    const blank = Object.fromEntries(Object.keys(PRIMARY).map((id) => [id, null]));
    const [form] = await formsOf(formSheet(blank));
    expect(missingAnswers(form!).map(({ code }) => code)).toEqual(['form-blank']);
  });

  it('is the figures by stage that a nine-year school owes', async () => {
    const [issue] = missingAnswers(
      await formOf({ ...NINE_YEAR, primaryBackboneTeachers: null, juniorTeachers: null }),
    );
    expect(issue).toMatchObject({
      code: 'stage-figures-missing',
      parameters: { columns: '小学骨干教师数、初中专任教师数' },
    });
  });
});

describe('what in a form contradicts itself', () => {
  it.each<[string, CellAnswers, string]>([
    ['classes and bands', { classes: 99 }, 'classes-differ-from-bands classes'],
    [
      'more backbone teachers than teachers',
      { backboneTeachers: 999 },
      'part-exceeds-whole backboneTeachers',
    ],
    [
      'more certified teachers than teachers',
      { certifiedTeachers: 999 },
      'part-exceeds-whole certifiedTeachers',
    ],
    [
      'more subject teachers than teachers',
      { musicTeachers: 999 },
      'part-exceeds-whole sportsTeachers',
    ],
    ['more degrees than teachers', { primaryBachelor: 999 }, 'part-exceeds-whole primaryCollege'],
    [
      'more pupils of the district than pupils',
      { primaryInDistrict: 99_999 },
      'part-exceeds-whole primaryInDistrict',
    ],
    [
      'more migrants than pupils',
      { migrantStudents: 99_999 },
      'part-exceeds-whole migrantStudents',
    ],
    [
      'a gymnasium larger than the indoor sports area',
      { indoorSportsArea: 100, gymnasiumArea: 101 },
      'part-exceeds-whole gymnasiumArea',
    ],
    [
      'more indoor sports area than teaching area',
      { indoorSportsArea: 999_999 },
      'part-exceeds-whole indoorSportsArea',
    ],
    [
      'more rooms by size than rooms',
      { allArtRooms: 0, artRooms: 1 },
      'part-exceeds-whole artRooms',
    ],
    [
      'more training than public funds',
      { trainingBudget: 9999 },
      'part-exceeds-whole trainingBudget',
    ],
    [
      'a junior pupil in a primary school',
      { juniorStudents: 5 },
      'type-against-stage juniorStudents',
    ],
    ['planned by 2010, founded in 2012', { foundedYear: 2012 }, 'year-against-answer builtBy2010'],
    [
      'a small rural school of 450',
      { smallRuralSchool: '是' },
      'size-against-answer smallRuralSchool',
    ],
    [
      'small classes and large bands',
      { smallClassRuralSchool: '是' },
      'size-against-answer smallClassRuralSchool',
    ],
    [
      'part-time teachers where none are asked',
      { sharedSportsTeachers: 1 },
      'not-asked sharedSportsTeachers',
    ],
    [
      'stages that do not add up',
      { primaryTeachers: 1 },
      'stages-differ-from-whole primaryTeachers',
    ],
  ])('is said: %s', async (_, change, expected) => {
    expect(await contradicting({ ...PRIMARY, ...change })).toContain(expected);
  });

  it('is a number of pupils that the bands cannot hold, on either side', async () => {
    const bands: CellAnswers = {
      classes: 2,
      classesTo25: 0,
      classes26To30: 0,
      classes31To35: 0,
      classes36To40: 1,
      classes41To45: 1,
      classes46To50: 0,
      classes51To55: 0,
      classes56To60: 0,
      classes61To65: 0,
      classesFrom66: 0,
      primaryClasses: 2,
      primaryInDistrict: 0,
    };
    const at = (primaryStudents: number): Promise<string[]> =>
      contradicting({ ...PRIMARY, ...bands, primaryStudents });
    for (const pupils of [77, 85]) expect(await at(pupils)).toEqual([]);
    for (const pupils of [76, 86])
      expect(await at(pupils)).toEqual(['pupils-outside-bands classes']);
  });

  it('is a retention above all: more stayed than came', async () => {
    const retention = {
      graduates: 98,
      enrolledAtStart: 100,
      transferredIn: 1,
      transferredOut: 3,
      deaths: 0,
    };
    expect(await contradicting({ ...JUNIOR, ...retention })).toEqual([]);
    expect(await contradicting({ ...JUNIOR, ...retention, deaths: 1 })).toEqual([
      'retention-above-all graduates',
    ]);
  });

  it('is not the sum of decimals: 0.1 + 0.2 is no more than 0.3', async () => {
    const areas = { teachingArea: 0.3, indoorSportsArea: 0.3, gymnasiumArea: 0.3 };
    expect(await contradicting({ ...PRIMARY, ...areas })).toEqual([]);
  });

  it('names the cells of the part and of the whole', async () => {
    const [issue] = contradictions(await formOf({ ...PRIMARY, trainingBudget: 9999 }));
    expect(issue).toMatchObject({
      file: '表.xlsx',
      sheet: '采集表',
      cell: 'E60',
      actual: '9999',
      parameters: { wholeCell: 'E58', sum: 9999 },
    });
  });
});
