import { OoxmlError } from './ooxml-error';

// The longest string that every engine can hold is a little below 2^29 UTF-16 units.
const LONGEST_STRING = 2 ** 29 - 64;
const DECLARATION = /^<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][\w.-]*)\1/;

/**
 * The encoding of a part by its first bytes: a byte order mark, the pattern of `<` in UTF-16, or
 * what the XML declaration says; UTF-8 otherwise.
 */
export function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared = DECLARATION.exec(head.replace(/^\u00EF\u00BB\u00BF/, ''))?.[2];
  // A declared UTF-16 without its bytes is a wrong declaration: the text is being read as bytes.
  return declared === undefined || /^utf-?(8|16)/i.test(declared) ? 'utf-8' : declared;
}

/** A decoder that refuses bytes that are no text in the encoding. */
export function strictDecoder(encoding: string, part: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new OoxmlError('malformed-xml', part, `unknown encoding ${encoding}`);
  }
}

/**
 * The text of a part without its byte order mark. A declared encoding other than UTF-8 is reworded,
 * for the text is written back as UTF-8.
 *
 * @throws {OoxmlError} `malformed-xml` for bytes that are no text, `too-large` beyond what a string
 * can hold
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  if (bytes.length > LONGEST_STRING) {
    throw new OoxmlError('too-large', part, `${bytes.length} bytes as one text`);
  }
  const encoding = encodingOf(bytes);
  const decoder = strictDecoder(encoding, part);
  try {
    const text = decoder.decode(bytes);
    if (encoding === 'utf-8') return text;
    return text.replace(DECLARATION, (head, quote: string, name: string) =>
      head.replace(quote + name + quote, `${quote}UTF-8${quote}`),
    );
  } catch {
    throw new OoxmlError('malformed-xml', part, `not valid ${encoding}`);
  }
}
