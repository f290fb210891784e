import { describe, expect, it } from '@jest/globals';
import { parseSheetLayout } from '../../src/ooxml/sheet-layout';
import { worksheetFrame } from '../../src/ooxml/worksheet-frame';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const RULE =
  '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="3" priority="1"><formula>A1="学"</formula></cfRule></conditionalFormatting>';

function sheet(rows: string, after = RULE): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><cols><col min="1" max="2" width="9"/></cols><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function frameOf(xml: string): string {
  return worksheetFrame(new TextEncoder().encode(xml), 'sheet1.xml');
}

describe('the frame of a worksheet', () => {
  it('is its text without the rows, and tells the same layout', () => {
    const xml = sheet(ROWS.repeat(3));
    const frame = frameOf(xml);
    expect(frame).toBe(sheet(''));
    const layout = parseSheetLayout(frame, 'sheet1.xml');
    expect(layout).toEqual(parseSheetLayout(xml, 'sheet1.xml'));
    expect(layout.rules.map(({ formula, look }) => [formula, look])).toEqual([['A1="学"', 3]]);
    expect(layout.columns).toEqual([{ first: 0, last: 1, width: 9, hidden: false }]);
  });

  it('is found with a prefix and with spaces in the tags', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData >${ROWS}</x:sheetData ><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`;
    expect(frameOf(xml)).toBe(xml.replace(ROWS, ''));
  });

  it.each([
    ['without rows', `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`],
    ['without sheetData', `<worksheet xmlns="${MAIN}"/>`],
    ['with a comment before the rows', `<!-- <sheetData> -->${sheet(ROWS).replace(/^.*?\?>/, '')}`],
    ['with a comment behind the rows', sheet(ROWS, `<!-- </sheetData> -->${RULE}`)],
    ['with rows that do not end', `<worksheet xmlns="${MAIN}"><sheetData>${ROWS}`],
  ])('is the whole text of a sheet %s', (_, xml) => {
    expect(frameOf(xml)).toBe(xml);
  });

  it('is the whole text of a sheet in another encoding', () => {
    const xml = sheet(ROWS).replace('UTF-8', 'UTF-16');
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')]);
    expect(worksheetFrame(bytes, 'sheet1.xml')).toBe(sheet(ROWS));
  });
});
