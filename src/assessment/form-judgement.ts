import type { FormItem } from '../standard/form-item';
import type { VetoItem } from '../standard/veto-items';
import type { Verdict } from './assessment';
import type { Finding } from './finding';
import type { FormValue } from './form-entry';
import type { SurveyRow } from './judge-survey';
import type { CellReference } from './school';

/** One item of 表Ⅳ or 表Ⅴ, judged. */
export interface ItemJudgement {
  readonly item: FormItem;
  readonly verdict: Verdict;
  /** Whether each of the item's rules holds; null where it cannot be judged. */
  readonly outcomes: readonly (boolean | null)[];
  /** What was filled in, by the key of the blank. */
  readonly values: ReadonlyMap<string, FormValue>;
  /** What 学校数据 gives for a blank. */
  readonly computed: ReadonlyMap<string, number>;
  /** The cell of each blank, filled in or not, where the sheet has a row for it. */
  readonly places: ReadonlyMap<string, CellReference>;
}

/** One group's row of the survey, or the total of all. */
export interface SurveyFigures {
  readonly issued: number | null;
  readonly valid: number | null;
  readonly satisfied: number | null;
  readonly visited: number | null;
  readonly visitedSatisfied: number | null;
}

/** The satisfaction of one group asked in one way. */
export interface SurveyRate {
  readonly group: 'total' | 'parents';
  readonly by: 'questionnaire' | 'visit';
  /** Of a hundred; null where it cannot be told. */
  readonly percent: number | null;
  readonly holds: boolean | null;
  /** The cell it is read from; null where the group has no row. */
  readonly cell: CellReference | null;
}

/** 社会认可度, judged. */
export interface RecognitionJudgement {
  readonly verdict: Verdict;
  /** The row 计, or the sum of the groups. */
  readonly total: SurveyFigures;
  readonly parents: SurveyFigures | null;
  /** What was judged, one by one; a way of asking that was not used is left out. */
  readonly rates: readonly SurveyRate[];
  /** As they were filled in. */
  readonly rows: readonly SurveyRow[];
}

/** One veto matter, judged. Null: not answered. */
export interface VetoJudgement {
  readonly item: VetoItem;
  readonly exists: boolean | null;
  /** The cell of the answer, given or not, where the sheet has a row for the matter. */
  readonly cell: CellReference | null;
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
