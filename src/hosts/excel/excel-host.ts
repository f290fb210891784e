import type { CellEdit } from '../../plans/cell-edit';
import type { HighlightPlan } from '../../plans/highlight-plan';
import type { SheetPlan } from '../../plans/sheet-plan';
import type { SheetHead, SheetRow } from '../../workbook/source';
import type {
  HostCapabilities,
  HostChange,
  HostSelection,
  Unsubscribe,
  WorkbookHost,
} from '../host';
import { editCells } from './edit-cells';
import { listenToChanges, listenToSelection } from './events';
import { inExcel } from './excel-batch';
import { applyHighlights, clearHighlights } from './highlights';
import type { UsedArea } from './read-block';
import { readHeads } from './read-heads';
import { readRows } from './read-rows';
import { insertFormula, readSelection, select } from './selection';
import { readSettings, saveSettings } from './settings';
import { ownSheets, sheetConflicts, writeSheets } from './write-sheets';

/**
 * The workbook that is open in Excel, by way of the global `Excel` of Office.js. Nothing newer than
 * ExcelApi 1.14 (Excel LTSC 2021) is used. The number of round trips of an action goes with the
 * size of the data, in blocks, and never with the number of cells, findings or rules.
 *
 * While a cell is being typed into every method rejects with `cell-editing`, so that the person
 * hears of it at once instead of seeing nothing happen.
 */
export class ExcelHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = {
    selection: true,
    changeEvents: true,
    customFunctions: Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1'),
    charts: true,
  };
  #name: string;
  #used: ReadonlyMap<string, UsedArea | null> = new Map();
  /** The last of the writes: one at a time, for each switches events off and on. */
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(name: string) {
    this.#name = name;
  }

  /**
   * Connects to the open workbook; `Office.onReady` must have come.
   *
   * @throws {HostError} `cell-editing`
   */
  static async open(): Promise<ExcelHost> {
    return await inExcel(async (context) => {
      const { workbook } = context;
      workbook.load('name');
      await context.sync();
      return new ExcelHost(workbook.name);
    });
  }

  /** As of the last reading: it changes when the workbook is saved under another name. */
  get name(): string {
    return this.#name;
  }

  async heads(): Promise<readonly SheetHead[]> {
    const { name, heads, used } = await readHeads();
    this.#name = name;
    this.#used = used;
    return heads;
  }

  rows(sheet: string): AsyncIterable<Iterable<SheetRow>> {
    return readRows(sheet, this.#used.get(sheet));
  }

  applyHighlights(plan: HighlightPlan): Promise<void> {
    return this.#inTurn(() => applyHighlights(plan));
  }

  clearHighlights(): Promise<number> {
    return this.#inTurn(clearHighlights);
  }

  sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    return sheetConflicts(plans);
  }

  writeSheets(plans: readonly SheetPlan[], replace: 'ours' | 'any'): Promise<readonly string[]> {
    return this.#inTurn(() => writeSheets(plans, replace));
  }

  ownSheets(): Promise<ReadonlyMap<string, string>> {
    return ownSheets();
  }

  editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    return this.#inTurn(() => editCells(edits));
  }

  select(target: HostSelection): Promise<void> {
    return select(target);
  }

  selection(): Promise<HostSelection | null> {
    return readSelection();
  }

  insertFormula(formula: string): Promise<void> {
    return this.#inTurn(() => insertFormula(formula));
  }

  onChange(listener: (change: HostChange) => void): Promise<Unsubscribe> {
    return listenToChanges(listener);
  }

  onSelection(listener: (selection: HostSelection) => void): Promise<Unsubscribe> {
    return listenToSelection(listener);
  }

  settings(): Promise<ReadonlyMap<string, string>> {
    return readSettings();
  }

  saveSettings(settings: ReadonlyMap<string, string>): Promise<void> {
    return this.#inTurn(() => saveSettings(settings));
  }

  /** Runs a write after those before it, whether they succeeded or not. */
  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const result = this.#writing.then(write, write);
    this.#writing = result.catch(() => undefined);
    return result;
  }
}
