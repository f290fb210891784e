import type { HighlightStyle } from '../../plans/highlight-plan';
import type { CellStyle, NumberFormat } from '../../plans/sheet-plan';
import { appendInside, insertionOffset, STYLESHEET_ORDER } from './schema-order';
import { splice, type TextEdit } from './splice';
import {
  entryXml,
  meaningOfElement,
  meaningOfEntry,
  styleEntry,
  type StyleEntry,
} from './style-entry';
import { attributeOf, childOf, outlineXml, type XmlElement } from './xml-outline';

/** A number format: an id built into every program, or a code that the workbook must list. */
type NumberFormatEntry = { readonly id: number } | { readonly code: string };

/** Built-in ids are those of ECMA-376 part 1, 18.8.30. */
const NUMBER_FORMATS: Readonly<Record<NumberFormat, NumberFormatEntry>> = {
  general: { id: 0 },
  integer: { id: 1 },
  decimal2: { id: 2 },
  decimal3: { code: '0.000' },
  percent1: { code: '0.0%' },
  date: { code: 'yyyy\\-mm\\-dd' },
  text: { id: 49 },
};

/** The format code of a planned number format, as charts need it. */
export function formatCode(format: NumberFormat): string {
  const entry = NUMBER_FORMATS[format];
  if ('code' in entry) return entry.code;
  return { 0: 'General', 1: '0', 2: '0.00', 49: '@' }[entry.id] ?? 'General';
}

/** The first id that a workbook may give to its own number formats. */
const FIRST_CUSTOM_FORMAT = 164;

const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type SectionName = (typeof SECTIONS)[number];

const FONT_PARTS = [
  styleEntry('sz', { val: 11 }),
  styleEntry('name', { val: '宋体' }),
  styleEntry('family', { val: 3 }),
  styleEntry('charset', { val: 134 }),
];

function patternFill(patternType: string): StyleEntry {
  return styleEntry('fill', {}, [styleEntry('patternFill', { patternType })]);
}

/** The entries that programs take for granted at the first indexes of a section. */
const BASE_ENTRIES: Readonly<Record<SectionName, readonly StyleEntry[]>> = {
  numFmts: [],
  fonts: [styleEntry('font', {}, FONT_PARTS)],
  fills: [patternFill('none'), patternFill('gray125')],
  borders: [
    styleEntry(
      'border',
      {},
      ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => styleEntry(side)),
    ),
  ],
  cellXfs: [styleEntry('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })],
  dxfs: [],
};

const THIN_BORDER = styleEntry('border', {}, [
  ...['left', 'right', 'top', 'bottom'].map((side) =>
    styleEntry(side, { style: 'thin' }, [styleEntry('color', { auto: 1 })]),
  ),
  styleEntry('diagonal'),
]);

/** A styles part for a workbook that has none: the default font, fills, border and format. */
export function emptyStyleSheet(namespace: string): string {
  const section = (name: SectionName): string => {
    const entries = BASE_ENTRIES[name];
    return `<${name} count="${entries.length}">${entries.map((entry) => entryXml(entry)).join('')}</${name}>`;
  };
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<styleSheet xmlns="${namespace}">` +
    section('fonts') +
    section('fills') +
    section('borders') +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

interface Section {
  readonly element: XmlElement | undefined;
  /**
   * Meaning to index, of what was there and of what was added. Made when it is first asked for:
   * workbooks exist with tens of thousands of formats.
   */
  known: Map<string, number> | null;
  size: number;
  readonly added: StyleEntry[];
}

function knownEntries(section: Section): Map<string, number> {
  if (section.known !== null) return section.known;
  const known = new Map<string, number>();
  (section.element?.children ?? []).forEach((child, index) => {
    const meaning = meaningOfElement(child);
    if (!known.has(meaning)) known.set(meaning, index);
  });
  section.known = known;
  return known;
}

/**
 * The styles of a workbook, to which cell formats and conditional formats are added. Entries are
 * only appended, so that every index in use keeps its meaning; an entry that is there already,
 * whoever wrote it, is used again, so that a second run adds nothing.
 */
export class StyleSheet {
  readonly #xml: string;
  readonly #root: XmlElement;
  readonly #sections: ReadonlyMap<SectionName, Section>;
  /** Plans share their style objects, and most cells of a sheet look alike. */
  readonly #formatOfObject = new WeakMap<CellStyle, number>();
  readonly #cellFormats = new Map<string, number>();
  /** Ids by code, of number formats that were added. */
  readonly #addedFormats = new Map<string, number>();
  readonly #hasNamedStyles: boolean;
  #nextFormatId: number;

  /**
   * @param xml text of the styles part.
   * @param part its name, for errors.
   * @throws {OoxmlError} `malformed-xml`, `bad-entity`.
   */
  constructor(xml: string, part: string | null) {
    this.#xml = xml;
    this.#root = outlineXml(xml, part);
    this.#hasNamedStyles = (childOf(this.#root, 'cellStyleXfs')?.children.length ?? 0) > 0;
    this.#sections = new Map(
      SECTIONS.map((name) => {
        const element = childOf(this.#root, name);
        return [name, { element, known: null, size: element?.children.length ?? 0, added: [] }];
      }),
    );
    const ids = (this.#section('numFmts').element?.children ?? []).map((child) =>
      Number(attributeOf(child, 'numFmtId')),
    );
    this.#nextFormatId = ids
      .filter(Number.isInteger)
      .reduce((highest, id) => Math.max(highest, id + 1), FIRST_CUSTOM_FORMAT);
  }

  #section(name: SectionName): Section {
    const section = this.#sections.get(name);
    if (!section) throw new RangeError(`no section ${name}`);
    return section;
  }

  /** The index of an entry, appended unless the section has an equal one. */
  #index(name: SectionName, entry: StyleEntry): number {
    const section = this.#section(name);
    const known = knownEntries(section);
    for (const base of BASE_ENTRIES[name].slice(section.size)) {
      section.added.push(base);
      section.size += 1;
    }
    const meaning = meaningOfEntry(entry);
    const found = known.get(meaning);
    if (found !== undefined) return found;
    known.set(meaning, section.size);
    section.added.push(entry);
    section.size += 1;
    return section.size - 1;
  }

  #numberFormatId(format: NumberFormat): number {
    const entry = NUMBER_FORMATS[format];
    if ('id' in entry) return entry.id;
    const section = this.#section('numFmts');
    for (const child of section.element?.children ?? []) {
      if (attributeOf(child, 'formatCode') !== entry.code) continue;
      const id = Number(attributeOf(child, 'numFmtId'));
      if (Number.isInteger(id)) return id;
    }
    const known = this.#addedFormats.get(entry.code);
    if (known !== undefined) return known;
    const id = this.#nextFormatId;
    this.#nextFormatId += 1;
    this.#addedFormats.set(entry.code, id);
    section.added.push(styleEntry('numFmt', { numFmtId: id, formatCode: entry.code }));
    section.size += 1;
    return id;
  }

  /** A part of the workbook's first font, which is its default, null when it has none such. */
  #defaultFontPart(local: string): StyleEntry | null {
    const font = this.#section('fonts').element?.children[0];
    if (!font) return FONT_PARTS.find((part) => part.local === local) ?? null;
    const part = childOf(font, local);
    if (!part) return null;
    const attributes = part.attributes.map(({ name, value }) => [name, value] as const);
    return { local, attributes, children: [] };
  }

  #fontId(style: CellStyle): number {
    const { bold, italic, underline, fontSize, fontColor } = style;
    if (!bold && !italic && !underline && fontSize === undefined && fontColor === undefined) {
      return 0;
    }
    return this.#index(
      'fonts',
      styleEntry('font', {}, [
        bold ? styleEntry('b') : null,
        italic ? styleEntry('i') : null,
        underline ? styleEntry('u') : null,
        fontSize === undefined ? this.#defaultFontPart('sz') : styleEntry('sz', { val: fontSize }),
        fontColor === undefined
          ? this.#defaultFontPart('color')
          : styleEntry('color', { rgb: opaqueColor(fontColor) }),
        ...['name', 'family', 'charset', 'scheme'].map((part) => this.#defaultFontPart(part)),
      ]),
    );
  }

  /**
   * The index (`s` of a cell) of a planned look. Fonts follow the workbook's default font, so that
   * sheets of ours look at home in it.
   */
  cellFormat(style: CellStyle): number {
    const sameObject = this.#formatOfObject.get(style);
    if (sameObject !== undefined) return sameObject;
    const format = this.#formatAlike(style);
    this.#formatOfObject.set(style, format);
    return format;
  }

  #formatAlike(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.#cellFormats.get(key);
    if (known !== undefined) return known;
    const fontId = this.#fontId(style);
    const numFmtId = this.#numberFormatId(style.numberFormat ?? 'general');
    const fillId = style.fill === undefined ? 0 : this.#index('fills', solidFill(style.fill));
    const borderId = style.border === 'thin' ? this.#index('borders', THIN_BORDER) : 0;
    const alignment = styleEntry('alignment', {
      horizontal: style.horizontal,
      vertical: style.vertical,
      wrapText: style.wrap ? 1 : undefined,
      indent: style.indent,
    });
    const isAligned = alignment.attributes.length > 0;
    const flag = (applies: boolean | undefined): 1 | undefined => (applies ? 1 : undefined);
    const index = this.#index(
      'cellXfs',
      styleEntry(
        'xf',
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: this.#hasNamedStyles ? 0 : undefined,
          applyNumberFormat: flag(numFmtId !== 0),
          applyFont: flag(fontId !== 0),
          applyFill: flag(fillId !== 0),
          applyBorder: flag(borderId !== 0),
          applyAlignment: flag(isAligned),
          applyProtection: flag(style.unlocked),
        },
        [
          isAligned ? alignment : null,
          style.unlocked ? styleEntry('protection', { locked: 0 }) : null,
        ],
      ),
    );
    this.#cellFormats.set(key, index);
    return index;
  }

  /** The index (`dxfId` of a conditional format) of a mark's look. */
  differentialFormat(style: HighlightStyle): number {
    return this.#index(
      'dxfs',
      styleEntry('dxf', {}, [
        styleEntry('font', {}, [
          style.bold ? styleEntry('b') : null,
          styleEntry('color', { rgb: opaqueColor(style.fontColor) }),
        ]),
        styleEntry('fill', {}, [
          styleEntry('patternFill', {}, [styleEntry('bgColor', { rgb: opaqueColor(style.fill) })]),
        ]),
      ]),
    );
  }

  /** The styles part with what was added; the same text when nothing was. */
  text(): string {
    const prefix = this.#root.prefix;
    const edits: TextEdit[] = [];
    const missing: { name: SectionName; offset: number; text: string }[] = [];
    for (const name of SECTIONS) {
      const { element, added, size } = this.#section(name);
      if (added.length === 0) continue;
      const text = added.map((entry) => entryXml(entry, prefix)).join('');
      if (!element) {
        missing.push({
          name,
          offset: insertionOffset(this.#root, name, STYLESHEET_ORDER),
          text: `<${prefix}${name} count="${size}">${text}</${prefix}${name}>`,
        });
        continue;
      }
      const count = element.attributes.find((entry) => entry.name === 'count');
      if (count) edits.push({ start: count.valueStart, end: count.valueEnd, text: String(size) });
      edits.push(...appendInside(this.#xml, element, text));
    }
    if (missing.length > 0 && this.#root.selfClosing) {
      edits.push(...appendInside(this.#xml, this.#root, missing.map(({ text }) => text).join('')));
    } else {
      // SECTIONS are in the order of the schema, and insertions at one place keep their order.
      edits.push(...missing.map(({ offset, text }) => ({ start: offset, end: offset, text })));
    }
    return splice(this.#xml, edits);
  }
}

function solidFill(color: string): StyleEntry {
  return styleEntry('fill', {}, [
    styleEntry('patternFill', { patternType: 'solid' }, [
      styleEntry('fgColor', { rgb: opaqueColor(color) }),
      styleEntry('bgColor', { indexed: 64 }),
    ]),
  ]);
}

/** RRGGBB as the AARRGGBB that styles hold. */
export function opaqueColor(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) throw new RangeError(`"${color}" is no colour RRGGBB`);
  return `FF${color.toUpperCase()}`;
}
