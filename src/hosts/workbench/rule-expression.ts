import type { AreaIndex } from './area-index';
import type { Operand, Scalar } from './rule-values';

/** How far the cell in question lies from the one that a rule's references are written for. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** A part of a formula, ready to be evaluated for any cell. */
export interface Expression {
  /** What it stands for: every reference is an area, also that to a single cell. */
  operand(shift: Shift): Operand;
  /** Its value; an area's is that of its upper left cell. */
  value(shift: Shift): Scalar;
}

/** A part of a formula that gives a value, not cells. */
export function ofValue(value: (shift: Shift) => Scalar): Expression {
  return { operand: value, value };
}

/** A part of a formula that stands for cells. */
export function ofArea(area: (shift: Shift) => AreaIndex): Expression {
  return { operand: area, value: (shift) => area(shift).first() };
}
