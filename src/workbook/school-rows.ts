import { finding } from '../assessment/finding-codes';
import type { Finding, FindingDetails } from '../assessment/finding';
import { columnLetters } from '../assessment/school';
import type { SchoolDescription, SchoolField, SchoolPlace } from '../assessment/school';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';
import type { Stage } from '../standard/stage';
import type { Standard } from '../standard/standard';
import { parseBoarding } from './boarding';
import { isPlaceholder, parseTextNumber, shownDecimal, toTenThousandYuan } from './cell-number';
import { cellText, dateText, isBlank, isData } from './cell-text';
import { isQuantity, isRequired } from './columns';
import type { ColumnKind } from './columns';
import { parseHeading } from './heading';
import { parseLocality } from './locality-names';
import type { MoneyUnit } from './money-unit';
import { normaliseText } from './normalise-text';
import { parseOwnership } from './ownership-names';
import type { RecognisedHeaders } from './recognise-headers';
import { isColumnNumbering, isNoteLabel, isSectionLabel, isTotalLabel } from './row-labels';
import { rowList } from './row-list';
import { parseSchoolType } from './school-type-names';
import { CellDate, CellFault, UncalculatedFormula } from './source';
import type { CellContent, SheetRow } from './source';

/** One row of a school as a sheet holds it, before rows of several sheets are put together. */
export interface SchoolRow {
  readonly description: SchoolDescription;
  readonly place: SchoolPlace;
  /** In the order of QUANTITIES, NaN for blank. */
  readonly amounts: Float64Array;
  readonly faults: ReadonlySet<Quantity>;
}

interface NumberColumn {
  readonly index: number;
  /** Position in the packed amounts. */
  readonly slot: number;
  readonly quantity: Quantity;
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly unit: MoneyUnit | null;
  readonly stage: 'primary' | 'junior' | 'senior' | null;
  readonly required: boolean;
}

const NO_FAULTS: ReadonlySet<Quantity> = new Set<Quantity>();
const TEN_DIGITS = /^\d{10}$/;
const STUDENT_QUANTITIES = {
  primary: 'primaryStudents',
  junior: 'juniorStudents',
  senior: 'seniorStudents',
} as const;

/** Reads a text with a parser once for each different text. */
class ParsedTexts<T> {
  readonly #known = new Map<string, T | null>();
  constructor(private readonly parse: (text: string) => T | null) {}

  read(text: string): T | null {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const parsed = this.parse(text);
    this.#known.set(text, parsed);
    return parsed;
  }
}

/** Packed amounts, cut from arrays for many schools: one large array is far cheaper than many. */
class AmountArrays {
  #array = new Float64Array(0);
  #used = 0;

  /** Amounts of one more school, all blank. */
  next(): Float64Array {
    if (this.#used === this.#array.length) {
      this.#array = new Float64Array(QUANTITIES.length * SCHOOLS_AN_ARRAY).fill(Number.NaN);
      this.#used = 0;
    }
    this.#used += QUANTITIES.length;
    return this.#array.subarray(this.#used - QUANTITIES.length, this.#used);
  }
}

/** Few enough that a county wastes little, enough that a province needs few arrays. */
const SCHOOLS_AN_ARRAY = 256;

/**
 * Turns the rows of one sheet into schools. Numbers that can be read beyond doubt are used and
 * reported; what cannot be used is a fault of its quantity. Blank rows, totals, notes, section
 * titles, repeated headings and rows that number the columns are passed over and listed once.
 *
 * A dash, a slash or 无 is blank where nothing is expected: in a pupils column, in a column of a
 * stage without pupils, and in a column the standard does not need. Elsewhere it is not a number.
 */
export class SchoolRowReader {
  readonly rows: SchoolRow[] = [];
  readonly findings: Finding[] = [];
  readonly #headers: RecognisedHeaders;
  readonly #sheet: string;
  readonly #columns: ReadonlyMap<SchoolField, number>;
  readonly #numbers: readonly NumberColumn[];
  readonly #labelColumns: readonly number[];
  readonly #nameHeading: string;
  readonly #skipped: number[] = [];
  readonly #hidden: number[] = [];
  readonly #amounts = new AmountArrays();
  readonly #types = new ParsedTexts<SchoolType>(parseSchoolType);
  readonly #ownerships = new ParsedTexts(parseOwnership);
  readonly #localities = new ParsedTexts(parseLocality);
  readonly #boardings = new ParsedTexts(parseBoarding);

  constructor(headers: RecognisedHeaders, standard: Standard) {
    this.#headers = headers;
    this.#sheet = headers.head.name;
    this.#columns = new Map(
      [...headers.columns.values()].map(({ column, index }) => [column.field, index]),
    );
    const slots = new Map<Quantity, number>(QUANTITIES.map((quantity, slot) => [quantity, slot]));
    const numbers: NumberColumn[] = [];
    for (const { column, index, unit } of headers.columns.values()) {
      const { field } = column;
      if (!isQuantity(field)) continue;
      numbers.push({
        index,
        slot: slots.get(field) ?? 0,
        quantity: field,
        heading: column.heading,
        kind: column.kind,
        unit: column.kind === 'money' && unit !== 'tenThousandYuan' ? unit : null,
        stage: column.stage,
        required: isRequired(column, standard),
      });
    }
    this.#numbers = numbers;
    const nameColumn = this.#columns.get('name');
    const codeColumn = this.#columns.get('code');
    this.#labelColumns = [nameColumn, codeColumn, ...headers.serialColumns].flatMap((index) =>
      index === undefined ? [] : [index],
    );
    const nameCell = headers.head.rows.find(({ number }) => number === headers.lastRow)?.cells[
      nameColumn ?? -1
    ];
    this.#nameHeading = parseHeading(typeof nameCell === 'string' ? nameCell : '学校名称').key;
  }

  /** Reads the next row of the sheet; rows down to the last heading are passed over. */
  read(row: SheetRow): void {
    if (row.number <= this.#headers.lastRow) return;
    const { cells } = row;
    const nameContent = this.#cell(cells, 'name');
    const written = typeof nameContent === 'string' ? nameContent.trim() : cellText(nameContent);
    if (!this.#isSchool(cells, nameContent, written)) {
      if (cells.some((cell) => !isBlank(cell))) this.#skipped.push(row.number);
      return;
    }
    if (row.hidden) this.#hidden.push(row.number);

    const place: SchoolPlace = { sheet: this.#sheet, row: row.number, columns: this.#columns };
    const code = this.#readCode(cells, row.number);
    const usableName = typeof nameContent === 'string' || typeof nameContent === 'number';
    const name = usableName && written !== '' ? written : code === '' ? `第${row.number}行` : code;
    if (!usableName || written === '') {
      this.#report('name-missing', row.number, 'name', name, { actual: cellText(nameContent) });
    }
    if (code !== '' && !TEN_DIGITS.test(code)) {
      this.#report('code-malformed', row.number, 'code', name, { actual: code });
    }
    const description = this.#readDescription(cells, row.number, name, code);

    const amounts = this.#amounts.next();
    let faults: Set<Quantity> | null = null;
    for (const column of this.#numbers) {
      const content = cells[column.index];
      if (content === null || content === undefined || content === '') continue;
      if (
        typeof content === 'number' &&
        content >= 0 &&
        (column.kind !== 'count' || Number.isInteger(content)) &&
        column.unit === null &&
        content !== Infinity
      ) {
        amounts[column.slot] = content;
        continue;
      }
      const amount = this.#readNumber(content, column, cells, row.number, name);
      if (amount === null) continue;
      if (Number.isNaN(amount)) (faults ??= new Set()).add(column.quantity);
      else amounts[column.slot] = amount;
    }
    this.rows.push({ description, place, amounts, faults: faults ?? NO_FAULTS });
  }

  /** Adds what concerns the whole sheet, once all rows have been read. */
  finish(): void {
    const sheet = this.#sheet;
    if (this.#skipped.length > 0) {
      this.findings.push(
        finding('rows-skipped', {
          sheet,
          parameters: { rows: rowList(this.#skipped), count: this.#skipped.length },
        }),
      );
    }
    if (this.#hidden.length > 0) {
      this.findings.push(
        finding('rows-hidden', {
          sheet,
          cell: `${this.#letters('name')}${this.#hidden[0] ?? 0}`,
          parameters: { rows: rowList(this.#hidden), count: this.#hidden.length },
        }),
      );
    }
  }

  #cell(cells: readonly CellContent[], field: SchoolField): CellContent {
    const index = this.#columns.get(field);
    return index === undefined ? null : cells[index];
  }

  #isSchool(cells: readonly CellContent[], nameContent: CellContent, name: string): boolean {
    for (const index of this.#labelColumns) {
      const label = cells[index];
      if (typeof label !== 'string' || label === '') continue;
      if (isTotalLabel(label) || isNoteLabel(label)) return false;
    }
    if (name === '') {
      return this.#hasAmounts(cells) && !cells.some((cell) => this.#isLabel(cell));
    }
    if (typeof nameContent !== 'string' || name.length <= 4) {
      if (isColumnNumbering(cells)) return false;
      if (nameContent instanceof CellFault) return this.#hasAmounts(cells);
    }
    if (this.#hasAmounts(cells)) return true;
    return parseHeading(name).key !== this.#nameHeading && !isSectionLabel(name);
  }

  #isLabel(cell: CellContent): boolean {
    return typeof cell === 'string' && (isTotalLabel(cell) || isNoteLabel(cell));
  }

  #hasAmounts(cells: readonly CellContent[]): boolean {
    return this.#numbers.some(({ index }) => {
      const content = cells[index];
      return isData(content) || (typeof content === 'string' && parseTextNumber(content) !== null);
    });
  }

  #readCode(cells: readonly CellContent[], row: number): string {
    const content = this.#cell(cells, 'code');
    if (typeof content === 'string') {
      if (TEN_DIGITS.test(content)) return content;
      const code = normaliseText(content).replace(/^['’‘`]/, '');
      return isPlaceholder(code) ? '' : code;
    }
    if (isBlank(content)) return '';
    if (typeof content === 'number' && row > 0) return String(content);
    return cellText(content);
  }

  #readDescription(
    cells: readonly CellContent[],
    row: number,
    name: string,
    code: string,
  ): SchoolDescription {
    const typeText = this.#text(cells, 'type');
    const type = typeText === '' ? null : this.#types.read(typeText);
    if (type === null && this.#columns.has('type')) {
      this.#report('type-unknown', row, 'type', name, { actual: typeText });
    }
    return {
      name,
      code,
      typeText,
      type,
      ownership: this.#choice(cells, row, name, 'ownership', this.#ownerships, 'ownership-unknown'),
      locality: this.#choice(cells, row, name, 'locality', this.#localities, 'locality-unknown'),
      boarding: this.#choice(cells, row, name, 'boarding', this.#boardings, 'boarding-unknown'),
      group: this.#optional(cells, 'group'),
      mergedInto: this.#optional(cells, 'mergedInto'),
    };
  }

  #text(cells: readonly CellContent[], field: SchoolField): string {
    const content = this.#cell(cells, field);
    return typeof content === 'string' ? content.trim() : cellText(content);
  }

  #optional(cells: readonly CellContent[], field: SchoolField): string {
    const text = this.#text(cells, field);
    return text === '' || isPlaceholder(text) ? '' : text;
  }

  #choice<T>(
    cells: readonly CellContent[],
    row: number,
    name: string,
    field: SchoolField,
    parsed: ParsedTexts<T>,
    code: 'ownership-unknown' | 'locality-unknown' | 'boarding-unknown',
  ): T | null {
    const text = this.#text(cells, field);
    if (text === '') return null;
    const value = parsed.read(text);
    if (value === null && !isPlaceholder(text))
      this.#report(code, row, field, name, { actual: text });
    return value;
  }

  /** The amount in a cell; NaN where it cannot be used (and is reported); null where it is blank. */
  #readNumber(
    content: CellContent,
    column: NumberColumn,
    cells: readonly CellContent[],
    row: number,
    name: string,
  ): number | null {
    const report = (
      code: Parameters<typeof finding>[0],
      actual: number | string,
      parameters: Record<string, string | number> = {},
    ): void => {
      this.#report(code, row, column.quantity, name, {
        actual,
        stage: stageOf(column),
        parameters: { heading: column.heading, ...parameters },
      });
    };
    let value: number;
    let unit = column.unit;
    let warning: { code: 'number-as-text' | 'full-width-number'; text: string } | null = null;
    if (typeof content === 'number') {
      value = content;
    } else if (typeof content === 'string') {
      const text = content.trim();
      if (text === '') return null;
      const read = parseTextNumber(content);
      if (read === null) {
        if (isPlaceholder(text) && this.#expectsNothing(column, cells)) return null;
        report('not-a-number', text);
        return Number.NaN;
      }
      value = read.value;
      if (column.kind === 'money' && read.unit !== null) unit = read.unit;
      warning = { code: read.clean ? 'number-as-text' : 'full-width-number', text };
    } else if (content instanceof CellFault) {
      report('formula-error', content.error);
      return Number.NaN;
    } else if (content instanceof UncalculatedFormula) {
      report('formula-not-calculated', cellText(content));
      return Number.NaN;
    } else if (content instanceof CellDate) {
      report('date-for-number', dateText(content.serial));
      return Number.NaN;
    } else {
      report('not-a-number', cellText(content));
      return Number.NaN;
    }

    if (!Number.isFinite(value)) {
      report('not-a-number', String(value));
      return Number.NaN;
    }
    if (value < 0) {
      report('negative-number', value);
      return Number.NaN;
    }
    if (column.kind === 'count') {
      value = shownDecimal(value);
      if (!Number.isInteger(value)) {
        report('fraction-for-count', value);
        return Number.NaN;
      }
    }
    const amount = toTenThousandYuan(value, unit);
    if (warning !== null) report(warning.code, warning.text, { read: amount });
    return amount;
  }

  #expectsNothing(column: NumberColumn, cells: readonly CellContent[]): boolean {
    if (!column.required) return true;
    if (column.stage === null) return false;
    const students = STUDENT_QUANTITIES[column.stage];
    if (column.quantity === students) return true;
    const pupils = this.#cell(cells, students);
    if (isBlank(pupils) || pupils === 0) return true;
    if (typeof pupils !== 'string') return false;
    return isPlaceholder(pupils) || parseTextNumber(pupils)?.value === 0;
  }

  #letters(field: SchoolField): string {
    const index = this.#columns.get(field);
    return index === undefined ? '' : columnLetters(index);
  }

  #report(
    code: Parameters<typeof finding>[0],
    row: number,
    field: SchoolField,
    school: string,
    details: FindingDetails,
  ): void {
    this.findings.push(
      finding(code, {
        sheet: this.#sheet,
        cell: this.#columns.has(field) ? `${this.#letters(field)}${row}` : null,
        school,
        ...details,
      }),
    );
  }
}

function stageOf(column: NumberColumn): Stage | null {
  return column.stage === 'primary' || column.stage === 'junior' ? column.stage : null;
}
