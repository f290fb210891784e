import { StatisticsError } from './statistics-error';

/**
 * What the first column of a statistic holds: the schools' amounts `x` (books, ㎡, 元, people), or
 * their values per pupil `X = x / P`.
 */
export type ValueForm = 'amounts' | 'perPupil';

/** Two checked columns, one row a school. */
export interface SchoolColumns {
  readonly values: Float64Array;
  readonly students: Float64Array;
}

function packed(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column);
}

/**
 * Packs and checks the two columns every statistic between schools takes.
 *
 * @param values amounts or values per pupil; zero is a value like any other
 * @param students pupils of each school, above 0: a school without pupils is left out beforehand
 * @throws StatisticsError `empty`, `length-mismatch`, `non-finite`, `zero-students`,
 *   `negative-students`
 */
export function schoolColumns(
  values: ArrayLike<number>,
  students: ArrayLike<number>,
): SchoolColumns {
  if (values.length !== students.length) throw new StatisticsError('length-mismatch');
  if (values.length === 0) throw new StatisticsError('empty');
  const columns = { values: packed(values), students: packed(students) };
  for (const value of columns.values) {
    if (!Number.isFinite(value)) throw new StatisticsError('non-finite');
  }
  for (const pupils of columns.students) {
    if (!Number.isFinite(pupils)) throw new StatisticsError('non-finite');
    if (pupils <= 0) {
      throw new StatisticsError(pupils === 0 ? 'zero-students' : 'negative-students');
    }
  }
  return columns;
}
