import { OoxmlError } from './ooxml-error';
import { encodingOf, strictDecoder } from './part-text';

// Text in another encoding is rare: it is decoded and encoded in slices of this many bytes.
const SLICE = 256 * 1024;

/**
 * Gives the bytes of an XML part as UTF-8 without a byte order mark, whatever its encoding.
 *
 * @param part its name, for errors
 * @throws {OoxmlError} `malformed-xml` for bytes that are no text in the part's encoding
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  const encoder = new TextEncoder();
  let first = true;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (first && bytes.length > 0) {
      first = false;
      const encoding = encodingOf(bytes);
      if (encoding !== 'utf-8') decoder = strictDecoder(encoding, part);
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        bytes = bytes.subarray(3);
      }
    }
    if (decoder === null) {
      yield bytes;
      continue;
    }
    for (let at = 0; at < bytes.length; at += SLICE) {
      let text: string;
      try {
        text = decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
      } catch {
        throw new OoxmlError('malformed-xml', part, `not valid ${decoder.encoding}`);
      }
      yield encoder.encode(text);
    }
  }
}
