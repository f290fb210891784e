import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
} from '@univerjs/core';
import type { CellLook } from '../../ooxml/cell-look';

/** Pixels of the grid that a point of the file is. */
export const PIXELS_PER_POINT = 96 / 72;

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

function color(rgb: string): { rgb: string } {
  return { rgb: `#${rgb}` };
}

function borders(look: NonNullable<CellLook['borders']>): IBorderData {
  const line = (rgb: string | undefined): IBorderStyleData | null =>
    rgb === undefined ? null : { s: BorderStyleTypes.THIN, cl: color(rgb) };
  return {
    t: line(look.top),
    b: line(look.bottom),
    l: line(look.left),
    r: line(look.right),
  };
}

/** The look of a cell in the grid's own terms. */
export function gridStyle(look: CellLook): IStyleData {
  return {
    ...(look.font === undefined ? {} : { ff: look.font }),
    ...(look.size === undefined ? {} : { fs: look.size }),
    ...(look.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(look.underline === true ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(look.color === undefined ? {} : { cl: color(look.color) }),
    ...(look.fill === undefined ? {} : { bg: color(look.fill) }),
    ...(look.borders === undefined ? {} : { bd: borders(look.borders) }),
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] }),
    ...(look.vertical === undefined ? {} : { vt: VERTICAL[look.vertical] }),
    ...(look.wrap === true ? { tb: WrapStrategy.WRAP } : {}),
    ...(look.format === undefined ? {} : { n: { pattern: look.format } }),
  };
}
