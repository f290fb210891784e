import type { EditedContent } from '../../plans/cell-edit';

/** The number format in which Excel takes whatever is typed for text. */
export const TEXT_FORMAT = '@';

/** The most characters that a cell holds. */
const LONGEST_TEXT = 32_767;

/**
 * Text as it must be given to a cell to stay text. Excel reads what a program gives it as if it had
 * been typed: a leading apostrophe keeps `=1+1`, `0012` and `1-2` as they are and is not part of the
 * value. In cells of the text format nothing is read, so there it would stay.
 *
 * @param format the cell's number format
 */
export function textInput(text: string, format: string): string {
  const fitting = text.slice(0, LONGEST_TEXT);
  return fitting === '' || format === TEXT_FORMAT ? fitting : `'${fitting}`;
}

/** What is to be written to `Range.formulas` for a cell to hold the content. */
export function cellInput(content: EditedContent, format: string): string | number | boolean {
  if (content === null) return '';
  if (typeof content === 'object') return `=${content.formula}`;
  return typeof content === 'string' ? textInput(content, format) : content;
}
