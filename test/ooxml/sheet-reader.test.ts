import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildWorkbook, sheetXml, stylesXml, type TestWorkbook } from './build-workbook';
import { readFirstSheet, type TestRow } from './read-sheet';
import { asyncRefusalOf } from './refusal';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function book(xml: string | Uint8Array, more: Partial<TestWorkbook> = {}): Uint8Array {
  return buildWorkbook({ sheets: [{ name: '学校数据', xml }], ...more });
}

async function rowsOf(rows: string, more: Partial<TestWorkbook> = {}): Promise<TestRow[]> {
  return (await readFirstSheet(book(sheetXml(rows), more))).rows;
}

/** The cells of the first row. */
async function cellsOf(cells: string, more: Partial<TestWorkbook> = {}): Promise<TestRow['cells']> {
  return (await rowsOf(`<row r="1">${cells}</row>`, more))[0]?.cells ?? [];
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}

describe('cells of a sheet', () => {
  it('are numbers, texts, truth values and faults', async () => {
    const cells =
      '<c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>12.5x</v></c>' +
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#DIV/0!</v></c>' +
      '<c r="G1" t="inlineStr"><is><t xml:space="preserve"> 一小 </t></is></c><c r="H1" t="n"><f>1+1</f><v>2</v></c>';
    expect(await cellsOf(cells, { strings: '<si><t>a</t></si><si><t>b</t></si>' })).toEqual([
      12.5,
      'b',
      '12.5x',
      true,
      false,
      ['fault', '#DIV/0!'],
      ' 一小 ',
      2,
    ]);
  });

  it('without a reference stand next to the one before', async () => {
    expect(
      await rowsOf(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c r="B2"><v>4</v></c></row><row r="9"><c/><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    ).toEqual([
      { number: 1, hidden: false, cells: [1, undefined, undefined, 2, 3] },
      { number: 2, hidden: false, cells: [undefined, 4] },
      { number: 9, hidden: false, cells: [undefined, 5] },
      { number: 10, hidden: false, cells: [6] },
    ]);
  });

  it('give their row its number when it states none', async () => {
    expect(
      await rowsOf('<row><c r="A7"><v>1</v></c></row><row><c r="A8"><v>2</v></c></row>'),
    ).toMatchObject([{ number: 7 }, { number: 8 }]);
  });

  it('with a formula that was never calculated say so', async () => {
    const cells =
      '<c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>C1*2</f><v></v></c><c r="C1"><f>D1</f><v/></c>' +
      '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f/></c>';
    expect(await cellsOf(cells)).toEqual([
      ['uncalculated', 'SUM(B1:B9)'],
      ['uncalculated', 'C1*2'],
      ['uncalculated', 'D1'],
      '',
      ['uncalculated', ''],
    ]);
  });

  it('with a shared formula give their results, or the formula of the first cell', async () => {
    const cells =
      '<c r="A1"><f t="shared" ref="A1:C1" si="0">A2+1</f><v>3</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c><c r="C1"><f t="shared" si="0"/></c>';
    expect(await cellsOf(cells)).toEqual([3, 4, ['uncalculated', 'A2+1']]);
  });

  it('that are blank are undefined, and rows of only such are left out', async () => {
    expect(
      await rowsOf(
        '<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c><c r="C1" t="s"><v/></c></row><row r="2"/><row r="3"><c r="B3"><v>0</v></c></row>',
      ),
    ).toEqual([{ number: 3, hidden: false, cells: [undefined, 0] }]);
  });

  it('do not leak from a row into the next', async () => {
    const wide = Array.from({ length: 700 }, () => '<c><v>1</v></c>').join('');
    const rows = await rowsOf(
      `<row r="1">${wide}</row><row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c></row>`,
    );
    expect(rows.map(({ cells }) => cells.length)).toEqual([700, 2, 3]);
    expect(rows[2]?.cells).toEqual([undefined, undefined, 3]);
  });

  it('keep formatted runs together and leave phonetic readings out', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>第一</t></r><r><t>小学</t></r><rPh sb="0" eb="2"><t>dìyī</t></rPh><phoneticPr fontId="1"/>';
    expect(
      await cellsOf(
        `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${rich}</is></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c>`,
        {
          strings: `<si>${rich}</si><si/><si><t/></si>`,
        },
      ),
    ).toEqual(['第一小学', '第一小学', '', '']);
  });

  it('hold the same text however their tags are written, short or long, new or seen before', async () => {
    const escaped = (text: string): string =>
      text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
    const words = fc.constantFrom('乡村', '城区', 'A&B<C', '_x000A_', '', ' 小 学', '三\n中');
    const text = fc.oneof(
      words,
      fc.tuple(words, fc.nat(40)).map(([word, times]) => word.repeat(times)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 60 }), async (texts) => {
        const row = (cell: (reference: string, text: string) => string): string =>
          `<row r="1">${texts.map((one, column) => cell(`${columnName(column)}1`, escaped(one))).join('')}</row>`;
        const plain = row((reference, one) => {
          return `<c r="${reference}" s="1" t="inlineStr"><is><t>${one}</t></is></c>`;
        });
        const odd = row((reference, one) => {
          return `<c t='inlineStr'  r='${reference}'><is ><t xml:space="preserve">${one}</t></is></c>`;
        });
        // What stands behind keeps the cells away from the end of the bytes at hand.
        const tail = `<row r="2"><c r="A2" t="str"><v>${'x'.repeat(400)}</v></c></row>`;
        const [read, again] = await Promise.all([rowsOf(plain + tail), rowsOf(odd + tail)]);
        expect(read[0]).toEqual(again[0]);
        expect(read[0]?.cells).toEqual(texts.map((one) => one.replaceAll('_x000A_', '\n')));
      }),
      { numRuns: 60 },
    );
  });

  it('have the escapes of their text resolved', async () => {
    expect(
      await cellsOf(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000D_&#10;b &lt;&#x5B66;&amp;&gt;_x005F_x000D_ _x00</t></is></c><c r="C1" t="str"><v>_x0041_</v></c>',
        {
          strings: '<si><t>_x4E00_<![CDATA[<二>]]></t></si>',
        },
      ),
    ).toEqual(['一<二>', 'a\r\nb <学&>_x000D_ _x00', 'A']);
  });

  it('with a date format are dates, counted from 1900 in every workbook', async () => {
    const styles = stylesXml([0, 14, 'yyyy"年"m"月"', '#,##0.00', 49, '[h]:mm']);
    const cells = [0, 1, 2, 3, 4, 5, 99]
      .map((style, index) => `<c r="${'ABCDEFG'[index]!}1" s="${style}"><v>44927.5</v></c>`)
      .join('');
    expect(await cellsOf(cells, { styles })).toEqual([
      44927.5,
      ['date', 44927.5],
      ['date', 44927.5],
      44927.5,
      44927.5,
      ['date', 44927.5],
      44927.5,
    ]);
    expect(await cellsOf(cells, { styles, beforeSheets: '<workbookPr date1904="1"/>' })).toEqual([
      44927.5,
      ['date', 46389.5],
      ['date', 46389.5],
      44927.5,
      44927.5,
      ['date', 46389.5],
      44927.5,
    ]);
  });

  it('of type d are dates too', async () => {
    expect(
      await cellsOf(
        '<c r="A1" t="d"><v>2023-01-01</v></c><c r="B1" t="d"><v>2023-01-01T12:00:00Z</v></c><c r="C1" t="d"><v>06:00:00</v></c><c r="D1" t="d"><v>1900-01-01</v></c><c r="E1" t="d"><v>soon</v></c>',
      ),
    ).toEqual([['date', 44927], ['date', 44927.5], ['date', 0.25], ['date', 1], 'soon']);
  });

  it('that should be numbers and are not stay text, so that the check can name them', async () => {
    const bad = ['abc', '1.2.3', 'NaN', 'Infinity', '1e999', '0x10', '1,5', '--1'];
    expect(await cellsOf(bad.map((text) => `<c><v>${text}</v></c>`).join(''))).toEqual(bad);
  });

  it('hold exactly the number that is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
            fc.integer().map(String),
            fc
              .tuple(fc.integer(), fc.nat({ max: 8 }))
              .map(([value, digits]) => (value / 10 ** digits).toFixed(digits)),
            fc
              .double({ noNaN: true, noDefaultInfinity: true })
              .map((value) => value.toExponential()),
            fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => value.toPrecision(17)),
            fc
              .tuple(fc.bigInt(), fc.bigInt({ min: 0n }))
              .map(([whole, part]) => `${whole}.${part}`),
            fc.constantFrom(
              '-0',
              '0',
              '+5',
              '.5',
              '5.',
              '007',
              '1E+2',
              '0.1',
              '123456789012345',
              '999999999999999.9',
              '9007199254740993',
            ),
          ),
          { minLength: 1, maxLength: 60 },
        ),
        async (numbers) => {
          const cells = numbers
            .map((text, index) => `<c r="${letters(index)}1"><v>${text}</v></c>`)
            .join('');
          const read = await cellsOf(cells + '<c><v>1</v></c>'.repeat(20));
          numbers.forEach((text, index) => {
            expect(read[index]).toBe(Number(text));
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

describe('a sheet', () => {
  const PLAIN = '<row r="1"><c r="A1"><v>1</v></c></row>';

  it('may use prefixes, single quotes and spaces in tags', async () => {
    const xml = `<?xml version='1.0'?><x:worksheet xmlns:x='${MAIN}'><x:sheetData ><x:row r='1' ><x:c r = 'A1' t = 's' ><x:v >0</x:v ></x:c ><x:c r='B1'><x:f>1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='A1:B2'/></x:mergeCells></x:worksheet>`;
    const read = await readFirstSheet(
      book(xml, { strings: '<x:si xmlns:x="a"><x:t>甲</x:t></x:si>' }),
    );
    expect(read.rows).toEqual([{ number: 1, hidden: false, cells: ['甲', 2] }]);
    expect(read.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }]);
  });

  it('may be empty', async () => {
    for (const xml of [
      sheetXml(''),
      `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
      `<worksheet xmlns="${MAIN}"/>`,
    ]) {
      expect((await readFirstSheet(book(xml))).rows).toEqual([]);
    }
  });

  it('may have comments, instructions, CDATA and foreign elements anywhere', async () => {
    const rows =
      '<!-- rows --><row r="1"><!-- c --><c r="A1"><v>1<!-- --><![CDATA[2]]></v></c><ext><c r="B1"><v>9</v></c></ext><c r="B1"><v>3</v></c></row><foreign><row r="8"><c r="A8"><v>9</v></c></row></foreign><?pi?>';
    expect(await rowsOf(rows)).toEqual([{ number: 1, hidden: false, cells: [12, 3] }]);
  });

  it('tells hidden rows', async () => {
    const cell = (row: number): string => `<c r="A${row}"><v>1</v></c>`;
    const rows = await rowsOf(
      `<row r="1" hidden="1">${cell(1)}</row><row r="2" hidden="true">${cell(2)}</row><row r="3" hidden="0">${cell(3)}</row><row r="4" ht="0" customHeight="1">${cell(4)}</row><row r="5" ht="15">${cell(5)}</row>`,
    );
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, true, false, true, false]);
  });

  it('tells merged areas, which stand behind the rows', async () => {
    const read = await readFirstSheet(
      book(
        sheetXml(
          PLAIN,
          '<mergeCells count="4"><mergeCell ref="B2:D3"/><mergeCell ref="AA10:AA12"/><mergeCell ref="A:B"/><mergeCell ref="4:5"/></mergeCells>',
        ),
      ),
    );
    expect(read.merges).toEqual([
      { firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 3 },
      { firstRow: 10, lastRow: 12, firstColumn: 26, lastColumn: 26 },
      { firstRow: 1, lastRow: 1_048_576, firstColumn: 0, lastColumn: 1 },
      { firstRow: 4, lastRow: 5, firstColumn: 0, lastColumn: 16_383 },
    ]);
  });

  it('may be in UTF-16', async () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>校𠮷</t></is></c></row>',
    ).replace('UTF-8', 'UTF-16');
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')]);
    expect((await readFirstSheet(book(bytes), 7)).rows).toEqual([
      { number: 1, hidden: false, cells: ['校𠮷'] },
    ]);
    expect((await readFirstSheet(book(`\ufeff${sheetXml(PLAIN)}`))).rows).toHaveLength(1);
  });

  it('reads the same however its bytes are cut', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => {
      const row = index + 1;
      return `<row r="${row}" spans="1:6"><c r="A${row}" t="s"><v>${index % 2}</v></c><c r="B${row}" s="1"><v>${row * 1.25}</v></c><c r="C${row}"/><c r="D${row}" t="str"><f>A${row}&amp;"一"</f><v>学${row}</v></c><c r="E${row}"><v>${row}e-3</v></c></row>`;
    }).join('\n');
    const file = book(sheetXml(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'), {
      strings: '<si><t>甲</t></si><si><t>乙</t></si>',
      styles: stylesXml([0, 14]),
    });
    const whole = await readFirstSheet(file);
    expect(whole.rows).toHaveLength(12);
    expect(whole.rows[1]?.cells).toEqual(['乙', ['date', 2.5], undefined, '学2', 0.002]);
    for (const size of [1, 2, 3, 7, 64, 333, 1000])
      expect(await readFirstSheet(file, size)).toEqual(whole);
  });

  it('tells formats, heights and formulas to whoever takes notes, before the row itself', async () => {
    const rows =
      '<row r="1" ht="30" customHeight="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>3</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2" s="1" t="str"><f>"&lt;"&amp;A1</f><v>x</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A1*2</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="B3"><f t="shared" si="0"/><v>0</v></c><c r="C3"><f></f><v>1</v></c></row>' +
      '<row r="9" ht="12.5"/>';
    const file = book(sheetXml(rows), { styles: stylesXml([0, 14, 0]) });
    for (const size of [1, 5, 64, 4096]) {
      const noted: unknown[] = [];
      const read = await readFirstSheet(file, size, {
        row: (...row) => noted.push(row),
        format: (...format) => noted.push(format),
        formula: (...formula) => noted.push(formula),
      });
      expect(read.rows).toHaveLength(3);
      expect(noted).toEqual([
        [1, 30, false],
        [1, 0, 2],
        [1, 1, 1],
        [2, null, true],
        [2, 0, 1],
        [2, 0, '"<"&A1', null],
        [2, 1, 'A1*2', 0],
        [3, 0, 1],
        [3, 1, '', 0],
        [9, 12.5, false],
      ]);
    }
  });

  it.each([
    ['rows that go back', '<row r="5"><c r="A5"><v>1</v></c></row><row r="5"/>', 'malformed-xml'],
    ['a row beyond the sheet', '<row r="1048577"/>', 'malformed-xml'],
    ['a row that is no number', '<row r="x"/>', 'malformed-xml'],
    ['a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>', 'malformed-xml'],
    ['a cell beyond the sheet', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'malformed-xml'],
    [
      'a cell beyond the sheet by counting',
      '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>',
      'malformed-xml',
    ],
    ['a reference that is none', '<row r="1"><c r="1A"><v>1</v></c></row>', 'malformed-xml'],
    [
      'a shared string that is not there',
      '<row r="1"><c r="A1" t="s"><v>3</v></c></row>',
      'malformed-xml',
    ],
    [
      'a shared string that is no index',
      '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
      'malformed-xml',
    ],
    ['tags that cross', '<row r="1"><c r="A1"><v>1</c></v></row>', 'malformed-xml'],
    ['an unknown entity', '<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>', 'bad-entity'],
  ])('is refused with %s', async (_, rows, code) => {
    for (const padding of ['', ' '.repeat(400)]) {
      expect(
        await asyncRefusalOf(() => rowsOf(rows + padding, { strings: '<si><t>a</t></si>' })),
      ).toBe(code);
    }
  });

  it.each([
    ['cut off', sheetXml(PLAIN).slice(0, -20), 'malformed-xml'],
    ['not a sheet', `<chart xmlns="${MAIN}"/>`, 'malformed-xml'],
    ['with a document type', `<!DOCTYPE worksheet>${sheetXml(PLAIN).slice(56)}`, 'bad-entity'],
    [
      'with a merged area that is none',
      sheetXml(PLAIN, '<mergeCells><mergeCell ref="A0:B9"/></mergeCells>'),
      'malformed-xml',
    ],
    [
      'not text',
      Uint8Array.from([
        ...Buffer.from(sheetXml('<row r="1"><c r="A1" t="str"><v>')).subarray(0, -30),
        0xff,
        0xff,
        ...Buffer.from('</v></c></row></sheetData></worksheet>'),
      ]),
      'malformed-xml',
    ],
  ])('is refused when it is %s', async (_, xml, code) => {
    expect(await asyncRefusalOf(() => readFirstSheet(book(xml)))).toBe(code);
  });
});
