/**
 * Why a plan or an edit was not carried out. Nothing has been changed when it is thrown.
 *
 * - `sheet-exists`: sheets that are not ours have the names of sheets to be written
 * - `no-such-sheet`: an edit or a mark is for a sheet that the workbook does not have
 * - `bad-plan`: a plan asks for what a file cannot hold
 * - `bad-value`: a value that no cell can hold, such as an infinite number
 * - `part-of-array`: the cell is part of an array formula or data table and cannot change alone
 * - `table-heading`: the cell is a table's heading, whose text the table keeps as well
 */
export type OoxmlWriteErrorCode =
  'sheet-exists' | 'no-such-sheet' | 'bad-plan' | 'bad-value' | 'part-of-array' | 'table-heading';

/** Refusal to write, before anything was changed. */
export class OoxmlWriteError extends Error {
  override readonly name = 'OoxmlWriteError';

  /**
   * @param code why.
   * @param subjects the sheets or cells (`Sheet!A1`) concerned.
   * @param detail in English, for the log; what the person reads is worded from `code`.
   */
  constructor(
    readonly code: OoxmlWriteErrorCode,
    readonly subjects: readonly string[],
    detail: string,
  ) {
    super(`${code} (${subjects.join(', ')}): ${detail}`);
  }
}
