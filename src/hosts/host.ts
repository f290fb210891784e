import type { CellEdit } from '../plans/cell-edit';
import type { HighlightPlan } from '../plans/highlight-plan';
import type { SheetPlan } from '../plans/sheet-plan';
import type { WorkbookSource } from '../workbook/source';

/** What a host can do beyond reading and carrying out plans. */
export interface HostCapabilities {
  /** There is a selection that can be read and moved. */
  readonly selection: boolean;
  /** Edits by the person are reported as they happen. */
  readonly changeEvents: boolean;
  /** The EDU functions can be typed into cells. */
  readonly customFunctions: boolean;
  /** Charts of a plan are drawn; otherwise the sheet is written without them. */
  readonly charts: boolean;
}

/** Where the person is: a rectangle of a sheet. */
export interface HostSelection {
  readonly sheet: string;
  /** A1 range without `$`; of several areas the first. */
  readonly range: string;
}

/** An edit by the person (never by the program itself). */
export interface HostChange {
  readonly sheet: string;
  /** A1 range; null when the extent is unknown (rows or sheets were inserted or deleted). */
  readonly range: string | null;
}

/** Stops listening. */
export type Unsubscribe = () => Promise<void>;

/**
 * A spreadsheet program with one workbook open, as the pane and the commands see it. All reading
 * and writing goes through here; plans are computed elsewhere and only carried out. Every method
 * rejects with HostError and leaves the workbook as it was, or done: never half-way.
 */
export interface WorkbookHost extends WorkbookSource {
  readonly capabilities: HostCapabilities;

  /** Puts our conditional formats in place of any that we put before. Touches nothing else. */
  applyHighlights(plan: HighlightPlan): Promise<void>;
  /** Removes exactly our conditional formats from every sheet; how many rules that were. */
  clearHighlights(): Promise<number>;

  /** Names among the plans that sheets of the workbook have which are not ours. */
  sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]>;
  /**
   * Writes sheets; our own earlier ones of the same key are replaced in place.
   * @param replace `any` also replaces sheets of the same name that are not ours
   * @returns the names of the sheets, in the order of the plans
   */
  writeSheets(plans: readonly SheetPlan[], replace: 'ours' | 'any'): Promise<readonly string[]>;
  /** The key of every sheet of ours that the workbook holds now, with its name. */
  ownSheets(): Promise<ReadonlyMap<string, string>>;

  /** Changes cells and returns the edits that undo it. */
  editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]>;

  /** Shows a sheet and selects a range of it; a hidden sheet is an error `sheet-missing`. */
  select(target: HostSelection): Promise<void>;
  selection(): Promise<HostSelection | null>;
  /** Types a formula (with its `=`) into the active cell. */
  insertFormula(formula: string): Promise<void>;

  onChange(listener: (change: HostChange) => void): Promise<Unsubscribe>;
  onSelection(listener: (selection: HostSelection) => void): Promise<Unsubscribe>;

  /** Texts kept with the workbook (the chosen standard, switches …). */
  settings(): Promise<ReadonlyMap<string, string>>;
  saveSettings(settings: ReadonlyMap<string, string>): Promise<void>;
}
