import { type Area, MAX_COLUMNS, MAX_ROWS, insideSheet } from '../a1';
import { booleanArgument, integerArgument, optionalInteger, textArgument } from '../arguments';
import type { ExcelHost } from '../excel-host';
import { defaultFormat } from '../format-layers';
import { HostError, invalidArgument } from '../host-error';
import {
  type SheetModel,
  addSheet,
  emptyBag,
  renameSheet,
  sheetNamed,
  usedArea,
} from '../workbook-model';
import { type WireValue, isWireRecord, shownText, toWire } from '../wire-value';
import { BagCollection } from './bag-object';
import { ChartCollection } from './charts';
import { HostCollection, HostObject } from './host-object';
import { NamedItemCollection } from './names';
import { PageLayoutObject } from './page-layout';
import { RangeObject, rangeOf } from './range';
import { rangeAreasOf } from './range-areas';

const WHOLE: Area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };

/** The library's register methods, by the number of the event they ask for. */
export const SHEET_EVENTS = {
  Changed: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
} as const;

function checkedName(host: ExcelHost, name: string, own?: SheetModel): string {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument('Worksheet.name', `${name} is no name of a sheet`);
  }
  const taken = sheetNamed(host.workbook, name);
  if (taken !== undefined && taken !== own) {
    throw new HostError('ItemAlreadyExists', `A sheet named ${name} exists already`);
  }
  return name;
}

/** A sheet. */
export class WorksheetObject extends HostObject {
  readonly className = 'Worksheet';

  constructor(
    host: ExcelHost,
    readonly sheet: SheetModel,
  ) {
    super(host);
  }

  override objectKey(): string {
    return this.sheet.id;
  }

  private range(area: Area, location: string): RangeObject {
    return new RangeObject(this.host, this.sheet, insideSheet(area, location));
  }

  get id(): string {
    return this.sheet.id;
  }
  get name(): WireValue {
    return this.sheet.name;
  }
  set name(value: WireValue) {
    this.host.assertStructureWritable('Worksheet.name');
    const name = checkedName(this.host, textArgument(value, 'Worksheet.name'), this.sheet);
    renameSheet(this.host.workbook, this.sheet, name);
  }
  get position(): WireValue {
    return this.host.workbook.sheets.indexOf(this.sheet);
  }
  set position(value: WireValue) {
    this.host.assertStructureWritable('Worksheet.position');
    const place = integerArgument(value, 'Worksheet.position');
    const others = this.host.workbook.sheets.filter((sheet) => sheet !== this.sheet);
    if (place < 0 || place > others.length)
      throw invalidArgument('Worksheet.position', String(place));
    others.splice(place, 0, this.sheet);
    this.host.workbook.sheets = others;
  }
  get visibility(): WireValue {
    return this.sheet.visibility;
  }
  set visibility(value: WireValue) {
    this.host.assertStructureWritable('Worksheet.visibility');
    if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') {
      throw invalidArgument('Worksheet.visibility', shownText(value));
    }
    if (value !== 'Visible') this.assertAnotherVisible('Worksheet.visibility');
    this.sheet.visibility = value;
  }
  get tabColor(): WireValue {
    return this.sheet.tabColor;
  }
  set tabColor(value: WireValue) {
    this.sheet.tabColor = textArgument(value, 'Worksheet.tabColor');
  }
  get tabId(): WireValue {
    return Number(this.sheet.id.replace(/\D/g, ''));
  }
  get showGridlines(): WireValue {
    return this.sheet.showGridlines;
  }
  set showGridlines(value: WireValue) {
    this.sheet.showGridlines = booleanArgument(value, 'Worksheet.showGridlines');
  }
  get showHeadings(): WireValue {
    return this.sheet.showHeadings;
  }
  set showHeadings(value: WireValue) {
    this.sheet.showHeadings = booleanArgument(value, 'Worksheet.showHeadings');
  }
  get standardHeight(): WireValue {
    return defaultFormat('rowHeight');
  }

  get charts(): HostObject {
    return new ChartCollection(this.host, this.sheet);
  }
  get names(): HostObject {
    return new NamedItemCollection(this.host, this.sheet);
  }
  get pageLayout(): HostObject {
    return new PageLayoutObject(this.host, this.sheet);
  }
  get freezePanes(): HostObject {
    return new FreezePanes(this.host, this.sheet);
  }
  get protection(): HostObject {
    return new WorksheetProtection(this.host, this.sheet);
  }
  get horizontalPageBreaks(): HostObject {
    return new PageBreaks(this.host, this.sheet);
  }
  get autoFilter(): HostObject {
    return new SheetAutoFilter(this.host, this.sheet);
  }
  /** The stand-in knows no tables, pivot tables or shapes: these are always empty. */
  get tables(): HostObject {
    return new BagCollection(this.host, 'TableCollection', emptyBag());
  }
  get pivotTables(): HostObject {
    return new BagCollection(this.host, 'PivotTableCollection', emptyBag());
  }

  getRange(address: unknown): HostObject {
    if (address === undefined || address === null || address === '') {
      return this.range(WHOLE, 'Worksheet.getRange');
    }
    return rangeOf(this.host, this.sheet, textArgument(address, 'Worksheet.getRange'));
  }

  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): HostObject {
    const location = 'Worksheet.getRangeByIndexes';
    return this.range(
      {
        row: integerArgument(row, location),
        column: integerArgument(column, location),
        rowCount: integerArgument(rows, location),
        columnCount: integerArgument(columns, location),
      },
      location,
    );
  }

  getRanges(address: unknown): HostObject {
    if (address === undefined || address === null) return this.getRanges(`1:${MAX_ROWS}`);
    return rangeAreasOf(this.host, this.sheet, textArgument(address, 'Worksheet.getRanges'));
  }

  getCell(row: unknown, column: unknown): HostObject {
    return this.range(WHOLE, 'Worksheet.getCell').getCell(row, column);
  }

  getUsedRange(valuesOnly: unknown): HostObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly: unknown): HostObject | null {
    const area = usedArea(this.sheet, valuesOnly === true);
    return area === undefined ? null : this.range(area, 'Worksheet.getUsedRange');
  }

  activate(): void {
    this.host.activate(this.sheet);
  }

  calculate(): void {
    this.host.recalculate(this.sheet);
  }

  private assertAnotherVisible(location: string): void {
    const others = this.host.workbook.sheets.filter(
      (sheet) => sheet !== this.sheet && sheet.visibility === 'Visible',
    );
    if (others.length === 0) {
      throw new HostError('InvalidOperation', 'A workbook needs one visible sheet', location);
    }
  }

  delete(): void {
    this.host.assertStructureWritable('Worksheet.delete');
    if (this.sheet.visibility === 'VeryHidden') {
      throw new HostError(
        'InvalidOperation',
        'A very hidden sheet cannot be deleted',
        'Worksheet.delete',
      );
    }
    this.assertAnotherVisible('Worksheet.delete');
    const { workbook } = this.host;
    const place = workbook.sheets.indexOf(this.sheet);
    workbook.sheets = workbook.sheets.filter((sheet) => sheet !== this.sheet);
    this.host.fire('Deleted', this.sheet, { worksheetId: this.sheet.id, source: 'Local' });
    if (workbook.activeSheetId === this.sheet.id) {
      const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
      const next =
        visible.find((sheet) => workbook.sheets.indexOf(sheet) >= place) ?? visible.at(-1);
      if (next !== undefined) this.host.activate(next);
    }
  }

  _GetSheetById(id: unknown): HostObject {
    return new WorksheetCollection(this.host).item(id);
  }
  _RegisterDataChangedEvent(): void {
    this.host.listen('Changed', this.sheet.id, true);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.listen('Changed', this.sheet.id, false);
  }
  _RegisterSelectionChangedEvent(): void {
    this.host.listen('SelectionChanged', this.sheet.id, true);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.host.listen('SelectionChanged', this.sheet.id, false);
  }
  _RegisterActivatedEvent(): void {
    this.host.listen('Activated', this.sheet.id, true);
  }
  _UnregisterActivatedEvent(): void {
    this.host.listen('Activated', this.sheet.id, false);
  }
  _RegisterDeactivatedEvent(): void {
    this.host.listen('Deactivated', this.sheet.id, true);
  }
  _UnregisterDeactivatedEvent(): void {
    this.host.listen('Deactivated', this.sheet.id, false);
  }
}

/** The sheets of the workbook. */
export class WorksheetCollection extends HostCollection {
  readonly className = 'WorksheetCollection';

  override list(): readonly WorksheetObject[] {
    return this.host.workbook.sheets.map((sheet) => new WorksheetObject(this.host, sheet));
  }

  protected override find(key: unknown): HostObject | undefined {
    if (typeof key !== 'string') return undefined;
    const sheet =
      this.host.workbook.sheets.find(({ id }) => id === key) ?? sheetNamed(this.host.workbook, key);
    return sheet === undefined ? undefined : new WorksheetObject(this.host, sheet);
  }

  private visible(visibleOnly: unknown): readonly WorksheetObject[] {
    const sheets = this.list();
    return visibleOnly === true
      ? sheets.filter(({ sheet }) => sheet.visibility === 'Visible')
      : sheets;
  }

  override getCount(visibleOnly?: unknown): number {
    return this.visible(visibleOnly).length;
  }

  getFirst(visibleOnly: unknown): HostObject | undefined {
    return this.visible(visibleOnly)[0];
  }

  getLast(visibleOnly: unknown): HostObject | undefined {
    return this.visible(visibleOnly).at(-1);
  }

  getActiveWorksheet(): HostObject {
    return new WorksheetObject(this.host, this.host.activeSheet());
  }

  add(name: unknown): HostObject {
    this.host.assertStructureWritable('WorksheetCollection.add');
    let given = typeof name === 'string' ? name : undefined;
    for (let number = 1; given === undefined; number += 1) {
      if (sheetNamed(this.host.workbook, `Sheet${number}`) === undefined) given = `Sheet${number}`;
    }
    const sheet = addSheet(this.host.workbook, checkedName(this.host, given));
    this.host.fire('Added', sheet, { worksheetId: sheet.id, source: 'Local' });
    return new WorksheetObject(this.host, sheet);
  }

  _RegisterDataChangedEvent(): void {
    this.host.listen('Changed', 'Workbook', true);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.listen('Changed', 'Workbook', false);
  }
  _RegisterSelectionChangedEvent(): void {
    this.host.listen('SelectionChanged', 'Workbook', true);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.host.listen('SelectionChanged', 'Workbook', false);
  }
  _RegisterActivatedEvent(): void {
    this.host.listen('Activated', 'Workbook', true);
  }
  _UnregisterActivatedEvent(): void {
    this.host.listen('Activated', 'Workbook', false);
  }
  _RegisterDeactivatedEvent(): void {
    this.host.listen('Deactivated', 'Workbook', true);
  }
  _UnregisterDeactivatedEvent(): void {
    this.host.listen('Deactivated', 'Workbook', false);
  }
  _RegisterAddedEvent(): void {
    this.host.listen('Added', 'Workbook', true);
  }
  _UnregisterAddedEvent(): void {
    this.host.listen('Added', 'Workbook', false);
  }
  _RegisterDeletedEvent(): void {
    this.host.listen('Deleted', 'Workbook', true);
  }
  _UnregisterDeletedEvent(): void {
    this.host.listen('Deleted', 'Workbook', false);
  }
}

/** The filter of a sheet: the stand-in has none, so there is nothing to remove. */
class SheetAutoFilter extends HostObject {
  readonly className = 'AutoFilter';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host);
  }

  remove(): void {
    this.host.assertFormatWritable(
      this.sheet,
      { row: 0, column: 0, rowCount: 1, columnCount: 1 },
      'AutoFilter.remove',
      'allowAutoFilter',
    );
  }
}

class FreezePanes extends HostObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host);
  }

  freezeRows(count: unknown): void {
    const rows = optionalInteger(count, 1, 'WorksheetFreezePanes.freezeRows');
    this.sheet.frozen = rows === 0 ? undefined : { ...WHOLE, rowCount: rows };
  }

  freezeColumns(count: unknown): void {
    const columns = optionalInteger(count, 1, 'WorksheetFreezePanes.freezeColumns');
    this.sheet.frozen = columns === 0 ? undefined : { ...WHOLE, columnCount: columns };
  }

  freezeAt(range: unknown): void {
    const target = typeof range === 'string' ? rangeOf(this.host, this.sheet, range) : range;
    if (target === null) this.sheet.frozen = undefined;
    else if (target instanceof RangeObject) this.sheet.frozen = target.area;
    else throw invalidArgument('WorksheetFreezePanes.freezeAt', 'a range is expected');
  }

  unfreeze(): void {
    this.sheet.frozen = undefined;
  }

  getLocationOrNullObject(): HostObject | null {
    const area = this.sheet.frozen;
    return area === undefined ? null : new RangeObject(this.host, this.sheet, area);
  }
}

class WorksheetProtection extends HostObject {
  readonly className = 'WorksheetProtection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host);
  }

  get protected(): boolean {
    return this.sheet.protection.protected;
  }
  get options(): WireValue {
    return this.sheet.protection.options;
  }

  protect(options: unknown, password: unknown): void {
    if (this.sheet.protection.protected) {
      throw new HostError(
        'InvalidOperation',
        'The sheet is protected already',
        'WorksheetProtection.protect',
      );
    }
    const given = toWire(options);
    this.sheet.protection = {
      protected: true,
      password: typeof password === 'string' ? password : undefined,
      options: isWireRecord(given) ? given : {},
    };
  }

  unprotect(password: unknown): void {
    const { password: own } = this.sheet.protection;
    if (own !== undefined && own !== password) {
      throw new HostError('AccessDenied', 'The password is wrong', 'WorksheetProtection.unprotect');
    }
    this.sheet.protection = { protected: false, password: undefined, options: {} };
  }
}

class PageBreaks extends HostCollection {
  readonly className = 'PageBreakCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host);
  }

  override list(): readonly HostObject[] {
    return this.sheet.horizontalPageBreaks.map((row) => new PageBreak(this.host, this.sheet, row));
  }

  /** A break before the range's first row. */
  add(range: unknown): HostObject {
    const target = typeof range === 'string' ? rangeOf(this.host, this.sheet, range) : range;
    if (!(target instanceof RangeObject)) {
      throw invalidArgument('PageBreakCollection.add', 'a range is expected');
    }
    this.sheet.horizontalPageBreaks.push(target.area.row);
    return new PageBreak(this.host, this.sheet, target.area.row);
  }

  removePageBreaks(): void {
    this.sheet.horizontalPageBreaks.length = 0;
  }
}

class PageBreak extends HostObject {
  readonly className = 'PageBreak';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly row: number,
  ) {
    super(host);
  }

  get rowIndex(): number {
    return this.row;
  }

  getCellAfterBreak(): HostObject {
    return new WorksheetObject(this.host, this.sheet).getCell(this.row, 0);
  }

  delete(): void {
    const breaks = this.sheet.horizontalPageBreaks;
    breaks.splice(breaks.indexOf(this.row), 1);
  }
}
