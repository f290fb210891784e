const UNSEEN = /[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g;
const BRACKETS: Readonly<Record<string, string>> = {
  '【': '(',
  '〔': '(',
  '[': '(',
  '「': '(',
  '】': ')',
  '〕': ')',
  ']': ')',
  '」': ')',
};

/** Texts of these characters alone, nearly all names and codes, are in that form already. */
const NORMAL = /^[\u4e00-\u9fa50-9A-Za-z]*$/;

/**
 * A text as it is compared: full-width forms, Roman numerals and units in one form (NFKC), every
 * kind of bracket round, no spaces or line breaks.
 */
export function normaliseText(text: string): string {
  if (NORMAL.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[【〔[「】〕\]」]/g, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(/[—–―‐‑‒−─]/g, '-');
}
