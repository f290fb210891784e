import { describe, expect, it } from '@jest/globals';
import { deriveSchool } from '../../../src/workbook/collection/derive-school';
import type { CellAnswers } from './form-sheet';
import { formOf, JUNIOR, NINE_YEAR, PRIMARY } from './form-sheet';

async function derived(answers: CellAnswers): Promise<ReturnType<typeof deriveSchool>> {
  return deriveSchool(await formOf(answers));
}

/** What schools add to the 68 fields, left out. */
const ONLY_68: CellAnswers = {
  primaryLargestClass: null,
  primaryClassesOver45: null,
  juniorLargestClass: null,
  juniorClassesOver50: null,
  primaryClasses: null,
  juniorClasses: null,
  primaryTeachers: null,
  juniorTeachers: null,
  primaryBackboneTeachers: null,
  juniorBackboneTeachers: null,
  primarySportsArtsTeachers: null,
  juniorSportsArtsTeachers: null,
};
const BANDS: CellAnswers = {
  classesTo25: 0,
  classes26To30: 0,
  classes31To35: 1,
  classes36To40: 2,
  classes41To45: 3,
  classes46To50: 0,
  classes51To55: 0,
  classes56To60: 0,
  classes61To65: 0,
  classesFrom66: 0,
};

describe('the row of 学校数据 that a form gives', () => {
  it('of a primary school adds up degrees from 专科 and the four subjects, and takes the totals', async () => {
    const row = await derived({
      ...PRIMARY,
      ...ONLY_68,
      ...BANDS,
      classes: 6,
      teachers: 30,
      primaryCollege: 9,
      primaryBachelor: 15,
      primaryMaster: 2,
      primaryDoctor: 1,
      backboneTeachers: 6,
      sportsTeachers: 2,
      musicTeachers: 1,
      fineArtsTeachers: 1,
      artsTeachers: 3,
    });
    expect(row).toMatchObject({
      type: '小学',
      primaryClasses: 6,
      primaryTeachers: 30,
      primaryAboveRequiredDegree: 27,
      primaryBackboneTeachers: 6,
      primarySportsArtsTeachers: 7,
      primaryLargestClass: 45,
      primaryClassesOver45: 0,
    });
    expect(Object.keys(row).filter((field) => field.startsWith('junior'))).toEqual([]);
  });

  it('of a junior school counts degrees from 本科 and classes above 50', async () => {
    const row = await derived({
      ...JUNIOR,
      ...ONLY_68,
      ...BANDS,
      classes46To50: 4,
      classes51To55: 2,
      classesFrom66: 1,
      juniorBachelor: 20,
      juniorMaster: 5,
      juniorDoctor: 0,
    });
    expect(row).toMatchObject({
      type: '初级中学',
      juniorAboveRequiredDegree: 25,
      juniorLargestClass: 66,
      juniorClassesOver50: 3,
    });
  });

  it('takes only music rooms from 96 ㎡ and art rooms from 90 ㎡, and no part-time teachers', async () => {
    const row = await derived({
      ...PRIMARY,
      musicRooms: 2,
      musicRooms73To96: 3,
      artRooms: 1,
      artRooms67To90: 4,
      sharedSportsTeachers: 9,
      sportsTeachers: 1,
      musicTeachers: 1,
      fineArtsTeachers: 0,
      artsTeachers: 0,
    });
    expect(row).toMatchObject({ musicRooms: 2, artRooms: 1, primarySportsArtsTeachers: 2 });
  });

  it('of a school of several stages assumes nothing that the 68 fields do not tell apart', async () => {
    const row = await derived({ ...NINE_YEAR, ...ONLY_68 });
    for (const field of [
      'primaryClasses',
      'juniorTeachers',
      'primaryBackboneTeachers',
      'juniorSportsArtsTeachers',
    ] as const) {
      expect([field, row[field]]).toEqual([field, undefined]);
    }
    expect(row.primaryAboveRequiredDegree).toBeGreaterThan(0);
    expect(row.juniorAboveRequiredDegree).toBeGreaterThan(0);
  });

  it('of a school of several stages tells class sizes only while none is over the limit', async () => {
    const within = await derived({ ...NINE_YEAR, ...ONLY_68, ...BANDS });
    expect(within).toMatchObject({ primaryClassesOver45: 0, juniorClassesOver50: 0 });
    const between = await derived({ ...NINE_YEAR, ...ONLY_68, ...BANDS, classes46To50: 1 });
    expect(between).toMatchObject({ juniorClassesOver50: 0, juniorLargestClass: 50 });
    expect(between).not.toHaveProperty('primaryClassesOver45');
    expect(between).not.toHaveProperty('primaryLargestClass');
    const over = await derived({ ...NINE_YEAR, ...ONLY_68, ...BANDS, classes51To55: 1 });
    expect(over).not.toHaveProperty('juniorClassesOver50');
  });

  it('leaves a sum blank while one of its parts is', async () => {
    const row = await derived({ ...PRIMARY, primaryDoctor: null });
    expect(row).not.toHaveProperty('primaryAboveRequiredDegree');
  });

  it('keeps what cannot be used as it was written, for the check to name its cell', async () => {
    const row = await derived({
      ...PRIMARY,
      teachingArea: '约2600',
      type: '学堂',
      multimediaRooms: '—',
    });
    expect(row).toMatchObject({ teachingArea: '约2600', type: '学堂' });
    expect(row).not.toHaveProperty('multimediaRooms');
  });

  it('keeps a pupil of a stage that the type does not have, and a stage of 0 pupils blank', async () => {
    expect(await derived({ ...PRIMARY, juniorStudents: 5 })).toMatchObject({ juniorStudents: 5 });
    expect(await derived({ ...PRIMARY, juniorStudents: 0 })).not.toHaveProperty('juniorStudents');
  });
});
