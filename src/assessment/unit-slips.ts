import type { Quantity } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';
import { lacksSeniors } from './stage-rows';

/** Fewer schools than this have no middle that one of them could be told apart from. */
const FEWEST_SCHOOLS = 8;

/** A deviation counts when it exceeds this many robust standard deviations of the county. */
const DEVIATIONS = 4;

/** From the median absolute deviation to the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Powers of ten that a slip of unit or of the decimal point makes, and how far off exactly that (in
 * powers of ten) a value may lie: a school differs from the middle by its own nature too.
 */
const SLIPS: readonly (readonly [power: number, room: number])[] = [
  [1, 0.25],
  [2, 0.35],
  [3, 0.4],
  [4, 0.5],
];

/** The least deviation, in powers of ten, that any slip explains. */
const SMALLEST_SLIP = Math.min(...SLIPS.map(([power, room]) => power - room));

/** Of larger counties or provinces, every so-many-th school is enough to find the middle. */
const MOST_SAMPLED = 20000;

/** Budgets in 万元 that no indicator reads, but that slip in the same way. */
const BUDGETS: readonly Quantity[] = ['publicFundsBudget', 'trainingBudget'];

/** The quantities whose amounts can be compared between schools per pupil: shared assets, budgets. */
function comparedQuantities(standard: Standard): readonly Quantity[] {
  const quantities = new Set<Quantity>(BUDGETS);
  for (const { shared, numerator } of standard.indicators) {
    if (!shared) continue;
    for (const stage of STAGES) {
      // The first term alone: whether a school has a sports hall at all differs more than any slip.
      const [own] = numerator[stage];
      if (own !== undefined) quantities.add(own.quantity);
    }
  }
  return [...quantities];
}

function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The power of ten that explains a deviation (in powers of ten), or null where none does. */
function slipOf(deviation: number): number | null {
  const size = Math.abs(deviation);
  const slip = SLIPS.find(([power, room]) => Math.abs(size - power) <= room);
  return slip === undefined ? null : Math.sign(deviation) * slip[0];
}

/**
 * Amounts that look as if a unit or the decimal point had slipped (元 for 万元, a zero too many).
 *
 * Each amount is taken per pupil and compared with the county's median on a logarithmic scale. It is
 * reported when it is off by nearly 10, 100, 1000 or 10⁴ and by more than four robust standard
 * deviations (from the median absolute deviation): in a county where schools differ tenfold by
 * nature, a tenth is no sign of a slip. Zeros and blanks are real values and take no part. Counties
 * of fewer than eight such schools are not examined.
 *
 * @param schools the rows whose numbers are judged
 */
export function unitSlips(schools: readonly School[], standard: Standard): Finding[] {
  const pupils = new Float64Array(schools.length);
  for (let row = 0; row < pupils.length; row += 1) pupils[row] = pupilsOf(schools[row]);
  return comparedQuantities(standard).flatMap((quantity) => slipsOf(schools, pupils, quantity));
}

/** All pupils of a school, seniors included; 0 (not comparable) where some of them are not known. */
function pupilsOf(school: School | undefined): number {
  if (school === undefined || lacksSeniors(school)) return 0;
  return (
    (school.amount('primaryStudents') ?? 0) +
    (school.amount('juniorStudents') ?? 0) +
    (school.amount('seniorStudents') ?? 0)
  );
}

/** The middle of the county's amounts per pupil and their spread, both in powers of ten. */
function centre(perPupil: Float64Array): { middle: number; spread: number } | null {
  const stride = Math.ceil(perPupil.length / MOST_SAMPLED);
  const sample: number[] = [];
  for (let row = 0; row < perPupil.length; row += stride) {
    const value = perPupil[row] ?? 0;
    if (value > 0 && Number.isFinite(value)) sample.push(Math.log10(value));
  }
  if (sample.length < FEWEST_SCHOOLS) return null;
  const sorted = Float64Array.from(sample).sort();
  const middle = median(sorted);
  const deviations = sorted.map((logarithm) => Math.abs(logarithm - middle)).sort();
  return { middle, spread: MAD_TO_DEVIATION * median(deviations) };
}

function slipsOf(schools: readonly School[], pupils: Float64Array, quantity: Quantity): Finding[] {
  const perPupil = new Float64Array(schools.length);
  for (let row = 0; row < perPupil.length; row += 1) {
    perPupil[row] = (schools[row]?.amount(quantity) ?? 0) / (pupils[row] ?? 0);
  }
  const county = centre(perPupil);
  if (county === null) return [];
  const { middle, spread } = county;
  const reach = Math.max(DEVIATIONS * spread, SMALLEST_SLIP);
  const usualFrom = 10 ** (middle - reach);
  const usualTo = 10 ** (middle + reach);
  const findings: Finding[] = [];
  for (let row = 0; row < perPupil.length; row += 1) {
    const value = perPupil[row] ?? 0;
    const school = schools[row];
    if (school === undefined || !(value > 0) || !Number.isFinite(value)) continue;
    if (value > usualFrom && value < usualTo) continue;
    const slip = slipOf(Math.log10(value) - middle);
    if (slip === null) continue;
    findings.push(
      finding('unit-slip', {
        ...at(school, quantity),
        actual: school.amount(quantity),
        parameters: { quantity, factor: Number(`1e${slip}`) },
      }),
    );
  }
  return findings;
}
