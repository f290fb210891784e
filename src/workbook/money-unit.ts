import { normaliseText } from './normalise-text';

/** What an amount of money is written in. The engine keeps money in 万元, as the statistics do. */
export const MONEY_UNITS = {
  元: 'yuan',
  千元: 'thousandYuan',
  万元: 'tenThousandYuan',
  亿元: 'hundredMillionYuan',
} as const;

/** A unit of money that a heading or a cell may name. */
export type MoneyUnit = (typeof MONEY_UNITS)[keyof typeof MONEY_UNITS];

/** The unit of money that a text is, in brackets or not; null for any other text. */
export function moneyUnitNamed(written: string): MoneyUnit | null {
  switch (normaliseText(written).replace(/^\((.*)\)$/, '$1')) {
    case '元':
      return MONEY_UNITS.元;
    case '千元':
      return MONEY_UNITS.千元;
    case '万元':
      return MONEY_UNITS.万元;
    case '亿元':
      return MONEY_UNITS.亿元;
    default:
      return null;
  }
}

/** Powers of ten from each unit to 万元. */
const SHIFT_TO_TEN_THOUSANDS: Readonly<Record<MoneyUnit, number>> = {
  yuan: -4,
  thousandYuan: -1,
  tenThousandYuan: 0,
  hundredMillionYuan: 4,
};

/** How many decimal places the point moves right when an amount in this unit is put in 万元. */
export function shiftToTenThousandYuan(unit: MoneyUnit): number {
  return SHIFT_TO_TEN_THOUSANDS[unit];
}

/**
 * Multiplies by a power of ten on the decimal that is shown at 15 significant digits, not on the
 * binary number: 1234567.89 元 is exactly 123.456789 万元.
 */
export function shiftDecimal(value: number, places: number): number {
  if (places === 0 || value === 0) return value;
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
