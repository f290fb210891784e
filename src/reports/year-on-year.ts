import type { CoefficientChange, StageChange, YearOnYear } from '../assessment/year-on-year';
import type { School } from '../assessment/school';
import { describeFinding } from '../locales/describe-finding';
import { fill } from '../locales/fill';
import { yearOnYearTexts } from '../locales/year-on-year-texts';
import type { YearOnYearTexts } from '../locales/year-on-year-texts';
import type { CellStyle, ChartPlan, PlannedCell, SheetPlan } from '../plans/sheet-plan';
import type { Stage } from '../standard/stage';
import { fileName } from '../workbook/file-name';
import { inLanguage, sheetName, stageName } from './report-context';
import type { JudgedContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { areaAddress, cellAddress, quotedSheet, quotedText } from './sheet-reference';
import { COLORS, STYLES } from './styles';
import { Table3Places } from './table-3';
import { lineHeight, wrappedLines } from './text-width';

const WIDTHS = { name: 24, stage: 8, value: 8.5 };
const NAME_COLUMN = 0;
const STAGE_COLUMN = 1;
const FIRST_VALUE_COLUMN = 2;
/** Last year, this year, change, limit, within it, trend. */
const COEFFICIENT_COLUMNS = 6;
const CHART_ROWS = 14;
/** Most schools and warnings listed (问题清单 has all), and most stages with their changes. */
const MOST_LISTED = 200;
const MOST_STAGES = 5000;
/** Decimals that a change is rounded to, so that no binary noise is shown as a change. */
const CHANGE_DECIMALS = 6;

/**
 * 年度对比: the 差异系数 of both years with a chart, which schools opened, closed or were merged, what
 * is to be checked, and how every indicator of every school changed. Last year's numbers are
 * constants; this year's and the changes are live formulas over 表Ⅲ and 表Ⅱ-2.
 *
 * @param planned the sheets written together with this one: their numbers are referred to
 */
export function planYearOnYear(
  context: JudgedContext,
  lastYear: YearOnYear,
  planned: ReadonlySet<string>,
): SheetPlan {
  return new YearPage(context, lastYear, planned).plan();
}

interface Live {
  readonly value: PlannedCell['value'];
  readonly formula: string;
}

/** The sheet while it is written from top to bottom. */
class YearPage {
  readonly #context: JudgedContext;
  readonly #lastYear: YearOnYear;
  readonly #words: YearOnYearTexts;
  readonly #linksSchools: boolean;
  readonly #linksCoefficients: boolean;
  readonly #lastColumn: number;
  /** Last year's pupils, then last year's values: constants that the changes rest on. */
  readonly #firstWorkingColumn: number;
  readonly #workingCount: number;
  readonly #draft = new SheetDraft();
  readonly #charts: ChartPlan[] = [];
  #row = 1;
  #section = 0;

  constructor(context: JudgedContext, lastYear: YearOnYear, planned: ReadonlySet<string>) {
    this.#context = context;
    this.#lastYear = lastYear;
    this.#words = yearOnYearTexts(context.language);
    this.#linksSchools = planned.has('table_2_2');
    this.#linksCoefficients = planned.has('table_3');
    this.#workingCount = 1 + context.assessment.standard.indicators.length;
    this.#lastColumn = FIRST_VALUE_COLUMN + 2 * this.#workingCount - 1;
    this.#firstWorkingColumn = this.#lastColumn + 1;
  }

  plan(): SheetPlan {
    this.#heading();
    this.#coefficients();
    this.#schools();
    this.#jumps();
    const headings = this.#changes();
    const workings = Array.from(
      { length: this.#workingCount },
      (_, index) => this.#firstWorkingColumn + index,
    );
    return {
      key: 'year_on_year',
      name: sheetName('year_on_year', this.#context),
      columnWidths: [
        WIDTHS.name,
        WIDTHS.stage,
        ...Array.from({ length: this.#lastColumn - 1 + workings.length }, () => WIDTHS.value),
      ],
      hiddenColumns: workings,
      rows: this.#draft.rows,
      merges: this.#draft.merges,
      print: { orientation: 'landscape', repeatRows: headings },
      charts: this.#charts,
      showGridLines: false,
    };
  }

  #heading(): void {
    const { check, words } = this.#context;
    this.#draft.height(this.#row, 26);
    this.#across(this.#words.title, STYLES.title);
    const county = fill(words.countyLine, { county: check.county ?? words.countyUnknown });
    this.#across(county, STYLES.subtitle);
    const { file, year } = this.#lastYear;
    const named = (name: string, own: string | null): string =>
      own === null ? name : `${fill(this.#words.year, { year: own })} ${name}`;
    this.#across(
      fill(this.#words.files, {
        last: named(file, year.last),
        now: named(fileName(check.file), year.now),
      }),
      STYLES.subtitle,
    );
  }

  /** The 差异系数 of both years, stage beside stage, each with a chart. */
  #coefficients(): void {
    const { table, language, assessment } = this.#context;
    const words = this.#words;
    const { indicators } = assessment.standard;
    const stages = table.blocks
      .map(({ stage }) => stage)
      .filter((stage) => this.#lastYear.coefficients.some((one) => one.stage === stage));
    if (stages.length === 0) return;
    this.#sectionTitle(words.coefficients);
    const top = this.#row;
    this.#draft.putAcross(
      top,
      NAME_COLUMN,
      NAME_COLUMN,
      words.indicator,
      { style: STYLES.heading },
      top + 1,
    );
    this.#draft.putAcross(
      top,
      STAGE_COLUMN,
      STAGE_COLUMN,
      words.code,
      { style: STYLES.heading },
      top + 1,
    );
    const headings = [
      words.lastYear,
      words.thisYear,
      words.change,
      words.limit,
      words.within,
      words.trend,
    ];
    stages.forEach((stage, position) => {
      const first = FIRST_VALUE_COLUMN + position * COEFFICIENT_COLUMNS;
      this.#draft.putAcross(
        top,
        first,
        first + COEFFICIENT_COLUMNS - 1,
        stageName(stage, this.#context),
        {
          style: STYLES.heading,
        },
      );
      headings.forEach((heading, offset) => {
        this.#draft.put(top + 1, first + offset, heading, { style: STYLES.heading });
      });
    });
    const lines = headings.map((heading) => wrappedLines(heading, WIDTHS.value - 1.5));
    this.#draft.height(top + 1, lineHeight(Math.max(...lines)));
    this.#row += 2;
    const firstRow = this.#row;
    for (let index = 0; index <= indicators.length; index += 1) {
      const indicator = indicators[index];
      const name =
        indicator === undefined ? words.composite : inLanguage(indicator.shortName, language);
      const style = indicator === undefined ? { ...STYLES.text, bold: true } : STYLES.text;
      this.#draft.put(this.#row, NAME_COLUMN, name, { style });
      this.#draft.put(this.#row, STAGE_COLUMN, indicator?.id ?? this.#context.words.notApplicable, {
        style: STYLES.centered,
      });
      this.#draft.height(this.#row, lineHeight(wrappedLines(name, WIDTHS.name - 1)));
      stages.forEach((stage, position) => {
        const change = this.#lastYear.coefficients.find(
          (one) => one.stage === stage && one.indicator === (indicator?.id ?? null),
        );
        if (change !== undefined) this.#coefficient(change, index, position);
      });
      this.#row += 1;
    }
    this.#row += 1;
    this.#coefficientCharts(stages, firstRow);
  }

  #coefficient(change: CoefficientChange, index: number, position: number): void {
    const { words } = this.#context;
    const { stage, last, now, limit, nowPasses, trend } = change;
    const first = FIRST_VALUE_COLUMN + position * COEFFICIENT_COLUMNS;
    const places = new Table3Places(this.#context);
    const link = (item: 'coefficient' | 'limit' | 'passes'): string =>
      places.reference(stage, item, index);
    const unknown = words.unjudged;
    const cell = (offset: number): string => cellAddress(first + offset, this.#row);
    const [before, here] = [cell(0), cell(1)];
    const put = (offset: number, live: Live, style: CellStyle, isLinked = true): void => {
      this.#live(first + offset, live, style, isLinked);
    };
    const isUndefined =
      now === null && this.#context.assessment.stages[stage]?.indicators[index]?.mean === 0;
    this.#draft.put(this.#row, first, last ?? unknown, { style: STYLES.decimal3 });
    put(
      1,
      {
        value: now ?? (isUndefined ? words.table3.undefinedCoefficient : unknown),
        formula: link('coefficient'),
      },
      { ...STYLES.decimal3, bold: true },
      this.#linksCoefficients,
    );
    put(
      2,
      {
        value: last === null || now === null ? unknown : rounded(now - last),
        formula: `IF(COUNT(${before},${here})<2,${quotedText(unknown)},ROUND(${here}-${before},${CHANGE_DECIMALS}))`,
      },
      STYLES.decimal3,
    );
    put(
      3,
      { value: limit ?? words.notApplicable, formula: link('limit') },
      limit === null ? STYLES.centered : STYLES.general,
      this.#linksCoefficients,
    );
    const passes =
      limit === null
        ? words.notApplicable
        : nowPasses === null
          ? unknown
          : nowPasses
            ? words.yes
            : words.no;
    put(
      4,
      { value: passes, formula: link('passes') },
      nowPasses === false
        ? { ...STYLES.centered, bold: true, fontColor: COLORS.bad }
        : STYLES.centered,
      this.#linksCoefficients,
    );
    const { improved, worse, same } = this.#words.trends;
    const difference = `ROUND(${here}-${before},10)`;
    put(
      5,
      {
        value: trend === null ? unknown : this.#words.trends[trend],
        formula: `IF(COUNT(${before},${here})<2,${quotedText(unknown)},IF(${difference}<0,${quotedText(improved)},IF(${difference}>0,${quotedText(worse)},${quotedText(same)})))`,
      },
      trend === 'worse' ? { ...STYLES.centered, fontColor: COLORS.bad } : STYLES.centered,
    );
  }

  #coefficientCharts(stages: readonly Stage[], firstRow: number): void {
    const { indicators } = this.#context.assessment.standard;
    const lastRow = firstRow + indicators.length - 1;
    stages.forEach((stage, position) => {
      const first = FIRST_VALUE_COLUMN + position * COEFFICIENT_COLUMNS;
      const changes = indicators.map(({ id }) =>
        this.#lastYear.coefficients.find((one) => one.stage === stage && one.indicator === id),
      );
      const series = (
        name: string,
        offset: number,
        cached: readonly (number | null)[],
        color: string,
      ): ChartPlan['series'][number] => ({
        name,
        categories: areaAddress(STAGE_COLUMN, firstRow, STAGE_COLUMN, lastRow),
        categoryLabels: indicators.map(({ id }) => id),
        values: areaAddress(first + offset, firstRow, first + offset, lastRow),
        cached,
        color,
      });
      const limits = changes.map((one) => one?.limit ?? null);
      this.#charts.push({
        kind: 'column',
        title: fill(this.#words.chart, { stage: stageName(stage, this.#context) }),
        axisFormat: 'decimal2',
        series: [
          series(
            this.#words.lastYear,
            0,
            changes.map((one) => one?.last ?? null),
            COLORS.muted,
          ),
          series(
            this.#words.thisYear,
            1,
            changes.map((one) => one?.now ?? null),
            stage === 'primary' ? COLORS.primary : COLORS.junior,
          ),
          ...(limits.includes(null)
            ? []
            : [{ ...series(this.#words.chartLimit, 3, limits, COLORS.limit), asLine: true }]),
        ],
        anchor: {
          fromColumn: position === 0 ? 0 : FIRST_VALUE_COLUMN + COEFFICIENT_COLUMNS,
          toColumn:
            position === 0 && stages.length > 1
              ? FIRST_VALUE_COLUMN + COEFFICIENT_COLUMNS
              : this.#lastColumn + 1,
          fromRow: this.#row,
          toRow: this.#row + CHART_ROWS,
        },
      });
    });
    this.#row += CHART_ROWS + 1;
  }

  /** Schools that opened, closed, were merged or renamed. */
  #schools(): void {
    const words = this.#words;
    const { pairs, opened, closed, merged } = this.#lastYear.schools;
    this.#sectionTitle(words.schools);
    this.#paragraph(
      fill(words.counts, {
        both: pairs.length,
        opened: opened.length,
        closed: closed.length,
        merged: merged.length,
      }),
      STYLES.paragraph,
    );
    const renamed = pairs.filter(({ now, last }) => now.name !== last.name);
    const lines: [kind: keyof YearOnYearTexts['kinds'], school: string, note: string][] = [
      ...opened.map((school): (typeof lines)[number] => [
        'opened',
        school.name,
        this.#pupils(school),
      ]),
      ...closed.map((school): (typeof lines)[number] => [
        'closed',
        school.name,
        this.#pupils(school),
      ]),
      ...merged.map(({ last, into }): (typeof lines)[number] => [
        'merged',
        last.name,
        fill(words.into, { target: into }),
      ]),
      ...renamed.map(({ now, last }): (typeof lines)[number] => [
        'renamed',
        now.name,
        fill(words.formerly, { name: last.name }),
      ]),
    ];
    if (lines.length === 0) this.#paragraph(words.noSchools, STYLES.paragraph);
    else this.#threeColumns([words.school, words.kind, words.note], STYLES.heading);
    for (const [kind, school, note] of lines.slice(0, MOST_LISTED)) {
      this.#threeColumns([school, words.kinds[kind], note]);
    }
    if (lines.length > MOST_LISTED) {
      this.#paragraph(fill(words.more, { count: lines.length - MOST_LISTED }), STYLES.note);
    }
    this.#row += 1;
  }

  #pupils(school: School): string {
    return fill(this.#words.pupils, {
      primary: school.amount('primaryStudents') ?? 0,
      junior: school.amount('juniorStudents') ?? 0,
    });
  }

  /** A row of a list: the school, a few words, and a sentence over the rest of the page. */
  #threeColumns(texts: readonly [string, string, string], style: CellStyle | null = null): void {
    const [school, kind, note] = texts;
    this.#draft.put(this.#row, NAME_COLUMN, school, { style: style ?? STYLES.text });
    this.#draft.putAcross(this.#row, STAGE_COLUMN, STAGE_COLUMN + 2, kind, {
      style: style ?? STYLES.centered,
    });
    this.#draft.putAcross(this.#row, STAGE_COLUMN + 3, this.#lastColumn, note, {
      style: style ?? STYLES.text,
    });
    this.#draft.height(this.#row, lineHeight(wrappedLines(school, WIDTHS.name - 1)));
    this.#row += 1;
  }

  /** What is to be checked: the warnings of the comparison, each with a link to its cell. */
  #jumps(): void {
    const { check, language } = this.#context;
    const words = this.#words;
    this.#sectionTitle(words.jumps);
    const found = check.findings.filter(
      ({ code, severity }) => code.startsWith('year-') && severity === 'warning',
    );
    if (found.length === 0) this.#paragraph(words.noJumps, STYLES.paragraph);
    else this.#threeColumns([words.school, words.place, words.message], STYLES.heading);
    const width = WIDTHS.value * (this.#lastColumn - STAGE_COLUMN - 2) - 2;
    for (const finding of found.slice(0, MOST_LISTED)) {
      const { sheet, cell, school } = finding;
      const message = describeFinding(finding, check.standard, language);
      const link = sheet === null || cell === null ? null : { sheet, cell };
      this.#draft.put(this.#row, NAME_COLUMN, school, { style: STYLES.text });
      this.#draft.putAcross(
        this.#row,
        STAGE_COLUMN,
        STAGE_COLUMN + 2,
        link === null ? sheet : `${link.sheet}!${link.cell}`,
        link === null ? { style: STYLES.centered } : { style: STYLES.link, link },
      );
      this.#draft.putAcross(this.#row, STAGE_COLUMN + 3, this.#lastColumn, message, {
        style: STYLES.text,
      });
      const lines = Math.max(
        wrappedLines(message, width),
        wrappedLines(school ?? '', WIDTHS.name - 1),
      );
      this.#draft.height(this.#row, lineHeight(lines));
      this.#row += 1;
    }
    if (found.length > MOST_LISTED) {
      this.#paragraph(fill(words.more, { count: found.length - MOST_LISTED }), STYLES.note);
    }
    this.#row += 1;
  }

  /** Every stage of a school in both years. @returns the heading rows, to be repeated on each page */
  #changes(): readonly [number, number] {
    const { assessment, language } = this.#context;
    const words = this.#words;
    this.#sectionTitle(words.changes);
    this.#paragraph(words.changesNote, STYLES.note);
    const top = this.#row;
    const across = (column: number, lastColumn: number, text: string, lastRow = top): void => {
      this.#draft.putAcross(top, column, lastColumn, text, { style: STYLES.heading }, lastRow);
    };
    across(NAME_COLUMN, NAME_COLUMN, words.school, top + 1);
    across(STAGE_COLUMN, STAGE_COLUMN, words.stage, top + 1);
    const names = [
      words.students,
      ...assessment.standard.indicators.map(
        ({ id, shortName }) => `${id} ${inLanguage(shortName, language)}`,
      ),
    ];
    names.forEach((name, index) => {
      const column = FIRST_VALUE_COLUMN + 2 * index;
      across(column, column + 1, name);
      this.#draft.put(top + 1, column, words.nowShort, { style: STYLES.heading });
      this.#draft.put(top + 1, column + 1, words.change, { style: STYLES.heading });
      this.#draft.put(top + 1, this.#firstWorkingColumn + index, fill(words.lastValue, { name }), {
        style: STYLES.working,
      });
    });
    const lines = names.map((name) => wrappedLines(name, 2 * WIDTHS.value - 4));
    this.#draft.height(top, lineHeight(Math.max(...lines)));
    this.#row += 2;
    const rows = this.#rowsOfTable22();
    const sorted = [...this.#lastYear.stages]
      .map((change) => ({ change, fall: largestFall(change) }))
      .sort((a, b) => a.fall - b.fall)
      .slice(0, MOST_STAGES);
    for (const { change } of sorted) this.#stageChange(change, rows.get(change.now) ?? null);
    const left = this.#lastYear.stages.length - sorted.length;
    if (left > 0) this.#paragraph(fill(words.more, { count: left }), STYLES.note);
    return [top, top + 1];
  }

  /** The row of 表Ⅱ-2 on which a school's stage stands. */
  #rowsOfTable22(): ReadonlyMap<StageChange['now'], number> {
    return new Map(
      this.#context.table.blocks.flatMap(({ schools, firstRow }) =>
        schools.map((school, index) => [school, firstRow + index] as const),
      ),
    );
  }

  #stageChange(change: StageChange, tableRow: number | null): void {
    const { table } = this.#context;
    const { school } = change.now;
    const mark = change.regrouped ? this.#words.regrouped : '';
    this.#draft.put(this.#row, NAME_COLUMN, school.name + mark, { style: STYLES.text });
    this.#draft.put(this.#row, STAGE_COLUMN, stageName(change.stage, this.#context), {
      style: STYLES.centered,
    });
    this.#draft.height(this.#row, lineHeight(wrappedLines(school.name + mark, WIDTHS.name - 1)));
    const source = quotedSheet(table.sheet);
    const values = [
      { last: change.last.students, now: change.now.students, column: table.studentsColumn },
      ...change.indicators.map(({ last, now }, index) => ({
        last,
        now,
        column: table.valueColumn(index),
      })),
    ];
    values.forEach(({ last, now, column }, index) => {
      const first = FIRST_VALUE_COLUMN + 2 * index;
      const working = this.#firstWorkingColumn + index;
      const style = index === 0 ? STYLES.integer : STYLES.decimal2;
      const there = tableRow === null ? null : `${source}!${cellAddress(column, tableRow)}`;
      this.#live(
        first,
        { value: now ?? '', formula: `IF(ISNUMBER(${there ?? ''}),${there ?? ''},"")` },
        style,
        this.#linksSchools && there !== null,
      );
      if (last !== null) this.#draft.put(this.#row, working, last, { style: STYLES.working });
      const both = `${cellAddress(first, this.#row)},${cellAddress(working, this.#row)}`;
      this.#live(
        first + 1,
        {
          value: last === null || now === null ? '' : rounded(now - last),
          formula: `IF(COUNT(${both})<2,"",ROUND(${both.replace(',', '-')},${CHANGE_DECIMALS}))`,
        },
        style,
      );
    });
    this.#row += 1;
  }

  #sectionTitle(title: string): void {
    const number = this.#context.words.sectionNumbers[this.#section] ?? '';
    this.#section += 1;
    this.#draft.height(this.#row, 22);
    this.#across(number + title, STYLES.section);
  }

  #paragraph(text: string, style: CellStyle): void {
    const width = WIDTHS.name + WIDTHS.stage + WIDTHS.value * (this.#lastColumn - STAGE_COLUMN);
    this.#draft.height(this.#row, lineHeight(wrappedLines(text, width - 4)));
    this.#across(text, style);
  }

  #across(text: string, style: CellStyle): void {
    this.#draft.putAcross(this.#row, 0, this.#lastColumn, text, { style });
    this.#row += 1;
  }

  #live(column: number, { value, formula }: Live, style: CellStyle, isLinked = true): void {
    this.#draft.put(this.#row, column, value, isLinked ? { style, formula } : { style });
  }
}

function rounded(change: number): number {
  return Number(change.toFixed(CHANGE_DECIMALS));
}

/** The largest relative fall of an indicator (below 0), or the smallest rise; schools without any last. */
function largestFall({ indicators }: StageChange): number {
  const changes = indicators.flatMap(({ last, now }) =>
    last === null || now === null || last <= 0 ? [] : [now / last - 1],
  );
  return changes.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...changes);
}
