import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splice } from '../../../src/ooxml/write/splice';

describe('splicing', () => {
  it('replaces, inserts and removes at the offsets given, in any order of edits', () => {
    const edited = splice('abcdef', [
      { start: 5, end: 6, text: '' },
      { start: 1, end: 3, text: 'XYZ' },
      { start: 0, end: 0, text: '>' },
    ]);
    expect(edited).toBe('>aXYZde');
  });

  it('keeps insertions at one place in the order they came, before a replacement there', () => {
    const edited = splice('abc', [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ]);
    expect(edited).toBe('a12Bc');
  });

  it('refuses edits that overlap or leave the text', () => {
    const overlap = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    expect(() => splice('abc', overlap)).toThrow(RangeError);
    expect(() => splice('abc', [{ start: 2, end: 4, text: '' }])).toThrow(RangeError);
    expect(() => splice('abc', [{ start: 2, end: 1, text: '' }])).toThrow(RangeError);
  });

  it('leaves every character outside of the edits as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.string(), (text, a, b, insert) => {
        const start = Math.min(a % (text.length + 1), b % (text.length + 1));
        const end = Math.max(a % (text.length + 1), b % (text.length + 1));
        const edited = splice(text, [{ start, end, text: insert }]);
        expect(edited.slice(0, start)).toBe(text.slice(0, start));
        expect(edited.slice(start + insert.length)).toBe(text.slice(end));
      }),
    );
  });
});
