/**
 * A second, independent judgement of a county in plain fractions of bigints, written from the text
 * of the standards and sharing no code with the product.
 */

/** A fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The fraction that a decimal text or a number means. */
function fraction(value: string | number): Fraction {
  const text = String(value);
  const [whole = '0', places = ''] = text.split('.');
  return { n: BigInt(whole + places), d: 10n ** BigInt(places.length) };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function reduce(n: bigint, d: bigint): Fraction {
  const divisor = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / divisor, d: -d / divisor } : { n: n / divisor, d: d / divisor };
}

const add = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.d + b.n * a.d, a.d * b.d);
const subtract = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.d - b.n * a.d, a.d * b.d);
const multiply = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.n, a.d * b.d);
const divide = (a: Fraction, b: Fraction): Fraction => reduce(a.n * b.d, a.d * b.n);
const sum = (list: readonly Fraction[]): Fraction => list.reduce(add, { n: 0n, d: 1n });
const atLeast = (a: Fraction, b: Fraction): boolean => a.n * b.d >= b.n * a.d;

/** The double next to a fraction. */
export function toNumber({ n, d }: Fraction): number {
  const scaled = (n * 10n ** 40n) / d;
  return Number(`${scaled}e-40`);
}

function root(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 10n ** BigInt((value.toString().length >> 1) + 1);
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** √ of a fraction to 60 places, cut, as a whole number of 10⁻⁶⁰. */
function root60({ n, d }: Fraction): bigint {
  return root((n * 10n ** 120n) / d);
}

/** The numbers of one school, as texts. */
export interface OracleSchool {
  readonly type: string;
  readonly ownership: number;
  readonly primary: number;
  readonly junior: number;
  readonly senior: number;
  /** People of each stage: the per-stage indicators' amounts, in order. */
  readonly people: Readonly<Record<OracleStage, readonly number[]>>;
  readonly teachingArea: string;
  readonly indoorSportsArea: string;
  readonly sportsGroundArea: string;
  readonly equipmentValue: string;
  /** Rooms in 2017; computers and books in 2012. */
  readonly shared: readonly number[];
}

export type OracleStage = 'primary' | 'junior';

/** One row as the oracle judges it. */
export interface OracleRow {
  readonly index: number;
  readonly stage: OracleStage;
  readonly values: readonly Fraction[];
  readonly statuses: readonly ('met' | 'near' | 'below')[] | null;
  readonly passes: boolean | null;
}

/** One stage as the oracle judges it. */
export interface OracleStageSummary {
  readonly means: readonly number[];
  readonly cvs: readonly (number | null)[];
  readonly cvPasses: readonly (boolean | null)[];
  readonly compositePasses: boolean | null;
}

const THRESHOLDS: Readonly<Record<OracleStage, readonly string[]>> = {
  primary: ['4.2', '1', '0.9', '4.5', '7.5', '2000', '2.3'],
  junior: ['5.3', '1', '0.9', '5.8', '10.2', '2500', '2.4'],
};

function values(school: OracleSchool, stage: OracleStage, year: 2017 | 2012): Fraction[] {
  const pupils = fraction(school[stage]);
  const weight = { primary: fraction('1'), junior: fraction('1.1') }[stage];
  const weighted = sum([
    fraction(school.primary),
    multiply(fraction('1.1'), fraction(school.junior)),
    multiply(fraction('1.32'), fraction(school.senior)),
  ]);
  const share = divide(multiply(weight, pupils), weighted);
  const perPupil = (amount: Fraction, times: number): Fraction =>
    divide(multiply(amount, fraction(times)), pupils);
  const split = (amount: Fraction, times: number): Fraction =>
    perPupil(multiply(amount, share), times);
  const indoor = fraction(school.indoorSportsArea);
  const rooms = split(subtract(fraction(school.teachingArea), indoor), 1);
  const grounds = split(add(fraction(school.sportsGroundArea), indoor), 1);
  const equipment = split(fraction(school.equipmentValue), 10000);
  const people = school.people[stage];
  const [first = 0, second = 0] = school.shared;
  return year === 2017
    ? [
        ...people.map((n) => perPupil(fraction(n), 100)),
        rooms,
        grounds,
        equipment,
        split(fraction(first), 100),
      ]
    : [
        rooms,
        grounds,
        equipment,
        split(fraction(first), 100),
        split(fraction(second), 1),
        ...people.map((n) => perPupil(fraction(n), 1)),
      ];
}

function inScope(school: OracleSchool, year: 2017 | 2012): boolean {
  if (school.type === 'special') return false;
  if (year === 2012) return school.type !== 'teachingPoint' && school.ownership !== 10;
  return school.type !== 'teachingPoint' || school.primary + school.junior >= 50;
}

/** Judges a county; every number of every school is known. */
export function judgeExactly(
  schools: readonly OracleSchool[],
  year: 2017 | 2012,
): {
  rows: OracleRow[];
  stages: Partial<Record<OracleStage, OracleStageSummary>>;
  verdict: string;
} {
  const rows: OracleRow[] = [];
  const stages: Partial<Record<OracleStage, OracleStageSummary>> = {};
  const judgements: boolean[] = [];
  for (const stage of ['primary', 'junior'] as const) {
    const list = schools
      .map((school, index) => ({ school, index }))
      .filter(({ school }) => inScope(school, year) && school[stage] > 0);
    if (list.length === 0) continue;
    const own = list.map(({ school, index }): OracleRow => {
      const worth = values(school, stage, year);
      if (year === 2012) return { index, stage, values: worth, statuses: null, passes: null };
      const statuses = worth.map((value, i) => {
        const bar = fraction(THRESHOLDS[stage][i] ?? '');
        if (atLeast(value, bar)) return 'met';
        return atLeast(multiply(fraction(100), value), multiply(fraction(85), bar))
          ? 'near'
          : 'below';
      });
      const met = statuses.filter((status) => status === 'met').length;
      const passes = met >= 6 && !statuses.includes('below');
      judgements.push(passes);
      return { index, stage, values: worth, statuses, passes };
    });
    rows.push(...own);
    const pupils = list.map(({ school }) => fraction(school[stage]));
    const everyone = sum(pupils);
    const squares: (Fraction | null)[] = [];
    const means: Fraction[] = [];
    for (let i = 0; i < (own[0]?.values.length ?? 0); i += 1) {
      const column = own.map((row) => row.values[i] ?? fraction(0));
      const mean = divide(sum(column.map((x, s) => multiply(x, pupils[s]!))), everyone);
      const variance = divide(
        sum(
          column.map((x, s) => {
            const gap = subtract(x, mean);
            return multiply(pupils[s]!, multiply(gap, gap));
          }),
        ),
        everyone,
      );
      means.push(mean);
      squares.push(mean.n === 0n ? null : divide(variance, multiply(mean, mean)));
    }
    const limit = fraction(
      year === 2017
        ? { primary: '0.5', junior: '0.45' }[stage]
        : { primary: '0.65', junior: '0.55' }[stage],
    );
    const within = (square: Fraction | null): boolean =>
      square !== null && atLeast(multiply(limit, limit), square);
    const cvPasses = squares.map((square) => (year === 2017 ? within(square) : null));
    let compositePasses: boolean | null = null;
    if (year === 2012) {
      const roots = squares.map((square) => (square === null ? null : root60(square)));
      const total = roots.reduce<bigint>((all, each) => all + (each ?? 0n), 0n);
      const bar = (limit.n * BigInt(roots.length) * 10n ** 60n) / limit.d;
      compositePasses = !roots.includes(null) && total <= bar;
      judgements.push(compositePasses);
    } else {
      judgements.push(...squares.map(within));
    }
    stages[stage] = {
      means: means.map(toNumber),
      cvs: squares.map((square) =>
        square === null ? null : toNumber({ n: root60(square), d: 10n ** 60n }),
      ),
      cvPasses,
      compositePasses,
    };
  }
  const verdict = judgements.includes(false) ? 'fail' : rows.length === 0 ? 'unjudged' : 'pass';
  return { rows, stages, verdict };
}
