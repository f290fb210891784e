import { BooleanNumber, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import * as z from 'zod/mini';
import type { CellLook, WorkbookLooks } from '../../ooxml/cell-look';
import { parseCellReference, parseRange } from '../../ooxml/cell-range';
import { formatKind } from '../../ooxml/number-format';
import { parseFormulaRules } from '../../ooxml/sheet-layout';
import { worksheetFrame } from '../../ooxml/worksheet-frame';
import { cellAddress } from '../../ooxml/write/cell-address';
import type { FileCellEdit } from '../../ooxml/write/set-cells';
import type { CellEdit } from '../../plans/cell-edit';
import type { HighlightPlan } from '../../plans/highlight-plan';
import type { SheetPlan } from '../../plans/sheet-plan';
import {
  CellDate,
  CellFault,
  HEAD_ROWS,
  UncalculatedFormula,
  type CellContent,
  type SheetHead,
  type SheetRow,
} from '../../workbook/source';
import type {
  HostCapabilities,
  HostChange,
  HostSelection,
  Unsubscribe,
  WorkbookHost,
} from '../host';
import { HostError } from '../host-error';
import { XlsxHost } from '../xlsx/xlsx-host';
import { hostErrorOf } from '../xlsx/xlsx-error';
import { cellContent, gridCell } from './grid-cell';
import { MOST_CELLS } from './grid-cells';
import { gridSheet, gridStyles, looksOf, type GridSheet, type UnshownKind } from './grid-sheet';
import { RuleMarks } from './rule-marks';

const SET_VALUES = 'sheet.mutation.set-range-values';
const INSERT_SHEET = 'sheet.mutation.insert-sheet';
const REMOVE_SHEET = 'sheet.mutation.remove-sheet';
const BLOCK_ROWS = 2000;
const DAYS_FROM_1900_TO_1904 = 1462;

const cells = z.nullish(
  z.record(
    z.string(),
    z.nullish(z.record(z.string(), z.nullish(z.record(z.string(), z.unknown())))),
  ),
);
const setValues = z.object({ unitId: z.string(), subUnitId: z.string(), cellValue: cells });

/** What of a mutation's cell makes it hold something else; the rest is looks. */
const CONTENT_KEYS = ['v', 'f', 'p', 'si'] as const;

/** A state of the workbook: how often the file had been changed, and how often the person had typed. */
interface FileState {
  readonly revision: number;
  readonly typed: number;
}

/** What no state of a workbook is: nothing has been saved. */
const NEVER: FileState = { revision: -1, typed: -1 };

/** Cells by sheet id, 0-based row and columns. */
type TypedCells = ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<number>>>;

/** A sheet that the grid shows now. */
interface ShownSheet extends GridSheet {
  readonly name: string;
  readonly marks: RuleMarks;
}

let opened = 0;

/**
 * A workbook file open in the workbench's grid. What is read comes from the grid, so that edits
 * count at once. Plans are carried out on the file, and the grid then shows what the file holds; what
 * the person types is kept beside it and spliced into the file before anything else changes it.
 * Whatever the grid cannot show thus stays in the file as it is.
 */
export class WorkbenchHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = {
    selection: true,
    changeEvents: true,
    customFunctions: true,
    charts: true,
  };
  readonly #api: FUniver;
  readonly #file: XlsxHost;
  /** By which the grid knows the workbook. */
  readonly unitId: string;
  readonly #shown = new Map<string, ShownSheet>();
  /** Cells that the person has changed since the file last took them: sheet id → row → columns. */
  readonly #typed = new Map<string, Map<number, Set<number>>>();
  readonly #changeListeners = new Set<(change: HostChange) => void>();
  readonly #selectionListeners = new Set<(selection: HostSelection) => void>();
  readonly #unsavedListeners = new Set<() => void>();
  readonly #events: { dispose(): void }[] = [];
  readonly #date1904: boolean;
  #taking: Promise<void> = Promise.resolve();
  #book: FWorkbook | null = null;
  #looks: WorkbookLooks = { cells: [], differential: [] };
  /** Whether a style of the grid shows numbers as dates, as far as it has been asked. */
  readonly #dateStyles = new Map<string, boolean>();
  /** How often the person has typed. */
  #typedCount = 0;
  /** The state that was saved last, and the one that `bytes` gave last. */
  #saved: FileState = { revision: 0, typed: 0 };
  #given: FileState = this.#saved;
  /** How many of the program's own changes of the grid are under way. */
  #ownChanges = 0;
  #nextSheet = 0;
  #heads: readonly SheetHead[] = [];

  private constructor(
    bytes: Uint8Array,
    readonly name: string,
    api: FUniver,
  ) {
    this.#api = api;
    this.#file = XlsxHost.open(bytes, name);
    opened += 1;
    this.unitId = `workbook-${opened}`;
    this.#date1904 = this.#file.source.workbook.date1904;
  }

  /**
   * Opens a file in the grid.
   *
   * @param bytes of the file; they must not change while the host is in use
   * @param name as it is to be shown
   * @param api the grid's; the EDU functions are registered with it already
   * @param makeRoom takes out what the grid shows, once the file has been read: two workbooks at a
   * time share parts of the grid, which then go with the first
   * @throws {OoxmlError} for whatever is wrong with the file
   * @throws {HostError} `too-large`
   */
  static async open(
    bytes: Uint8Array,
    name: string,
    api: FUniver,
    makeRoom: () => void,
  ): Promise<WorkbenchHost> {
    const host = new WorkbenchHost(bytes, name, api);
    await host.#show(makeRoom);
    return host;
  }

  /** Whether there is anything that the file as last saved (or opened) does not hold. */
  get isUnsaved(): boolean {
    return this.#typedCount !== this.#saved.typed || this.#file.revision !== this.#saved.revision;
  }

  /** What the grid does not show of the file, by kind with the sheets that have it. */
  get unshown(): ReadonlyMap<UnshownKind, readonly string[]> {
    const kinds = new Map<UnshownKind, string[]>();
    for (const { name, unshown } of this.#shown.values()) {
      for (const kind of unshown) kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
    }
    return kinds;
  }

  /** The file with everything typed and done so far; nothing else in it is changed. */
  async bytes(): Promise<Uint8Array> {
    await this.#taking;
    this.#given = { revision: this.#file.revision, typed: this.#typedCount };
    const file = this.#file.copy();
    const edits = await this.#editsOf(this.#typed);
    if (edits.length > 0) await file.setCells(edits);
    await file.packAhead();
    return file.bytes();
  }

  /** Says that what `bytes` gave last is now safe with the person. */
  markSaved(): void {
    this.#saved = this.#given;
    this.#tellUnsaved();
  }

  /** Says that the file as it was opened is kept nowhere else. */
  markUnsaved(): void {
    this.#saved = NEVER;
    this.#tellUnsaved();
  }

  /** Calls back whenever `isUnsaved` may have changed. */
  onUnsaved(listener: () => void): void {
    this.#unsavedListeners.add(listener);
  }

  /** The look that conditional formats give a cell of the grid, null when none does. */
  markAt(sheetId: string, row: number, column: number): CellLook | null {
    const look = this.#shown.get(sheetId)?.marks.at(row, column) ?? null;
    return look === null ? null : (this.#looks.differential[look] ?? null);
  }

  /** Takes the workbook out of the grid; the host is of no use afterwards. */
  close(): void {
    for (const event of this.#events) event.dispose();
    this.#ownChange(() => this.#api.disposeUnit(this.unitId));
  }

  heads(): Promise<readonly SheetHead[]> {
    return Promise.resolve(
      this.#heads.map((head) => {
        const sheet = this.#gridSheet(head.name);
        if (sheet === null) return head;
        const rows: SheetRow[] = [];
        for (const row of this.#rowsOf(sheet, 0, sheet.getSheet().getLastRowWithContent())) {
          rows.push(row);
          if (rows.length === HEAD_ROWS) break;
        }
        return { ...head, rows };
      }),
    );
  }

  async *rows(name: string): AsyncGenerator<Iterable<SheetRow>> {
    const sheet = this.#requireSheet(name);
    const last = sheet.getSheet().getLastRowWithContent();
    for (let from = 0; from <= last; from += BLOCK_ROWS) {
      // Gives way, so that long sheets do not hold the page up.
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      yield this.#rowsOf(sheet, from, Math.min(last, from + BLOCK_ROWS - 1));
    }
  }

  async applyHighlights(plan: HighlightPlan): Promise<void> {
    await this.#takeTyped();
    await this.#file.applyHighlights(plan);
    this.#showMarks();
  }

  async clearHighlights(): Promise<number> {
    await this.#takeTyped();
    const cleared = await this.#file.clearHighlights();
    this.#showMarks();
    return cleared;
  }

  sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    return this.#file.sheetConflicts(plans);
  }

  async writeSheets(
    plans: readonly SheetPlan[],
    replace: 'ours' | 'any',
  ): Promise<readonly string[]> {
    await this.#takeTyped();
    const names = await this.#file.writeSheets(plans, replace);
    await this.#showSheets(names);
    return names;
  }

  ownSheets(): Promise<ReadonlyMap<string, string>> {
    return this.#file.ownSheets();
  }

  async editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    await this.#takeTyped();
    const inverse = await this.#file.editCells(edits);
    this.#keepFormulas(edits);
    for (const { sheet, cell, content } of edits) {
      const at = parseCellReference(cell);
      if (at === null) continue;
      const formula = typeof content === 'object' && content !== null ? content.formula : undefined;
      const value = typeof content === 'object' ? undefined : content;
      this.#ownChange(() => {
        this.#setCell(this.#requireSheet(sheet), at.row, at.column, {
          v: null,
          f: null,
          p: null,
          si: null,
          t: null,
          ...gridCell(value, formula),
        });
      });
    }
    this.#tellUnsaved();
    return inverse;
  }

  select(target: HostSelection): Promise<void> {
    return settled(() => {
      const sheet = this.#requireSheet(target.sheet);
      const area = parseRange(target.range);
      if (area === null) throw new HostError('failed', target.range, 'this is no A1 range');
      if (sheet.getSheet().isSheetHidden() === BooleanNumber.TRUE) {
        throw new HostError('sheet-missing', target.sheet);
      }
      this.#requireBook().setActiveSheet(sheet);
      sheet.getRange(target.range).activate();
      sheet.scrollToCell(Math.max(0, area.firstRow - 4), Math.max(0, area.firstColumn - 3));
    });
  }

  selection(): Promise<HostSelection | null> {
    return settled(() => {
      const range = this.#requireBook().getActiveRange();
      return range === null
        ? null
        : { sheet: range.getSheetName(), range: range.getA1Notation(false).replaceAll('$', '') };
    });
  }

  insertFormula(formula: string): Promise<void> {
    return settled(() => {
      const book = this.#requireBook();
      const cell = book.getActiveCell() ?? book.getActiveSheet().getRange(0, 0);
      cell.setValue({ f: formula, v: null });
    });
  }

  onChange(listener: (change: HostChange) => void): Promise<Unsubscribe> {
    return Promise.resolve(listen(this.#changeListeners, listener));
  }

  onSelection(listener: (selection: HostSelection) => void): Promise<Unsubscribe> {
    return Promise.resolve(listen(this.#selectionListeners, listener));
  }

  settings(): Promise<ReadonlyMap<string, string>> {
    return this.#file.settings();
  }

  async saveSettings(settings: ReadonlyMap<string, string>): Promise<void> {
    await this.#takeTyped();
    await this.#file.saveSettings(settings);
    this.#tellUnsaved();
  }

  /** Puts the whole file into the grid. */
  async #show(makeRoom: () => void): Promise<void> {
    const source = this.#file.source;
    this.#looks = looksOf(source);
    let cells = 0;
    for (const sheet of source.workbook.sheets) {
      const shown = await gridSheet(source, sheet, this.#newSheetId());
      cells += shown.cells;
      if (cells > MOST_CELLS) throw new HostError('too-large', sheet.name);
      this.#keep(shown);
    }
    this.#heads = await this.#file.heads();
    const sheets = [...this.#shown.values()].map(({ data }) => data);
    makeRoom();
    this.#book = this.#ownChange(() =>
      this.#api.createWorkbook({
        id: this.unitId,
        name: this.name,
        styles: gridStyles(this.#looks.cells),
        sheetOrder: sheets.map(({ id }) => id),
        sheets: Object.fromEntries(sheets.map((data) => [data.id, data])),
      }),
    );
    this.#events.push(
      this.#api.addEvent(this.#api.Event.CommandExecuted, ({ id, params, options }) => {
        if (id === SET_VALUES && options?.['applyFormulaCalculationResult'] !== true) {
          this.#noteTyped(params);
        } else if (id === SET_VALUES) {
          this.#forgetMarks();
        }
      }),
      this.#api.addEvent(this.#api.Event.SelectionChanged, () => {
        void this.selection().then((selection) => {
          if (selection === null) return;
          for (const listener of this.#selectionListeners) listener(selection);
        });
      }),
    );
  }

  /** Shows the sheets of these names as the file now has them. */
  async #showSheets(names: readonly string[]): Promise<void> {
    const source = this.#file.source;
    this.#looks = looksOf(source);
    this.#requireBook().addStyles(gridStyles(this.#looks.cells));
    const made: { shown: GridSheet; index: number }[] = [];
    for (const [index, sheet] of source.workbook.sheets.entries()) {
      if (!names.includes(sheet.name)) continue;
      made.push({ shown: await gridSheet(source, sheet, this.#newSheetId()), index });
    }
    this.#heads = await this.#file.heads();
    this.#ownChange(() => {
      const book = this.#requireBook();
      const active = book.getActiveSheet().getSheetName();
      for (const { shown, index } of made) {
        const old = this.#gridSheet(shown.data.name);
        this.#api.syncExecuteCommand(INSERT_SHEET, {
          unitId: this.unitId,
          index: old?.getIndex() ?? index,
          sheet: { ...BLANK_SHEET, ...shown.data },
        });
        this.#keep(shown);
        if (active === shown.data.name) book.setActiveSheet(shown.data.id);
        if (old === null) continue;
        const subUnitId = old.getSheetId();
        this.#shown.delete(subUnitId);
        this.#typed.delete(subUnitId);
        this.#api.syncExecuteCommand(REMOVE_SHEET, {
          unitId: this.unitId,
          subUnitId,
          subUnitName: shown.data.name,
        });
      }
    });
    this.#tellUnsaved();
  }

  /** Shows the conditional formats that the file now has. */
  #showMarks(): void {
    const source = this.#file.source;
    this.#looks = looksOf(source);
    for (const sheet of [...this.#shown.values()]) {
      const listed = source.workbook.sheets.find(({ name }) => name === sheet.name);
      if (listed?.kind !== 'worksheet') continue;
      const frame = worksheetFrame(source.container.bytes(listed.part), listed.part);
      const rules = parseFormulaRules(frame, listed.part);
      this.#keep({ ...sheet, rules });
    }
    this.#requireBook().getActiveSheet().refreshCanvas();
    this.#tellUnsaved();
  }

  #keep(sheet: GridSheet): void {
    const { id, name } = sheet.data;
    const marks = new RuleMarks(sheet.rules, (row, column) => this.#contentAt(id, row, column));
    this.#shown.set(id, { ...sheet, name, marks });
  }

  #contentAt(sheetId: string, row: number, column: number): CellContent {
    const sheet = this.#requireBook().getWorkbook().getSheetBySheetId(sheetId);
    const cell = sheet?.getCellRaw(row - 1, column) ?? null;
    return cellContent(cell, false);
  }

  /** Notes which cells the person has changed, and tells who listens. */
  #noteTyped(params: unknown): void {
    const parsed = setValues.safeParse(params);
    if (!parsed.success || parsed.data.unitId !== this.unitId) return;
    this.#forgetMarks();
    if (this.#ownChanges > 0) return;
    const { subUnitId, cellValue } = parsed.data;
    const sheet = this.#shown.get(subUnitId);
    if (sheet === undefined) return;
    const rows: number[] = [];
    const columns: number[] = [];
    for (const [rowText, cells] of Object.entries(cellValue ?? {})) {
      for (const [columnText, cell] of Object.entries(cells ?? {})) {
        if (cell && !CONTENT_KEYS.some((key) => key in cell)) continue;
        const row = Number(rowText);
        const column = Number(columnText);
        const ofSheet = this.#typed.get(subUnitId) ?? new Map<number, Set<number>>();
        this.#typed.set(subUnitId, ofSheet);
        const ofRow = ofSheet.get(row) ?? new Set<number>();
        ofSheet.set(row, ofRow);
        ofRow.add(column);
        rows.push(row);
        columns.push(column);
      }
    }
    if (rows.length === 0) return;
    this.#typedCount += 1;
    const range = [
      cellAddress(
        rows.reduce((a, b) => Math.min(a, b)) + 1,
        columns.reduce((a, b) => Math.min(a, b)),
      ),
      cellAddress(
        rows.reduce((a, b) => Math.max(a, b)) + 1,
        columns.reduce((a, b) => Math.max(a, b)),
      ),
    ].join(':');
    for (const listener of this.#changeListeners) listener({ sheet: sheet.name, range });
    this.#tellUnsaved();
  }

  /** Splices into the file what the person has typed since it last took it, one call at a time. */
  #takeTyped(): Promise<void> {
    const taken = this.#taking.then(() => this.#spliceTyped());
    this.#taking = taken.catch(() => undefined);
    return taken;
  }

  async #spliceTyped(): Promise<void> {
    if (this.#typed.size === 0) return;
    const typed = new Map(this.#typed);
    // What is typed from here on belongs to the next time.
    this.#typed.clear();
    try {
      const edits = await this.#editsOf(typed);
      if (edits.length > 0) await this.#file.setCells(edits);
      this.#keepFormulas(edits);
    } catch (error) {
      this.#putBack(typed);
      throw error;
    }
  }

  /** The cells whose contents now differ from the file's, as edits of the file. */
  async #editsOf(typed: TypedCells): Promise<readonly FileCellEdit[]> {
    const edits: FileCellEdit[] = [];
    for (const [id, rows] of typed) edits.push(...(await this.#editsOfSheet(id, rows)));
    return edits;
  }

  async #editsOfSheet(
    id: string,
    rows: ReadonlyMap<number, ReadonlySet<number>>,
  ): Promise<FileCellEdit[]> {
    const shown = this.#shown.get(id);
    const sheet = this.#requireBook().getSheetBySheetId(id);
    if (shown === undefined || sheet === null) return [];
    const edits: FileCellEdit[] = [];
    const held = await this.#heldBefore(shown.name, rows);
    for (const [row, columns] of rows) {
      for (const column of columns) {
        const cell = cellAddress(row + 1, column);
        const edit = this.#editOf(sheet, shown, row, column);
        const isSame =
          typeof edit.content === 'object' && edit.content !== null
            ? shown.formulas.get(cell) === edit.content.formula
            : !shown.formulas.has(cell) && this.#plain(held.get(cell)) === edit.content;
        if (!isSame) edits.push(edit);
      }
    }
    return edits;
  }

  #putBack(typed: TypedCells): void {
    for (const [id, rows] of typed) {
      const ofSheet = this.#typed.get(id) ?? new Map<number, Set<number>>();
      this.#typed.set(id, ofSheet);
      for (const [row, columns] of rows) {
        ofSheet.set(row, new Set([...columns, ...(ofSheet.get(row) ?? [])]));
      }
    }
  }

  #keepFormulas(edits: readonly FileCellEdit[]): void {
    for (const [id, shown] of [...this.#shown]) {
      const own = edits.filter(({ sheet }) => sheet === shown.name);
      if (own.length === 0) continue;
      const formulas = new Map(shown.formulas);
      for (const { cell, content } of own) {
        if (typeof content === 'object' && content !== null) formulas.set(cell, content.formula);
        else formulas.delete(cell);
      }
      this.#shown.set(id, { ...shown, formulas });
    }
  }

  async #heldBefore(
    sheet: string,
    wanted: ReadonlyMap<number, ReadonlySet<number>>,
  ): Promise<ReadonlyMap<string, CellContent>> {
    const held = new Map<string, CellContent>();
    for await (const block of this.#file.rows(sheet)) {
      for (const row of block) {
        for (const column of wanted.get(row.number - 1) ?? []) {
          held.set(cellAddress(row.number, column), row.cells[column]);
        }
      }
    }
    return held;
  }

  /** What a cell of the grid holds, as an edit of the file. */
  #editOf(sheet: FWorksheet, shown: ShownSheet, row: number, column: number): FileCellEdit {
    const place = { sheet: shown.name, cell: cellAddress(row + 1, column) };
    const formula = sheet.getRange(row, column).getFormula().replace(/^=/, '');
    const value = this.#plain(this.#read(sheet, row, column));
    if (formula === '') return { ...place, content: value };
    return { ...place, content: { formula }, ...(value === null ? {} : { result: value }) };
  }

  #plain(content: CellContent): string | number | boolean | null {
    if (content === undefined || content instanceof UncalculatedFormula) return null;
    if (content instanceof CellFault) return content.error;
    if (!(content instanceof CellDate)) return content;
    return this.#date1904 ? content.serial - DAYS_FROM_1900_TO_1904 : content.serial;
  }

  #read(sheet: FWorksheet, row: number, column: number): CellContent {
    return this.#contentOf(sheet.getSheet().getCellRaw(row, column) ?? null);
  }

  #contentOf(cell: ICellData | null | undefined): CellContent {
    return cellContent(cell, typeof cell?.v === 'number' && this.#isDate(cell));
  }

  #isDate({ s: style }: ICellData): boolean {
    if (typeof style !== 'string') return isDateFormat(style?.n?.pattern);
    let known = this.#dateStyles.get(style);
    if (known === undefined) {
      const pattern = /^s\d+$/.test(style)
        ? this.#looks.cells[Number(style.slice(1))]?.format
        : this.#requireBook().getWorkbook().getStyles().get(style)?.n?.pattern;
      known = isDateFormat(pattern);
      this.#dateStyles.set(style, known);
    }
    return known;
  }

  *#rowsOf(sheet: FWorksheet, from: number, to: number): Generator<SheetRow> {
    const model = sheet.getSheet();
    const matrix = model.getCellMatrix().getMatrix();
    for (let row = from; row <= to; row += 1) {
      const held = matrix[row];
      if (held === undefined) continue;
      const cells: CellContent[] = [];
      for (const column of Object.keys(held)) {
        const content = this.#contentOf(held[Number(column)] ?? null);
        if (content !== undefined) cells[Number(column)] = content;
      }
      if (cells.length === 0) continue;
      yield { number: row + 1, hidden: !model.getRowRawVisible(row), cells };
    }
  }

  #setCell(sheet: FWorksheet, row: number, column: number, cell: ICellData): void {
    this.#api.syncExecuteCommand(SET_VALUES, {
      unitId: this.unitId,
      subUnitId: sheet.getSheetId(),
      cellValue: { [row - 1]: { [column]: cell } },
    });
  }

  #forgetMarks(): void {
    for (const { marks } of this.#shown.values()) marks.forget();
  }

  #newSheetId(): string {
    this.#nextSheet += 1;
    return `${this.unitId}-${this.#nextSheet}`;
  }

  #ownChange<T>(change: () => T): T {
    this.#ownChanges += 1;
    try {
      return change();
    } catch (error) {
      throw hostErrorOf(error);
    } finally {
      this.#ownChanges -= 1;
    }
  }

  #requireBook(): FWorkbook {
    if (this.#book === null) throw new HostError('failed', '', 'the workbook is not open');
    return this.#book;
  }

  #gridSheet(name: string): FWorksheet | null {
    const wanted = name.toLowerCase();
    for (const [id, shown] of this.#shown) {
      if (shown.name.toLowerCase() === wanted) return this.#requireBook().getSheetBySheetId(id);
    }
    return null;
  }

  #requireSheet(name: string): FWorksheet {
    const sheet = this.#gridSheet(name);
    if (sheet === null) throw new HostError('sheet-missing', name);
    return sheet;
  }

  #tellUnsaved(): void {
    for (const listener of this.#unsavedListeners) listener();
  }
}

/** What the grid wants to be told of every sheet. */
const BLANK_SHEET = {
  zoomRatio: 1,
  scrollTop: 0,
  scrollLeft: 0,
  rightToLeft: 0,
  rowHeader: { width: 46, hidden: 0 },
  columnHeader: { height: 20, hidden: 0 },
} as const;

function isDateFormat(pattern: string | undefined): boolean {
  return pattern !== undefined && formatKind(pattern) === 'date';
}

function listen<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): Unsubscribe {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    return Promise.resolve();
  };
}

/** Failures of a step as the rejections that callers of a host expect. */
function settled<T>(step: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      resolve(step());
    } catch (error) {
      reject(hostErrorOf(error));
    }
  });
}
