import type { Attainment, Verdict } from '../assessment/assessment';
import type { FindingUnit } from '../assessment/finding';
import type { FindingCode, Severity } from '../assessment/finding-codes';
import type { Locality } from '../assessment/school';
import type { Trend } from '../assessment/year-on-year';
import type { FormPart } from '../standard/form-item';
import type { SchoolType } from '../standard/school-type';
import type { StandardSwitches } from '../standard/standard';
import type { StandardErrorCode } from '../standard/standard-error';
import type { Stage } from '../standard/stage';
import type { Part } from '../workbook/workbook-check';

/** The wording of one finding code. */
export interface FindingText {
  /** A few words, for lists and documentation. */
  readonly title: string;
  /** The sentence shown, with `{placeholders}` filled from the finding. */
  readonly message: string;
  /** Why it is reported. */
  readonly cause: string;
  /** What to do next. */
  readonly mending: string;
}

/** Why a file could not be opened or written, by the code of the failure. */
export interface FileFaultText {
  readonly message: string;
  readonly mending: string;
}

/** Codes of failures to open or write a file. */
export type FileFaultCode =
  | 'not-found'
  | 'not-readable'
  | 'empty-file'
  | 'not-a-zip'
  | 'truncated'
  | 'encrypted'
  | 'legacy-xls'
  | 'xlsb'
  | 'zip64'
  | 'too-large'
  | 'bad-entity'
  | 'part-missing'
  | 'malformed-xml'
  | 'not-a-workbook'
  | 'unsupported-compression'
  | 'crc'
  | 'damaged-zip'
  | 'bad-path'
  | 'unexpected'
  | 'output-is-input'
  | 'output-not-writable'
  | 'output-exists'
  | 'output-exists-foreign-sheets'
  | 'output-ledger-differs'
  | 'legacy-xls-not-writable'
  | 'standard-unreadable'
  | 'standard-invalid';

/** How what a finding is about is named, beyond schools and indicators. */
export interface FormTexts {
  readonly tables: Readonly<Record<FormPart, string>>;
  readonly item: string;
  readonly survey: string;
  readonly veto: string;
  readonly conclusion: string;
  /** Everybody asked, where no row of the survey is the total. */
  readonly everybody: string;
  readonly perPupil: string;
  /** What a cell is expected to hold. */
  readonly expected: Readonly<Record<'conclusion' | 'level' | 'yesNo' | 'year', string>>;
  /** What follows a number, by the sign that findings carry. */
  readonly signs: Readonly<Record<'%' | '元' | '级', string>>;
  readonly moneyUnits: Readonly<Record<'元' | '千元' | '万元' | '亿元', string>>;
  readonly conclusions: Readonly<Record<'达标' | '不达标', string>>;
  readonly readings: Readonly<Record<StandardSwitches['artRooms'], string>>;
  readonly bounds: Readonly<
    Record<'atLeast' | 'below' | 'atMost' | 'schools' | 'concluded', string>
  >;
}

/** How this year is told from the last one in findings. */
export interface YearTexts {
  readonly years: Readonly<Record<'now' | 'last' | 'both', string>>;
  readonly trends: Readonly<Record<Trend, string>>;
  readonly limits: Readonly<Record<'within' | 'over' | 'none', string>>;
  readonly composite: string;
}

/** Every text of the domain in one language. */
export interface Texts {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly attainments: Readonly<Record<Attainment, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** The four parts of recognition and the veto, and what follows from all of them. */
  readonly parts: Readonly<Record<Part, string>>;
  readonly overall: string;
  readonly schoolTypes: Readonly<Record<SchoolType, string>>;
  readonly localities: Readonly<Record<Locality, string>>;
  readonly units: Readonly<Record<FindingUnit, string>>;
  /** What a stated figure counts. */
  readonly measures: Readonly<
    Record<'mean' | 'coefficient' | 'count' | 'ratio' | 'schools' | 'students', string>
  >;
  /** How items of 表Ⅳ and 表Ⅴ, the survey, veto matters and their bounds are named in findings. */
  readonly form: FormTexts;
  readonly years: YearTexts;
  readonly findings: Readonly<Record<FindingCode, FindingText>>;
  readonly fileFaults: Readonly<Record<FileFaultCode, FileFaultText>>;
  readonly standardFaults: Readonly<Record<StandardErrorCode, string>>;
}
