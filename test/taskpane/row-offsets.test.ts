import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  rowAt,
  rowOffsets,
  rowsInView,
  scrollToShow,
} from '../../src/taskpane/findings/row-offsets';

const heights = [10, 20, 30, 40];
const offsets = rowOffsets(heights.length, (index) => heights[index] ?? 0);

describe('rows of unequal heights', () => {
  it('stand one under another', () => {
    expect([...offsets.tops]).toEqual([0, 10, 30, 60, 100]);
    expect(offsets.total).toBe(100);
  });

  it('are found by a height within them', () => {
    expect([0, 9, 10, 59, 60, 99, 500, -5].map((y) => rowAt(offsets, y))).toEqual([
      0, 0, 1, 2, 3, 3, 3, 0,
    ]);
  });

  it('are drawn where they are in view, and some more on either side', () => {
    expect(rowsInView(offsets, 35, 10, 0)).toEqual([2, 2]);
    expect(rowsInView(offsets, 35, 10, 1)).toEqual([1, 3]);
    expect(rowsInView(offsets, 35, 10, 9)).toEqual([0, 3]);
  });

  it('come wholly into view by the shortest way', () => {
    expect(scrollToShow(offsets, 0, 50, 30)).toBe(0);
    expect(scrollToShow(offsets, 3, 0, 50)).toBe(50);
    expect(scrollToShow(offsets, 1, 5, 50)).toBe(5);
    expect(scrollToShow(offsets, 3, 0, 20)).toBe(60);
  });

  it('cover every height exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, share) => {
          const rows = rowOffsets(some.length, (index) => some[index] ?? 0);
          const y = share * (rows.total - 0.001);
          const at = rowAt(rows, y);
          expect(rows.tops[at]!).toBeLessThanOrEqual(y);
          expect(rows.tops[at + 1]!).toBeGreaterThan(y);
        },
      ),
    );
  });
});
