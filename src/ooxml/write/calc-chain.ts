import { appendInside } from './schema-order';
import { splice } from './splice';
import { attributeOf, outlineXml } from './xml-outline';

/** A cell with a formula, by the id of its sheet (`sheetId`, not its position). */
export interface ChainedCell {
  readonly sheetId: string;
  /** A1. */
  readonly cell: string;
}

/**
 * The calculation chain without the cells for which `gone` holds. Excel repairs a file whose chain
 * names a cell that has no formula.
 * @param part its name, for errors.
 * @returns null when nothing is left: an empty chain is not allowed, its part must go.
 */
export function withoutChained(
  xml: string,
  part: string | null,
  gone: (cell: ChainedCell) => boolean,
): string | null {
  const root = outlineXml(xml, part);
  let sheetId = '';
  /** The sheet that a reader knows of at this place, once the cells before are cut. */
  let told = '';
  let kept = 0;
  const edits = [];
  for (const entry of root.children) {
    const own = attributeOf(entry, 'i');
    // An entry without a sheet is on that of the entry before it.
    if (own !== undefined) sheetId = own;
    if (gone({ sheetId, cell: attributeOf(entry, 'r') ?? '' })) {
      edits.push({ start: entry.start, end: entry.end, text: '' });
      continue;
    }
    kept += 1;
    if (own === undefined && told !== sheetId) {
      const after = entry.start + 1 + entry.name.length;
      edits.push({ start: after, end: after, text: ` i="${sheetId}"` });
    }
    told = sheetId;
  }
  return kept === 0 ? null : splice(xml, edits);
}

/** The calculation chain with cells appended; their order is Excel's own affair. */
export function withChained(
  xml: string,
  part: string | null,
  cells: readonly ChainedCell[],
): string {
  if (cells.length === 0) return xml;
  const root = outlineXml(xml, part);
  const entries = cells.map(({ sheetId, cell }) => `<${root.prefix}c r="${cell}" i="${sheetId}"/>`);
  return splice(xml, appendInside(xml, root, entries.join('')));
}
