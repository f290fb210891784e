import type { TextEdit } from './splice';
import type { XmlElement } from './xml-outline';

/** Children of `worksheet` in the order of the schema (ECMA-376 part 1, CT_Worksheet). */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

/** Children of `workbook` in the order of the schema (CT_Workbook). */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
] as const;

/** Children of `styleSheet` in the order of the schema (CT_Stylesheet). */
export const STYLESHEET_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

/**
 * Where a new child belongs: after the last child that the schema puts at or before it. Children
 * the schema does not name (mc:AlternateContent) are passed over, so that what stands behind them
 * stays behind.
 * @returns an offset for an insertion; only for an element that is not self-closing.
 */
export function insertionOffset(
  parent: XmlElement,
  local: string,
  order: readonly string[],
): number {
  const rank = order.indexOf(local);
  let offset = parent.openEnd;
  for (const child of parent.children) {
    const childRank = order.indexOf(child.local);
    if (childRank >= 0 && childRank <= rank) offset = child.end;
  }
  return offset;
}

/**
 * The edits that append text to the end of an element's content, opening it up when it is
 * self-closing.
 */
export function appendInside(xml: string, element: XmlElement, text: string): TextEdit[] {
  if (!element.selfClosing) {
    return [{ start: element.closeStart, end: element.closeStart, text }];
  }
  const slash = xml.lastIndexOf('/', element.openEnd - 1);
  return [{ start: slash, end: element.end, text: `>${text}</${element.name}>` }];
}
