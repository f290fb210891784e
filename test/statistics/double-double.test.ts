import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DoubleDouble } from '../../src/statistics/double-double';
import * as oracle from './exact-oracle';

const moderate = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -60, max: 60 }))
  .map(([fraction, exponent]) => fraction * 2 ** exponent)
  .filter((value) => value === 0 || Math.abs(value) > 2 ** -120);

const pair = fc.tuple(moderate, moderate).map(([hi, lo]) => {
  const register = new DoubleDouble(hi);
  register.addNumber(lo * 2 ** -50);
  return register;
});

function valueOf(register: DoubleDouble): oracle.Fraction {
  return oracle.add(oracle.exact(register.hi), oracle.exact(register.lo));
}

function copyOf(register: DoubleDouble): DoubleDouble {
  return new DoubleDouble(register.hi, register.lo);
}

/** Whether two values differ by at most 16 × 2⁻¹⁰⁶ of the second. */
function agrees(actual: oracle.Fraction, expected: oracle.Fraction): boolean {
  const difference = actual.n * expected.d - expected.n * actual.d;
  const size = (difference < 0n ? -difference : difference) << 102n;
  const whole = expected.n * actual.d;
  return size <= (whole < 0n ? -whole : whole);
}

describe('a pair of doubles', () => {
  it('holds a product exactly', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        const product = new DoubleDouble();
        product.setProduct(a, b);
        const expected = oracle.multiply(oracle.exact(a), oracle.exact(b));
        return product.hi === a * b && oracle.compare(valueOf(product), expected) === 0;
      }),
      { numRuns: 2000 },
    );
  });

  it('holds the sum of two doubles exactly', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        const sum = new DoubleDouble(a);
        sum.addNumber(b);
        const expected = oracle.add(oracle.exact(a), oracle.exact(b));
        return sum.hi === a + b && oracle.compare(valueOf(sum), expected) === 0;
      }),
      { numRuns: 2000 },
    );
  });

  it('adds, subtracts, multiplies, squares, divides and takes roots to some 102 bits', () => {
    fc.assert(
      fc.property(pair, pair, moderate, (a, b, factor) => {
        const apply = (change: (register: DoubleDouble) => void): oracle.Fraction => {
          const register = copyOf(a);
          change(register);
          expect(register.hi + register.lo).toBe(register.hi);
          return valueOf(register);
        };
        const [x, y] = [valueOf(a), valueOf(b)];
        expect(
          agrees(
            apply((r) => {
              r.add(b);
            }),
            oracle.add(x, y),
          ),
        ).toBe(true);
        expect(
          agrees(
            apply((r) => {
              r.subtract(b);
            }),
            oracle.add(x, { n: -y.n, d: y.d }),
          ),
        ).toBe(true);
        expect(
          agrees(
            apply((r) => {
              r.multiplyNumber(factor);
            }),
            oracle.multiply(x, oracle.exact(factor)),
          ),
        ).toBe(true);
        expect(
          agrees(
            apply((r) => {
              r.square();
            }),
            oracle.multiply(x, x),
          ),
        ).toBe(true);
        if (b.hi !== 0) {
          expect(
            agrees(
              apply((r) => {
                r.divide(b);
              }),
              oracle.divide(x, y),
            ),
          ).toBe(true);
        }
        if (a.hi > 0) {
          const root = apply((r) => {
            r.squareRoot();
          });
          expect(agrees(oracle.multiply(root, root), x)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('holds a quotient of doubles to some 102 bits', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        fc.pre(b !== 0);
        const quotient = new DoubleDouble();
        quotient.setQuotient(a, b);
        return (
          quotient.hi === a / b &&
          agrees(valueOf(quotient), oracle.divide(oracle.exact(a), oracle.exact(b)))
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('warrants its last bit only where no value within the error rounds otherwise', () => {
    const nearMidpoint = new DoubleDouble(1, 2 ** -53 - 2 ** -90);
    expect(nearMidpoint.roundsAlike(2 ** -95)).toBe(true);
    expect(nearMidpoint.roundsAlike(2 ** -89)).toBe(false);
    expect(new DoubleDouble(1).roundsAlike(2 ** -60)).toBe(true);
    expect(new DoubleDouble(1).roundsAlike(2 ** -50)).toBe(false);
    expect(new DoubleDouble(1).roundsAlike(Number.NaN)).toBe(false);
  });
});
