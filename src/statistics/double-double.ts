/** Unit roundoff of a double, 2⁻⁵³. */
export const UNIT_ROUNDOFF = 2 ** -53;

/** Unit roundoff of a pair of doubles, 2⁻¹⁰⁶. */
export const PAIR_ROUNDOFF = UNIT_ROUNDOFF * UNIT_ROUNDOFF;

const SPLITTER = 2 ** 27 + 1;

/**
 * A register of about 106 bits: the unevaluated sum of two doubles, `hi` nearest to the value.
 *
 * It is changed in place, because loops over hundreds of thousands of rows must not allocate. The
 * error of each operation is at most 16 × 2⁻¹⁰⁶ of its result, provided that no intermediate value
 * overflows or leaves the normal range. Algorithms: Dekker (1971), Knuth, and the pairs of
 * Joldes, Muller and Popescu (2017).
 */
export class DoubleDouble {
  hi: number;
  lo: number;

  constructor(hi = 0, lo = 0) {
    this.hi = hi;
    this.lo = lo;
  }

  /** The value as one double, correct to half a unit in the last place of the pair. */
  get value(): number {
    return this.hi + this.lo;
  }

  /** Becomes `value`, exactly. */
  set(value: number): void {
    this.hi = value;
    this.lo = 0;
  }

  copy(other: DoubleDouble): void {
    this.hi = other.hi;
    this.lo = other.lo;
  }

  /** Becomes `left × right`, exactly (Dekker's product, Veltkamp's splitting). */
  setProduct(left: number, right: number): void {
    const product = left * right;
    const leftSpread = SPLITTER * left;
    const leftHigh = leftSpread - (leftSpread - left);
    const leftLow = left - leftHigh;
    const rightSpread = SPLITTER * right;
    const rightHigh = rightSpread - (rightSpread - right);
    const rightLow = right - rightHigh;
    this.hi = product;
    this.lo =
      leftLow * rightLow -
      (product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow);
  }

  /** Becomes `dividend / divisor`. */
  setQuotient(dividend: number, divisor: number): void {
    const quotient = dividend / divisor;
    this.setProduct(quotient, divisor);
    const rest = (dividend - this.hi - this.lo) / divisor;
    this.hi = quotient + rest;
    this.lo = rest - (this.hi - quotient);
  }

  /** Adds a double. */
  addNumber(other: number): void {
    const sum = this.hi + other;
    const taken = sum - this.hi;
    const low = this.hi - (sum - taken) + (other - taken) + this.lo;
    this.hi = sum + low;
    this.lo = low - (this.hi - sum);
  }

  add(other: DoubleDouble): void {
    this.#addPair(other.hi, other.lo);
  }

  subtract(other: DoubleDouble): void {
    this.#addPair(-other.hi, -other.lo);
  }

  multiplyNumber(factor: number): void {
    const { hi, lo } = this;
    this.setProduct(hi, factor);
    const product = this.hi;
    const low = this.lo + lo * factor;
    this.hi = product + low;
    this.lo = low - (this.hi - product);
  }

  square(): void {
    const { hi, lo } = this;
    this.setProduct(hi, hi);
    const product = this.hi;
    const low = this.lo + 2 * (hi * lo);
    this.hi = product + low;
    this.lo = low - (this.hi - product);
  }

  divide(divisor: DoubleDouble): void {
    const { hi, lo } = this;
    const quotient = hi / divisor.hi;
    this.copy(divisor);
    this.multiplyNumber(quotient);
    const rest = (hi - this.hi + (lo - this.lo)) / divisor.hi;
    this.hi = quotient + rest;
    this.lo = rest - (this.hi - quotient);
  }

  /** Becomes its square root; the value must not be negative. */
  squareRoot(): void {
    const { hi, lo } = this;
    if (hi === 0) return;
    const root = Math.sqrt(hi);
    this.setProduct(root, root);
    const rest = (hi - this.hi - this.lo + lo) / (2 * root);
    this.hi = root + rest;
    this.lo = rest - (this.hi - root);
  }

  /**
   * Whether every value within `error` of this one rounds to the same double (Ziv's test). Then
   * `value` is the correctly rounded result although the register itself is not exact.
   */
  roundsAlike(error: number): boolean {
    // The bound itself is computed with rounding: twice of it is safe.
    const margin = 2 * error;
    return this.hi + (this.lo + margin) === this.hi + (this.lo - margin);
  }

  #addPair(hi: number, lo: number): void {
    const high = this.hi + hi;
    const highTaken = high - this.hi;
    const highRest = this.hi - (high - highTaken) + (hi - highTaken);
    const low = this.lo + lo;
    const lowTaken = low - this.lo;
    const lowRest = this.lo - (low - lowTaken) + (lo - lowTaken);
    const carry = highRest + low;
    const middle = high + carry;
    const rest = lowRest + (carry - (middle - high));
    this.hi = middle + rest;
    this.lo = rest - (this.hi - middle);
  }
}
