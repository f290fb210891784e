import { OoxmlError } from '../ooxml-error';
import type { OoxmlPackage } from '../package';
import { readWorkbookPart, type DefinedName, type WorkbookSheet } from '../workbook-part';
import { withChained, withoutChained, type ChainedCell } from './calc-chain';
import { dialectOf, inDialect, MAIN_NAMESPACE, RELATIONSHIPS_NAMESPACE } from './namespaces';
import {
  addRelationship,
  declareContentType,
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

  /** @throws {OoxmlError} as `readWorkbookPart`. */
  constructor(file: OoxmlPackage) {
    this.#file = file;
    this.#part = readWorkbookPart(file).part;
  }

  #root(): { xml: string; root: XmlElement } {
    const xml = this.#file.text(this.#part);
    return { xml, root: outlineXml(xml, this.#part) };
  }

  /** Text or a type of the transitional dialect, in that of this workbook. */
  inDialect(text: string): string {
    return inDialect(text, dialectOf(this.#file.text(this.#part)));
  }

  /** The folder of the workbook part, with a slash at its end; empty for the package itself. */
  get folder(): string {
    return this.#part.slice(0, this.#part.lastIndexOf('/') + 1);
  }

  /** The sheets in their order. */
  sheets(): PlacedSheet[] {
    return readWorkbookPart(this.#file).sheets.map((sheet, index) => ({ ...sheet, index }));
  }

  /** Appends a worksheet behind all others; nothing that is there changes its position. */
  addSheet(name: string, xml: string): PlacedSheet {
    const part = freePartName(this.#file, `${this.folder}worksheets/sheet`, 'xml');
    this.#file.write(part, xml);
    declareContentType(this.#file, part, `${CONTENT_TYPE}.worksheet+xml`);
    const type = this.inDialect(`${RELATIONSHIPS_NAMESPACE}/worksheet`);
    const id = addRelationship(this.#file, this.#part, type, part);
    const { xml: workbook, root } = this.#root();
    const sheets = childOf(root, 'sheets');
    if (!sheets) throw new OoxmlError('malformed-xml', this.#part, 'there are no sheets');
    const sheetId = sheets.children.reduce(
      (highest, sheet) => Math.max(highest, Number(attributeOf(sheet, 'sheetId') ?? 0)),
      0,
    );
    const namespace = this.inDialect(RELATIONSHIPS_NAMESPACE);
    const prefix = [...root.attributes, ...sheets.attributes].find(
      (one) => one.prefix === 'xmlns' && one.value === namespace,
    )?.local;
    const reference =
      prefix === undefined ? `xmlns:r="${namespace}" r:id="${id}"` : `${prefix}:id="${id}"`;
    const element =
      `<${sheets.prefix}sheet name="${escapeXmlAttribute(name)}" sheetId="${sheetId + 1}" ` +
      `${reference}/>`;
    const index = sheets.children.length;
    this.#file.write(this.#part, splice(workbook, appendInside(workbook, sheets, element)));
    return {
      name,
      sheetId: String(sheetId + 1),
      relationshipId: id,
      index,
      part,
      kind: 'worksheet',
      visibility: 'visible',
    };
  }

  /** The defined names in their order. */
  definedNames(): readonly DefinedName[] {
    return readWorkbookPart(this.#file).definedNames;
  }

  /** Defines a name, or gives the name there is a new value. */
  define(entry: DefinedName): void {
    rewritePart(this.#file, this.#part, (xml) => {
      const root = outlineXml(xml, this.#part);
      const names = childOf(root, 'definedNames');
      const p = root.prefix;
      const value = escapeXmlText(entry.text);
      const element =
        `<${p}definedName name="${escapeXmlAttribute(entry.name)}"` +
        (entry.localSheetId === null ? '' : ` localSheetId="${entry.localSheetId}"`) +
        `${entry.hidden ? ' hidden="1"' : ''}>${value}</${p}definedName>`;
      if (!names) {
        const at = insertionOffset(root, 'definedNames', WORKBOOK_ORDER);
        const text = `<${p}definedNames>${element}</${p}definedNames>`;
        return splice(xml, [{ start: at, end: at, text }]);
      }
      const existing = names.children.find((child) =>
        isName(child, entry.name, entry.localSheetId),
      );
      if (!existing) return splice(xml, appendInside(xml, names, element));
      if (existing.text === entry.text) return xml;
      return splice(xml, [{ start: existing.start, end: existing.end, text: element }]);
    });
  }

  /** Removes the names for which `gone` holds. */
  undefine(gone: (name: DefinedName) => boolean): void {
    const doomed = new Set(
      this.definedNames().flatMap((name, index) => (gone(name) ? [index] : [])),
    );
    if (doomed.size === 0) return;
    rewritePart(this.#file, this.#part, (xml) => {
      const names = childOf(outlineXml(xml, this.#part), 'definedNames');
      if (!names) return xml;
      const cuts = names.children.length === doomed.size ? [names] : names.children;
      return splice(
        xml,
        cuts.flatMap(({ start, end }, index) =>
          cuts.length === 1 || doomed.has(index) ? [{ start, end, text: '' }] : [],
        ),
      );
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
    declareContentType(this.#file, made, `${CONTENT_TYPE}.styles+xml`);
    const type = this.inDialect(`${RELATIONSHIPS_NAMESPACE}/styles`);
    addRelationship(this.#file, this.#part, type, made);
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
