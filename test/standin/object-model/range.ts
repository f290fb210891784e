import {
  type Area,
  MAX_COLUMNS,
  MAX_ROWS,
  boundingArea,
  cellCount,
  formatArea,
  insideSheet,
  intersection,
  isEntireColumn,
  isEntireRow,
  parseArea,
  quoteSheetName,
  splitAddress,
  subtract,
} from '../a1';
import {
  booleanArgument,
  cellMatrix,
  integerArgument,
  optionalInteger,
  textArgument,
} from '../arguments';
import { cellFromInput } from '../cell-input';
import type { ExcelHost } from '../excel-host';
import { clearFormats, readFormat } from '../format-layers';
import { HostError, invalidArgument, notImplemented } from '../host-error';
import {
  type CellModel,
  type SheetModel,
  cellKey,
  sheetNamed,
  usedArea,
  without,
} from '../workbook-model';
import {
  type WireRecord,
  type WireValue,
  isWireList,
  isWireRecord,
  recordOf,
  shownText,
  toWire,
} from '../wire-value';
import { formatNumber } from '../number-text';
import { ConditionalFormatCollection } from './conditional-formats';
import { DataValidationObject } from './data-validation';
import { FormatObject } from './format';
import { HostObject, type MemberValue } from './host-object';
import { RangeAreasObject } from './range-areas';
import { WorksheetObject } from './worksheets';

/** Cells that Excel reads or writes at once, by its documented limit. */
const MOST_CELLS = 5_000_000;

/** A cell's value as programs see it: an empty cell is an empty text. */
function shown(cell: CellModel | undefined): WireValue {
  return cell?.value ?? '';
}

/** New contents of a cell: its hyperlink stays, as when a person types over it. */
function linkedAs(old: CellModel | undefined, next: CellModel): CellModel {
  const isEmptied = next.value === null && next.formula === undefined;
  return old?.hyperlink === undefined || isEmptied ? next : { ...next, hyperlink: old.hyperlink };
}

/** A rectangle of cells of one sheet. */
export class RangeObject extends HostObject {
  readonly className = 'Range';

  constructor(
    host: ExcelHost,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(host);
  }

  override isTrackable(): boolean {
    return true;
  }

  override isGone(): boolean {
    return !this.host.workbook.sheets.includes(this.sheet);
  }

  /** Another range of the same sheet. */
  private at(area: Area, location: string): RangeObject {
    return new RangeObject(this.host, this.sheet, insideSheet(area, location));
  }

  private cell(row: number, column: number): CellModel | undefined {
    return this.sheet.cells.get(cellKey(this.area.row + row, this.area.column + column));
  }

  /** One value for each cell, row by row. */
  private matrix(member: string, valueOf: (cell: CellModel | undefined) => WireValue): WireValue {
    const { rowCount, columnCount } = this.area;
    if (cellCount(this.area) > MOST_CELLS) {
      throw new HostError(
        'ResponsePayloadSizeLimitExceeded',
        `${cellCount(this.area)} cells in one read; Excel stops at ${MOST_CELLS}`,
        `Range.${member}`,
      );
    }
    this.host.cellsRead += cellCount(this.area);
    return Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (__, column) => valueOf(this.cell(row, column))),
    );
  }

  /** Puts something in each cell, then tells listeners. Null from `cellFor` leaves a cell alone. */
  private fill(
    member: string,
    cellFor: (row: number, column: number, old: CellModel | undefined) => CellModel | null,
  ): void {
    const { rowCount, columnCount, row: top, column: left } = this.area;
    if (cellCount(this.area) > MOST_CELLS) {
      throw new HostError(
        'RequestPayloadSizeLimitExceeded',
        `${cellCount(this.area)} cells in one write; Excel stops at ${MOST_CELLS}`,
        `Range.${member}`,
      );
    }
    this.host.assertCellsWritable(this.sheet, this.area, `Range.${member}`);
    this.host.cellsWritten += cellCount(this.area);
    const before = this.cell(0, 0);
    for (let row = 0; row < rowCount; row += 1) {
      for (let column = 0; column < columnCount; column += 1) {
        const key = cellKey(top + row, left + column);
        const old = this.sheet.cells.get(key);
        const next = cellFor(row, column, old);
        if (next === null) continue;
        const empty =
          next.value === null &&
          next.formula === undefined &&
          next.numberFormat === undefined &&
          next.hyperlink === undefined;
        if (empty) this.sheet.cells.delete(key);
        else this.sheet.cells.set(key, next);
        if (next.formula !== undefined && next.formula !== old?.formula) {
          this.host.formulaEntered(this.sheet, top + row, left + column);
        }
      }
    }
    if (member !== 'numberFormat') this.host.cellsChanged(this.sheet, this.area, before);
  }

  get address(): string {
    return `${quoteSheetName(this.sheet.name)}!${formatArea(this.area)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  get cellCount(): number {
    return Math.min(cellCount(this.area), 2 ** 31 - 1);
  }
  get rowCount(): number {
    return this.area.rowCount;
  }
  get columnCount(): number {
    return this.area.columnCount;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get isEntireRow(): boolean {
    return isEntireRow(this.area);
  }
  get isEntireColumn(): boolean {
    return isEntireColumn(this.area);
  }

  get values(): WireValue {
    return this.matrix('values', shown);
  }
  set values(value: WireValue) {
    const { rowCount, columnCount } = this.area;
    const at = cellMatrix(value, rowCount, columnCount, 'Range.values');
    const wholeFormat = this.wholeFormats();
    this.fill('values', (row, column, old) => {
      const given = at(row, column);
      if (given === null) return null;
      return linkedAs(old, cellFromInput(given, old?.numberFormat ?? wholeFormat(row, column)));
    });
  }

  get formulas(): WireValue {
    return this.matrix('formulas', (cell) => cell?.formula ?? shown(cell));
  }
  set formulas(value: WireValue) {
    const { rowCount, columnCount } = this.area;
    const at = cellMatrix(value, rowCount, columnCount, 'Range.formulas');
    const wholeFormat = this.wholeFormats();
    this.fill('formulas', (row, column, old) => {
      const given = at(row, column);
      if (given === null) return null;
      return linkedAs(old, cellFromInput(given, old?.numberFormat ?? wholeFormat(row, column)));
    });
  }

  get text(): WireValue {
    return this.matrix('text', (cell) => {
      const value = cell?.value ?? null;
      if (value === null) return '';
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      if (typeof value === 'string') return value;
      return formatNumber(value, cell?.numberFormat ?? 'General');
    });
  }

  get valueTypes(): WireValue {
    return this.matrix('valueTypes', (cell) => {
      const value = cell?.value ?? null;
      if (cell?.isError === true) return 'Error';
      if (value === null) return 'Empty';
      if (typeof value === 'number') return 'Double';
      return typeof value === 'boolean' ? 'Boolean' : 'String';
    });
  }

  /** Number formats that were given to whole rows or columns. */
  private wholeFormats(): (row: number, column: number) => string | undefined {
    if (!this.sheet.formats.some(({ path }) => path === 'numberFormat')) return () => undefined;
    return (row, column) => {
      const cell = {
        row: this.area.row + row,
        column: this.area.column + column,
        rowCount: 1,
        columnCount: 1,
      };
      const format = readFormat(this.sheet, cell, 'numberFormat');
      return typeof format === 'string' ? format : undefined;
    };
  }

  get numberFormat(): WireValue {
    const { row: top, column: left, rowCount, columnCount } = this.area;
    if (cellCount(this.area) > MOST_CELLS) return this.matrix('numberFormat', () => null);
    this.host.cellsRead += cellCount(this.area);
    const wholeFormat = this.wholeFormats();
    return Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (__, column) => {
        const own = this.sheet.cells.get(cellKey(top + row, left + column))?.numberFormat;
        return own ?? wholeFormat(row, column) ?? 'General';
      }),
    );
  }
  set numberFormat(value: WireValue) {
    const { rowCount, columnCount } = this.area;
    const at = cellMatrix(value, rowCount, columnCount, 'Range.numberFormat');
    if (!Array.isArray(value) && (isEntireRow(this.area) || isEntireColumn(this.area))) {
      this.host.assertFormatWritable(this.sheet, this.area, 'Range.numberFormat');
      for (const [key, cell] of this.cellsInside()) {
        this.sheet.cells.set(key, without(cell, 'numberFormat'));
      }
      this.sheet.formats.push({ area: this.area, path: 'numberFormat', value });
      return;
    }
    this.fill('numberFormat', (row, column, old) => {
      const given = at(row, column);
      if (given === null) return null;
      const rest = without(old ?? { value: null }, 'numberFormat');
      return given === 'General' ? rest : { ...rest, numberFormat: String(given) };
    });
  }

  private cellsInside(): [number, CellModel][] {
    const { row, column, rowCount, columnCount } = this.area;
    return [...this.sheet.cells].filter(([key]) => {
      const cellRow = Math.floor(key / MAX_COLUMNS);
      const cellColumn = key % MAX_COLUMNS;
      return (
        cellRow >= row &&
        cellRow < row + rowCount &&
        cellColumn >= column &&
        cellColumn < column + columnCount
      );
    });
  }

  private hiddenState(hidden: ReadonlySet<number>, first: number, length: number): boolean | null {
    let seen = 0;
    for (const index of hidden) if (index >= first && index < first + length) seen += 1;
    if (seen === 0) return false;
    return seen === length ? true : null;
  }

  get rowHidden(): WireValue {
    return this.hiddenState(this.sheet.hiddenRows, this.area.row, this.area.rowCount);
  }
  set rowHidden(value: WireValue) {
    const hidden = booleanArgument(value, 'Range.rowHidden');
    this.host.assertFormatWritable(this.sheet, this.area, 'Range.rowHidden', 'allowFormatRows');
    for (let row = this.area.row; row < this.area.row + this.area.rowCount; row += 1) {
      if (hidden) this.sheet.hiddenRows.add(row);
      else this.sheet.hiddenRows.delete(row);
    }
  }

  get columnHidden(): WireValue {
    return this.hiddenState(this.sheet.hiddenColumns, this.area.column, this.area.columnCount);
  }
  set columnHidden(value: WireValue) {
    const hidden = booleanArgument(value, 'Range.columnHidden');
    this.host.assertFormatWritable(
      this.sheet,
      this.area,
      'Range.columnHidden',
      'allowFormatColumns',
    );
    const end = this.area.column + this.area.columnCount;
    for (let column = this.area.column; column < end; column += 1) {
      if (hidden) this.sheet.hiddenColumns.add(column);
      else this.sheet.hiddenColumns.delete(column);
    }
  }

  get hidden(): WireValue {
    const rows = this.hiddenState(this.sheet.hiddenRows, this.area.row, this.area.rowCount);
    const columns = this.hiddenState(
      this.sheet.hiddenColumns,
      this.area.column,
      this.area.columnCount,
    );
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }

  get hyperlink(): WireValue {
    return this.cell(0, 0)?.hyperlink ?? null;
  }
  set hyperlink(value: WireValue) {
    if (!isWireRecord(value)) throw invalidArgument('Range.hyperlink', 'an object is expected');
    const text = value['textToDisplay'];
    this.fill('hyperlink', (_row, _column, old) => ({
      ...(typeof text === 'string' ? { value: text } : (old ?? { value: null })),
      ...(old?.numberFormat === undefined ? {} : { numberFormat: old.numberFormat }),
      hyperlink: value,
    }));
  }

  get format(): HostObject {
    return new FormatObject(this.host, 'RangeFormat', this.sheet, [this.area], '');
  }
  get worksheet(): HostObject {
    return new WorksheetObject(this.host, this.sheet);
  }
  get conditionalFormats(): HostObject {
    return new ConditionalFormatCollection(this.host, this.sheet, [this.area]);
  }
  get dataValidation(): HostObject {
    return new DataValidationObject(this.host, this.sheet, this.area);
  }

  getCell(row: unknown, column: unknown): RangeObject {
    return this.at(
      {
        row: this.area.row + integerArgument(row, 'Range.getCell'),
        column: this.area.column + integerArgument(column, 'Range.getCell'),
        rowCount: 1,
        columnCount: 1,
      },
      'Range.getCell',
    );
  }

  getRow(row: unknown): RangeObject {
    const index = integerArgument(row, 'Range.getRow');
    return this.at({ ...this.area, row: this.area.row + index, rowCount: 1 }, 'Range.getRow');
  }

  getColumn(column: unknown): RangeObject {
    const index = this.area.column + integerArgument(column, 'Range.getColumn');
    return this.at({ ...this.area, column: index, columnCount: 1 }, 'Range.getColumn');
  }

  getEntireRow(): RangeObject {
    return this.at({ ...this.area, column: 0, columnCount: MAX_COLUMNS }, 'Range.getEntireRow');
  }

  getEntireColumn(): RangeObject {
    return this.at({ ...this.area, row: 0, rowCount: MAX_ROWS }, 'Range.getEntireColumn');
  }

  getLastRow(): RangeObject {
    return this.getRow(this.area.rowCount - 1);
  }

  getLastColumn(): RangeObject {
    return this.getColumn(this.area.columnCount - 1);
  }

  getLastCell(): RangeObject {
    return this.getCell(this.area.rowCount - 1, this.area.columnCount - 1);
  }

  getOffsetRange(rows: unknown, columns: unknown): RangeObject {
    const location = 'Range.getOffsetRange';
    const row = this.area.row + integerArgument(rows, location);
    const column = this.area.column + integerArgument(columns, location);
    return this.at({ ...this.area, row, column }, location);
  }

  getResizedRange(rows: unknown, columns: unknown): RangeObject {
    const location = 'Range.getResizedRange';
    const rowCount = this.area.rowCount + integerArgument(rows, location);
    const columnCount = this.area.columnCount + integerArgument(columns, location);
    return this.at({ ...this.area, rowCount, columnCount }, location);
  }

  getAbsoluteResizedRange(rows: unknown, columns: unknown): RangeObject {
    const location = 'Range.getAbsoluteResizedRange';
    const rowCount = integerArgument(rows, location);
    const columnCount = integerArgument(columns, location);
    return this.at({ ...this.area, rowCount, columnCount }, location);
  }

  getRowsBelow(count: unknown): RangeObject {
    const rows = optionalInteger(count, 1, 'Range.getRowsBelow');
    const row = this.area.row + this.area.rowCount;
    return this.at({ ...this.area, row, rowCount: rows }, 'Range.getRowsBelow');
  }

  /** The other range of a method: a range object or an address. */
  private other(value: unknown, location: string): Area {
    const range = typeof value === 'string' ? rangeOf(this.host, this.sheet, value) : value;
    if (!(range instanceof RangeObject)) throw invalidArgument(location, 'a range is expected');
    if (range.sheet !== this.sheet) throw invalidArgument(location, 'a range of another sheet');
    return range.area;
  }

  getBoundingRect(another: unknown): RangeObject {
    const area = this.other(another, 'Range.getBoundingRect');
    return this.at(boundingArea(this.area, area), 'Range.getBoundingRect');
  }

  getIntersection(another: unknown): RangeObject {
    const range = this.getIntersectionOrNullObject(another);
    if (range === null) throw new HostError('ItemNotFound', 'The ranges do not meet');
    return range;
  }

  getIntersectionOrNullObject(another: unknown): RangeObject | null {
    const area = intersection(this.area, this.other(another, 'Range.getIntersection'));
    return area === undefined ? null : this.at(area, 'Range.getIntersection');
  }

  getUsedRange(valuesOnly: unknown): RangeObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly: unknown): RangeObject | null {
    const area = usedArea(this.sheet, valuesOnly === true, this.area);
    return area === undefined ? null : this.at(area, 'Range.getUsedRange');
  }

  getMergedAreasOrNullObject(): HostObject | null {
    const areas = this.sheet.merges.filter((area) => intersection(area, this.area) !== undefined);
    return areas.length === 0 ? null : new RangeAreasObject(this.host, this.sheet, areas);
  }

  getVisibleView(): HostObject {
    return new RangeViewObject(this.host, this);
  }

  getSpecialCells(type: unknown, valueType: unknown): HostObject {
    const areas = this.getSpecialCellsOrNullObject(type, valueType);
    if (areas === null) throw new HostError('ItemNotFound', 'No such cells were found');
    return areas;
  }

  getSpecialCellsOrNullObject(type: unknown, valueType: unknown): HostObject | null {
    if (valueType !== undefined && valueType !== null && valueType !== 'All') {
      throw notImplemented(`Range.getSpecialCells of value type ${shownText(valueType)}`);
    }
    const areas = specialAreas(this.sheet, this.area, textArgument(type, 'Range.getSpecialCells'));
    return areas.length === 0 ? null : new RangeAreasObject(this.host, this.sheet, areas);
  }

  /** `getRowProperties({rowHidden: true})`: one record a row. */
  getRowProperties(options: unknown): WireValue {
    return Array.from({ length: this.area.rowCount }, (_, row) =>
      propertiesOf(this.getRow(row).getEntireRow(), options),
    );
  }

  getColumnProperties(options: unknown): WireValue {
    return Array.from({ length: this.area.columnCount }, (_, column) =>
      propertiesOf(this.getColumn(column).getEntireColumn(), options),
    );
  }

  getCellProperties(options: unknown): WireValue {
    this.host.cellsRead += cellCount(this.area);
    return Array.from({ length: this.area.rowCount }, (_, row) =>
      Array.from({ length: this.area.columnCount }, (__, column) =>
        propertiesOf(this.getCell(row, column), options),
      ),
    );
  }

  setCellProperties(given: unknown): void {
    const rows: unknown[] = Array.isArray(given) ? given : [];
    rows.forEach((cells: unknown, row) => {
      const list: unknown[] = Array.isArray(cells) ? cells : [];
      list.forEach((properties, column) => {
        setProperties(this.getCell(row, column), properties);
      });
    });
  }

  setRowProperties(given: unknown): void {
    const rows: unknown[] = Array.isArray(given) ? given : [];
    rows.forEach((properties, row) => {
      setProperties(this.getRow(row).getEntireRow(), properties);
    });
  }

  setColumnProperties(given: unknown): void {
    const columns: unknown[] = Array.isArray(given) ? given : [];
    columns.forEach((properties, column) => {
      setProperties(this.getColumn(column).getEntireColumn(), properties);
    });
  }

  select(): void {
    this.host.select(this.sheet, [this.area]);
  }

  merge(across: unknown): void {
    this.host.assertCellsWritable(this.sheet, this.area, 'Range.merge');
    const { rowCount } = this.area;
    const areas =
      across === true
        ? Array.from({ length: rowCount }, (_, row) => this.getRow(row).area)
        : [this.area];
    this.unmerge();
    this.sheet.merges.push(...areas.filter((area) => cellCount(area) > 1));
    for (const area of areas) {
      for (const [key] of new RangeObject(this.host, this.sheet, area).cellsInside()) {
        if (key !== cellKey(area.row, area.column)) this.sheet.cells.delete(key);
      }
    }
  }

  unmerge(): void {
    this.host.assertCellsWritable(this.sheet, this.area, 'Range.unmerge');
    this.sheet.merges = this.sheet.merges.filter(
      (area) => intersection(area, this.area) === undefined,
    );
  }

  clear(applyTo: unknown): void {
    const what = shownText(applyTo ?? 'All');
    if (!['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'].includes(what)) {
      throw invalidArgument('Range.clear', what);
    }
    this.host.assertCellsWritable(this.sheet, this.area, 'Range.clear');
    const before = this.cell(0, 0);
    for (const [key, cell] of this.cellsInside()) {
      const bare = without(cell, 'hyperlink');
      const unformatted = without(cell, 'numberFormat');
      const emptied =
        cell.numberFormat === undefined
          ? undefined
          : { value: null, numberFormat: cell.numberFormat };
      const next =
        what === 'All'
          ? undefined
          : what === 'Contents'
            ? emptied
            : what === 'Formats'
              ? unformatted
              : bare;
      if (next === undefined) this.sheet.cells.delete(key);
      else this.sheet.cells.set(key, next);
    }
    if (what === 'All' || what === 'Formats') {
      clearFormats(this.sheet, this.area);
      this.sheet.conditionalFormats = this.sheet.conditionalFormats.flatMap((rule) => {
        const areas = rule.areas.flatMap((area) => subtract(area, this.area));
        return areas.length === 0 ? [] : [{ ...rule, areas }];
      });
      this.sheet.merges = this.sheet.merges.filter(
        (area) => intersection(area, this.area) === undefined,
      );
    }
    if (what === 'All') {
      this.sheet.validations = this.sheet.validations.flatMap((validation) =>
        subtract(validation.area, this.area).map((area) => ({ ...validation, area })),
      );
    }
    if (what === 'All' || what === 'Contents') {
      this.host.cellsChanged(this.sheet, this.area, before);
    }
  }

  calculate(): void {
    this.host.recalculate(this.sheet, this.area);
  }

  /** Part of a write above 1 500 cells: the library asks for the shape before it sends chunks. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.area.rowCount || columns !== this.area.columnCount) {
      throw invalidArgument(
        'Range.values',
        `${String(rows)} × ${String(columns)} values for a range of ${this.area.rowCount} × ${this.area.columnCount}`,
      );
    }
  }

  _KeepReference(): void {
    // The reference is given with the instantiation that follows.
  }
}

/** The rows of a range that are in view. */
class RangeViewObject extends HostObject {
  readonly className = 'RangeView';

  constructor(
    host: ExcelHost,
    private readonly range: RangeObject,
  ) {
    super(host);
  }

  private visible(value: MemberValue): WireValue {
    const { sheet, area } = this.range;
    if (value instanceof HostObject || !isWireList(value)) return null;
    return value
      .filter((_, row) => !sheet.hiddenRows.has(area.row + row))
      .map((cells) => {
        const list = isWireList(cells) ? cells : [];
        return list.filter((_, column) => !sheet.hiddenColumns.has(area.column + column));
      });
  }

  get values(): WireValue {
    return this.visible(this.range.values);
  }
  get formulas(): WireValue {
    return this.visible(this.range.formulas);
  }
  get text(): WireValue {
    return this.visible(this.range.text);
  }
  get valueTypes(): WireValue {
    return this.visible(this.range.valueTypes);
  }
  get numberFormat(): WireValue {
    return this.visible(this.range.numberFormat);
  }
  get cellAddresses(): WireValue {
    const { row, column, rowCount, columnCount } = this.range.area;
    return this.visible(
      Array.from({ length: rowCount }, (_, down) =>
        Array.from({ length: columnCount }, (__, right) => {
          const cell = { row: row + down, column: column + right, rowCount: 1, columnCount: 1 };
          return new RangeObject(this.host, this.range.sheet, cell).address;
        }),
      ),
    );
  }
  get rowCount(): number {
    const { sheet, area } = this.range;
    return [...Array(area.rowCount).keys()].filter((row) => !sheet.hiddenRows.has(area.row + row))
      .length;
  }
  get columnCount(): number {
    const { sheet, area } = this.range;
    return [...Array(area.columnCount).keys()].filter(
      (column) => !sheet.hiddenColumns.has(area.column + column),
    ).length;
  }
  getRange(): HostObject {
    return this.range;
  }
}

/** Reads what an options tree such as `{format: {fill: {color: true}}}` asks for. */
function propertiesOf(object: HostObject, options: unknown): WireRecord {
  const result: Record<string, WireValue> = {};
  for (const [member, wanted] of Object.entries(recordOf(options))) {
    if (wanted === false || wanted === undefined || wanted === null) continue;
    if (member === 'borders' || member === 'format' || typeof wanted === 'object') {
      const child = object.read(member);
      if (!(child instanceof HostObject)) throw notImplemented(`${object.className}.${member}`);
      result[member] = propertiesOf(child, wanted);
      continue;
    }
    const value = object.read(member);
    if (value instanceof HostObject) throw notImplemented(`${object.className}.${member}`);
    result[member] = value ?? null;
  }
  return result;
}

function setProperties(object: HostObject, properties: unknown): void {
  for (const [member, value] of Object.entries(recordOf(properties))) {
    if (member === 'hyperlink') {
      object.write(member, toWire(value));
      continue;
    }
    const child = isPlainTree(value) ? object.read(member) : undefined;
    if (child instanceof HostObject) setProperties(child, value);
    else if (value !== undefined && isScalar(value)) object.write(member, value);
    else throw notImplemented(`${object.className}.${member} in setCellProperties`);
  }
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function isPlainTree(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rectangles of the cells of a kind: runs of rows of equal columns. */
function specialAreas(sheet: SheetModel, area: Area, type: string): Area[] {
  if (type === 'Visible') {
    const rowRuns = visibleRuns(sheet.hiddenRows, area.row, area.rowCount);
    const columnRuns = visibleRuns(sheet.hiddenColumns, area.column, area.columnCount);
    return rowRuns.flatMap(([row, rowCount]) =>
      columnRuns.map(([column, columnCount]) => ({ row, column, rowCount, columnCount })),
    );
  }
  if (type !== 'Constants' && type !== 'Formulas') {
    throw notImplemented(`Range.getSpecialCells of type ${type}`);
  }
  const keys = [...sheet.cells]
    .filter(([key, cell]) => {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      const one = { row, column, rowCount: 1, columnCount: 1 };
      const formula = cell.formula !== undefined;
      const wanted = type === 'Formulas' ? formula : !formula && cell.value !== null;
      return wanted && intersection(one, area) !== undefined;
    })
    .map(([key]) => key)
    .sort((left, right) => left - right);
  const runs: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  for (const key of keys) {
    const last = runs.at(-1);
    if (last !== undefined && cellKey(last.row, last.column + last.columnCount) === key) {
      last.columnCount += 1;
    } else {
      const row = Math.floor(key / MAX_COLUMNS);
      runs.push({ row, column: key % MAX_COLUMNS, rowCount: 1, columnCount: 1 });
    }
  }
  return runs;
}

/** Runs `[first, length]` of indexes that are not hidden. */
function visibleRuns(
  hidden: ReadonlySet<number>,
  first: number,
  length: number,
): [number, number][] {
  const runs: [number, number][] = [];
  const inside = [...hidden].filter((index) => index >= first && index < first + length);
  let start = first;
  for (const index of [...inside.sort((left, right) => left - right), first + length]) {
    if (index > start) runs.push([start, index - start]);
    start = index + 1;
  }
  return runs;
}

/** The range an address or a defined name stands for, on `sheet` when it names no other. */
export function rangeOf(host: ExcelHost, sheet: SheetModel, address: string): RangeObject {
  const split = splitAddress(address);
  const target = split.sheet === undefined ? sheet : sheetNamed(host.workbook, split.sheet);
  if (target === undefined)
    throw invalidArgument('Worksheet.getRange', `no sheet ${split.sheet ?? ''}`);
  if (split.sheet !== undefined && target !== sheet) {
    throw invalidArgument('Worksheet.getRange', `${address} is on another sheet`);
  }
  const area = parseArea(split.area);
  if (area !== undefined) return new RangeObject(host, target, area);
  const wanted = split.area.toLowerCase();
  const name = [...sheet.names, ...host.workbook.names].find(
    (candidate) => candidate.name.toLowerCase() === wanted,
  );
  const refers = name === undefined ? undefined : splitAddress(name.formula.replace(/^=/, ''));
  const named = refers === undefined ? undefined : parseArea(refers.area);
  const namedSheet = refers?.sheet === undefined ? sheet : sheetNamed(host.workbook, refers.sheet);
  if (named === undefined || namedSheet === undefined) {
    throw invalidArgument('Worksheet.getRange', `${address} is no address and no name`);
  }
  return new RangeObject(host, namedSheet, named);
}
