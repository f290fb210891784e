import { moneyUnitNamed } from '../money-unit';
import type { MoneyUnit } from '../money-unit';
import { normaliseText } from '../normalise-text';

const OTHER_UNIT = /^\(?(?:人|名|个|间|年|所|班|平方米|平米|m2|m²)\)?$/;

/** The unit of money that a text is; 'other' for another unit, 'none' for anything else. */
export function unitNamed(written: string): MoneyUnit | 'other' | 'none' {
  return moneyUnitNamed(written) ?? (OTHER_UNIT.test(normaliseText(written)) ? 'other' : 'none');
}
