import { type Area, formatArea, quoteSheetName } from './a1';
import { type ApiCatalog, excelCatalog } from './api-catalog';
import { CustomFunctionCells, type FunctionDeclaration } from './custom-functions';
import { readFormat } from './format-layers';
import { HostError } from './host-error';
import type { HostObject } from './object-model/host-object';
import { RangeObject, rangeOf } from './object-model/range';
import { rangeAreasOf } from './object-model/range-areas';
import { SHEET_EVENTS } from './object-model/worksheets';
import { answerQuery, type QueryAnswer } from './process-query';
import { RequestLog } from './request-log';
import { type HostProfile, LTSC_2021 } from './requirement-sets';
import { type WorkbookJson, workbookFromJson, workbookToJson } from './workbook-json';
import {
  type CellModel,
  type CellValue,
  type SheetModel,
  type WorkbookModel,
  addSheet,
  cellAt,
  cellKey,
  emptyWorkbook,
  renameSheet,
  sheetNamed,
} from './workbook-model';
import { type WireRecord, type WireValue, isWireList } from './wire-value';

/** One entry of a message that the host pushes to the library. */
export interface HostMessage {
  /** 1 for custom functions, 65536 for events. */
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Computes a formula that is no custom function's; undefined leaves the cached value. */
export type FormulaEvaluator = (
  formula: string,
  sheet: SheetModel,
  cell: { readonly row: number; readonly column: number },
) => CellValue | undefined;

/** What a stand-in starts with. */
export interface ExcelHostOptions {
  /** One empty sheet when absent. */
  readonly workbook?: WorkbookModel | WorkbookJson;
  /** LTSC 2021 when absent. */
  readonly profile?: HostProfile;
  readonly evaluateFormula?: FormulaEvaluator;
}

function isModel(workbook: WorkbookModel | WorkbookJson): workbook is WorkbookModel {
  return 'activeSheetId' in workbook;
}

/** The name of an event of sheets. */
export type SheetEvent = keyof typeof SHEET_EVENTS;

/**
 * Excel without Excel: a workbook, the answers to the library's requests about it, and the things a
 * person does to it. How requests arrive is another matter: see `NodeHost` and `ChromiumHost`.
 */
export class ExcelHost {
  readonly catalog: ApiCatalog = excelCatalog();
  readonly profile: HostProfile;
  readonly log = new RequestLog();
  readonly functions = new CustomFunctionCells(this);
  /** Ranges that the library holds between requests. */
  readonly references = new Map<string, HostObject>();
  /** Workbooks that the add-in opened with `Excel.createWorkbook`, as base64. */
  readonly openedWorkbooks: string[] = [];
  workbook: WorkbookModel;
  /** `runtime.enableEvents`. */
  eventsEnabled = true;
  /** How often the add-in suspended painting. */
  screenSuspensions = 0;
  /** Whether the task pane is on screen (`Office.addin.showAsTaskpane`, `hide`). */
  paneVisible = true;
  /** Whether the add-in asked to be started with the workbook. */
  startsWithWorkbook = false;
  /** What the add-in asked of the ribbon (`Office.ribbon.requestUpdate`). */
  readonly ribbonUpdates: WireValue[] = [];
  /** Cells moved by the request at hand. */
  cellsRead = 0;
  cellsWritten = 0;

  private readonly evaluateFormula: FormulaEvaluator | undefined;
  private readonly listeners = new Set<string>();
  private members: Set<string> | undefined;
  private inRequest = false;
  private deliver: ((entries: readonly HostMessage[]) => void) | undefined;
  private takesCalls = false;
  private outbox: HostMessage[] = [];
  private editing = false;
  private afterEditing: (() => void)[] = [];
  private nextReference = 1;

  constructor(options: ExcelHostOptions = {}) {
    this.profile = options.profile ?? LTSC_2021;
    this.evaluateFormula = options.evaluateFormula;
    const given = options.workbook ?? emptyWorkbook();
    this.workbook = isModel(given) ? given : workbookFromJson(given);
    if (this.workbook.sheets.length === 0) addSheet(this.workbook, 'Sheet1');
  }

  /** The workbook as JSON, to compare or to open again. */
  save(): WorkbookJson {
    return workbookToJson(this.workbook);
  }

  // ---- requests ---------------------------------------------------------------------------

  /**
   * Answers one `ProcessQuery` request. While a cell is being edited it is refused, or waits when the
   * add-in asked for `delayForCellEdit`.
   */
  async query(body: unknown, requestFlags: number, customData = ''): Promise<QueryAnswer> {
    const delayed = (requestFlags & 64) !== 0;
    if (this.editing && delayed) {
      await new Promise<void>((resolve) => this.afterEditing.push(resolve));
    }
    this.cellsRead = 0;
    this.cellsWritten = 0;
    this.members = new Set();
    this.inRequest = true;
    try {
      return answerQuery(this, body, this.editing, customData);
    } finally {
      this.inRequest = false;
      this.members = undefined;
      this.flush();
    }
  }

  /** Notes a member that a request used. */
  touched(member: string): void {
    this.members?.add(member);
  }

  /** The members that the request at hand used so far. */
  usedMembers(): string[] {
    return [...(this.members ?? [])];
  }

  /** The id under which the library may come back to an object. */
  keep(object: HostObject): string {
    const id = `reference-${this.nextReference}`;
    this.nextReference += 1;
    this.references.set(id, object);
    return id;
  }

  /** The class a declared type names, when it is one of the Excel namespace. */
  objectTypeOf(type: string): string | undefined {
    const name = /^Excel\.(\w+)$/.exec(type)?.[1];
    return name !== undefined && this.catalog.has(name) ? name : undefined;
  }

  /** Whether a declared type is an object, a list of objects or an event: no scalar. */
  isObjectType(type: string): boolean {
    return (
      type.startsWith('OfficeExtension.') ||
      this.objectTypeOf(type.replace(/\[\]$/, '')) !== undefined
    );
  }

  // ---- messages to the library ------------------------------------------------------------

  /** Says how messages reach the library; what waited is sent at once. */
  connect(deliver: (entries: readonly HostMessage[]) => void): void {
    this.deliver = deliver;
    this.flush();
  }

  /** The library's runtime of custom functions takes calls from now on. */
  functionsReady(): void {
    this.takesCalls = true;
    this.flush();
  }

  /** Stops sending; messages wait for the next `connect`. */
  disconnect(): void {
    this.deliver = undefined;
    this.takesCalls = false;
    this.listeners.clear();
    this.references.clear();
  }

  /** Sends a message once the request at hand is answered. */
  send(message: HostMessage): void {
    this.outbox.push(message);
    if (!this.inRequest) this.flush();
  }

  private flush(): void {
    if (this.deliver === undefined) return;
    const { deliver } = this;
    const early = (entry: HostMessage): boolean => entry.messageCategory === 1 && !this.takesCalls;
    const entries = this.outbox.filter((entry) => !early(entry));
    this.outbox = this.outbox.filter(early);
    if (entries.length === 0) return;
    setTimeout(() => {
      deliver(entries);
    }, 0);
  }

  /** Begins or ends telling the add-in of an event. */
  listen(event: SheetEvent, target: string, on: boolean): void {
    const key = `${event}|${target}`;
    if (on) this.listeners.add(key);
    else this.listeners.delete(key);
  }

  /** Tells whoever listens, for the sheet or for the workbook. */
  fire(event: SheetEvent, sheet: SheetModel, details: WireRecord): void {
    if (!this.eventsEnabled) return;
    for (const target of [sheet.id, 'Workbook']) {
      if (!this.listeners.has(`${event}|${target}`)) continue;
      this.send({
        messageCategory: 65_536,
        messageType: SHEET_EVENTS[event],
        targetId: target,
        message: JSON.stringify(details),
      });
    }
  }

  /** Shows or hides the task pane; the add-in's runtime goes on either way. */
  showPane(visible: boolean): void {
    if (this.paneVisible === visible) return;
    this.paneVisible = visible;
    const visibility = visible ? 'Visible' : 'Hidden';
    this.send({
      messageCategory: 65_536,
      messageType: 65_539,
      targetId: '',
      message: JSON.stringify({ visibility }),
    });
  }

  // ---- what objects of the model need -----------------------------------------------------

  /** The sheet in front. */
  activeSheet(): SheetModel {
    const sheet = this.workbook.sheets.find(({ id }) => id === this.workbook.activeSheetId);
    if (sheet === undefined) throw new HostError('ItemNotFound', 'No sheet is active');
    return sheet;
  }

  /** A sheet by name, for tests. */
  sheet(name: string): SheetModel {
    const sheet = sheetNamed(this.workbook, name);
    if (sheet === undefined) throw new HostError('ItemNotFound', `There is no sheet ${name}`);
    return sheet;
  }

  /** Brings a sheet to the front. */
  activate(sheet: SheetModel): void {
    if (sheet.visibility !== 'Visible') {
      throw new HostError('InvalidOperation', `${sheet.name} is hidden`, 'Worksheet.activate');
    }
    const before = this.workbook.sheets.find(({ id }) => id === this.workbook.activeSheetId);
    if (before === sheet) return;
    this.workbook.activeSheetId = sheet.id;
    this.workbook.selection = [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }];
    if (before !== undefined) this.fire('Deactivated', before, { worksheetId: before.id });
    this.fire('Activated', sheet, { worksheetId: sheet.id });
  }

  /** Selects areas, bringing their sheet to the front. */
  select(sheet: SheetModel, areas: readonly Area[]): void {
    this.activate(sheet);
    this.workbook.selection = [...areas];
    this.selectionMoved();
    this.fire('SelectionChanged', sheet, {
      worksheetId: sheet.id,
      address: areas.map(formatArea).join(','),
    });
  }

  /** The selection of the document moved: the common API has an event of its own for it. */
  protected selectionMoved(): void {
    // Nobody listens to the common API in Node.
  }

  /** Refuses a write to locked cells of a protected sheet. */
  assertCellsWritable(sheet: SheetModel, area: Area, location: string): void {
    if (!sheet.protection.protected) return;
    if (readFormat(sheet, area, 'protection/locked') === false) return;
    throw new HostError('AccessDenied', `The sheet ${sheet.name} is protected`, location);
  }

  /** Refuses a format on a protected sheet, unless its options allow it. */
  assertFormatWritable(
    sheet: SheetModel,
    _area: Area,
    location: string,
    permission = 'allowFormatCells',
  ): void {
    if (!sheet.protection.protected || sheet.protection.options[permission] === true) return;
    throw new HostError('AccessDenied', `The sheet ${sheet.name} is protected`, location);
  }

  /** Refuses charts on a protected sheet, unless its options allow objects. */
  assertObjectsWritable(sheet: SheetModel, location: string): void {
    if (!sheet.protection.protected || sheet.protection.options['allowEditObjects'] === true)
      return;
    throw new HostError('AccessDenied', `The sheet ${sheet.name} is protected`, location);
  }

  /** Refuses to add, rename, hide or delete sheets of a protected workbook. */
  assertStructureWritable(location: string): void {
    if (!this.workbook.structureProtected) return;
    throw new HostError('AccessDenied', 'The structure of the workbook is protected', location);
  }

  /** A formula was put into a cell: its function is called, or the test's evaluator. */
  formulaEntered(sheet: SheetModel, row: number, column: number): void {
    if (this.functions.enter(sheet, row, column)) return;
    const cell = sheet.cells.get(cellKey(row, column));
    const formula = cell?.formula;
    if (cell === undefined || formula === undefined) return;
    const value = this.evaluateFormula?.(formula, sheet, { row, column });
    if (value !== undefined) cell.value = value;
  }

  /** The evaluator knows what depends on what, so it is asked for every formula. */
  private evaluateAll(): void {
    for (const sheet of this.workbook.sheets) {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined) continue;
        const value = this.evaluateFormula?.(cell.formula, sheet, cellAt(key));
        if (value !== undefined) cell.value = value;
      }
    }
  }

  /** Computes the formulas of a sheet, or of an area of it, again. */
  recalculate(sheet: SheetModel, area?: Area): void {
    const inside = area ?? { row: 0, column: 0, rowCount: Infinity, columnCount: Infinity };
    for (const [key, cell] of [...sheet.cells]) {
      const { row, column } = cellAt(key);
      const wanted =
        row >= inside.row &&
        row < inside.row + inside.rowCount &&
        column >= inside.column &&
        column < inside.column + inside.columnCount;
      if (wanted && cell.formula !== undefined) this.formulaEntered(sheet, row, column);
    }
  }

  /** Cells have new contents: listeners hear of it, functions that read them are called again. */
  cellsChanged(sheet: SheetModel, area: Area, before: CellModel | undefined): void {
    if (this.workbook.calculationMode !== 'Manual') {
      this.functions.dependentsChanged(sheet, area);
      if (this.evaluateFormula !== undefined) this.evaluateAll();
    }
    const single = area.rowCount === 1 && area.columnCount === 1;
    const after = sheet.cells.get(cellKey(area.row, area.column));
    const typeOf = (cell: CellModel | undefined): string => {
      const value = cell?.value ?? null;
      if (value === null) return 'Empty';
      if (cell?.isError === true) return 'Error';
      if (typeof value === 'number') return 'Double';
      return typeof value === 'boolean' ? 'Boolean' : 'String';
    };
    const listening = ['Workbook', sheet.id].some((id) => this.listeners.has(`Changed|${id}`));
    if (!this.eventsEnabled || !listening) return;
    this.fire('Changed', sheet, {
      address: formatArea(area),
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheet.id,
      shiftDirection: 'None',
      triggerSource: this.inRequest ? 'ThisLocalAddin' : 'Unknown',
      referenceId: this.keep(new RangeObject(this, sheet, area)),
      ...(single
        ? {
            valueBefore: before?.value ?? '',
            valueAfter: after?.value ?? '',
            valueTypeBefore: typeOf(before),
            valueTypeAfter: typeOf(after),
          }
        : {}),
    });
  }

  // ---- what a person does -----------------------------------------------------------------

  /** Types into one cell or a block: `host.type('学校数据!B3', 120)`. Formulas begin with `=`. */
  type(address: string, value: CellValue | readonly (readonly CellValue[])[]): void {
    const range = this.range(address);
    if (range.area.rowCount === 1 && range.area.columnCount === 1 && isWireList(value)) {
      const [first] = value;
      const columnCount = isWireList(first) ? first.length : 1;
      const area = { ...range.area, rowCount: value.length, columnCount };
      new RangeObject(this, range.sheet, area).values = value;
      return;
    }
    range.values = value;
  }

  /** Empties cells, as the Delete key does. */
  erase(address: string): void {
    this.range(address).clear('Contents');
  }

  /** Selects cells, as the mouse does: `host.pick('学校数据!B3:C4,E1')`. */
  pick(address: string): void {
    const at = address.indexOf('!');
    const sheet = at < 0 ? this.activeSheet() : this.range(`${address.slice(0, at)}!A1`).sheet;
    this.select(sheet, rangeAreasOf(this, sheet, address.slice(at + 1)).parts);
  }

  /** Types another name on a sheet's tab. */
  renameSheet(name: string, newName: string): void {
    renameSheet(this.workbook, this.sheet(name), newName);
  }

  /** Clicks a sheet's tab. */
  openSheet(name: string): void {
    this.activate(this.sheet(name));
  }

  /** The cells at `Sheet!A1:B2`, or on the active sheet. */
  range(address: string): RangeObject {
    const at = address.lastIndexOf('!');
    const quoted = at < 0 ? '' : address.slice(0, at);
    const name = quoted.replace(/^'(.*)'$/s, '$1').replaceAll("''", "'");
    const sheet = at < 0 ? this.activeSheet() : this.sheet(name);
    return rangeOf(this, sheet, `${quoteSheetName(sheet.name)}!${address.slice(at + 1)}`);
  }

  /** The cell's content, or undefined when it is empty. */
  cell(address: string): CellModel | undefined {
    const { sheet, area } = this.range(address);
    return sheet.cells.get(cellKey(area.row, area.column));
  }

  /** Begins or ends the editing of a cell, during which Excel takes no requests. */
  set cellEditMode(on: boolean) {
    this.editing = on;
    if (!on) for (const resume of this.afterEditing.splice(0)) resume();
  }
  get cellEditMode(): boolean {
    return this.editing;
  }

  /** Makes custom functions known, as the manifest and its metadata do. */
  registerFunctions(namespace: string, declarations: readonly FunctionDeclaration[]): void {
    this.functions.register(namespace, declarations);
  }
}
