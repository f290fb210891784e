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

/**
 * A text as it is compared: full-width forms, Roman numerals and units in one form (NFKC), every
 * kind of bracket round, no spaces or line breaks.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[【〔[「】〕\]」]/g, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(/[—–―‐‑‒−─]/g, '-');
}
