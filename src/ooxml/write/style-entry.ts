import { escapeXmlAttribute } from './xml-escape';
import type { XmlElement } from './xml-outline';

/** An element of the styles part that is to be written. */
export interface StyleEntry {
  readonly local: string;
  /** In the order in which they are written. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly StyleEntry[];
}

/**
 * Makes an entry.
 * @param attributes those that are undefined are left out.
 * @param children those that are null are left out.
 */
export function styleEntry(
  local: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly (StyleEntry | null)[] = [],
): StyleEntry {
  const given: [string, string][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) given.push([name, String(value)]);
  }
  return { local, attributes: given, children: children.filter((child) => child !== null) };
}

/** The XML of an entry; a part whose elements have a prefix needs it on all. */
export function entryXml(entry: StyleEntry, prefix = ''): string {
  let tag = `<${prefix}${entry.local}`;
  for (const [name, value] of entry.attributes) tag += ` ${name}="${escapeXmlAttribute(value)}"`;
  if (entry.children.length === 0) return `${tag}/>`;
  const inside = entry.children.map((child) => entryXml(child, prefix)).join('');
  return `${tag}>${inside}</${prefix}${entry.local}>`;
}

function canonical(local: string, attributes: readonly string[], inside: string): string {
  const sorted = attributes.length > 1 ? [...attributes].sort() : attributes;
  return `<${local} ${sorted.join(' ')}>${inside}</>`;
}

function canonicalAttribute(name: string, value: string): string {
  return `${name}=${JSON.stringify(value)}`;
}

/** What an entry means, as text: that of an element that says the same, however it is written. */
export function meaningOfEntry(entry: StyleEntry): string {
  return canonical(
    entry.local,
    entry.attributes.map(([name, value]) => canonicalAttribute(name, value)),
    entry.children.map(meaningOfEntry).join(''),
  );
}

/** What an element of a styles part means, see `meaningOfEntry`. */
export function meaningOfElement(element: XmlElement): string {
  return canonical(
    element.local,
    element.attributes.map(({ name, value }) => canonicalAttribute(name, value)),
    element.children.length > 0
      ? element.children.map(meaningOfElement).join('')
      : element.text.trim(),
  );
}
