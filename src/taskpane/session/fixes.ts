import type { Finding } from '../../assessment/finding';
import type { CellEdit } from '../../plans/cell-edit';
import { parseTextNumber } from '../../workbook/cell-number';

/**
 * The number that a cell is mended to, or null where that is not safe. Safe is a text that the check
 * already counts as this very number: stored as text, in full-width characters, with spaces,
 * separators or a unit. A text in another unit of money than its column is converted by the check,
 * and is left to the person.
 */
export function fixedNumber({ code, sheet, cell, actual, parameters }: Finding): number | null {
  if (code !== 'number-as-text' && code !== 'full-width-number') return null;
  if (sheet === null || cell === null || typeof actual !== 'string') return null;
  const read = parseTextNumber(actual);
  if (read === null || (read.unit !== null && read.value !== parameters['read'])) return null;
  return read.value;
}

/** The edits that mend the cells of findings; a cell named by several findings is mended once. */
export function planFixes(findings: readonly Finding[]): readonly CellEdit[] {
  const edits = new Map<string, CellEdit>();
  for (const finding of findings) {
    const content = fixedNumber(finding);
    const { sheet, cell } = finding;
    if (content === null || sheet === null || cell === null) continue;
    edits.set(`${sheet}!${cell}`, { sheet, cell, content });
  }
  return [...edits.values()];
}

/**
 * Those undoing edits whose cells should not have been mended: they held a formula, or something
 * else than when the workbook was checked.
 */
export function wronglyFixed(
  fixes: readonly CellEdit[],
  undo: readonly CellEdit[],
): readonly CellEdit[] {
  const written = new Map(fixes.map(({ sheet, cell, content }) => [`${sheet}!${cell}`, content]));
  return undo.filter(
    ({ sheet, cell, content }) =>
      typeof content !== 'string' ||
      parseTextNumber(content)?.value !== written.get(`${sheet}!${cell}`),
  );
}
