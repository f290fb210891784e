import { OoxmlError } from '../ooxml-error';
import type { OoxmlPackage } from '../package';
import { readWorkbookPart, type DefinedName, type WorkbookSheet } from '../workbook-part';
import { withChained, withoutChained, type ChainedCell } from './calc-chain';
import {
  type Dialect,
  dialectOf,
  inDialect,
  MAIN_NAMESPACE,
  RELATIONSHIPS_NAMESPACE,
} from './namespaces';
import {
  addRelationships,
  declareContentTypes,
  freePartName,
  removePart,
  removeRelationship,
  rewritePart,
} from './package-edits';
import { appendInside, insertionOffset, WORKBOOK_ORDER } from './schema-order';
import { splice, type TextEdit } from './splice';
import { emptyStyleSheet, StyleSheet } from './style-sheet';
import { escapeXmlAttribute, escapeXmlText } from './xml-escape';
import { attributeOf, childOf, outlineXml, type XmlElement } from './xml-outline';

/** A sheet with its position, by which names local to a sheet know it. */
export interface PlacedSheet extends WorkbookSheet {
  readonly index: number;
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Changes to the parts that belong to the workbook as a whole, by splicing only. */
export class WorkbookEditor {
  readonly #file: OoxmlPackage;
  readonly #part: string;
  readonly #dialect: Dialect;

  /** @throws {OoxmlError} as `readWorkbookPart`. */
  constructor(file: OoxmlPackage) {
    this.#file = file;
    this.#part = readWorkbookPart(file).part;
    this.#dialect = dialectOf(file.text(this.#part));
  }

  /** Text or a type of the transitional dialect, in that of this workbook. */
  inDialect(text: string): string {
    return inDialect(text, this.#dialect);
  }

  /** The folder of the workbook part, with a slash at its end; empty for the package itself. */
  get folder(): string {
    return this.#part.slice(0, this.#part.lastIndexOf('/') + 1);
  }

  /** Whether the workbook counts its days from 1904. */
  get date1904(): boolean {
    return readWorkbookPart(this.#file).date1904;
  }

  /** The sheets in their order. */
  sheets(): PlacedSheet[] {
    return readWorkbookPart(this.#file).sheets.map((sheet, index) => ({ ...sheet, index }));
  }

  /** Appends worksheets behind all others; nothing that is there changes its position. */
  addSheets(added: readonly { readonly name: string; readonly xml: string }[]): PlacedSheet[] {
    if (added.length === 0) return [];
    const file = this.#file;
    const parts = added.map(({ xml }) => {
      const part = freePartName(file, `${this.folder}worksheets/sheet`, 'xml');
      file.write(part, xml);
      return part;
    });
    declareContentTypes(file, parts, `${CONTENT_TYPE}.worksheet+xml`);
    const type = this.inDialect(`${RELATIONSHIPS_NAMESPACE}/worksheet`);
    const ids = addRelationships(file, this.#part, type, parts);
    const workbook = file.text(this.#part);
    const root = outlineXml(workbook, this.#part);
    const sheets = childOf(root, 'sheets');
    if (!sheets) throw new OoxmlError('malformed-xml', this.#part, 'there are no sheets');
    const highestId = sheets.children.reduce(
      (highest, sheet) => Math.max(highest, Number(attributeOf(sheet, 'sheetId') ?? 0)),
      0,
    );
    const namespace = this.inDialect(RELATIONSHIPS_NAMESPACE);
    const prefix = [...root.attributes, ...sheets.attributes].find(
      (one) => one.prefix === 'xmlns' && one.value === namespace,
    )?.local;
    const placed = added.map(({ name }, index): PlacedSheet => ({
      name,
      sheetId: String(highestId + 1 + index),
      relationshipId: ids[index] ?? '',
      index: sheets.children.length + index,
      part: parts[index] ?? '',
      kind: 'worksheet',
      visibility: 'visible',
    }));
    const elements = placed.map(({ name, sheetId, relationshipId }) => {
      const reference =
        prefix === undefined
          ? `xmlns:r="${namespace}" r:id="${relationshipId}"`
          : `${prefix}:id="${relationshipId}"`;
      return (
        `<${sheets.prefix}sheet name="${escapeXmlAttribute(name)}" sheetId="${sheetId}" ` +
        `${reference}/>`
      );
    });
    file.write(this.#part, splice(workbook, appendInside(workbook, sheets, elements.join(''))));
    return placed;
  }

  /** The defined names in their order. */
  definedNames(): readonly DefinedName[] {
    return readWorkbookPart(this.#file).definedNames;
  }

  /**
   * Removes the names for which `gone` holds, and defines others, or gives those that are there a
   * new value.
   */
  editNames(defined: readonly DefinedName[], gone: (name: DefinedName) => boolean): void {
    rewritePart(this.#file, this.#part, (xml) => {
      const root = outlineXml(xml, this.#part);
      const names = childOf(root, 'definedNames');
      const p = root.prefix;
      if (!names) {
        if (defined.length === 0) return xml;
        const at = insertionOffset(root, 'definedNames', WORKBOOK_ORDER);
        const elements = defined.map((entry) => definedNameXml(entry, p)).join('');
        const text = `<${p}definedNames>${elements}</${p}definedNames>`;
        return splice(xml, [{ start: at, end: at, text }]);
      }
      const left = names.children.filter((child) => !gone(definedNameOf(child)));
      const edits: TextEdit[] = names.children
        .filter((child) => !left.includes(child))
        .map(({ start, end }) => ({ start, end, text: '' }));
      const added: string[] = [];
      for (const entry of defined) {
        const text = definedNameXml(entry, p);
        const existing = left.find((child) => isName(child, entry.name, entry.localSheetId));
        if (!existing) added.push(text);
        else if (existing.text !== entry.text) {
          edits.push({ start: existing.start, end: existing.end, text });
        }
      }
      if (left.length === 0 && added.length === 0) {
        return edits.length === 0
          ? xml
          : splice(xml, [{ start: names.start, end: names.end, text: '' }]);
      }
      if (added.length > 0) edits.push(...appendInside(xml, names, added.join('')));
      return splice(xml, edits);
    });
  }

  /** Makes sure there is a view for the sheets to refer to. */
  ensureView(): void {
    rewritePart(this.#file, this.#part, (xml) => {
      const root = outlineXml(xml, this.#part);
      if (childOf(root, 'bookViews')) return xml;
      const p = root.prefix;
      const at = insertionOffset(root, 'bookViews', WORKBOOK_ORDER);
      const text = `<${p}bookViews><${p}workbookView/></${p}bookViews>`;
      return splice(xml, [{ start: at, end: at, text }]);
    });
  }

  /** Has programs recalculate everything when they open the file. */
  recalculateOnLoad(): void {
    rewritePart(this.#file, this.#part, (xml) => {
      const root = outlineXml(xml, this.#part);
      const calcPr = childOf(root, 'calcPr');
      const p = root.prefix;
      if (!calcPr) {
        const at = insertionOffset(root, 'calcPr', WORKBOOK_ORDER);
        return splice(xml, [{ start: at, end: at, text: `<${p}calcPr fullCalcOnLoad="1"/>` }]);
      }
      const flag = calcPr.attributes.find(({ name }) => name === 'fullCalcOnLoad');
      const edit: TextEdit = flag
        ? { start: flag.valueStart, end: flag.valueEnd, text: '1' }
        : {
            start: calcPr.start + 1 + calcPr.name.length,
            end: calcPr.start + 1 + calcPr.name.length,
            text: ' fullCalcOnLoad="1"',
          };
      return splice(xml, [edit]);
    });
  }

  /** Changes the styles, making a styles part when there is none. */
  editStyles<T>(edit: (styles: StyleSheet) => T): T {
    const part = this.#related('styles');
    if (part !== null) {
      const styles = new StyleSheet(this.#file.text(part), part);
      const result = edit(styles);
      rewritePart(this.#file, part, () => styles.text());
      return result;
    }
    const made = `${this.folder}styles.xml`;
    const styles = new StyleSheet(emptyStyleSheet(this.inDialect(MAIN_NAMESPACE)), made);
    const result = edit(styles);
    this.#file.write(made, styles.text());
    declareContentTypes(this.#file, [made], `${CONTENT_TYPE}.styles+xml`);
    const type = this.inDialect(`${RELATIONSHIPS_NAMESPACE}/styles`);
    addRelationships(this.#file, this.#part, type, [made]);
    return result;
  }

  #related(kind: string): string | null {
    const found = this.#file.relationshipsOf(this.#part).find((one) => one.kind === kind);
    return found && !found.external && this.#file.has(found.target) ? found.target : null;
  }

  /**
   * Keeps the calculation chain true, when there is one: it must name no cell without a formula.
   * Without a chain every program builds its own.
   */
  updateCalcChain(gone: (cell: ChainedCell) => boolean, added: readonly ChainedCell[]): void {
    const part = this.#related('calcChain');
    if (part === null) return;
    const xml = this.#file.text(part);
    const left = withoutChained(xml, part, gone);
    if (left !== null || added.length > 0) {
      rewritePart(this.#file, part, () => {
        const base = left ?? emptied(xml, part);
        return withChained(base, part, added);
      });
      return;
    }
    const relationship = this.#file
      .relationshipsOf(this.#part)
      .find(({ kind }) => kind === 'calcChain');
    if (relationship) removeRelationship(this.#file, this.#part, relationship.id);
    removePart(this.#file, part);
  }
}

function definedNameXml(entry: DefinedName, prefix: string): string {
  return (
    `<${prefix}definedName name="${escapeXmlAttribute(entry.name)}"` +
    (entry.localSheetId === null ? '' : ` localSheetId="${entry.localSheetId}"`) +
    `${entry.hidden ? ' hidden="1"' : ''}>${escapeXmlText(entry.text)}</${prefix}definedName>`
  );
}

function definedNameOf(element: XmlElement): DefinedName {
  const local = attributeOf(element, 'localSheetId');
  const hidden = attributeOf(element, 'hidden');
  return {
    name: attributeOf(element, 'name') ?? '',
    localSheetId: local === undefined ? null : Number(local),
    hidden: hidden === '1' || hidden === 'true',
    text: element.text,
  };
}

function isName(element: XmlElement, name: string, sheetIndex: number | null): boolean {
  const local = attributeOf(element, 'localSheetId');
  return (
    attributeOf(element, 'name')?.toLowerCase() === name.toLowerCase() &&
    (local === undefined ? null : Number(local)) === sheetIndex
  );
}

/** A part's text without the children of its root. */
function emptied(xml: string, part: string): string {
  const root = outlineXml(xml, part);
  return splice(xml, [{ start: root.openEnd, end: root.closeStart, text: '' }]);
}
