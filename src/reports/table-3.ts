import type { IndicatorSummary, StageSummary } from '../assessment/assessment';
import { fill } from '../locales/fill';
import type { CellStyle, PlannedCell, SheetPlan } from '../plans/sheet-plan';
import type { Stage } from '../standard/stage';
import { countyAndYear, planSignatures } from './form-frame';
import { withinFormula } from './formula';
import {
  inLanguage,
  indicatorHeading,
  isSmallRatio,
  overallCode,
  sheetName,
  stageName,
} from './report-context';
import type { JudgedContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { cellAddress, quotedSheet, quotedText } from './sheet-reference';
import type { SchoolBlock } from './school-table';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const FIRST_STAGE_ROW = 5;
const FIRST_COLUMN = 2;
const WIDTHS = { stage: 8, item: 16, indicator: 12, composite: 9 };
/** The rows of a stage, in the order of the table. */
const ITEMS = ['mean', 'deviation', 'coefficient', 'limit', 'passes'] as const;

type Item = (typeof ITEMS)[number];

/** Where 表Ⅲ keeps each number, for the sheets that show it again. */
export class Table3Places {
  readonly #sheet: string;
  readonly #stages: readonly Stage[];
  readonly #indicators: number;

  constructor(context: JudgedContext) {
    this.#sheet = sheetName('table_3', context);
    this.#stages = context.table.blocks.map(({ stage }) => stage);
    this.#indicators = context.assessment.standard.indicators.length;
  }

  /** 1-based row of an item of a stage. */
  row(stage: Stage, item: Item): number {
    return FIRST_STAGE_ROW + this.#stages.indexOf(stage) * ITEMS.length + ITEMS.indexOf(item);
  }

  /** 0-based column of an indicator; the composite stands after the last. */
  column(index: number): number {
    return FIRST_COLUMN + index;
  }

  /** A cell as another sheet's formula names it. */
  reference(stage: Stage, item: Item, index: number): string {
    return `${quotedSheet(this.#sheet)}!${cellAddress(this.column(index), this.row(stage, item))}`;
  }

  /** An item of all indicators, and the composite too if wanted. */
  span(stage: Stage, item: Item, withComposite: boolean): string {
    const row = this.row(stage, item);
    const last = this.column(this.#indicators - (withComposite ? 0 : 1));
    return `${cellAddress(FIRST_COLUMN, row)}:${cellAddress(last, row)}`;
  }

  /** {@link span} as another sheet's formula names it. */
  spanReference(stage: Stage, item: Item, withComposite: boolean): string {
    return `${quotedSheet(this.#sheet)}!${this.span(stage, item, withComposite)}`;
  }
}

/** 表Ⅲ: mean, deviation and 差异系数 of every indicator, each stage over its rows of 表Ⅱ-2. */
export function planTable3(context: JudgedContext): SheetPlan {
  const { assessment, table, words, language } = context;
  const { standard } = assessment;
  const places = new Table3Places(context);
  const draft = new SheetDraft();
  const lastColumn = places.column(standard.indicators.length);
  const width =
    WIDTHS.stage + WIDTHS.item + WIDTHS.indicator * standard.indicators.length + WIDTHS.composite;

  draft.putAcross(1, 0, lastColumn, words.table3.title, { style: STYLES.title });
  draft.height(1, 26);
  draft.putAcross(2, 0, 2, countyAndYear(context), { style: STYLES.subtitle });
  draft.putAcross(
    2,
    3,
    lastColumn,
    fill(words.standardLine, {
      standard: inLanguage(standard.name, language),
      document: standard.document,
    }),
    { style: { ...STYLES.subtitle, horizontal: 'right' } },
  );
  draft.putAcross(3, 0, 0, words.table3.stage, { style: STYLES.heading }, 4);
  draft.putAcross(3, 1, 1, words.table3.item, { style: STYLES.heading }, 4);
  const headings = [
    ...standard.indicators.map((indicator) => indicatorHeading(indicator, language)),
    words.table3.composite,
  ];
  headings.forEach((heading, index) => {
    draft.put(3, places.column(index), heading, { style: STYLES.heading });
    const code = standard.indicators[index]?.id ?? overallCode(standard);
    draft.put(4, places.column(index), code, { style: STYLES.code });
  });
  draft.height(
    3,
    lineHeight(Math.max(...headings.map((text) => wrappedLines(text, WIDTHS.indicator - 1.5)))),
  );
  for (const block of table.blocks) planStage(draft, context, places, block);
  const noteRow = FIRST_STAGE_ROW + table.blocks.length * ITEMS.length;
  draft.putAcross(noteRow, 0, lastColumn, words.table3.note, { style: STYLES.note });
  draft.height(noteRow, lineHeight(wrappedLines(words.table3.note, width)));
  planSignatures(draft, context, noteRow + 1, { lastColumn, rightColumn: 5 });

  return {
    key: 'table_3',
    name: sheetName('table_3', context),
    columnWidths: [
      WIDTHS.stage,
      WIDTHS.item,
      ...standard.indicators.map(() => WIDTHS.indicator),
      WIDTHS.composite,
    ],
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: 4, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [3, 4] },
    charts: [],
    showGridLines: false,
  };
}

function planStage(
  draft: SheetDraft,
  context: JudgedContext,
  places: Table3Places,
  block: SchoolBlock,
): void {
  const { assessment, words } = context;
  const summary = assessment.stages[block.stage];
  if (summary === undefined) return;
  const { table3 } = words;
  const first = places.row(block.stage, 'mean');
  const last = places.row(block.stage, 'passes');
  draft.putAcross(
    first,
    0,
    0,
    stageName(block.stage, context),
    { style: { ...STYLES.centered, bold: true } },
    last,
  );
  for (const item of ITEMS) {
    draft.height(places.row(block.stage, item), lineHeight(1));
    draft.put(places.row(block.stage, item), 1, table3[item], {
      style: item === 'coefficient' ? STYLES.block : STYLES.text,
    });
  }
  summary.indicators.forEach((indicator, index) => {
    planIndicator(draft, context, places, block, indicator, index);
  });
  planComposite(draft, context, places, block.stage, summary.composite);
}

function planIndicator(
  draft: SheetDraft,
  context: JudgedContext,
  places: Table3Places,
  block: SchoolBlock,
  summary: IndicatorSummary,
  index: number,
): void {
  const { assessment, table, words } = context;
  const { stage } = block;
  const column = places.column(index);
  const cell = (item: Item): string => cellAddress(column, places.row(stage, item));
  const put = (
    item: Item,
    value: PlannedCell['value'],
    formula: string,
    style: CellStyle = STYLES.decimal3,
  ): void => {
    draft.put(places.row(stage, item), column, value, { style, formula });
  };
  const unjudged = quotedText(words.unjudged);
  const values = table.range(block, table.valueColumn(index));
  const pupils = table.range(block, table.studentsColumn);
  put(
    'mean',
    summary.mean ?? words.unjudged,
    `IF(COUNT(${values})<ROWS(${values}),${unjudged},SUMPRODUCT(${values},${pupils})/SUM(${pupils}))`,
    isSmallRatio(assessment.standard.indicators[index]) ? STYLES.decimal3 : STYLES.decimal2,
  );
  put(
    'deviation',
    summary.standardDeviation ?? words.unjudged,
    `IF(ISNUMBER(${cell('mean')}),SQRT(SUMPRODUCT(${pupils},(${values}-${cell('mean')})^2)/SUM(${pupils})),${unjudged})`,
  );
  const undefinedWord = words.table3.undefinedCoefficient;
  put(
    'coefficient',
    summary.cv ?? (summary.mean === null ? words.unjudged : undefinedWord),
    `IF(ISNUMBER(${cell('mean')}),IF(${cell('mean')}=0,${quotedText(undefinedWord)},${cell('deviation')}/${cell('mean')}),${unjudged})`,
    { ...STYLES.decimal3, bold: true },
  );
  planLimit(draft, context, places, stage, index, summary.cvLimit, summary.cvPasses);
}

function planLimit(
  draft: SheetDraft,
  { words, assessment }: JudgedContext,
  places: Table3Places,
  stage: Stage,
  index: number,
  limit: number | null,
  passes: boolean | null,
): void {
  const column = places.column(index);
  const cell = (item: Item): string => cellAddress(column, places.row(stage, item));
  const limitStyle = { ...STYLES.general, horizontal: 'right' } as const;
  if (limit === null) {
    for (const item of ['limit', 'passes'] as const) {
      draft.put(places.row(stage, item), column, words.notApplicable, { style: STYLES.centered });
    }
    return;
  }
  draft.put(places.row(stage, 'limit'), column, limit, { style: limitStyle });
  const isComposite = index === assessment.standard.indicators.length;
  const undefinedWord = quotedText(words.table3.undefinedCoefficient);
  const isUndefined = isComposite
    ? `COUNTIF(${places.span(stage, 'coefficient', false)},${undefinedWord})>0`
    : `${cell('coefficient')}=${undefinedWord}`;
  const word = passes === null ? words.unjudged : passes ? words.yes : words.no;
  draft.put(places.row(stage, 'passes'), column, word, {
    style: { ...STYLES.centered, bold: passes !== true },
    formula: `IF(ISNUMBER(${cell('coefficient')}),IF(${withinFormula(cell('coefficient'), cell('limit'))},${quotedText(words.yes)},${quotedText(words.no)}),IF(${isUndefined},${quotedText(words.no)},${quotedText(words.unjudged)}))`,
  });
}

function planComposite(
  draft: SheetDraft,
  context: JudgedContext,
  places: Table3Places,
  stage: Stage,
  composite: StageSummary['composite'],
): void {
  const { assessment, words } = context;
  const index = assessment.standard.indicators.length;
  const column = places.column(index);
  for (const item of ['mean', 'deviation'] as const) {
    draft.put(places.row(stage, item), column, words.notApplicable, { style: STYLES.centered });
  }
  const coefficients = places.span(stage, 'coefficient', false);
  draft.put(places.row(stage, 'coefficient'), column, composite.cv ?? words.unjudged, {
    style: { ...STYLES.decimal3, bold: true },
    formula: `IF(COUNT(${coefficients})<${index},${quotedText(words.unjudged)},AVERAGE(${coefficients}))`,
  });
  planLimit(draft, context, places, stage, index, composite.cvLimit, composite.cvPasses);
}
