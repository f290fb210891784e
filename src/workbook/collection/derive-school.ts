import type { SchoolField } from '../../assessment/school';
import { STAGE_QUANTITIES } from '../../assessment/stage-quantities';
import type { Stage } from '../../standard/stage';
import { STAGES } from '../../standard/stage';
import { SCHOOL_COLUMNS } from '../columns';
import { CLASS_BANDS } from './form-fields';
import type { FormFieldId } from './form-fields';
import { numberOf } from './form-reading';
import type { FormReading } from './form-reading';
import { formStages } from './form-stages';

/** A row of 学校数据: what stands in each column that is filled in. */
export type SchoolValues = Readonly<Partial<Record<SchoolField, string | number>>>;

/** 班额 of 政府保障 item 5: what a class of each stage may have. */
const CLASS_LIMITS: Readonly<Record<Stage, number>> = { primary: 45, junior: 50 };

/** The fields whose sum is the teachers above the required degree: 专科 and above, 本科 and above. */
export const DEGREE_FIELDS: Readonly<Record<Stage, readonly FormFieldId[]>> = {
  primary: ['primaryCollege', 'primaryBachelor', 'primaryMaster', 'primaryDoctor'],
  junior: ['juniorBachelor', 'juniorMaster', 'juniorDoctor'],
};

/** The fields whose sum is the sports and arts teachers of the whole school. */
export const SUBJECT_FIELDS: readonly FormFieldId[] = [
  'sportsTeachers',
  'musicTeachers',
  'fineArtsTeachers',
  'artsTeachers',
];

/** The columns of one stage that a school of several stages must state beside the 68 fields. */
export const SPLIT_COLUMNS = ['classes', 'teachers', 'backbone', 'sportsArts'] as const;

/** Class sizes as the bands tell them. */
export interface ClassSizes {
  /** The largest that a class can be; 66 where the open band has classes. */
  readonly largest: number;
  /** Classes above a limit at which a band ends. */
  over(limit: number): number;
}

/** The class sizes of a form, null where a band is blank or no class is counted. */
export function classSizes(form: Pick<FormReading, 'answers'>): ClassSizes | null {
  let largest: number | null = null;
  const counts: { readonly smallest: number; readonly count: number }[] = [];
  for (const band of CLASS_BANDS) {
    const count = numberOf(form, band.id);
    if (count === null) return null;
    counts.push({ smallest: band.smallest, count });
    if (count > 0) largest = band.largest ?? band.smallest;
  }
  if (largest === null) return null;
  return {
    largest,
    over: (limit) =>
      counts.reduce((sum, { smallest, count }) => (smallest > limit ? sum + count : sum), 0),
  };
}

/** The sum of answers, null where one of them is not stated. */
export function sumOf(
  form: Pick<FormReading, 'answers'>,
  ids: readonly FormFieldId[],
): number | null {
  let sum = 0;
  for (const id of ids) {
    const amount = numberOf(form, id);
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/**
 * The row of 学校数据 that a form gives. A column that the form states is copied, also where its
 * answer cannot be used: the check then says so about the cell. Others follow from the 68 fields
 * where they follow beyond doubt, and are blank where they do not. A stage that the school does not
 * have stays blank.
 */
export function deriveSchool(form: Pick<FormReading, 'answers'>): SchoolValues {
  const values: Partial<Record<SchoolField, string | number>> = {};
  const stages = formStages(form);
  for (const { field, stage } of SCHOOL_COLUMNS) {
    const answer = form.answers[field];
    if (answer === undefined || answer.written === '') continue;
    const { value, written } = answer;
    if (value === 0 && stage !== null && !stages[stage]) continue;
    // Placeholders such as a dash are blanks.
    if (value === null && /^[-—–/\\无]+$/u.test(written)) continue;
    values[field] = typeof value === 'number' || typeof value === 'string' ? value : written;
  }
  for (const stage of STAGES) {
    if (!stages[stage]) continue;
    for (const [field, amount] of derived(form, stage, stages.several)) {
      if (amount !== null) values[field] ??= amount;
    }
  }
  return values;
}

function derived(
  form: Pick<FormReading, 'answers'>,
  stage: Stage,
  several: boolean,
): readonly (readonly [SchoolField, number | null])[] {
  const own = STAGE_QUANTITIES[stage];
  const whole = (amount: number | null): number | null => (several ? null : amount);
  const limit = CLASS_LIMITS[stage];
  const sizes = classSizes(form);
  // What holds for every class of the school holds for those of a stage.
  const known = sizes !== null && (!several || sizes.largest <= limit) ? sizes : null;
  return [
    [own.classes, whole(numberOf(form, 'classes'))],
    [own.largestClass, known?.largest ?? null],
    [own.largeClasses, known?.over(limit) ?? null],
    [own.teachers, whole(numberOf(form, 'teachers'))],
    [own.aboveRequiredDegree, sumOf(form, DEGREE_FIELDS[stage])],
    [own.backbone, whole(numberOf(form, 'backboneTeachers'))],
    [own.sportsArts, whole(sumOf(form, SUBJECT_FIELDS))],
  ];
}
