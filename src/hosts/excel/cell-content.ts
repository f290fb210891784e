import { formatKind } from '../../ooxml/number-format';
import { CellDate, type CellContent, CellFault } from '../../workbook/source';

/** Number formats seen so far, and whether they show dates: a sheet has few of them. */
export class DateFormats {
  readonly #dates = new Map<string, boolean>();

  isDate(format: string): boolean {
    let date = this.#dates.get(format);
    if (date === undefined) {
      date = formatKind(format) === 'date';
      this.#dates.set(format, date);
    }
    return date;
  }
}

/**
 * What a cell holds, from what Excel tells of it.
 *
 * @param value of `Range.values`
 * @param type of `Range.valueTypes`
 * @param format of `Range.numberFormat`
 */
export function cellContent(
  value: unknown,
  type: unknown,
  format: unknown,
  formats: DateFormats,
): CellContent {
  if (type === 'Empty') return undefined;
  if (type === 'Error') return new CellFault(String(value));
  if (typeof value === 'number') {
    return typeof format === 'string' && formats.isDate(format) ? new CellDate(value) : value;
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
