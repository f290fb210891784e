import { describe, expect, it } from '@jest/globals';
import { OoxmlPackage } from '../../src/ooxml/package';
import { readWorkbookPart } from '../../src/ooxml/workbook-part';
import {
  buildWorkbook,
  sheetXml,
  type TestWorkbook,
  workbookParts,
  zipParts,
} from './build-workbook';
import { clearHighlights } from '../../src/ooxml/write/highlights';
import { sheetConflicts, writeSheets } from '../../src/ooxml/write/write-sheets';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { refusalOf } from './refusal';

const EMPTY_PLAN: SheetPlan = {
  key: null,
  name: '',
  columnWidths: [],
  rows: [],
  merges: [],
  print: { orientation: 'portrait' },
  charts: [],
};
const SHEET = { name: '学校数据', xml: sheetXml('') };

function open(workbook: TestWorkbook): ReturnType<typeof readWorkbookPart> {
  return readWorkbookPart(OoxmlPackage.open(buildWorkbook(workbook)));
}

describe('a workbook', () => {
  it('lists its sheets in order, with part, kind and visibility', () => {
    const book = open({
      sheets: [
        { ...SHEET, name: '甲&amp;乙' },
        { ...SHEET, name: '图', kind: 'chartsheet', state: 'hidden' },
        { ...SHEET, name: 'x', kind: 'dialogsheet', state: 'veryHidden' },
      ],
    });
    expect(book.sheets).toMatchObject([
      { name: '甲&乙', part: 'xl/worksheets/s1.xml', kind: 'worksheet', visibility: 'visible' },
      { name: '图', part: 'xl/worksheets/s2.xml', kind: 'chartsheet', visibility: 'hidden' },
      { name: 'x', part: 'xl/worksheets/s3.xml', kind: 'other', visibility: 'veryHidden' },
    ]);
  });

  it('may list modules of macros as sheets without a part, which keep their place', () => {
    const parts = workbookParts({ sheets: [SHEET] });
    const [name, xml] = [...parts].find(([, content]) => String(content).includes('<sheets>')) ?? [
      '',
      '',
    ];
    const listed = '<sheets><sheet name="模块1" sheetId="9" state="veryHidden" r:id=""/>';
    parts.set(name, String(xml).replace('<sheets>', listed));
    const file = OoxmlPackage.open(zipParts(parts));
    expect(readWorkbookPart(file).sheets).toMatchObject([
      { name: '模块1', part: '', kind: 'other', visibility: 'veryHidden' },
      { name: '学校数据', part: 'xl/worksheets/s1.xml', kind: 'worksheet' },
    ]);
    writeSheets(file, [{ ...EMPTY_PLAN, key: 'table1', name: '表Ⅰ' }]);
    expect(clearHighlights(file)).toBe(0);
    expect(readWorkbookPart(OoxmlPackage.open(file.save())).sheets).toMatchObject([
      { name: '模块1', part: '' },
      { name: '学校数据' },
      { name: '表Ⅰ', part: 'xl/worksheets/sheet1.xml', kind: 'worksheet' },
    ]);
    expect(sheetConflicts(file, [{ ...EMPTY_PLAN, name: '模块1' }])).toEqual(['模块1']);
  });

  it('lists its defined names', () => {
    const book = open({
      sheets: [SHEET],
      afterSheets:
        '<definedNames><definedName name="_junheng.t1" hidden="1">\'学校数据\'!$A$1</definedName>' +
        '<definedName name="_xlnm.Print_Area" localSheetId="0">A&amp;B</definedName></definedNames>',
    });
    expect(book.definedNames).toEqual([
      { name: '_junheng.t1', localSheetId: null, hidden: true, text: "'学校数据'!$A$1" },
      { name: '_xlnm.Print_Area', localSheetId: 0, hidden: false, text: 'A&B' },
    ]);
  });

  it('says from when its dates count', () => {
    expect(open({ sheets: [SHEET] }).date1904).toBe(false);
    expect(open({ sheets: [SHEET], beforeSheets: '<workbookPr date1904="true"/>' }).date1904).toBe(
      true,
    );
    expect(open({ sheets: [SHEET], beforeSheets: '<workbookPr date1904="0"/>' }).date1904).toBe(
      false,
    );
  });

  it('may be strict, and may do without styles and shared strings', () => {
    const strict = {
      office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    };
    expect(open({ sheets: [SHEET], strings: '', ...strict })).toMatchObject({
      sharedStringsPart: 'xl/texts.xml',
      stylesPart: null,
      sheets: [{ kind: 'worksheet' }],
    });
  });

  it('is one without a list of content types too', () => {
    expect(open({ sheets: [SHEET], parts: { '[Content_Types].xml': null } }).part).toBe(
      'xl/book.xml',
    );
  });

  it.each<readonly [string, TestWorkbook, string]>([
    ['no main document', { sheets: [SHEET], parts: { '_rels/.rels': null } }, 'not-a-workbook'],
    [
      'a main document that is missing',
      { sheets: [SHEET], parts: { 'xl/book.xml': null } },
      'part-missing',
    ],
    [
      'a sheet whose part is missing',
      { sheets: [SHEET], parts: { 'xl/worksheets/s1.xml': null } },
      'part-missing',
    ],
    [
      'a sheet without relationship',
      { sheets: [SHEET], parts: { 'xl/_rels/book.xml.rels': null } },
      'part-missing',
    ],
    ['no sheets', { sheets: [] }, 'not-a-workbook'],
    [
      'another kind of document',
      { sheets: [SHEET], parts: { 'xl/book.xml': '<document/>' } },
      'not-a-workbook',
    ],
    [
      'a binary workbook',
      { sheets: [SHEET], workbookType: 'sheet.binary.macroEnabled.main' },
      'xlsb',
    ],
    [
      'broken XML',
      { sheets: [SHEET], parts: { 'xl/book.xml': '<workbook><sheets>' } },
      'malformed-xml',
    ],
    [
      'a nameless sheet',
      {
        sheets: [SHEET],
        parts: { 'xl/book.xml': '<workbook><sheets><sheet/></sheets></workbook>' },
      },
      'malformed-xml',
    ],
  ])('is refused with %s', (_, workbook, code) => {
    expect(refusalOf(() => open(workbook))).toBe(code);
  });

  it('is not a text document', () => {
    const parts = workbookParts({ sheets: [SHEET] });
    const types = parts.get('[Content_Types].xml');
    parts.set('[Content_Types].xml', String(types).replaceAll('spreadsheetml', 'wordprocessingml'));
    expect(refusalOf(() => readWorkbookPart(OoxmlPackage.open(zipParts(parts))))).toBe(
      'not-a-workbook',
    );
  });
});
