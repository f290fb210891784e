import { OoxmlPackage } from '../../../src/ooxml/package';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A package of parts given as text. */
export function bookOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const file = OoxmlPackage.create();
  for (const [name, text] of Object.entries(parts)) file.write(name, text);
  return file.save();
}

/** A worksheet around what stands in it. */
export function worksheet(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</worksheet>`;
}

/** A relationships part of `[kind, target]` pairs, with ids rId1, rId2 … */
export function relationships(...pairs: readonly (readonly [string, string])[]): string {
  const entries = pairs.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

/** Content types of parts, besides the defaults for xml and rels. */
export function contentTypes(types: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(types).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

/** The user's own conditional formats: two elements, numbered 1 to 3, one rule stops the rest. */
export const USER_FORMATS =
  '<conditionalFormatting sqref="B2:B5"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>3</formula></cfRule>' +
  '<cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>$A2="junheng"</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="C2:C5"><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>' +
  '<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>{DA7ABA51-AAAA-BBBB-0001-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>';

/** What Excel 2010 and later keep of conditional formats beside the old ones. */
export const X14_FORMATS =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>' +
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{DA7ABA51-AAAA-BBBB-0001-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C2:C5</xm:sqref></x14:conditionalFormatting>' +
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="9" id="{DA7ABA51-AAAA-BBBB-0001-000000000002}"><xm:f>其他!$A$1>0</xm:f></x14:cfRule><xm:sqref>D2:D5</xm:sqref></x14:conditionalFormatting>' +
  '</x14:conditionalFormattings></ext></extLst>';

/** The rows of 学校数据 in the rich workbook: a shared formula in D2:D5, a table over A1:D5. */
const RICH_ROWS =
  '<sheetData><row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>' +
  '<row r="2" spans="1:4"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" s="1"><v>2</v></c><c r="C2"><v>10</v></c><c r="D2"><f t="shared" ref="D2:D5" si="0">B2*C2+$B$2</f><v>22</v></c></row>' +
  '<row r="3" spans="1:4"><c r="A3" t="inlineStr"><is><t>乙</t></is></c><c r="B3" s="1"><v>3</v></c><c r="C3"><v>20</v></c><c r="D3"><f t="shared" si="0"/><v>62</v></c></row>' +
  '<row r="4" spans="1:4"><c r="A4" t="inlineStr"><is><t>丙</t></is></c><c r="B4" s="1"><v>4</v></c><c r="C4"><v>30</v></c><c r="D4"><f t="shared" si="0"/><v>122</v></c></row>' +
  '<row r="5" spans="1:4"><c r="A5" t="inlineStr"><is><t>丁</t></is></c><c r="B5" s="1"><v>5</v></c><c r="C5"><v>40</v></c><c r="D5"><f t="shared" si="0"/><v>202</v></c></row></sheetData>';

/** The first sheet of the rich workbook. */
export const RICH_SHEET = worksheet(
  '<sheetPr codeName="Sheet1"/><dimension ref="A1:D5"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="20" customWidth="1"/><col min="6" max="7" width="9" style="1"/></cols>' +
    RICH_ROWS +
    '<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="F1:G1"/></mergeCells>' +
    USER_FORMATS +
    '<dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="B2:B5"><formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations>' +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9"/><drawing r:id="rId1"/>' +
    '<tableParts count="1"><tablePart r:id="rId2"/></tableParts>' +
    X14_FORMATS,
);

/** A rule of ours among the user's own in one element, as Excel gathers them when it saves. */
export const MIXED_RULE =
  '<cfRule type="expression" dxfId="0" priority="7" stopIfTrue="1"><formula>AND(N("junheng")=0,$B2&lt;2)</formula></cfRule>';

/**
 * A workbook with what must survive: protection, merged cells, the user's conditional formats of
 * both generations, a validation, a drawing, a table, a calculation chain, names local to sheets, a
 * hidden sheet.
 */
export function richParts(sheet = RICH_SHEET): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${SPREADSHEET}.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${SPREADSHEET}.worksheet+xml`,
      'xl/worksheets/sheet2.xml': `${SPREADSHEET}.worksheet+xml`,
      'xl/styles.xml': `${SPREADSHEET}.styles+xml`,
      'xl/sharedStrings.xml': `${SPREADSHEET}.sharedStrings+xml`,
      'xl/calcChain.xml': `${SPREADSHEET}.calcChain+xml`,
      'xl/tables/table1.xml': `${SPREADSHEET}.table+xml`,
      'xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
    }),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr codeName="ThisWorkbook"/>` +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews>' +
      '<sheets><sheet name="学校数据" sheetId="4" r:id="rId1"/><sheet name="其他" sheetId="9" state="hidden" r:id="rId2"/></sheets>' +
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">其他!$A$1:$B$2</definedName><definedName name="人数">学校数据!$B$2:$B$5</definedName></definedNames>' +
      '<calcPr calcId="191029"/></workbook>',
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', '/xl/worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['calcChain', 'calcChain.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['drawing', '../drawings/drawing1.xml'],
      ['table', '../tables/table1.xml'],
    ),
    'xl/worksheets/sheet2.xml': worksheet(
      '<sheetData><row r="1"><c r="A1"><f>SUM(人数)</f><v>14</v></c><c r="B1"><v>7</v></c></row></sheetData>',
    ),
    'xl/styles.xml':
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="12"/><color theme="1"/><name val="仿宋"/><family val="3"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>学校名称</t></si><si><t>教师</t></si><si><t>面积</t></si><si><t>合计</t></si></sst>`,
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="D2" i="4"/><c r="D3"/><c r="D4"/><c r="D5"/><c r="A1" i="9"/></calcChain>`,
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:D5" totalsRowShown="0"><autoFilter ref="A1:D5"/><tableColumns count="4"><tableColumn id="1" name="学校名称"/><tableColumn id="2" name="教师"/><tableColumn id="3" name="面积"/><tableColumn id="4" name="合计"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    'xl/drawings/drawing1.xml':
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="说明"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>说明文字</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  };
}

/** The same workbook with prefixed tags throughout, as some programs write it. */
export function prefixedParts(): Record<string, string> {
  const prefixed = (xml: string): string =>
    xml.replace(/<(\/?)(?!\/|\w+:|[?!])/g, '<$1x:').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
  const parts = richParts();
  for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml']) {
    parts[part] = prefixed(parts[part] ?? '');
  }
  return parts;
}

/** A part of a saved workbook as text. */
export function partText(bytes: Uint8Array, part: string): string {
  return OoxmlPackage.open(bytes).text(part);
}

/** The names of parts that two workbooks do not have alike, byte for byte. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = OoxmlPackage.open(before);
  const now = OoxmlPackage.open(after);
  return [...new Set([...old.parts(), ...now.parts()])].filter(
    (part) =>
      !old.has(part) ||
      !now.has(part) ||
      !Buffer.from(old.bytes(part)).equals(Buffer.from(now.bytes(part))),
  );
}

/**
 * Whether `after` is `before` with insertions only: cutting out what was added gives the original.
 * Insertions are looked for greedily, which finds them when they are not many.
 */
export function onlyAddedTo(before: string, after: string): boolean {
  let at = 0;
  for (const character of after) {
    if (before.startsWith(character, at)) at += character.length;
  }
  return at === before.length;
}
