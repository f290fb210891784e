import type { Stage } from '../standard/stage';
import type { Standard } from '../standard/standard';
import type { Finding } from './finding';
import type { CellReference, School } from './school';

/** 达标 / 接近 (85–100 % of the threshold) / 不达标. */
export type Attainment = 'met' | 'near' | 'below';

/** Whether something meets the standard, or cannot be judged. */
export type Verdict = 'pass' | 'fail' | 'unjudged';

/** One indicator of one school's stage. Null: cannot be judged, or the standard sets no threshold. */
export interface IndicatorValue {
  readonly value: number | null;
  readonly status: Attainment | null;
}

/** One school's stage: a row of 表Ⅱ-2. */
export interface SchoolStage {
  readonly school: School;
  readonly stage: Stage;
  /** Schools that the analyst counts with this one (并入学校). */
  readonly members: readonly School[];
  readonly students: number | null;
  /** In the order of the standard's indicators. */
  readonly indicators: readonly IndicatorValue[];
  /** Null where it cannot be judged, or the standard has no school rule. */
  readonly passes: boolean | null;
}

/** One indicator over all schools of a stage: a column of 表Ⅲ and 表Ⅱ-1. */
export interface IndicatorSummary {
  /** 全县平均值 X̄. */
  readonly mean: number | null;
  /** S, the pupil-weighted standard deviation. */
  readonly standardDeviation: number | null;
  /** 校际差异系数; null where it cannot be judged or X̄ is 0. */
  readonly cv: number | null;
  readonly cvLimit: number | null;
  readonly cvPasses: boolean | null;
  readonly schoolsMet: number | null;
  readonly schoolsNear: number | null;
  readonly schoolsBelow: number | null;
}

/** All schools of one stage. */
export interface StageSummary {
  readonly stage: Stage;
  readonly schools: number;
  readonly students: number;
  readonly passing: number | null;
  /** In the order of the standard's indicators. */
  readonly indicators: readonly IndicatorSummary[];
  readonly composite: {
    readonly cv: number | null;
    readonly cvLimit: number | null;
    readonly cvPasses: boolean | null;
  };
}

/** The judgement of part 1 (资源配置) of a county. */
export interface Assessment {
  readonly standard: Standard;
  readonly verdict: Verdict;
  /** Only stages that have schools. */
  readonly stages: Readonly<Partial<Record<Stage, StageSummary>>>;
  /** Primary rows first, each stage in the order of the sheet. */
  readonly schools: readonly SchoolStage[];
  readonly findings: readonly Finding[];
}

/** A row of a 表Ⅱ-2 that somebody filled in: values are per pupil already. */
export interface StatedRow {
  readonly school: School;
  readonly stage: Stage;
  readonly students: number | null;
  /** In the order of the standard's indicators; null where blank or unusable. */
  readonly values: readonly (number | null)[];
  /** The cell of each value. */
  readonly cells: readonly (CellReference | null)[];
}
