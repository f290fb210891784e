import type { SplitWeights } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';

/** Pupils of one school by stage; 0 where it does not have the stage. */
export interface StagePupils {
  readonly primary: number;
  readonly junior: number;
  readonly senior: number;
}

type Level = keyof StagePupils;

const LEVELS = ['primary', 'junior', 'senior'] as const satisfies readonly Level[];

/**
 * The pupils over which one pupil's worth of a stage's shared assets is counted: all pupils of the
 * school, weighted and expressed in pupils of the stage. A stage's value per pupil is the whole
 * school's amount over this number; in a school all of one stage it is that stage's pupils.
 *
 * 多学段折算: 小 : 初 : 高 = 1 : 1.1 : 1.32 over the pupils present.
 */
export function pupilEquivalents(stage: Stage, pupils: StagePupils, weights: SplitWeights): number {
  let equivalents = pupils[stage];
  for (const level of LEVELS) {
    if (level !== stage && pupils[level] !== 0) {
      equivalents += (weights[level] * pupils[level]) / weights[stage];
    }
  }
  return equivalents;
}

/** {@link pupilEquivalents}, exact on the decimals that the numbers show. */
export function exactPupilEquivalents(
  stage: Stage,
  pupils: StagePupils,
  weights: SplitWeights,
): Rational {
  const others = LEVELS.filter((level) => level !== stage && pupils[level] !== 0);
  const own = Rational.fromShown(pupils[stage]);
  if (others.length === 0) return own;
  const weighted = Rational.sum(
    others.map((level) =>
      Rational.fromShown(weights[level]).times(Rational.fromShown(pupils[level])),
    ),
  );
  return own.plus(weighted.over(Rational.fromShown(weights[stage])));
}

/**
 * A stage's share of a school's shared assets, from 0 to 1.
 *
 * @param stage the stage whose share is asked for
 * @param primary pupils in 小学
 * @param junior pupils in 初中
 * @param senior pupils in 高中
 * @param weights the standard's weights
 * @returns NaN where the school has no pupils at all
 */
export function splitShare(
  stage: Stage,
  primary: number,
  junior: number,
  senior: number,
  weights: SplitWeights,
): number {
  const pupils = { primary, junior, senior };
  if (primary + junior + senior === 0) return Number.NaN;
  const terms = LEVELS.map((level) =>
    Rational.fromShown(weights[level]).times(Rational.fromShown(pupils[level])),
  );
  const own = Rational.fromShown(weights[stage]).times(Rational.fromShown(pupils[stage]));
  return own.over(Rational.sum(terms)).toNumber();
}
