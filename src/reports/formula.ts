import type { Quantity } from '../standard/quantities';
import type { Indicator, SplitWeights, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';

/**
 * Formulas made from the standard's declarations. Highlights and 表Ⅱ-2 both take them from here, each
 * with its own way of reaching a quantity, so that the two cannot drift apart.
 */

/** Gives the expression (a cell, or something in brackets) that holds a quantity. */
export type QuantityExpression = (quantity: Quantity) => string;

/** Pupils of a stage, as a quantity. */
export const STAGE_STUDENTS = {
  primary: 'primaryStudents',
  junior: 'juniorStudents',
} as const satisfies Record<Stage, Quantity>;

/** The decimals to which formulas compare: differences below are binary noise (STANDARD.md §2). */
export const COMPARED_DECIMALS = 10;

/** The school's amount of an indicator in a stage, before multiplying: `A1-B1`, in brackets. */
function amountFormula(indicator: Indicator, stage: Stage, expression: QuantityExpression): string {
  const terms = indicator.numerator[stage].map(
    ({ quantity, sign }, index) =>
      `${sign < 0 ? '-' : index === 0 ? '' : '+'}${expression(quantity)}`,
  );
  return terms.length === 1 && !terms.join('').startsWith('-')
    ? terms.join('')
    : `(${terms.join('')})`;
}

/** Weighted pupils of all stages present, by which shared assets are divided: `A+1.1*B+1.32*C`. */
function weightedPupilsFormula(weights: SplitWeights, expression: QuantityExpression): string {
  return (
    [
      ['primaryStudents', weights.primary],
      ['juniorStudents', weights.junior],
      ['seniorStudents', weights.senior],
    ] satisfies [Quantity, number][]
  )
    .map(([quantity, weight]) => `${times(weight)}${expression(quantity)}`)
    .join('+');
}

/**
 * The per-pupil value of an indicator: amount × multiplier ÷ pupils; for a shared asset the stage's
 * part of it, amount × multiplier × weight ÷ weighted pupils (the stage's own pupils cancel out).
 */
export function valueFormula(
  standard: Standard,
  indicator: Indicator,
  stage: Stage,
  expression: QuantityExpression,
): string {
  const amount = amountFormula(indicator, stage, expression);
  const factor = indicator.multiplier === 1 ? '' : `*${indicator.multiplier}`;
  if (!indicator.shared) return `${amount}${factor}/${expression(STAGE_STUDENTS[stage])}`;
  const weight = standard.split[stage];
  return `${amount}${factor}${weight === 1 ? '' : `*${weight}`}/(${weightedPupilsFormula(standard.split, expression)})`;
}

/** Every quantity that a stage's value of an indicator rests on. */
export function quantitiesOf(indicator: Indicator, stage: Stage): readonly Quantity[] {
  const numerator = indicator.numerator[stage].map(({ quantity }) => quantity);
  const pupils: Quantity[] = indicator.shared
    ? ['primaryStudents', 'juniorStudents', 'seniorStudents']
    : [STAGE_STUDENTS[stage]];
  return [...numerator, ...pupils];
}

/** TRUE where a value is at least a threshold (both expressions; the threshold may be scaled). */
export function reachesFormula(value: string, threshold: string): string {
  return `ROUND(${value}-${threshold},${COMPARED_DECIMALS})>=0`;
}

/** TRUE where a value is below a threshold. */
export function fallsShortFormula(value: string, threshold: string): string {
  return `ROUND(${value}-${threshold},${COMPARED_DECIMALS})<0`;
}

/**
 * How far a value is from its threshold, each operand named once: 0 where it is reached, 1 from the
 * floor (85 %) up, `belowLevel` beneath it. The gap is measured in steps of threshold − floor.
 */
export function gapLevelFormula(
  value: string,
  threshold: number,
  floorRatio: number,
  belowLevel: number,
): string {
  const step = shownDecimal(threshold - threshold * floorRatio);
  const steps = `ROUND(ROUND(${threshold}-${value},${COMPARED_DECIMALS})/${step},${COMPARED_DECIMALS})`;
  if (belowLevel > 2) return `IF(${steps}>1,${belowLevel},(${steps}>0)*1)`;
  return `MIN(${belowLevel},MAX(0,ROUNDUP(${steps},0)))`;
}

/** A product of decimals as the decimal it shows: 0.85 × 4.2 is 3.57, not 3.5700000000000003. */
export function shownDecimal(value: number): number {
  return Number(value.toPrecision(15));
}

/** TRUE where a coefficient is at most its limit. */
export function withinFormula(value: string, limit: string): string {
  return `ROUND(${value}-${limit},${COMPARED_DECIMALS})<=0`;
}

/** Texts that stand for "nothing here", each between bars; the first is the blank cell itself. */
const PLACEHOLDERS = '||-|--|—|——|/|无|没有|不适用|';

/** TRUE where a cell is blank or holds a placeholder such as a dash. */
export function blankFormula(cell: string): string {
  return `ISNUMBER(FIND("|"&TRIM(${cell})&"|","${PLACEHOLDERS}"))`;
}

const PEOPLE = ['人', '名'];
const AREAS = ['平方米', '㎡', 'm2'];
const ROOMS = ['间', '个'];

/** Units that may stand behind a number written as text; where none is named, people. */
const WRITTEN_UNITS: Readonly<Partial<Record<Quantity, readonly string[]>>> = {
  teachingArea: AREAS,
  indoorSportsArea: AREAS,
  sportsGroundArea: AREAS,
  // A unit of money would change the number, so a text with one is not read.
  equipmentValue: [],
  publicFundsBudget: [],
  trainingBudget: [],
  multimediaRooms: ROOMS,
  musicRooms: ROOMS,
  artRooms: ROOMS,
  computers: ['台'],
  books: ['册', '本'],
};

function writtenUnits(quantity: Quantity): readonly string[] {
  return WRITTEN_UNITS[quantity] ?? PEOPLE;
}

/**
 * The number that a text holds, written with full-width digits, spaces, thousands separators or the
 * quantity's unit; an error for a negative one or any other text. The sign before and the exponent
 * behind keep dates and percentages from being taken for numbers.
 */
export function textNumberFormula(cell: string, quantity: Quantity): string {
  // LibreOffice's ASC leaves the wide space as it is.
  const plain = [' ', '\u3000', ',', ...writtenUnits(quantity)].reduce(
    (text, left) => `SUBSTITUTE(${text},"${left}","")`,
    `ASC(${cell})`,
  );
  return `VALUE("+"&${plain}&"E0")`;
}

/** What {@link textNumberFormula} makes of a text, or null for an error. */
export function readAsFormula(text: string, quantity: Quantity): number | null {
  const half = text.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  const plain = [' ', '\u3000', ',', ...writtenUnits(quantity)].reduce(
    (rest, left) => rest.replaceAll(left, ''),
    half,
  );
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function times(weight: number): string {
  return weight === 1 ? '' : `${weight}*`;
}
