import { decodeCellText } from '../cell-text';
import type { OoxmlPackage } from '../package';
import { readWorkbookPart } from '../workbook-part';
import { RELATIONSHIPS_NAMESPACE } from './namespaces';
import {
  addRelationships,
  declareContentTypes,
  freePartName,
  removePart,
  removeRelationship,
} from './package-edits';
import { WorkbookEditor } from './workbook-editor';
import { encodeXstring, escapeXmlAttribute } from './xml-escape';
import { attributeOf, outlineXml, type XmlElement } from './xml-outline';

/** The namespace of the custom XML part that holds our settings. */
const SETTINGS_NAMESPACE = 'urn:junheng:settings';

interface SettingsPart {
  readonly part: string;
  readonly relationshipId: string;
}

/** Our settings part; the custom XML of others is left alone. */
function findSettings(file: OoxmlPackage): SettingsPart | null {
  const workbook = readWorkbookPart(file).part;
  for (const { id, kind, external, target } of file.relationshipsOf(workbook)) {
    if (kind !== 'customXml' || external || !file.has(target)) continue;
    const text = file.text(target);
    if (!text.includes(SETTINGS_NAMESPACE)) continue;
    const root = outlineXml(text, target);
    if (root.local === 'settings' && attributeOf(root, 'xmlns') === SETTINGS_NAMESPACE) {
      return { part: target, relationshipId: id };
    }
  }
  return null;
}

/**
 * The texts that were kept with the workbook, by name.
 *
 * @throws {OoxmlError} `malformed-xml`
 */
export function readSettings(file: OoxmlPackage): ReadonlyMap<string, string> {
  const found = findSettings(file);
  if (found === null) return new Map();
  const root = outlineXml(file.text(found.part), found.part);
  return new Map(
    root.children.map((setting) => [textOf(setting, 'name'), textOf(setting, 'value')]),
  );
}

/**
 * Keeps texts with the workbook, in a custom XML part: every program carries it along, none shows it.
 * Nothing is added until there is something to keep, and nothing stays when all is taken out.
 */
export function writeSettings(file: OoxmlPackage, settings: ReadonlyMap<string, string>): void {
  const found = findSettings(file);
  const workbook = readWorkbookPart(file).part;
  if (settings.size === 0) {
    if (found === null) return;
    removeRelationship(file, workbook, found.relationshipId);
    removePart(file, found.part);
    return;
  }
  const xml = settingsXml(settings);
  if (found !== null) {
    if (file.text(found.part) !== xml) file.write(found.part, xml);
    return;
  }
  const part = freePartName(file, 'customXml/item', 'xml');
  file.write(part, xml);
  declareContentTypes(file, [part], 'application/xml');
  const type = new WorkbookEditor(file).inDialect(`${RELATIONSHIPS_NAMESPACE}/customXml`);
  addRelationships(file, workbook, type, [part]);
}

function textOf(setting: XmlElement, attribute: string): string {
  return decodeCellText(attributeOf(setting, attribute) ?? '');
}

function attributeText(text: string): string {
  return escapeXmlAttribute(encodeXstring(text));
}

function settingsXml(settings: ReadonlyMap<string, string>): string {
  const entries = [...settings]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, value]) => `<setting name="${attributeText(name)}" value="${attributeText(value)}"/>`,
    );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<settings xmlns="${SETTINGS_NAMESPACE}">${entries.join('')}</settings>`
  );
}
