import { renameSheetsInFormula } from '../../src/ooxml/write/formula-text';
import { type Area, MAX_COLUMNS } from './a1';
import type { WireRecord, WireValue } from './wire-value';

/** A cell's value as it is shown to programs; null when the cell is empty. */
export type CellValue = string | number | boolean | null;

/** A cell that holds something. */
export interface CellModel {
  value: CellValue;
  /** Whether `value` is an error such as `#DIV/0!`. */
  isError?: boolean;
  /** With its leading `=`. Its result is `value`, which nothing here computes. */
  formula?: string;
  /** Absent for `General`. */
  numberFormat?: string;
  hyperlink?: WireRecord;
  /** What a custom function said beside its error. */
  errorMessage?: string;
  /** The key of the cell whose array result covers this one. */
  spilledFrom?: number;
}

/** An object of the object model that is kept only as what was written to it, such as a chart. */
export interface Bag {
  readonly values: Record<string, WireValue>;
  readonly children: Record<string, Bag>;
  readonly items: Bag[];
}

/** One write of one format property over an area: the last that covers a cell holds. */
export interface FormatLayer {
  readonly area: Area;
  /** `fill/color`, `font/bold`, `borders/EdgeTop/style`, `columnWidth`, … */
  readonly path: string;
  readonly value: WireValue;
}

/** A conditional format. The stand-in keeps rules and evaluates none. */
export interface ConditionalFormatModel {
  readonly id: string;
  /** `Custom`, `CellValue`, … */
  readonly type: string;
  areas: Area[];
  stopIfTrue: boolean;
  /** What was written under `custom`, `cellValue`, … by that name. */
  readonly content: Bag;
}

/** A defined name. */
export interface NameModel {
  readonly name: string;
  /** `=Sheet1!$A$1` or a constant's formula. */
  formula: string;
  visible: boolean;
  comment: string;
}

/** A sheet's protection. Options are those of `Excel.WorksheetProtectionOptions`. */
export interface ProtectionModel {
  protected: boolean;
  password: string | undefined;
  options: WireRecord;
}

/** A data validation over an area. */
export interface ValidationModel {
  readonly area: Area;
  readonly content: Bag;
}

/** A sheet. */
export interface SheetModel {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  readonly cells: Map<number, CellModel>;
  formats: FormatLayer[];
  merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Highest priority first. */
  conditionalFormats: ConditionalFormatModel[];
  validations: ValidationModel[];
  names: NameModel[];
  protection: ProtectionModel;
  frozen: Area | undefined;
  readonly pageLayout: Bag;
  readonly horizontalPageBreaks: number[];
  charts: Bag[];
}

/** A workbook, whole: everything the object model reads and writes. */
export interface WorkbookModel {
  name: string;
  sheets: SheetModel[];
  names: NameModel[];
  activeSheetId: string;
  /** On the active sheet; the first area's first cell is the active cell. */
  selection: Area[];
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  structureProtected: boolean;
  /** `workbook.settings`, which are also `Office.context.document.settings`. */
  readonly settings: Map<string, WireValue>;
  readonly customXmlParts: { readonly id: string; xml: string }[];
  nextId: number;
}

/** The key of a cell in `SheetModel.cells`. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** Row and column of a key. */
export function cellAt(key: number): { row: number; column: number } {
  return { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
}

/** A cell without some of its parts. */
export function without(cell: CellModel, ...parts: Exclude<keyof CellModel, 'value'>[]): CellModel {
  const rest: CellModel = { ...cell };
  for (const part of parts) Reflect.deleteProperty(rest, part);
  return rest;
}

/** A new, empty bag. */
export function emptyBag(): Bag {
  return { values: {}, children: {}, items: [] };
}

/** A bag's child, made when it is first asked for. */
export function childBag(bag: Bag, name: string): Bag {
  return (bag.children[name] ??= emptyBag());
}

/** The next id of a workbook, in the form Excel gives its sheets and conditional formats. */
export function nextId(workbook: WorkbookModel): string {
  workbook.nextId += 1;
  return `{00000000-0000-0000-0000-${String(workbook.nextId).padStart(12, '0')}}`;
}

/** Adds an empty sheet at the end. */
export function addSheet(workbook: WorkbookModel, name: string): SheetModel {
  const sheet: SheetModel = {
    id: nextId(workbook),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    cells: new Map(),
    formats: [],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    conditionalFormats: [],
    validations: [],
    names: [],
    protection: { protected: false, password: undefined, options: {} },
    frozen: undefined,
    pageLayout: emptyBag(),
    horizontalPageBreaks: [],
    charts: [],
  };
  workbook.sheets.push(sheet);
  if (workbook.activeSheetId === '') workbook.activeSheetId = sheet.id;
  return sheet;
}

/** Gives a sheet another name; names and formulas that speak of it follow, as they do in Excel. */
export function renameSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): void {
  const names = new Map([[sheet.name.toLowerCase(), name]]);
  sheet.name = name;
  for (const scope of [workbook, ...workbook.sheets]) {
    for (const defined of scope.names) {
      defined.formula = renameSheetsInFormula(defined.formula, names);
    }
  }
  for (const { cells } of workbook.sheets) {
    for (const cell of cells.values()) {
      if (cell.formula !== undefined) cell.formula = renameSheetsInFormula(cell.formula, names);
    }
  }
}

/** A workbook without sheets. */
export function emptyWorkbook(name = 'workbook.xlsx'): WorkbookModel {
  return {
    name,
    sheets: [],
    names: [],
    activeSheetId: '',
    selection: [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }],
    calculationMode: 'Automatic',
    structureProtected: false,
    settings: new Map(),
    customXmlParts: [],
    nextId: 0,
  };
}

/** The sheet of that name, in any case. */
export function sheetNamed(workbook: WorkbookModel, name: string): SheetModel | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** Rows and columns that hold something; undefined for an empty sheet. */
export function usedArea(sheet: SheetModel, valuesOnly: boolean, within?: Area): Area | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const include = (row: number, column: number): void => {
    if (
      within !== undefined &&
      (row < within.row ||
        row >= within.row + within.rowCount ||
        column < within.column ||
        column >= within.column + within.columnCount)
    ) {
      return;
    }
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
    const { row, column } = cellAt(key);
    include(row, column);
  }
  if (!valuesOnly) {
    for (const { area, path } of sheet.formats) {
      const whole = area.rowCount > 100_000 || area.columnCount > 1_000;
      if (whole || path === 'columnWidth' || path === 'rowHeight') continue;
      include(area.row, area.column);
      include(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
    }
  }
  return bottom < 0
    ? undefined
    : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}
