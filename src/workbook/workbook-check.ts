import type { Assessment, Verdict } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import type { FormEntries } from '../assessment/form-entry';
import type {
  ItemJudgement,
  RecognitionJudgement,
  VetoJudgement,
} from '../assessment/form-judgement';
import type { GrowthYear } from '../assessment/growth-year';
import type { SpendingYear, SpendingYearJudgement } from '../assessment/judge-spending';
import type { CellReference, School, SchoolField } from '../assessment/school';
import type { YearOnYear } from '../assessment/year-on-year';
import type { Standard } from '../standard/standard';
import type { CountyInformation } from './county-information';

export type { GrowthYear } from '../assessment/growth-year';

/** How one sheet of schools is laid out. */
export interface SchoolSheetLayout {
  readonly sheet: string;
  /** 0-based column of each recognised field. */
  readonly columns: ReadonlyMap<SchoolField, number>;
  /**
   * Columns of money whose heading names another unit than 万元: the power of ten that brings them to
   * 万元 (元: −4). Formulas over the sheet need it.
   */
  readonly moneyShifts?: ReadonlyMap<SchoolField, number>;
  /** 1-based first and last row of the headings. */
  readonly headerRows: readonly [number, number];
  /** 1-based first and last row that holds a school; rows between may be notes or totals. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The schools of a workbook, and where they stand. */
export interface SchoolReading {
  /** One sheet, or one for each stage. */
  readonly layouts: readonly SchoolSheetLayout[];
  /** In the order of the sheet. */
  readonly schools: readonly School[];
}

/** The four parts of recognition and the veto, in the order of the form. */
export const PARTS = ['resources', 'government', 'quality', 'recognition', 'veto'] as const;

/** One of the four parts, or the veto. */
export type Part = (typeof PARTS)[number];

/** What was concluded on each part. */
export type PartVerdicts = Readonly<Record<Part, Verdict>>;

/** What was filled in beyond 学校数据, judged. A part whose sheet is not there (or blank) is null. */
export interface FormJudgements {
  /** 表Ⅳ, in the order of the form. */
  readonly government: readonly ItemJudgement[] | null;
  /** 表Ⅴ, in the order of the form. */
  readonly quality: readonly ItemJudgement[] | null;
  readonly recognition: RecognitionJudgement | null;
  readonly veto: readonly VetoJudgement[] | null;
}

/**
 * The cells that are there to be filled in, whether anybody did: of the items by number and key of
 * the blank, of the veto matters by number.
 */
export interface FormPlaces {
  readonly government: FormEntries['places'];
  readonly quality: FormEntries['places'];
  readonly veto: ReadonlyMap<number, CellReference>;
}

/** 教育经费: the levels as they stand on the sheet, and what they come to. */
export interface SpendingReading {
  readonly sheet: string;
  /** In the order of the sheet; a year may be doubled or out of order. */
  readonly years: readonly SpendingYear[];
  /** One for each year from the second on, in order: the details behind `finance`. */
  readonly judged: readonly SpendingYearJudgement[];
}

/** Everything that a check of one workbook found. */
export interface WorkbookCheck {
  /** The workbook's name, as it is to be shown. */
  readonly file: string;
  readonly standard: Standard;
  readonly county: string | null;
  /** What 县域信息 (and a filled-in 表Ⅰ) says of the county. */
  readonly countyInformation: CountyInformation;
  /** What was judged: 学校数据, a filled-in 表Ⅱ-2, or nothing. */
  readonly basis: 'schools' | 'stated' | null;
  readonly reading: SchoolReading | null;
  readonly assessment: Assessment | null;
  /** Every finding: reading, rows, sheets, standard. */
  readonly findings: readonly Finding[];
  /** Part 1 alone. */
  readonly verdict: Verdict;
  readonly parts: PartVerdicts;
  readonly overall: Verdict;
  readonly form: FormJudgements;
  readonly formPlaces: FormPlaces;
  readonly finance: readonly GrowthYear[];
  /** 教育经费 as it was read and judged; null where there is no such sheet. */
  readonly spending: SpendingReading | null;
  /** Beside last year's workbook; null where none was given, or it cannot be used. */
  readonly lastYear: YearOnYear | null;
}

/** A workbook without any cell to answer in. */
export const NO_PLACES: FormPlaces = {
  government: new Map(),
  quality: new Map(),
  veto: new Map(),
};

/** A workbook without any of the sheets beyond 学校数据. */
export const NO_FORM: FormJudgements = {
  government: null,
  quality: null,
  recognition: null,
  veto: null,
};
