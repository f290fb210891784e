import type { Citation, IndicatorId } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { FindingCode, Severity } from './finding-codes';

/** Values a finding's wording is filled with; the locale decides how they are shown. */
export type FindingParameters = Readonly<Record<string, string | number>>;

/** Units of `actual`, `required` and `shortfall`, worded by the locale. */
export type FindingUnit =
  | 'person'
  | 'squareMetre'
  | 'yuan'
  | 'room'
  | 'computer'
  | 'book'
  | 'student'
  | 'class'
  | 'ratio'
  | 'perHundredPersons'
  | 'perPupilSquareMetres'
  | 'perPupilYuan'
  | 'perHundredRooms'
  | 'perHundredComputers'
  | 'perPupilBooks';

/** Why somebody lets a warning stand (sheet 情况说明). */
export interface AcceptedReason {
  readonly reason: string;
  /** 填写人, or ''. */
  readonly by: string;
  /** 时间 as written, or ''. */
  readonly at: string;
}

/**
 * One thing a check has to say. A record, never a sentence: the wording of each code lives in the
 * locales. Fields that do not apply are null.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** A1 address without `$`: one cell, or a range such as `A5:A9`. */
  readonly cell: string | null;
  /** The school's name. */
  readonly school: string | null;
  readonly stage: Stage | null;
  readonly indicator: IndicatorId | null;
  readonly actual: number | string | null;
  readonly required: number | string | null;
  /** How much more is needed, in `unit` (whole people and rooms; ㎡ and 元 as exact as the data). */
  readonly shortfall: number | null;
  /** Unit of the shortfall where there is one, else of `actual` and `required`. */
  readonly unit: FindingUnit | null;
  readonly citation: Citation | null;
  readonly parameters: FindingParameters;
  /** Present on a warning that has been accepted with a reason; it is still listed. */
  readonly accepted?: AcceptedReason;
}

/** The fields of a finding that its code does not already decide; all others default to null. */
export type FindingDetails = Partial<Omit<Finding, 'code' | 'severity'>>;
