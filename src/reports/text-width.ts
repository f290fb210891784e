const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6Ⅰ-Ⅻ㎡“”‘’…—、。]/u;

/** Width of a text in the characters column widths are counted in: a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const isWide = (character >= '一' && character <= '鿿') || WIDE.test(character);
    width += isWide ? 2 : 1;
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
