/** How much a file may unpack to before it is refused as `too-large`. */
export interface PackageLimits {
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes of one part that is unpacked as a whole. */
  readonly partBytes: number;
  /** Bytes of a part that describes others, such as the workbook or its styles. */
  readonly descriptiveBytes: number;
  /** Bytes of all parts together, as declared; parts read as a stream may be as large as this. */
  readonly totalBytes: number;
  /** Unpacked to packed size of the whole, looked at only beyond `ratioFromBytes`. */
  readonly ratio: number;
  /** Up to this many bytes in all any ratio is tolerated: blank formatted rows pack very well. */
  readonly ratioFromBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/**
 * Generous to every workbook a person could have made: a full sheet of a million rows and forty
 * columns is about 1.5 GiB and packs to a tenth.
 */
export const DEFAULT_LIMITS: PackageLimits = {
  entries: 30_000,
  partBytes: 1024 * MEBIBYTE,
  descriptiveBytes: 32 * MEBIBYTE,
  totalBytes: 8 * 1024 * MEBIBYTE,
  ratio: 200,
  ratioFromBytes: 256 * MEBIBYTE,
};
