import { normaliseText } from './normalise-text';

const YES = new Set(['是', '有', '1', 'Y', 'YES', 'TRUE', '√', '✓', '✔', '寄宿', '寄宿制']);
const NO = new Set([
  '否',
  '无',
  '没有',
  '0',
  'N',
  'NO',
  'FALSE',
  '×',
  '✗',
  '非寄宿',
  '非寄宿制',
  '走读',
  '不是',
]);

/** Whether a written 寄宿制 says yes or no; null where it says neither. */
export function parseBoarding(written: string): boolean | null {
  const text = normaliseText(written).toUpperCase();
  if (YES.has(text)) return true;
  return NO.has(text) ? false : null;
}
