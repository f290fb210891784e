import type { Citation } from './standard';

/** Part 4, 社会认可度: the lowest satisfaction that reaches the standard (inclusive). */
export interface RecognitionRule {
  /** Percent of valid questionnaires, and of persons visited. */
  readonly atLeast: number;
  readonly citation: Citation;
}

/** 社会认可度 of the 2017 standard: 85% and above. */
export const RECOGNITION_RULE: RecognitionRule = {
  atLeast: 85,
  citation: { standard: 'cn-2017', part: '社会认可度', item: '满意度' },
};
