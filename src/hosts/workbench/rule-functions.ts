import { AreaIndex } from './area-index';
import type { Expression, Shift } from './rule-expression';
import { asNumber, asText, Fault, isTrue, textAsNumber } from './rule-values';
import type { Scalar } from './rule-values';

/** A function of the formula language; it evaluates only those of its arguments that it needs. */
type RuleFunction = (parts: readonly Expression[], shift: Shift) => Scalar;

/** What an argument gives; one that is left out is blank. */
function valueOf(part: Expression | undefined, shift: Shift): Scalar {
  return part === undefined ? null : part.value(shift);
}

/** A function of plain values, which a fault in any of them makes a fault. */
function ofValues(compute: (values: readonly Exclude<Scalar, Fault>[]) => Scalar): RuleFunction {
  return (parts, shift) => {
    const values: Exclude<Scalar, Fault>[] = [];
    for (const part of parts) {
      const value = part.value(shift);
      if (value instanceof Fault) return value;
      values.push(value);
    }
    return compute(values);
  };
}

/** A function of numbers. */
function ofNumbers(compute: (...numbers: readonly number[]) => number): RuleFunction {
  return ofValues((values) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = asNumber(value);
      if (number instanceof Fault) return number;
      numbers.push(number);
    }
    return compute(...numbers);
  });
}

/**
 * A function of all numbers in its arguments. Text and truth values count as numbers only where the
 * formula itself states them, not in cells.
 */
function overNumbers(compute: (numbers: readonly number[]) => number): RuleFunction {
  return (parts, shift) => {
    const numbers: number[] = [];
    for (const part of parts) {
      const operand = part.operand(shift);
      const values = operand instanceof AreaIndex ? operand.values() : [asNumber(operand)];
      for (const value of values) {
        if (value instanceof Fault) return value;
        if (typeof value === 'number') numbers.push(value);
      }
    }
    return compute(numbers);
  };
}

/** A function of truth values: in cells, text is passed over; without any there is no answer. */
function logical(isMet: (truths: readonly boolean[]) => boolean): RuleFunction {
  return (parts, shift) => {
    const truths: boolean[] = [];
    for (const part of parts) {
      const operand = part.operand(shift);
      if (operand instanceof AreaIndex) {
        for (const value of operand.values()) {
          if (value instanceof Fault) return value;
          if (typeof value === 'boolean' || typeof value === 'number') truths.push(isTrue(value));
        }
        continue;
      }
      if (operand instanceof Fault) return operand;
      if (typeof operand === 'string') return new Fault();
      truths.push(isTrue(operand));
    }
    return truths.length === 0 ? new Fault() : isMet(truths);
  };
}

// Binary fractions just below a half are the decimals that were typed.
function roundHalfUp(value: number, digits: number, round: (value: number) => number): number {
  const power = 10 ** digits;
  const scaled = Number((Math.abs(value) * power).toPrecision(15));
  return (Math.sign(value) * round(scaled)) / power;
}

function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Criteria that stand in pairs with areas: the places that meet them all. */
function placesMeeting(parts: readonly Expression[], shift: Shift): readonly number[] | Fault {
  let places: readonly number[] | null = null;
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const area = parts[at]?.operand(shift);
    const criterion = parts[at + 1]?.value(shift);
    if (!(area instanceof AreaIndex) || criterion === undefined) return new Fault();
    places = places === null ? area.matching(criterion) : area.keep(places, criterion);
  }
  return places ?? new Fault();
}

const count: RuleFunction = (parts, shift) => {
  let found = 0;
  for (const part of parts) {
    const operand = part.operand(shift);
    if (operand instanceof AreaIndex) {
      found += operand.values().filter((value) => typeof value === 'number').length;
    } else if (operand !== null && typeof asNumber(operand) === 'number') found += 1;
  }
  return found;
};

const countFilled: RuleFunction = (parts, shift) => {
  let found = 0;
  for (const part of parts) {
    const operand = part.operand(shift);
    const values = operand instanceof AreaIndex ? operand.values() : [operand];
    found += values.filter((value) => value !== null).length;
  }
  return found;
};

const countIf: RuleFunction = (parts, shift) => {
  const places = placesMeeting(parts, shift);
  return places instanceof Fault ? places : places.length;
};

const sumIf: RuleFunction = (parts, shift) => {
  const [area, criterion, summed = area] = parts;
  if (area === undefined || criterion === undefined || summed === undefined) return new Fault();
  const places = placesMeeting([area, criterion], shift);
  const values = summed.operand(shift);
  if (places instanceof Fault || !(values instanceof AreaIndex)) return new Fault();
  let sum = 0;
  for (const place of places) {
    const value = values.at(place);
    if (typeof value === 'number') sum += value;
  }
  return sum;
};

const choose: RuleFunction = (parts, shift) => {
  const [condition, then, otherwise] = parts;
  const value = valueOf(condition, shift);
  if (value instanceof Fault) return value;
  if (typeof value === 'string') return new Fault();
  if (isTrue(value)) return valueOf(then, shift);
  return otherwise === undefined ? false : otherwise.value(shift);
};

const ifError: RuleFunction = (parts, shift) => {
  const value = valueOf(parts[0], shift);
  return value instanceof Fault ? valueOf(parts[1], shift) : value;
};

const FUNCTIONS: ReadonlyMap<string, RuleFunction> = new Map<string, RuleFunction>([
  ['AND', logical((truths) => truths.every(Boolean))],
  ['OR', logical((truths) => truths.some(Boolean))],
  ['NOT', ofValues(([value = null]) => (typeof value === 'string' ? new Fault() : !isTrue(value)))],
  ['IF', choose],
  ['IFERROR', ifError],
  ['ISERROR', ([part], shift) => valueOf(part, shift) instanceof Fault],
  ['ISNUMBER', ([part], shift) => typeof valueOf(part, shift) === 'number'],
  ['ISTEXT', ([part], shift) => typeof valueOf(part, shift) === 'string'],
  ['ISBLANK', ([part], shift) => valueOf(part, shift) === null],
  [
    'N',
    ofValues(([value = null]) => {
      if (typeof value === 'boolean') return value ? 1 : 0;
      return typeof value === 'number' ? value : 0;
    }),
  ],
  ['ABS', ofNumbers((value = 0) => Math.abs(value))],
  ['INT', ofNumbers((value = 0) => Math.floor(value))],
  ['MOD', ofNumbers((value = 0, by = 1) => value - by * Math.floor(value / by))],
  ['ROUND', ofNumbers((value = 0, digits = 0) => roundHalfUp(value, digits, Math.round))],
  ['ROUNDUP', ofNumbers((value = 0, digits = 0) => roundHalfUp(value, digits, Math.ceil))],
  ['ROUNDDOWN', ofNumbers((value = 0, digits = 0) => roundHalfUp(value, digits, Math.floor))],
  ['SUM', overNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0))],
  ['MAX', overNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0))],
  ['MIN', overNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0))],
  ['COUNT', count],
  ['COUNTA', countFilled],
  ['COUNTIF', countIf],
  ['COUNTIFS', countIf],
  ['SUMIF', sumIf],
  ['ASC', ofValues(([text = null]) => halfWidth(asText(text)))],
  [
    'TRIM',
    ofValues(([text = null]) =>
      asText(text)
        .replace(/^ +| +$/g, '')
        .replace(/ {2,}/g, ' '),
    ),
  ],
  ['LEN', ofValues(([text = null]) => asText(text).length)],
  [
    'LEFT',
    ofValues(([text = null, length = 1]) => {
      const wanted = asNumber(length);
      return wanted instanceof Fault ? wanted : asText(text).slice(0, wanted);
    }),
  ],
  [
    'RIGHT',
    ofValues(([text = null, length = 1]) => {
      const wanted = asNumber(length);
      if (wanted instanceof Fault) return wanted;
      return wanted === 0 ? '' : asText(text).slice(-wanted);
    }),
  ],
  [
    'FIND',
    ofValues(([needle = null, text = null]) => {
      const at = asText(text).indexOf(asText(needle));
      return at < 0 ? new Fault() : at + 1;
    }),
  ],
  [
    'SUBSTITUTE',
    ofValues(([text = null, from = null, to = null]) =>
      asText(from) === '' ? asText(text) : asText(text).replaceAll(asText(from), () => asText(to)),
    ),
  ],
  [
    'VALUE',
    ofValues(([value = null]) => (typeof value === 'number' ? value : textAsNumber(asText(value)))),
  ],
]);

/** A function by its name in capitals, null when it is not known here. */
export function callFunction(name: string): RuleFunction | null {
  return FUNCTIONS.get(name) ?? null;
}
