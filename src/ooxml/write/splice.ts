/** A replacement of the characters from `start` up to (not including) `end` by `text`. */
export interface TextEdit {
  /** 0-based offset into the text as it was. */
  readonly start: number;
  /** Equal to `start` for a pure insertion. */
  readonly end: number;
  readonly text: string;
}

/**
 * Carries out edits on a text, leaving every other character as it was. This is the only way parts
 * of a user's workbook are changed: nothing is ever parsed and written out again.
 *
 * Edits may come in any order; insertions at one offset keep the order they came in, and stand
 * before a replacement that starts there.
 * @throws {RangeError} when edits overlap or lie outside the text.
 */
export function splice(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit ${edit.start}–${edit.end} overlaps another or leaves the text of ${text.length}`,
      );
    }
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
