import type { CellRectangle } from '../../ooxml/cell-range';
import { Fault, textAsNumber, type Scalar } from './rule-values';

/** What tells equal contents: a number and text that shows it are equal to a criterion. */
function keyOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return `n${value}`;
  const number = textAsNumber(value);
  return typeof number === 'number' ? `n${number}` : `t${value.toLowerCase()}`;
}

interface Criterion {
  readonly key: string | null;
  readonly holds: (value: Scalar) => boolean;
}

function criterionOf(criterion: Scalar): Criterion {
  if (criterion instanceof Fault) return { key: null, holds: () => false };
  const [, sign = '', rest = ''] =
    /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(String(criterion ?? 0)) ?? [];
  const number = textAsNumber(rest);
  if (sign === '' || sign === '=') {
    if (typeof criterion === 'string' && /[*?]/.test(rest)) return wildcard(rest);
    const key = keyOf(typeof criterion === 'string' ? rest : (criterion ?? 0));
    return { key, holds: (value) => isPlain(value) && keyOf(value) === key };
  }
  if (sign === '<>') {
    const key = keyOf(rest);
    if (rest === '') return { key: null, holds: (value) => value !== null };
    return { key: null, holds: (value) => !isPlain(value) || keyOf(value) !== key };
  }
  return {
    key: null,
    holds: (value) => {
      if (typeof value !== 'number' || typeof number !== 'number') return false;
      if (sign === '<') return value < number;
      if (sign === '>') return value > number;
      return sign === '<=' ? value <= number : value >= number;
    },
  };
}

function isPlain(value: Scalar): value is string | number | boolean {
  return value !== null && !(value instanceof Fault);
}

function wildcard(pattern: string): Criterion {
  const source = pattern
    .replace(/~([*?~])|[.*+?^${}()|[\]\\]/g, (found, escaped: string | undefined) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (found === '*') return '[\\s\\S]*';
      return found === '?' ? '[\\s\\S]' : `\\${found}`;
    })
    .replace(/^/, '^');
  const expression = new RegExp(`${source}$`, 'i');
  return { key: null, holds: (value) => typeof value === 'string' && expression.test(value) };
}

/** The cells of an area, with what is counted over them kept for the next question. */
export class AreaIndex {
  readonly #range: CellRectangle;
  readonly #cell: (row: number, column: number) => Scalar;
  #values: readonly Scalar[] | null = null;
  #rowsByKey: Map<string, number[]> | null = null;

  constructor(range: CellRectangle, cell: (row: number, column: number) => Scalar) {
    this.#range = range;
    this.#cell = cell;
  }

  /** The content of the upper left cell. */
  first(): Scalar {
    return this.#cell(this.#range.firstRow, this.#range.firstColumn);
  }

  /** The content of a cell by its place among `values`. */
  at(place: number): Scalar {
    if (this.#values !== null) return this.#values[place] ?? null;
    const { firstRow, firstColumn, lastColumn } = this.#range;
    const width = lastColumn - firstColumn + 1;
    return this.#cell(firstRow + Math.floor(place / width), firstColumn + (place % width));
  }

  /** Every cell, row by row. */
  values(): readonly Scalar[] {
    if (this.#values === null) {
      const values: Scalar[] = [];
      const { firstRow, lastRow, firstColumn, lastColumn } = this.#range;
      for (let row = firstRow; row <= lastRow; row += 1) {
        for (let column = firstColumn; column <= lastColumn; column += 1) {
          values.push(this.#cell(row, column));
        }
      }
      this.#values = values;
    }
    return this.#values;
  }

  /** Places (in `values`) of the cells that meet a criterion as COUNTIF understands it. */
  matching(criterion: Scalar): readonly number[] {
    const { key, holds } = criterionOf(criterion);
    if (key !== null) return this.#byKey().get(key) ?? [];
    return this.values().flatMap((value, index) => (holds(value) ? [index] : []));
  }

  /** Those of some places whose cells meet a criterion. */
  keep(places: readonly number[], criterion: Scalar): readonly number[] {
    const { holds } = criterionOf(criterion);
    return places.filter((place) => holds(this.at(place)));
  }

  #byKey(): Map<string, number[]> {
    if (this.#rowsByKey === null) {
      const byKey = new Map<string, number[]>();
      this.values().forEach((value, index) => {
        if (!isPlain(value)) return;
        const key = keyOf(value);
        const places = byKey.get(key);
        if (places === undefined) byKey.set(key, [index]);
        else places.push(index);
      });
      this.#rowsByKey = byKey;
    }
    return this.#rowsByKey;
  }
}
