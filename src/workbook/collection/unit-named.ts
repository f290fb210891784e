import { MONEY_UNITS } from '../money-unit';
import type { MoneyUnit } from '../money-unit';
import { normaliseText } from '../normalise-text';

const OTHER_UNIT = /^\(?(?:人|名|个|间|年|所|班|平方米|平米|m2|m²)\)?$/;

/** The unit of money that a text is; 'other' for another unit, 'none' for anything else. */
export function unitNamed(written: string): MoneyUnit | 'other' | 'none' {
  const text = normaliseText(written);
  switch (text.replace(/^\((.*)\)$/, '$1')) {
    case '元':
      return MONEY_UNITS.元;
    case '千元':
      return MONEY_UNITS.千元;
    case '万元':
      return MONEY_UNITS.万元;
    case '亿元':
      return MONEY_UNITS.亿元;
    default:
      return OTHER_UNIT.test(text) ? 'other' : 'none';
  }
}
