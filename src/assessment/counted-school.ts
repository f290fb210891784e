import type { School } from './school';

/** One school to be judged, together with the rows that the analyst counts with it (并入学校). */
export interface CountedSchool {
  /** The school whose row the others are counted with. */
  readonly school: School;
  /** The rows counted with it, in the order of the sheet; usually none. */
  readonly members: readonly School[];
  /** The amounts of all of them together; the school itself where it has no members. */
  readonly record: School;
}

/** The school's own row and those of its members. */
export function rowsOf({ school, members }: CountedSchool): readonly School[] {
  return [school, ...members];
}
