import type { SchoolField } from '../assessment/school';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import { OWNERSHIP_NAMES, PRIVATE_OWNERSHIP } from '../workbook/ownership-names';
import { schoolTypeSpellings } from '../workbook/school-type-names';
import type { SchoolSheetLayout } from '../workbook/workbook-check';
import { blankFormula, STAGE_STUDENTS, textNumberFormula } from './formula';
import { SENIOR_TYPES } from './school-slots';
import { columnFixed, fixedColumn, quotedSheet, quotedText } from './sheet-reference';

const TOTAL_WORDS = ['合计', '小计', '总计', '共计', '累计', '平均'];

/**
 * The cells of one row of a sheet of schools, as a conditional format's formula names them: the row
 * is that of the first school, and moves with the row the rule looks at.
 */
export class HighlightRow {
  readonly layout: SchoolSheetLayout;
  readonly #others: readonly SchoolSheetLayout[];
  readonly #standard: Standard;

  /**
   * @param layout the sheet the rules stand on
   * @param others the other sheets of schools, where a school may have its other stage
   */
  constructor(layout: SchoolSheetLayout, others: readonly SchoolSheetLayout[], standard: Standard) {
    this.layout = layout;
    this.#others = others;
    this.#standard = standard;
  }

  /** Whether this sheet or another holds a quantity. */
  has(quantity: Quantity): boolean {
    return [this.layout, ...this.#others].some(({ columns }) => columns.has(quantity));
  }

  /** The stages whose own numbers (teachers) all stand on this sheet: it speaks for them. */
  get stages(): readonly Stage[] {
    return STAGES.filter((stage) =>
      this.#standard.indicators.every(
        ({ numerator, shared }) =>
          shared || numerator[stage].every(({ quantity }) => this.layout.columns.has(quantity)),
      ),
    );
  }

  /** All quantities that have a column on this sheet, from left to right. */
  get quantities(): readonly Quantity[] {
    const { columns } = this.layout;
    return QUANTITIES.filter((quantity) => columns.has(quantity)).sort(
      (a, b) => (columns.get(a) ?? 0) - (columns.get(b) ?? 0),
    );
  }

  /** A field's cell in the row, or null where the sheet has no such column. */
  cell(field: SchoolField): string | null {
    const column = this.layout.columns.get(field);
    return column === undefined ? null : columnFixed(column, this.layout.firstRow);
  }

  /** The number in a cell; an error where it is blank or cannot be read. Members are added. */
  known(quantity: Quantity): string {
    return this.#withMembers(quantity, this.ownKnown(quantity));
  }

  /** The number in a cell of pupils, 0 where it is blank; an error where it cannot be read. */
  pupils(quantity: Quantity): string {
    return this.has(quantity) ? this.#withMembers(quantity, this.ownPupils(quantity)) : '0';
  }

  /** {@link known}, of the row alone. */
  ownKnown(quantity: Quantity): string {
    const cell = this.#reach(quantity);
    return this.#scaled(
      quantity,
      `IF(ISNUMBER(${cell}),${cell},${textNumberFormula(cell, quantity)})`,
    );
  }

  /** {@link pupils}, of the row alone. */
  ownPupils(quantity: Quantity): string {
    if (!this.has(quantity)) return '0';
    const cell = this.#reach(quantity);
    return `IF(ISNUMBER(${cell}),${cell},IF(${blankFormula(cell)},0,${textNumberFormula(cell, quantity)}))`;
  }

  /** {@link known} and {@link pupils} for rows in which every number is one: short, text is 0. */
  plain(quantity: Quantity): string {
    if (!this.has(quantity)) return '0';
    return this.#withMembers(quantity, this.#scaled(quantity, `N(${this.#reach(quantity)})`));
  }

  /** TRUE where every one of these numbers is stated as a number, and pupils so or blank. */
  isPlain(numbers: readonly Quantity[], pupils: readonly Quantity[]): string {
    const stated = numbers.map((quantity) => this.#reach(quantity)).join(',');
    const blankable = pupils
      .filter((quantity) => this.has(quantity))
      .map((quantity) => this.#reach(quantity))
      .join(',');
    return `AND(COUNT(${stated})=${numbers.length},COUNT(${blankable})=COUNTA(${blankable}))`;
  }

  /** TRUE where the row is that of a school, not of a total, a note or nothing. */
  get isSchool(): string {
    const labels = (['code', 'name'] as const).flatMap((field) => this.cell(field) ?? []);
    const label = labels.length === 0 ? '""' : labels.join('&');
    const finds = TOTAL_WORDS.map((word) => `FIND(${quotedText(word)},${label})`);
    return `AND(TRIM(${label})<>"",COUNT(${finds.join(',')})=0)`;
  }

  /** TRUE where the analyst counts the row with another school (并入学校). */
  get isMerged(): string {
    const target = this.cell('mergedInto');
    const name = this.cell('name');
    if (target === null || name === null) return 'FALSE';
    const found = (['name', 'code'] as const).flatMap((field) => {
      const range = this.#range(field);
      return range === null ? [] : [`COUNTIF(${range},${target})`];
    });
    return `AND(NOT(${blankFormula(target)}),${target}<>${name},${found.join('+')}>0)`;
  }

  /** TRUE where the standard judges the row by its type, its owner and its pupils. */
  get inScope(): string {
    const { scope } = this.#standard;
    const tests = [this.isSchool];
    if (this.layout.columns.has('type')) {
      tests.push(`NOT(${this.isOfType(scope.excludedTypes)})`);
      if (!scope.excludedTypes.includes('teachingPoint') && scope.teachingPointMinimum > 0) {
        const pupils = STAGES.map((stage) => this.pupils(STAGE_STUDENTS[stage])).join('+');
        tests.push(
          `IF(${this.isOfType(['teachingPoint'])},${pupils}>=${scope.teachingPointMinimum},TRUE)`,
        );
      }
    }
    const owner = this.cell('ownership');
    if (scope.excludesPrivate && owner !== null) {
      const name = OWNERSHIP_NAMES.get(PRIVATE_OWNERSHIP) ?? '';
      tests.push(
        `NOT(OR(TRIM(${owner})="${PRIVATE_OWNERSHIP}",ISNUMBER(FIND(${quotedText(name)},${owner}))))`,
      );
    }
    return `AND(${tests.join(',')})`;
  }

  /** TRUE where the row's own numbers are judged: in scope, not merged away, its code not doubled. */
  get isJudged(): string {
    const tests = [this.inScope];
    if (this.layout.columns.has('mergedInto')) tests.push(`NOT(${this.isMerged})`);
    const doubled = this.isDoubled;
    if (doubled !== null) tests.push(`NOT(${doubled})`);
    return `AND(${tests.join(',')})`;
  }

  /** TRUE where the row's data matters: judged, or counted with a school that is. */
  get isCounted(): string {
    return this.layout.columns.has('mergedInto')
      ? `AND(${this.isSchool},OR(${this.isMerged},${this.inScope}))`
      : this.inScope;
  }

  /** TRUE where another row has the same code; null where there are no codes. */
  get isDoubled(): string | null {
    const code = this.cell('code');
    const range = this.#range('code');
    if (code === null || range === null) return null;
    return `IF(${blankFormula(code)},FALSE,COUNTIF(${range},${code})>1)`;
  }

  /** TRUE where the row's type is one of these, however it is written. */
  isOfType(types: readonly SchoolType[]): string {
    const cell = this.cell('type');
    if (cell === null || types.length === 0) return 'FALSE';
    const spellings = types.flatMap((type) => schoolTypeSpellings(type));
    return `ISNUMBER(FIND("|"&SUBSTITUTE(ASC(${cell}&"")," ","")&"|",${quotedText(`|${spellings.join('|')}|`)}))`;
  }

  /** TRUE where the senior pupils by which shared assets are divided have been forgotten. */
  get lacksSeniors(): string {
    const type = this.isOfType([...SENIOR_TYPES]);
    if (!this.has('seniorStudents')) return type;
    return `AND(${type},${blankFormula(this.#reach('seniorStudents'))})`;
  }

  /** How many members (并入学校) of the row's school state a quantity. */
  membersStating(quantity: Quantity): string {
    const column = this.layout.columns.get(quantity);
    if (column === undefined) return '0';
    const values = fixedColumn(column, this.layout.firstRow, this.layout.lastRow);
    const counts = this.#memberKeys().map(
      ({ range, key }) => `COUNTIFS(${range},${key},${values},">=0")`,
    );
    return counts.length === 0 ? '0' : counts.join('+');
  }

  #withMembers(quantity: Quantity, own: string): string {
    const column = this.layout.columns.get(quantity);
    const keys = this.#memberKeys();
    if (column === undefined || keys.length === 0) return own;
    const values = fixedColumn(column, this.layout.firstRow, this.layout.lastRow);
    const sums = keys.map(({ range, key }) =>
      this.#scaled(quantity, `SUMIF(${range},${key},${values})`),
    );
    return `(${own}+${sums.join('+')})`;
  }

  /** What members write in 并入学校 to name this row: its name, or its code. */
  #memberKeys(): readonly { readonly range: string; readonly key: string }[] {
    const range = this.#range('mergedInto');
    if (range === null) return [];
    return (['name', 'code'] as const).flatMap((field) => {
      const cell = this.cell(field);
      // A blank cell as criterion stands for 0, which nobody is merged into.
      return cell === null ? [] : [{ range, key: cell }];
    });
  }

  #scaled(quantity: Quantity, expression: string): string {
    const shift = this.layout.moneyShifts?.get(quantity) ?? 0;
    if (shift === 0) return expression;
    return `${expression}${shift < 0 ? '/' : '*'}${10 ** Math.abs(shift)}`;
  }

  #range(field: SchoolField): string | null {
    const column = this.layout.columns.get(field);
    if (column === undefined) return null;
    return fixedColumn(column, this.layout.firstRow, this.layout.lastRow);
  }

  /** The cell of a quantity here, or the one of the same school on another sheet of schools. */
  #reach(quantity: Quantity): string {
    const here = this.cell(quantity);
    if (here !== null) return here;
    for (const other of this.#others) {
      const column = other.columns.get(quantity);
      if (column === undefined) continue;
      for (const field of ['code', 'name'] as const) {
        const key = this.cell(field);
        const keys = other.columns.get(field);
        if (key === null || keys === undefined) continue;
        return `IFERROR(INDEX(${rangeOf(other, column)},MATCH(${key},${rangeOf(other, keys)},0)),"")`;
      }
    }
    return '""';
  }
}

function rangeOf(layout: SchoolSheetLayout, column: number): string {
  return `${quotedSheet(layout.sheet)}!${fixedColumn(column, layout.firstRow, layout.lastRow)}`;
}
