import type { FormulaRule } from '../../ooxml/sheet-layout';
import type { CellContent } from '../../workbook/source';
import { RuleFormulas } from './rule-formulas';

/**
 * Which conditional format a cell of a sheet shows. Rules are evaluated only for cells that are
 * looked at, and remembered until something changes.
 */
export class RuleMarks {
  readonly #rules: readonly FormulaRule[];
  readonly #formulas: RuleFormulas;
  readonly #known = new Map<number, number | null>();

  /** @param content what a cell (1-based row, 0-based column) holds now */
  constructor(
    rules: readonly FormulaRule[],
    content: (row: number, column: number) => CellContent,
  ) {
    this.#rules = rules;
    this.#formulas = new RuleFormulas(content);
  }

  /**
   * The look (an index among the workbook's differential looks) of a cell, null when none.
   * @param row 0-based
   * @param column 0-based
   */
  at(row: number, column: number): number | null {
    if (this.#rules.length === 0) return null;
    const key = row * 16_384 + column;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const look = this.#evaluate(row + 1, column);
    this.#known.set(key, look);
    return look;
  }

  /** Forgets what was evaluated: something has changed. */
  forget(): void {
    if (this.#rules.length === 0) return;
    this.#known.clear();
    this.#formulas.forget();
  }

  #evaluate(row: number, column: number): number | null {
    for (const { ranges, formula, look } of this.#rules) {
      const [first] = ranges;
      const isCovered = ranges.some(
        (range) =>
          row >= range.firstRow &&
          row <= range.lastRow &&
          column >= range.firstColumn &&
          column <= range.lastColumn,
      );
      if (first === undefined || !isCovered || look === null) continue;
      const shift = { rows: row - first.firstRow, columns: column - first.firstColumn };
      if (this.#formulas.holds(formula, shift)) return look;
    }
    return null;
  }
}
