/** Where each row of a list starts, and which rows a view shows. */
export interface RowOffsets {
  /** Top of each row, and behind the last row the height of the whole list; in px. */
  readonly tops: Float64Array;
  readonly total: number;
}

/** The tops of rows of the given heights, in px. */
export function rowOffsets(count: number, heightOf: (index: number) => number): RowOffsets {
  const tops = new Float64Array(count + 1);
  let top = 0;
  for (let index = 0; index < count; index += 1) {
    tops[index] = top;
    top += heightOf(index);
  }
  tops[count] = top;
  return { tops, total: top };
}

/** The row that covers a height, in px from the top of the list: the first or last when outside. */
export function rowAt({ tops }: RowOffsets, y: number): number {
  let low = 0;
  let high = Math.max(tops.length - 2, 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last row to draw: those in view and `overscan` more on either side. */
export function rowsInView(
  offsets: RowOffsets,
  scrollTop: number,
  height: number,
  overscan: number,
): readonly [number, number] {
  const last = offsets.tops.length - 2;
  return [
    Math.max(rowAt(offsets, scrollTop) - overscan, 0),
    Math.min(rowAt(offsets, scrollTop + height) + overscan, last),
  ];
}

/** Where to scroll so that a row is wholly in view, moving as little as possible. */
export function scrollToShow(
  { tops }: RowOffsets,
  index: number,
  scrollTop: number,
  height: number,
): number {
  const top = tops[index] ?? 0;
  const bottom = tops[index + 1] ?? top;
  if (top < scrollTop) return top;
  if (bottom > scrollTop + height) return Math.max(0, Math.min(top, bottom - height));
  return scrollTop;
}
