const MANTISSA_BITS = 53;
const SMALLEST_EXPONENT = -1074;

/** Number of bits of a non-negative integer; 0 has none. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const digits = value.toString(16);
  return digits.length * 4 - (Math.clz32(Number.parseInt(digits.charAt(0), 16)) - 28);
}

/**
 * The double nearest to `mantissa × 2^exponent`, ties to even, subnormals and overflow included.
 *
 * @param mantissa non-negative; at least 55 bits long where `sticky` is set
 * @param exponent power of two of the mantissa's last bit
 * @param sticky whether the true value lies above the mantissa, by less than one of its last bit
 */
function roundToDouble(mantissa: bigint, exponent: number, sticky: boolean): number {
  const drop = Math.max(bitLength(mantissa) - MANTISSA_BITS, SMALLEST_EXPONENT - exponent);
  if (drop <= 0) return Number(mantissa) * 2 ** exponent;
  const shift = BigInt(drop);
  let kept = mantissa >> shift;
  const rest = mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && (sticky || (kept & 1n) === 1n))) kept += 1n;
  return Number(kept) * 2 ** (exponent + drop);
}

/** Bits of a quotient that always leave a rounding bit and more below the 53 of a double. */
const QUOTIENT_BITS = 56;

/**
 * The double nearest to `numerator / denominator × 2^exponent`.
 *
 * @param numerator non-negative
 * @param denominator positive
 */
export function quotientToDouble(numerator: bigint, denominator: bigint, exponent = 0): number {
  if (numerator === 0n) return 0;
  const shift = QUOTIENT_BITS + bitLength(denominator) - bitLength(numerator);
  const dividend = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const quotient = dividend / divisor;
  return roundToDouble(quotient, exponent - shift, quotient * divisor !== dividend);
}

function integerSquareRoot(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  // Two Newton steps take the 50 bits of the estimate beyond the 60 that are asked for.
  for (let step = 0; step < 2; step += 1) root = (root + value / root) >> 1n;
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}

/**
 * The double nearest to `√(numerator / denominator) × 2^exponent`.
 *
 * @param numerator non-negative
 * @param denominator positive
 */
export function squareRootToDouble(numerator: bigint, denominator: bigint, exponent = 0): number {
  if (numerator === 0n) return 0;
  const wanted = 2 * QUOTIENT_BITS + 2 + bitLength(denominator) - bitLength(numerator);
  const shift = wanted % 2 === 0 ? wanted : wanted + 1;
  const dividend = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const quotient = dividend / divisor;
  const root = integerSquareRoot(quotient);
  const exact = root * root === quotient && quotient * divisor === dividend;
  return roundToDouble(root, exponent - shift / 2, !exact);
}
