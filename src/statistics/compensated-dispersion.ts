import type { Dispersion } from './dispersion';
import { DoubleDouble, PAIR_ROUNDOFF } from './double-double';
import type { SchoolColumns, ValueForm } from './school-columns';

// Within these magnitudes no product or quotient of the passes below overflows or turns subnormal.
const SMALLEST = 2 ** -100;
const LARGEST = 2 ** 100;

/** Whether a whole column is zero or of a magnitude the compensated passes can take. */
function isModerate(column: Float64Array): boolean {
  for (const value of column) {
    const size = Math.abs(value);
    if (size > LARGEST || (size < SMALLEST && size !== 0)) return false;
  }
  return true;
}

function isSafe(value: DoubleDouble, error: number): boolean {
  return value.roundsAlike(error);
}

/** Mean and variance in pairs of doubles, each with a bound on its absolute error. */
export class CompensatedDispersion {
  readonly mean: DoubleDouble;
  readonly meanError: number;
  /** Σ P (X − X̄)². */
  readonly squares: DoubleDouble;
  readonly squaresError: number;
  /** ΣP. */
  readonly students: DoubleDouble;
  readonly #rows: number;
  readonly #meanIsZero: boolean;

  constructor({ values, students }: SchoolColumns, form: ValueForm) {
    const rows = values.length;
    const total = new DoubleDouble();
    const weight = new DoubleDouble();
    const term = new DoubleDouble();
    let magnitude = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = values[row] ?? Number.NaN;
      const pupils = students[row] ?? Number.NaN;
      weight.addNumber(pupils);
      if (form === 'amounts') {
        total.addNumber(value);
        magnitude += Math.abs(value);
      } else {
        term.setProduct(value, pupils);
        total.add(term);
        magnitude += Math.abs(term.hi);
      }
    }
    const mean = new DoubleDouble();
    mean.copy(total);
    mean.divide(weight);
    // Each addition errs by at most 3 units of the running sums, the division by 16.
    const meanError = ((6 * rows + 32) * PAIR_ROUNDOFF * magnitude) / weight.hi;

    const squares = new DoubleDouble();
    for (let row = 0; row < rows; row += 1) {
      const value = values[row] ?? Number.NaN;
      const pupils = students[row] ?? Number.NaN;
      if (form === 'amounts') term.setQuotient(value, pupils);
      else term.set(value);
      term.subtract(mean);
      term.square();
      term.multiplyNumber(pupils);
      squares.add(term);
    }

    this.mean = mean;
    this.meanError = meanError;
    this.students = weight;
    this.squares = squares;
    this.squaresError = CompensatedDispersion.#errorOfSquares(
      squares.hi,
      weight.hi,
      Math.abs(mean.hi),
      meanError,
      rows,
    );
    this.#rows = rows;
    this.#meanIsZero = magnitude === 0;
  }

  /**
   * Bound on the error of Σ P (X − X̄)², from the condition Σ P X² = Σ P (X − X̄)² + ΣP X̄².
   *
   * A deviation errs by a few units of |X| (its quotient, the subtraction); by Cauchy and Schwarz
   * those errors enter the sum with √V · √(Σ P X²). The error of the mean enters squared, because
   * the sum is smallest about the mean.
   */
  static #errorOfSquares(
    squares: number,
    weight: number,
    mean: number,
    meanError: number,
    rows: number,
  ): number {
    const level = Math.sqrt(squares + weight * mean * mean);
    return (
      PAIR_ROUNDOFF * ((6 * rows + 64) * squares + 32 * Math.sqrt(squares) * level) +
      weight * meanError * meanError +
      64 * (PAIR_ROUNDOFF * level) ** 2
    );
  }

  /** The three results, each correctly rounded; null where the error bounds cannot warrant it. */
  rounded(): Dispersion | null {
    const { mean, meanError, squares, squaresError, students } = this;
    if (!isSafe(mean, meanError)) return null;
    const deviation = new DoubleDouble();
    deviation.copy(squares);
    deviation.divide(students);
    deviation.squareRoot();
    const isConstant = squares.hi === 0 && squaresError === 0;
    // That of the sum (the root even halves it), and of the weight, the quotient and the root.
    const relativeError = isConstant
      ? 0
      : squaresError / squares.hi + (6 * this.#rows + 64) * PAIR_ROUNDOFF;
    if (!isSafe(deviation, relativeError * deviation.hi)) return null;
    if (this.#meanIsZero) {
      return { mean: 0, standardDeviation: deviation.value, coefficient: null };
    }
    const coefficient = new DoubleDouble();
    coefficient.copy(deviation);
    coefficient.divide(mean);
    const coefficientError = relativeError + meanError / Math.abs(mean.hi) + 32 * PAIR_ROUNDOFF;
    if (!isSafe(coefficient, coefficientError * Math.abs(coefficient.hi))) return null;
    return {
      mean: mean.value,
      standardDeviation: deviation.value,
      coefficient: coefficient.value,
    };
  }
}

/** The compensated passes over checked columns; null where magnitudes are beyond their range. */
export function compensatedDispersion(
  columns: SchoolColumns,
  form: ValueForm,
): CompensatedDispersion | null {
  return isModerate(columns.values) && isModerate(columns.students)
    ? new CompensatedDispersion(columns, form)
    : null;
}
