import { parseArea, type CellRectangle } from './cell-range';
import { attributeOf, childOf, outlineWorksheet, type XmlElement } from './write/xml-outline';

/** A conditional format whose rule is a formula. */
export interface FormulaRule {
  readonly ranges: readonly CellRectangle[];
  /** Without `=`; relative references are those of the first cell of the first range. */
  readonly formula: string;
  /** Index among the workbook's differential looks, null when it has none. */
  readonly look: number | null;
  /** The lower comes first. */
  readonly priority: number;
  readonly stops: boolean;
}

/** A stretch of columns. */
export interface ColumnLayout {
  /** 0-based, both included. */
  readonly first: number;
  readonly last: number;
  /** Characters; null for the sheet's own. */
  readonly width: number | null;
  readonly hidden: boolean;
}

/** How a worksheet is laid out around its rows. */
export interface SheetLayout {
  readonly columns: readonly ColumnLayout[];
  readonly merges: readonly CellRectangle[];
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showsGridLines: boolean;
  /** RRGGBB, or null. */
  readonly tabColor: string | null;
  /** In the order of their priority. */
  readonly rules: readonly FormulaRule[];
  /** Points; null when the sheet does not say. */
  readonly defaultRowHeight: number | null;
  /** Characters; null when the sheet does not say. */
  readonly defaultColumnWidth: number | null;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function numberOrNull(value: string | undefined): number | null {
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : attributeOf(element, name);
}

function columnsOf(root: XmlElement): ColumnLayout[] {
  return (childOf(root, 'cols')?.children ?? []).map((column) => ({
    first: Number(attributeOf(column, 'min')) - 1,
    last: Number(attributeOf(column, 'max')) - 1,
    width: numberOrNull(attributeOf(column, 'width')),
    hidden: isTrue(attributeOf(column, 'hidden')),
  }));
}

function frozenOf(view: XmlElement | undefined): SheetLayout['frozen'] {
  const pane = view === undefined ? undefined : childOf(view, 'pane');
  const state = attribute(pane, 'state');
  if (state !== 'frozen' && state !== 'frozenSplit') return { rows: 0, columns: 0 };
  return {
    rows: numberOrNull(attribute(pane, 'ySplit')) ?? 0,
    columns: numberOrNull(attribute(pane, 'xSplit')) ?? 0,
  };
}

function areas(list: string): CellRectangle[] {
  return list
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);
}

function rulesOf(root: XmlElement): FormulaRule[] {
  return root.children
    .filter(({ local }) => local === 'conditionalFormatting')
    .flatMap((group) => {
      const ranges = areas(attributeOf(group, 'sqref') ?? '');
      return group.children.flatMap((rule): FormulaRule[] => {
        const formula = childOf(rule, 'formula')?.text;
        if (attributeOf(rule, 'type') !== 'expression' || formula === undefined) return [];
        return [
          {
            ranges,
            formula,
            look: numberOrNull(attributeOf(rule, 'dxfId')),
            priority: Number(attributeOf(rule, 'priority') ?? 0),
            stops: isTrue(attributeOf(rule, 'stopIfTrue')),
          },
        ];
      });
    })
    .sort((one, other) => one.priority - other.priority);
}

/**
 * Reads the conditional formats of a worksheet whose rules are formulas, in order of priority.
 * @param xml of the worksheet, with or without its rows (see `worksheetFrame`)
 * @param part its name, for errors
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`
 */
export function parseFormulaRules(xml: string, part: string): readonly FormulaRule[] {
  return rulesOf(outlineWorksheet(xml, part));
}

/**
 * Reads how a worksheet is laid out.
 * @param xml of the worksheet, with or without its rows (see `worksheetFrame`)
 * @param part its name, for errors
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`
 */
export function parseSheetLayout(xml: string, part: string): SheetLayout {
  const root = outlineWorksheet(xml, part);
  const properties = childOf(root, 'sheetPr');
  const tab = properties === undefined ? undefined : childOf(properties, 'tabColor');
  const views = childOf(root, 'sheetViews');
  const view = views === undefined ? undefined : childOf(views, 'sheetView');
  const format = childOf(root, 'sheetFormatPr');
  return {
    columns: columnsOf(root),
    merges: (childOf(root, 'mergeCells')?.children ?? []).flatMap((merge) =>
      areas(attributeOf(merge, 'ref') ?? ''),
    ),
    frozen: frozenOf(view),
    showsGridLines: !['0', 'false'].includes(attribute(view, 'showGridLines') ?? '1'),
    tabColor: attribute(tab, 'rgb')?.slice(-6) ?? null,
    rules: rulesOf(root),
    defaultRowHeight: numberOrNull(attribute(format, 'defaultRowHeight')),
    defaultColumnWidth: numberOrNull(attribute(format, 'defaultColWidth')),
  };
}
