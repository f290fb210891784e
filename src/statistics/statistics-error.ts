/**
 * Why a statistic cannot be computed.
 *
 * - `empty`: no school, no coefficient or no year was given
 * - `length-mismatch`: the columns do not have the same number of rows
 * - `non-finite`: a value is blank, NaN or infinite
 * - `zero-students`, `negative-students`: a weight that no school may have
 * - `zero-mean`: the county's mean is 0, so the coefficient of variation is undefined
 * - `non-positive-level`: a yearly level from which no growth can be taken
 * - `zero-denominator`: a fraction or quotient over 0
 * - `out-of-range`: the result is larger than a number can hold
 */
export type StatisticsErrorCode =
  | 'empty'
  | 'length-mismatch'
  | 'non-finite'
  | 'zero-students'
  | 'negative-students'
  | 'zero-mean'
  | 'non-positive-level'
  | 'zero-denominator'
  | 'out-of-range';

const MESSAGES: Readonly<Record<StatisticsErrorCode, string>> = {
  empty: 'Nothing to compute from: give at least one value.',
  'length-mismatch': 'Both columns need the same number of rows.',
  'non-finite': 'Every value must be a finite number: fill in or leave out blank rows.',
  'zero-students': 'A school without pupils has no value per pupil: leave it out.',
  'negative-students': 'The number of pupils cannot be negative.',
  'zero-mean': 'The mean is 0, so the coefficient of variation is undefined.',
  'non-positive-level': 'Growth needs levels above 0.',
  'zero-denominator': 'A quotient over 0 is undefined.',
  'out-of-range': 'The result is too large for a number.',
};

/** A statistic that its input does not define; `code` is stable, the message is for logs. */
export class StatisticsError extends Error {
  override readonly name = 'StatisticsError';
  readonly code: StatisticsErrorCode;

  constructor(code: StatisticsErrorCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}
