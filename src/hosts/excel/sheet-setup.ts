import { columnLetters } from '../../ooxml/write/cell-address';
import type { SheetPlan, ValidationPlan } from '../../plans/sheet-plan';

/** Points of an inch, in which margins are given. */
const INCH = 72;

/** Excel's limits for the words of a validation. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** Queues how a sheet shows itself and prints: on A4, one page wide. */
export function setUpSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  if (plan.tabColor !== undefined) sheet.tabColor = `#${plan.tabColor}`;
  sheet.showGridlines = plan.showGridLines !== false;
  freeze(sheet, plan);
  setUpPrinting(sheet, plan);
  for (const validation of plan.validations ?? []) validate(sheet, validation);
}

function freeze(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { rows, columns } = plan.freeze ?? { rows: 0, columns: 0 };
  if (rows > 0 && columns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRange(`A1:${columnLetters(columns - 1)}${rows}`));
  } else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function setUpPrinting(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom =
    print.pagesTall === undefined
      ? { horizontalFitToPages: 1 }
      : { horizontalFitToPages: 1, verticalFitToPages: print.pagesTall };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = 0.5 * INCH;
  pageLayout.rightMargin = 0.5 * INCH;
  pageLayout.topMargin = 0.6 * INCH;
  pageLayout.bottomMargin = 0.6 * INCH;
  pageLayout.headerMargin = 0.3 * INCH;
  pageLayout.footerMargin = 0.3 * INCH;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
  const rows = print.repeatRows;
  if (rows !== undefined) pageLayout.setPrintTitleRows(`$${rows[0]}:$${rows[1]}`);
  for (const row of print.breaksAfterRows ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function validate(sheet: Excel.Worksheet, { range, rule, prompt, onError }: ValidationPlan): void {
  const { dataValidation } = sheet.getRange(range);
  if (rule.kind === 'list') {
    dataValidation.rule = { list: { inCellDropDown: true, source: rule.values.join(',') } };
  } else {
    const limits: Excel.BasicDataValidation =
      rule.maximum === undefined
        ? { formula1: rule.minimum, operator: 'GreaterThanOrEqualTo' }
        : { formula1: rule.minimum, formula2: rule.maximum, operator: 'Between' };
    dataValidation.rule = rule.kind === 'whole' ? { wholeNumber: limits } : { decimal: limits };
  }
  dataValidation.ignoreBlanks = true;
  if (prompt !== undefined) {
    dataValidation.prompt = {
      showPrompt: true,
      title: prompt.title.slice(0, LONGEST_TITLE),
      message: prompt.text.slice(0, LONGEST_MESSAGE),
    };
  }
  if (onError !== undefined) {
    dataValidation.errorAlert = {
      showAlert: true,
      style: onError.style === 'stop' ? 'Stop' : 'Warning',
      title: onError.title.slice(0, LONGEST_TITLE),
      message: onError.text.slice(0, LONGEST_MESSAGE),
    };
  }
}
