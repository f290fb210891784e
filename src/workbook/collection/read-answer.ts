import { parseBoarding } from '../boarding';
import { isPlaceholder, parseTextNumber, shownDecimal, toTenThousandYuan } from '../cell-number';
import { cellText, dateText, isBlank } from '../cell-text';
import { SCHOOL_COLUMNS } from '../columns';
import { parseLocality } from '../locality-names';
import { normaliseText } from '../normalise-text';
import { parseOwnership } from '../ownership-names';
import { parseSchoolType, SCHOOL_TYPE_NAMES } from '../school-type-names';
import { CellDate, CellFault, UncalculatedFormula } from '../source';
import type { CellContent } from '../source';
import type { IssueCode } from './collection-issue';
import type { FoundAnswer } from './find-answers';
import { FORM_FIELDS } from './form-fields';
import type { AnswerKind } from './form-fields';
import type { AnswerId } from './form-labels';
import type { Answer } from './form-reading';

/** What there is to say about one answer. */
export interface AnswerRemark {
  readonly code: IssueCode;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** An answer read, with what there is to say about it. */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly remarks: readonly AnswerRemark[];
}

const KINDS: ReadonlyMap<AnswerId, AnswerKind> = new Map<AnswerId, AnswerKind>([
  ...SCHOOL_COLUMNS.map(({ field, kind }) => [field, kind] as const),
  ...FORM_FIELDS.map(({ id, kind }) => [id, kind] as const),
]);
const TEN_DIGITS = /^\d{10}$/;
const EARLIEST_YEAR = 1600;
const LATEST_YEAR = 2100;

type Reading = readonly [value: Answer['value'], ...remarks: AnswerRemark[]];

/** Reads an answer: numbers that can be read beyond doubt are used, whatever they are written in. */
export function readAnswer(found: FoundAnswer): ReadAnswer {
  const { id, cell, content } = found;
  const written = cellText(content);
  const [value, ...remarks] = isBlank(content)
    ? ([null] as const)
    : readContent(found, KINDS.get(id) ?? 'text', written);
  return { answer: { cell, written, value }, remarks };
}

function readContent(found: FoundAnswer, kind: AnswerKind, written: string): Reading {
  const { content } = found;
  if (content instanceof CellFault) return [null, { code: 'formula-error' }];
  if (content instanceof UncalculatedFormula) return [null, { code: 'formula-not-calculated' }];
  switch (kind) {
    case 'text':
      return [written];
    case 'code':
      return readCode(written);
    case 'choice':
      return readChoice(found.id, written);
    case 'yesNo': {
      const answer = parseBoarding(written);
      return answer === null ? [null, { code: 'choice-unknown' }] : [answer];
    }
    case 'year':
      return readYear(content, written);
    case 'count':
    case 'area':
    case 'money':
      return readNumber(found, kind, written);
  }
}

function readCode(written: string): Reading {
  const code = normaliseText(written).replace(/^['’‘`]/, '');
  if (isPlaceholder(code)) return [null];
  return TEN_DIGITS.test(code) ? [code] : [code, { code: 'code-malformed' }];
}

function readChoice(id: AnswerId, written: string): Reading {
  if (isPlaceholder(written) && id !== 'boarding') return [null];
  if (id === 'type') {
    const type = parseSchoolType(written);
    return type === null ? [null, { code: 'choice-unknown' }] : [SCHOOL_TYPE_NAMES[type]];
  }
  const isKnown =
    (id === 'ownership' && parseOwnership(written) !== null) ||
    (id === 'locality' && parseLocality(written) !== null) ||
    (id === 'boarding' && parseBoarding(written) !== null);
  return isKnown ? [written] : [null, { code: 'choice-unknown' }];
}

function readYear(content: CellContent, written: string): Reading {
  const text = content instanceof CellDate ? dateText(content.serial) : normaliseText(written);
  const year = Number(/^(\d{4})(?:\D|$)/.exec(text)?.[1]);
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR
    ? [year]
    : isPlaceholder(text)
      ? [null]
      : [null, { code: 'not-a-number' }];
}

function readNumber(
  { content, unit: besideUnit }: FoundAnswer,
  kind: 'count' | 'area' | 'money',
  written: string,
): Reading {
  const remarks: AnswerRemark[] = [];
  let value: number;
  let unit = kind === 'money' ? besideUnit : null;
  if (typeof content === 'number') {
    value = content;
  } else if (content instanceof CellDate) {
    return [null, { code: 'date-for-number' }];
  } else {
    const read = typeof content === 'string' ? parseTextNumber(content) : null;
    if (read === null) {
      return isPlaceholder(written) ? [null] : [null, { code: 'not-a-number' }];
    }
    value = read.value;
    if (kind === 'money' && read.unit !== null) unit = read.unit;
    remarks.push({ code: 'number-as-text' });
  }
  if (!Number.isFinite(value)) return [null, { code: 'not-a-number' }];
  if (value < 0) return [null, { code: 'negative-number' }];
  if (kind === 'count') {
    value = shownDecimal(value);
    if (!Number.isInteger(value)) return [null, { code: 'fraction-for-count' }];
  }
  const amount = toTenThousandYuan(value, unit);
  if (unit !== null && unit !== 'tenThousandYuan') remarks.push({ code: 'unit-converted' });
  return [amount, ...remarks.map((remark) => ({ ...remark, parameters: { read: amount } }))];
}
