import { describe, expect, it } from '@jest/globals';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { editSheetCells } from '../../../src/ooxml/write/edit-sheet-cells';
import { setCells, type FileCellEdit } from '../../../src/ooxml/write/set-cells';
import {
  bookOf,
  changedParts,
  partText,
  prefixedParts,
  RICH_SHEET,
  richParts,
  worksheet,
} from './book';

const SHEET = 'xl/worksheets/sheet1.xml';

function edited(
  inside: string,
  row: number,
  column: number,
  value: string | number | null,
): string {
  return editSheetCells(worksheet(inside), null, '表', [{ row, column, value }]).xml;
}

describe('changing a cell', () => {
  it('replaces that cell alone and keeps its look', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3" t="s"><v>0</v></c></row></sheetData>';
    expect(edited(rows, 1, 1, 12.5)).toBe(
      worksheet(
        rows.replace('<c r="B1" s="3" t="s"><v>0</v></c>', '<c r="B1" s="3"><v>12.5</v></c>'),
      ),
    );
    expect(edited(rows, 1, 1, null)).toContain('<c r="B1" s="3"/>');
  });

  it('replaces formatted text whose elements are closed in full', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><color rgb="FF000000"></color></rPr><t>a</t></r></is></c><c r="B1"><v>1</v></c></row></sheetData>';
    expect(edited(rows, 1, 0, 5)).toContain(
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>1</v></c></row>',
    );
  });

  it('writes text as text, also when it begins with =', () => {
    expect(edited('<sheetData><row r="1"><c r="A1"/></row></sheetData>', 1, 0, '=1+1')).toContain(
      '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>',
    );
  });

  it('puts cells and rows where they belong', () => {
    const rows =
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/></sheetData>';
    const at = (row: number, column: number): string => edited(rows, row, column, 7);
    expect(at(2, 0)).toContain('<row r="2"><c r="A2"><v>7</v></c><c r="B2">');
    expect(at(2, 2)).toContain('</c><c r="C2"><v>7</v></c><c r="D2">');
    expect(at(2, 4)).toContain('<v>2</v></c><c r="E2"><v>7</v></c></row>');
    expect(at(1, 0)).toContain('<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2">');
    expect(at(3, 0)).toContain('</row><row r="3"><c r="A3"><v>7</v></c></row><row r="5"/>');
    expect(at(5, 0)).toContain('<row r="5"><c r="A5"><v>7</v></c></row></sheetData>');
    expect(at(9, 0)).toContain('<row r="5"/><row r="9"><c r="A9"><v>7</v></c></row></sheetData>');
  });

  it('counts rows and cells that state no address', () => {
    const rows =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"/><c><v>4</v></c></row><row><c/></row></sheetData>';
    expect(edited(rows, 1, 1, 9)).toContain('<row><c><v>1</v></c><c><v>9</v></c></row>');
    expect(edited(rows, 4, 3, 9)).toContain('<c r="C4"/><c><v>9</v></c></row>');
    expect(edited(rows, 5, 0, 9)).toContain('<row><c><v>9</v></c></row></sheetData>');
  });

  it('opens up an empty sheet', () => {
    expect(edited('<sheetData/>', 2, 1, 1)).toBe(
      worksheet('<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>'),
    );
  });

  it('gives a new cell the look of its row, else of its column, else that asked for', () => {
    const text = worksheet(
      '<cols><col min="2" max="3" style="5"/></cols><sheetData><row r="1" s="7" customFormat="1"/><row r="2" s="7"><c r="A2" s="9"/></row></sheetData>',
    );
    const result = editSheetCells(text, null, '表', [
      { row: 1, column: 1, value: 1 },
      { row: 2, column: 1, value: 1 },
      { row: 3, column: 3, value: 1, styleFrom: { row: 2, column: 0 } },
    ]).xml;
    expect(result).toContain('<c r="B1" s="7">');
    expect(result).toContain('<c r="B2" s="5">');
    expect(result).toContain('<c r="D3" s="9">');
  });

  it('widens the stated range and the spans of the row', () => {
    const text = worksheet(
      '<dimension ref="B2:C3"/><sheetData><row r="2" spans="2:3"><c r="B2"/></row></sheetData>',
    );
    const result = editSheetCells(text, null, '表', [
      { row: 2, column: 4, value: 1 },
      { row: 8, column: 0, value: 1 },
    ]).xml;
    expect(result).toContain('<dimension ref="A2:E8"/>');
    expect(result).toContain('<row r="2" spans="2:5">');
  });

  it('is not misled by comments and CDATA', () => {
    const rows =
      '<sheetData><!-- <row r="1"><c r="A1"/></row> --><row r="1"><c r="A1" t="str"><v><![CDATA[<c r="A1">]]></v></c><c r="B1"/></row></sheetData>';
    expect(edited(rows, 1, 1, 5)).toBe(
      worksheet(rows.replace('<c r="B1"/>', '<c r="B1"><v>5</v></c>')),
    );
  });

  it('takes the last of several changes of one cell', () => {
    const result = editSheetCells(worksheet('<sheetData/>'), null, '表', [
      { row: 1, column: 0, value: 1 },
      { row: 1, column: 0, value: 2 },
    ]);
    expect(result.xml).toContain('<sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>');
  });

  it('refuses numbers that no cell can hold', () => {
    expect(() => edited('<sheetData/>', 1, 0, Infinity)).toThrow(
      expect.objectContaining({ code: 'bad-value' }),
    );
  });
});

describe('changing cells with formulas', () => {
  it('writes the shared formula out where it was shared, when its first cell is overwritten', () => {
    const { xml, unchained } = editSheetCells(RICH_SHEET, null, '表', [
      { row: 2, column: 3, value: 1 },
      { row: 4, column: 3, value: 2 },
    ]);
    expect(xml).toContain('<c r="D2"><v>1</v></c>');
    expect(xml).toContain('<c r="D3"><f>B3*C3+$B$2</f><v>62</v></c>');
    expect(xml).toContain('<c r="D4"><v>2</v></c>');
    expect(xml).toContain('<c r="D5"><f>B5*C5+$B$2</f><v>202</v></c>');
    expect(unchained).toEqual(['D2', 'D4']);
  });

  it('leaves the sharing alone when another of its cells is overwritten', () => {
    const { xml } = editSheetCells(RICH_SHEET, null, '表', [{ row: 3, column: 3, value: 1 }]);
    expect(xml).toBe(
      RICH_SHEET.replace('<c r="D3"><f t="shared" si="0"/><v>62</v></c>', '<c r="D3"><v>1</v></c>'),
    );
  });

  it('refuses to change part of an array formula, but not a formula of one cell', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1" cm="1"><f t="array" ref="C1">SUM(B1:B2)</f></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>';
    expect(() => edited(rows, 2, 0, 1)).toThrow(
      expect.objectContaining({ code: 'part-of-array', subjects: ['表!A2'] }),
    );
    expect(edited(rows, 1, 2, 1)).toContain('<c r="C1"><v>1</v></c>');
  });
});

describe('changing cells of a workbook', () => {
  const original = bookOf(richParts());
  const set = (bytes: Uint8Array, ...edits: FileCellEdit[]): Uint8Array => {
    const file = OoxmlPackage.open(bytes);
    setCells(file, edits);
    return file.save();
  };

  it('touches the sheet, and has programs recalculate what depends on it', () => {
    const after = set(original, { sheet: '学校数据', cell: 'B2', content: 3 });
    expect(changedParts(original, after)).toEqual(['xl/workbook.xml', SHEET]);
    expect(partText(after, 'xl/workbook.xml')).toContain(
      '<calcPr fullCalcOnLoad="1" calcId="191029"/>',
    );
    expect(partText(after, SHEET)).toContain('<c r="B2" s="1"><v>3</v></c>');
  });

  it('leaves no entry of the calculation chain without its formula, and adds new ones', () => {
    const after = set(
      original,
      { sheet: '学校数据', cell: 'D2', content: 1 },
      { sheet: '学校数据', cell: 'F9', content: { formula: 'B2&"<"' }, result: '2<' },
    );
    expect(partText(after, 'xl/calcChain.xml')).toContain(
      '<c i="4" r="D3"/><c r="D4"/><c r="D5"/><c r="A1" i="9"/><c r="F9" i="4"/></calcChain>',
    );
    expect(partText(after, SHEET)).toContain(
      '<row r="9"><c r="F9" s="1" t="str"><f>B2&amp;"&lt;"</f><v>2&lt;</v></c></row>',
    );
  });

  it('removes the chain with its last entry', () => {
    const cells = ['D2', 'D3', 'D4', 'D5'].map((cell) => ({ sheet: '学校数据', cell, content: 1 }));
    const after = set(original, ...cells, { sheet: '其他', cell: 'A1', content: null });
    const file = OoxmlPackage.open(after);
    expect(file.has('xl/calcChain.xml')).toBe(false);
    expect(file.contentTypeOf('xl/calcChain.xml')).toBe('application/xml');
    expect(file.relationshipsOf('xl/workbook.xml').map(({ kind }) => kind)).not.toContain(
      'calcChain',
    );
  });

  it('refuses the heading of a table, whose text the table keeps too', () => {
    const file = OoxmlPackage.open(original);
    expect(() => {
      setCells(file, [{ sheet: '学校数据', cell: 'B1', content: '教师数' }]);
    }).toThrow(expect.objectContaining({ code: 'table-heading', subjects: ['学校数据!B1'] }));
    expect(() => {
      setCells(file, [{ sheet: '没有', cell: 'B1', content: 1 }]);
    }).toThrow(expect.objectContaining({ code: 'no-such-sheet' }));
    expect(() => {
      setCells(file, [{ sheet: '学校数据', cell: 'B', content: 1 }]);
    }).toThrow(expect.objectContaining({ code: 'bad-plan' }));
    expect(changedParts(original, file.save())).toEqual([]);
  });

  it('works with prefixed tags', () => {
    const after = set(bookOf(prefixedParts()), { sheet: '学校数据', cell: 'E6', content: '甲' });
    expect(partText(after, SHEET)).toContain(
      '<x:row r="6"><x:c r="E6" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>',
    );
    expect(partText(after, 'xl/workbook.xml')).toContain('<x:calcPr fullCalcOnLoad="1" ');
  });
});
