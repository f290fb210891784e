/**
 * A sheet to be written, as plain data: the reports compute it, a host only carries it out. Nothing
 * here knows a file format or a spreadsheet program.
 */

/** Number formats used by planned cells. */
export type NumberFormat =
  'general' | 'integer' | 'decimal2' | 'decimal3' | 'percent1' | 'date' | 'text';

/** How a planned cell looks. Colours are RRGGBB. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points. */
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly fill?: string;
  readonly border?: 'thin' | 'none';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Steps of indentation. */
  readonly indent?: number;
  readonly numberFormat?: NumberFormat;
  /** Only with a protected sheet: whether the cell may be typed into. */
  readonly unlocked?: boolean;
}

/** Where a click on a planned cell leads: a cell of the same workbook. */
export interface CellLink {
  readonly sheet: string;
  readonly cell: string;
}

/** One cell. Text is always written as text: a string that starts with `=` never becomes a formula. */
export interface PlannedCell {
  /** 0-based. */
  readonly column: number;
  /** The value, or for a formula its computed result (cached in files). */
  readonly value: string | number | boolean | null;
  /** A native formula without the leading `=`, in English function names. */
  readonly formula?: string;
  readonly style?: CellStyle;
  readonly link?: CellLink;
}

/** One row; rows not planned stay empty. */
export interface PlannedRow {
  /** 1-based. */
  readonly number: number;
  /** Points; the program's default when absent. */
  readonly height?: number;
  readonly cells: readonly PlannedCell[];
}

/** How the sheet prints. A4 always. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Always one page wide; as many pages long as it needs, or fitted to this many. */
  readonly pagesTall?: number;
  /** 1-based inclusive header rows repeated on every page. */
  readonly repeatRows?: readonly [number, number];
  /** Rows after which a page ends. */
  readonly breaksAfterRows?: readonly number[];
}

/** A series of a chart: references to cells, with the values they hold now. */
export interface ChartSeries {
  /** Shown in the legend. */
  readonly name: string;
  /** A1 range on `sheet`, such as `B4:B10` (one row or one column). */
  readonly categories: string;
  readonly categoryLabels: readonly string[];
  readonly values: string;
  /** Null where a cell has no value. */
  readonly cached: readonly (number | null)[];
  /** Column/bar fill or line colour, RRGGBB. */
  readonly color: string;
  /** Drawn as a line over columns (a limit, for instance) though the chart is of columns. */
  readonly asLine?: boolean;
}

/** A native chart over cells of the planned sheet itself. */
export interface ChartPlan {
  readonly kind: 'column' | 'bar' | 'line' | 'stackedColumn';
  readonly title: string;
  /** Number format of the value axis. */
  readonly axisFormat: NumberFormat;
  readonly series: readonly ChartSeries[];
  /** Cells covered: 0-based column, 1-based row, exclusive ends. */
  readonly anchor: {
    readonly fromColumn: number;
    readonly fromRow: number;
    readonly toColumn: number;
    readonly toRow: number;
  };
}

/** A list of allowed values, or a rule on numbers, for cells the person fills in. */
export interface ValidationPlan {
  /** A1 range. */
  readonly range: string;
  readonly rule:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'whole' | 'decimal'; readonly minimum: number; readonly maximum?: number };
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when something else is typed; `stop` refuses it, `warning` asks. */
  readonly onError?: {
    readonly style: 'stop' | 'warning';
    readonly title: string;
    readonly text: string;
  };
}

/** A whole sheet. */
export interface SheetPlan {
  /**
   * Written as the hidden defined name `_junheng.<key>`, by which the sheet is known as ours and is
   * replaced when written again. Null for a sheet that is the person's to fill in (the template's
   * 学校数据): it carries no mark, is read as theirs and never replaced unasked.
   */
  readonly key: string | null;
  /**
   * Set where the sheet of this key holds something that the plan does not take over: it is then
   * asked about, and kept, like a sheet that somebody else made.
   */
  readonly asksFirst?: boolean;
  readonly name: string;
  /** Widths in characters, by column. */
  readonly columnWidths: readonly number[];
  /** 0-based columns that are not shown: workings that the formulas in sight rest on. */
  readonly hiddenColumns?: readonly number[];
  readonly rows: readonly PlannedRow[];
  /** A1 ranges. */
  readonly merges: readonly string[];
  /** How many rows and columns stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print: PrintSetup;
  readonly charts: readonly ChartPlan[];
  readonly validations?: readonly ValidationPlan[];
  /** RRGGBB. */
  readonly tabColor?: string;
  readonly showGridLines?: boolean;
}
