import { isCount, QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { Indicator, Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';
import { STAGE_QUANTITIES } from './stage-quantities';
import type { StageChange } from './year-on-year';
import type { SchoolPair } from './year-on-year-schools';

/**
 * Powers of ten that a slip of unit or decimal point makes. A school is compared with itself, so what
 * is left of the change is small: at most a quarter up or down (a tenth of a power of ten).
 */
const SLIPS = [1, 2, 3, 4] as const;
const SLIP_ROOM = 0.1;

/** A slip is of the whole county when at least half of so many schools slip by the same power. */
const FEWEST_OF_COUNTY = 4;

/** What a change must at least come to, so that a school of few people is not suspected of much. */
const LEAST_CHANGE = { count: 5, area: 200, money: 10 } as const;
/** What the larger of two amounts must at least be, for a slip to be told from a small beginning. */
const LEAST_AMOUNT = { count: 50, area: 200, money: 10 } as const;

const MONEY: ReadonlySet<Quantity> = new Set<Quantity>([
  'equipmentValue',
  'publicFundsBudget',
  'trainingBudget',
]);

/** Pupils of a stage that more than half left, or that grew by more than half, and by 50 at least. */
const PUPILS = { below: 0.5, above: 1.5, least: 50 } as const;

/** Areas that shrank by more than a fifth (buildings and grounds seldom do), or more than doubled. */
const AREAS: readonly Quantity[] = ['teachingArea', 'sportsGroundArea'];
const AREA = { below: 0.8, above: 2, leastLost: 200, leastGained: 500 } as const;

/** An indicator's change is out of line when it is off by this many robust standard deviations … */
const DEVIATIONS = 4;
/** … of the changes of at least so many schools … */
const FEWEST_SCHOOLS = 8;
/** … and by more than half as much again as theirs, up or down. */
const LEAST_FACTOR = 1.5;
/** From the median absolute deviation to the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;
/** Where this part of the schools fell to 0, none of them stands out. */
const MANY = 0.25;

type Kind = keyof typeof LEAST_CHANGE;

function kindOf(quantity: Quantity): Kind {
  if (MONEY.has(quantity)) return 'money';
  return isCount(quantity) ? 'count' : 'area';
}

/** Cells that a finding explains already: a school and one of its quantities. */
class Explained {
  readonly #quantities = new Map<School, Set<Quantity>>();

  add(school: School, quantity: Quantity): void {
    const known = this.#quantities.get(school);
    if (known === undefined) this.#quantities.set(school, new Set([quantity]));
    else known.add(quantity);
  }

  has(school: School, quantity: Quantity): boolean {
    return this.#quantities.get(school)?.has(quantity) ?? false;
  }
}

/**
 * Changes since last year that look like mistakes, each reported once, by the first that explains it:
 *
 * 1. an amount about 10, 100, 1000 or 10⁴ times last year's, or that part of it (a unit or a decimal
 *    point slipped); where half of the county slips alike, one finding tells it of the county;
 * 2. pupils of a stage that halved or grew by half (and by 50 at least);
 * 3. teaching or sports areas that shrank by a fifth or doubled;
 * 4. an indicator whose change is far out of line with the county's other schools: by more than four
 *    robust standard deviations of their changes and by more than a half, or that fell to 0.
 *
 * @param pairs rows compared with their own row of last year
 * @param stages judged stages; those counted with other schools than last year take no part
 */
export function suspiciousJumps(
  pairs: readonly SchoolPair[],
  stages: readonly StageChange[],
  standard: Standard,
): readonly Finding[] {
  const explained = new Explained();
  const findings = QUANTITIES.flatMap((quantity) => slips(pairs, quantity, explained));
  const regrouped = new Set(
    stages.flatMap((change) => (change.regrouped ? [change.pair.now] : [])),
  );
  for (const pair of pairs) {
    if (regrouped.has(pair.now)) continue;
    findings.push(...pupilJumps(pair, explained), ...areaJumps(pair, explained));
  }
  const comparable = stages.filter((change) => !change.regrouped);
  for (const stage of STAGES) {
    const own = comparable.filter((change) => change.stage === stage);
    standard.indicators.forEach((indicator, index) => {
      for (const one of outlying(own, indicator, index, explained)) findings.push(one);
    });
  }
  return findings;
}

function slips(
  pairs: readonly SchoolPair[],
  quantity: Quantity,
  explained: Explained,
): readonly Finding[] {
  const least = LEAST_AMOUNT[kindOf(quantity)];
  const slipped: { readonly pair: SchoolPair; readonly power: number }[] = [];
  let compared = 0;
  for (const pair of pairs) {
    const now = pair.now.amount(quantity) ?? 0;
    const last = pair.last.amount(quantity) ?? 0;
    if (now <= 0 || last <= 0) continue;
    compared += 1;
    if (Math.max(now, last) < least) continue;
    const power = slipOf(Math.log10(now / last));
    if (power === null) continue;
    slipped.push({ pair, power });
    explained.add(pair.now, quantity);
  }
  const [first] = slipped;
  if (
    first !== undefined &&
    slipped.length >= FEWEST_OF_COUNTY &&
    slipped.length * 2 >= compared &&
    slipped.every(({ power }) => power === first.power)
  ) {
    const { sheet } = first.pair.now;
    const factor = Number(`1e${first.power}`);
    return [
      finding('year-unit-slip-county', {
        sheet,
        actual: slipped.length,
        parameters: { quantity, factor, compared },
      }),
    ];
  }
  return slipped.map(({ pair, power }) =>
    finding('year-unit-slip', {
      ...at(pair.now, quantity),
      actual: pair.now.amount(quantity),
      parameters: {
        quantity,
        last: pair.last.amount(quantity) ?? '',
        factor: Number(`1e${power}`),
      },
    }),
  );
}

function slipOf(change: number): number | null {
  const size = Math.abs(change);
  const power = SLIPS.find((one) => Math.abs(size - one) <= SLIP_ROOM);
  return power === undefined ? null : Math.sign(change) * power;
}

function pupilJumps({ now, last }: SchoolPair, explained: Explained): readonly Finding[] {
  return STAGES.flatMap((stage): Finding[] => {
    const { students } = STAGE_QUANTITIES[stage];
    const pupils = now.amount(students);
    const before = last.amount(students);
    if (pupils === null || before === null || before === 0) return [];
    if (explained.has(now, students) || Math.abs(pupils - before) < PUPILS.least) return [];
    const factor = pupils / before;
    if (factor >= PUPILS.below && factor <= PUPILS.above) return [];
    explained.add(now, students);
    return [
      finding('year-pupils-jump', {
        ...at(now, students),
        stage,
        actual: pupils,
        unit: 'student',
        parameters: { last: before, change: percentOf(factor) },
      }),
    ];
  });
}

function areaJumps({ now, last }: SchoolPair, explained: Explained): readonly Finding[] {
  return AREAS.flatMap((quantity): Finding[] => {
    const area = now.amount(quantity);
    const before = last.amount(quantity);
    if (area === null || before === null || before === 0 || explained.has(now, quantity)) return [];
    const factor = area / before;
    const jumped =
      area < before
        ? factor < AREA.below && before - area >= AREA.leastLost
        : factor > AREA.above && area - before >= AREA.leastGained;
    if (!jumped) return [];
    explained.add(now, quantity);
    return [
      finding('year-area-jump', {
        ...at(now, quantity),
        actual: area,
        unit: 'squareMetre',
        parameters: { quantity, last: before, change: percentOf(factor) },
      }),
    ];
  });
}

/** The stages whose change of one indicator stands apart from the others' changes. */
function outlying(
  changes: readonly StageChange[],
  indicator: Indicator,
  index: number,
  explained: Explained,
): readonly Finding[] {
  const known = changes.flatMap((change) => {
    const value = change.indicators[index];
    const last = value?.last ?? 0;
    return value?.now == null || last <= 0 ? [] : [{ change, last, now: value.now }];
  });
  const logarithms = known.flatMap(({ last, now }) => (now > 0 ? [Math.log10(now / last)] : []));
  if (logarithms.length < FEWEST_SCHOOLS) return [];
  const middle = median(logarithms);
  const spread = MAD_TO_DEVIATION * median(logarithms.map((one) => Math.abs(one - middle)));
  const reach = Math.max(DEVIATIONS * spread, Math.log10(LEAST_FACTOR));
  const manyAtZero = known.length - logarithms.length >= MANY * known.length;
  return known.flatMap(({ change, last, now }): Finding[] => {
    const { pair, stage } = change;
    const [own] = indicator.numerator[stage];
    if (own === undefined || isExplained(pair.now, change, indicator, explained)) return [];
    if (Math.abs(amountChange(pair, indicator, change)) < LEAST_CHANGE[kindOf(own.quantity)]) {
      return [];
    }
    const outside = now > 0 ? Math.abs(Math.log10(now / last) - middle) > reach : !manyAtZero;
    if (!outside) return [];
    return [
      finding('year-change-outlying', {
        ...at(pair.now, own.quantity),
        stage,
        indicator: indicator.id,
        actual: now,
        parameters: {
          last,
          change: percentOf(now / last),
          usual: percentOf(10 ** middle),
        },
      }),
    ];
  });
}

function isExplained(
  school: School,
  { stage }: StageChange,
  indicator: Indicator,
  explained: Explained,
): boolean {
  return (
    explained.has(school, STAGE_QUANTITIES[stage].students) ||
    indicator.numerator[stage].some(({ quantity }) => explained.has(school, quantity))
  );
}

/** How much the indicator's amount itself changed; where a year states no amounts, any is enough. */
function amountChange(
  { now, last }: SchoolPair,
  indicator: Indicator,
  change: StageChange,
): number {
  let total = 0;
  for (const { quantity, sign } of indicator.numerator[change.stage]) {
    const [amount, before] = [now.amount(quantity), last.amount(quantity)];
    if (amount === null || before === null) return Number.POSITIVE_INFINITY;
    total += sign * (amount - before);
  }
  return total;
}

/** A factor as a change in percent, to one decimal: 1.5 is 50. */
function percentOf(factor: number): number {
  return Math.round((factor - 1) * 1000) / 10;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
