/** Namespaces of the transitional dialect (ECMA-376 part 4), which nearly every file uses. */
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Of the `r:id` attributes, and the beginning of every relationship type. */
export const RELATIONSHIPS_NAMESPACE =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Of shapes and colours within charts. */
export const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** Of the part that places charts on a sheet. */
export const SHEET_DRAWING_NAMESPACE =
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
/** Of a chart. */
export const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** The same namespaces in the strict dialect (ECMA-376 part 1). */
const STRICT: ReadonlyMap<string, string> = new Map([
  [MAIN_NAMESPACE, 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  [RELATIONSHIPS_NAMESPACE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  [DRAWING_NAMESPACE, 'http://purl.oclc.org/ooxml/drawingml/main'],
  [SHEET_DRAWING_NAMESPACE, 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing'],
  [CHART_NAMESPACE, 'http://purl.oclc.org/ooxml/drawingml/chart'],
]);

/** Which of the two dialects a workbook is written in; its parts must not mix them. */
export type Dialect = 'transitional' | 'strict';

/** The dialect of a workbook part, by the namespace of its elements. */
export function dialectOf(workbookXml: string): Dialect {
  return workbookXml.includes(STRICT.get(MAIN_NAMESPACE) ?? '') ? 'strict' : 'transitional';
}

/** A part or relationship type written in the transitional dialect, in the dialect asked for. */
export function inDialect(text: string, dialect: Dialect): string {
  if (dialect === 'transitional') return text;
  let strict = text;
  for (const [transitional, name] of STRICT) strict = strict.replaceAll(transitional, name);
  return strict;
}
