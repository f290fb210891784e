import { XlsxWorkbookSource } from '../../hosts/xlsx/xlsx-source';
import type { CellStyle, PlannedCell, PlannedRow, SheetPlan } from '../../plans/sheet-plan';
import { STYLES } from '../../reports/styles';
import { planTemplate } from '../../reports/template-plan';
import { DEFAULT_STANDARD } from '../../standard/standards';
import { keepRows } from '../../workbook/sheet-cells';
import type { KeptRow } from '../../workbook/sheet-cells';
import type { CellContent } from '../../workbook/source';

/** Where the sample county lies, beside the page. */
const ADDRESS = 'samples/sample-county.xlsx';

/**
 * The sheets of the sample county, fetched from the add-in's own folder. They are the person's own
 * to alter and carry no mark of this program.
 *
 * @throws {Error} when the file does not come
 * @throws {OoxmlError} when what comes is no workbook
 */
export async function loadSampleSheets(): Promise<readonly SheetPlan[]> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  return sampleSheets(new Uint8Array(await response.arrayBuffer()));
}

/** The sheets of a workbook file of plain values, laid out as the template's sheets of their names. */
export async function sampleSheets(file: Uint8Array): Promise<readonly SheetPlan[]> {
  const source = XlsxWorkbookSource.open(file, ADDRESS);
  const template = new Map(planTemplate(DEFAULT_STANDARD).map((plan) => [plan.name, plan]));
  const plans: SheetPlan[] = [];
  for (const { name } of await source.heads()) {
    plans.push(planSheet(name, await keepRows(source, name), template.get(name)));
  }
  return plans;
}

function planSheet(
  name: string,
  rows: readonly KeptRow[],
  template: SheetPlan | undefined,
): SheetPlan {
  const [headings] = template?.rows ?? [];
  return {
    columnWidths: [],
    merges: [],
    print: { orientation: 'landscape' },
    charts: [],
    ...template,
    key: null,
    name,
    rows: rows.map((row, index) => planRow(row, index === 0 ? headings : undefined)),
  };
}

function planRow({ number, cells }: KeptRow, headings: PlannedRow | undefined): PlannedRow {
  return {
    number,
    ...(headings?.height === undefined ? {} : { height: headings.height }),
    cells: cells.flatMap((content, column): PlannedCell[] => {
      const value = plainValue(content);
      if (value === null) return [];
      const heading = headings?.cells.find((cell) => cell.column === column)?.style;
      return [{ column, value, style: heading ?? styleOf(value) }];
    }),
  };
}

/** Dates, errors and formulas do not occur in the sample. */
function plainValue(content: CellContent): PlannedCell['value'] {
  return content === undefined || typeof content === 'object' ? null : content;
}

function styleOf(value: PlannedCell['value']): CellStyle {
  return typeof value === 'string' ? { ...STYLES.text, numberFormat: 'text' } : STYLES.general;
}
