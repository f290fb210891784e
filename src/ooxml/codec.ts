import { deflateSync, Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';

/**
 * Packs and unpacks raw deflate data. A browser and Node have different ones; the package does not
 * care. Damage is reported by throwing anything at all: the caller turns it into an OoxmlError.
 */
export interface Codec {
  /**
   * Unpacks data that should give `expectedSize` bytes. More than that is never kept: either it
   * throws or it gives at most one byte more.
   */
  inflateRaw(bytes: Uint8Array, expectedSize: number): Uint8Array;
  /** The same piece by piece, for what is too large to hold; a piece is valid until the next one. */
  inflateRawChunks(bytes: Uint8Array): AsyncIterable<Uint8Array>;
  deflateRaw(bytes: Uint8Array): Uint8Array;
  /** The same beside whatever else is going on, where the platform can. */
  deflateRawApart?(bytes: Uint8Array): Promise<Uint8Array>;
  /** CRC-32 of `bytes`, continuing from `previous`. */
  crc32(bytes: Uint8Array, previous?: number): number;
}

// Deflate expands at most 1032-fold, so a piece of this size never unpacks to more than 64 MiB.
const PACKED_PIECE = 64 * 1024;
const PIECES_BETWEEN_PAUSES = 16;

async function* inflateByPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
    const to = Math.min(at + PACKED_PIECE, bytes.length);
    inflate.push(bytes.subarray(at, to), to === bytes.length);
    yield* pieces.splice(0);
    if ((at / PACKED_PIECE) % PIECES_BETWEEN_PAUSES === PIECES_BETWEEN_PAUSES - 1) {
      // A page must be able to draw and to answer while a large sheet is read.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

/** The platform's own packing, which holds no page up; null where there is none. */
async function packApart(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const packed = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The codec for browsers, and the default: fflate. */
export const fflateCodec: Codec = {
  inflateRaw(bytes, expectedSize) {
    return inflateSync(bytes, { out: new Uint8Array(expectedSize + 1) });
  },
  inflateRawChunks: inflateByPieces,
  deflateRaw(bytes) {
    return deflateSync(bytes, { level: 6 });
  },
  async deflateRawApart(bytes) {
    return (await packApart(bytes)) ?? deflateSync(bytes, { level: 6 });
  },
  crc32,
};
