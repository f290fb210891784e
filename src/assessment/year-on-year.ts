import type { IndicatorId } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { SchoolStage } from './assessment';
import type { SchoolChanges, SchoolPair } from './year-on-year-schools';

/** A number of both years; null where a year does not have it, or cannot tell it. */
export interface ValueChange {
  readonly last: number | null;
  readonly now: number | null;
}

/** One stage of a school in both years. */
export interface StageChange {
  readonly pair: SchoolPair;
  readonly stage: Stage;
  readonly now: SchoolStage;
  readonly last: SchoolStage;
  /** Whether it is counted together with other schools than last year (并入学校). */
  readonly regrouped: boolean;
  /** In the order of the standard's indicators. */
  readonly indicators: readonly ValueChange[];
}

/** Whether the differences between schools became smaller. */
export type Trend = 'improved' | 'worse' | 'same';

/** One 差异系数 of both years. */
export interface CoefficientChange extends ValueChange {
  readonly stage: Stage;
  /** Null: the composite. */
  readonly indicator: IndicatorId | null;
  /** The limit in force; null where the standard sets none. */
  readonly limit: number | null;
  /** Whether each year keeps to the limit. */
  readonly lastPasses: boolean | null;
  readonly nowPasses: boolean | null;
  /** Null where a year's coefficient is not known. */
  readonly trend: Trend | null;
}

/** This year's county beside last year's. */
export interface YearOnYear {
  /** Last year's workbook, as it is to be shown. */
  readonly file: string;
  /** What 县域信息 says of each year (年度). */
  readonly year: { readonly last: string | null; readonly now: string | null };
  readonly schools: SchoolChanges;
  /** Stages that a school has in both years, in the order of 表Ⅱ-2. */
  readonly stages: readonly StageChange[];
  /** Stage by stage, the composite last. */
  readonly coefficients: readonly CoefficientChange[];
}
