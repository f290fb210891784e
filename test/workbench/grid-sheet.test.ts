import { describe, expect, it } from '@jest/globals';
import { gridSheet, type GridSheet } from '../../src/hosts/workbench/grid-sheet';
import { XlsxWorkbookSource } from '../../src/hosts/xlsx/xlsx-source';
import { cellAddress } from '../../src/ooxml/write/cell-address';
import { fileFaultSentence } from '../../src/workbench/file-fault';
import { buildWorkbook, sheetXml, stylesXml } from '../ooxml/build-workbook';

async function shown(rows: string, after = ''): Promise<GridSheet> {
  const file = buildWorkbook({
    sheets: [{ name: '学校数据', xml: sheetXml(rows, after) }],
    styles: stylesXml([0, 14, 49]),
  });
  const source = XlsxWorkbookSource.open(file, 'a.xlsx');
  return gridSheet(source, source.workbook.sheets[0]!, 'one');
}

describe('a sheet as the grid takes it', () => {
  it('has the contents and formats of all cells, blank ones too', async () => {
    const { data, cells } = await shown(
      '<row r="2"><c r="A2" s="1"><v>45536</v></c><c r="B2" s="2" t="inlineStr"><is><t>85</t></is></c><c r="C2" t="b"><v>1</v></c><c r="D2" s="1"/></row>' +
        '<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="inlineStr"><is><t>#N/A</t></is></c></row>',
    );
    expect(data.cellData).toEqual({
      1: {
        0: { v: 45536, t: 2, s: 's1' },
        1: { v: '85', t: 1, s: 's2' },
        2: { v: 1, t: 3, s: 's0' },
        3: { s: 's1' },
      },
      3: { 0: { v: '#N/A', t: 1, s: 's0' }, 1: { v: '#N/A', t: 4, s: 's0' } },
    });
    expect(cells).toBe(6);
    expect(data.rowCount).toBeGreaterThan(4);
    expect(data.columnCount).toBeGreaterThan(4);
  });

  it('has every formula, also those that cells share', async () => {
    const { data, formulas } = await shown(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2" s="1"><f t="shared" si="0"/><v>4</v></c><c r="B2"><f>1+1</f></c></row>',
    );
    expect([...formulas]).toEqual([
      ['A1', 'B1*$C$1'],
      ['A2', 'B2*$C$1'],
      ['B2', '1+1'],
    ]);
    expect(data.cellData?.[1]).toEqual({
      0: { v: 4, t: 2, f: '=B2*$C$1', s: 's1' },
      1: { f: '=1+1', s: 's0' },
    });
  });

  it('has heights, hidden rows, widths, merged areas and conditional formats', async () => {
    const { data, rules } = await shown(
      '<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"/>',
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>',
    );
    expect(data.rowData).toEqual({ 0: { h: 40, ia: 0 }, 2: { hd: 1 } });
    expect(data.mergeData).toEqual([{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }]);
    expect(rules.map(({ formula }) => formula)).toEqual(['A1>0']);
  });

  it('is refused beyond two million cells, with words that offer the command line', async () => {
    const cells = Array.from(
      { length: 200 },
      (_, column) => `<c r="${cellAddress(1, column).slice(0, -1)}ROW" s="1"/>`,
    ).join('');
    const rows = Array.from(
      { length: 10_001 },
      (_, row) => `<row r="${row + 1}">${cells.replaceAll('ROW', String(row + 1))}</row>`,
    );
    const refused = shown(rows.join(''));
    await expect(refused).rejects.toMatchObject({ code: 'too-large', subject: '学校数据' });
    const sentence = fileFaultSentence(
      '大.xlsx',
      await refused.catch((error: unknown) => error),
      'zh-CN',
    );
    expect(sentence).toContain('npx junheng check 大.xlsx');
  });
});
