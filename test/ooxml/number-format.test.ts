import { describe, expect, it } from '@jest/globals';
import { builtInFormatKind, formatKind } from '../../src/ooxml/number-format';

describe('a number format', () => {
  it.each([
    'yyyy-mm-dd',
    'm/d',
    'h:mm AM/PM',
    '[h]:mm:ss',
    '[mm]:ss',
    '[$-804]yyyy"年"m"月"d"日";@',
    'yyyy年m月',
    '[$-F800]dddd\\,\\ mmmm',
    'e"年"',
    'mmss.0',
    'DD.MM.YYYY',
    '[Red]d',
  ])('%s shows a date', (code) => {
    expect(formatKind(code)).toBe('date');
  });

  it.each([
    'General',
    'G/通用格式',
    '0',
    '0.00E+00',
    '##0.0E-0',
    '#,##0.00_ ',
    '0.00"dy"',
    '\\d0',
    '[Red]0;[Blue]-0',
    '0_);(0)',
    '"年"0',
    '0;yyyy',
    '[$¥-804]#,##0',
    '?/?',
    '0*y',
    '[>=100]0',
    '0.0%',
    '',
  ])('%s shows a number', (code) => {
    expect(formatKind(code)).toBe('number');
  });

  it('shows text as it is', () => {
    expect(formatKind('@')).toBe('text');
    expect(builtInFormatKind(49)).toBe('text');
  });

  it('may be built in', () => {
    const dates = Array.from({ length: 90 }, (_, id) => id).filter(
      (id) => builtInFormatKind(id) === 'date',
    );
    expect(dates).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50,
      51, 52, 53, 54, 55, 56, 57, 58, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81,
    ]);
  });
});
