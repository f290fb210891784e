import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fs from 'node:fs';
import path from 'node:path';
import { codecOfNode } from '../../../src/hosts/xlsx/node-codec';
import { openWorkbookSource } from '../../../src/hosts/xlsx/open-workbook-source';
import { fflateCodec } from '../../../src/ooxml/codec';
import { OoxmlError } from '../../../src/ooxml/ooxml-error';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { sheetXml, stylesXml, workbookParts, zipParts } from '../../ooxml/build-workbook';

/** How many mutated files; the share of the full run that fits into every test run. */
const MUTATIONS = Number(process.env['JUNHENG_FUZZ'] ?? 2000);

/** Numbers that look random and are the same every time (Park and Miller). */
class Chance {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return Math.floor((this.state / 2_147_483_647) * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

const SPLINTERS = [
  '<',
  '>',
  '&',
  '"',
  '/>',
  '</c>',
  '</row>',
  '<row r="1">',
  '<c r="XFD1048576"><v>1</v></c>',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "&b;&b;">]>',
  '&b;',
  '\0',
  '\ufffd',
  '99999999999',
  '-1',
  '1e999',
  '</sheetData>',
  'PK\x03\x04',
  'PK\x05\x06',
].map((text) => new TextEncoder().encode(text));

/** Flips, cuts, doubles, overwrites or splices in a few bytes. */
function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let result = bytes.slice();
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(result.length + 1);
    const length = chance.of([1, 2, 4, 16, 200, 2000]);
    const before = result.subarray(0, at);
    const piece = result.subarray(at, at + length);
    const after = result.subarray(at + length);
    switch (chance.below(6)) {
      case 0:
        result = result.slice();
        if (at < result.length) result[at]! ^= 1 << chance.below(8);
        break;
      case 1:
        result = Buffer.concat([before, after]);
        break;
      case 2:
        result = Buffer.concat([before, piece, piece, after]);
        break;
      case 3:
        result = Buffer.concat([before, chance.of(SPLINTERS), after]);
        break;
      case 4:
        result = Buffer.concat([before, chance.of(SPLINTERS), piece, after]);
        break;
      default:
        result = Buffer.from(result);
        for (const place of piece.keys())
          if (at + place < result.length) result[at + place] = chance.of([0, 255, 127, 48]);
    }
  }
  return new Uint8Array(result);
}

/** Reads everything there is, as a check would; what is wrong with the file may be said, nothing else. */
async function readAll(bytes: Uint8Array, number: number): Promise<'read' | 'refused'> {
  try {
    const source = await openWorkbookSource(
      bytes,
      'mutated',
      number % 2 === 0 ? codecOfNode : fflateCodec,
    );
    for (const { name } of await source.heads()) {
      let last = 0;
      for await (const block of source.rows(name)) {
        for (const row of block) {
          if (row.number <= last) throw new Error('rows out of order');
          last = row.number;
        }
      }
    }
    return 'read';
  } catch (error) {
    if (error instanceof OoxmlError) return 'refused';
    throw error;
  }
}

async function goodFiles(): Promise<Uint8Array[]> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('学校数据');
  for (let row = 1; row < 60; row++)
    sheet.addRow([`第${row}小学`, row * 37, row / 7, new Date(0), { formula: 'B1*2', result: 4 }]);
  sheet.mergeCells('G1:H2');
  const fixture = (name: string): Uint8Array =>
    new Uint8Array(fs.readFileSync(path.join(__dirname, '../../fixtures/xlsx', name)));
  return [
    new Uint8Array(await book.xlsx.writeBuffer()),
    fixture('libreoffice.xlsx'),
    fixture('libreoffice.xls'),
    zipParts(parts()),
  ];
}

function parts(): Map<string, string | Uint8Array> {
  const rows = Array.from({ length: 30 }, (_, index) => {
    const row = index + 1;
    return `<row r="${row}"><c r="A${row}" t="s"><v>${index % 2}</v></c><c r="B${row}" s="1"><v>${row * 1.25}</v></c><c><f>B1</f></c><c t="inlineStr"><is><r><t>甲</t></r></is></c></row>`;
  });
  return workbookParts({
    sheets: [
      {
        name: '学校数据',
        xml: sheetXml(rows.join(''), '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
      },
    ],
    strings: '<si><t>甲&amp;乙</t></si><si><r><t>丙</t></r><rPh><t>b</t></rPh></si>',
    styles: stylesXml([0, 14, 'yyyy"年"']),
    afterSheets:
      '<definedNames><definedName name="_junheng.t" hidden="1">\'学校数据\'!$A$1</definedName></definedNames>',
  });
}

describe('a damaged file', () => {
  it('never does more than be refused: damage to the archive', async () => {
    const chance = new Chance(2017);
    const files = await goodFiles();
    const outcomes = { read: 0, refused: 0 };
    for (let number = 0; number < MUTATIONS; number++) {
      outcomes[await readAll(mutated(chance.of(files), chance), number)]++;
    }
    expect(outcomes.refused).toBeGreaterThan(MUTATIONS / 4);
    expect(outcomes.read + outcomes.refused).toBe(MUTATIONS);
  }, 1_000_000);

  it('never does more than be refused: damage to the parts within', async () => {
    const chance = new Chance(2012);
    const whole = [...parts()];
    const outcomes = { read: 0, refused: 0 };
    for (let number = 0; number < MUTATIONS; number++) {
      const victim = chance.below(whole.length);
      const file = zipParts(
        whole.map(([name, content], index): [string, Uint8Array] => {
          const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
          return [name, index === victim ? mutated(bytes, chance) : bytes];
        }),
      );
      outcomes[await readAll(file, number)]++;
    }
    expect(outcomes.refused).toBeGreaterThan(MUTATIONS / 4);
    expect(outcomes.read).toBeGreaterThan(MUTATIONS / 50);
  }, 1_000_000);

  it('is never written half: what can be opened can be saved and opened again', async () => {
    const chance = new Chance(5);
    const files = await goodFiles();
    let saved = 0;
    for (let number = 0; number < MUTATIONS / 3; number++) {
      try {
        const opened = OoxmlPackage.open(mutated(chance.of(files), chance), { codec: codecOfNode });
        opened.write('added.xml', '<a/>');
        const again = OoxmlPackage.open(opened.save(), { codec: codecOfNode });
        expect(again.text('added.xml')).toBe('<a/>');
        expect(new Set(again.parts())).toEqual(new Set([...opened.parts()]));
        saved++;
      } catch (error) {
        if (!(error instanceof OoxmlError)) throw error;
      }
    }
    expect(saved).toBeGreaterThan(MUTATIONS / 50);
  }, 1_000_000);
});
