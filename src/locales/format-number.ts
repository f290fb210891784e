import type { FindingUnit } from '../assessment/finding';

const GROUPING = /\B(?=(\d{3})+(?!\d))/g;

/** A plain decimal with at most `decimals` places, thousands grouped; ties round away from zero. */
export function formatDecimal(value: number, decimals: number): string {
  const fixed = Math.abs(shownRounded(value, decimals)).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.length > 3 ? whole.replace(GROUPING, ',') : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(fixed) !== 0 ? `-${text}` : text;
}

/** A plain decimal with just so many places, without grouping; ties round away from zero. */
export function formatPlain(value: number, decimals: number): string {
  return shownRounded(value, decimals).toFixed(decimals);
}

// A product below the first is off by less than the second, and so is no tie when it is further off.
const CLEAR_SIZE = 1e8;
const CLEAR_OF_TIE = 1e-6;

/** Rounds as a spreadsheet does: the decimal shown at 15 digits, ties away from zero. */
function shownRounded(value: number, decimals: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  if (scaled < CLEAR_SIZE && Math.abs((scaled % 1) - 0.5) > CLEAR_OF_TIE) {
    return (Math.sign(value) * Math.round(scaled)) / scale;
  }
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const shifted = Number(`${mantissa}e${Number(exponent) + decimals}`);
  const rounded = Math.round(Number(shifted.toPrecision(15)));
  return Math.sign(value) * Number(`${rounded}e-${decimals}`);
}

/** The most decimals that any number is shown with. */
const MOST_DECIMALS = 12;

const DECIMALS: Readonly<Partial<Record<FindingUnit, number>>> = {
  ratio: 3,
  squareMetre: 2,
  yuan: 2,
  perHundredPersons: 2,
  perPupilSquareMetres: 2,
  perPupilYuan: 2,
  perHundredRooms: 2,
  perHundredComputers: 2,
  perPupilBooks: 2,
};

/** How many decimals a unit is shown with: school values 2, 差异系数 3, whole things 0. */
function decimalsOf(unit: FindingUnit | null): number {
  return unit === null ? 2 : (DECIMALS[unit] ?? 0);
}

/**
 * Shows two numbers that were compared with as few decimals as usual, but never so few that they
 * look equal when they are not: 0.5004 against a limit of 0.5 is shown as 0.5004, not 0.500.
 */
export function formatCompared(
  value: number,
  other: number | null,
  unit: FindingUnit | null,
): string {
  const usual = decimalsOf(unit);
  if (other === null || value === other) return formatNumber(value, unit);
  for (let decimals = usual; decimals <= MOST_DECIMALS; decimals += 1) {
    if (formatDecimal(value, decimals) !== formatDecimal(other, decimals)) {
      const isShownWhole = shownRounded(value, usual) === shownRounded(value, decimals);
      return isShownWhole ? formatNumber(value, unit) : formatDecimal(value, decimals);
    }
  }
  return String(value);
}

/** What is still missing: as usual, but never so rounded that it looks like nothing. */
export function formatShortfall(value: number, unit: FindingUnit | null): string {
  let decimals = decimalsOf(unit);
  if (value === 0 || decimals === 0) return formatNumber(value, unit);
  while (decimals < MOST_DECIMALS && shownRounded(value, decimals) === 0) decimals += 1;
  return decimals === decimalsOf(unit) ? formatNumber(value, unit) : formatDecimal(value, decimals);
}

/** A number with its unit's usual decimals; whole numbers are shown whole except 差异系数. */
export function formatNumber(value: number, unit: FindingUnit | null): string {
  const decimals = decimalsOf(unit);
  if (Number.isInteger(value) && unit !== 'ratio') return formatDecimal(value, 0);
  return formatDecimal(value, decimals);
}
