import type { AreaIndex } from './area-index';
import type { Operand, Scalar } from './rule-values';

/** How far the cell in question lies from the one that a rule's references are written for. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** How a part of a formula is worked out. */
export interface Evaluation {
  /** What it stands for: every reference is an area, also that to a single cell. */
  operand(shift: Shift): Operand;
  /** Its value; an area's is that of its upper left cell. */
  value(shift: Shift): Scalar;
}

/** A part of a formula, ready to be evaluated for any cell. */
export interface Expression extends Evaluation {
  /** Equal parts of formulas have equal ones. */
  readonly id: number;
  /** Whether it may differ between the cells of one row. */
  readonly followsColumn: boolean;
}

/** A part of a formula that gives a value, not cells. */
export function ofValue(value: (shift: Shift) => Scalar): Evaluation {
  return { operand: value, value };
}

/** A part of a formula that stands for cells. */
export function ofArea(area: (shift: Shift) => AreaIndex): Evaluation {
  return { operand: area, value: (shift) => area(shift).first() };
}

/**
 * The parts of many formulas, each kept once. The rules of a sheet say much the same of every cell of
 * a row, so what a function gave last is kept until the row changes.
 */
export class ExpressionPool {
  readonly #known = new Map<string, Expression>();
  #age = 0;

  /** Forgets what functions gave: something has changed. */
  forget(): void {
    this.#age += 1;
  }

  /**
   * A part of a formula.
   * @param key tells it from all others
   * @param evaluate how it is worked out
   */
  part(key: string, followsColumn: boolean, evaluate: () => Evaluation): Expression {
    let known = this.#known.get(key);
    if (known === undefined) {
      known = { ...evaluate(), id: this.#known.size, followsColumn };
      this.#known.set(key, known);
    }
    return known;
  }

  /** A part that has parts of its own and costs enough to keep what it gave last. */
  call(
    name: string,
    parts: readonly Expression[],
    value: (parts: readonly Expression[], shift: Shift) => Scalar,
  ): Expression {
    const key = `${name}(${parts.map(({ id }) => id).join(',')})`;
    const follows = parts.some(({ followsColumn }) => followsColumn);
    return this.part(key, follows, () => {
      let age = -1;
      let rows = 0;
      let columns = 0;
      let last: Scalar = null;
      return ofValue((shift) => {
        const isSame =
          age === this.#age && rows === shift.rows && (!follows || columns === shift.columns);
        if (!isSame) {
          last = value(parts, shift);
          age = this.#age;
          ({ rows, columns } = shift);
        }
        return last;
      });
    });
  }
}
