import { cellCount, formatArea, parseArea, type Area } from './a1';
import {
  type Bag,
  type CellModel,
  type CellValue,
  type WorkbookModel,
  addSheet,
  cellAt,
  cellKey,
  childBag,
  emptyBag,
  emptyWorkbook,
  nextId,
} from './workbook-model';
import type { WireRecord, WireValue } from './wire-value';

/** A cell as a test writes it: a bare value, or the parts that matter. */
export type CellJson =
  | CellValue
  | {
      readonly value?: CellValue;
      /** With or without its leading `=`. */
      readonly formula?: string;
      readonly numberFormat?: string;
      readonly hyperlink?: WireRecord;
    };

/** A custom conditional format as a test writes it. */
export interface ConditionalFormatJson {
  /** A1 areas joined by commas. */
  readonly address: string;
  readonly formula: string;
  readonly fill?: string;
  readonly stopIfTrue?: boolean;
}

/** A sheet as a test writes it. `rows` starts at A1; `cells` is laid over it. */
export interface SheetJson {
  readonly name: string;
  readonly rows?: readonly (readonly CellJson[])[];
  readonly cells?: Readonly<Record<string, CellJson>>;
  readonly visibility?: 'Visible' | 'Hidden' | 'VeryHidden';
  /** 1-based row numbers. */
  readonly hiddenRows?: readonly number[];
  /** Column letters. */
  readonly hiddenColumns?: readonly string[];
  readonly merges?: readonly string[];
  readonly protected?: boolean;
  readonly protectionOptions?: WireRecord;
  /** Areas that may be typed into though the sheet is protected. */
  readonly unlocked?: readonly string[];
  /** Fill colours by A1 area. */
  readonly fills?: Readonly<Record<string, string>>;
  readonly conditionalFormats?: readonly ConditionalFormatJson[];
  readonly names?: readonly NameJson[];
  /** Charts as what is written to them, for instance `{values: {name: '图 1'}, …}`. */
  readonly charts?: readonly Partial<Bag>[];
}

/** A defined name as a test writes it. */
export interface NameJson {
  readonly name: string;
  readonly formula: string;
  readonly visible?: boolean;
}

/** A workbook as a test writes it. */
export interface WorkbookJson {
  readonly name?: string;
  readonly sheets: readonly SheetJson[];
  readonly names?: readonly NameJson[];
  /** Name of the active sheet; the first when absent. */
  readonly active?: string;
  /** A1 area selected on the active sheet. */
  readonly selection?: string;
  readonly settings?: Readonly<Record<string, WireValue>>;
  readonly structureProtected?: boolean;
}

function areaOf(text: string): Area {
  const area = parseArea(text);
  if (area === undefined) throw new Error(`${text} is not an A1 address`);
  return area;
}

const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#CONNECT!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#FIELD!',
]);

/** Whether a text is one of Excel's error values. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && ERRORS.has(value);
}

function cellOf(json: CellJson): CellModel | undefined {
  const parts = typeof json === 'object' && json !== null ? json : { value: json };
  const value = parts.value === '' ? null : (parts.value ?? null);
  const formula = parts.formula?.replace(/^(?!=)/, '=');
  const cell: CellModel = { value };
  if (isErrorText(value)) cell.isError = true;
  if (formula !== undefined) cell.formula = formula;
  if (parts.numberFormat !== undefined) cell.numberFormat = parts.numberFormat;
  if (parts.hyperlink !== undefined) cell.hyperlink = parts.hyperlink;
  const empty = value === null && Object.keys(cell).length === 1;
  return empty ? undefined : cell;
}

/** Makes a workbook from its JSON. */
export function workbookFromJson(json: WorkbookJson): WorkbookModel {
  const workbook = emptyWorkbook(json.name);
  for (const given of json.sheets) {
    const sheet = addSheet(workbook, given.name);
    sheet.visibility = given.visibility ?? 'Visible';
    given.rows?.forEach((cells, row) => {
      cells.forEach((cellJson, column) => {
        const cell = cellOf(cellJson);
        if (cell !== undefined) sheet.cells.set(cellKey(row, column), cell);
      });
    });
    for (const [address, cellJson] of Object.entries(given.cells ?? {})) {
      const area = areaOf(address);
      const cell = cellOf(cellJson);
      if (cell !== undefined) sheet.cells.set(cellKey(area.row, area.column), cell);
    }
    given.hiddenRows?.forEach((row) => sheet.hiddenRows.add(row - 1));
    given.hiddenColumns?.forEach((name) => sheet.hiddenColumns.add(areaOf(`${name}1`).column));
    sheet.merges = (given.merges ?? []).map(areaOf);
    sheet.protection = {
      protected: given.protected ?? false,
      password: undefined,
      options: given.protectionOptions ?? {},
    };
    for (const address of given.unlocked ?? []) {
      sheet.formats.push({ area: areaOf(address), path: 'protection/locked', value: false });
    }
    for (const [address, color] of Object.entries(given.fills ?? {})) {
      sheet.formats.push({ area: areaOf(address), path: 'fill/color', value: color });
    }
    for (const rule of given.conditionalFormats ?? []) {
      const content = emptyBag();
      childBag(content, 'rule').values['formula'] = rule.formula;
      if (rule.fill !== undefined) {
        childBag(childBag(content, 'format'), 'fill').values['color'] = rule.fill;
      }
      sheet.conditionalFormats.push({
        id: nextId(workbook),
        type: 'Custom',
        areas: rule.address.split(',').map(areaOf),
        stopIfTrue: rule.stopIfTrue ?? false,
        content,
      });
    }
    sheet.names = (given.names ?? []).map(nameOf);
    sheet.charts = (given.charts ?? []).map((chart) => ({ ...emptyBag(), ...chart }));
  }
  workbook.names = (json.names ?? []).map(nameOf);
  workbook.structureProtected = json.structureProtected ?? false;
  for (const [key, value] of Object.entries(json.settings ?? {})) workbook.settings.set(key, value);
  const active = workbook.sheets.find((sheet) => sheet.name === json.active);
  if (active !== undefined) workbook.activeSheetId = active.id;
  if (json.selection !== undefined) workbook.selection = json.selection.split(',').map(areaOf);
  return workbook;
}

function nameOf(json: NameJson): {
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
} {
  const formula = json.formula.replace(/^(?!=)/, '=');
  return { name: json.name, formula, visible: json.visible ?? true, comment: '' };
}

function uniformFills(
  formats: WorkbookModel['sheets'][number]['formats'],
  path: string,
): Record<string, string> {
  const fills: Record<string, string> = {};
  for (const layer of formats) {
    if (layer.path === path && typeof layer.value === 'string') {
      fills[formatArea(layer.area)] = layer.value;
    }
  }
  return fills;
}

/** Writes a workbook as the JSON that makes it again: what a test compares before and after. */
export function workbookToJson(workbook: WorkbookModel): WorkbookJson {
  const active = workbook.sheets.find((sheet) => sheet.id === workbook.activeSheetId);
  return {
    name: workbook.name,
    ...(active === undefined ? {} : { active: active.name }),
    selection: workbook.selection.map(formatArea).join(','),
    settings: Object.fromEntries(workbook.settings),
    names: workbook.names.map(({ name, formula, visible }) => ({ name, formula, visible })),
    structureProtected: workbook.structureProtected,
    sheets: workbook.sheets.map((sheet) => {
      const cells: Record<string, CellJson> = {};
      for (const [key, cell] of sheet.cells) {
        const { row, column } = cellAt(key);
        const address = formatArea({ row, column, rowCount: 1, columnCount: 1 });
        const { value, formula, numberFormat, hyperlink } = cell;
        const bare = formula === undefined && numberFormat === undefined && hyperlink === undefined;
        cells[address] = bare
          ? value
          : {
              value,
              ...(formula === undefined ? {} : { formula }),
              ...(numberFormat === undefined ? {} : { numberFormat }),
              ...(hyperlink === undefined ? {} : { hyperlink }),
            };
      }
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        cells,
        hiddenRows: [...sheet.hiddenRows].map((row) => row + 1),
        hiddenColumns: [...sheet.hiddenColumns].map((column) =>
          formatArea({ row: 0, column, rowCount: 1, columnCount: 1 }).replace(/\d+$/, ''),
        ),
        merges: sheet.merges.filter((area) => cellCount(area) > 1).map(formatArea),
        protected: sheet.protection.protected,
        protectionOptions: sheet.protection.options,
        unlocked: sheet.formats
          .filter((layer) => layer.path === 'protection/locked' && layer.value === false)
          .map((layer) => formatArea(layer.area)),
        fills: uniformFills(sheet.formats, 'fill/color'),
        conditionalFormats: sheet.conditionalFormats
          .filter((rule) => rule.type === 'Custom')
          .map((rule) => {
            const fill = rule.content.children['format']?.children['fill']?.values['color'];
            const formula = rule.content.children['rule']?.values['formula'];
            return {
              address: rule.areas.map(formatArea).join(','),
              formula: typeof formula === 'string' ? formula : '',
              stopIfTrue: rule.stopIfTrue,
              ...(typeof fill === 'string' ? { fill } : {}),
            };
          }),
        names: sheet.names.map(({ name, formula, visible }) => ({ name, formula, visible })),
        charts: sheet.charts,
      };
    }),
  };
}
