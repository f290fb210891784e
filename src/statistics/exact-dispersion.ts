import { binaryColumn } from './binary-value';
import type { Dispersion } from './dispersion';
import { Rational } from './rational';
import { bitLength, quotientToDouble, squareRootToDouble } from './round-to-double';
import type { SchoolColumns, ValueForm } from './school-columns';

/** A fraction known to lie between two others over the same denominator. */
interface Enclosure {
  readonly lower: bigint;
  readonly upper: bigint;
  readonly denominator: bigint;
}

function magnitudeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

// Every doubling squares the chance that a rounding stays open; only true ties are left after six.
const REFINEMENTS = 6;

/**
 * The sums of one indicator in whole numbers, over the exact values of the doubles: for inputs so
 * ill-conditioned or extreme that pairs of doubles cannot warrant the last bit.
 *
 * Here, and only here, the variance is taken as a difference, ΣP · ΣPX² − (ΣPX)²: without rounding
 * nothing cancels.
 */
export class ExactDispersion {
  readonly #form: ValueForm;
  readonly #values: readonly bigint[];
  readonly #students: readonly bigint[];
  /** Powers of two that whole-number amounts and values per pupil are multiples of. */
  readonly #valueExponent: number;
  /** Σ x and Σ P. */
  readonly #total: bigint;
  readonly #weight: bigint;

  constructor(columns: SchoolColumns, form: ValueForm) {
    const values = binaryColumn(columns.values);
    const students = binaryColumn(columns.students);
    this.#form = form;
    this.#values = values.integers;
    this.#students = students.integers;
    this.#valueExponent =
      form === 'amounts' ? values.exponent - students.exponent : values.exponent;
    let total = 0n;
    let weight = 0n;
    for (const [value, pupils] of this.#rows()) {
      total += form === 'amounts' ? value : value * pupils;
      weight += pupils;
    }
    this.#total = total;
    this.#weight = weight;
  }

  *#rows(): Generator<readonly [bigint, bigint]> {
    for (const [row, value] of this.#values.entries()) yield [value, this.#students[row] ?? 1n];
  }

  /** The three results, each the double nearest to the exact value. */
  rounded(): Dispersion {
    const total = this.#total;
    const size = quotientToDouble(magnitudeOf(total), this.#weight, this.#valueExponent);
    const mean = total < 0n ? -size : size;
    if (this.#isConstant()) {
      return { mean, standardDeviation: 0, coefficient: total === 0n ? null : 0 };
    }
    for (const spread of this.#spreads()) {
      const deviation = this.#deviation(spread.lower, spread.denominator);
      const coefficient = this.#coefficient(spread.lower, spread.denominator);
      if (
        deviation === this.#deviation(spread.upper, spread.denominator) &&
        coefficient === this.#coefficient(spread.upper, spread.denominator)
      ) {
        return { mean, standardDeviation: deviation, coefficient };
      }
    }
    throw new Error('The exact spread encloses nothing but itself.');
  }

  /**
   * P (X − X̄)² / Σ P (X − X̄)² of the rows asked for, each nearest to the exact value to within one
   * part in 2⁶⁴ before the last rounding.
   */
  shares(rows: Iterable<number>): Map<number, number> {
    const shares = new Map<number, number>();
    const spread = this.#isConstant() ? null : this.#narrowSpread();
    for (const row of rows) {
      if (spread === null) {
        shares.set(row, 0);
        continue;
      }
      const value = this.#values[row] ?? 0n;
      const pupils = this.#students[row] ?? 1n;
      const scale = this.#weight * spread.lower;
      if (this.#form === 'amounts') {
        const deviation = value * this.#weight - this.#total * pupils;
        shares.set(
          row,
          quotientToDouble(deviation * deviation * spread.denominator, pupils * scale),
        );
      } else {
        const deviation = value * this.#weight - this.#total;
        shares.set(
          row,
          quotientToDouble(pupils * deviation * deviation * spread.denominator, scale),
        );
      }
    }
    return shares;
  }

  #isConstant(): boolean {
    const [first = 0n] = this.#values;
    const [pupilsOfFirst = 1n] = this.#students;
    for (const [value, pupils] of this.#rows()) {
      const isSame =
        this.#form === 'amounts' ? value * pupilsOfFirst === first * pupils : value === first;
      if (!isSame) return false;
    }
    return true;
  }

  /** Ever narrower enclosures of ΣP · Σ x²/P − (Σx)², the last one exact. */
  *#spreads(): Generator<Enclosure> {
    if (this.#form === 'amounts') {
      let bits = 2 * bitLength(this.#weight);
      for (let step = 0; step < REFINEMENTS; step += 1) {
        const spread = this.#spreadTo(BigInt(bits));
        if (spread.lower > 0n) yield spread;
        bits *= 2;
      }
    }
    yield this.#exactSpread();
  }

  #narrowSpread(): Enclosure {
    let narrowest: Enclosure | null = null;
    for (const spread of this.#spreads()) {
      narrowest = spread;
      if ((spread.upper - spread.lower) << 64n < spread.lower) break;
    }
    return narrowest ?? this.#exactSpread();
  }

  /** Each quotient x²/P cut to `bits` binary places; the sum is short by less than one a row. */
  #spreadTo(bits: bigint): Enclosure {
    let squares = 0n;
    for (const [value, pupils] of this.#rows()) squares += ((value * value) << bits) / pupils;
    const lower = this.#weight * squares - ((this.#total * this.#total) << bits);
    const upper = lower + this.#weight * BigInt(this.#values.length);
    return { lower, upper, denominator: 1n << bits };
  }

  #exactSpread(): Enclosure {
    const terms: Rational[] = [];
    for (const [value, pupils] of this.#rows()) {
      terms.push(
        this.#form === 'amounts'
          ? Rational.of(value * value, pupils)
          : Rational.of(value * value * pupils),
      );
    }
    const { numerator, denominator } = Rational.sum(terms);
    const spread = this.#weight * numerator - this.#total * this.#total * denominator;
    return { lower: spread, upper: spread, denominator };
  }

  #deviation(spread: bigint, denominator: bigint): number {
    const weight = this.#weight;
    return squareRootToDouble(spread, weight * weight * denominator, this.#valueExponent);
  }

  #coefficient(spread: bigint, denominator: bigint): number | null {
    const total = this.#total;
    if (total === 0n) return null;
    const coefficient = squareRootToDouble(spread, total * total * denominator);
    return total < 0n ? -coefficient : coefficient;
  }
}

/** Mean, standard deviation and coefficient from exact sums; see `dispersion`. */
export function exactDispersion(columns: SchoolColumns, form: ValueForm): Dispersion {
  return new ExactDispersion(columns, form).rounded();
}
