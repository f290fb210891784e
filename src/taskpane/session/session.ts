import type { AcceptedReason, Finding } from '../../assessment/finding';
import type { CellReference } from '../../assessment/school';
import type { HostCapabilities, HostSelection } from '../../hosts/host';
import type { HostErrorCode } from '../../hosts/host-error';
import type { Language } from '../../locales/language';
import type { FileFaultCode } from '../../locales/texts';
import type { SheetKey } from '../../reports/sheet-keys';
import type { Standard, StandardSwitches } from '../../standard/standard';
import type { StandardErrorCode } from '../../standard/standard-error';
import type { FormAnswer, Overwrite } from '../../workbook/plan-answers';
import type { DueDays } from '../../workbook/ledger-dates';
import type { WorkbookCheck } from '../../workbook/workbook-check';

/** Which findings are listed; the 差异系数 always covers the whole county. */
export type ListScope = 'everything' | 'sheet' | 'selection';

/** What the person has chosen; kept with the workbook, but for the language (kept with the person). */
export interface Preferences {
  readonly language: Language;
  /** Id of a national standard. */
  readonly standard: string;
  /** A bureau's own stricter standard, as the JSON text that was loaded; null for none. */
  readonly ownStandard: string | null;
  readonly switches: Partial<StandardSwitches>;
  /** Sheet that holds the schools; null to find it by name and headings. */
  readonly sheet: string | null;
  /** Check again after edits. */
  readonly live: boolean;
  /** Put the marks on the sheets right after a check. */
  readonly markAfterCheck: boolean;
  /** How 整改台账 counts the days of 13710. */
  readonly dueDays: DueDays;
}

/** What the pane is doing. */
export type Activity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking' | 'marking' | 'clearing' | 'writing' | 'fixing';
      /** Share done, 0–1; null when it cannot be told. */
      readonly progress: number | null;
      readonly cancellable: boolean;
    };

/** Something the pane tells the person: the outcome of an action, or why it did not work. */
export interface Notice {
  /** Grows by one, so that the same notice shown twice is told apart. */
  readonly number: number;
  readonly tone: 'success' | 'warning' | 'error';
  readonly content:
    | { readonly kind: 'host-error'; readonly code: HostErrorCode; readonly subject: string }
    | {
        readonly kind: 'standard-error';
        /** JSON path of the wrong value; `$` for a text that is no JSON at all. */
        readonly path: string;
        readonly detail: StandardErrorCode | 'not-json';
        /** The national number that may not be loosened, where there is one. */
        readonly bound: number | null;
      }
    | { readonly kind: 'unexpected'; readonly detail: string }
    | { readonly kind: 'marked'; readonly cells: number | null; readonly rules: number }
    | { readonly kind: 'cleared'; readonly rules: number }
    | { readonly kind: 'written'; readonly sheets: readonly string[] }
    | { readonly kind: 'fixed'; readonly cells: number }
    | { readonly kind: 'undone'; readonly cells: number }
    | {
        readonly kind: 'answered';
        readonly answers: number;
        /** Input sheets that were made for them. */
        readonly sheets: readonly string[];
      }
    | { readonly kind: 'answers-undone'; readonly answers: number }
    | { readonly kind: 'file-fault'; readonly file: string; readonly code: FileFaultCode }
    | { readonly kind: 'headings-unusable'; readonly sheets: readonly string[] }
    | { readonly kind: 'accepted' }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'template-written'; readonly sheets: readonly string[] };
}

/** All that the pane shows; replaced as a whole at every change, never altered. */
export interface SessionState {
  readonly capabilities: HostCapabilities;
  readonly preferences: Preferences;
  /** The standard in force: national, a bureau's own, with the switches. */
  readonly standard: Standard;
  readonly activity: Activity;
  /** The last finished check; null before the first. */
  readonly check: WorkbookCheck | null;
  /** Whether the workbook was edited since the last check. */
  readonly stale: boolean;
  /** Whether our marks are on the sheets, as far as is known. */
  readonly marked: boolean;
  readonly scope: ListScope;
  /** Where the person is, for the scopes `sheet` and `selection`. */
  readonly selection: HostSelection | null;
  /** How many cells the last fix changed, while it can be undone; 0 otherwise. */
  readonly undoableCells: number;
  /** How many answers were written last, while that can be undone; 0 otherwise. */
  readonly undoableAnswers: number;
  /** Last year's workbook, with which checks compare, by its file name; null for none. */
  readonly lastYear: string | null;
  /** Sheets of ours in the workbook, by key. */
  readonly ownSheets: ReadonlyMap<string, string>;
  readonly notice: Notice | null;
}

/** What a write does to the workbook's sheets; the person decides. */
export interface WriteQuestion {
  /** Sheets that will be added. */
  readonly added: readonly string[];
  /** Our own earlier sheets that will be replaced. */
  readonly replaced: readonly string[];
  /** Sheets of the same name that are not ours. */
  readonly foreign: readonly string[];
}

/** A workbook file that the person chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of answers that were to be written. */
export type AnswerOutcome =
  | { readonly kind: 'written' }
  /** Nothing was written: a notice says why. */
  | { readonly kind: 'refused' }
  /** Nothing was written: these cells hold something that nobody agreed to lose. */
  | { readonly kind: 'question'; readonly overwrites: readonly Overwrite[] };

/**
 * The pane without its looks: it holds the state and carries out what the person asks. It never
 * throws; what goes wrong becomes a notice.
 */
export interface Session {
  readonly state: () => SessionState;
  /** Calls the listener after every change of state; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;

  /** Reads and judges the workbook. */
  check(): Promise<void>;
  /** Stops the check or write under way. */
  cancel(): void;
  mark(): Promise<void>;
  clearMarks(): Promise<void>;

  /** The findings to list under the scope, accepted ones last within their severity. */
  findings(): readonly Finding[];
  setScope(scope: ListScope): Promise<void>;
  /** Selects the finding's cell; a notice when its sheet is hidden or gone. */
  show(finding: Finding): Promise<void>;
  /** Selects a cell; a notice when its sheet is hidden or gone. */
  showCell(place: CellReference): Promise<void>;
  /** Writes the reason to 情况说明 and marks the finding accepted. Warnings only. */
  accept(finding: Finding, reason: Pick<AcceptedReason, 'reason' | 'by'>): Promise<void>;
  /** Whether the finding's cell can be mended safely (text or full-width digits to a number). */
  isFixable(finding: Finding): boolean;
  fix(findings: readonly Finding[]): Promise<void>;
  undoFix(): Promise<void>;
  /**
   * Writes answers into the input sheets and checks again. A sheet, row or column that is not there
   * is made first, as the person's own.
   *
   * @param agreed cells whose content the person has seen and agreed to lose
   */
  answer(answers: readonly FormAnswer[], agreed?: readonly Overwrite[]): Promise<AnswerOutcome>;
  undoAnswers(): Promise<void>;

  /**
   * Compares with last year's workbook from now on, or no longer (null), and checks again. The file is
   * read where the pane runs.
   */
  compareWithLastYear(file: ChosenFile | null): Promise<void>;

  /** What writing these sheets would add and replace. */
  questionBeforeWriting(keys: readonly SheetKey[]): Promise<WriteQuestion>;
  write(keys: readonly SheetKey[], replaceForeign: boolean): Promise<void>;
  /** Shows a sheet by name. */
  open(sheet: string): Promise<void>;
  /** Adds the template's blank sheets to the workbook (first-run). */
  insertTemplate(): Promise<void>;
  /** Adds the sample county's sheets to the workbook (first-run); opened in a new sheet set. */
  insertSample(): Promise<void>;

  insertFormula(formula: string): Promise<void>;
  /**
   * Changes and keeps preferences. Choosing a national standard puts the bureau's own aside; a
   * change of what is checked (standard, switches, sheet) checks again where a check was shown.
   */
  setPreferences(change: Partial<Preferences>): Promise<void>;
  /** Takes a bureau's own standard from its JSON text; a notice says what is wrong with it. */
  loadOwnStandard(json: string): Promise<void>;
  dismissNotice(): void;
}
