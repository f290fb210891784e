/**
 * Puts values into a text's `{placeholders}`. A placeholder without a value is left out together
 * with nothing else, so a text never shows braces.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}
