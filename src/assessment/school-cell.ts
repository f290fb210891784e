import type { FindingDetails } from './finding';
import type { School, SchoolField } from './school';

/** Where a finding about one field of a school points: its sheet, cell and the school's name. */
export function at(
  school: School,
  field: SchoolField,
): Required<Pick<FindingDetails, 'sheet' | 'cell' | 'school'>> {
  const cell = school.cell(field);
  return { sheet: cell?.sheet ?? school.sheet, cell: cell?.cell ?? null, school: school.name };
}
