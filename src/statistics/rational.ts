import { binaryValue } from './binary-value';
import { quotientToDouble } from './round-to-double';
import { StatisticsError } from './statistics-error';

const SHOWN_DIGITS = 15;
const SHOWN_WHOLE_LIMIT = 1e15;

/**
 * An exact fraction, immutable. Every judgement compares these.
 *
 * Fractions are not brought to lowest terms: reducing costs more than it saves over the few steps
 * of a judgement. Equal values compare as equal all the same.
 */
export class Rational {
  static readonly ZERO = new Rational(0n, 1n);
  static readonly ONE = new Rational(1n, 1n);

  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * The fraction `numerator / denominator`.
   *
   * @throws StatisticsError `zero-denominator`
   */
  static of(numerator: bigint, denominator = 1n): Rational {
    if (denominator === 0n) throw new StatisticsError('zero-denominator');
    return denominator < 0n
      ? new Rational(-numerator, -denominator)
      : new Rational(numerator, denominator);
  }

  /**
   * The decimal that a number shows at 15 significant digits: 0.1 is one tenth, and so is
   * 0.1 + 1e-17. This is the value that every judgement uses.
   *
   * @throws StatisticsError `non-finite`
   */
  static fromShown(value: number): Rational {
    if (!Number.isFinite(value)) throw new StatisticsError('non-finite');
    if (Number.isInteger(value) && Math.abs(value) < SHOWN_WHOLE_LIMIT) {
      return new Rational(BigInt(value), 1n);
    }
    const [decimal = '', exponent = '0'] = value.toPrecision(SHOWN_DIGITS).split('e');
    const [whole = '', fraction = ''] = decimal.split('.');
    const places = fraction.replace(/0+$/, '');
    const numerator = BigInt(whole + places);
    const scale = Number(exponent) - places.length;
    return scale < 0
      ? new Rational(numerator, 10n ** BigInt(-scale))
      : new Rational(numerator * 10n ** BigInt(scale), 1n);
  }

  /**
   * The exact value of the double itself, to the last bit.
   *
   * @throws StatisticsError `non-finite`
   */
  static fromBinary(value: number): Rational {
    const { mantissa, exponent } = binaryValue(value);
    return exponent < 0
      ? new Rational(mantissa, 1n << BigInt(-exponent))
      : new Rational(mantissa << BigInt(exponent), 1n);
  }

  /**
   * Sum of many fractions; 0 for none. Equal denominators are added first and the rest in pairs, so
   * that thousands of different denominators stay fast.
   */
  static sum(terms: Iterable<Rational>): Rational {
    const numerators = new Map<bigint, bigint>();
    for (const { numerator, denominator } of terms) {
      numerators.set(denominator, (numerators.get(denominator) ?? 0n) + numerator);
    }
    let row = Array.from(
      numerators,
      ([denominator, numerator]) => new Rational(numerator, denominator),
    );
    while (row.length > 1) {
      const next: Rational[] = [];
      for (let index = 0; index < row.length; index += 2) {
        const left = row[index] ?? Rational.ZERO;
        const right = row[index + 1];
        next.push(right === undefined ? left : left.plus(right));
      }
      row = next;
    }
    return row[0] ?? Rational.ZERO;
  }

  plus(other: Rational): Rational {
    if (this.denominator === other.denominator) {
      return new Rational(this.numerator + other.numerator, this.denominator);
    }
    // One denominator often divides the other (powers of ten); a running total then stays small.
    const [coarse, fine] = this.denominator < other.denominator ? [this, other] : [other, this];
    if (fine.denominator % coarse.denominator === 0n) {
      const factor = fine.denominator / coarse.denominator;
      return new Rational(coarse.numerator * factor + fine.numerator, fine.denominator);
    }
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws StatisticsError `zero-denominator` */
  over(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** −1, 0 or 1 as this is less than, equal to or greater than the other. */
  compare(other: Rational): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  get sign(): -1 | 0 | 1 {
    if (this.numerator === 0n) return 0;
    return this.numerator < 0n ? -1 : 1;
  }

  /** Smallest whole number that is not less: how many people or rooms a shortfall takes. */
  ceiling(): bigint {
    const quotient = this.numerator / this.denominator;
    return quotient * this.denominator < this.numerator ? quotient + 1n : quotient;
  }

  /** The nearest double, ties to even; infinite beyond the largest. */
  toNumber(): number {
    const magnitude = this.numerator < 0n ? -this.numerator : this.numerator;
    const rounded = quotientToDouble(magnitude, this.denominator);
    return this.numerator < 0n ? -rounded : rounded;
  }
}
