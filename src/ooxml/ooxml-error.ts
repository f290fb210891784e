/**
 * What is wrong with a workbook file. Codes are stable: messages in the locales and the manual are
 * looked up by them.
 *
 * - `not-a-zip`: not a zip archive at all
 * - `truncated`: begins like one but its end is missing
 * - `damaged-zip`: the archive's directory contradicts itself, or data do not decompress
 * - `crc`: data decompress to something else than what was stored
 * - `encrypted`: protected by a password for opening
 * - `legacy-xls`: the binary format of Excel 97–2003
 * - `xlsb`: the binary format of Excel 2007
 * - `zip64`: a zip64 archive beyond what is read here
 * - `too-large`: beyond a limit (see `PackageLimits`), as decompression bombs are
 * - `bad-path`: an absolute, climbing or doubled entry name
 * - `unsupported-compression`: an entry packed with something else than deflate
 * - `bad-entity`: a document type declaration or an entity that spreadsheets never use
 * - `malformed-xml`: a part is not well-formed, or its content makes no sense
 * - `part-missing`: a part that others refer to is not there
 * - `not-a-workbook`: a sound package, but of something else
 */
export type OoxmlErrorCode =
  | 'not-a-zip'
  | 'truncated'
  | 'damaged-zip'
  | 'crc'
  | 'encrypted'
  | 'legacy-xls'
  | 'xlsb'
  | 'zip64'
  | 'too-large'
  | 'bad-path'
  | 'unsupported-compression'
  | 'bad-entity'
  | 'malformed-xml'
  | 'part-missing'
  | 'not-a-workbook';

/** The only exception with which a bad file is refused. */
export class OoxmlError extends Error {
  override readonly name = 'OoxmlError';

  /**
   * @param code what is wrong
   * @param part the part or archive entry in which it was seen, null when it is the whole file
   * @param detail in English, for the log; what the person reads is worded by the locales from `code`
   */
  constructor(
    readonly code: OoxmlErrorCode,
    readonly part: string | null,
    readonly detail: string,
  ) {
    super(`${code}${part === null ? '' : ` in ${part}`}: ${detail}`);
  }
}
