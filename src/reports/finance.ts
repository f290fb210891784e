import type {
  SpendingLevel,
  SpendingRuleJudgement,
  SpendingYear,
  SpendingYearJudgement,
} from '../assessment/judge-spending';
import { describeCitation } from '../locales/describe-citation';
import { describeFinding } from '../locales/describe-finding';
import { fill } from '../locales/fill';
import { financeTexts } from '../locales/finance-texts';
import type { FinanceTexts } from '../locales/finance-texts';
import type { CellStyle, ChartPlan, PlannedCell, SheetPlan } from '../plans/sheet-plan';
import { SPENDING_MEASURES, SPENDING_RULES, spendingCitation } from '../standard/spending-rules';
import type { SpendingRule, SpendingSeries } from '../standard/spending-rules';
import { SPENDING_SERIES } from '../standard/spending-rules';
import type { SpendingReading } from '../workbook/workbook-check';
import { inLanguage, sheetName } from './report-context';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { areaAddress, cellAddress, fixedColumn, quotedSheet, quotedText } from './sheet-reference';
import { COLORS, STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const WIDTHS = { year: 9, other: 14 };
/** Room for the sentences of the sheet, however few series there are. */
const FEWEST_COLUMNS = 9;
const CHART_ROWS = 15;
/** 万元 to 元. */
const YUAN = 10_000;
const CONCLUSION_ROW = 3;
const FIRST_LEVEL_ROW = 6;

/**
 * 经费增长: the levels of 教育经费, the growth of each series and the gap, every rule of 三个增长 and
 * 两个只增不减 year by year with its source, a chart, and what there was to warn of. Numbers and
 * conclusions are live formulas over 教育经费. Null where no year could be read.
 */
export function planFinance(context: ReportContext): SheetPlan | null {
  const { spending } = context.check;
  if (spending === null || spending.years.length === 0) return null;
  return new FinancePage(context, spending).plan();
}

interface Live {
  readonly value: PlannedCell['value'];
  /** Null: the value is a constant. */
  readonly formula: string | null;
}

/** Two neighbouring years: their rows among the levels. */
interface Pair {
  readonly last: number;
  readonly now: number;
}

/** Where everything stands: 0-based columns, 1-based rows. */
class FinanceLayout {
  /** Rows of 教育经费 in the order of their years; a doubled year stands twice. */
  readonly years: readonly SpendingYear[];
  readonly series: readonly SpendingSeries[];
  readonly rules: readonly SpendingRule[];
  readonly lastLevelRow: number;
  readonly growthTitleRow: number;
  readonly firstGrowthRow: number;
  readonly chartRow: number;
  readonly ruleTitleRow: number;
  readonly firstRuleRow: number;
  readonly findingsRow: number;
  /** Of spending per pupil, where the pupils are known. */
  readonly perPupilColumn: number | null;
  readonly gapColumn: number;
  readonly conclusionColumn: number;
  readonly lastColumn: number;
  /** Workings that are not shown: whether the years are neighbours, and what the chart draws. */
  readonly neighbourColumn: number;
  readonly chartColumns: readonly [education: number, revenue: number];

  constructor({ years, judged }: SpendingReading) {
    this.years = [...years].sort((a, b) => a.year - b.year);
    this.series = SPENDING_SERIES.filter((series) =>
      years.some(({ levels }) => levels.has(series)),
    );
    this.rules = SPENDING_RULES.filter(({ series }) => this.series.includes(series));
    this.lastLevelRow = FIRST_LEVEL_ROW + years.length - 1;
    this.growthTitleRow = this.lastLevelRow + 2;
    this.firstGrowthRow = this.growthTitleRow + 2;
    this.chartRow = this.firstGrowthRow + judged.length + 1;
    this.ruleTitleRow = this.chartRow + CHART_ROWS + 1;
    this.firstRuleRow = this.ruleTitleRow + 3;
    this.findingsRow =
      judged.length === 0 ? this.growthTitleRow : this.firstRuleRow + judged.length + 1;
    const afterSeries = 1 + this.series.length;
    this.perPupilColumn = this.series.includes('pupils') ? afterSeries : null;
    this.gapColumn = afterSeries + (this.perPupilColumn === null ? 0 : 1);
    this.conclusionColumn = this.gapColumn + 1;
    this.lastColumn = Math.max(this.conclusionColumn, FEWEST_COLUMNS - 1);
    this.neighbourColumn = this.lastColumn + 1;
    this.chartColumns = [this.lastColumn + 2, this.lastColumn + 3];
  }

  column(series: SpendingSeries): number {
    return 1 + this.series.indexOf(series);
  }

  /** The level rows of the n-th judged year and of the year before it. */
  pair(index: number): Pair {
    const unique = [...new Set(this.years.map(({ year }) => year))];
    const rowOf = (at: number): number =>
      FIRST_LEVEL_ROW + this.years.findIndex(({ year }) => year === unique[at]);
    return { last: rowOf(index), now: rowOf(index + 1) };
  }
}

/** The sheet while it is written. */
class FinancePage {
  readonly #context: ReportContext;
  readonly #spending: SpendingReading;
  readonly #layout: FinanceLayout;
  readonly #words: FinanceTexts;
  readonly #draft = new SheetDraft();
  #sections = 0;

  constructor(context: ReportContext, spending: SpendingReading) {
    this.#context = context;
    this.#spending = spending;
    this.#layout = new FinanceLayout(spending);
    this.#words = financeTexts(context.language);
  }

  plan(): SheetPlan {
    const { lastColumn, neighbourColumn, chartColumns } = this.#layout;
    const isJudged = this.#spending.judged.length > 0;
    this.#heading();
    this.#levels();
    if (isJudged) {
      this.#growth();
      this.#ruleTable();
    }
    this.#method(this.#findings());
    return {
      key: 'finance',
      name: sheetName('finance', this.#context),
      columnWidths: [
        WIDTHS.year,
        ...Array.from({ length: lastColumn }, () => WIDTHS.other),
        ...[neighbourColumn, ...chartColumns].map(() => WIDTHS.year),
      ],
      hiddenColumns: [neighbourColumn, ...chartColumns],
      rows: this.#draft.rows,
      merges: this.#draft.merges,
      print: {
        orientation: 'landscape',
        ...(isJudged ? { breaksAfterRows: [this.#layout.ruleTitleRow - 1] } : {}),
      },
      charts: isJudged ? [this.#chart()] : [],
      showGridLines: false,
    };
  }

  /** Title, county, and the conclusion over all years. */
  #heading(): void {
    const { check, words } = this.#context;
    const { judged } = this.#spending;
    const { conclusionColumn, firstGrowthRow, years } = this.#layout;
    this.#draft.height(1, 26);
    this.#across(1, this.#words.title, STYLES.title);
    const county = fill(words.countyLine, { county: check.county ?? words.countyUnknown });
    this.#across(2, county, STYLES.subtitle);
    this.#draft.height(CONCLUSION_ROW, 24);
    const from = judged[0]?.growth.year ?? years[0]?.year ?? '';
    const to = judged[judged.length - 1]?.growth.year ?? '';
    const sentence = (key: keyof FinanceTexts['conclusions']): string =>
      fill(this.#words.conclusions[key], { from, to });
    if (judged.length === 0) {
      this.#across(CONCLUSION_ROW, sentence('oneYear'), STYLES.verdict);
      return;
    }
    const passes = judged.map(({ growth }) => growth.passes);
    const key = passes.includes(false) ? 'fail' : passes.includes(null) ? 'unjudged' : 'pass';
    const conclusions = areaAddress(
      conclusionColumn,
      firstGrowthRow,
      conclusionColumn,
      firstGrowthRow + judged.length - 1,
    );
    const any = (word: string): string => `COUNTIF(${conclusions},${quotedText(word)})>0`;
    const [failed, unjudged, passed] = (['fail', 'unjudged', 'pass'] as const).map((one) =>
      quotedText(sentence(one)),
    );
    this.#draft.putAcross(CONCLUSION_ROW, 0, this.#layout.lastColumn, sentence(key), {
      style: { ...STYLES.verdict, fontColor: key === 'pass' ? COLORS.good : COLORS.bad },
      formula: `IF(${any(this.#words.fail)},${failed},IF(${any(this.#words.unjudged)},${unjudged},${passed}))`,
    });
  }

  #levels(): void {
    const { language } = this.#context;
    const { years, series, perPupilColumn } = this.#layout;
    this.#sectionTitle(FIRST_LEVEL_ROW - 2, this.#words.levels);
    const headings = series.map((one) => {
      const { name, unit } = SPENDING_MEASURES[one];
      return this.#measure(inLanguage(name, language), inLanguage(unit, language));
    });
    if (perPupilColumn !== null) {
      headings.push(this.#measure(this.#words.perPupil, this.#words.yuan));
    }
    this.#headings(FIRST_LEVEL_ROW - 1, [this.#words.year, ...headings]);
    years.forEach((year, index) => {
      const row = FIRST_LEVEL_ROW + index;
      this.#live(row, 0, yearCell(year), STYLES.centered);
      for (const one of series) {
        const style = one === 'pupils' ? STYLES.integer : STYLES.decimal2;
        this.#live(row, this.#layout.column(one), levelCell(one, year.levels.get(one)), style);
      }
      if (perPupilColumn !== null) {
        this.#live(row, perPupilColumn, this.#perPupil(year, row), STYLES.decimal2);
      }
    });
  }

  #measure(name: string, unit: string): string {
    return fill(this.#words.measure, { name, unit });
  }

  #perPupil({ levels }: SpendingYear, row: number): Live {
    const money = levels.get('education')?.value ?? 0;
    const heads = levels.get('pupils')?.value ?? 0;
    const [education, pupils] = [this.#level('education', row), this.#level('pupils', row)];
    return {
      value: money > 0 && heads > 0 ? (money * YUAN) / heads : '',
      formula: `IF(COUNT(${education},${pupils})<2,"",IF(MIN(${education},${pupils})>0,${education}*${YUAN}/${pupils},""))`,
    };
  }

  #level(series: SpendingSeries, row: number): string {
    return cellAddress(this.#layout.column(series), row);
  }

  /** Growth of each series, the gap and the year's conclusion. */
  #growth(): void {
    const { language } = this.#context;
    const { series, perPupilColumn, growthTitleRow } = this.#layout;
    this.#sectionTitle(growthTitleRow, this.#words.growth);
    const names = series.map((one) => inLanguage(SPENDING_MEASURES[one].name, language));
    if (perPupilColumn !== null) names.push(this.#words.perPupil);
    this.#headings(growthTitleRow + 1, [
      this.#words.year,
      ...names.map((name) => fill(this.#words.growthHeading, { name })),
      this.#words.gap,
      this.#words.conclusion,
    ]);
    this.#spending.judged.forEach((judged, index) => {
      this.#growthRow(judged, index);
    });
  }

  #growthRow(judged: SpendingYearJudgement, index: number): void {
    const layout = this.#layout;
    const row = layout.firstGrowthRow + index;
    const pair = layout.pair(index);
    const { growth, rates } = judged;
    const put = (column: number, live: Live, style: CellStyle): void => {
      this.#live(row, column, live, style);
    };
    put(0, { value: growth.year, formula: cellAddress(0, pair.now) }, STYLES.centered);
    put(layout.neighbourColumn, this.#neighbours(pair, index), STYLES.working);
    const asPercent = (rate: number | undefined): number | string =>
      rate === undefined ? this.#words.unjudged : rate * 100;
    for (const one of layout.series) {
      const column = layout.column(one);
      put(
        column,
        { value: asPercent(rates.get(one)), formula: this.#growthFormula(column, pair, row) },
        STYLES.decimal2,
      );
    }
    if (layout.perPupilColumn !== null) {
      const [money, heads] = [rates.get('education'), rates.get('pupils')];
      const rate =
        money === undefined || heads === undefined ? undefined : (1 + money) / (1 + heads) - 1;
      const formula = this.#growthFormula(layout.perPupilColumn, pair, row);
      put(layout.perPupilColumn, { value: asPercent(rate), formula }, STYLES.decimal2);
    }
    const [education, revenue] = (['education', 'revenue'] as const).map((one) =>
      cellAddress(layout.column(one), row),
    );
    put(
      layout.gapColumn,
      {
        value: growth.gap ?? this.#words.unjudged,
        formula: `IF(COUNT(${education ?? ''},${revenue ?? ''})<2,${quotedText(this.#words.unjudged)},${education ?? ''}-${revenue ?? ''})`,
      },
      { ...STYLES.decimal2, bold: true },
    );
    put(layout.conclusionColumn, this.#conclusion(judged, index), {
      ...STYLES.centered,
      bold: true,
      ...(growth.passes === true ? {} : { fontColor: COLORS.bad }),
    });
    // What is not known is no cell at all for the chart: a text would be drawn as 0.
    [growth.educationGrowth, growth.revenueGrowth].forEach((rate, at) => {
      const column = layout.chartColumns[at] ?? 0;
      const shown = (at === 0 ? education : revenue) ?? null;
      if (rate !== null) put(column, { value: rate * 100, formula: shown }, STYLES.working);
    });
  }

  /** 1 where the year follows on the one before it and neither stands twice. */
  #neighbours({ last, now }: Pair, index: number): Live {
    const { judged } = this.#spending;
    const years = fixedColumn(0, FIRST_LEVEL_ROW, this.#layout.lastLevelRow);
    const [before, here] = [cellAddress(0, last), cellAddress(0, now)];
    const [yearBefore, yearHere] = [last, now].map(
      (row) => this.#layout.years[row - FIRST_LEVEL_ROW]?.year ?? 0,
    );
    const count = (year: number | undefined): number =>
      this.#layout.years.filter((one) => one.year === year).length;
    const holds =
      judged[index] !== undefined &&
      (yearHere ?? 0) - (yearBefore ?? 0) === 1 &&
      count(yearHere) === 1 &&
      count(yearBefore) === 1;
    return {
      value: holds ? 1 : 0,
      formula: `IFERROR((${here}-${before}=1)*(COUNTIF(${years},${here})=1)*(COUNTIF(${years},${before})=1),0)`,
    };
  }

  /** Runs `formula` where both levels of neighbouring years are above 0. */
  #whereKnown(column: number, { last, now }: Pair, growthRow: number, formula: string): string {
    const both = `${cellAddress(column, last)},${cellAddress(column, now)}`;
    const neighbours = cellAddress(this.#layout.neighbourColumn, growthRow);
    const unjudged = quotedText(this.#words.unjudged);
    return `IF(${neighbours}*COUNT(${both})<2,${unjudged},IF(MIN(${both})>0,${formula},${unjudged}))`;
  }

  #growthFormula(column: number, pair: Pair, row: number): string {
    const [last, now] = [cellAddress(column, pair.last), cellAddress(column, pair.now)];
    return this.#whereKnown(column, pair, row, `(${now}/${last}-1)*100`);
  }

  #conclusion({ growth }: SpendingYearJudgement, index: number): Live {
    const { rules, firstRuleRow } = this.#layout;
    const { fail, unjudged, pass } = this.#words;
    const row = firstRuleRow + index;
    const area = areaAddress(1, row, rules.length, row);
    const any = (word: string): string => `COUNTIF(${area},${quotedText(word)})>0`;
    return {
      value: growth.passes === null ? unjudged : growth.passes ? pass : fail,
      formula: `IF(${any(fail)},${quotedText(fail)},IF(${any(unjudged)},${quotedText(unjudged)},${quotedText(pass)}))`,
    };
  }

  #chart(): ChartPlan {
    const { firstGrowthRow, chartRow, chartColumns, lastColumn } = this.#layout;
    const { judged } = this.#spending;
    const column = (one: number): string =>
      areaAddress(one, firstGrowthRow, one, firstGrowthRow + judged.length - 1);
    const series = (
      name: string,
      at: 0 | 1,
      rate: 'educationGrowth' | 'revenueGrowth',
      color: string,
    ): ChartPlan['series'][number] => ({
      name,
      categories: column(0),
      categoryLabels: judged.map(({ growth }) => String(growth.year)),
      values: column(chartColumns[at]),
      cached: judged.map(({ growth }) => {
        const known = growth[rate];
        return known === null ? null : known * 100;
      }),
      color,
    });
    return {
      kind: 'line',
      title: this.#words.chart,
      axisFormat: 'decimal2',
      series: [
        series(this.#words.educationGrowth, 0, 'educationGrowth', COLORS.primary),
        series(this.#words.revenueGrowth, 1, 'revenueGrowth', COLORS.limit),
      ],
      anchor: {
        fromColumn: 0,
        fromRow: chartRow,
        toColumn: lastColumn + 1,
        toRow: chartRow + CHART_ROWS,
      },
    };
  }

  /** Every rule, year by year, with its source under its name. */
  #ruleTable(): void {
    const { language, check } = this.#context;
    const { rules, ruleTitleRow, firstRuleRow } = this.#layout;
    const { judged } = this.#spending;
    const lastYear = judged[judged.length - 1]?.growth.year ?? 0;
    this.#sectionTitle(ruleTitleRow, this.#words.rules);
    this.#headings(ruleTitleRow + 1, [
      this.#words.year,
      ...rules.map(({ name }) => inLanguage(name, language)),
    ]);
    const sources = rules.map((rule) =>
      describeCitation(spendingCitation(rule, lastYear), check.standard, language),
    );
    [this.#words.source, ...sources].forEach((text, column) => {
      this.#draft.put(ruleTitleRow + 2, column, text, { style: { ...STYLES.code, wrap: true } });
    });
    const lines = sources.map((text) => wrappedLines(text, WIDTHS.other));
    this.#draft.height(ruleTitleRow + 2, lineHeight(Math.max(...lines)));
    judged.forEach((year, index) => {
      const row = firstRuleRow + index;
      const growthRow = this.#layout.firstGrowthRow + index;
      const shownYear = { value: year.growth.year, formula: cellAddress(0, growthRow) };
      this.#live(row, 0, shownYear, STYLES.centered);
      rules.forEach((rule, at) => {
        const judgement = year.rules.find((one) => one.rule === rule);
        this.#live(
          row,
          1 + at,
          {
            value: this.#ruleWord(judgement),
            formula: this.#ruleFormula(rule, this.#layout.pair(index), growthRow),
          },
          judgement?.holds === true
            ? STYLES.centered
            : { ...STYLES.centered, bold: true, fontColor: COLORS.bad },
        );
      });
    });
  }

  #ruleWord(judgement: SpendingRuleJudgement | undefined): string {
    const { unjudged, fail, pass, unchanged } = this.#words;
    if (judgement === undefined || judgement.holds === null) return unjudged;
    if (!judgement.holds) return fail;
    return judgement.unchanged ? unchanged : pass;
  }

  #ruleFormula({ comparison, series }: SpendingRule, pair: Pair, growthRow: number): string {
    const words = this.#words;
    const [pass, fail, unchanged] = [words.pass, words.fail, words.unchanged].map(quotedText);
    const column =
      comparison === 'neverDropsPerPupil'
        ? (this.#layout.perPupilColumn ?? 0)
        : this.#layout.column(series);
    const rise = `ROUND(${cellAddress(column, pair.now)}-${cellAddress(column, pair.last)},10)`;
    switch (comparison) {
      case 'outgrowsRevenue': {
        const gap = cellAddress(this.#layout.gapColumn, growthRow);
        return `IF(ISNUMBER(${gap}),IF(ROUND(${gap},10)>0,${pass ?? ''},${fail ?? ''}),${quotedText(words.unjudged)})`;
      }
      case 'grows':
        return this.#whereKnown(
          column,
          pair,
          growthRow,
          `IF(${rise}>0,${pass ?? ''},${fail ?? ''})`,
        );
      case 'neverDrops':
      case 'neverDropsPerPupil':
        return this.#whereKnown(
          column,
          pair,
          growthRow,
          `IF(${rise}>0,${pass ?? ''},IF(${rise}=0,${unchanged ?? ''},${fail ?? ''}))`,
        );
    }
  }

  /** What was found on 教育经费, each with a link to its cell. @returns the row after it */
  #findings(): number {
    const { check, texts, language } = this.#context;
    const { lastColumn } = this.#layout;
    let row = this.#layout.findingsRow;
    this.#sectionTitle(row, this.#words.findings);
    row += 1;
    const found = check.findings.filter(({ sheet }) => sheet === this.#spending.sheet);
    if (found.length === 0) {
      this.#across(row, this.#words.noFindings, STYLES.paragraph);
      return row + 2;
    }
    this.#draft.put(row, 0, this.#words.severity, { style: STYLES.heading });
    this.#draft.put(row, 1, this.#words.place, { style: STYLES.heading });
    this.#draft.putAcross(row, 2, lastColumn, this.#words.message, { style: STYLES.heading });
    row += 1;
    for (const finding of found) {
      const { sheet, cell, severity } = finding;
      const message = describeFinding(finding, check.standard, language);
      this.#draft.put(row, 0, texts.severities[severity], { style: STYLES.centered });
      if (sheet === null || cell === null) {
        this.#draft.put(row, 1, sheet, { style: STYLES.centered });
      } else {
        this.#draft.put(row, 1, cell, { style: STYLES.link, link: { sheet, cell } });
      }
      this.#draft.putAcross(row, 2, lastColumn, message, { style: STYLES.text });
      const lines = wrappedLines(message, WIDTHS.other * (lastColumn - 1) - 2);
      const severityLines = wrappedLines(texts.severities[severity], WIDTHS.year - 1);
      this.#draft.height(row, lineHeight(Math.max(lines, severityLines)));
      row += 1;
    }
    return row + 1;
  }

  #method(row: number): void {
    const width = WIDTHS.year + WIDTHS.other * this.#layout.lastColumn;
    const text = fill(this.#words.methodText, { sheet: this.#spending.sheet });
    this.#sectionTitle(row, this.#words.method);
    this.#across(row + 1, text, STYLES.paragraph);
    this.#draft.height(row + 1, lineHeight(wrappedLines(text, width - 4)));
  }

  #sectionTitle(row: number, title: string): void {
    const number = this.#context.words.sectionNumbers[this.#sections] ?? '';
    this.#sections += 1;
    this.#draft.height(row, 22);
    this.#across(row, number + title, STYLES.section);
  }

  #headings(row: number, headings: readonly string[]): void {
    headings.forEach((heading, column) => {
      this.#draft.put(row, column, heading, { style: STYLES.heading });
    });
    const lines = headings.map((text) => wrappedLines(text, WIDTHS.other - 3));
    this.#draft.height(row, lineHeight(Math.max(...lines)));
  }

  #across(row: number, text: string, style: CellStyle): void {
    this.#draft.putAcross(row, 0, this.#layout.lastColumn, text, { style });
  }

  #live(row: number, column: number, { value, formula }: Live, style: CellStyle): void {
    this.#draft.put(row, column, value, formula === null ? { style } : { style, formula });
  }
}

/** A year where it stands, as a number even where it was written 2022年. */
function yearCell({ year, cell, writtenYear }: SpendingYear): Live {
  const there = `${quotedSheet(cell.sheet)}!${cell.cell}`;
  const otherwise = writtenYear === null ? '""' : textAs(there, writtenYear, year);
  return { value: year, formula: `IF(ISNUMBER(${there}),${there},${otherwise})` };
}

/** A level where it stands, in the unit that it is kept in; what the check refused is blank. */
function levelCell(series: SpendingSeries, level: SpendingLevel | undefined): Live {
  if (level === undefined) return { value: '', formula: null };
  const { value, cell, written } = level;
  if (written.kind === 'other') return { value: value ?? '', formula: null };
  const there = `${quotedSheet(cell.sheet)}!${cell.cell}`;
  const shift = written.kind === 'number' ? written.shift : 0;
  const scaled = shift === 0 ? there : `${there}${shift < 0 ? '/' : '*'}${10 ** Math.abs(shift)}`;
  const refused = series === 'pupils' ? `OR(${there}<0,${there}<>INT(${there}))` : `${there}<0`;
  const otherwise =
    written.kind === 'text' && value !== null ? textAs(there, written.text, value) : '""';
  return {
    value: value ?? '',
    formula: `IF(ISNUMBER(${there}),IF(${refused},"",${scaled}),${otherwise})`,
  };
}

/** A text that was understood as a number is that number, as long as it stands there. */
function textAs(there: string, text: string, value: number): string {
  return `IF(IFERROR(${there}&"","")=${quotedText(text)},${value},"")`;
}
