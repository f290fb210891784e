import { CONTENT_TYPES_PART } from '../content-types';
import type { OoxmlPackage } from '../package';
import { relationshipsPartOf } from '../relationship';
import { appendInside } from './schema-order';
import { splice } from './splice';
import { escapeXmlAttribute } from './xml-escape';
import { attributeOf, outlineXml } from './xml-outline';

const PACKAGE_RELATIONSHIPS_NAMESPACE =
  'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Changes a part's text; a part whose text stays the same is not touched.
 * @throws {OoxmlError} as `OoxmlPackage.text`.
 */
export function rewritePart(
  file: OoxmlPackage,
  part: string,
  edit: (text: string) => string,
): void {
  const text = file.text(part);
  const edited = edit(text);
  if (edited === text) return;
  file.write(part, edited);
}

/** The first of `name1.ext`, `name2.ext` … that the package does not have. */
export function freePartName(file: OoxmlPackage, name: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = `${name}${number}.${extension}`;
    if (!file.has(candidate)) return candidate;
  }
}

/** Gives parts their content type; those that have it already are left as they are. */
export function declareContentTypes(
  file: OoxmlPackage,
  parts: readonly string[],
  type: string,
): void {
  const undeclared = parts.filter((part) => file.contentTypeOf(part) !== type);
  if (undeclared.length === 0) return;
  rewritePart(file, CONTENT_TYPES_PART, (xml) => {
    const root = outlineXml(xml, CONTENT_TYPES_PART);
    const elements = undeclared.map((part) => {
      const name = escapeXmlAttribute(`/${part}`);
      return `<${root.prefix}Override PartName="${name}" ContentType="${type}"/>`;
    });
    return splice(xml, appendInside(xml, root, elements.join('')));
  });
}

/** Adds relationships of one type from one part to others and returns their ids. */
export function addRelationships(
  file: OoxmlPackage,
  source: string,
  type: string,
  targets: readonly string[],
): string[] {
  const part = relationshipsPartOf(source);
  const used = new Set(file.relationshipsOf(source).map(({ id }) => id));
  const added = targets.map((target) => {
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    used.add(id);
    return { id, target: escapeXmlAttribute(pathFrom(source, target)) };
  });
  const elements = (prefix: string): string =>
    added
      .map(
        ({ id, target }) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
      )
      .join('');
  if (file.has(part)) {
    rewritePart(file, part, (xml) => {
      const root = outlineXml(xml, part);
      return splice(xml, appendInside(xml, root, elements(root.prefix)));
    });
  } else {
    file.write(
      part,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<Relationships xmlns="${PACKAGE_RELATIONSHIPS_NAMESPACE}">${elements('')}</Relationships>`,
    );
  }
  return added.map(({ id }) => id);
}

/** How `source` names `target` in a relationship: relative, so that it works in every program. */
function pathFrom(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Removes one relationship of a part. */
export function removeRelationship(file: OoxmlPackage, source: string, id: string): void {
  const part = relationshipsPartOf(source);
  rewritePart(file, part, (xml) =>
    splice(
      xml,
      outlineXml(xml, part)
        .children.filter((child) => attributeOf(child, 'Id') === id)
        .map(({ start, end }) => ({ start, end, text: '' })),
    ),
  );
}

/** Removes a part with its relationships and its content type. */
export function removePart(file: OoxmlPackage, part: string): void {
  file.remove(part);
  file.remove(relationshipsPartOf(part));
  const name = `/${part}`.toLowerCase();
  rewritePart(file, CONTENT_TYPES_PART, (xml) =>
    splice(
      xml,
      outlineXml(xml, CONTENT_TYPES_PART)
        .children.filter((child) => attributeOf(child, 'PartName')?.toLowerCase() === name)
        .map(({ start, end }) => ({ start, end, text: '' })),
    ),
  );
}

/** All parts that can be reached from a part (`''` is the package) through relationships. */
function partsReachableFrom(file: OoxmlPackage, source: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [source];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const { external, target } of file.relationshipsOf(from)) {
      if (external || reached.has(target) || !file.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return reached;
}

/** Removes a part's relationships and the parts that nothing else refers to after that. */
export function removeDependents(file: OoxmlPackage, part: string): void {
  const candidates = partsReachableFrom(file, part);
  file.remove(relationshipsPartOf(part));
  const kept = partsReachableFrom(file, '');
  for (const candidate of candidates) {
    if (!kept.has(candidate) && candidate !== part) removePart(file, candidate);
  }
}
