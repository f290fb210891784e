/**
 * Exact arithmetic to hold the statistics against, written apart from them: plain fractions of
 * BigInt, every quantity taken from its definition.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function gcd(left: bigint, right: bigint): bigint {
  let a = abs(left);
  let b = abs(right);
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function fraction(n: bigint, d = 1n): Fraction {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** A double doubled until it is whole, and how often that took. */
function doubled(value: number): { whole: number; times: number } {
  let whole = value;
  let times = 0;
  for (; !Number.isInteger(whole); times += 1) whole *= 2;
  return { whole, times };
}

/** The exact value of a double. */
export function exact(value: number): Fraction {
  const { whole, times } = doubled(value);
  return { n: BigInt(whole), d: 1n << BigInt(times) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Doubles as whole multiples of one unit fraction. */
function scaled(values: readonly number[]): { wholes: bigint[]; unit: bigint } {
  const parts = values.map(doubled);
  const most = parts.reduce((largest, { times }) => Math.max(largest, times), 0);
  return {
    wholes: parts.map(({ whole, times }) => BigInt(whole) << BigInt(most - times)),
    unit: 1n << BigInt(most),
  };
}

export interface ExactDispersion {
  readonly mean: Fraction;
  /** S². */
  readonly variance: Fraction;
  /** P (X − X̄)² / Σ P (X − X̄)² of a row. */
  share: (row: number) => Fraction;
}

/** Σx/ΣP and Σ (P/ΣP)(X − X̄)² over the exact values of the doubles, X = x/P. */
export function exactDispersion(
  amounts: readonly number[],
  students: readonly number[],
): ExactDispersion {
  const x = scaled(amounts);
  const p = scaled(students);
  const total = x.wholes.reduce((sum, value) => sum + value, 0n);
  const weight = p.wholes.reduce((sum, value) => sum + value, 0n);
  const unit = fraction(p.unit, x.unit);
  // P (X − X̄)² = (x ΣP − P Σx)² / (P ΣP²), gathered by P.
  const byStudents = new Map<bigint, bigint>();
  x.wholes.forEach((value, row) => {
    const pupils = p.wholes[row]!;
    const deviation = value * weight - pupils * total;
    byStudents.set(pupils, (byStudents.get(pupils) ?? 0n) + deviation * deviation);
  });
  const squares = [...byStudents].reduce((sum, [pupils, square]) => {
    const common = (sum.d / gcd(sum.d, pupils)) * pupils;
    return { n: sum.n * (common / sum.d) + square * (common / pupils), d: common };
  }, fraction(0n));
  return {
    mean: multiply(fraction(total, weight), unit),
    variance: multiply(multiply({ n: squares.n, d: squares.d * weight ** 3n }, unit), unit),
    share: (row) => {
      const pupils = p.wholes[row]!;
      const deviation = x.wholes[row]! * weight - pupils * total;
      return { n: deviation * deviation * squares.d, d: pupils * squares.n };
    },
  };
}

const view = new DataView(new ArrayBuffer(8));

function stepped(size: number, step: bigint): number {
  view.setFloat64(0, size);
  view.setBigInt64(0, view.getBigInt64(0) + step);
  return view.getFloat64(0);
}

/** The exact bounds `units` units in the last place below and above a non-negative double. */
function around(size: number, units: Fraction): { low: Fraction; high: Fraction } {
  const here = exact(size);
  const towards = (neighbour: number): Fraction =>
    add(here, multiply(units, add(exact(neighbour), { n: -here.n, d: here.d })));
  return {
    low: size === 0 ? here : towards(stepped(size, -1n)),
    high: towards(stepped(size, 1n)),
  };
}

const HALF = fraction(1n, 2n);

function isWithin(value: number, truth: Fraction, units: Fraction): boolean {
  if (truth.n === 0n) return value === 0;
  if (truth.n < 0n !== value < 0 && value !== 0) return false;
  const { low, high } = around(Math.abs(value), units);
  const size = { n: abs(truth.n), d: truth.d };
  return compare(low, size) <= 0 && compare(size, high) <= 0;
}

/** Whether no other double is nearer to the exact value. */
export function isNearest(value: number, truth: Fraction): boolean {
  return isWithin(value, truth, HALF);
}

/** Whether a double is within so many units in the last place of the exact value. */
export function isWithinUnits(value: number, truth: Fraction, units: bigint): boolean {
  return isWithin(value, truth, fraction(units));
}

/** Whether no other double is nearer to the square root of the exact value. */
export function isNearestRoot(value: number, square: Fraction): boolean {
  if (square.n === 0n || value < 0) return value === 0 && square.n === 0n;
  const { low, high } = around(value, HALF);
  return compare(multiply(low, low), square) <= 0 && compare(square, multiply(high, high)) <= 0;
}
