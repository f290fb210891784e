import type { StageSummary } from '../../assessment/assessment';
import type { CellStyle, ChartPlan, PlannedCell, SheetPlan } from '../../plans/sheet-plan';
import { inLanguage, sheetName, stageName } from '../report-context';
import type { JudgedContext, ReportContext } from '../report-context';
import type { SchoolBlock } from '../school-table';
import { SheetDraft } from '../sheet-draft';
import type { SheetKey } from '../sheet-keys';
import { areaAddress } from '../sheet-reference';
import { COLORS, STYLES } from '../styles';
import { lineHeight, wrappedLines } from '../text-width';

/** Code, name, then three columns for each stage. */
export const WIDTHS = [8, 32, 10, 10, 11, 10, 10, 11] as const;
export const LAST_COLUMN = WIDTHS.length - 1;
export const FIRST_STAGE_COLUMN = 2;
/** Columns of one stage. */
export const STAGE_COLUMNS = 3;
export const PAGE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Rows a chart covers. */
const CHART_ROWS = 11;

/** A value with the formula that gives it. */
export interface Live {
  readonly value: PlannedCell['value'];
  readonly formula: string;
}

/** A chart over a table of indicators: where it stands and its categories follow from the table. */
export type IndicatorChart = Omit<ChartPlan, 'anchor' | 'series'> & {
  readonly series: readonly Omit<ChartPlan['series'][number], 'categories' | 'categoryLabels'>[];
};

/** 评估总览 while it is written from top to bottom. */
export class OverviewPage {
  readonly context: ReportContext;
  readonly draft = new SheetDraft();
  /** The next free row, 1-based. */
  row = 1;
  readonly #planned: ReadonlySet<SheetKey>;
  readonly #charts: ChartPlan[] = [];
  readonly #breaks: number[] = [];
  #sections = 0;

  /** @param planned the sheets written together with this one: their cells may be referred to */
  constructor(context: ReportContext, planned: ReadonlySet<SheetKey>) {
    this.context = context;
    this.#planned = planned;
  }

  /** Whether all of these sheets are written together with this one. */
  links(...keys: readonly SheetKey[]): boolean {
    return keys.every((key) => this.#planned.has(key));
  }

  plan(): SheetPlan {
    return {
      key: 'overview',
      name: sheetName('overview', this.context),
      columnWidths: WIDTHS,
      rows: this.draft.rows,
      merges: this.draft.merges,
      print: { orientation: 'portrait', breaksAfterRows: this.#breaks },
      charts: this.#charts,
      tabColor: COLORS.primary,
      showGridLines: false,
    };
  }

  /** Begins a new page when printed. */
  breakPage(): void {
    this.#breaks.push(this.row - 1);
  }

  /** A numbered heading over the whole width. */
  sectionTitle(title: string): void {
    const number = this.context.words.sectionNumbers[this.#sections] ?? '';
    this.#sections += 1;
    this.draft.height(this.row, 22);
    this.across(number + title, STYLES.section);
  }

  /** One line over the whole width. */
  across(text: string, style: CellStyle): void {
    this.draft.putAcross(this.row, 0, LAST_COLUMN, text, { style });
    this.row += 1;
  }

  /** A text over the whole width, as high as it needs. */
  paragraph(text: string, style: CellStyle): void {
    this.draft.height(this.row, lineHeight(wrappedLines(text, PAGE_WIDTH - 4)));
    this.across(text, style);
  }

  /** A cell that is a live formula where the sheets that it refers to are there, else its value. */
  live(row: number, column: number, live: Live, style: CellStyle, linked: boolean): void {
    this.draft.put(row, column, live.value, linked ? { style, formula: live.formula } : { style });
  }

  /** Two heading rows: the stages, and under each the same three columns. */
  stageHeadings(
    judged: JudgedContext,
    headings: readonly string[],
    label: string = this.context.words.overview.indicator,
  ): void {
    const { row } = this;
    this.draft.putAcross(row, 0, 1, label, { style: STYLES.heading }, row + 1);
    judged.table.blocks.forEach((block, position) => {
      const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
      const name = stageName(block.stage, judged);
      this.draft.putAcross(row, column, column + STAGE_COLUMNS - 1, name, {
        style: STYLES.heading,
      });
      headings.forEach((heading, offset) => {
        this.draft.put(row + 1, column + offset, heading, { style: STYLES.heading });
      });
    });
    const lines = headings.map((heading) => wrappedLines(heading, 8.5));
    this.draft.height(row + 1, lineHeight(Math.max(...lines)));
    this.row += 2;
  }

  /** Id and name of an indicator; after the last one the composite. */
  indicatorLabel(judged: JudgedContext, index: number): void {
    const { language, words } = this.context;
    const indicator = judged.assessment.standard.indicators[index];
    if (indicator === undefined) {
      this.draft.putAcross(this.row, 0, 1, words.overview.composite, {
        style: { ...STYLES.centered, bold: true },
      });
      return;
    }
    const name = inLanguage(indicator.shortName, language);
    this.draft.put(this.row, 0, indicator.id, { style: STYLES.centered });
    this.draft.put(this.row, 1, name, { style: STYLES.text });
    this.draft.height(this.row, lineHeight(wrappedLines(name, WIDTHS[1] - 1)));
  }

  /** One chart a stage, side by side, over the table whose indicators start in `firstTableRow`. */
  chartRow(
    judged: JudgedContext,
    firstTableRow: number,
    chart: (block: SchoolBlock, position: number, column: number) => IndicatorChart,
  ): void {
    const { indicators } = judged.assessment.standard;
    const { blocks } = judged.table;
    blocks.forEach((block, position) => {
      const planned = chart(block, position, FIRST_STAGE_COLUMN + position * STAGE_COLUMNS);
      this.#charts.push({
        ...planned,
        series: planned.series.map((series) => ({
          ...series,
          categories: columnRange(0, firstTableRow, indicators.length),
          categoryLabels: indicators.map(({ id }) => id),
        })),
        anchor: {
          fromColumn: position === 0 ? 0 : 4,
          toColumn: position === 0 && blocks.length > 1 ? 4 : LAST_COLUMN + 1,
          fromRow: this.row,
          toRow: this.row + CHART_ROWS,
        },
      });
    });
    this.row += CHART_ROWS + 1;
  }
}

/** A stage's indicators, none where the stage was not judged. */
export function indicatorSummaries(
  judged: JudgedContext,
  { stage }: SchoolBlock,
): StageSummary['indicators'] {
  return judged.assessment.stages[stage]?.indicators ?? [];
}

/** So many cells of one column, in A1. */
export function columnRange(column: number, firstRow: number, count: number): string {
  return areaAddress(column, firstRow, column, firstRow + count - 1);
}
