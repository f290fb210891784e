import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';

/** 城乡分类. */
export type Locality = 'urban' | 'town' | 'rural';

/** The text columns of a school's row. */
export type SchoolTextField =
  | 'code'
  | 'name'
  | 'type'
  | 'ownership'
  | 'locality'
  | 'group'
  | 'boarding'
  | 'mergedInto'
  | 'remark';

/** Any column of a school's row. */
export type SchoolField = Quantity | SchoolTextField;

/** Where one row of a school stands: its sheet, its row, and the column of each field there. */
export interface SchoolPlace {
  readonly sheet: string;
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number;
  /** 0-based column of each field; shared by all rows of a sheet. */
  readonly columns: ReadonlyMap<SchoolField, number>;
}

/** One cell by sheet and A1 address (no `$`). */
export interface CellReference {
  readonly sheet: string;
  readonly cell: string;
}

/** What a school's row says besides its numbers. */
export interface SchoolDescription {
  readonly name: string;
  /** 学校标识码 as written, or '' when blank. */
  readonly code: string;
  /** 办学类型 as written. */
  readonly typeText: string;
  /** Null when the type is blank or unknown: the school is then judged by the pupils it has. */
  readonly type: SchoolType | null;
  /** 举办者类型 code 1–10; null when blank or unknown. 10 is 民办. */
  readonly ownership: number | null;
  readonly locality: Locality | null;
  /** 所属集团, or ''. */
  readonly group: string;
  readonly boarding: boolean | null;
  /** 并入学校: name or code of the school this row is counted with, or ''. */
  readonly mergedInto: string;
}

const INDEX: ReadonlyMap<Quantity, number> = new Map(
  QUANTITIES.map((quantity, index) => [quantity, index]),
);

const BLANK = Number.NaN;

function indexOf(quantity: Quantity): number {
  return INDEX.get(quantity) ?? -1;
}

/** 0-based column number to letters: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  return FIRST_LETTERS[column] ?? spellColumn(column);
}

function spellColumn(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

const FIRST_LETTERS = Array.from({ length: 256 }, (_, column) => spellColumn(column));

/**
 * One school as its row (or its rows on separate stage sheets) records it. Amounts are kept in one
 * packed array a school, so that a province of 200 000 schools fits in memory.
 */
export class School {
  readonly description: SchoolDescription;
  /** At least one; the first is the school's own row. */
  readonly places: readonly SchoolPlace[];
  readonly #amounts: Float64Array;
  readonly #faults: ReadonlySet<Quantity>;

  /**
   * @param description what the row says besides numbers
   * @param places where the school stands, its own row first
   * @param amounts the numbers read; absent means blank. A packed array in the order of QUANTITIES
   *   with NaN for blank is kept as it is, not copied: a province is read without a copy a school
   * @param faults quantities whose cell holds something unusable; the reading has reported each
   */
  constructor(
    description: SchoolDescription,
    places: readonly SchoolPlace[],
    amounts: Iterable<readonly [Quantity, number]> | Float64Array,
    faults: ReadonlySet<Quantity>,
  ) {
    this.description = description;
    this.places = places;
    if (amounts instanceof Float64Array) {
      this.#amounts = amounts;
    } else {
      this.#amounts = new Float64Array(QUANTITIES.length).fill(BLANK);
      for (const [quantity, amount] of amounts) this.#amounts[indexOf(quantity)] = amount;
    }
    this.#faults = faults;
  }

  /** The number in the quantity's cell; null when blank or unusable. */
  amount(quantity: Quantity): number | null {
    const amount = this.#amounts[indexOf(quantity)];
    return amount === undefined || Number.isNaN(amount) ? null : amount;
  }

  /** Whether the quantity's cell holds something that cannot be used (already reported). */
  isFaulty(quantity: Quantity): boolean {
    return this.#faults.has(quantity);
  }

  /** Whether another row holds exactly the same numbers, blanks included. */
  hasSameAmounts(other: School): boolean {
    return this.#amounts.every((amount, index) => Object.is(amount, other.#amounts[index]));
  }

  get faults(): ReadonlySet<Quantity> {
    return this.#faults;
  }

  get name(): string {
    return this.description.name;
  }

  /** Sheet of the school's own row. */
  get sheet(): string {
    return this.places[0]?.sheet ?? '';
  }

  /** 1-based number of the school's own row. */
  get row(): number {
    return this.places[0]?.row ?? 0;
  }

  /** The cell that holds a field of this school, or null where no sheet has such a column. */
  cell(field: SchoolField): CellReference | null {
    for (const place of this.places) {
      const column = place.columns.get(field);
      if (column !== undefined) {
        return { sheet: place.sheet, cell: `${columnLetters(column)}${place.row}` };
      }
    }
    return null;
  }
}
