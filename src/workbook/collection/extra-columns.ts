import type { SchoolField } from '../../assessment/school';
import type { Standard } from '../../standard/standard';
import { isRequired, SCHOOL_COLUMNS } from '../columns';
import type { SchoolColumn } from '../columns';
import { FORM_FIELD_IDS, FORM_FIELDS } from './form-fields';

/** Columns that the 68 fields do not give at all, or only for schools of one stage. */
const ALWAYS_ASKED: ReadonlySet<SchoolField> = new Set<SchoolField>([
  'ownership',
  'locality',
  'group',
  'boarding',
  'seniorStudents',
  'primaryGrades',
  'juniorGrades',
  'primaryClasses',
  'juniorClasses',
  'primaryLargestClass',
  'juniorLargestClass',
  'primaryClassesOver45',
  'juniorClassesOver50',
  'primaryTeachers',
  'juniorTeachers',
  'primaryBackboneTeachers',
  'juniorBackboneTeachers',
  'primarySportsArtsTeachers',
  'juniorSportsArtsTeachers',
]);

const GIVEN: ReadonlySet<string> = new Set<string>([
  ...FORM_FIELD_IDS,
  ...FORM_FIELDS.flatMap(({ feeds }) => feeds),
]);

/**
 * The columns of 学校数据 that the form asks for behind its 68 fields, since those do not tell them:
 * who runs the school and where it lies, the figures of each stage in schools of several, and what
 * only the standard given needs (计算机, 图书 and titles for the 2012 standard).
 */
export function extraColumns(standard: Standard): readonly SchoolColumn[] {
  return SCHOOL_COLUMNS.filter(
    (column) =>
      ALWAYS_ASKED.has(column.field) || (isRequired(column, standard) && !GIVEN.has(column.field)),
  );
}

/** Whether schools of several stages must fill the column in, and others need not. */
export function isForSeveralStages({ field }: SchoolColumn): boolean {
  return ALWAYS_ASKED.has(field) && GIVEN.has(field);
}
