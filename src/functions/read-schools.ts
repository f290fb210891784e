import { FunctionFault } from './function-fault';
import { inShapeOf, readRange, refuseDifferentLength, refuseNegative } from './read-range';
import type { NumberRange } from './read-range';

/** The schools that two ranges describe, without those that have no pupils. */
export interface SchoolRanges {
  readonly values: readonly number[];
  readonly students: readonly number[];
  /** Lays out one result a school in the shape of the values; a school left out has 0. */
  readonly spill: (results: readonly number[]) => readonly (readonly number[])[];
}

function placesOfSchools(students: NumberRange): readonly number[] {
  return students.cells.flatMap((pupils, index) => (pupils === 0 ? [] : [index]));
}

/**
 * Reads schools from a range of values and one of pupils. A pair whose pupils are blank or 0 is
 * left out; a blank value beside pupils is 0.
 *
 * @throws {FunctionFault} `value` for text, a number below 0 or ranges that do not pair; `div0`
 *   where no school has pupils
 */
export function readSchools(
  valuesArgument: unknown,
  studentsArgument: unknown,
  valuesName: string,
): SchoolRanges {
  const values = readRange(valuesArgument, valuesName);
  const students = readRange(studentsArgument, 'students');
  refuseDifferentLength(values, students);
  refuseNegative(values);
  refuseNegative(students);
  const places = placesOfSchools(students);
  if (places.length === 0) {
    throw new FunctionFault('div0', {
      zh: 'students 中没有在校生数，无法计算',
      en: 'students holds no pupils, so there is nothing to divide by',
    });
  }
  return {
    values: places.map((index) => values.cells[index] ?? 0),
    students: places.map((index) => students.cells[index] ?? 0),
    spill: (results) => {
      const all = values.cells.map(() => 0);
      places.forEach((index, school) => {
        all[index] = results[school] ?? 0;
      });
      return inShapeOf(values, all);
    },
  };
}
