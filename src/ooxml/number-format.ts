/** What a number format makes of a number, as far as reading has to know. */
export type FormatKind = 'number' | 'date' | 'text';

// ECMA-376 part 1, 18.8.30: dates and times, the East Asian and the Thai ones among them.
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
const BUILT_IN_TEXT = 49;

const QUOTED_OR_ESCAPED = /"[^"]*"?|\\.|_.|\*./gs;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const BRACKETED = /\[[^\]]*\]?/g;
const GENERAL = /General|G\/通用格式/gi;
const SCIENTIFIC = /E[+-]/gi;
const DATE_LETTER = /[ymdhsebg年月日时分秒]/i;

/** What a built-in format does. */
export function builtInFormatKind(id: number): FormatKind {
  if (id === BUILT_IN_TEXT) return 'text';
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

/** What a format code does, judged by the section for positive numbers. */
export function formatKind(code: string): FormatKind {
  const [section = ''] = code.replace(QUOTED_OR_ESCAPED, '').split(';');
  if (ELAPSED.test(section)) return 'date';
  const bare = section.replace(BRACKETED, '').replace(GENERAL, '').replace(SCIENTIFIC, '');
  if (DATE_LETTER.test(bare)) return 'date';
  return bare.includes('@') ? 'text' : 'number';
}
