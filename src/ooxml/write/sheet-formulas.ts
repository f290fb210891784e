import { resolveEntities } from '../xml-tokenizer';
import { cellAddress } from './cell-address';
import { shiftFormula } from './formula-text';
import {
  attributeIn,
  cellsOf,
  findSheetData,
  formulaOf,
  rowsOf,
  withoutHiddenText,
} from './sheet-rows';

/** The cell from which others of its group take their formula. */
interface SharingCell {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The formulas of a worksheet by cell (A1), without `=`; those that cells share are written out.
 *
 * @param text of the worksheet part
 * @param isWanted which cells to look at, by 1-based row
 * @throws {OoxmlError} `malformed-xml`
 */
export function sheetFormulas(
  text: string,
  isWanted: (row: number) => boolean = () => true,
): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  const tags = withoutHiddenText(text);
  const data = findSheetData(tags);
  if (data === null) return formulas;
  const sharing = new Map<string, SharingCell>();
  for (const row of rowsOf(tags, data)) {
    // A row that is not wanted matters when cells of others share its formulas.
    const isKept = isWanted(row.number);
    if (!isKept && !tags.slice(row.start, row.end).includes('shared')) continue;
    for (const cell of cellsOf(tags, row, data.prefix)) {
      const tag = formulaOf(tags, cell, data.prefix);
      if (tag === null) continue;
      const raw = text.slice(tag.openEnd, tag.closeStart);
      const own = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(raw)?.[1] ?? resolveEntities(raw);
      const group = attributeIn(tag.attributes, 'si');
      const isShared = attributeIn(tag.attributes, 't') === 'shared' && group !== undefined;
      if (isShared && own !== '') {
        sharing.set(group, { formula: own, row: row.number, column: cell.column });
      }
      const origin = isShared ? sharing.get(group) : undefined;
      const formula =
        origin === undefined
          ? own
          : shiftFormula(origin.formula, row.number - origin.row, cell.column - origin.column);
      if (isKept && formula !== '') formulas.set(cellAddress(row.number, cell.column), formula);
    }
  }
  return formulas;
}
