import { OoxmlError } from '../ooxml-error';
import { XmlTokenizer, type XmlAttribute } from '../xml-tokenizer';

/** An element with its places in the text of its part. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without the prefix. */
  readonly local: string;
  /** What stands before the local name: empty, or such as `x:`. */
  readonly prefix: string;
  /** Offset of the `<` of the opening tag. */
  readonly start: number;
  /** Offset after the `>` of the opening tag. */
  readonly openEnd: number;
  /** Offset of the `<` of the closing tag; for `<a/>` the same as `openEnd`. */
  readonly closeStart: number;
  /** Offset after the whole element. */
  readonly end: number;
  readonly selfClosing: boolean;
  readonly attributes: readonly XmlAttribute[];
  /** The text directly inside, entities and CDATA resolved. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  readonly element: Omit<XmlElement, 'closeStart' | 'end' | 'text'>;
  readonly children: XmlElement[];
  text: string;
}

/** A stretch of the text that is not looked at, and has been cut out of what is. */
interface Gap {
  readonly at: number;
  readonly length: number;
}

/**
 * The elements of a part with their places.
 * @param part its name, for errors.
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`.
 */
export function outlineXml(xml: string, part: string | null): XmlElement {
  return outline(xml, part, { at: xml.length, length: 0 });
}

/**
 * The elements of a worksheet with their places, `sheetData` without its rows: the end of these is
 * sought from the end of the part, so that hundreds of thousands of rows cost nothing.
 * @param part its name, for errors.
 * @throws {OoxmlError} `malformed-xml`, `bad-entity`.
 */
export function outlineWorksheet(xml: string, part: string | null): XmlElement {
  const opening = /<([\w.-]+:)?sheetData(?:\s[^<>]*)?>/.exec(xml);
  // Comments and CDATA could hold what looks like the tags sought; then the whole is read.
  if (!opening || opening[0].endsWith('/>') || /<!--|<!\[CDATA\[/.test(xml)) {
    return outlineXml(xml, part);
  }
  const at = opening.index + opening[0].length;
  const close = xml.lastIndexOf(`</${opening[1] ?? ''}sheetData`);
  if (close < at) throw new OoxmlError('malformed-xml', part, 'sheetData has no end');
  return outline(xml.slice(0, at) + xml.slice(close), part, { at, length: close - at });
}

function outline(xml: string, part: string | null, gap: Gap): XmlElement {
  // Offsets at the gap itself are those of what stands before it, except for the start of a tag.
  const before = (offset: number): number => (offset > gap.at ? offset + gap.length : offset);
  const from = (offset: number): number => (offset >= gap.at ? offset + gap.length : offset);
  const tokens = new XmlTokenizer(xml, part);
  const path: OpenElement[] = [];
  while (tokens.next() !== 'end') {
    const current = path.at(-1);
    if (tokens.token === 'text') {
      if (current) current.text += tokens.text;
    } else if (tokens.token === 'open') {
      const children: XmlElement[] = [];
      const colon = tokens.name.indexOf(':');
      path.push({
        element: {
          name: tokens.name,
          local: tokens.local,
          prefix: tokens.name.slice(0, colon + 1),
          start: from(tokens.start),
          openEnd: before(tokens.end),
          selfClosing: tokens.selfClosing,
          attributes:
            tokens.start < gap.at
              ? tokens.attributes
              : tokens.attributes.map((attribute) => ({
                  ...attribute,
                  start: from(attribute.start),
                  end: from(attribute.end),
                  valueStart: from(attribute.valueStart),
                  valueEnd: from(attribute.valueEnd),
                })),
          children,
        },
        children,
        text: '',
      });
    } else if (current) {
      path.pop();
      const { element, text } = current;
      const whole: XmlElement = {
        ...element,
        closeStart: element.selfClosing ? element.openEnd : from(tokens.start),
        end: element.selfClosing ? element.openEnd : before(tokens.end),
        text,
      };
      const parent = path.at(-1);
      if (!parent) return whole;
      parent.children.push(whole);
    }
  }
  throw new OoxmlError('malformed-xml', part, 'there is no element');
}

/** One attribute's value by its name as written, or undefined. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}

/** The first child of a local name. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** All elements of a local name below an element, in document order. */
export function descendantsOf(element: XmlElement, local: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.local === local ? [child] : []),
    ...descendantsOf(child, local),
  ]);
}
