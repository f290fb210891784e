const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Resolves the escapes that cell text has for characters XML cannot hold: `_x000D_` is a carriage
 * return, `_x005F_` an underscore (ECMA-376 part 1, 22.9.2.19).
 */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_match, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
