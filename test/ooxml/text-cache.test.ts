import { describe, expect, it } from '@jest/globals';
import { TextCache } from '../../src/ooxml/text-cache';

function reading(cache: TextCache, text: string): { text: string; decoded: boolean } {
  const bytes = new TextEncoder().encode(`<${text}>`);
  let decoded = false;
  const read = cache.text(bytes, 1, bytes.length - 1, (start, end) => {
    decoded = true;
    return new TextDecoder().decode(bytes.subarray(start, end));
  });
  return { text: read, decoded };
}

describe('texts that are known by their bytes', () => {
  it('are never taken for others, however many of one length there are', () => {
    const cache = new TextCache();
    const texts = Array.from({ length: 20_000 }, (_, index) => `${100_000 + index}小学`);
    for (const text of [...texts, ...texts]) expect(reading(cache, text).text).toBe(text);
  });

  it('are decoded once while they come again and again, unless they are long', () => {
    const cache = new TextCache();
    const long = '九年一贯制学校'.repeat(3);
    expect(reading(cache, '乡村')).toEqual({ text: '乡村', decoded: true });
    expect(reading(cache, '乡村')).toEqual({ text: '乡村', decoded: false });
    expect(reading(cache, '')).toEqual({ text: '', decoded: false });
    expect(reading(cache, long)).toEqual({ text: long, decoded: true });
    expect(reading(cache, long)).toEqual({ text: long, decoded: true });
  });
});
