import type { Finding } from '../assessment/finding';
import type { SchoolField } from '../assessment/school';
import { isQuantity } from '../workbook/columns';
import type { SchoolReading, SchoolSheetLayout } from '../workbook/workbook-check';
import { schoolRange } from './school-lookup';

/** Numbers that a formula would pass over or take otherwise than the check did. */
const MISREAD: ReadonlySet<string> = new Set([
  'number-as-text',
  'full-width-number',
  'date-for-number',
  'formula-not-calculated',
]);

/** Above this many schools, formulas that look each of them up would take longer than anybody waits. */
const MOST_SCHOOLS = 3000;

/**
 * Which columns of 学校数据 a formula can read as a whole: those of a single sheet in which every
 * number is a number. From others the summary sheets show what the check computed.
 */
export class LiveColumns {
  readonly #layout: SchoolSheetLayout | null;
  readonly #reading: SchoolReading;
  readonly #misread: ReadonlySet<string>;
  /** Whether rows that are no schools (subtotals, notes) stand between the schools. */
  readonly isInterrupted: boolean;

  constructor(reading: SchoolReading, findings: readonly Finding[]) {
    const [layout, second] = reading.layouts;
    const usable = second === undefined && reading.schools.length <= MOST_SCHOOLS;
    this.#layout = usable ? (layout ?? null) : null;
    this.#reading = reading;
    this.#misread = new Set(
      findings.flatMap(({ code, sheet, cell }) =>
        MISREAD.has(code) && sheet === layout?.sheet && cell !== null
          ? [cell.replace(/\d+$/, '')]
          : [],
      ),
    );
    const rows = layout === undefined ? 0 : layout.lastRow - layout.firstRow + 1;
    this.isInterrupted =
      rows > reading.schools.length &&
      findings.some(({ code, sheet }) => code === 'rows-skipped' && sheet === layout?.sheet);
  }

  /** The rows of a field's column as another sheet's formula names them; null where it has no such column. */
  range(field: SchoolField): string | null {
    const column = this.#layout?.columns.get(field);
    return this.#layout === null || column === undefined ? null : schoolRange(this.#layout, column);
  }

  /** {@link range} of a column whose every number a formula reads as the check does. */
  numbers(field: SchoolField): string | null {
    const range = this.range(field);
    if (range === null) return null;
    const letters = /\$([A-Z]+)\$\d+/.exec(range.slice(range.lastIndexOf('!')))?.[1] ?? '';
    if (this.#misread.has(letters)) return null;
    const faulty =
      isQuantity(field) && this.#reading.schools.some((school) => school.isFaulty(field));
    return faulty ? null : range;
  }

  /** By which factor a column of money is to be multiplied to be 万元. */
  moneyFactor(field: SchoolField): number {
    return 10 ** (this.#layout?.moneyShifts?.get(field) ?? 0);
  }
}
