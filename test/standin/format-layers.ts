import { type Area, cellCount, covers, intersection, subtract } from './a1';
import type { SheetModel } from './workbook-model';
import type { WireValue } from './wire-value';

const DEFAULTS: Readonly<Record<string, WireValue>> = {
  columnWidth: 54,
  rowHeight: 14.25,
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  readingOrder: 'Context',
  autoIndent: false,
  useStandardHeight: true,
  useStandardWidth: true,
  'fill/color': '#FFFFFF',
  'fill/pattern': 'None',
  'font/name': '等线',
  'font/size': 11,
  'font/color': '#000000',
  'font/bold': false,
  'font/italic': false,
  'font/underline': 'None',
  'font/strikethrough': false,
  'font/subscript': false,
  'font/superscript': false,
  'protection/locked': true,
  'protection/formulaHidden': false,
};

/** What Excel answers for a cell nobody formatted. */
export function defaultFormat(path: string): WireValue {
  const border = /^borders\/[^/]+\/(\w+)$/.exec(path)?.[1];
  if (border === 'style') return 'None';
  if (border === 'color') return '#000000';
  if (border === 'weight') return 'Thin';
  return DEFAULTS[path] ?? null;
}

/** Whether the stand-in knows the format property. */
export function isKnownFormat(path: string): boolean {
  return path in DEFAULTS || /^borders\/[^/]+\/(style|color|weight|tintAndShade)$/.test(path);
}

/** The value that all cells of the area share, or null when they differ. */
export function readFormat(sheet: SheetModel, area: Area, path: string): WireValue {
  let open: Area[] = [area];
  let shared: WireValue | undefined;
  const layers = sheet.formats;
  for (let at = layers.length - 1; at >= 0 && open.length > 0; at -= 1) {
    const layer = layers[at];
    if (layer?.path !== path) continue;
    if (!open.some((part) => intersection(part, layer.area) !== undefined)) continue;
    if (shared !== undefined && shared !== layer.value) return null;
    shared = layer.value;
    open = open.flatMap((part) => subtract(part, layer.area));
  }
  if (open.length === 0) return shared ?? defaultFormat(path);
  const unwritten = defaultFormat(path);
  return shared === undefined || shared === unwritten ? unwritten : null;
}

/** Writes one format property over an area; writes that it hides are dropped. */
export function writeFormat(sheet: SheetModel, area: Area, path: string, value: WireValue): void {
  if (cellCount(area) > 1) {
    sheet.formats = sheet.formats.filter(
      (layer) => layer.path !== path || !covers(area, layer.area),
    );
  }
  sheet.formats.push({ area, path, value });
}

/** Takes every format off an area, or only those under a path such as `fill/`. */
export function clearFormats(sheet: SheetModel, area: Area, under = ''): void {
  sheet.formats = sheet.formats.flatMap((layer) =>
    layer.path.startsWith(under)
      ? subtract(layer.area, area).map((part) => ({ ...layer, area: part }))
      : [layer],
  );
}
