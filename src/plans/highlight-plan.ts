/**
 * Conditional formats to be put on the user's sheets, as plain data. Every formula begins
 * `AND(N("junheng")=0,` so that any host recognises the rules of this program, whichever made them.
 */

/** The start of every rule formula of ours. */
export const HIGHLIGHT_MARK = 'AND(N("junheng")=0,';

/** Whether a conditional format's formula (with or without `=`) is one of ours. */
export function isHighlightFormula(formula: string): boolean {
  return formula
    .replace(/^=/, '')
    .replace(/\s+/g, '')
    .toUpperCase()
    .startsWith(HIGHLIGHT_MARK.toUpperCase());
}

/** The three marks: below 85 %, 85–100 %, and data that cannot be used. */
export type HighlightMark = 'below' | 'near' | 'fault';

/** How a mark looks. Colours are RRGGBB. */
export interface HighlightStyle {
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean;
}

/** One rule over one or several rectangles of a sheet. */
export interface HighlightRule {
  readonly mark: HighlightMark;
  /** A1 ranges, without `$`. Relative references in `formula` are those of the first cell of the first. */
  readonly ranges: readonly string[];
  /** Without the leading `=`; begins with HIGHLIGHT_MARK. */
  readonly formula: string;
}

/** The rules of one sheet, strongest first: an earlier rule stops those after it. */
export interface SheetHighlights {
  readonly sheet: string;
  readonly rules: readonly HighlightRule[];
}

/** All marks of a workbook. */
export interface HighlightPlan {
  readonly styles: Readonly<Record<HighlightMark, HighlightStyle>>;
  readonly sheets: readonly SheetHighlights[];
}
