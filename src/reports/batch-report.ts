import type { Verdict } from '../assessment/assessment';
import { batchTexts } from '../locales/batch-texts';
import type { BatchTexts } from '../locales/batch-texts';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { reportTexts } from '../locales/report-texts';
import type { CellStyle, PlannedCell, SheetPlan } from '../plans/sheet-plan';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import { PARTS } from '../workbook/workbook-check';
import type { BatchCounty, BatchFailure } from './batch-county';
import { HIGHLIGHT_STYLES } from './highlight-styles';
import { inLanguage } from './report-context';
import { SheetDraft } from './sheet-draft';
import { areaAddress, quotedText } from './sheet-reference';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const HEADING_ROW = 3;

const VERDICT_STYLES: Readonly<Record<Verdict, CellStyle>> = {
  pass: STYLES.centered,
  fail: { ...STYLES.centered, ...HIGHLIGHT_STYLES.below },
  unjudged: { ...STYLES.centered, fontColor: '6B7280' },
};

/** What stands below a column of counties: how many pass, a sum, the largest, or nothing. */
type Closing = 'passing' | 'sum' | 'largest' | null;

interface CountyColumn {
  readonly heading: string;
  readonly width: number;
  readonly style: CellStyle | ((county: BatchCounty) => CellStyle);
  readonly closing: Closing;
  readonly value: (county: BatchCounty, index: number) => PlannedCell['value'];
}

/**
 * The report over several counties: one sheet with a line a county (its verdicts, schools, largest
 * 差异系数), sums below it as formulas, and one with everything below the standard and every data
 * error. Both print on A4.
 *
 * @param counties in the order of the report; those that could not be read say why
 * @param standard that all of them were checked against
 */
export function planBatchReport(
  counties: readonly BatchCounty[],
  standard: Standard,
  language: Language,
): readonly SheetPlan[] {
  return [planCounties(counties, standard, language), planFailures(counties, language)];
}

function planCounties(
  counties: readonly BatchCounty[],
  standard: Standard,
  language: Language,
): SheetPlan {
  const words = batchTexts(language);
  const { verdicts } = domainTexts(language);
  const columns = countyColumns(words, language);
  const draft = new SheetDraft();
  const lastColumn = columns.length - 1;
  draft.putAcross(1, 0, lastColumn, words.countiesTitle, { style: STYLES.title });
  draft.height(1, 28);
  const about = fill(words.about, {
    count: counties.length,
    unreadable: counties.filter(({ fault }) => fault !== null).length,
    standard: inLanguage(standard.name, language),
  });
  draft.putAcross(2, 0, lastColumn, about, { style: STYLES.subtitle });
  columns.forEach(({ heading }, column) => {
    draft.put(HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  draft.height(HEADING_ROW, 48);
  counties.forEach((county, index) => {
    const row = HEADING_ROW + 1 + index;
    const lines = columns.map(({ value, style, width }, column) => {
      const content = value(county, index);
      draft.put(row, column, content, {
        style: typeof style === 'function' ? style(county) : style,
      });
      return typeof content === 'string' ? wrappedLines(content, width - 1) : 1;
    });
    draft.height(row, lineHeight(Math.max(...lines)));
  });
  if (counties.length > 0) closeColumns(draft, columns, counties, words, verdicts.pass);
  return {
    key: 'batch_counties',
    name: words.countiesSheet,
    columnWidths: columns.map(({ width }) => width),
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: HEADING_ROW, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [HEADING_ROW, HEADING_ROW] },
    charts: [],
    showGridLines: false,
  };
}

function countyColumns(words: BatchTexts, language: Language): readonly CountyColumn[] {
  const { verdicts, stages, parts: partNames, overall: overallName } = domainTexts(language);
  const column = (
    heading: string,
    width: number,
    style: CountyColumn['style'],
    closing: Closing,
    value: CountyColumn['value'],
  ): CountyColumn => ({ heading, width, style, closing, value });
  const judged = (heading: string, verdictOf: (county: BatchCounty) => Verdict): CountyColumn =>
    column(
      heading,
      9,
      (county) => VERDICT_STYLES[verdictOf(county)],
      'passing',
      (county) => verdicts[verdictOf(county)],
    );
  const ifRead =
    (value: (county: BatchCounty) => PlannedCell['value']): CountyColumn['value'] =>
    (county) =>
      county.fault === null ? value(county) : null;
  return [
    column(words.number, 5, STYLES.centered, null, (_, index) => index + 1),
    column(words.county, 14, STYLES.text, null, ({ county }) => county),
    column(words.file, 18, STYLES.text, null, ({ file }) => file),
    ...PARTS.map((part) => judged(partNames[part], ({ parts }) => parts[part])),
    judged(overallName, ({ overall }) => overall),
    ...STAGES.flatMap((stage) => [
      column(
        fill(words.schools, { stage: stages[stage] }),
        8,
        STYLES.integer,
        'sum',
        ifRead((county) => county.stages[stage]?.schools ?? 0),
      ),
      column(
        fill(words.passing, { stage: stages[stage] }),
        8,
        STYLES.integer,
        'sum',
        ifRead((county) => county.stages[stage]?.passing ?? null),
      ),
    ]),
    column(
      words.largestCoefficient,
      9,
      STYLES.decimal3,
      'largest',
      ({ largest }) => largest?.value ?? null,
    ),
    column(words.largestOf, 16, STYLES.text, null, ({ largest }) =>
      largest === null ? null : `${stages[largest.stage]} ${largest.indicator}`,
    ),
    column(
      words.overLimit,
      9,
      STYLES.integer,
      'sum',
      ifRead(({ overLimit }) => overLimit),
    ),
    column(
      words.errors,
      7,
      STYLES.integer,
      'sum',
      ifRead(({ errors }) => errors),
    ),
    column(
      words.failures,
      8,
      STYLES.integer,
      'sum',
      ifRead(({ failures, errors }) => failures.length - errors),
    ),
    column(words.remark, 28, STYLES.text, null, ({ fault }) => fault),
  ];
}

function closeColumns(
  draft: SheetDraft,
  columns: readonly CountyColumn[],
  counties: readonly BatchCounty[],
  words: BatchTexts,
  passes: string,
): void {
  const first = HEADING_ROW + 1;
  const last = HEADING_ROW + counties.length;
  const row = last + 1;
  draft.putAcross(row, 0, 2, words.total, { style: STYLES.block });
  columns.forEach(({ closing, value }, column) => {
    if (column <= 2) return;
    const range = areaAddress(column, first, column, last);
    const values = counties.map(value);
    const numbers = values.filter((one) => typeof one === 'number');
    const sum = numbers.reduce((all, one) => all + one, 0);
    switch (closing) {
      case 'passing':
        draft.put(row, column, values.filter((one) => one === passes).length, {
          style: { ...STYLES.blockNumber, horizontal: 'center' },
          formula: `COUNTIF(${range},${quotedText(passes)})`,
        });
        break;
      case 'sum':
        draft.put(row, column, sum, { style: STYLES.blockNumber, formula: `SUM(${range})` });
        break;
      case 'largest':
        draft.put(
          row,
          column,
          numbers.reduce((most, one) => Math.max(most, one), 0),
          {
            style: { ...STYLES.blockNumber, numberFormat: 'decimal3' },
            formula: `MAX(${range})`,
          },
        );
        break;
      case null:
        draft.put(row, column, null, { style: STYLES.block });
    }
  });
  draft.height(row, 20);
}

const FAILURE_WIDTHS = [5, 13, 9, 17, 6, 18, 13, 50, 9, 9, 9, 6] as const;

function planFailures(counties: readonly BatchCounty[], language: Language): SheetPlan {
  const words = batchTexts(language);
  const columns = reportTexts(language).findings;
  const { severities, stages } = domainTexts(language);
  const listed = counties.flatMap(({ county, file, failures }) =>
    failures.map((failure) => ({ county: county ?? file, failure })),
  );
  const draft = new SheetDraft();
  const lastColumn = FAILURE_WIDTHS.length - 1;
  draft.putAcross(1, 0, lastColumn, words.failuresTitle, { style: STYLES.title });
  draft.height(1, 28);
  draft.putAcross(
    2,
    0,
    lastColumn,
    listed.length === 0 ? words.noFailures : fill(words.failureCount, { count: listed.length }),
    { style: STYLES.subtitle },
  );
  [
    words.number,
    words.county,
    columns.severity,
    columns.school,
    columns.stage,
    columns.indicator,
    columns.place,
    columns.message,
    columns.actual,
    columns.required,
    columns.shortfall,
    columns.unit,
  ].forEach((heading, column) => {
    draft.put(HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  draft.height(HEADING_ROW, 22);
  listed.forEach(({ county, failure }, index) => {
    const row = HEADING_ROW + 1 + index;
    const values: readonly (readonly [PlannedCell['value'], CellStyle])[] = [
      [index + 1, STYLES.centered],
      [county, STYLES.text],
      [severities[failure.severity], KIND_STYLES[failure.severity]],
      [failure.school, STYLES.text],
      [failure.stage === null ? null : stages[failure.stage], STYLES.centered],
      [failure.indicator, STYLES.text],
      [failure.place, STYLES.centered],
      [failure.message, STYLES.text],
      [failure.actual, amountStyle(failure.actual)],
      [failure.required, amountStyle(failure.required)],
      [failure.shortfall, amountStyle(failure.shortfall)],
      [failure.unit, STYLES.centered],
    ];
    const lines = values.map(([value, style], column) => {
      draft.put(row, column, value, { style });
      return typeof value === 'string'
        ? wrappedLines(value, (FAILURE_WIDTHS[column] ?? 10) - 1)
        : 1;
    });
    draft.height(row, lineHeight(Math.max(...lines)));
  });
  return {
    key: 'batch_failures',
    name: words.failuresSheet,
    columnWidths: FAILURE_WIDTHS,
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: HEADING_ROW, columns: 2 },
    print: { orientation: 'landscape', repeatRows: [HEADING_ROW, HEADING_ROW] },
    charts: [],
    showGridLines: false,
  };
}

const KIND_STYLES: Readonly<Record<BatchFailure['severity'], CellStyle>> = {
  error: { ...STYLES.centered, ...HIGHLIGHT_STYLES.fault },
  fail: { ...STYLES.centered, ...HIGHLIGHT_STYLES.below },
};

/** Whole numbers as they are, others with enough decimals to tell them from their bound. */
function amountStyle(value: number | string | null): CellStyle {
  if (typeof value === 'string') return { ...STYLES.text, horizontal: 'right' };
  if (value === null || Number.isInteger(value)) return STYLES.general;
  return Math.abs(value) < 10 ? STYLES.decimal3 : STYLES.decimal2;
}
