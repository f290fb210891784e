import type { CellRectangle } from '../../ooxml/cell-range';
import { columnNumber } from '../../ooxml/write/cell-address';
import { CellDate, CellFault, UncalculatedFormula } from '../../workbook/source';
import type { CellContent } from '../../workbook/source';
import { AreaIndex } from './area-index';
import { callFunction } from './rule-functions';
import {
  ExpressionPool,
  ofArea,
  ofValue,
  type Evaluation,
  type Expression,
  type Shift,
} from './rule-expression';
import { asNumber, asText, Fault, isTrue, type Scalar } from './rule-values';

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|\.\d+)|(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\w(])|([A-Za-z_][\w.]*)|(<>|<=|>=|[-+*/^&=<>(),%]))/y;

/**
 * Evaluates the formulas of conditional formats over the cells of one sheet: those of this program
 * and any that use no more of the formula language. A formula beyond that holds nowhere.
 */
export class RuleFormulas {
  readonly #compiled = new Map<string, Expression | null>();
  readonly #pool = new ExpressionPool();
  readonly #indexes = new Map<string, AreaIndex>();
  readonly #content: (row: number, column: number) => CellContent;

  /** @param content what a cell (1-based row, 0-based column) holds now */
  constructor(content: (row: number, column: number) => CellContent) {
    this.#content = content;
  }

  /** Whether a formula gives TRUE for a cell. */
  holds(formula: string, shift: Shift): boolean {
    let compiled = this.#compiled.get(formula);
    if (compiled === undefined) {
      compiled = this.#compile(formula);
      this.#compiled.set(formula, compiled);
    }
    if (compiled === null) return false;
    return isTrue(compiled.value(shift));
  }

  /** Forgets what was counted over areas: something has changed. */
  forget(): void {
    this.#indexes.clear();
    this.#pool.forget();
  }

  #compile(formula: string): Expression | null {
    const tokens = tokenize(formula);
    if (tokens === null) return null;
    const parser = new Parser(tokens, {
      pool: this.#pool,
      cell: (row, column) => this.#cell(row, column),
      area: (range) => this.#area(range),
    });
    return parser.parse();
  }

  #cell(row: number, column: number): Scalar {
    const content = this.#content(row, column);
    if (content === undefined || content === null) return null;
    if (content instanceof CellFault) return new Fault();
    if (content instanceof CellDate) return content.serial;
    return content instanceof UncalculatedFormula ? 0 : content;
  }

  #area(range: CellRectangle): AreaIndex {
    const { firstRow, lastRow, firstColumn, lastColumn } = range;
    const key = `${firstRow}:${lastRow}:${firstColumn}:${lastColumn}`;
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = new AreaIndex(range, (row, column) => this.#cell(row, column));
      this.#indexes.set(key, index);
    }
    return index;
  }
}

interface Token {
  readonly kind: 'text' | 'number' | 'reference' | 'name' | 'sign';
  readonly text: string;
}

function tokenize(formula: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = formula.trim();
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return null;
    const [, quoted, number, reference, name, sign] = found;
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll('""', '"') });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (reference !== undefined) tokens.push({ kind: 'reference', text: reference });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

interface Surroundings {
  readonly pool: ExpressionPool;
  readonly cell: (row: number, column: number) => Scalar;
  readonly area: (range: CellRectangle) => AreaIndex;
}

/** How tightly signs between two operands bind. */
const BINDING: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** Turns the tokens of a formula into what evaluates it. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #around: Surroundings;
  #at = 0;

  constructor(tokens: readonly Token[], around: Surroundings) {
    this.#tokens = tokens;
    this.#around = around;
  }

  /** Null when the formula is beyond what is known here. */
  parse(): Expression | null {
    const whole = this.#expression(1);
    return this.#at === this.#tokens.length ? whole : null;
  }

  #expression(least: number): Expression | null {
    let left = this.#operand();
    for (;;) {
      const sign = this.#tokens[this.#at];
      const binding = sign?.kind === 'sign' ? BINDING[sign.text] : undefined;
      if (left === null || sign === undefined || binding === undefined || binding < least) {
        return left;
      }
      this.#at += 1;
      const right = this.#expression(binding + 1);
      if (right === null) return null;
      left = this.#joined(sign.text, left, right);
    }
  }

  #joined(sign: string, left: Expression, right: Expression): Expression {
    const key = `${left.id}${sign}${right.id}`;
    const follows = left.followsColumn || right.followsColumn;
    return this.#around.pool.part(key, follows, () =>
      ofValue((shift) => combine(sign, left.value(shift), right.value(shift))),
    );
  }

  #operand(): Expression | null {
    const token = this.#tokens[this.#at];
    if (token === undefined) return null;
    this.#at += 1;
    const operand = this.#operandOf(token);
    if (operand === null || !this.#takes('%')) return operand;
    return this.#changed('%', operand, (number) => number / 100);
  }

  #operandOf(token: Token): Expression | null {
    switch (token.kind) {
      case 'text':
        return this.#constant(`"${token.text}`, token.text);
      case 'number':
        return this.#constant(`#${token.text}`, Number(token.text));
      case 'reference':
        return this.#reference(token.text);
      case 'name':
        return this.#named(token.text.toUpperCase());
      case 'sign':
        return this.#signed(token.text);
    }
  }

  #signed(sign: string): Expression | null {
    if (sign === '(') {
      const inner = this.#expression(1);
      return this.#takes(')') ? inner : null;
    }
    if (sign !== '-' && sign !== '+') return null;
    const operand = this.#operand();
    if (operand === null || sign === '+') return operand;
    return this.#changed('-', operand, (number) => -number);
  }

  #changed(sign: string, operand: Expression, change: (value: number) => number): Expression {
    const key = `${sign}${operand.id}`;
    return this.#around.pool.part(key, operand.followsColumn, () =>
      ofValue((shift) => {
        const value = asNumber(operand.value(shift));
        return typeof value === 'number' ? change(value) : value;
      }),
    );
  }

  #constant(key: string, value: Scalar): Expression {
    return this.#around.pool.part(key, false, () => ofValue(() => value));
  }

  #named(name: string): Expression | null {
    if (!this.#takes('(')) {
      if (name === 'TRUE') return this.#constant(name, true);
      return name === 'FALSE' ? this.#constant(name, false) : null;
    }
    const parts: Expression[] = [];
    while (!this.#takes(')')) {
      if (parts.length > 0 && !this.#takes(',')) return null;
      const next = this.#tokens[this.#at];
      // An argument left out is blank.
      const isLeftOut = next?.kind === 'sign' && (next.text === ',' || next.text === ')');
      const part = isLeftOut ? this.#constant('', null) : this.#expression(1);
      if (part === null) return null;
      parts.push(part);
    }
    const call = callFunction(name);
    if (call === null) return null;
    return this.#around.pool.call(name, parts, call);
  }

  #reference(text: string): Expression | null {
    const [from = '', to] = text.split(':');
    const first = anchor(from);
    const last = to === undefined ? first : anchor(to);
    if (first === null || last === null) return null;
    return this.#around.pool.part(`@${text}`, first.followsColumn || last.followsColumn, () =>
      to === undefined ? this.#cell(first) : this.#area(first, last),
    );
  }

  #cell({ row, column }: Anchor): Evaluation {
    const { cell } = this.#around;
    return {
      // Not looked up as an area is: there would be as many of them as there are cells.
      operand: (shift) => {
        const [firstRow, firstColumn] = [row(shift), column(shift)];
        const range = { firstRow, lastRow: firstRow, firstColumn, lastColumn: firstColumn };
        return new AreaIndex(range, cell);
      },
      value: (shift) => cell(row(shift), column(shift)),
    };
  }

  #area(first: Anchor, last: Anchor): Evaluation {
    return ofArea((shift) =>
      this.#around.area({
        firstRow: Math.min(first.row(shift), last.row(shift)),
        lastRow: Math.max(first.row(shift), last.row(shift)),
        firstColumn: Math.min(first.column(shift), last.column(shift)),
        lastColumn: Math.max(first.column(shift), last.column(shift)),
      }),
    );
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }
}

/** A corner of a reference, which moves with the cell unless `$` holds it. */
interface Anchor {
  readonly row: (shift: Shift) => number;
  readonly column: (shift: Shift) => number;
  readonly followsColumn: boolean;
}

function anchor(text: string): Anchor | null {
  const found = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(text);
  const letters = found?.[2];
  if (letters === undefined) return null;
  const column = columnNumber(letters);
  const row = Number(found?.[4]);
  const followsColumn = found?.[1] !== '$';
  return {
    followsColumn,
    row: found?.[3] === '$' ? () => row : (shift) => row + shift.rows,
    column: followsColumn ? (shift) => column + shift.columns : () => column,
  };
}

function combine(sign: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof Fault) return left;
  if (right instanceof Fault) return right;
  if (sign === '&') return asText(left) + asText(right);
  if (BINDING[sign] === 1) return compared(sign, left, right);
  const one = asNumber(left);
  const other = asNumber(right);
  if (one instanceof Fault) return one;
  if (other instanceof Fault) return other;
  switch (sign) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? new Fault() : one / other;
    default:
      return one ** other;
  }
}

/** Numbers come before text and text before truth values, as spreadsheets order them. */
function rank(value: string | number | boolean): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** A blank is whatever it is compared with has as its nothing. */
function filled(
  value: Exclude<Scalar, Fault>,
  other: Exclude<Scalar, Fault>,
): string | number | boolean {
  if (value !== null) return value;
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function compared(
  sign: string,
  left: Exclude<Scalar, Fault>,
  right: Exclude<Scalar, Fault>,
): boolean {
  const one = filled(left, right);
  const other = filled(right, left);
  let order = rank(one) - rank(other);
  if (order === 0) {
    const a = typeof one === 'string' ? one.toLowerCase() : Number(one);
    const b = typeof other === 'string' ? other.toLowerCase() : Number(other);
    order = a < b ? -1 : a > b ? 1 : 0;
  }
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}
