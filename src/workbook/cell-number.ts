import { MONEY_UNITS, shiftDecimal, shiftToTenThousandYuan } from './money-unit';
import type { MoneyUnit } from './money-unit';
import { normaliseText } from './normalise-text';

/** A number read out of a text. */
export interface TextNumber {
  readonly value: number;
  /** Whether the text is the number and nothing else, in half-width characters. */
  readonly clean: boolean;
  /** A unit of money written behind the number. */
  readonly unit: MoneyUnit | null;
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?)/;
const UNIT_BEHIND =
  /^(.*\d\.?)(千元|万元|亿元|元|人|名|位|个班|个|间|所|班|台|套|册|本|平方米|平米|m2|m²|年级)$/;
/** Signs that stray in by typing or copying: apostrophes, full stops, commas, semicolons. */
const STRAY = /^['’‘`]+|['’`。;,、]+$/g;

/**
 * Reads a number that was stored as text, with full-width characters, spaces, thousands separators,
 * a unit behind it or a stray sign around it. Null where it is not one number beyond doubt
 * (`约120`, `1,20`, `12/3`, `一百二十`).
 */
export function parseTextNumber(text: string): TextNumber | null {
  if (PLAIN.test(text)) return finite(Number(text), true, null);
  let rest = normaliseText(text).replace(STRAY, '');
  let unit: MoneyUnit | null = null;
  const behind = UNIT_BEHIND.exec(rest);
  if (behind?.[1] !== undefined && behind[2] !== undefined) {
    rest = behind[1];
    unit = moneyUnitOf(behind[2]);
  }
  if (GROUPED.exec(rest)?.[0] === rest) rest = rest.replaceAll(',', '');
  return PLAIN.test(rest) ? finite(Number(rest), false, unit) : null;
}

function finite(value: number, clean: boolean, unit: MoneyUnit | null): TextNumber | null {
  return Number.isFinite(value) ? { value, clean, unit } : null;
}

function moneyUnitOf(written: string): MoneyUnit | null {
  switch (written) {
    case '元':
    case '千元':
    case '万元':
    case '亿元':
      return MONEY_UNITS[written];
    default:
      return null;
  }
}

/** An amount in 万元, moved exactly on the decimal that is shown. */
export function toTenThousandYuan(value: number, unit: MoneyUnit | null): number {
  return unit === null ? value : shiftDecimal(value, shiftToTenThousandYuan(unit));
}

/** The decimal a number shows at 15 significant digits, as the nearest number. */
export function shownDecimal(value: number): number {
  return Number(value.toPrecision(15));
}

const PLACEHOLDER = /^(?:-+|\/+|\\+|无|没有|n\/?a|不适用)$/i;

/** Whether a text stands for "nothing here": a dash, a slash, 无. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(normaliseText(text));
}
