import type { CountyForm, FilledItems } from './county-form';
import type { GeneratedSchool } from './generated-school';

/** Staff for every hundred teachers, in counties that are made up. */
const STAFF_PER_HUNDRED_TEACHERS = 105;
/** Pupils that a small school is funded for. */
const FUNDED_PUPILS = 100;

/**
 * A county's form with what follows from its schools: the totals of 表Ⅰ, teachers trained and
 * certified, and the small schools of the villages, funded as the local quota in the form says.
 */
export function completeForm(
  form: CountyForm,
  schools: readonly GeneratedSchool[],
  quota: number,
): CountyForm {
  return {
    ...form,
    table1: { ...form.table1, ...totals(schools) },
    government: { ...form.government, ...itemsOfSchools(schools, quota) },
  };
}

function sum(
  schools: readonly GeneratedSchool[],
  ...fields: readonly (keyof GeneratedSchool)[]
): number {
  return schools.reduce(
    (all, school) => fields.reduce((some, field) => some + Number(school[field] ?? 0), all),
    0,
  );
}

function totals(schools: readonly GeneratedSchool[]): Record<string, number> {
  const typed = (type: string): readonly GeneratedSchool[] =>
    schools.filter((school) => school.type === type);
  const [primaryTeachers, juniorTeachers] = [
    sum(schools, 'primaryTeachers'),
    sum(schools, 'juniorTeachers'),
  ];
  const staff = (teachers: number): number =>
    Math.round((teachers * STAFF_PER_HUNDRED_TEACHERS) / 100);
  return {
    L9: typed('小学').length,
    L10: typed('九年一贯制学校').length,
    L11: typed('初级中学').length,
    L12: typed('完全中学').length,
    L13: typed('十二年一贯制学校').length,
    L14: typed('特殊教育学校').length,
    L15: typed('教学点').length,
    L16: typed('教学点').filter(({ primaryStudents }) => Number(primaryStudents) >= 50).length,
    L17: sum(schools, 'primaryClasses'),
    L18: sum(schools, 'juniorClasses'),
    L19: sum(schools, 'primaryStudents'),
    L20: sum(schools, 'juniorStudents'),
    L21: staff(primaryTeachers),
    L22: primaryTeachers,
    L23: staff(juniorTeachers),
    L24: juniorTeachers,
  };
}

function itemsOfSchools(schools: readonly GeneratedSchool[], quota: number): FilledItems {
  const teachers = sum(schools, 'primaryTeachers', 'juniorTeachers');
  const small = schools.filter(
    ({ type, locality, primaryStudents }) =>
      (type === '小学' || type === '教学点') &&
      locality === '乡村' &&
      Number(primaryStudents) < FUNDED_PUPILS,
  );
  return {
    6: {
      smallSchoolPupils: sum(small, 'primaryStudents'),
      smallSchoolFunds: small.length * FUNDED_PUPILS * quota,
      smallSchools: small.length,
      quota,
      conclusion: '达标',
    },
    9: { trainedTeachers: teachers, teachers, trainedShare: 100 },
    12: { fullTimeTeachers: teachers, certified: teachers, certifiedShare: 100 },
  };
}
