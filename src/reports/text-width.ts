const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6Ⅰ-Ⅻ㎡“”‘’…—、。]/u;

// The second half of a pair is part of the character before it.
const LOW_SURROGATES = 0xdc00;
const LAST_LOW_SURROGATE = 0xdfff;
/** By UTF-16 unit, 0 until it is known. */
const WIDTHS = new Uint8Array(0x10000);

/** Width of a text in the characters column widths are counted in: a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= LOW_SURROGATES && unit <= LAST_LOW_SURROGATE) continue;
    let known = WIDTHS[unit] ?? 0;
    if (known === 0) {
      known = WIDE.test(text.charAt(at)) ? 2 : 1;
      WIDTHS[unit] = known;
    }
    width += known;
  }
  return width;
}

/** Column widths count digits of 11-point type; the reports' 10-point type fits a little more. */
const FITS = 1.08;

/** How many lines a wrapped text takes in a column of this width. */
export function wrappedLines(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / (width * FITS))), 0);
}

/** Height in points of a row whose longest cell takes this many lines of a 10-point font. */
export function lineHeight(lines: number): number {
  return Math.min(400, Math.max(1, lines) * 13 + 4);
}
