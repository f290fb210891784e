import { decodePart, encodingOf } from './part-text';

/** Bytes at the start of a part within which its rows begin. */
const HEAD = 64 * 1024;
const OPENING = /<([\w.-]+:)?sheetData(?:\s[^<>]*)?>/;
/** What could hide tags, or show some that are none. */
const HIDING = /<!--|-->|<!\[CDATA\[|\]\]>/;

/**
 * The text of a worksheet without its rows, so that what stands around hundreds of thousands of them
 * costs nothing to read; the whole text where the rows are not found at once.
 *
 * @param part its name, for errors
 * @throws {OoxmlError} `malformed-xml` for bytes that are no text, `too-large`
 */
export function worksheetFrame(bytes: Uint8Array, part: string): string {
  if (encodingOf(bytes) !== 'utf-8') return decodePart(bytes, part);
  // One byte a character here: the tags sought are ASCII in UTF-8 too.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const opening = OPENING.exec(head);
  if (opening === null || opening[0].endsWith('/>') || HIDING.test(head.slice(0, opening.index))) {
    return decodePart(bytes, part);
  }
  const from = opening.index + opening[0].length;
  const to = lastIndexOf(bytes, `</${opening[1] ?? ''}sheetData`);
  if (to < from) return decodePart(bytes, part);
  const tail = bytes.subarray(to);
  const frame = new Uint8Array(from + tail.length);
  frame.set(bytes.subarray(0, from));
  frame.set(tail, from);
  const text = decodePart(frame, part);
  return HIDING.test(text) ? decodePart(bytes, part) : text;
}

/** The offset at which ASCII text stands last, -1 when it stands nowhere. */
function lastIndexOf(bytes: Uint8Array, text: string): number {
  const wanted = Array.from(text, (character) => character.charCodeAt(0));
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
