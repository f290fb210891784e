/** The beginning of the hidden defined names that tell which sheets are ours. */
export const MADE_AS = '_junheng.';

/** The sheet that a defined name's reference leads to: `'表Ⅱ-1'!$A$1` leads to 表Ⅱ-1. */
export function sheetOfReference(reference: string): string | null {
  const text = reference.replace(/^=/, '');
  const quoted = /^'((?:[^']|'')+)'!/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  return /^([^'!]+)!/.exec(text)?.[1] ?? null;
}

/** A sheet's key from the name it carries; null when it is another's name. */
export function keyOfName(name: string): string | null {
  return name.toLowerCase().startsWith(MADE_AS) ? name.slice(MADE_AS.length) : null;
}
