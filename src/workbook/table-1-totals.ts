import type { School } from '../assessment/school';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';

/** Where a total comes from: schools of a type, those of them that are large, or a sum over all. */
export type Table1Source =
  | { readonly kind: 'type' | 'largeTeachingPoints'; readonly type: SchoolType }
  | {
      readonly kind: 'sum';
      readonly quantity: Quantity;
      /** Pupils that a blank amount leaves uncounted. */
      readonly needed: Quantity | null;
    };

/** A number of 表Ⅰ that follows from 学校数据. */
export interface Table1Total {
  /** L9 … L24. */
  readonly code: string;
  readonly source: Table1Source;
  /** The numbers that count as right; null where a school's number is missing or unusable. */
  readonly compute: (schools: readonly School[]) => readonly number[] | null;
}

/** Pupils from which a 教学点 is counted under 其中50人及以上. */
export const LARGE_TEACHING_POINT = 50;

/** Types that some counties leave out of the totals of ordinary schools. */
export const SCHOOLS_APART: ReadonlySet<SchoolType | null> = new Set<SchoolType>([
  'special',
  'vocational',
]);

/** The totals of 表Ⅰ that can be added up from 学校数据 (教职工 cannot). */
export const TABLE_1_TOTALS: readonly Table1Total[] = [
  total('L9', { kind: 'type', type: 'primary' }),
  total('L10', { kind: 'type', type: 'nineYear' }),
  total('L11', { kind: 'type', type: 'junior' }),
  total('L12', { kind: 'type', type: 'completeSecondary' }),
  total('L13', { kind: 'type', type: 'twelveYear' }),
  total('L14', { kind: 'type', type: 'special' }),
  total('L15', { kind: 'type', type: 'teachingPoint' }),
  total('L16', { kind: 'largeTeachingPoints', type: 'teachingPoint' }),
  total('L17', { kind: 'sum', quantity: 'primaryClasses', needed: 'primaryStudents' }),
  total('L18', { kind: 'sum', quantity: 'juniorClasses', needed: 'juniorStudents' }),
  total('L19', { kind: 'sum', quantity: 'primaryStudents', needed: null }),
  total('L20', { kind: 'sum', quantity: 'juniorStudents', needed: null }),
  total('L22', { kind: 'sum', quantity: 'primaryTeachers', needed: 'primaryStudents' }),
  total('L24', { kind: 'sum', quantity: 'juniorTeachers', needed: 'juniorStudents' }),
];

function total(code: string, source: Table1Source): Table1Total {
  switch (source.kind) {
    case 'type':
      return { code, source, compute: countOf(source.type) };
    case 'largeTeachingPoints':
      return { code, source, compute: largeTeachingPoints };
    case 'sum':
      return { code, source, compute: sumOf(source.quantity, source.needed) };
  }
}

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
      if (!SCHOOLS_APART.has(school.description.type)) ordinary += amount;
    }
    return [all, ordinary];
  };
}
