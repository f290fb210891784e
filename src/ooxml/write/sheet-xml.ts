import type { CellStyle, PlannedCell, SheetPlan, ValidationPlan } from '../../plans/sheet-plan';
import { cellAddress } from './cell-address';
import { quoteSheetName, renameSheetsInFormula } from './formula-text';
import { OoxmlWriteError } from './ooxml-write-error';
import { encodeXstring, escapeXmlAttribute, escapeXmlText } from './xml-escape';
import { opaqueColor } from './style-sheet';
import { MAIN_NAMESPACE, RELATIONSHIPS_NAMESPACE } from './namespaces';

/** What a cell can hold in Excel; longer text would make the file unreadable. */
const LONGEST_TEXT = 32_767;

/** Excel refuses a sheet with more hyperlinks. */
const MOST_HYPERLINKS = 65_530;

/** Excel's limits for the words of a validation, and for a list written into it. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_LIST = 255;

/** Of a column without a planned width, in characters. */
const DEFAULT_WIDTH = 9;

const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

const DAYS_FROM_1900_TO_1904 = 1462;

/** What the writing of a sheet needs to know of its workbook. */
export interface SheetSurroundings {
  /** Index of a cell format. */
  readonly cellFormat: (style: CellStyle) => number;
  /** Names that sheets have in the file where the plans call them otherwise, by lower-case name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Whether the workbook counts its days from 1904; plans count them from 1900. */
  readonly date1904?: boolean;
  /** Relationship id of the drawing that holds the charts, when there are charts. */
  readonly drawingId: string | null;
}

/** Text as the content of a `t` element; spaces at its ends and line breaks survive. */
export function textElement(text: string, prefix = ''): string {
  const written = escapeXmlText(encodeXstring(text.slice(0, LONGEST_TEXT)));
  const space = /^\s|\s$|\n/.test(written) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${written}</${prefix}t>`;
}

/**
 * A cell. Text is an inline string whatever it begins with; only `formula` makes a formula.
 * @param attributes what stands in the tag besides the type: address and style.
 * @param prefix of the sheet's elements.
 * @throws {OoxmlWriteError} `bad-value` for a number that is not finite.
 */
export function cellElement(
  attributes: string,
  content: { readonly value: PlannedCell['value']; readonly formula?: string },
  prefix = '',
): string {
  const p = prefix;
  const { value, formula } = content;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new OoxmlWriteError('bad-value', [attributes.trim()], `${value} is no cell value`);
  }
  if (formula === undefined) {
    if (value === null) return `<${p}c${attributes}/>`;
    if (typeof value === 'string') {
      return `<${p}c${attributes} t="inlineStr"><${p}is>${textElement(value, p)}</${p}is></${p}c>`;
    }
    if (typeof value === 'boolean') {
      return `<${p}c${attributes} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    }
    return `<${p}c${attributes}><${p}v>${value}</${p}v></${p}c>`;
  }
  const f = `<${p}f>${escapeXmlText(encodeXstring(formula))}</${p}f>`;
  if (value === null) return `<${p}c${attributes}>${f}</${p}c>`;
  if (typeof value === 'number') return `<${p}c${attributes}>${f}<${p}v>${value}</${p}v></${p}c>`;
  if (typeof value === 'boolean') {
    return `<${p}c${attributes} t="b">${f}<${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
  }
  const type = ERROR_VALUE.test(value) ? 'e' : 'str';
  const cached = escapeXmlText(encodeXstring(value.slice(0, LONGEST_TEXT)));
  const space = /^\s|\s$|\n/.test(cached) ? ' xml:space="preserve"' : '';
  return `<${p}c${attributes} t="${type}">${f}<${p}v${space}>${cached}</${p}v></${p}c>`;
}

/** The used range of a plan. */
function dimension(plan: SheetPlan): string {
  let lastRow = 1;
  let lastColumn = 0;
  for (const row of plan.rows) {
    for (const cell of row.cells) {
      lastRow = Math.max(lastRow, row.number);
      lastColumn = Math.max(lastColumn, cell.column);
    }
  }
  return lastRow === 1 && lastColumn === 0 ? 'A1' : `A1:${cellAddress(lastRow, lastColumn)}`;
}

function sheetView(plan: SheetPlan): string {
  const opening =
    '<sheetViews><sheetView' +
    (plan.showGridLines === false ? ' showGridLines="0"' : '') +
    ' workbookViewId="0"';
  const { rows, columns } = plan.freeze ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return `${opening}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const selection = (name: string): string =>
    `<selection pane="${name}"${name === pane ? ' activeCell="A1" sqref="A1"' : ''}/>`;
  return (
    `${opening}><pane` +
    (columns > 0 ? ` xSplit="${columns}"` : '') +
    (rows > 0 ? ` ySplit="${rows}"` : '') +
    ` topLeftCell="${cellAddress(rows + 1, columns)}" activePane="${pane}" state="frozen"/>` +
    (rows > 0 && columns > 0 ? selection('topRight') + selection('bottomLeft') : '') +
    `${selection(pane)}</sheetView></sheetViews>`
  );
}

function columns(plan: SheetPlan): string {
  const hidden = new Set(plan.hiddenColumns);
  const count = Math.max(plan.columnWidths.length, ...[...hidden].map((column) => column + 1));
  let cols = '';
  for (let column = 0; column < count; column += 1) {
    const width = plan.columnWidths[column];
    if (width === undefined && !hidden.has(column)) continue;
    cols +=
      `<col min="${column + 1}" max="${column + 1}" width="${width ?? DEFAULT_WIDTH}"` +
      `${hidden.has(column) ? ' hidden="1"' : ''} customWidth="1"/>`;
  }
  return cols === '' ? '' : `<cols>${cols}</cols>`;
}

function validation(plan: ValidationPlan, sheet: string): string {
  const { rule, prompt, onError } = plan;
  const words = (text: string, longest: number): string =>
    escapeXmlAttribute(
      encodeXstring(text.length > longest ? `${text.slice(0, longest - 1)}…` : text),
    );
  let type: string;
  let formulas: string;
  if (rule.kind === 'list') {
    const list = rule.values.join(',');
    if (list.length > LONGEST_LIST || rule.values.some((value) => /[,"]/.test(value))) {
      throw new OoxmlWriteError(
        'bad-plan',
        [sheet],
        `the list for ${plan.range} is longer than ${LONGEST_LIST} or holds a comma or quote`,
      );
    }
    type = 'type="list"';
    formulas = `<formula1>"${escapeXmlText(encodeXstring(list))}"</formula1>`;
  } else {
    const between = rule.maximum !== undefined;
    type = `type="${rule.kind}"${between ? '' : ' operator="greaterThanOrEqual"'}`;
    formulas =
      `<formula1>${rule.minimum}</formula1>` +
      (between ? `<formula2>${rule.maximum}</formula2>` : '');
  }
  return (
    `<dataValidation ${type}` +
    (onError?.style === 'warning' ? ' errorStyle="warning"' : '') +
    ' allowBlank="1"' +
    (prompt ? ' showInputMessage="1"' : '') +
    (onError ? ' showErrorMessage="1"' : '') +
    (onError
      ? ` errorTitle="${words(onError.title, LONGEST_TITLE)}"` +
        ` error="${words(onError.text, LONGEST_MESSAGE)}"`
      : '') +
    (prompt
      ? ` promptTitle="${words(prompt.title, LONGEST_TITLE)}"` +
        ` prompt="${words(prompt.text, LONGEST_MESSAGE)}"`
      : '') +
    ` sqref="${plan.range}">${formulas}</dataValidation>`
  );
}

/**
 * The text of a worksheet part for a plan, and the addresses of its formulas (for the calculation
 * chain). The same plan gives the same text. Text longer than Excel's 32 767 characters a cell is
 * cut there, and hyperlinks beyond Excel's 65 530 a sheet are left out.
 * @throws {OoxmlWriteError} `bad-plan` for rows or cells out of order or a list that Excel cannot
 * hold, `bad-value` for a number that is not finite.
 */
export function sheetXml(
  plan: SheetPlan,
  surroundings: SheetSurroundings,
): { readonly xml: string; readonly formulaCells: readonly string[] } {
  const { cellFormat, renamed } = surroundings;
  const formulaCells: string[] = [];
  const links: string[] = [];
  const rows: string[] = [];
  let previousRow = 0;
  for (const row of plan.rows) {
    if (row.number <= previousRow) {
      throw new OoxmlWriteError('bad-plan', [plan.name], `row ${row.number} is out of order`);
    }
    previousRow = row.number;
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    let cells = '';
    let previousColumn = -1;
    for (const cell of row.cells) {
      const address = cellAddress(row.number, cell.column);
      if (cell.column <= previousColumn) {
        throw new OoxmlWriteError('bad-plan', [plan.name], `${address} is out of order`);
      }
      previousColumn = cell.column;
      if (cell.formula !== undefined) formulaCells.push(address);
      if (cell.link && links.length < MOST_HYPERLINKS) {
        const sheet = renamed.get(cell.link.sheet.toLowerCase()) ?? cell.link.sheet;
        const location = `${quoteSheetName(sheet)}!${cell.link.cell}`;
        links.push(`<hyperlink ref="${address}" location="${escapeXmlAttribute(location)}"/>`);
      }
      const style = cell.style === undefined ? 0 : cellFormat(cell.style);
      const value = surroundings.date1904 === true ? value1904(cell) : cell.value;
      cells += cellElement(
        ` r="${address}"${style === 0 ? '' : ` s="${style}"`}`,
        cell.formula === undefined
          ? { value }
          : { value, formula: renameSheetsInFormula(cell.formula, renamed) },
      );
    }
    rows.push(
      cells === ''
        ? `<row r="${row.number}"${height}/>`
        : `<row r="${row.number}"${height}>${cells}</row>`,
    );
  }
  const { print } = plan;
  const breaks = print.breaksAfterRows ?? [];
  const validations = plan.validations ?? [];
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">` +
    '<sheetPr>' +
    (plan.tabColor === undefined ? '' : `<tabColor rgb="${opaqueColor(plan.tabColor)}"/>`) +
    '<pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${dimension(plan)}"/>` +
    sheetView(plan) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columns(plan) +
    (rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`) +
    (plan.merges.length === 0
      ? ''
      : `<mergeCells count="${plan.merges.length}">` +
        `${plan.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`) +
    (validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">` +
        `${validations.map((one) => validation(one, plan.name)).join('')}</dataValidations>`) +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="1" ` +
    `fitToHeight="${print.pagesTall ?? 0}"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    (breaks.length === 0
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
        breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('') +
        '</rowBreaks>') +
    (surroundings.drawingId === null ? '' : `<drawing r:id="${surroundings.drawingId}"/>`) +
    '</worksheet>';
  return { xml, formulaCells };
}

/** What a cell holds in a workbook that counts its days from 1904. */
function value1904({ value, style }: PlannedCell): PlannedCell['value'] {
  return typeof value === 'number' && style?.numberFormat === 'date'
    ? value - DAYS_FROM_1900_TO_1904
    : value;
}

/** The rows printed on every page, as the value of `_xlnm.Print_Titles`. */
export function printTitles(plan: SheetPlan, sheet: string): string | null {
  const rows = plan.print.repeatRows;
  return rows === undefined ? null : `${quoteSheetName(sheet)}!$${rows[0]}:$${rows[1]}`;
}
