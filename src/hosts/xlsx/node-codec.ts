import zlib from 'node:zlib';
import type { Codec } from '../../ooxml/codec';
import { crc32 } from '../../ooxml/crc32';

const PIECE = 256 * 1024;

async function* inflateByPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = zlib.createInflateRaw({ chunkSize: PIECE });
  inflate.end(bytes);
  try {
    for await (const piece of inflate) {
      if (piece instanceof Uint8Array) yield piece;
    }
  } finally {
    inflate.destroy();
  }
}

/** The codec of Node: zlib, which unpacks large parts beside the reading of them. */
export const codecOfNode: Codec = {
  inflateRaw(bytes, expectedSize) {
    return zlib.inflateRawSync(bytes, { maxOutputLength: Math.max(1, expectedSize) });
  },
  inflateRawChunks: inflateByPieces,
  deflateRaw(bytes) {
    return zlib.deflateRawSync(bytes, { level: 1 });
  },
  // Node 20 has it only from 20.15 on.
  crc32: 'crc32' in zlib ? (bytes, previous = 0) => zlib.crc32(bytes, previous) : crc32,
};
