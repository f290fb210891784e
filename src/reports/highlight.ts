import { HIGHLIGHT_MARK } from '../plans/highlight-plan';
import type { HighlightMark, HighlightPlan, HighlightRule } from '../plans/highlight-plan';
import { isCount } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';
import type { Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { SchoolSheetLayout, WorkbookCheck } from '../workbook/workbook-check';
import {
  blankFormula,
  fallsShortFormula,
  gapLevelFormula,
  quantitiesOf,
  reachesFormula,
  shownDecimal,
  STAGE_STUDENTS,
  textNumberFormula,
  valueFormula,
} from './formula';
import { HighlightRow } from './highlight-row';
import { HIGHLIGHT_STYLES } from './highlight-styles';
import { areaAddress, cellAddress } from './sheet-reference';

/** Longest formula that every spreadsheet program takes. */
const LONGEST_FORMULA = 8192;

/** Types that always have a stage: their blank pupils are forgotten, not none. */
const TYPES_OF_STAGE: Readonly<Record<Stage, readonly SchoolType[]>> = {
  primary: ['primary', 'teachingPoint'],
  junior: ['junior', 'completeSecondary'],
};

/**
 * Plans the marks on the sheets of schools as conditional formats: data that cannot be used, then
 * below 85 %, then 85–100 %. Each formula recomputes the attainment of its row from the row's own
 * cells, so marks follow edits; a column takes one rule a mark. Empty for a check without schools of
 * its own (a filled-in 表Ⅱ-2, an unreadable file).
 */
export function planHighlights(check: WorkbookCheck): HighlightPlan {
  const layouts = check.basis === 'schools' ? (check.reading?.layouts ?? []) : [];
  return {
    styles: HIGHLIGHT_STYLES,
    sheets: layouts
      .filter(({ firstRow, lastRow }) => lastRow >= firstRow)
      .map((layout) => ({
        sheet: layout.sheet,
        rules: new SheetRules(layout, layouts, check.standard).rules(),
      })),
  };
}

const PUPILS: readonly Quantity[] = ['primaryStudents', 'juniorStudents', 'seniorStudents'];

type ValueOf = (indicator: Indicator, stage: Stage) => string;

/** The rules of one sheet of schools. */
class SheetRules {
  readonly #row: HighlightRow;
  readonly #layout: SchoolSheetLayout;
  readonly #standard: Standard;

  constructor(
    layout: SchoolSheetLayout,
    layouts: readonly SchoolSheetLayout[],
    standard: Standard,
  ) {
    const others = layouts.filter((other) => other !== layout);
    this.#row = new HighlightRow(layout, others, standard);
    this.#layout = layout;
    this.#standard = standard;
  }

  /** Strongest first: an earlier rule stops those after it. */
  rules(): readonly HighlightRule[] {
    return [
      ...this.#unusable(),
      ...this.#missing(),
      ...this.#doubledCodes(),
      ...this.#attainments('below'),
      ...this.#names('below'),
      ...this.#attainments('near'),
      ...this.#names('near'),
    ].filter(({ formula, ranges }) => ranges.length > 0 && formula.length < LONGEST_FORMULA);
  }

  /** Text that is no number, negative numbers, errors; fractions where a count belongs. */
  #unusable(): readonly HighlightRule[] {
    const counts = this.#row.quantities.filter((quantity) => isCount(quantity));
    const measures = this.#row.quantities.filter((quantity) => !isCount(quantity));
    return [counts, measures].flatMap((quantities, index) => {
      const [first] = quantities;
      if (first === undefined) return [];
      const cell = this.#movingCell(first);
      const refused = index === 0 ? `OR(${cell}<0,${cell}<>INT(${cell}))` : `${cell}<0`;
      const text = `AND(NOT(${blankFormula(cell)}),${this.#isNoNumber(cell, first)})`;
      const unusable = `IF(ISERROR(${cell}),TRUE,IF(ISNUMBER(${cell}),${refused},${text}))`;
      return [
        this.#rule(
          'fault',
          quantities,
          `IFERROR(IF(${this.#row.isCounted},${unusable},FALSE),FALSE)`,
        ),
      ];
    });
  }

  /**
   * A text is taken for a number if it is one, or one with any unit of one character behind it; not
   * with more commas than its thousands have (1,20).
   */
  #isNoNumber(cell: string, quantity: Quantity): string {
    const withoutUnit = `LEFT(TRIM(${cell}),LEN(TRIM(${cell}))-1)`;
    const reads = [cell, withoutUnit].map((text) => textNumberFormula(text, quantity));
    const unread = reads.map((number) => `ISERROR(${number})`).join(',');
    const commas = `LEN(${cell})-LEN(SUBSTITUTE(ASC(${cell}),",",""))`;
    const thousands = `INT((LEN(INT(${textNumberFormula(cell, quantity)}))-1)/3)`;
    return `OR(AND(${unread}),IFERROR(${commas}>${thousands},FALSE))`;
  }

  /** Blank cells that the judgement of a stage with pupils needs, and forgotten pupils. */
  #missing(): readonly HighlightRule[] {
    const row = this.#row;
    const needed = new Map<string, { stages: readonly Stage[]; quantities: Quantity[] }>();
    for (const quantity of row.quantities) {
      const stages = row.stages.filter((stage) =>
        this.#standard.indicators.some(({ numerator }) =>
          numerator[stage].some((term) => term.quantity === quantity),
        ),
      );
      if (stages.length === 0) continue;
      const key = stages.join();
      const entry = needed.get(key) ?? { stages, quantities: [] };
      entry.quantities.push(quantity);
      needed.set(key, entry);
    }
    const rules = [...needed.values()].flatMap(({ stages, quantities }) => {
      const [first] = quantities;
      if (first === undefined) return [];
      const cell = this.#movingCell(first);
      const taught = stages.map((stage) => this.#hasStage(stage)).join(',');
      const unstated = quantities.length === 1 ? `,${row.membersStating(first)}=0` : '';
      const blank = `AND(TRIM(${cell})="",${row.isJudged}${unstated},OR(${taught}))`;
      return [this.#rule('fault', quantities, `IFERROR(${blank},FALSE)`)];
    });
    return [...rules, ...this.#missingPupils()];
  }

  #missingPupils(): readonly HighlightRule[] {
    const row = this.#row;
    const rules = row.stages.flatMap((stage) => {
      const students = STAGE_STUDENTS[stage];
      const cell = row.cell(students);
      if (cell === null) return [];
      const staff = row.quantities.filter((quantity) =>
        this.#standard.indicators.some(
          ({ numerator, shared }) =>
            !shared && numerator[stage].some((term) => term.quantity === quantity),
        ),
      );
      const sum = staff.map((quantity) => row.cell(quantity) ?? '0').join(',');
      const expected = `OR(${row.isOfType(TYPES_OF_STAGE[stage])},AND(NOT(${row.isOfType(['primary', 'teachingPoint', 'junior', 'completeSecondary', 'special', 'vocational', 'senior', 'kindergarten'])}),SUM(${sum})>0))`;
      const formula = `IFERROR(AND(TRIM(${cell})="",${row.isJudged},${row.membersStating(students)}=0,${expected}),FALSE)`;
      return [this.#rule('fault', [students], formula)];
    });
    const seniors = row.cell('seniorStudents');
    if (seniors === null) return rules;
    const taught = row.stages.map((stage) => this.#hasStage(stage)).join(',');
    const formula = `IFERROR(AND(${row.isJudged},${row.lacksSeniors},OR(${taught})),FALSE)`;
    return [...rules, this.#rule('fault', ['seniorStudents'], formula)];
  }

  #doubledCodes(): readonly HighlightRule[] {
    const doubled = this.#row.isDoubled;
    const column = this.#layout.columns.get('code');
    if (doubled === null || column === undefined) return [];
    return [
      this.#columnRule('fault', [column], `IFERROR(AND(${this.#row.isSchool},${doubled}),FALSE)`),
    ];
  }

  /** One rule for each cell that carries indicators; the worse of its stages counts. */
  #attainments(mark: 'below' | 'near'): readonly HighlightRule[] {
    const carried = new Map<Quantity, string[]>();
    for (const indicator of this.#standard.indicators) {
      for (const stage of this.#row.stages) {
        const carrier = carrierOf(indicator, stage);
        if (carrier === null || !this.#row.layout.columns.has(carrier)) continue;
        const test = this.#attainmentTest(indicator, stage, mark);
        if (test === null) continue;
        const tests = carried.get(carrier) ?? [];
        tests.push(test);
        carried.set(carrier, tests);
      }
    }
    return [...carried].map(([quantity, tests]) => {
      const any = tests.map((test) => `IFERROR(${test},FALSE)`).join(',');
      const judged = `IFERROR(${this.#row.isJudged},FALSE)`;
      return this.#rule(mark, [quantity], `IF(${judged},OR(${any}),FALSE)`);
    });
  }

  /** TRUE where an indicator of a stage is below 85 %, or short of its threshold. */
  #attainmentTest(indicator: Indicator, stage: Stage, mark: 'below' | 'near'): string | null {
    const { threshold } = indicator;
    if (threshold === null || !this.#isReachable(indicator, stage)) return null;
    const bar = threshold[stage];
    const floor = this.#standard.schoolRule?.floorRatio ?? 1;
    const value = this.#value(indicator, stage);
    const short =
      mark === 'below'
        ? fallsShortFormula(value, String(shownDecimal(bar * floor)))
        : `NOT(${reachesFormula(value, String(bar))})`;
    const tests = [this.#isSound(indicator, stage), this.#hasStage(stage), short];
    if (indicator.shared) tests.push(`NOT(${this.#row.lacksSeniors})`);
    return `AND(${tests.join(',')})`;
  }

  /** Name cell: red where a stage fails, amber where it passes with one indicator at 85–100 %. */
  #names(mark: 'below' | 'near'): readonly HighlightRule[] {
    const { schoolRule, indicators } = this.#standard;
    const column = this.#layout.columns.get('name');
    if (schoolRule === null || column === undefined) return [];
    const allowed = indicators.length - schoolRule.requiredMet;
    const bar = mark === 'below' ? allowed : 0;
    const rule = (stage: Stage, conditions: readonly string[], value: ValueOf): HighlightRule => {
      const levels = indicators.map((indicator) =>
        gapLevelFormula(
          value(indicator, stage),
          indicator.threshold?.[stage] ?? 0,
          schoolRule.floorRatio,
          allowed + 1,
        ),
      );
      const sound = new Set(indicators.map((indicator) => this.#isSound(indicator, stage)));
      const tests = [...sound, ...conditions, `NOT(${this.#row.lacksSeniors})`].join(',');
      const formula = `IFERROR(IF(${this.#row.isJudged},IF(AND(${tests}),${levels.join('+')}>${bar},FALSE),FALSE),FALSE)`;
      return this.#columnRule(mark, [column], formula);
    };
    return this.#row.stages.flatMap((stage) => {
      const judgeable = indicators.every(
        (indicator) => indicator.threshold !== null && this.#isReachable(indicator, stage),
      );
      if (!judgeable) return [];
      const taught = this.#hasStage(stage);
      const whole = rule(stage, [taught], (...of) => this.#value(...of));
      if (whole.formula.length < LONGEST_FORMULA) return [whole];
      // Numbers written as text make the formula long, and so does adding members: one rule each.
      const numbers = [
        ...new Set(indicators.flatMap(({ numerator }) => numerator[stage].map((t) => t.quantity))),
      ];
      const isPlain = this.#row.isPlain(numbers, PUPILS);
      const students = STAGE_STUDENTS[stage];
      return [
        rule(stage, [isPlain, `${this.#row.plain(students)}>0`], (...of) =>
          this.#plainValue(...of),
        ),
        rule(stage, [`NOT(${isPlain})`, `${this.#row.ownPupils(students)}>0`], (...of) =>
          this.#ownValue(...of),
        ),
      ];
    });
  }

  #isReachable(indicator: Indicator, stage: Stage): boolean {
    return (
      this.#row.has(STAGE_STUDENTS[stage]) &&
      indicator.numerator[stage].every(({ quantity }) => this.#row.has(quantity))
    );
  }

  #value(indicator: Indicator, stage: Stage): string {
    return valueFormula(this.#standard, indicator, stage, (quantity) =>
      quantity.endsWith('Students') ? this.#row.pupils(quantity) : this.#row.known(quantity),
    );
  }

  #plainValue(indicator: Indicator, stage: Stage): string {
    return valueFormula(this.#standard, indicator, stage, (quantity) => this.#row.plain(quantity));
  }

  #ownValue(indicator: Indicator, stage: Stage): string {
    return valueFormula(this.#standard, indicator, stage, (quantity) =>
      quantity.endsWith('Students') ? this.#row.ownPupils(quantity) : this.#row.ownKnown(quantity),
    );
  }

  /** TRUE where every cell of an indicator is non-negative, and whole where it is a count. */
  #isSound(indicator: Indicator, stage: Stage): string {
    const cells = quantitiesOf(indicator, stage).flatMap((quantity) => {
      const cell = this.#row.cell(quantity);
      return cell === null ? [] : [{ cell, whole: isCount(quantity) }];
    });
    if (cells.length === 0) return 'TRUE';
    const whole = cells.flatMap(({ cell, whole: isWhole }) =>
      isWhole ? [`N(${cell})=INT(N(${cell}))`] : [],
    );
    return [`MIN(${cells.map(({ cell }) => cell).join(',')})>=0`, ...whole].join(',');
  }

  #hasStage(stage: Stage): string {
    return `${this.#row.pupils(STAGE_STUDENTS[stage])}>0`;
  }

  /** The first of several columns' cells, moving with the column too. */
  #movingCell(quantity: Quantity): string {
    return cellAddress(this.#layout.columns.get(quantity) ?? 0, this.#layout.firstRow);
  }

  #rule(mark: HighlightMark, quantities: readonly Quantity[], test: string): HighlightRule {
    const columns = quantities.flatMap((quantity) => this.#layout.columns.get(quantity) ?? []);
    return this.#columnRule(mark, columns, test);
  }

  /** A rule over whole columns of schools; neighbours become one range, the formula's own first. */
  #columnRule(mark: HighlightMark, columns: readonly number[], test: string): HighlightRule {
    const { firstRow, lastRow } = this.#layout;
    const runs: [number, number][] = [];
    for (const column of columns) {
      const run = runs.at(-1);
      if (run?.[1] === column - 1) run[1] = column;
      else runs.push([column, column]);
    }
    return {
      mark,
      ranges: runs.map(([first, last]) => areaAddress(first, firstRow, last, lastRow)),
      formula: `${HIGHLIGHT_MARK}${test})`,
    };
  }
}

/** The cell that carries an indicator's mark: the first amount of its numerator. */
function carrierOf(indicator: Indicator, stage: Stage): Quantity | null {
  return indicator.numerator[stage].find(({ sign }) => sign > 0)?.quantity ?? null;
}
