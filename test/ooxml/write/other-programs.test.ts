import { beforeAll, describe, expect, it } from '@jest/globals';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import { applyHighlights } from '../../../src/ooxml/write/highlights';
import { setCells } from '../../../src/ooxml/write/set-cells';
import { writeSheets } from '../../../src/ooxml/write/write-sheets';
import { HIGHLIGHT_MARK, type HighlightPlan } from '../../../src/plans/highlight-plan';
import { describeWithLibreOffice, hasPoppler, recalculate, toPdfPages } from '../../libreoffice';
import { bookOf, prefixedParts, richParts } from './book';
import { FOLLOWER, OVERVIEW } from './plans';

const PLANS = [OVERVIEW, FOLLOWER];
const ODD_TEXT = ' 两端空格\n第二行\u0001 _x0041_ ';

const MARKS: HighlightPlan = {
  styles: {
    below: { fill: 'F8CBAD', fontColor: '9C0006', bold: true },
    near: { fill: 'FFE699', fontColor: '7F6000', bold: false },
    fault: { fill: 'D9D2E9', fontColor: '4C1D95', bold: true },
  },
  sheets: [
    {
      sheet: '学校数据',
      rules: [{ mark: 'below', ranges: ['A2:A5'], formula: `${HIGHLIGHT_MARK}$B2<4)` }],
    },
  ],
};

/** The rich workbook after everything that can be done to it. */
function everything(parts: Record<string, string>): Uint8Array {
  const file = OoxmlPackage.open(bookOf(parts));
  writeSheets(file, PLANS);
  applyHighlights(file, MARKS);
  setCells(file, [
    { sheet: '学校数据', cell: 'D2', content: 100 },
    { sheet: '学校数据', cell: 'B3', content: 30 },
    { sheet: '学校数据', cell: 'F7', content: { formula: 'SUM(D2:D5)' } },
    { sheet: '学校数据', cell: 'F8', content: '=不是公式' },
  ]);
  return file.save();
}

function cellsOf(bytes: Uint8Array, sheet: string): Record<string, unknown> {
  const book = XLSX.read(bytes, { type: 'array', cellFormula: true });
  const cells = Object.entries(book.Sheets[sheet] ?? {});
  return Object.fromEntries(
    cells.flatMap(([address, cell]: [string, { v?: unknown }]) =>
      address.startsWith('!') ? [] : [[address, cell.v]],
    ),
  );
}

describe('a workbook of planned sheets, read by other programs', () => {
  const bytes = createWorkbook(PLANS);

  it('has its values for SheetJS, text unchanged and not a formula', () => {
    const cells = cellsOf(bytes, "总览's");
    expect(cells['A1']).toBe('=1+1 是文字');
    expect(cells['A8']).toBe(ODD_TEXT);
    expect(cells['B8']).toBe(2.16);
    expect(cells['C8']).toBe('a<b');
    expect(cells['D8']).toBe(true);
    const { Sheets } = XLSX.read(bytes, { type: 'array' });
    const sheet = Sheets["总览's"]!;
    const link: unknown = sheet['A3'];
    expect(link).toMatchObject({ l: { location: "'总览''s'!B3" } });
    expect(sheet['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]);
  });

  it('has its values, looks and print setup for exceljs', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = book.getWorksheet("总览's")!;
    expect(sheet.getCell('B8').formula).toBe('SUM(B3:B7)');
    expect(sheet.getCell('B8').result).toBe(2.16);
    expect(sheet.getCell('A2').font).toMatchObject({ bold: true, color: { argb: 'FFFFFFFF' } });
    expect(sheet.getCell('A2').font.name).toBe('宋体');
    expect(sheet.getCell('B3').numFmt).toBe('0.0%');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
    expect(sheet.pageSetup.printTitlesRow).toBe('1:2');
    expect(sheet.views[0]).toMatchObject({
      state: 'frozen',
      xSplit: 1,
      ySplit: 2,
      showGridLines: false,
    });
    expect(sheet.getColumn(7).hidden).toBe(true);
    expect(sheet.getCell('E3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"是,否"'],
    });
  });
});

describeWithLibreOffice('workbooks opened and recalculated by LibreOffice', () => {
  let results: Map<string, Uint8Array>;

  beforeAll(() => {
    results = recalculate(
      new Map([
        ['new', createWorkbook(PLANS)],
        ['rich', everything(richParts())],
        ['prefixed', everything(prefixedParts())],
      ]),
    );
  }, 120_000);

  it('calculate what we cached', () => {
    const cells = cellsOf(results.get('new')!, "总览's");
    expect(cells['B8']).toBeCloseTo(2.16, 12);
    expect(cells['C8']).toBe('a<b');
    expect(cells['D8']).toBe(true);
    expect(cellsOf(results.get('new')!, '表Ⅲ')['A1']).toBeCloseTo(2.16, 12);
  });

  it('show text as it was written', () => {
    const cells = cellsOf(results.get('new')!, "总览's");
    expect(cells['A1']).toBe('=1+1 是文字');
    expect(cells['A8']).toBe(ODD_TEXT);
  });

  it.each(['rich', 'prefixed'])('follow changed cells in the %s workbook', (name) => {
    const cells = cellsOf(results.get(name)!, '学校数据');
    // D3 = 30 × 20 + B2 (2); D4 and D5 keep the formula they shared with D2.
    expect([cells['D2'], cells['D3'], cells['D4'], cells['D5']]).toEqual([100, 602, 122, 202]);
    expect(cells['F7']).toBe(1026);
    expect(cells['F8']).toBe('=不是公式');
    expect(cellsOf(results.get(name)!, '其他')['A1']).toBe(41);
    expect(cellsOf(results.get(name)!, '表Ⅲ')['A1']).toBeCloseTo(2.16, 12);
  });

  it('keep conditional formats, the validation, the table and the charts', async () => {
    const rich = OoxmlPackage.open(results.get('rich')!);
    expect(rich.parts().filter((part) => /charts\/chart\d/.test(part))).toHaveLength(4);
    expect(rich.parts().filter((part) => part.includes('tables/table'))).toHaveLength(1);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(results.get('rich')!).buffer);
    const text = rich.text('xl/worksheets/sheet1.xml');
    expect(text).toContain('AND(N(&quot;junheng&quot;)=0,$B2&lt;4)');
    expect(text).toContain('<dataValidation ');
  });

  const pictures = hasPoppler ? it : it.skip;
  pictures('print on as many pages as the breaks ask for', () => {
    const pages = toPdfPages(createWorkbook([{ ...OVERVIEW, charts: [] }]), { dotsPerInch: 30 });
    expect(pages).toHaveLength(1);
    const broken = {
      ...OVERVIEW,
      charts: [],
      print: { ...OVERVIEW.print, breaksAfterRows: [4, 6] },
    };
    expect(toPdfPages(createWorkbook([broken]), { dotsPerInch: 30 })).toHaveLength(3);
  });
});
