import { SCHOOL_COLUMNS } from '../columns';
import { FORM_FIELD_IDS } from './form-fields';
import type { AnswerId } from './form-labels';

/** Every answer there may be: the 68 fields in the form's order, then columns of 学校数据. */
export const ANSWER_ORDER: readonly AnswerId[] = [
  ...new Set<AnswerId>([
    ...FORM_FIELD_IDS,
    ...SCHOOL_COLUMNS.map(({ field }) => field).filter((field) => field !== 'remark'),
  ]),
];
