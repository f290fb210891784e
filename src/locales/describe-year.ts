import type { Finding } from '../assessment/finding';
import { fill } from './fill';
import { formatCompared } from './format-number';
import type { Texts } from './texts';

type Values = Readonly<Record<string, string | number>>;

/**
 * The values of a finding about last year's workbook: last year's number, the trend, the limit, and
 * which year is meant. Empty for every other finding.
 *
 * @param shown the values that every finding has, already worded
 */
export function yearValues(
  { code, parameters, actual, unit }: Finding,
  texts: Texts,
  shown: Values,
): Values {
  if (!code.startsWith('year-')) return {};
  const words = texts.years;
  const { last, trend, within, limit, years } = parameters;
  const values: Record<string, string | number> = {};
  if (typeof last === 'number' && typeof actual === 'number') {
    values['last'] = formatCompared(last, actual, unit);
    values['actual'] = formatCompared(actual, last, unit);
  }
  if (isKey(trend, words.trends)) values['trend'] = words.trends[trend];
  if (isKey(years, words.years)) values['years'] = words.years[years];
  if (isKey(within, words.limits)) {
    values['limit'] = fill(words.limits[within], { limit: limit ?? '' });
  }
  if (code === 'year-coefficient-changed' && shown['indicator'] === '') {
    values['indicator'] = words.composite;
  }
  return values;
}

function isKey<Key extends string>(
  value: string | number | undefined,
  words: Readonly<Record<Key, string>>,
): value is Key {
  return typeof value === 'string' && value in words;
}
