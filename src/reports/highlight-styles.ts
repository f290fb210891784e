import type { HighlightMark, HighlightStyle } from '../plans/highlight-plan';

/**
 * The three marks. Red, amber and violet differ in lightness too, and in weight of type, so that they
 * are told apart without colour vision and on a grey print.
 */
export const HIGHLIGHT_STYLES: Readonly<Record<HighlightMark, HighlightStyle>> = {
  below: { fill: 'F4A79D', fontColor: '7A1008', bold: true },
  near: { fill: 'FFE8A3', fontColor: '5C4300', bold: false },
  fault: { fill: 'C9B6E4', fontColor: '3B1A66', bold: true },
};
