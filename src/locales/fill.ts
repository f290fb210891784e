/** Texts and the names between them, in turn, by the whole: the same texts are filled again and again. */
const TEMPLATES = new Map<string, readonly string[]>();
const MOST_TEMPLATES = 4096;

function piecesOf(text: string): readonly string[] {
  let pieces = TEMPLATES.get(text);
  if (pieces === undefined) {
    pieces = text.split(/\{(\w+)\}/);
    if (TEMPLATES.size >= MOST_TEMPLATES) TEMPLATES.clear();
    TEMPLATES.set(text, pieces);
  }
  return pieces;
}

/**
 * Puts values into a text's `{placeholders}`. A placeholder without a value is left out together
 * with nothing else, so a text never shows braces.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const pieces = piecesOf(text);
  let filled = pieces[0] ?? '';
  for (let index = 1; index < pieces.length; index += 2) {
    filled += String(values[pieces[index] ?? ''] ?? '') + (pieces[index + 1] ?? '');
  }
  return filled;
}
