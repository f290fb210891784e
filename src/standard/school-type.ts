/** 办学类型: the types of the national statistics, and those that are never in scope. */
export const SCHOOL_TYPES = [
  'primary',
  'teachingPoint',
  'junior',
  'nineYear',
  'twelveYear',
  'completeSecondary',
  'special',
  'vocational',
  'senior',
  'kindergarten',
] as const;

/** A school's type (办学类型). */
export type SchoolType = (typeof SCHOOL_TYPES)[number];
