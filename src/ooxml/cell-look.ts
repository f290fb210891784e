import { attributeOf, childOf, outlineXml, type XmlElement } from './write/xml-outline';

/** How a cell of a file looks, as far as a grid shows it. Colours are RRGGBB. */
export interface CellLook {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  /** Sides that have a line. */
  readonly borders?: Partial<Readonly<Record<BorderSide, string>>>;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Number format code; absent for General. */
  readonly format?: string;
}

/** A side of a cell. */
export type BorderSide = 'left' | 'right' | 'top' | 'bottom';

/** The looks a workbook has: of cells by their style index, and of conditional formats. */
export interface WorkbookLooks {
  readonly cells: readonly CellLook[];
  readonly differential: readonly CellLook[];
}

/** The colours of the Office theme, in the order in which styles number them. */
const THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];

// ECMA-376 part 1, 18.8.30.
const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [31, 'yyyy"年"m"月"d"日"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [49, '@'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

const SIDES: readonly BorderSide[] = ['left', 'right', 'top', 'bottom'];

/** The colour that an element names, null when it leaves the choice to the program. */
function colorOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const rgb = attributeOf(element, 'rgb');
  const named = rgb === undefined ? THEME[Number(attributeOf(element, 'theme'))] : rgb.slice(-6);
  if (named === undefined || !/^[\dA-Fa-f]{6}$/.test(named)) return null;
  return tinted(named, Number(attributeOf(element, 'tint') ?? 0));
}

/** A colour made lighter (up to 1) or darker (down to −1). */
function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return color;
  const channels = [0, 2, 4].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    const shifted = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(Math.min(255, Math.max(0, shifted)))
      .toString(16)
      .padStart(2, '0');
  });
  return channels.join('').toUpperCase();
}

function isOn(element: XmlElement | undefined): boolean {
  if (element === undefined) return false;
  const value = attributeOf(element, 'val');
  return value !== '0' && value !== 'false' && value !== 'none';
}

function fontLook(font: XmlElement | undefined): CellLook {
  if (font === undefined) return {};
  const name = childOf(font, 'name');
  const face = name === undefined ? undefined : attributeOf(name, 'val');
  const size = childOf(font, 'sz');
  const points = size === undefined ? Number.NaN : Number(attributeOf(size, 'val'));
  const color = colorOf(childOf(font, 'color'));
  return {
    ...(face === undefined ? {} : { font: face }),
    ...(points > 0 ? { size: points } : {}),
    ...(isOn(childOf(font, 'b')) ? { bold: true } : {}),
    ...(isOn(childOf(font, 'i')) ? { italic: true } : {}),
    ...(isOn(childOf(font, 'u')) ? { underline: true } : {}),
    ...(color === null ? {} : { color }),
  };
}

/** @param background which colour fills: cells are filled with the foreground, marks the other way */
function fillLook(fill: XmlElement | undefined, background: boolean): CellLook {
  const pattern = fill === undefined ? undefined : childOf(fill, 'patternFill');
  if (pattern === undefined) return {};
  const kind = attributeOf(pattern, 'patternType');
  if (kind === 'none' || (!background && kind !== 'solid')) return {};
  const color = colorOf(
    background
      ? (childOf(pattern, 'bgColor') ?? childOf(pattern, 'fgColor'))
      : childOf(pattern, 'fgColor'),
  );
  return color === null ? {} : { fill: color };
}

function borderLook(border: XmlElement | undefined): CellLook {
  if (border === undefined) return {};
  const borders: Partial<Record<BorderSide, string>> = {};
  for (const side of SIDES) {
    const line = childOf(border, side);
    if (line === undefined) continue;
    const style = attributeOf(line, 'style');
    if (style === undefined || style === 'none') continue;
    borders[side] = colorOf(childOf(line, 'color')) ?? '000000';
  }
  return Object.keys(borders).length === 0 ? {} : { borders };
}

function alignmentLook(alignment: XmlElement | undefined): CellLook {
  if (alignment === undefined) return {};
  const horizontal = attributeOf(alignment, 'horizontal');
  const vertical = attributeOf(alignment, 'vertical');
  const wrap = attributeOf(alignment, 'wrapText');
  return {
    ...(horizontal === 'left' || horizontal === 'center' || horizontal === 'right'
      ? { horizontal }
      : {}),
    ...(vertical === 'top' || vertical === 'center' || vertical === 'bottom' ? { vertical } : {}),
    ...(wrap === '1' || wrap === 'true' ? { wrap: true } : {}),
  };
}

/**
 * Reads the looks of a styles part.
 * @param part its name, for errors
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`
 */
export function parseLooks(xml: string, part: string): WorkbookLooks {
  const root = outlineXml(xml, part);
  const list = (name: string): readonly XmlElement[] => childOf(root, name)?.children ?? [];
  const formats = new Map(
    list('numFmts').map((one) => [
      Number(attributeOf(one, 'numFmtId')),
      attributeOf(one, 'formatCode') ?? '',
    ]),
  );
  const fonts = list('fonts').map((one) => fontLook(one));
  const fills = list('fills').map((one) => fillLook(one, false));
  const borders = list('borders').map((one) => borderLook(one));
  const cells = list('cellXfs').map((xf): CellLook => {
    const id = Number(attributeOf(xf, 'numFmtId') ?? 0);
    const format = formats.get(id) ?? BUILT_IN_FORMATS.get(id);
    return {
      ...fonts[Number(attributeOf(xf, 'fontId') ?? 0)],
      ...fills[Number(attributeOf(xf, 'fillId') ?? 0)],
      ...borders[Number(attributeOf(xf, 'borderId') ?? 0)],
      ...alignmentLook(childOf(xf, 'alignment')),
      ...(format === undefined || format === 'General' ? {} : { format }),
    };
  });
  const differential = list('dxfs').map((one): CellLook => ({
    ...fontLook(childOf(one, 'font')),
    ...fillLook(childOf(one, 'fill'), true),
  }));
  return { cells, differential };
}
