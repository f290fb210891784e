import { coefficientWithin } from '../statistics/coefficient-within';
import { dispersion } from '../statistics/dispersion';
import { Rational } from '../statistics/rational';
import { StatisticsError } from '../statistics/statistics-error';

/** Relative distance from the limit within which a coefficient is compared exactly. */
const TIE = 1e-9;

const EPSILON = 2 ** -52;

/** A level is halved in on this often: beyond the last bit of a double. */
const HALVINGS = 100;

/** The schools to level up, and what they are to reach. */
interface Levelling {
  readonly amounts: Float64Array;
  readonly students: Float64Array;
  readonly threshold: number;
  readonly limit: number;
}

/**
 * The smallest additions, by their total, that bring every school's amount per pupil to a threshold
 * and the coefficient of variation between the schools to a limit (both inclusive).
 *
 * Raising the lowest values per pupil to one common level is optimal for real amounts: of all
 * additions with the same total, hence the same mean, it leaves the least variance. The coefficient
 * falls as the level rises, so the lowest sufficient level is found by halving, and rounded up until
 * the result itself (amount + addition, as shown) verifies.
 *
 * For whole additions, one after the other goes to the school where it adds least to Σ x²/P, which
 * is the least possible for every total (a sum of convex terms); the first total that keeps the
 * limit is therefore the least one, without exception.
 *
 * @param amounts the schools' amounts; at least one
 * @param students pupils of each school; a school without pupils gets nothing
 * @param threshold lowest amount per pupil, in the unit of amounts ÷ students
 * @param limit highest coefficient, as a ratio, not negative
 * @param whole whether additions are whole people or rooms
 * @returns one addition a school, in the order of the schools
 * @throws StatisticsError `empty`, `length-mismatch`, `non-finite`, `negative-students`,
 *   `zero-mean` where nothing is asked for and nothing is there
 * @throws RangeError where the limit is negative, or no whole additions within reach keep it
 */
export function levelUp(
  amounts: readonly number[],
  students: readonly number[],
  threshold: number,
  limit: number,
  whole: boolean,
): number[] {
  if (amounts.length !== students.length) throw new StatisticsError('length-mismatch');
  if (![...amounts, ...students, threshold, limit].every(Number.isFinite)) {
    throw new StatisticsError('non-finite');
  }
  if (students.some((pupils) => pupils < 0)) throw new StatisticsError('negative-students');
  if (limit < 0) throw new RangeError('The limit cannot be negative.');
  const taught = students.flatMap((pupils, school) => (pupils > 0 ? [school] : []));
  if (taught.length === 0) throw new StatisticsError('empty');
  const levelling: Levelling = {
    amounts: Float64Array.from(taught, (school) => amounts[school] ?? 0),
    students: Float64Array.from(taught, (school) => students[school] ?? 0),
    threshold,
    limit,
  };
  const added = whole ? levelWhole(levelling) : levelReal(levelling);
  const additions = amounts.map(() => 0);
  for (const [index, school] of taught.entries()) additions[school] = added[index] ?? 0;
  return additions;
}

function sums(amounts: Float64Array, additions: Float64Array): Float64Array {
  return amounts.map((amount, school) => amount + (additions[school] ?? 0));
}

/** Whether amounts keep the limit, exactly on the decimals they show. */
function keepsLimit(amounts: Float64Array, { students, limit }: Levelling): boolean {
  const { coefficient } = dispersion(amounts, students);
  if (coefficient === null) throw new StatisticsError('zero-mean');
  const gap = Math.abs(coefficient) - limit;
  if (Math.abs(gap) > TIE * (1 + limit)) return gap < 0;
  return coefficientWithin(
    Array.from(amounts, (amount) => Rational.fromShown(amount)),
    Array.from(students, (pupils) => Rational.fromShown(pupils)),
    Rational.fromShown(limit),
  );
}

/** What each school lacks to the threshold, exactly; not negative. */
function needs({ amounts, students, threshold }: Levelling): Rational[] {
  const bar = Rational.fromShown(threshold);
  return Array.from(amounts, (amount, school) => {
    const gap = bar
      .times(Rational.fromShown(students[school] ?? 0))
      .minus(Rational.fromShown(amount));
    return gap.sign > 0 ? gap : Rational.ZERO;
  });
}

/** The addition nearest to a gap that closes it when it is added to the amount and shown. */
function closing(amount: number, gap: Rational): number {
  if (gap.isZero) return 0;
  const wanted = Rational.fromShown(amount).plus(gap);
  let addition = gap.toNumber();
  for (let step = EPSILON; Rational.fromShown(amount + addition).compare(wanted) < 0; step *= 2) {
    addition += step * (Math.abs(amount) + addition);
  }
  return addition;
}

function raisedTo(level: number, { amounts, students }: Levelling): Float64Array {
  return students.map((pupils, school) => Math.max(0, level * pupils - (amounts[school] ?? 0)));
}

/** The coefficient's square once every school has been raised to a level, in plain floats. */
function variationAt(level: number, { amounts, students }: Levelling): number {
  let weight = 0;
  let total = 0;
  for (let school = 0; school < amounts.length; school += 1) {
    const pupils = students[school] ?? 0;
    weight += pupils;
    total += Math.max(amounts[school] ?? 0, level * pupils);
  }
  const mean = total / weight;
  let squares = 0;
  for (let school = 0; school < amounts.length; school += 1) {
    const pupils = students[school] ?? 0;
    squares += pupils * (Math.max((amounts[school] ?? 0) / pupils, level) - mean) ** 2;
  }
  return squares / weight / mean ** 2;
}

/** The lowest level whose coefficient keeps the limit, to the precision of floats. */
function sufficientLevel(levelling: Levelling): number {
  const { amounts, students, threshold, limit } = levelling;
  let low = threshold;
  let high = amounts.reduce(
    (highest, amount, school) => Math.max(highest, amount / (students[school] ?? 1)),
    threshold,
  );
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (variationAt(middle, levelling) <= limit ** 2) high = middle;
    else low = middle;
  }
  return high;
}

function levelReal(levelling: Levelling): Float64Array {
  const { amounts } = levelling;
  const toThreshold = needs(levelling);
  const least = amounts.map((amount, school) =>
    closing(amount, toThreshold[school] ?? Rational.ZERO),
  );
  if (keepsLimit(sums(amounts, least), levelling)) return least;
  const level = sufficientLevel(levelling);
  for (let step = 0; ; step = step === 0 ? EPSILON : step * 2) {
    const raised = raisedTo(level * (1 + step), levelling).map((addition, school) =>
      Math.max(addition, least[school] ?? 0),
    );
    // Rounding errors of the sums are far below a millionth: then it is the limit that is beyond
    // the digits shown, as with a limit of 0 over values that never show as equal.
    if (keepsLimit(sums(amounts, raised), levelling)) return raised;
    if (step > 1e-6) throw new RangeError('No additions show a coefficient within the limit.');
  }
}

/** Schools by what the next whole addition adds to Σ x²/P, the least first. */
class NextAdditions {
  readonly #levelling: Levelling;
  readonly #additions: Float64Array;
  readonly #heap: number[] = [];

  constructor(levelling: Levelling, additions: Float64Array) {
    this.#levelling = levelling;
    this.#additions = additions;
    for (let school = 0; school < additions.length; school += 1) {
      this.#heap.push(school);
      this.#rise(school);
    }
  }

  /** Adds one to the school where it is worth most. */
  addOne(): number {
    const school = this.#heap[0] ?? 0;
    this.#additions[school] = (this.#additions[school] ?? 0) + 1;
    this.#sink(0);
    return school;
  }

  #cost(place: number): number {
    const school = this.#heap[place];
    if (school === undefined) return Number.POSITIVE_INFINITY;
    const { amounts, students } = this.#levelling;
    const amount = (amounts[school] ?? 0) + (this.#additions[school] ?? 0);
    return (2 * amount + 1) / (students[school] ?? 1);
  }

  #swap(left: number, right: number): void {
    const school = this.#heap[left] ?? 0;
    this.#heap[left] = this.#heap[right] ?? 0;
    this.#heap[right] = school;
  }

  #rise(from: number): void {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (this.#cost(parent) <= this.#cost(place)) return;
      this.#swap(parent, place);
      place = parent;
    }
  }

  #sink(from: number): void {
    for (let place = from; ;) {
      const left = 2 * place + 1;
      const child = this.#cost(left + 1) < this.#cost(left) ? left + 1 : left;
      if (this.#cost(child) >= this.#cost(place)) return;
      this.#swap(child, place);
      place = child;
    }
  }
}

function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Whole additions of at most a total, one after the other where they cost least, but all at once:
 * every one of them whose cost is at most λ.
 */
function cheapestWithin(total: number, least: Float64Array, levelling: Levelling): Float64Array {
  const { amounts, students } = levelling;
  const within = (cost: number): Float64Array =>
    least.map((need, school) => {
      const places = (cost * (students[school] ?? 0) - 1) / 2 - (amounts[school] ?? 0);
      return Math.max(need, Math.floor(places) + 1);
    });
  let low = 0;
  let high = 1;
  while (totalOf(within(high)) <= total) high *= 2;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (totalOf(within(middle)) <= total) low = middle;
    else high = middle;
  }
  return low === 0 ? least : within(low);
}

function levelWhole(levelling: Levelling): Float64Array {
  const { amounts, students, limit } = levelling;
  const least = Float64Array.from(needs(levelling), (need) => Number(need.ceiling()));
  if (keepsLimit(sums(amounts, least), levelling)) return least;
  // Whole additions never take less than real ones: below their total nothing has to be tried.
  const lowest = totalOf(raisedTo(sufficientLevel(levelling), levelling));
  const additions = cheapestWithin(Math.floor(lowest * (1 - TIE)), least, levelling);
  const next = new NextAdditions(levelling, additions);
  const weight = totalOf(students);
  const start = sums(amounts, additions);
  let total = totalOf(start);
  let squares = totalOf(start.map((amount, school) => amount ** 2 / (students[school] ?? 1)));
  // A common whole number per pupil keeps any limit, if the amounts allow one: at most one more
  // for every pupil. Beyond that only amounts with fractions and a limit of 0 are left.
  const most = weight + 64 * amounts.length;
  for (let step = 0; step <= most; step += 1) {
    const excess = (weight * squares) / total ** 2 - 1 - limit ** 2;
    if (excess <= TIE && keepsLimit(sums(amounts, additions), levelling)) return additions;
    const school = next.addOne();
    const amount = (amounts[school] ?? 0) + (additions[school] ?? 0);
    total += 1;
    squares += (2 * amount - 1) / (students[school] ?? 1);
  }
  throw new RangeError('No whole additions within reach keep the limit.');
}
