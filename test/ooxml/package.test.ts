import { describe, expect, it } from '@jest/globals';
import { fflateCodec } from '../../src/ooxml/codec';
import { OoxmlPackage } from '../../src/ooxml/package';
import { codecOfNode } from '../../src/hosts/xlsx/node-codec';
import { rewritePart } from '../../src/ooxml/write/package-edits';
import { buildWorkbook, sheetXml, zipParts } from './build-workbook';
import { compoundFile } from './compound-file';
import { refusalOf } from './refusal';

const SHEETS = [{ name: '学校数据', xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }];

describe('a package', () => {
  it('saved without a change is the very file', () => {
    const file = buildWorkbook({ sheets: SHEETS, strings: '<si><t>a</t></si>' });
    const opened = OoxmlPackage.open(file);
    opened.text('xl/book.xml');
    expect(opened.save()).toEqual(file);
    opened.write('xl/book.xml', opened.text('xl/book.xml'));
    expect(opened.save()).toEqual(file);
  });

  it('packs a part as the file had it once it holds the same again', () => {
    const file = zipParts([
      ['a.xml', `<a>${'x'.repeat(500)}</a>`],
      ['b.xml', '<b/>'],
    ]);
    const opened = OoxmlPackage.open(file);
    const before = opened.text('a.xml');
    opened.write('a.xml', '<a/>');
    expect(opened.save()).not.toEqual(file);
    opened.write('a.xml', before);
    expect(opened.save()).toEqual(file);
  });

  it('and its copy do not see what happens to the other', () => {
    const opened = OoxmlPackage.open(buildWorkbook({ sheets: SHEETS }), { keeps: 1_000_000 });
    const part = opened.parts().at(-1)!;
    const before = opened.text(part);
    const copy = opened.copy();
    copy.write(part, '<worksheet/>');
    copy.write('new.xml', '<a/>');
    expect(opened.text(part)).toBe(before);
    expect(opened.has('new.xml')).toBe(false);
    opened.remove(part);
    expect(copy.text(part)).toBe('<worksheet/>');
    expect(OoxmlPackage.open(copy.save()).text('new.xml')).toBe('<a/>');
  });

  it('holds what was packed ahead, and what was written after that', async () => {
    const opened = OoxmlPackage.open(zipParts([['a.xml', '<a/>']]));
    opened.write('a.xml', `<a>${'x'.repeat(500)}</a>`);
    opened.write('b.xml', `<b>${'y'.repeat(500)}</b>`);
    opened.write('c.xml', '');
    await opened.packAhead();
    opened.write('b.xml', `<b>${'z'.repeat(500)}</b>`);
    const saved = OoxmlPackage.open(opened.save());
    expect(saved.text('a.xml')).toBe(`<a>${'x'.repeat(500)}</a>`);
    expect(saved.text('b.xml')).toBe(`<b>${'z'.repeat(500)}</b>`);
    expect(saved.text('c.xml')).toBe('');
  });

  it('unpacks a part once where there is room to keep it', () => {
    let unpacked = 0;
    const codec: typeof fflateCodec = {
      ...fflateCodec,
      inflateRaw: (bytes, size) => {
        unpacked += 1;
        return fflateCodec.inflateRaw(bytes, size);
      },
    };
    const file = zipParts([['a.xml', 'x'.repeat(10_000)]]);
    const reads = (keeps: number): number => {
      unpacked = 0;
      const opened = OoxmlPackage.open(file, { codec, keeps });
      expect(opened.text('a.xml')).toBe(opened.text('a.xml'));
      return unpacked;
    };
    expect(reads(10_000)).toBe(1);
    expect(reads(9_999)).toBe(2);
  });

  it('made anew holds what is written', () => {
    const made = OoxmlPackage.create();
    made.write('a.xml', '<a>学校</a>');
    made.write('b.bin', new Uint8Array([1, 2, 3]));
    made.write('c.xml', 'x'.repeat(10_000));
    made.remove('b.bin');
    made.remove('never there');
    const file = made.save();
    expect(file.length).toBeLessThan(500);
    const again = OoxmlPackage.open(file);
    expect(again.parts()).toEqual(['a.xml', 'c.xml']);
    expect(again.text('a.xml')).toBe('<a>学校</a>');
    expect(again.bytes('c.xml')).toHaveLength(10_000);
    expect(refusalOf(() => again.bytes('b.bin'))).toBe('part-missing');
  });

  it('keeps the byte order mark and the stored name of a part that is rewritten', () => {
    const opened = OoxmlPackage.open(
      zipParts([
        ['xl\\a.xml', '\ufeff<a/>'],
        ['b.xml', '<b/>'],
      ]),
    );
    expect(opened.text('xl/a.xml')).toBe('<a/>');
    opened.write('xl/a.xml', '<a>1</a>');
    opened.write('b.xml', '<b>1</b>');
    const saved = opened.save();
    const again = OoxmlPackage.open(saved);
    expect(Buffer.from(again.bytes('xl/a.xml')).toString()).toBe('\ufeff<a>1</a>');
    expect(Buffer.from(again.bytes('b.xml')).toString()).toBe('<b>1</b>');
    expect(Buffer.from(saved).toString('latin1').split('xl\\a.xml')).toHaveLength(3);
  });

  it('finds parts without regard to case, leading slash and percent signs', () => {
    const opened = OoxmlPackage.open(zipParts([['xl/SharedStrings 1.xml', '<a/>']]));
    expect(opened.has('/XL/sharedstrings 1.xml')).toBe(true);
    expect(opened.storedName('xl/sharedStrings%201.xml')).toBe('xl/SharedStrings 1.xml');
    expect(opened.has('xl/100%.xml')).toBe(false);
    opened.write('xl/sharedstrings 1.xml', '<b/>');
    expect(opened.parts()).toEqual(['xl/SharedStrings 1.xml']);
    expect(opened.text('xl/SharedStrings 1.xml')).toBe('<b/>');
  });

  it('reads text in UTF-8 and UTF-16, with or without a mark, and in a declared encoding', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>校</a>';
    const little = new Uint8Array(Buffer.from(xml, 'utf16le'));
    const big = new Uint8Array(Buffer.from(xml, 'utf16le').swap16());
    const gbk = Uint8Array.from([
      ...Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
      0xd0,
      0xa3,
      ...Buffer.from('</a>'),
    ]);
    const opened = OoxmlPackage.open(
      zipParts([
        ['utf8', '\ufeff<a>校</a>'],
        ['le', little],
        ['le-marked', Uint8Array.from([0xff, 0xfe, ...little])],
        ['be', big],
        ['be-marked', Uint8Array.from([0xfe, 0xff, ...big])],
        ['gbk', gbk],
        ['neither', Uint8Array.from([0x3c, 0x61, 0xff, 0x3e])],
        ['unknown', '<?xml version="1.0" encoding="made-up"?><a/>'],
      ]),
    );
    expect(opened.text('utf8')).toBe('<a>校</a>');
    for (const part of ['le', 'le-marked', 'be', 'be-marked']) {
      // What it is written back as.
      expect(opened.text(part)).toBe('<?xml version="1.0" encoding="UTF-8"?><a>校</a>');
    }
    expect(opened.text('gbk')).toBe('<?xml version="1.0" encoding="UTF-8"?><a>校</a>');
    expect(refusalOf(() => opened.text('neither'))).toBe('malformed-xml');
    expect(refusalOf(() => opened.text('unknown'))).toBe('malformed-xml');
  });

  it('resolves relationships against the part they belong to', () => {
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const opened = OoxmlPackage.open(
      zipParts([
        ['xl/worksheets/s1.xml', '<a/>'],
        ['xl/Drawings/d1.xml', '<a/>'],
        [
          'xl/worksheets/_rels/s1.xml.rels',
          `<p:Relationships xmlns:p="x"><p:Relationship Id='r1' Type='${type}/drawing' Target='../drawings/d1.xml'/>` +
            `<p:Relationship Id="r2" Type="${type}/hyperlink" Target="https://example.org/a?b=1&amp;c=2#d" TargetMode="External"/>` +
            `<p:Relationship Id="r3" Type="${type}/comments" Target="/xl/comments.xml"/></p:Relationships>`,
        ],
      ]),
    );
    expect(opened.relationshipsOf('xl/worksheets/s1.xml')).toEqual([
      {
        id: 'r1',
        type: `${type}/drawing`,
        kind: 'drawing',
        target: 'xl/Drawings/d1.xml',
        external: false,
      },
      {
        id: 'r2',
        type: `${type}/hyperlink`,
        kind: 'hyperlink',
        target: 'https://example.org/a?b=1&c=2#d',
        external: true,
      },
      {
        id: 'r3',
        type: `${type}/comments`,
        kind: 'comments',
        target: 'xl/comments.xml',
        external: false,
      },
    ]);
    expect(opened.relationshipsOf('xl/Drawings/d1.xml')).toEqual([]);
    opened.write('xl/worksheets/_rels/s1.xml.rels', '<Relationships/>');
    expect(opened.relationshipsOf('xl/worksheets/s1.xml')).toEqual([]);
    opened.write(
      'xl/worksheets/_rels/s1.xml.rels',
      '<Relationships><Relationship Id="a" Type="b" Target="../../../c.xml"/></Relationships>',
    );
    expect(opened.relationshipsOf('xl/worksheets/s1.xml')).toMatchObject([{ target: 'c.xml' }]);
    opened.write(
      'xl/worksheets/_rels/s1.xml.rels',
      '<Relationships><Relationship Id="a" Type="b"/></Relationships>',
    );
    expect(refusalOf(() => opened.relationshipsOf('xl/worksheets/s1.xml'))).toBe('malformed-xml');
  });

  it('knows the content type of a part, by its name or its extension', () => {
    const opened = OoxmlPackage.open(buildWorkbook({ sheets: SHEETS }));
    expect(opened.contentTypeOf('xl/book.xml')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    );
    expect(opened.contentTypeOf('docProps/other.xml')).toBe('application/xml');
    expect(opened.contentTypeOf('xl/media/a.emf')).toBeNull();
  });

  it('says whether it is signed', () => {
    expect(OoxmlPackage.open(buildWorkbook({ sheets: SHEETS })).isSigned).toBe(false);
    const signed = OoxmlPackage.open(
      zipParts([
        [
          '_rels/.rels',
          '<Relationships><Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
        ],
      ]),
    );
    expect(signed.isSigned).toBe(true);
  });

  it('recognises files that are locked or old by what they contain', () => {
    expect(refusalOf(() => OoxmlPackage.open(compoundFile('EncryptedPackage')))).toBe('encrypted');
    expect(refusalOf(() => OoxmlPackage.open(compoundFile('Workbook')))).toBe('legacy-xls');
    expect(refusalOf(() => OoxmlPackage.open(compoundFile('Book')))).toBe('legacy-xls');
    expect(refusalOf(() => OoxmlPackage.open(compoundFile('WordDocument')))).toBe('not-a-zip');
    const circular = compoundFile('WordDocument');
    new DataView(circular.buffer).setUint32(512 + 4, 1, true);
    expect(refusalOf(() => OoxmlPackage.open(circular))).toBe('not-a-zip');
  });

  it.each([
    ['of the browser', fflateCodec],
    ['of Node', codecOfNode],
  ])('gives large parts piece by piece with the codec %s', async (_, codec) => {
    const content = new Uint8Array(5_000_000);
    for (let index = 0, state = 1; index < content.length; index++) {
      state = (state * 48_271) % 2_147_483_647;
      content[index] = index % 3 === 0 ? state % 8 : 65;
    }
    const file = zipParts([['big.xml', content]]);
    const opened = OoxmlPackage.open(file, { codec });
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.chunks('big.xml')) pieces.push(piece.slice());
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(Buffer.from(content))).toBe(true);
    // Giving up half-way must leave nothing behind.
    for await (const piece of opened.chunks('big.xml')) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    const damaged = file.slice();
    damaged[Math.floor(file.length / 2)]! ^= 0x55;
    await expect(async () => {
      for await (const piece of OoxmlPackage.open(damaged, { codec }).chunks('big.xml'))
        piece.at(0);
    }).rejects.toMatchObject({ name: 'OoxmlError', part: 'big.xml' });
    opened.write('small.xml', content.subarray(0, 100));
    const again = OoxmlPackage.open(opened.save(), { codec }).bytes('big.xml');
    expect(Buffer.from(again).equals(Buffer.from(content))).toBe(true);
  });
});

describe('the bytes that a package was opened from', () => {
  it('stay as they are when a changed package is saved, in a Node Buffer too', () => {
    const original = OoxmlPackage.create();
    original.write('xl/first.xml', '<first/>');
    original.write('xl/second.xml', '<second/>');
    const buffer = Buffer.from(original.save());
    const before = Buffer.from(Uint8Array.from(buffer));
    const opened = OoxmlPackage.open(buffer);
    opened.write('xl/first.xml', '<first>longer than it was before</first>');
    opened.save();
    expect(buffer.equals(before)).toBe(true);
  });
});

describe('a part with a byte order mark', () => {
  it('has one mark however often it is rewritten', () => {
    const opened = OoxmlPackage.open(zipParts([['a.xml', '\ufeff<a/>']]));
    for (const text of ['<a>1</a>', '<a>2</a>']) rewritePart(opened, 'a.xml', () => text);
    expect(Buffer.from(opened.bytes('a.xml')).toString()).toBe('\ufeff<a>2</a>');
    expect(opened.text('a.xml')).toBe('<a>2</a>');
  });
});
