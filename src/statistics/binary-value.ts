import { StatisticsError } from './statistics-error';

/** `mantissa × 2^exponent`: the exact value of a double. */
export interface BinaryValue {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const FRACTION_BITS = 52;
const SMALLEST_EXPONENT = -1074;
const view = new DataView(new ArrayBuffer(8));

/** Takes a finite double apart without rounding; whole numbers keep exponent 0. */
export function binaryValue(value: number): BinaryValue {
  if (!Number.isFinite(value)) throw new StatisticsError('non-finite');
  if (Number.isSafeInteger(value)) return { mantissa: BigInt(value), exponent: 0 };
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = BigInt.asUintN(FRACTION_BITS, bits);
  const biased = Number(BigInt.asUintN(11, bits >> BigInt(FRACTION_BITS)));
  const magnitude = biased === 0 ? fraction : fraction | (1n << BigInt(FRACTION_BITS));
  return {
    mantissa: value < 0 ? -magnitude : magnitude,
    exponent: Math.max(biased, 1) - 1 + SMALLEST_EXPONENT,
  };
}

/** Doubles as whole multiples of one power of two. */
export interface BinaryColumn {
  readonly integers: readonly bigint[];
  readonly exponent: number;
}

/** Brings finite doubles to whole multiples of their largest common power of two at hand. */
export function binaryColumn(values: Float64Array): BinaryColumn {
  const parts = Array.from(values, binaryValue);
  let exponent = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.mantissa !== 0n) exponent = Math.min(exponent, part.exponent);
  }
  if (exponent === Number.POSITIVE_INFINITY) exponent = 0;
  const integers = parts.map((part) =>
    part.mantissa === 0n ? 0n : part.mantissa << BigInt(part.exponent - exponent),
  );
  return { integers, exponent };
}
