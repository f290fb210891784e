import type { BilingualText } from '../standard/standard';

/** Which error a cell shows: #VALUE!, #N/A or #DIV/0!. */
export type FaultKind = 'value' | 'na' | 'div0';

/** Why a function has no result; every grid turns it into an error value of its own. */
export class FunctionFault extends Error {
  override readonly name = 'FunctionFault';

  /**
   * @param kind which error the cell shows
   * @param texts what is wrong and what to do, shown beside the error where the grid can
   */
  constructor(
    readonly kind: FaultKind,
    readonly texts: BilingualText,
  ) {
    super(texts.zh);
  }
}
