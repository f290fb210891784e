import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Rational } from '../../src/statistics/rational';
import { errorCode } from './error-code';
import * as oracle from './exact-oracle';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const whole = fc.bigInt({ min: -(2n ** 120n), max: 2n ** 120n });
const positive = fc.bigInt({ min: 1n, max: 2n ** 120n });
const anyFraction = fc.tuple(whole, positive);

function sameValue(actual: Rational, expected: oracle.Fraction): boolean {
  return (
    actual.denominator > 0n && actual.numerator * expected.d === expected.n * actual.denominator
  );
}

describe('the decimal a number shows', () => {
  it('is the decimal at 15 significant digits, not the binary value', () => {
    expect(Rational.fromShown(0.1).compare(Rational.of(1n, 10n))).toBe(0);
    expect(Rational.fromShown(0.1 + 0.2).compare(Rational.of(3n, 10n))).toBe(0);
    expect(Rational.fromBinary(0.1).compare(Rational.of(1n, 10n))).toBe(1);
    expect(Rational.fromShown(-27.4).compare(Rational.of(-274n, 10n))).toBe(0);
    expect(Rational.fromShown(1.5e-7).compare(Rational.of(15n, 10n ** 8n))).toBe(0);
    expect(Rational.fromShown(2.5e22).compare(Rational.of(25n * 10n ** 21n))).toBe(0);
    expect(Rational.fromShown(123456789012345680).compare(Rational.of(123456789012346000n))).toBe(
      0,
    );
    expect(Rational.fromShown(-0).isZero).toBe(true);
  });

  it('is read back from any decimal of up to 15 digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
        fc.integer({ min: -20, max: 20 }),
        (digits, exponent) => {
          const expected =
            exponent < 0
              ? Rational.of(BigInt(digits), 10n ** BigInt(-exponent))
              : Rational.of(BigInt(digits) * 10n ** BigInt(exponent));
          return Rational.fromShown(Number(`${digits}e${exponent}`)).compare(expected) === 0;
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not exist for NaN and infinities', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(errorCode(() => Rational.fromShown(value))).toBe('non-finite');
      expect(errorCode(() => Rational.fromBinary(value))).toBe('non-finite');
    }
  });
});

describe('fractions', () => {
  it('add, subtract, multiply, divide and compare exactly', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, ([an, ad], [bn, bd]) => {
        const [a, b] = [Rational.of(an, ad), Rational.of(bn, -bd)];
        const [x, y] = [oracle.fraction(an, ad), oracle.fraction(-bn, bd)];
        expect(sameValue(a.plus(b), oracle.add(x, y))).toBe(true);
        expect(sameValue(a.minus(b), oracle.add(x, { n: -y.n, d: y.d }))).toBe(true);
        expect(sameValue(a.times(b), oracle.multiply(x, y))).toBe(true);
        if (bn !== 0n) expect(sameValue(a.over(b), oracle.divide(x, y))).toBe(true);
        expect(a.compare(b)).toBe(oracle.compare(x, y));
        expect(a.sign).toBe(oracle.compare(x, oracle.fraction(0n)));
      }),
      { numRuns: 1000 },
    );
  });

  it('sum in any number as they add one by one', () => {
    fc.assert(
      fc.property(fc.array(anyFraction, { maxLength: 40 }), (terms) => {
        const sum = Rational.sum(terms.map(([n, d]) => Rational.of(n, d)));
        const expected = terms.reduce(
          (total, [n, d]) => oracle.add(total, oracle.fraction(n, d)),
          oracle.fraction(0n),
        );
        return sameValue(sum, expected);
      }),
    );
  });

  it('keep one denominator in a running total of decimals', () => {
    let total = Rational.ZERO;
    for (const term of [0.5, 3, 0.25, 7.125, 2, 0.5]) total = total.plus(Rational.fromShown(term));
    expect(total.denominator).toBe(1000n);
    expect(total.toNumber()).toBe(13.375);
  });

  it('round up to whole people and rooms', () => {
    expect(Rational.of(7n, 2n).ceiling()).toBe(4n);
    expect(Rational.of(8n, 2n).ceiling()).toBe(4n);
    expect(Rational.of(-7n, 2n).ceiling()).toBe(-3n);
    expect(Rational.ZERO.ceiling()).toBe(0n);
  });

  it('have no quotient over zero', () => {
    expect(errorCode(() => Rational.of(1n, 0n))).toBe('zero-denominator');
    expect(errorCode(() => Rational.ONE.over(Rational.ZERO))).toBe('zero-denominator');
  });
});

describe('a fraction as a number', () => {
  it('gives back every double it came from, the smallest and largest too', () => {
    for (const value of [
      5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
    ]) {
      expect(Rational.fromBinary(value).toNumber()).toBe(value);
      expect(Rational.fromBinary(-value).toNumber()).toBe(-value);
    }
    fc.assert(
      fc.property(finite, (value) => Rational.fromBinary(value).toNumber() === value),
      { numRuns: 2000 },
    );
  });

  it('is the nearest double, and the even one of two equally near', () => {
    expect(Rational.of(2n ** 53n + 1n).toNumber()).toBe(2 ** 53);
    expect(Rational.of(2n ** 53n + 3n).toNumber()).toBe(2 ** 53 + 4);
    expect(Rational.of(2n ** 54n + 3n, 2n).toNumber()).toBe(2 ** 53 + 2);
    expect(Rational.of(1n, 3n).toNumber()).toBe(1 / 3);
    expect(Rational.of(-1n, 10n).toNumber()).toBe(-0.1);
    fc.assert(
      fc.property(anyFraction, ([n, d]) =>
        oracle.isNearest(Rational.of(n, d).toNumber(), oracle.fraction(n, d)),
      ),
      { numRuns: 2000 },
    );
  });

  it('rounds to even at the edges of what a double can hold', () => {
    expect(Rational.of(1n, 2n ** 1075n).toNumber()).toBe(0);
    expect(Rational.of(1n + 2n ** 60n, 2n ** 1135n).toNumber()).toBe(5e-324);
    expect(Rational.of(3n, 2n ** 1075n).toNumber()).toBe(1e-323);
    expect(Rational.of(2n ** 1024n - 2n ** 970n - 1n).toNumber()).toBe(Number.MAX_VALUE);
    expect(Rational.of(2n ** 1024n - 2n ** 970n).toNumber()).toBe(Infinity);
    expect(Rational.of(-(10n ** 400n)).toNumber()).toBe(-Infinity);
  });

  it('agrees with dividing two doubles whatever their magnitudes', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        fc.pre(b !== 0);
        const quotient = Rational.fromBinary(a).over(Rational.fromBinary(b)).toNumber();
        return quotient === a / b;
      }),
      { numRuns: 3000 },
    );
  });
});
