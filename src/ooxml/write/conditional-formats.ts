import { isHighlightFormula } from '../../plans/highlight-plan';
import type { CellRectangle } from '../cell-range';
import { rectangleOf } from './cell-address';
import { shiftFormula } from './formula-text';
import { insertionOffset, WORKSHEET_ORDER } from './schema-order';
import { splice, type TextEdit } from './splice';
import { encodeXstring, escapeXmlText } from './xml-escape';
import { attributeOf, descendantsOf, outlineWorksheet, type XmlElement } from './xml-outline';

/** A conditional format to be added, its look given as an index among the workbook's dxfs. */
export interface FormulaRule {
  /** A1 ranges; relative references in `formula` are those of the first cell of the first. */
  readonly ranges: readonly string[];
  /** Without `=`. */
  readonly formula: string;
  readonly dxfId: number;
}

/** Longest `sqref`. Excel's own interface stops at 8 192 characters for a list of ranges. */
const LONGEST_SQREF = 4_000;

/** Whether a rule, of either generation, has a formula that is one of ours. */
function isOurs(rule: XmlElement): boolean {
  return [...descendantsOf(rule, 'formula'), ...descendantsOf(rule, 'f')].some((formula) =>
    isHighlightFormula(formula.text),
  );
}

/**
 * The elements to cut so that no rule of ours is left in `element`: single rules, or the whole
 * element when all it held was ours (an empty container is not allowed by the schema).
 */
function oursWithin(element: XmlElement): { cuts: XmlElement[]; empty: boolean } {
  if (element.local === 'cfRule') {
    return isOurs(element) ? { cuts: [element], empty: true } : { cuts: [], empty: false };
  }
  const inner = element.children.map(oursWithin);
  const cuts = inner.flatMap((one) => one.cuts);
  const holdsOthers = element.children.some(
    (child, index) =>
      // What remains beside the rules (xm:sqref, extLst) means nothing once they are gone.
      !inner[index]?.empty && !(child.local === 'sqref' && child.prefix !== ''),
  );
  return cuts.length > 0 && !holdsOthers
    ? { cuts: [element], empty: true }
    : { cuts, empty: false };
}

/** How many rules of ours a worksheet has. */
export function countHighlightRules(xml: string, part: string | null): number {
  if (!/junheng/i.test(xml)) return 0;
  return descendantsOf(outlineWorksheet(xml, part), 'cfRule').filter(isOurs).length;
}

/**
 * A worksheet without the rules whose formula is ours, wherever they stand: Excel gathers rules over
 * the same cells into one element, and may move rules into the extension list. Nothing else changes.
 * @param part its name, for errors.
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`.
 */
export function removeHighlightRules(xml: string, part: string | null): string {
  if (!/junheng/i.test(xml)) return xml;
  const root = outlineWorksheet(xml, part);
  const cuts = root.children
    .filter(({ local }) => local === 'conditionalFormatting' || local === 'extLst')
    .flatMap((child) => oursWithin(child).cuts);
  return splice(
    xml,
    cuts.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/**
 * Ranges in lists of which each is short enough and begins with its top left corner. Programs
 * disagree whether the references of a rule start from the first cell of the first range or from
 * the corner of all ranges together; where both are the same cell they agree.
 */
function packRanges(ranges: readonly string[]): string[][] {
  const packs: { corner: CellRectangle; length: number; ranges: string[] }[] = [];
  for (const range of ranges) {
    const rectangle = rectangleOf(range);
    const pack = packs.at(-1);
    if (
      pack &&
      pack.length + 1 + range.length <= LONGEST_SQREF &&
      rectangle.firstRow >= pack.corner.firstRow &&
      rectangle.firstColumn >= pack.corner.firstColumn
    ) {
      pack.ranges.push(range);
      pack.length += 1 + range.length;
    } else {
      packs.push({ corner: rectangle, length: range.length, ranges: [range] });
    }
  }
  return packs.map((pack) => pack.ranges);
}

/**
 * A worksheet with rules added behind all others, strongest first; an earlier one stops those after
 * it.
 *
 * Their priorities follow the highest one in use: the person's own rules keep their numbers, and
 * with them their order and their effect. A mark of ours shows wherever the person's own rules leave
 * a property (fill, colour, weight) open, and is only hidden in a cell in which a rule of theirs is
 * true and sets the same property or stops the rest. Going before them would need numbers below 1,
 * or rewriting theirs.
 * @param part its name, for errors.
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`.
 */
export function addFormulaRules(
  xml: string,
  part: string | null,
  rules: readonly FormulaRule[],
): string {
  const root = outlineWorksheet(xml, part);
  const used = descendantsOf(root, 'cfRule').map((rule) =>
    Number(attributeOf(rule, 'priority') ?? 0),
  );
  let priority = used.filter(Number.isInteger).reduce((highest, one) => Math.max(highest, one), 0);
  const p = root.prefix;
  let text = '';
  for (const rule of rules) {
    const [first] = rule.ranges;
    if (first === undefined) continue;
    const origin = rectangleOf(first);
    for (const ranges of packRanges(rule.ranges)) {
      const corner = rectangleOf(ranges[0] ?? first);
      const formula = shiftFormula(
        rule.formula,
        corner.firstRow - origin.firstRow,
        corner.firstColumn - origin.firstColumn,
      );
      priority += 1;
      text +=
        `<${p}conditionalFormatting sqref="${ranges.join(' ')}">` +
        `<${p}cfRule type="expression" dxfId="${rule.dxfId}" priority="${priority}" stopIfTrue="1">` +
        `<${p}formula>${escapeXmlText(encodeXstring(formula))}</${p}formula>` +
        `</${p}cfRule></${p}conditionalFormatting>`;
    }
  }
  if (text === '') return xml;
  const offset = insertionOffset(root, 'conditionalFormatting', WORKSHEET_ORDER);
  const edits: TextEdit[] = [{ start: offset, end: offset, text }];
  return splice(xml, edits);
}
