import type { SchoolStage, StageSummary } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import type { Locality } from '../assessment/school';
import { describeFinding } from '../locales/describe-finding';
import { fill } from '../locales/fill';
import { formatShortfall } from '../locales/format-number';
import type { CellStyle, ChartPlan, PlannedCell, SheetPlan } from '../plans/sheet-plan';
import { severityCounts } from './findings';
import { HIGHLIGHT_STYLES } from './highlight-styles';
import { inLanguage, sheetName, stageName } from './report-context';
import type { JudgedContext, ReportContext } from './report-context';
import type { SchoolBlock } from './school-table';
import { SheetDraft } from './sheet-draft';
import { areaAddress, cellAddress, quotedText } from './sheet-reference';
import { COLORS, STYLES } from './styles';
import { Table3Places } from './table-3';
import { ATTAINMENT_NUMBERS } from './table-2-2';
import { lineHeight, wrappedLines } from './text-width';
import { verdictReasons } from './verdict-reasons';

/** Code, name, then three columns for each stage. */
const WIDTHS = [8, 32, 10, 10, 11, 10, 10, 11] as const;
const LAST_COLUMN = WIDTHS.length - 1;
const FIRST_STAGE_COLUMN = 2;
const STAGE_COLUMNS = 3;
const PAGE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
const LOCALITIES: readonly Locality[] = ['urban', 'town', 'rural'];
/** Rows a chart covers. */
const CHART_ROWS = 11;
/** Most schools listed here; 问题清单 has all. */
const LISTED_SCHOOLS = 200;

/**
 * 评估总览: the verdict and why, each stage's coefficients against their limits and its schools by
 * indicator, with charts; who passes by 城乡, 集团, 举办者; which schools fail and what they lack.
 * @param judged null where nothing could be judged
 * @param planned the sheets written together with this one: their numbers are referred to
 */
export function planOverview(
  context: ReportContext,
  judged: JudgedContext | null,
  planned: ReadonlySet<string>,
): SheetPlan {
  const page = new OverviewPage(context, planned.has('table_2_2'), planned.has('table_3'));
  page.heading();
  if (judged !== null) {
    page.stages(judged);
    page.coefficients(judged);
    if (judged.assessment.standard.schoolRule !== null) {
      page.attainment(judged);
      page.groups(judged);
      page.failingSchools(judged);
      page.legend();
    }
    page.method();
  }
  page.accepted();
  return page.plan();
}

interface Live {
  readonly value: PlannedCell['value'];
  readonly formula: string;
}

/** The sheet while it is written from top to bottom. */
class OverviewPage {
  readonly #context: ReportContext;
  readonly #linksSchools: boolean;
  readonly #linksCoefficients: boolean;
  readonly #draft = new SheetDraft();
  readonly #charts: ChartPlan[] = [];
  #row = 1;
  #section = 0;
  readonly #breaks: number[] = [];
  #firstCoefficientRow = 0;

  constructor(context: ReportContext, linksSchools: boolean, linksCoefficients: boolean) {
    this.#context = context;
    this.#linksSchools = linksSchools;
    this.#linksCoefficients = linksCoefficients;
  }

  plan(): SheetPlan {
    return {
      key: 'overview',
      name: sheetName('overview', this.#context),
      columnWidths: WIDTHS,
      rows: this.#draft.rows,
      merges: this.#draft.merges,
      print: { orientation: 'portrait', breaksAfterRows: this.#breaks },
      charts: this.#charts,
      tabColor: COLORS.primary,
      showGridLines: false,
    };
  }

  /** Title, county, verdict and its reasons. */
  heading(): void {
    const { check, words, language } = this.#context;
    const { overview } = words;
    this.#draft.height(this.#row, 28);
    this.#across(overview.title, STYLES.title);
    const county = fill(words.countyLine, { county: check.county ?? words.countyUnknown });
    const source = fill(words.standardLine, {
      standard: inLanguage(check.standard.name, language),
      document: check.standard.document,
    });
    this.#across(county, STYLES.subtitle);
    this.#across(source, STYLES.subtitle);
    this.#draft.height(this.#row, 24);
    this.#across(overview.verdict[check.verdict], {
      ...STYLES.verdict,
      fontColor: check.verdict === 'pass' ? COLORS.good : COLORS.bad,
    });
    const reasons = verdictReasons(check, language);
    if (reasons.length > 0) {
      this.#paragraph(
        fill(overview.generated, { reasons: reasons.join(words.clauseSeparator) }),
        STYLES.paragraph,
      );
    }
    if (check.findings.length > 0) {
      const counts = severityCounts(check.findings, this.#context);
      this.#paragraph(fill(overview.findingCounts, { counts }), STYLES.paragraph);
    }
  }

  /** One line a stage: schools, pupils, how many pass. */
  stages(judged: JudgedContext): void {
    const { overview } = this.#context.words;
    this.#sectionTitle(overview.stages);
    const headings = [
      overview.schools,
      overview.students,
      overview.passing,
      overview.passingRatio,
      overview.failing,
      overview.conclusion,
    ];
    this.#draft.putAcross(this.#row, 0, 1, overview.stage, { style: STYLES.heading });
    headings.forEach((heading, index) => {
      this.#draft.put(this.#row, FIRST_STAGE_COLUMN + index, heading, { style: STYLES.heading });
    });
    this.#draft.height(this.#row, lineHeight(2));
    this.#row += 1;
    for (const block of judged.table.blocks) this.#stageLine(judged, block);
    this.#row += 1;
  }

  #stageLine(judged: JudgedContext, block: SchoolBlock): void {
    const { table, assessment } = judged;
    const { words, texts } = this.#context;
    const summary = assessment.stages[block.stage];
    if (summary === undefined) return;
    const row = this.#row;
    this.#draft.putAcross(row, 0, 1, stageName(block.stage, judged), {
      style: { ...STYLES.centered, bold: true },
    });
    const counted = (word: string): string =>
      `COUNTIF(${table.range(block, table.passColumn)},${quotedText(word)})`;
    const put = (offset: number, live: Live, style: CellStyle): void => {
      this.#live(row, FIRST_STAGE_COLUMN + offset, live, style, this.#linksSchools);
    };
    put(
      0,
      { value: summary.schools, formula: `ROWS(${table.range(block, table.nameColumn)})` },
      STYLES.integer,
    );
    put(
      1,
      { value: summary.students, formula: `SUM(${table.range(block, table.studentsColumn)})` },
      STYLES.integer,
    );
    if (summary.passing === null) {
      for (const offset of [2, 3, 4]) {
        this.#draft.put(row, FIRST_STAGE_COLUMN + offset, words.notApplicable, {
          style: STYLES.centered,
        });
      }
    } else {
      const failing = block.schools.filter(({ passes }) => passes === false).length;
      put(2, { value: summary.passing, formula: counted(words.yes) }, STYLES.integer);
      put(
        3,
        {
          value: summary.passing / summary.schools,
          formula: `${cellAddress(FIRST_STAGE_COLUMN + 2, row)}/${cellAddress(FIRST_STAGE_COLUMN, row)}`,
        },
        STYLES.percent,
      );
      put(4, { value: failing, formula: counted(words.no) }, STYLES.integer);
    }
    const places = new Table3Places(judged);
    const limits = places.spanReference(block.stage, 'passes', true);
    const failsAny = [
      ...(summary.passing === null ? [] : [`${counted(words.no)}>0`]),
      `COUNTIF(${limits},${quotedText(words.no)})>0`,
    ];
    const unknownAny = [
      ...(summary.passing === null ? [] : [`${counted(words.unjudged)}>0`]),
      `COUNTIF(${limits},${quotedText(words.unjudged)})>0`,
    ];
    const { fail, unjudged, pass } = texts.verdicts;
    const lines = [fail, unjudged, pass].map((word) => wrappedLines(word, WIDTHS[7] - 1.5));
    this.#draft.height(row, lineHeight(Math.max(...lines)));
    this.#live(
      row,
      LAST_COLUMN,
      {
        value: texts.verdicts[stageVerdict(summary, block.schools)],
        formula: `IF(OR(${failsAny.join(',')}),${quotedText(fail)},IF(OR(${unknownAny.join(',')}),${quotedText(unjudged)},${quotedText(pass)}))`,
      },
      { ...STYLES.centered, bold: true },
      this.#linksSchools && this.#linksCoefficients,
    );
    this.#row += 1;
  }

  /** 差异系数 against the limit, by indicator and stage, with a chart a stage. */
  coefficients(judged: JudgedContext): void {
    const { words } = this.#context;
    const { overview } = words;
    const { indicators } = judged.assessment.standard;
    this.#sectionTitle(overview.coefficients);
    this.#stageHeadings(judged, [overview.coefficient, overview.limit, overview.passes]);
    const first = this.#row;
    this.#firstCoefficientRow = first;
    const places = new Table3Places(judged);
    for (let index = 0; index <= indicators.length; index += 1) {
      this.#indicatorLabel(judged, index);
      judged.table.blocks.forEach((block, position) => {
        this.#coefficientCells(judged, places, block, position, index);
      });
      this.#row += 1;
    }
    this.#row += 1;
    this.#chartRow(judged, (block, position, column) => ({
      kind: 'column',
      title: fill(overview.coefficientChart, { stage: stageName(block.stage, judged) }),
      axisFormat: 'decimal2',
      series: [
        {
          name: overview.coefficient,
          values: columnRange(column, first, indicators.length),
          cached: this.#summaries(judged, block).map(({ cv }) => cv),
          color: position === 0 ? COLORS.primary : COLORS.junior,
        },
        {
          name: overview.limit,
          values: columnRange(column + 1, first, indicators.length),
          cached: this.#summaries(judged, block).map(({ cvLimit }) => cvLimit),
          color: COLORS.limit,
          asLine: true,
        },
      ],
    }));
  }

  #coefficientCells(
    judged: JudgedContext,
    places: Table3Places,
    block: SchoolBlock,
    position: number,
    index: number,
  ): void {
    const { words } = this.#context;
    const summary = judged.assessment.stages[block.stage];
    if (summary === undefined) return;
    const { cv, cvLimit, cvPasses } = summary.indicators[index] ?? summary.composite;
    const mean = summary.indicators[index]?.mean ?? null;
    const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
    const link = (item: 'coefficient' | 'limit' | 'passes'): string =>
      places.reference(block.stage, item, index);
    const unknown = mean === null ? words.unjudged : words.table3.undefinedCoefficient;
    const put = (offset: number, live: Live, style: CellStyle): void => {
      this.#live(this.#row, column + offset, live, style, this.#linksCoefficients);
    };
    put(0, { value: cv ?? unknown, formula: link('coefficient') }, exactStyle(cv, cvLimit));
    put(1, { value: cvLimit ?? words.notApplicable, formula: link('limit') }, STYLES.general);
    const word =
      cvLimit === null
        ? words.notApplicable
        : cvPasses === null
          ? words.unjudged
          : cvPasses
            ? words.yes
            : words.no;
    put(
      2,
      { value: word, formula: link('passes') },
      cvPasses === false
        ? { ...STYLES.centered, bold: true, fontColor: COLORS.bad }
        : STYLES.centered,
    );
  }

  /** How many schools reach each indicator, nearly reach it, fall below, with a chart a stage. */
  attainment(judged: JudgedContext): void {
    const { overview } = this.#context.words;
    const { table, assessment } = judged;
    const { indicators } = assessment.standard;
    this.#sectionTitle(overview.attainment);
    const levels = [
      { key: 'met', count: 'schoolsMet', label: overview.metShort, color: COLORS.met },
      { key: 'near', count: 'schoolsNear', label: overview.nearShort, color: COLORS.near },
      { key: 'below', count: 'schoolsBelow', label: overview.belowShort, color: COLORS.below },
    ] as const;
    this.#stageHeadings(
      judged,
      levels.map(({ label }) => label),
    );
    const first = this.#row;
    indicators.forEach((_, index) => {
      this.#indicatorLabel(judged, index);
      table.blocks.forEach((block, position) => {
        levels.forEach(({ key, count }, offset) => {
          const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS + offset;
          const value = assessment.stages[block.stage]?.indicators[index]?.[count] ?? 0;
          const formula = `COUNTIF(${table.range(block, table.statusColumn(index))},${ATTAINMENT_NUMBERS[key]})`;
          this.#live(this.#row, column, { value, formula }, STYLES.integer, this.#linksSchools);
        });
      });
      this.#row += 1;
    });
    this.#row += 1;
    this.#chartRow(judged, (block, _position, column) => ({
      kind: 'stackedColumn',
      title: fill(overview.attainmentChart, { stage: stageName(block.stage, judged) }),
      axisFormat: 'integer',
      series: levels.map(({ count, label, color }, offset) => ({
        name: label,
        values: columnRange(column + offset, first, indicators.length),
        cached: this.#summaries(judged, block).map((summary) => summary[count]),
        color,
      })),
    }));
  }

  /** Schools that pass, by 城乡, 集团 and 举办者. */
  groups(judged: JudgedContext): void {
    const { words, texts } = this.#context;
    const { overview } = words;
    const { table } = judged;
    const { schools } = judged.assessment;
    const groups = [...new Set(schools.map(({ school }) => school.description.group))]
      .filter((group) => group !== '')
      .sort((a, b) => (a < b ? -1 : 1));
    const owners = [...new Set(schools.map(({ school }) => school.description.ownership))]
      .filter((owner) => owner !== null)
      .sort((a, b) => a - b);
    const localities = LOCALITIES.filter((locality) =>
      schools.some(({ school }) => school.description.locality === locality),
    );
    const lines: GroupLine[] = [
      ...localities.map((locality) => ({
        dimension: overview.dimensions.locality,
        label: texts.localities[locality],
        column: table.localityColumn,
        criterion: texts.localities[locality],
        holds: ({ school }: SchoolStage) => school.description.locality === locality,
      })),
      ...groups.map((group) => ({
        dimension: overview.dimensions.group,
        label: group,
        column: table.groupColumn,
        criterion: group,
        holds: ({ school }: SchoolStage) => school.description.group === group,
      })),
      ...owners.map((owner) => ({
        dimension: overview.dimensions.ownership,
        label: words.ownerships[owner - 1] ?? String(owner),
        column: table.ownershipColumn,
        criterion: owner,
        holds: ({ school }: SchoolStage) => school.description.ownership === owner,
      })),
    ];
    if (lines.length === 0) return;
    this.#breaks.push(this.#row - 1);
    this.#sectionTitle(overview.groups);
    this.#stageHeadings(
      judged,
      [overview.schools, overview.passing, overview.passingRatio],
      overview.dimension,
    );
    for (const line of lines) {
      this.#draft.put(this.#row, 0, line.dimension, { style: STYLES.centered });
      this.#draft.put(this.#row, 1, line.label, { style: STYLES.text });
      this.#draft.height(
        this.#row,
        lineHeight(
          Math.max(
            wrappedLines(line.label, WIDTHS[1] - 1),
            wrappedLines(line.dimension, WIDTHS[0] - 1),
          ),
        ),
      );
      table.blocks.forEach((block, position) => {
        this.#groupCells(judged, block, position, line);
      });
      this.#row += 1;
    }
    this.#row += 1;
  }

  #groupCells(judged: JudgedContext, block: SchoolBlock, position: number, line: GroupLine): void {
    const { table } = judged;
    const { words } = this.#context;
    const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
    const members = block.schools.filter(line.holds);
    const passing = members.filter(({ passes }) => passes === true).length;
    const range = table.range(block, line.column);
    const criterion =
      typeof line.criterion === 'number'
        ? String(line.criterion)
        : quotedText(literalCriterion(line.criterion));
    const passes = `${table.range(block, table.passColumn)},${quotedText(words.yes)}`;
    const put = (offset: number, live: Live, style: CellStyle): void => {
      this.#live(this.#row, column + offset, live, style, this.#linksSchools);
    };
    put(0, { value: members.length, formula: `COUNTIF(${range},${criterion})` }, STYLES.integer);
    put(
      1,
      { value: passing, formula: `COUNTIFS(${range},${criterion},${passes})` },
      STYLES.integer,
    );
    const count = cellAddress(column, this.#row);
    put(
      2,
      {
        value: members.length === 0 ? words.notApplicable : passing / members.length,
        formula: `IF(${count}=0,${quotedText(words.notApplicable)},${cellAddress(column + 1, this.#row)}/${count})`,
      },
      STYLES.percent,
    );
  }

  /** Each school that fails or cannot be judged, with what is missing of every indicator. */
  failingSchools(judged: JudgedContext): void {
    const { overview } = this.#context.words;
    const failing = judged.assessment.schools.filter(({ passes }) => passes !== true);
    this.#sectionTitle(overview.failingSchools);
    if (failing.length === 0) {
      this.#paragraph(overview.noFailingSchools, STYLES.paragraph);
      this.#row += 1;
      return;
    }
    this.#draft.putAcross(this.#row, 0, 1, this.#context.words.table22.school, {
      style: STYLES.heading,
    });
    this.#draft.put(this.#row, 2, overview.stage, { style: STYLES.heading });
    this.#draft.putAcross(this.#row, 3, LAST_COLUMN, overview.missing, { style: STYLES.heading });
    this.#row += 1;
    const shortfalls = new Map<string, Finding>();
    for (const finding of judged.assessment.findings) {
      if (finding.shortfall !== null) shortfalls.set(findingKey(finding), finding);
    }
    const missingWidth = PAGE_WIDTH - WIDTHS[0] - WIDTHS[1] - WIDTHS[2] - 1;
    for (const row of failing.slice(0, LISTED_SCHOOLS)) {
      const missing = this.#missing(judged, row, shortfalls);
      this.#draft.putAcross(this.#row, 0, 1, row.school.name, { style: STYLES.text });
      this.#draft.put(this.#row, 2, stageName(row.stage, judged), { style: STYLES.centered });
      this.#draft.putAcross(this.#row, 3, LAST_COLUMN, missing, { style: STYLES.text });
      this.#draft.height(
        this.#row,
        lineHeight(
          Math.max(
            wrappedLines(missing, missingWidth),
            wrappedLines(row.school.name, WIDTHS[0] + WIDTHS[1] - 1),
          ),
        ),
      );
      this.#row += 1;
    }
    if (failing.length > LISTED_SCHOOLS) {
      const count = failing.length - LISTED_SCHOOLS;
      this.#paragraph(fill(overview.moreFailing, { count }), STYLES.note);
    }
    this.#row += 1;
  }

  #missing(
    judged: JudgedContext,
    row: SchoolStage,
    shortfalls: ReadonlyMap<string, Finding>,
  ): string {
    const { words, texts, language } = this.#context;
    const { overview } = words;
    return judged.assessment.standard.indicators
      .flatMap(({ id, shortName }, index) => {
        const status = row.indicators[index]?.status ?? null;
        if (status === 'met') return [];
        const indicator = `${id} ${inLanguage(shortName, language)}`;
        if (status === null) return [fill(overview.missingUnjudged, { indicator })];
        const found = shortfalls.get(
          findingKey({ school: row.school.name, stage: row.stage, indicator: id }),
        );
        if (found?.shortfall == null) return [indicator];
        const unit = found.unit === null ? '' : texts.units[found.unit];
        const shortfall = `${formatShortfall(found.shortfall, found.unit)} ${unit.trim()}`;
        return [fill(overview.missingItem, { indicator, shortfall })];
      })
      .join(words.clauseSeparator);
  }

  /** What the marks in the user's sheets mean; written here and nowhere else. */
  legend(): void {
    const { overview } = this.#context.words;
    this.#sectionTitle(overview.highlights);
    for (const mark of ['below', 'near', 'fault'] as const) {
      const { fill: color, fontColor, bold } = HIGHLIGHT_STYLES[mark];
      this.#draft.put(this.#row, 0, '123', {
        style: { ...STYLES.centered, fill: color, fontColor, bold },
      });
      this.#draft.putAcross(this.#row, 1, LAST_COLUMN, overview.marks[mark], {
        style: STYLES.paragraph,
      });
      this.#row += 1;
    }
    this.#paragraph(overview.nameMark, STYLES.paragraph);
    this.#row += 1;
  }

  /** How the numbers were computed. */
  method(): void {
    const { check, words } = this.#context;
    this.#sectionTitle(words.overview.method);
    this.#paragraph(
      check.basis === 'stated' ? words.overview.methodStated : words.overview.methodText,
      STYLES.paragraph,
    );
    this.#row += 1;
  }

  /** Warnings that somebody lets stand, with the reason. */
  accepted(): void {
    const { check, words, language } = this.#context;
    this.#sectionTitle(words.overview.accepted);
    const accepted = check.findings.filter((finding) => finding.accepted !== undefined);
    if (accepted.length === 0) this.#paragraph(words.overview.noAccepted, STYLES.paragraph);
    for (const finding of accepted) {
      const line = fill(words.overview.acceptedLine, {
        school: '',
        message: describeFinding(finding, check.standard, language),
        reason: finding.accepted?.reason ?? '',
      });
      this.#paragraph(line, STYLES.paragraph);
    }
  }

  #sectionTitle(title: string): void {
    const number = this.#context.words.sectionNumbers[this.#section] ?? '';
    this.#section += 1;
    this.#draft.height(this.#row, 22);
    this.#across(number + title, STYLES.section);
  }

  #across(text: string, style: CellStyle): void {
    this.#draft.putAcross(this.#row, 0, LAST_COLUMN, text, { style });
    this.#row += 1;
  }

  #paragraph(text: string, style: CellStyle): void {
    this.#draft.height(this.#row, lineHeight(wrappedLines(text, PAGE_WIDTH - 4)));
    this.#across(text, style);
  }

  /** Two heading rows: the stages, and under each the same three columns. */
  #stageHeadings(
    judged: JudgedContext,
    headings: readonly string[],
    label: string = this.#context.words.overview.indicator,
  ): void {
    const row = this.#row;
    this.#draft.putAcross(row, 0, 1, label, { style: STYLES.heading }, row + 1);
    judged.table.blocks.forEach((block, position) => {
      const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
      this.#draft.putAcross(
        row,
        column,
        column + STAGE_COLUMNS - 1,
        stageName(block.stage, judged),
        {
          style: STYLES.heading,
        },
      );
      headings.forEach((heading, offset) => {
        this.#draft.put(row + 1, column + offset, heading, { style: STYLES.heading });
      });
    });
    const lines = headings.map((heading) => wrappedLines(heading, 8.5));
    this.#draft.height(row + 1, lineHeight(Math.max(...lines)));
    this.#row += 2;
  }

  #indicatorLabel(judged: JudgedContext, index: number): void {
    const { language, words } = this.#context;
    const indicator = judged.assessment.standard.indicators[index];
    if (indicator === undefined) {
      this.#draft.putAcross(this.#row, 0, 1, words.overview.composite, {
        style: { ...STYLES.centered, bold: true },
      });
      return;
    }
    const name = inLanguage(indicator.shortName, language);
    this.#draft.put(this.#row, 0, indicator.id, { style: STYLES.centered });
    this.#draft.put(this.#row, 1, name, { style: STYLES.text });
    this.#draft.height(this.#row, lineHeight(wrappedLines(name, WIDTHS[1] - 1)));
  }

  #summaries(judged: JudgedContext, block: SchoolBlock): StageSummary['indicators'] {
    return judged.assessment.stages[block.stage]?.indicators ?? [];
  }

  /** One chart a stage, side by side, over the table whose indicators start in the first column. */
  #chartRow(
    judged: JudgedContext,
    chart: (
      block: SchoolBlock,
      position: number,
      column: number,
    ) => Omit<ChartPlan, 'anchor' | 'series'> & {
      readonly series: readonly Omit<
        ChartPlan['series'][number],
        'categories' | 'categoryLabels'
      >[];
    },
  ): void {
    const { indicators } = judged.assessment.standard;
    const { blocks } = judged.table;
    const firstTableRow = this.#row - 1 - indicators.length - this.#compositeRows();
    blocks.forEach((block, position) => {
      const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
      const planned = chart(block, position, column);
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
          fromRow: this.#row,
          toRow: this.#row + CHART_ROWS,
        },
      });
    });
    this.#row += CHART_ROWS + 1;
  }

  /** The coefficients' table, the first with charts, ends with a row for the composite. */
  #compositeRows(): number {
    return this.#charts.length === 0 && this.#firstCoefficientRow > 0 ? 1 : 0;
  }

  #live(row: number, column: number, live: Live, style: CellStyle, linked: boolean): void {
    this.#draft.put(row, column, live.value, linked ? { style, formula: live.formula } : { style });
  }
}

interface GroupLine {
  readonly dimension: string;
  readonly label: string;
  readonly column: number;
  readonly criterion: string | number;
  readonly holds: (row: SchoolStage) => boolean;
}

function findingKey({
  school,
  stage,
  indicator,
}: Pick<Finding, 'school' | 'stage' | 'indicator'>): string {
  return [school, stage, indicator].join('\u0000');
}

/** COUNTIF takes `*`, `?`, `~` for wildcards and a leading comparison for one: named literally. */
function literalCriterion(text: string): string {
  return `=${text.replace(/[*?~]/g, '~$&')}`;
}

function columnRange(column: number, firstRow: number, count: number): string {
  return areaAddress(column, firstRow, column, firstRow + count - 1);
}

/** A coefficient so near its limit that three decimals would show it equal is shown in full. */
function exactStyle(cv: number | null, limit: number | null): CellStyle {
  const base: CellStyle = { ...STYLES.decimal3, bold: cv !== null && limit !== null && cv > limit };
  const looksEqual =
    cv !== null && limit !== null && cv !== limit && cv.toFixed(3) === limit.toFixed(3);
  return looksEqual ? { ...base, numberFormat: 'general' } : base;
}

function stageVerdict(
  summary: StageSummary,
  schools: readonly SchoolStage[],
): 'pass' | 'fail' | 'unjudged' {
  const judgements: (boolean | null)[] = [];
  if (summary.passing !== null) judgements.push(...schools.map(({ passes }) => passes));
  for (const { cvLimit, cvPasses } of [...summary.indicators, summary.composite]) {
    if (cvLimit !== null) judgements.push(cvPasses);
  }
  if (judgements.includes(false)) return 'fail';
  return judgements.includes(null) ? 'unjudged' : 'pass';
}
