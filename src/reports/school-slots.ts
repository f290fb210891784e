import type { School } from '../assessment/school';
import { isCount } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';
import type { Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { blankFormula, STAGE_STUDENTS, textNumberFormula } from './formula';
import { quotedText } from './sheet-reference';

/** One working column of 表Ⅱ-2: what a stage's row reads from the school's row. */
export interface SchoolSlot {
  readonly quantity: Readonly<Record<Stage, Quantity>>;
  /** What a blank cell counts as: `unknown` stops the judgement, `none` is shown blank. */
  readonly blank: 'unknown' | 'none' | 'zeroUnlessOwn' | 'zeroUnlessSenior';
  /** Whether schools merged in (并入学校) are added; grades stay those of the school itself. */
  readonly merging: boolean;
}

const CLASSES = { primary: 'primaryClasses', junior: 'juniorClasses' } as const;
const GRADES = { primary: 'primaryGrades', junior: 'juniorGrades' } as const;

function always(quantity: Quantity): Readonly<Record<Stage, Quantity>> {
  return { primary: quantity, junior: quantity };
}

/** The working columns that a standard's 表Ⅱ-2 needs: pupils, each numerator once, grades, classes. */
export function schoolSlots(standard: Standard): readonly SchoolSlot[] {
  const slots: SchoolSlot[] = [
    { quantity: always('primaryStudents'), blank: 'zeroUnlessOwn', merging: true },
    { quantity: always('juniorStudents'), blank: 'zeroUnlessOwn', merging: true },
    { quantity: always('seniorStudents'), blank: 'zeroUnlessSenior', merging: true },
  ];
  for (const { numerator } of standard.indicators) {
    numerator.primary.forEach((term, index) => {
      const junior = numerator.junior[index];
      if (junior === undefined) return;
      const quantity = { primary: term.quantity, junior: junior.quantity };
      const known = slots.some(
        (slot) =>
          slot.quantity.primary === quantity.primary && slot.quantity.junior === quantity.junior,
      );
      if (!known) slots.push({ quantity, blank: 'unknown', merging: true });
    });
  }
  slots.push({ quantity: GRADES, blank: 'none', merging: false });
  slots.push({ quantity: CLASSES, blank: 'none', merging: true });
  return slots;
}

/** Types that teach seniors by definition: their blank 高中在校生数 is not a zero. */
export const SENIOR_TYPES: ReadonlySet<SchoolType> = new Set([
  'completeSecondary',
  'twelveYear',
  'senior',
]);

/** Whether a school of this type must state its senior pupils before shared assets can be split. */
function teachesSeniors(type: SchoolType | null): boolean {
  return type !== null && SENIOR_TYPES.has(type);
}

/** How a working column says that a cell cannot be used, as apart from a blank one. */
export const FAULT = 'x';

/** What a working column holds: a number, '' for a blank, FAULT for what cannot be used. */
export type SlotValue = number | '' | typeof FAULT;

/** Whether a blank cell of a slot is a zero for this school. */
export function blankIsZero(slot: SchoolSlot, school: School, stage: Stage): boolean {
  if (slot.blank === 'zeroUnlessOwn') return slot.quantity[stage] !== STAGE_STUDENTS[stage];
  return slot.blank === 'zeroUnlessSenior' && !teachesSeniors(school.description.type);
}

/** What a slot reads from one school's own row, blanks left blank. */
export function slotValue(slot: SchoolSlot, school: School, stage: Stage): SlotValue {
  const quantity = slot.quantity[stage];
  return school.amount(quantity) ?? (school.isFaulty(quantity) ? FAULT : '');
}

/**
 * A formula that reads one cell of 学校数据 as the check reads it: numbers, and text that is a number;
 * negative numbers, fractions where a count belongs, errors and other text give FAULT.
 * @param cell the expression that reaches the cell
 * @param onBlank the expression for a blank cell
 * @param dashIsBlank whether a dash or 无 is a blank here, as the check took it
 * @param shift power of ten that brings the column's money to 万元
 */
export function readingFormula(
  cell: string,
  quantity: Quantity,
  onBlank: string,
  dashIsBlank: boolean,
  shift: number,
): string {
  const fault = quotedText(FAULT);
  const count = isCount(quantity);
  const refused = count ? `OR(${cell}<0,${cell}<>INT(${cell}))` : `${cell}<0`;
  const parsed = textNumberFormula(cell, quantity);
  const text = count ? `IF(${parsed}=INT(${parsed}),${parsed},${fault})` : parsed;
  const blank = dashIsBlank ? blankFormula(cell) : `TRIM(${cell})=""`;
  return `IFERROR(IF(${blank},${onBlank},IF(ISNUMBER(${cell}),IF(${refused},${fault},${cell}${scaling(shift)}),${text}${scaling(shift)})),${fault})`;
}

/**
 * {@link readingFormula} in short, for a cell that holds a number or nothing: text typed over it later
 * gives FAULT, even where a new check would understand it.
 */
export function numberFormula(
  cell: string,
  onBlank: string,
  dashIsBlank: boolean,
  shift: number,
): string {
  const fault = quotedText(FAULT);
  const blank = dashIsBlank ? blankFormula(cell) : `TRIM(${cell})=""`;
  return `IFERROR(IF(ISNUMBER(${cell}),${cell}${scaling(shift)},IF(${blank},${onBlank},${fault})),${fault})`;
}

/** Multiplies by a power of ten: `/10000`, `*10`, or nothing. */
function scaling(shift: number): string {
  if (shift === 0) return '';
  return `${shift < 0 ? '/' : '*'}${10 ** Math.abs(shift)}`;
}
