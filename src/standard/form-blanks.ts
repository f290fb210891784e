import type {
  BlankKind,
  BlankTerm,
  FormBlank,
  FormItem,
  FormPart,
  QuotientRule,
} from './form-item';
import type { Quantity } from './quantities';
import type { BilingualText } from './standard';

/** The name of a part as citations give it. */
const PART_NAMES: Readonly<Record<FormPart, string>> = {
  government: '政府保障程度',
  quality: '教育质量',
};

function blank(
  kind: BlankKind,
  unit: string | null,
  key: string,
  label: readonly [zh: string, en: string],
  example: string | number,
  aliases: readonly string[] = [],
  sumOf: readonly Quantity[] = [],
): FormBlank {
  return { key, label: { zh: label[0], en: label[1] }, unit, kind, aliases, example, sumOf };
}

type Label = readonly [zh: string, en: string];

/** A blank of whole people, schools or classes; `sumOf` names what it adds up from 学校数据. */
export function count(
  key: string,
  label: Label,
  unit: string,
  example: number,
  aliases: readonly string[] = [],
  sumOf: readonly Quantity[] = [],
): FormBlank {
  return blank('count', unit, key, label, example, aliases, sumOf);
}

/** A blank of money, in 元 or 万元. */
export function amount(
  key: string,
  label: Label,
  unit: '元' | '万元',
  example: number,
  aliases: readonly string[] = [],
): FormBlank {
  return blank('amount', unit, key, label, example, aliases);
}

/** A blank of a percentage. */
export function percent(
  key: string,
  label: Label,
  example: number,
  aliases: readonly string[] = [],
): FormBlank {
  return blank('percent', '%', key, label, example, aliases);
}

/** A blank of a level (Ⅰ, Ⅱ, Ⅲ …). */
export function level(key: string, label: Label): FormBlank {
  return blank('level', null, key, label, 'Ⅲ级');
}

/** A blank of a ratio below 1. */
export function ratio(key: string, label: Label): FormBlank {
  return blank('ratio', null, key, label, 0.12);
}

/** The blank 结论. */
export const CONCLUSION: FormBlank = blank(
  'conclusion',
  null,
  'conclusion',
  ['结论', 'Conclusion'],
  '达标',
  ['简要结论', '是否达标', '指标值或简要结论', '是否符合', '评估结论'],
);

/** Terms that are all added. */
export function added(...blanks: readonly string[]): readonly BlankTerm[] {
  return blanks.map((one) => ({ blank: one, sign: 1 }));
}

/** The share in percent of one blank in another. */
export function shareRule(
  part: string,
  whole: string,
  stated: string,
  atLeast: number | null,
): QuotientRule {
  return {
    kind: 'quotient',
    part: added(part),
    whole: added(whole),
    multiplier: 100,
    stated,
    atLeast,
  };
}

/** The parts of an item that differ from item to item; the rest has a usual value. */
export type ItemParts = Pick<FormItem, 'kind' | 'rules' | 'sentence'> &
  Partial<Pick<FormItem, 'blanks' | 'supporting' | 'totals'>>;

/** One item of a part, cited by its number. */
export function formItem(
  part: FormPart,
  number: number,
  name: BilingualText,
  parts: ItemParts,
): FormItem {
  return {
    part,
    number,
    name,
    blanks: [CONCLUSION],
    supporting: [],
    totals: [],
    citation: { standard: 'cn-2017', part: PART_NAMES[part], item: `第${number}项` },
    ...parts,
  };
}

/** An item that only a person can conclude. */
export function concludedItem(part: FormPart, number: number, name: BilingualText): FormItem {
  return formItem(part, number, name, {
    kind: 'conclusion',
    rules: [{ kind: 'conclusion', blank: CONCLUSION.key }],
    sentence: '{conclusion}',
  });
}
