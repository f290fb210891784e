import { QUANTITIES } from '../../src/standard/quantities';
import type { Quantity } from '../../src/standard/quantities';
import { School } from '../../src/assessment/school';
import type { SchoolDescription, SchoolField } from '../../src/assessment/school';

/** Column of each field on the sheet of the tests: texts first, then quantities in their order. */
const COLUMNS: ReadonlyMap<SchoolField, number> = new Map(
  (
    [
      'code',
      'name',
      'type',
      'ownership',
      'mergedInto',
      ...QUANTITIES,
    ] as const satisfies readonly SchoolField[]
  ).map((field, column) => [field, column]),
);

/** What a test says of one school; all else is blank. */
export interface SchoolDraft {
  readonly row?: number;
  readonly description?: Partial<SchoolDescription>;
  readonly amounts?: Partial<Record<Quantity, number | null>>;
  readonly faults?: readonly Quantity[];
}

const AMPLE_SHARED = {
  teachingArea: 4000,
  indoorSportsArea: 500,
  sportsGroundArea: 6000,
  equipmentValue: 200,
  multimediaRooms: 20,
} as const;

/** Resources with which 500 primary pupils reach every threshold. */
export const AMPLE_PRIMARY: Partial<Record<Quantity, number>> = {
  primaryStudents: 500,
  primaryTeachers: 40,
  primaryAboveRequiredDegree: 30,
  primaryBackboneTeachers: 6,
  primarySportsArtsTeachers: 6,
  ...AMPLE_SHARED,
};

/** Resources with which 400 junior pupils reach every threshold. */
export const AMPLE_JUNIOR: Partial<Record<Quantity, number>> = {
  juniorStudents: 400,
  juniorTeachers: 40,
  juniorAboveRequiredDegree: 30,
  juniorBackboneTeachers: 6,
  juniorSportsArtsTeachers: 6,
  ...AMPLE_SHARED,
};

/** A school on the sheet 学校数据, row 2 unless told. */
export function school({ row = 2, description, amounts = {}, faults = [] }: SchoolDraft): School {
  const stated: [Quantity, number][] = [];
  for (const quantity of QUANTITIES) {
    const amount = amounts[quantity];
    if (amount != null && !faults.includes(quantity)) stated.push([quantity, amount]);
  }
  return new School(
    {
      name: `学校${row}`,
      code: '',
      typeText: '',
      type: 'primary',
      ownership: 7,
      locality: null,
      group: '',
      boarding: null,
      mergedInto: '',
      ...description,
    },
    [{ sheet: '学校数据', row, columns: COLUMNS }],
    stated,
    new Set(faults),
  );
}

/** A 小学 that passes, but for what the test changes. */
export function primarySchool(
  amounts: SchoolDraft['amounts'] = {},
  draft: Omit<SchoolDraft, 'amounts'> = {},
): School {
  return school({ ...draft, amounts: { ...AMPLE_PRIMARY, ...amounts } });
}

/** A 初级中学 that passes, but for what the test changes. */
export function juniorSchool(
  amounts: SchoolDraft['amounts'] = {},
  draft: Omit<SchoolDraft, 'amounts'> = {},
): School {
  return school({
    ...draft,
    description: { type: 'junior', ...draft.description },
    amounts: { ...AMPLE_JUNIOR, ...amounts },
  });
}
