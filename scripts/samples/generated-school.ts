import type { SchoolField } from '../../src/assessment/school';

/** A row of 学校数据 before it is written: a value for each field that is filled in. */
export type GeneratedSchool = Partial<Record<SchoolField, string | number>>;
