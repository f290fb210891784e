import { columnLetters } from '../../assessment/school';
import type { WorkbookHost } from '../../hosts/host';
import type { CellEdit } from '../../plans/cell-edit';
import type { SheetPlan } from '../../plans/sheet-plan';
import { STYLES } from '../../reports/styles';
import { EXPLANATION_HEADINGS, explanationColumns } from '../../workbook/explanations';
import type { Explanation, ExplanationHeading } from '../../workbook/explanations';
import { keepRows } from '../../workbook/sheet-cells';
import { INPUT_SHEETS, isNamed } from '../../workbook/sheet-names';

const COLUMN_WIDTHS = [22, 26, 10, 18, 46, 12, 18] as const;

/**
 * Adds a line to 情况说明, below all that the sheet holds; without the sheet it is made, as the
 * person's own. Headings that the sheet lacks are added to it, for a line that does not name its
 * school and cell would accept nothing.
 */
export async function writeExplanation(host: WorkbookHost, line: Explanation): Promise<void> {
  const heads = await host.heads();
  const head = heads.find((one) => isNamed(one, INPUT_SHEETS.explanations));
  if (head === undefined) {
    await host.writeSheets([planExplanations(line)], 'ours');
    return;
  }
  await host.editCells(await planLine(host, head.name, line));
}

/** The text of a line under each heading. */
function textsOf(line: Explanation): Readonly<Record<ExplanationHeading, string>> {
  return {
    代码: line.code,
    学校: line.school,
    指标: line.indicator,
    单元格: line.cell,
    原因: line.reason,
    填写人: line.by,
    时间: line.at,
  };
}

async function planLine(
  host: WorkbookHost,
  sheet: string,
  line: Explanation,
): Promise<readonly CellEdit[]> {
  const rows = await keepRows(host, sheet);
  let lastRow = 0;
  let lastColumn = -1;
  let headingRow: number | null = null;
  let known: ReadonlyMap<ExplanationHeading, number> = new Map();
  for (const { number, cells } of rows) {
    lastRow = number;
    lastColumn = Math.max(lastColumn, cells.length - 1);
    if (headingRow !== null) continue;
    const columns = explanationColumns(cells);
    if (columns === null) continue;
    headingRow = number;
    known = columns;
  }
  // Without headings they go below what is there, from the first column on.
  if (headingRow === null) {
    lastRow += 1;
    headingRow = lastRow;
    lastColumn = -1;
  }
  const texts = textsOf(line);
  const edits: CellEdit[] = [];
  for (const heading of EXPLANATION_HEADINGS) {
    let column = known.get(heading);
    if (column === undefined) {
      lastColumn += 1;
      column = lastColumn;
      edits.push({ sheet, cell: `${columnLetters(column)}${headingRow}`, content: heading });
    }
    if (texts[heading] === '') continue;
    const cell = `${columnLetters(column)}${lastRow + 1}`;
    edits.push({ sheet, cell, content: texts[heading] });
  }
  return edits;
}

function planExplanations(line: Explanation): SheetPlan {
  const texts = textsOf(line);
  return {
    key: null,
    name: INPUT_SHEETS.explanations,
    columnWidths: COLUMN_WIDTHS,
    rows: [
      {
        number: 1,
        cells: EXPLANATION_HEADINGS.map((heading, column) => ({
          column,
          value: heading,
          style: STYLES.heading,
        })),
      },
      {
        number: 2,
        cells: EXPLANATION_HEADINGS.map((heading, column) => ({
          column,
          value: texts[heading] === '' ? null : texts[heading],
          style: { ...STYLES.text, numberFormat: 'text' },
        })),
      },
    ],
    merges: [],
    freeze: { rows: 1, columns: 0 },
    print: { orientation: 'landscape', repeatRows: [1, 1] },
    charts: [],
  };
}

/** A moment as 情况说明 states it, in the person's own time: `2026-03-05 14:30`. */
export function explanationTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
