import type { AreaIndex } from './area-index';

/** A formula error; which one does not matter to a mark. */
export class Fault {
  readonly isFault = true;
}

/** One value of a formula; null is blank. */
export type Scalar = string | number | boolean | null | Fault;

/** What a formula's parts give. */
export type Operand = Scalar | AreaIndex;

/** A value where a number is wanted: text that reads as a number counts. */
export function asNumber(value: Scalar): number | Fault {
  if (value instanceof Fault || typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return textAsNumber(value);
}

/** A value where text is wanted. */
export function asText(value: Exclude<Scalar, Fault>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? numberAsText(value) : value;
}

// Spreadsheets show fifteen digits.
function numberAsText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** The number that text shows; a fault when it shows none. */
export function textAsNumber(text: string): number | Fault {
  const plain = text.trim().replaceAll(',', '');
  const isPercent = plain.endsWith('%');
  const digits = isPercent ? plain.slice(0, -1) : plain;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/.test(digits)) return new Fault();
  return isPercent ? Number(digits) / 100 : Number(digits);
}

/** Whether a value counts as TRUE. */
export function isTrue(value: Scalar): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}
