import type { SheetPlan } from '../../plans/sheet-plan';
import type { Codec } from '../codec';
import { CONTENT_TYPES_PART } from '../content-types';
import { OoxmlPackage } from '../package';
import { MAIN_NAMESPACE, RELATIONSHIPS_NAMESPACE } from './namespaces';
import { OoxmlWriteError } from './ooxml-write-error';
import { escapeXmlAttribute } from './xml-escape';
import { emptyStyleSheet } from './style-sheet';
import { writeSheets } from './write-sheets';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/**
 * The parts of a workbook in the order in which they are stored. Its one sheet is empty, to be
 * replaced by that of the first plan.
 */
function parts(sheet: string): (readonly [string, string])[] {
  return [
    [
      CONTENT_TYPES_PART,
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
        '<Override PartName="/xl/worksheets/sheet1.xml" ' +
        `ContentType="${SPREADSHEET}.worksheet+xml"/>` +
        '<Override PartName="/docProps/core.xml" ' +
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
        '<Override PartName="/docProps/app.xml" ' +
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
        '</Types>',
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONSHIPS_NAMESPACE}/officeDocument" ` +
        'Target="xl/workbook.xml"/>' +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" ` +
        'Target="docProps/core.xml"/>' +
        `<Relationship Id="rId3" Type="${RELATIONSHIPS_NAMESPACE}/extended-properties" ` +
        'Target="docProps/app.xml"/></Relationships>',
    ],
    [
      'docProps/app.xml',
      `<Properties xmlns="${PROPERTIES}"><Application>Junheng</Application></Properties>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Junheng</dc:creator>' +
        '</cp:coreProperties>',
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">` +
        '<workbookPr/><bookViews><workbookView/></bookViews><sheets>' +
        `<sheet name="${escapeXmlAttribute(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONSHIPS_NAMESPACE}/worksheet" ` +
        'Target="worksheets/sheet1.xml"/>' +
        `<Relationship Id="rId2" Type="${RELATIONSHIPS_NAMESPACE}/styles" Target="styles.xml"/>` +
        '</Relationships>',
    ],
  ];
}

/**
 * A new .xlsx file of planned sheets, in their order. It holds no date and no chance: the same plans
 * give the same bytes.
 * @param codec fflate when absent.
 * @throws {OoxmlWriteError} `bad-plan`, also for no plans at all (a workbook needs a sheet);
 * `bad-value`.
 */
export function createWorkbook(plans: readonly SheetPlan[], codec?: Codec): Uint8Array {
  const [first] = plans;
  if (!first) throw new OoxmlWriteError('bad-plan', [], 'a workbook needs a sheet');
  const file = OoxmlPackage.create(codec);
  for (const [part, xml] of parts(first.name)) file.write(part, DECLARATION + xml);
  file.write('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN_NAMESPACE}"/>`);
  file.write('xl/styles.xml', emptyStyleSheet(MAIN_NAMESPACE));
  writeSheets(file, plans, { replaceForeign: true });
  return file.save();
}
