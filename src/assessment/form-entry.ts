import type { CellReference } from './school';

/** What somebody filled into one blank of 表Ⅳ or 表Ⅴ. */
export interface FormValue {
  /** Percentages of a hundred, money in the blank's unit, levels as whole numbers; else null. */
  readonly number: number | null;
  /** What a conclusion says; null where it is no conclusion, or says neither. */
  readonly holds: boolean | null;
  /** Whether it says that the subject was not tested (未监测). */
  readonly untested: boolean;
  /** What stands in the cell, before it was understood; null where it is neither text nor a number. */
  readonly written: string | number | null;
  /** False where the cell holds something unusable, which the reading has reported. */
  readonly usable: boolean;
  readonly cell: CellReference;
}

/** What somebody filled into one sheet of items. */
export interface FormEntries {
  readonly sheet: string;
  /** By item number and the key of the blank; blank cells are left out. */
  readonly values: ReadonlyMap<number, ReadonlyMap<string, FormValue>>;
  /** The cell to fill in, where a row for the blank is there. */
  readonly places: ReadonlyMap<number, ReadonlyMap<string, CellReference>>;
}
