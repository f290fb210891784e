/**
 * Why a bureau's own standard was refused.
 *
 * - `unknown-key`: a key that such a file does not have
 * - `missing`: a value that it must have
 * - `wrong-type`: a value of another kind than it should be, or out of its range
 * - `unknown-base`: `extends` names no national standard
 * - `reserved-id`: the id of a national standard
 * - `unknown-indicator`: an indicator that the extended standard does not have
 * - `no-such-rule`: a number for a rule that the extended standard does not know
 * - `looser`: a number that asks for less than the extended standard
 */
export type StandardErrorCode =
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'unknown-base'
  | 'reserved-id'
  | 'unknown-indicator'
  | 'no-such-rule'
  | 'looser';

/** A bureau's own standard that cannot be used: what is wrong, and where. */
export class StandardError extends Error {
  override readonly name = 'StandardError';

  /**
   * @param code what is wrong
   * @param path JSON path of the wrong value: `$.thresholds.L1.primary`
   * @param bound the national number that may not be loosened, where there is one
   */
  constructor(
    readonly code: StandardErrorCode,
    readonly path: string,
    readonly bound: number | null = null,
  ) {
    super(`${code} at ${path}${bound === null ? '' : ` (national: ${bound})`}`);
  }
}
