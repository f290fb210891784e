import type { School } from '../assessment/school';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';

/** A number of 表Ⅰ that follows from 学校数据. */
export interface Table1Total {
  /** L9 … L24. */
  readonly code: string;
  /** The numbers that count as right; null where a school's number is missing or unusable. */
  readonly compute: (schools: readonly School[]) => readonly number[] | null;
}

/** Pupils from which a 教学点 is counted under 其中50人及以上. */
const LARGE_TEACHING_POINT = 50;

/** Types that some counties leave out of the totals of ordinary schools. */
const APART: ReadonlySet<SchoolType | null> = new Set<SchoolType>(['special', 'vocational']);

/** The totals of 表Ⅰ that can be added up from 学校数据 (教职工 cannot). */
export const TABLE_1_TOTALS: readonly Table1Total[] = [
  { code: 'L9', compute: countOf('primary') },
  { code: 'L10', compute: countOf('nineYear') },
  { code: 'L11', compute: countOf('junior') },
  { code: 'L12', compute: countOf('completeSecondary') },
  { code: 'L13', compute: countOf('twelveYear') },
  { code: 'L14', compute: countOf('special') },
  { code: 'L15', compute: countOf('teachingPoint') },
  { code: 'L16', compute: largeTeachingPoints },
  { code: 'L17', compute: sumOf('primaryClasses', 'primaryStudents') },
  { code: 'L18', compute: sumOf('juniorClasses', 'juniorStudents') },
  { code: 'L19', compute: sumOf('primaryStudents', null) },
  { code: 'L20', compute: sumOf('juniorStudents', null) },
  {
    code: 'L22',

    compute: sumOf('primaryTeachers', 'primaryStudents'),
  },
  {
    code: 'L24',

    compute: sumOf('juniorTeachers', 'juniorStudents'),
  },
];

function countOf(type: SchoolType) {
  return (schools: readonly School[]): readonly number[] => [
    schools.filter(({ description }) => description.type === type).length,
  ];
}

function largeTeachingPoints(schools: readonly School[]): readonly number[] | null {
  let count = 0;
  for (const school of schools) {
    if (school.description.type !== 'teachingPoint') continue;
    const pupils = school.amount('primaryStudents');
    if (pupils === null) return null;
    if (pupils >= LARGE_TEACHING_POINT) count += 1;
  }
  return [count];
}

/** Sums with and without special and vocational schools: counties do either. */
function sumOf(quantity: Quantity, needed: Quantity | null) {
  return (schools: readonly School[]): readonly number[] | null => {
    let all = 0;
    let ordinary = 0;
    for (const school of schools) {
      const amount = school.amount(quantity);
      if (amount === null) {
        const pupils = needed === null ? null : school.amount(needed);
        if (school.isFaulty(quantity) || (pupils !== null && pupils > 0)) return null;
        continue;
      }
      all += amount;
      if (!APART.has(school.description.type)) ordinary += amount;
    }
    return [all, ordinary];
  };
}
