import type { Quantity } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';

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

/** Budgets in 万元 that no indicator reads, but that slip in the same way. */
const BUDGETS: readonly Quantity[] = ['publicFundsBudget', 'trainingBudget'];

/** The quantities whose amounts can be compared between schools per pupil: shared assets, budgets. */
function comparedQuantities(standard: Standard): readonly Quantity[] {
  const quantities = new Set<Quantity>(BUDGETS);
  for (const { shared, numerator } of standard.indicators) {
    if (!shared) continue;
    for (const stage of STAGES) {
      for (const { quantity } of numerator[stage]) quantities.add(quantity);
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

function pupilsOf(school: School | undefined): number {
  if (school === undefined) return 0;
  return (
    (school.amount('primaryStudents') ?? 0) +
    (school.amount('juniorStudents') ?? 0) +
    (school.amount('seniorStudents') ?? 0)
  );
}

function slipsOf(schools: readonly School[], pupils: Float64Array, quantity: Quantity): Finding[] {
  const logarithms = new Float64Array(schools.length);
  const known = new Float64Array(schools.length);
  let count = 0;
  for (let row = 0; row < logarithms.length; row += 1) {
    const perPupil = (schools[row]?.amount(quantity) ?? 0) / (pupils[row] ?? 0);
    const logarithm = perPupil > 0 && Number.isFinite(perPupil) ? Math.log10(perPupil) : Number.NaN;
    logarithms[row] = logarithm;
    if (!Number.isNaN(logarithm)) known[count++] = logarithm;
  }
  if (count < FEWEST_SCHOOLS) return [];
  const sorted = known.subarray(0, count).sort();
  const middle = median(sorted);
  const spread =
    MAD_TO_DEVIATION * median(sorted.map((logarithm) => Math.abs(logarithm - middle)).sort());
  const findings: Finding[] = [];
  for (const [row, school] of schools.entries()) {
    const deviation = (logarithms[row] ?? Number.NaN) - middle;
    if (!(Math.abs(deviation) > DEVIATIONS * spread)) continue;
    const slip = slipOf(deviation);
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
