/**
 * Why a host could not do what was asked. Codes are worded by the locales.
 *
 * - `sheet-missing`: there is no such sheet
 * - `sheet-protected`: the sheet's protection does not allow it; nothing was changed
 * - `workbook-protected`: sheets cannot be added while the workbook's structure is protected
 * - `read-only`: the workbook is open for reading only
 * - `cell-editing`: a cell is being typed into; finish it first
 * - `too-large`: more than the host can handle at once
 * - `foreign-sheets`: sheets of the same name that are not ours are in the way
 * - `unsupported`: this version of the program cannot do it
 * - `cancelled`: the person stopped it
 * - `failed`: the program refused for another reason
 */
export type HostErrorCode =
  | 'sheet-missing'
  | 'sheet-protected'
  | 'workbook-protected'
  | 'read-only'
  | 'cell-editing'
  | 'too-large'
  | 'foreign-sheets'
  | 'unsupported'
  | 'cancelled'
  | 'failed';

/** A failure of a host, with a code that the locales word and what fills the sentence. */
export class HostError extends Error {
  override readonly name = 'HostError';

  /**
   * @param code why
   * @param subject the sheet, cell or feature it is about, '' when none
   * @param detail for the log only
   */
  constructor(
    readonly code: HostErrorCode,
    readonly subject = '',
    readonly detail = '',
  ) {
    super(`${code}${subject === '' ? '' : ` (${subject})`}${detail === '' ? '' : `: ${detail}`}`);
  }
}
