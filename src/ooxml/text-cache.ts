/** Longer texts hardly ever come twice. */
const LONGEST = 48;
/** A power of two. */
const SLOTS = 2048;

/**
 * The texts of cells come again and again: what a school is, who runs it, where it lies. Each is
 * decoded once and then known by its bytes, so that a hundred thousand rows share one string.
 */
export class TextCache {
  readonly #texts: string[] = new Array<string>(SLOTS).fill('');
  readonly #bytes = new Uint8Array(SLOTS * LONGEST);
  readonly #sizes = new Uint8Array(SLOTS);

  /**
   * The text of the bytes from `start` up to `end`.
   * @param decode gives it when it is not known
   */
  text(
    buffer: Uint8Array,
    start: number,
    end: number,
    decode: (start: number, end: number) => string,
  ): string {
    const size = end - start;
    if (size > LONGEST) return decode(start, end);
    let hash = size;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (buffer[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const base = slot * LONGEST;
    const known = this.#bytes;
    if (this.#sizes[slot] === size) {
      let index = 0;
      while (index < size && known[base + index] === buffer[start + index]) index++;
      if (index === size) return this.#texts[slot] ?? '';
    }
    const text = decode(start, end);
    this.#texts[slot] = text;
    this.#sizes[slot] = size;
    for (let index = 0; index < size; index++) known[base + index] = buffer[start + index] ?? 0;
    return text;
  }
}
