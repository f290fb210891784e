import { describe, expect, it } from '@jest/globals';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { codecOfNode } from '../../../src/hosts/xlsx/node-codec';
import { openWorkbookSource } from '../../../src/hosts/xlsx/open-workbook-source';
import { XlsxWorkbookSource } from '../../../src/hosts/xlsx/xlsx-source';
import {
  CellDate,
  CellFault,
  UncalculatedFormula,
  type CellContent,
  type WorkbookSource,
} from '../../../src/workbook/source';
import { buildWorkbook, sheetXml, stylesXml } from '../../ooxml/build-workbook';
import { compoundFile } from '../../ooxml/compound-file';
import { asyncRefusalOf } from '../../ooxml/refusal';

/** All rows of a sheet: number and cells, without what follows the last one. */
async function rowsOf(source: WorkbookSource, sheet: string): Promise<[number, CellContent[]][]> {
  const rows: [number, CellContent[]][] = [];
  for await (const block of source.rows(sheet)) {
    for (const { number, cells } of block) {
      const copy = Array.from(cells);
      while (copy.length > 0 && copy.at(-1) === undefined) copy.pop();
      rows.push([number, copy]);
    }
  }
  return rows;
}

function written(book: XLSX.WorkBook, bookType: XLSX.BookType): Uint8Array {
  const bytes: unknown = XLSX.write(book, { type: 'array', bookType });
  if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes');
  return new Uint8Array(bytes);
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(fs.readFileSync(path.join(__dirname, '../../fixtures/xlsx', name)));
}

describe('the heads of an .xlsx file', () => {
  const row = (number: number): string =>
    `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`;
  const many = Array.from({ length: 50 }, (_, index) => row(index * 2 + 1)).join('');
  const file = buildWorkbook({
    sheets: [
      {
        name: '学校数据',
        xml: sheetXml(
          many,
          '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A39:A41"/><mergeCell ref="A40:A41"/></mergeCells>',
        ),
      },
      { name: '图表', xml: '<chartsheet/>', kind: 'chartsheet' },
      { name: '藏', xml: sheetXml(''), state: 'hidden' },
      { name: '表Ⅱ-1 的&apos;副本', xml: sheetXml(row(3)), state: 'veryHidden' },
    ],
    afterSheets:
      '<definedNames><definedName name="_junheng.table1" hidden="1">\'表Ⅱ-1 的\'\'副本\'!$A$1</definedName>' +
      '<definedName name="_junheng.table9" hidden="1" localSheetId="2">1</definedName>' +
      '<definedName name="other">学校数据!$A$1</definedName></definedNames>',
  });

  it('are the first twenty rows, the merged areas that touch them, and what the sheet is', async () => {
    const heads = await XlsxWorkbookSource.open(file, 'a.xlsx', codecOfNode).heads();
    expect(heads.map(({ name, visibility, madeAs }) => [name, visibility, madeAs])).toEqual([
      ['学校数据', 'visible', null],
      ['图表', 'visible', null],
      ['藏', 'hidden', 'table9'],
      ["表Ⅱ-1 的'副本", 'veryHidden', 'table1'],
    ]);
    expect(heads[0]?.rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index * 2 + 1),
    );
    expect(heads[0]?.rows[19]?.cells).toEqual([39]);
    expect(heads[0]?.merges).toEqual([
      { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 },
      { firstRow: 39, lastRow: 41, firstColumn: 0, lastColumn: 0 },
    ]);
    expect(heads[1]).toMatchObject({ rows: [], merges: [] });
    expect(heads[3]?.rows).toHaveLength(1);
    expect(await rowsOf(XlsxWorkbookSource.open(file, 'a.xlsx'), '图表')).toEqual([]);
  });

  it('are found in a long sheet whose end is far off', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => row(index + 1)).join('');
    const text = '<row r="60001"><c r="A60001" t="str"><v>sheetData> /sheetData></v></c></row>';
    const long = buildWorkbook({
      sheets: [
        {
          name: 'a',
          xml: sheetXml(rows + text, '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>'),
        },
      ],
    });
    const source = XlsxWorkbookSource.open(long, 'a.xlsx', codecOfNode);
    const [head] = await source.heads();
    expect(head?.rows).toHaveLength(20);
    expect(head?.merges).toHaveLength(1);
    let count = 0;
    let blocks = 0;
    for await (const block of source.rows('a')) {
      blocks++;
      for (const { number } of block) if (number === count + 1) count++;
    }
    expect(count).toBe(60_001);
    expect(blocks).toBeGreaterThan(3);
  });

  it('name the part of a worksheet, by which it can be changed', () => {
    const source = XlsxWorkbookSource.open(file, 'a.xlsx');
    expect(source.resolveSheetPart('藏')).toBe('xl/worksheets/s3.xml');
    expect(source.resolveSheetPart('图表')).toBeNull();
    expect(source.resolveSheetPart('没有')).toBeNull();
    expect(source.name).toBe('a.xlsx');
  });
});

describe('the rows of an .xlsx file', () => {
  it('hold faults, dates and formulas without result as such', async () => {
    const file = buildWorkbook({
      sheets: [
        {
          name: 'a',
          xml: sheetXml(
            '<row r="1"><c t="e"><v>#REF!</v></c><c s="1"><v>44927</v></c><c><f>1+1</f></c></row>',
          ),
        },
      ],
      styles: stylesXml([0, 14]),
    });
    const [row] = await rowsOf(XlsxWorkbookSource.open(file, 'a'), 'a');
    expect(row?.[1]).toEqual([
      new CellFault('#REF!'),
      new CellDate(44927),
      new UncalculatedFormula('1+1'),
    ]);
    expect(row?.[1][1]).toBeInstanceOf(CellDate);
  });

  it('of a sheet that is not there are refused', async () => {
    const source = XlsxWorkbookSource.open(
      buildWorkbook({ sheets: [{ name: 'a', xml: sheetXml('') }] }),
      'a',
    );
    expect(await asyncRefusalOf(() => rowsOf(source, 'b'))).toBe('part-missing');
  });
});

describe('files of other programs', () => {
  it('exceljs: the same values come back', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('学校数据', { state: 'hidden' });
    sheet.addRow(['名称', '学生数', '日期', '真', '率', '合计', '错', '富']);
    sheet.addRow([
      '一小',
      300,
      new Date(Date.UTC(2023, 0, 1)),
      true,
      0.1 + 0.2,
      { formula: 'B2*2', result: 600 },
      { error: '#N/A' },
      { richText: [{ text: '甲' }, { font: { bold: true }, text: '乙' }] },
    ]);
    sheet.getRow(2).hidden = true;
    sheet.addRow([null, { formula: 'B2' }]);
    sheet.mergeCells('A5:C6');
    const source = await openWorkbookSource(
      new Uint8Array(await book.xlsx.writeBuffer()),
      'b.xlsx',
      codecOfNode,
    );
    expect(await rowsOf(source, '学校数据')).toEqual([
      [1, ['名称', '学生数', '日期', '真', '率', '合计', '错', '富']],
      [2, ['一小', 300, new CellDate(44927), true, 0.1 + 0.2, 600, new CellFault('#N/A'), '甲乙']],
      [3, [undefined, new UncalculatedFormula('B2')]],
    ]);
    const [head] = await source.heads();
    expect(head?.visibility).toBe('hidden');
    expect(head?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  });

  it('LibreOffice: values, formulas, a hidden row, merged cells and dates', async () => {
    const source = await openWorkbookSource(fixture('libreoffice.xlsx'), 'c.xlsx', codecOfNode);
    const [head] = await source.heads();
    expect(head).toMatchObject({
      name: '学校数据',
      visibility: 'visible',
      madeAs: null,
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }],
    });
    expect(await rowsOf(source, '学校数据')).toEqual([
      [1, ['某县学校数据']],
      [2, ['学校名称', '学生数', '占比', '日期']],
      [3, ['第一小学', 1234, 0.617, new CellDate(44927)]],
      [4, ['第二小学', 766, 0.383, new CellDate(44928)]],
      [5, ['合计', 2000, new CellFault('#DIV/0!')]],
    ]);
    expect(head?.rows.map(({ hidden }) => hidden)).toEqual([false, false, false, true, false]);
  });

  it.each(['xlsx', 'xls'] as const)(
    '@e965/xlsx writes .%s: whatever was written is read',
    async (bookType) => {
      const content = fc.oneof(
        fc.tuple(fc.integer(), fc.nat({ max: 6 })).map(([value, digits]) => value / 10 ** digits),
        fc.integer(),
        fc.boolean(),
        fc.string({
          unit: fc.constantFrom('a', '校', ' ', '&', '<', '𠮷', '"'),
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom(' 一小 ', '=1+1', '0012'),
        fc.constant(null),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(content, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
          async (rows) => {
            const book = XLSX.utils.book_new();
            XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '数据');
            const bytes = written(book, bookType);
            const source = await openWorkbookSource(bytes, 'd', codecOfNode);
            const expected = rows
              .map((cells, index): [number, (string | number | boolean | undefined)[]] => {
                const kept = cells.map((cell) => cell ?? undefined);
                while (kept.length > 0 && kept.at(-1) === undefined) kept.pop();
                return [index + 1, kept];
              })
              .filter(([, cells]) => cells.length > 0);
            expect(await rowsOf(source, '数据')).toEqual(expected);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('legacy .xls', () => {
  function xls(fill: (book: XLSX.WorkBook) => void, rows: unknown[][] = [['a', 1]]): Uint8Array {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '数据');
    fill(book);
    return written(book, 'biff8');
  }

  it('gives faults, dates, merged areas and hidden sheets', async () => {
    const bytes = xls((book) => {
      const sheet = book.Sheets['数据']!;
      sheet['A2'] = { t: 'e', v: 7 };
      sheet['B2'] = { t: 'n', v: 44927, z: 'yyyy-mm-dd' };
      sheet['A4'] = { t: 'n', v: 4 };
      sheet['!ref'] = 'A1:B4';
      sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), '藏');
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    });
    const source = await openWorkbookSource(bytes, 'e.xls');
    const heads = await source.heads();
    expect(heads.map(({ name, visibility, madeAs }) => [name, visibility, madeAs])).toEqual([
      ['数据', 'visible', null],
      ['藏', 'hidden', null],
    ]);
    expect(heads[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }]);
    expect(await rowsOf(source, '数据')).toEqual([
      [1, ['a', 1]],
      [2, [new CellFault('#DIV/0!'), new CellDate(44927)]],
      [4, [4]],
    ]);
    expect(await asyncRefusalOf(() => rowsOf(source, '没有'))).toBe('part-missing');
  });

  it('gives the results of formulas', async () => {
    const bytes = xls((book) => {
      book.Sheets['数据'] = {
        '!ref': 'A1:D1',
        A1: { t: 'n', v: 2.5, f: '1+1.5' },
        B1: { t: 's', v: '甲乙', f: '"甲"&"乙"' },
        C1: { t: 'b', v: true, f: '1=1' },
        D1: { t: 'e', v: 42, f: 'NA()' },
      };
    });
    const source = await openWorkbookSource(bytes, 'i.xls');
    expect(await rowsOf(source, '数据')).toEqual([[1, [2.5, '甲乙', true, new CellFault('#N/A')]]]);
  });

  it('with so many texts that their table is spread over records is read whole', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [
      `第${index}小学${'校'.repeat(index % 7)}`,
      `school ${index} ${'x'.repeat(index % 31)}`,
    ]);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '数据');
    for (const bookSST of [true, false]) {
      const bytes: unknown = XLSX.write(book, { type: 'array', bookType: 'biff8', bookSST });
      if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes');
      const source = await openWorkbookSource(new Uint8Array(bytes), 'j.xls');
      const read = (await rowsOf(source, '数据')).map(([, cells]) => cells);
      expect(read).toEqual(rows);
    }
  });

  it('of Excel 95 has its text in a code page', async () => {
    const le16 = (value: number): number[] => [value & 0xff, value >> 8];
    const record = (type: number, ...data: number[]): number[] => [
      ...le16(type),
      ...le16(data.length),
      ...data,
    ];
    // 数据 and 一小 in GBK.
    const sheetName = [0xca, 0xfd, 0xbe, 0xdd];
    const school = [0xd2, 0xbb, 0xd0, 0xa1];
    const globals = (sheetAt: number): number[] => [
      ...record(0x0809, ...le16(0x0500), ...le16(5), 0, 0, 0, 0),
      ...record(0x0042, ...le16(936)),
      ...record(0x0085, ...le16(sheetAt), 0, 0, 0, 0, sheetName.length, ...sheetName),
      ...record(0x000a),
    ];
    const sheet = [
      ...record(0x0809, ...le16(0x0500), ...le16(0x10), 0, 0, 0, 0),
      ...record(0x0204, ...le16(0), ...le16(0), ...le16(15), ...le16(school.length), ...school),
      ...record(
        0x027e,
        ...le16(0),
        ...le16(1),
        ...le16(15),
        ...[(1225 << 2) | 3, 1225 >> 6, 0, 0].map((byte) => byte & 0xff),
      ),
      ...record(0x000a),
    ];
    const stream = new Uint8Array(4096);
    stream.set([...globals(globals(0).length), ...sheet]);
    const source = await openWorkbookSource(compoundFile('Book', stream), 'k.xls');
    expect(await rowsOf(source, '数据')).toEqual([[1, ['一小', 12.25]]]);
  });

  it('made by LibreOffice is read alike', async () => {
    const source = await openWorkbookSource(fixture('libreoffice.xls'), 'f.xls');
    expect(await rowsOf(source, '学校数据')).toEqual(
      await rowsOf(await openWorkbookSource(fixture('libreoffice.xlsx'), 'c.xlsx'), '学校数据'),
    );
    const [head] = await source.heads();
    expect(head?.rows.map(({ hidden }) => hidden)).toEqual([false, false, false, true, false]);
  });

  it('with a password is refused as such', async () => {
    // The beginning of a workbook, and the record that says it is encrypted by RC4.
    const locked = new Uint8Array(6000);
    locked.set([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
    locked.set([0x2f, 0x00, 0x36, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00], 20);
    expect(
      await asyncRefusalOf(() => openWorkbookSource(compoundFile('Workbook', locked), 'g.xls')),
    ).toBe('encrypted');
  });

  it('cut short is refused as such', async () => {
    const bytes = xls(() => undefined);
    const cut = (size: number) =>
      asyncRefusalOf(() => openWorkbookSource(bytes.subarray(0, size), 'h.xls'));
    expect(await cut(600)).toBe('truncated');
    expect(await cut(1600)).toBe('truncated');
  });
});

describe('a file that no reader of workbooks opens', () => {
  it.each([
    [
      'locked with a password',
      () => compoundFile('EncryptedPackage', new Uint8Array(6000)),
      'encrypted',
    ],
    ['an OpenDocument sheet', () => fixture('libreoffice.ods'), 'not-a-workbook'],
    ['a table of text', () => new TextEncoder().encode('学校,学生\n一小,3\n'), 'not-a-zip'],
  ])('is refused: %s', async (_, file, code) => {
    expect(await asyncRefusalOf(() => openWorkbookSource(file(), 'x'))).toBe(code);
  });
});
