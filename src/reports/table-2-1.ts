import { fill } from '../locales/fill';
import type { SheetPlan } from '../plans/sheet-plan';
import type { Stage } from '../standard/stage';
import { countyAndYear, planSignatures } from './form-frame';
import { inLanguage, overallCode, sheetName, stageName } from './report-context';
import type { JudgedContext } from './report-context';
import type { SchoolBlock } from './school-table';
import { SheetDraft } from './sheet-draft';
import { cellAddress, quotedText } from './sheet-reference';
import { STYLES } from './styles';
import { ATTAINMENT_NUMBERS } from './table-2-2';
import { lineHeight, wrappedLines } from './text-width';

const FIRST_ROW = 5;
const FIRST_COLUMN = 2;
/** Columns of a stage: schools, those that reach it, their share. */
const STAGE_COLUMNS = 3;
const WIDTHS = { code: 6, name: 40, number: 12 };

/** Where 表Ⅱ-1 keeps its counts. */
class Table21Places {
  readonly #stages: readonly Stage[];

  constructor(context: JudgedContext) {
    this.#stages = context.table.blocks.map(({ stage }) => stage);
  }

  /** 0-based first column of a stage. */
  column(stage: Stage): number {
    return FIRST_COLUMN + this.#stages.indexOf(stage) * STAGE_COLUMNS;
  }

  /** 1-based row of an indicator; the overall judgement stands after the last. */
  row(index: number): number {
    return FIRST_ROW + index;
  }
}

/** 表Ⅱ-1: how many schools reach each indicator, and overall, counted over 表Ⅱ-2. */
export function planTable21(context: JudgedContext): SheetPlan {
  const { assessment, table, words, language } = context;
  const { standard } = assessment;
  const places = new Table21Places(context);
  const draft = new SheetDraft();
  const lastColumn = FIRST_COLUMN + table.blocks.length * STAGE_COLUMNS - 1;
  const width = WIDTHS.code + WIDTHS.name + WIDTHS.number * STAGE_COLUMNS * table.blocks.length;
  draft.putAcross(1, 0, lastColumn, words.table21.title, { style: STYLES.title });
  draft.height(1, 26);
  const county = countyAndYear(context);
  const source = fill(words.standardLine, {
    standard: inLanguage(standard.name, language),
    document: standard.document,
  });
  draft.putAcross(2, 0, lastColumn, `${county}    ${source}`, { style: STYLES.subtitle });
  draft.putAcross(3, 0, 1, words.table21.indicator, { style: STYLES.heading }, 4);
  const labels = [
    ...standard.indicators.map(({ name }) => inLanguage(name, language)),
    words.table21.overall,
  ];
  labels.forEach((label, index) => {
    const code = standard.indicators[index]?.id ?? overallCode(standard);
    draft.put(places.row(index), 0, code, { style: STYLES.code });
    draft.put(places.row(index), 1, label, {
      style: index === standard.indicators.length ? STYLES.block : STYLES.text,
    });
    draft.height(places.row(index), lineHeight(wrappedLines(label, WIDTHS.name - 1)));
  });
  for (const block of table.blocks) {
    const column = places.column(block.stage);
    draft.putAcross(3, column, column + 2, stageName(block.stage, context), {
      style: STYLES.heading,
    });
    const { schools, metSchools, ratio } = words.table21;
    [schools, metSchools, ratio].forEach((heading, offset) => {
      draft.put(4, column + offset, heading, { style: STYLES.heading });
    });
    labels.forEach((_, index) => {
      planCounts(draft, context, places, block, index);
    });
  }
  const noteRow = places.row(labels.length);
  const note = standard.schoolRule === null ? words.table21.noteNoRule : words.table21.note;
  draft.putAcross(noteRow, 0, lastColumn, note, { style: STYLES.note });
  draft.height(noteRow, lineHeight(wrappedLines(note, width)));
  planSignatures(draft, context, noteRow + 1, { lastColumn, rightColumn: FIRST_COLUMN });
  return {
    key: 'table_2_1',
    name: sheetName('table_2_1', context),
    columnWidths: [
      WIDTHS.code,
      WIDTHS.name,
      ...Array.from({ length: lastColumn - FIRST_COLUMN + 1 }, () => WIDTHS.number),
    ],
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: 4, columns: 0 },
    print: { orientation: 'landscape', repeatRows: [3, 4] },
    charts: [],
    showGridLines: false,
  };
}

function planCounts(
  draft: SheetDraft,
  { assessment, table, words }: JudgedContext,
  places: Table21Places,
  block: SchoolBlock,
  index: number,
): void {
  const summary = assessment.stages[block.stage];
  const column = places.column(block.stage);
  const row = places.row(index);
  const isOverall = index === assessment.standard.indicators.length;
  const met = isOverall ? summary?.passing : summary?.indicators[index]?.schoolsMet;
  const total = block.schools.length;
  draft.put(row, column, total, {
    style: STYLES.integer,
    formula: `ROWS(${table.range(block, table.nameColumn)})`,
  });
  if (met === null || met === undefined) {
    draft.put(row, column + 1, words.notApplicable, { style: STYLES.centered });
    draft.put(row, column + 2, words.notApplicable, { style: STYLES.centered });
    return;
  }
  const counted = isOverall
    ? `COUNTIF(${table.range(block, table.passColumn)},${quotedText(words.yes)})`
    : `COUNTIF(${table.range(block, table.statusColumn(index))},${ATTAINMENT_NUMBERS.met})`;
  draft.put(row, column + 1, met, { style: STYLES.integer, formula: counted });
  draft.put(row, column + 2, met / total, {
    style: STYLES.percent,
    formula: `${cellAddress(column + 1, row)}/${cellAddress(column, row)}`,
  });
}
