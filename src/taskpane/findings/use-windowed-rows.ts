import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { rowAt, rowOffsets, rowsInView, scrollToShow } from './row-offsets';

const OVERSCAN = 6;

/** A scrolling list of which only the rows in view are drawn. */
export interface WindowedRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The rows to draw, ascending. */
  readonly drawn: readonly number[];
  /** Px from the top of the list to a row. */
  readonly topOf: (index: number) => number;
  /** Height of the whole list, px. */
  readonly total: number;
  /** To be given to each drawn row as its ref; the row carries data-key and data-index. */
  readonly measure: (row: HTMLElement | null) => (() => void) | undefined;
  /** Scrolls as little as needed for a row to be in view. */
  readonly show: (index: number) => void;
}

/**
 * Draws only the rows in view of rows whose heights are estimated until they are drawn. Heights are
 * kept by key, so that filtering and sorting keep what was measured. A row above the view that turns
 * out taller or lower than estimated does not move what is being read.
 *
 * @param kept a row that is drawn wherever it is, so that it does not lose the keyboard's focus; −1
 *   for none
 */
export function useWindowedRows(
  keys: readonly string[],
  estimate: (index: number) => number,
  kept: number,
): WindowedRows {
  const scroller = useRef<HTMLDivElement | null>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [view, setView] = useState({ top: 0, height: 0 });

  const offsets = useMemo(
    () => rowOffsets(keys.length, (index) => heights.get(keys[index] ?? '') ?? estimate(index)),
    [keys, estimate, heights],
  );
  const current = useRef({ keys, offsets });
  useLayoutEffect(() => {
    current.current = { keys, offsets };
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = (): void => {
      setView((known) =>
        known.top === element.scrollTop && known.height === element.clientHeight
          ? known
          : { top: element.scrollTop, height: element.clientHeight },
      );
    };
    read();
    element.addEventListener('scroll', read, { passive: true });
    const resized = new ResizeObserver(read);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      resized.disconnect();
    };
  }, []);

  const measure = useCallback((row: HTMLElement | null) => {
    if (row === null) return undefined;
    const remember = (): void => {
      const key = row.dataset['key'];
      const { height } = row.getBoundingClientRect();
      if (key === undefined || height === 0) return;
      const known = current.current;
      const index = Number(row.dataset['index']);
      const { tops } = known.offsets;
      const drawnAs = (tops[index + 1] ?? 0) - (tops[index] ?? 0);
      if (known.keys[index] !== key || Math.abs(height - drawnAs) < 0.5) return;
      setHeights((measured) => new Map(measured).set(key, height));
      const element = scroller.current;
      if (element !== null && index < rowAt(known.offsets, element.scrollTop)) {
        element.scrollTop += height - drawnAs;
      }
    };
    const observer = new ResizeObserver(remember);
    observer.observe(row);
    return () => {
      observer.disconnect();
    };
  }, []);

  const show = useCallback((index: number) => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = scrollToShow(
      current.current.offsets,
      index,
      element.scrollTop,
      element.clientHeight,
    );
  }, []);

  const drawn: number[] = [];
  if (keys.length > 0) {
    const [first, last] = rowsInView(offsets, view.top, view.height, OVERSCAN);
    for (let index = first; index <= last; index += 1) drawn.push(index);
    if (kept >= 0 && kept < keys.length) {
      if (kept < first) drawn.unshift(kept);
      if (kept > last) drawn.push(kept);
    }
  }
  return {
    scroller,
    drawn,
    topOf: (index) => offsets.tops[index] ?? 0,
    total: offsets.total,
    measure,
    show,
  };
}
