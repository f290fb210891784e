import type { Indicator, NumeratorTerm, SplitWeights } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';
import type { CountedSchool } from './counted-school';
import type { School } from './school';
import { exactPupilEquivalents, pupilEquivalents } from './split';
import type { StagePupils } from './split';

/**
 * Below this part of its terms a difference has lost digits: it is then taken exactly. Above it,
 * amounts are within 2e-13 of the decimals that the cells show.
 */
const CANCELLATION = 0.05;

function exactAmountOf(record: School, terms: readonly NumeratorTerm[]): Rational {
  return Rational.sum(
    terms.map(({ quantity, sign }) =>
      Rational.fromShown(sign * (record.amount(quantity) ?? Number.NaN)),
    ),
  );
}

/** A numerator's amount, or NaN where one of its quantities is blank or unusable. */
function amountOf(record: School, terms: readonly NumeratorTerm[]): number {
  let amount = 0;
  let magnitude = 0;
  for (const { quantity, sign } of terms) {
    const part = record.amount(quantity);
    if (part === null) return Number.NaN;
    amount += sign * part;
    magnitude += Math.abs(part);
  }
  return amount !== 0 && Math.abs(amount) < CANCELLATION * magnitude
    ? exactAmountOf(record, terms).toNumber()
    : amount;
}

/** What is known of a stage's pupils and of the pupils its shared assets are divided over. */
export interface StageRowPupils {
  /** Pupils of the stage; null where they are missing or unusable. */
  readonly students: number | null;
  /** Pupils by stage; null where the shared assets cannot be divided. */
  readonly sharing: StagePupils | null;
}

/**
 * One school's stage with its amounts: a row to judge. Values come as floats within 1e-12 of the
 * exact value, and exactly on demand.
 */
export class StageRow {
  readonly counted: CountedSchool;
  readonly stage: Stage;
  readonly students: number | null;
  readonly #sharing: StagePupils | null;
  readonly #weights: SplitWeights;
  /** {@link pupilEquivalents} of the stage; NaN where shared assets cannot be divided. */
  readonly #equivalents: number;

  /**
   * @param counted the school
   * @param stage the stage of this row
   * @param pupils what is known of its pupils
   * @param weights the standard's split weights
   */
  constructor(counted: CountedSchool, stage: Stage, pupils: StageRowPupils, weights: SplitWeights) {
    this.counted = counted;
    this.stage = stage;
    this.students = pupils.students;
    this.#sharing = pupils.students === null ? null : pupils.sharing;
    this.#weights = weights;
    this.#equivalents =
      this.#sharing === null ? Number.NaN : pupilEquivalents(stage, this.#sharing, weights);
  }

  /** The whole school's amount of an indicator (of the stage, for people); NaN where unknown. */
  amount(indicator: Indicator): number {
    return amountOf(this.counted.record, indicator.numerator[this.stage]);
  }

  /** What the amount is divided by: the stage's pupils, or their equivalents; NaN where unknown. */
  divisor(indicator: Indicator): number {
    return indicator.shared ? this.#equivalents : (this.students ?? Number.NaN);
  }

  /** The indicator's value, in its unit; NaN where it cannot be computed. */
  value(indicator: Indicator): number {
    return (this.amount(indicator) * indicator.multiplier) / this.divisor(indicator);
  }

  /** {@link amount} on the decimals that the cells show. Only where the value is known. */
  exactAmount(indicator: Indicator): Rational {
    return exactAmountOf(this.counted.record, indicator.numerator[this.stage]);
  }

  /** {@link divisor}, exactly. Only where the value is known. */
  exactDivisor(indicator: Indicator): Rational {
    return indicator.shared && this.#sharing !== null
      ? exactPupilEquivalents(this.stage, this.#sharing, this.#weights)
      : Rational.fromShown(this.students ?? Number.NaN);
  }

  /** {@link value}, exactly. Only where the value is known. */
  exactValue(indicator: Indicator): Rational {
    return this.exactAmount(indicator)
      .times(Rational.fromShown(indicator.multiplier))
      .over(this.exactDivisor(indicator));
  }

  /** The amount that falls to the stage, before the multiplier. Only where the value is known. */
  exactStageAmount(indicator: Indicator): Rational {
    const amount = this.exactAmount(indicator);
    if (!indicator.shared) return amount;
    return amount
      .times(Rational.fromShown(this.students ?? Number.NaN))
      .over(this.exactDivisor(indicator));
  }
}
