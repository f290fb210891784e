/** Characters that XML 1.0 cannot hold at all, and `\r`, which a parser would turn into `\n`. */

const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/**
 * Text that a reader would take for an escape of the kind `_x0041_`, also where its last underscore
 * is the first of the escape that the next character becomes.
 */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])/g;

/** Whether a text holds anything that the escapes below are about; nearly none does. */
const NEEDS_CARE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x/;

const MARKUP = /[&<>]/;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Escapes text for the inside of an XML element. */
export function escapeXmlText(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes text for an XML attribute in double quotes; line breaks and tabs survive. */
export function escapeXmlAttribute(text: string): string {
  return escapeXmlText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/**
 * Writes any string so that spreadsheet programs read the same string back: what XML cannot hold is
 * written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring), and text that looks like such an
 * escape has its underscore escaped. Half a surrogate pair is no character and becomes U+FFFD.
 * The result still needs escapeXmlText or escapeXmlAttribute.
 */
export function encodeXstring(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(ESCAPE_LOOKALIKE, '_x005F_')
    .replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(LONE_SURROGATE, '\ufffd');
}
