import type { HighlightStyle } from '../../plans/highlight-plan';
import type { CellStyle, NumberFormat } from '../../plans/sheet-plan';
import { appendInside, insertionOffset, STYLESHEET_ORDER } from './schema-order';
import { splice, type TextEdit } from './splice';
import { escapeXmlAttribute } from './xml-escape';
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

/** The entries that programs take for granted at the first indexes of a section. */
const BASE_ENTRIES: Readonly<Record<SectionName, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
};

/** A styles part for a workbook that has none: the default font, fills, border and format. */
export function emptyStyleSheet(namespace: string): string {
  const section = (name: SectionName): string => {
    const entries = BASE_ENTRIES[name];
    return `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
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

/** An element's meaning as text: equal for equal entries however they are written. */
function canonical(element: XmlElement): string {
  const attributes = element.attributes
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
  const inside =
    element.children.length > 0 ? element.children.map(canonical).join('') : element.text.trim();
  return `<${element.local} ${attributes.join(' ')}>${inside}</>`;
}

/** Our entries are written without a prefix; a part whose elements have one needs it on all. */
function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)([A-Za-z])/g, `<$1${prefix}$2`);
}

interface Section {
  readonly element: XmlElement | undefined;
  /** Canonical form to index, of what was there and of what was added. */
  readonly known: Map<string, number>;
  size: number;
  readonly added: string[];
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
        const known = new Map<string, number>();
        (element?.children ?? []).forEach((child, index) => {
          const form = canonical(child);
          if (!known.has(form)) known.set(form, index);
        });
        return [name, { element, known, size: element?.children.length ?? 0, added: [] }];
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
  #index(name: SectionName, entry: string): number {
    const section = this.#section(name);
    while (section.size < BASE_ENTRIES[name].length) {
      section.added.push(BASE_ENTRIES[name][section.size] ?? '');
      section.size += 1;
    }
    const form = canonical(outlineXml(entry, null));
    const found = section.known.get(form);
    if (found !== undefined) return found;
    section.known.set(form, section.size);
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
    const code = escapeXmlAttribute(entry.code);
    const known = section.known.get(entry.code);
    if (known !== undefined) return known;
    const id = this.#nextFormatId;
    this.#nextFormatId += 1;
    section.known.set(entry.code, id);
    section.added.push(`<numFmt numFmtId="${id}" formatCode="${code}"/>`);
    section.size += 1;
    return id;
  }

  /** A part of the workbook's first font, which is its default, without prefixes. */
  #defaultFontPart(local: string): string {
    const font = this.#section('fonts').element?.children[0];
    if (!font) {
      const part = new RegExp(`<${local} [^>]*/>`).exec(BASE_ENTRIES.fonts[0] ?? '');
      return part?.[0] ?? '';
    }
    const part = childOf(font, local);
    if (!part) return '';
    const attributes = part.attributes
      .map(({ name, value }) => ` ${name}="${escapeXmlAttribute(value)}"`)
      .join('');
    return `<${local}${attributes}/>`;
  }

  #fontId(style: CellStyle): number {
    const { bold, italic, underline, fontSize, fontColor } = style;
    if (!bold && !italic && !underline && fontSize === undefined && fontColor === undefined) {
      return 0;
    }
    return this.#index(
      'fonts',
      '<font>' +
        (bold ? '<b/>' : '') +
        (italic ? '<i/>' : '') +
        (underline ? '<u/>' : '') +
        (fontSize === undefined ? this.#defaultFontPart('sz') : `<sz val="${fontSize}"/>`) +
        (fontColor === undefined
          ? this.#defaultFontPart('color')
          : `<color rgb="${opaqueColor(fontColor)}"/>`) +
        ['name', 'family', 'charset', 'scheme']
          .map((part) => this.#defaultFontPart(part))
          .join('') +
        '</font>',
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
    const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.#cellFormats.get(key);
    if (known !== undefined) return known;
    const fontId = this.#fontId(style);
    const numberFormatId = this.#numberFormatId(style.numberFormat ?? 'general');
    const fillId =
      style.fill === undefined
        ? 0
        : this.#index(
            'fills',
            `<fill><patternFill patternType="solid"><fgColor rgb="${opaqueColor(style.fill)}"/>` +
              '<bgColor indexed="64"/></patternFill></fill>',
          );
    const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
    const borderId =
      style.border === 'thin'
        ? this.#index(
            'borders',
            `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
          )
        : 0;
    const alignment =
      (style.horizontal === undefined ? '' : ` horizontal="${style.horizontal}"`) +
      (style.vertical === undefined ? '' : ` vertical="${style.vertical}"`) +
      (style.wrap ? ' wrapText="1"' : '') +
      (style.indent === undefined ? '' : ` indent="${style.indent}"`);
    const inside =
      (alignment === '' ? '' : `<alignment${alignment}/>`) +
      (style.unlocked ? '<protection locked="0"/>' : '');
    const opening =
      `<xf numFmtId="${numberFormatId}" fontId="${fontId}" fillId="${fillId}" ` +
      `borderId="${borderId}"${this.#hasNamedStyles ? ' xfId="0"' : ''}` +
      (numberFormatId === 0 ? '' : ' applyNumberFormat="1"') +
      (fontId === 0 ? '' : ' applyFont="1"') +
      (fillId === 0 ? '' : ' applyFill="1"') +
      (borderId === 0 ? '' : ' applyBorder="1"') +
      (alignment === '' ? '' : ' applyAlignment="1"') +
      (style.unlocked ? ' applyProtection="1"' : '');
    const index = this.#index(
      'cellXfs',
      inside === '' ? `${opening}/>` : `${opening}>${inside}</xf>`,
    );
    this.#cellFormats.set(key, index);
    return index;
  }

  /** The index (`dxfId` of a conditional format) of a mark's look. */
  differentialFormat(style: HighlightStyle): number {
    return this.#index(
      'dxfs',
      `<dxf><font>${style.bold ? '<b/>' : ''}<color rgb="${opaqueColor(style.fontColor)}"/></font>` +
        `<fill><patternFill><bgColor rgb="${opaqueColor(style.fill)}"/></patternFill></fill></dxf>`,
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
      const text = withPrefix(added.join(''), prefix);
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

/** RRGGBB as the AARRGGBB that styles hold. */
export function opaqueColor(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) throw new RangeError(`"${color}" is no colour RRGGBB`);
  return `FF${color.toUpperCase()}`;
}
