import type { FormItem } from '../standard/form-item';
import type { VetoItem } from '../standard/veto-items';
import type { Verdict } from './assessment';
import type { Finding } from './finding';
import type { FormValue } from './form-entry';

/** One item of 表Ⅳ or 表Ⅴ, judged. */
export interface ItemJudgement {
  readonly item: FormItem;
  readonly verdict: Verdict;
  /** What was filled in, by the key of the blank. */
  readonly values: ReadonlyMap<string, FormValue>;
  /** What 学校数据 gives for a blank. */
  readonly computed: ReadonlyMap<string, number>;
}

/** One group's row of the survey, or the total of all. */
export interface SurveyFigures {
  readonly issued: number | null;
  readonly valid: number | null;
  readonly satisfied: number | null;
  readonly visited: number | null;
  readonly visitedSatisfied: number | null;
}

/** 社会认可度, judged. */
export interface RecognitionJudgement {
  readonly verdict: Verdict;
  /** The row 计, or the sum of the groups. */
  readonly total: SurveyFigures;
  readonly parents: SurveyFigures | null;
}

/** One veto matter, judged. Null: not answered. */
export interface VetoJudgement {
  readonly item: VetoItem;
  readonly exists: boolean | null;
}

/** A part with its verdict and what was found. */
export interface PartJudgement<Detail> {
  readonly verdict: Verdict;
  readonly detail: Detail;
  readonly findings: readonly Finding[];
}

/** The verdict over several: fail outranks unjudged. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.length === 0 || verdicts.includes('unjudged') ? 'unjudged' : 'pass';
}
