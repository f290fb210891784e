import { describe, expect, it } from '@jest/globals';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { readWorkbookPart } from '../../../src/ooxml/workbook-part';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import { WORKSHEET_ORDER } from '../../../src/ooxml/write/schema-order';
import { ownSheets, sheetConflicts, writeSheets } from '../../../src/ooxml/write/write-sheets';
import {
  attributeOf,
  childOf,
  descendantsOf,
  outlineXml,
} from '../../../src/ooxml/write/xml-outline';
import type { SheetPlan } from '../../../src/plans/sheet-plan';
import { bookOf, changedParts, onlyAddedTo, partText, prefixedParts, richParts } from './book';
import { chart, FOLLOWER, OVERVIEW } from './plans';

const PLANS = [OVERVIEW, FOLLOWER];
const original = bookOf(richParts());

function written(
  bytes: Uint8Array,
  plans: readonly SheetPlan[] = PLANS,
  replaceForeign = false,
): Uint8Array {
  const file = OoxmlPackage.open(bytes);
  writeSheets(file, plans, { replaceForeign });
  return file.save();
}

/** Every relationship leads to a part, every part has a type of its own, and no part is an orphan. */
function expectSound(bytes: Uint8Array): void {
  const file = OoxmlPackage.open(bytes);
  const sources = ['', ...file.parts().filter((part) => !part.endsWith('.rels'))];
  const targets = sources.flatMap((source) =>
    file.relationshipsOf(source).map(({ target }) => target),
  );
  expect(targets.filter((target) => !file.has(target))).toEqual([]);
  const content = file
    .parts()
    .filter((part) => !part.endsWith('.rels') && part !== '[Content_Types].xml');
  expect(content.filter((part) => !targets.includes(part))).toEqual([]);
  expect(content.filter((part) => file.contentTypeOf(part) === 'application/xml')).toEqual([]);
  const types = outlineXml(file.text('[Content_Types].xml'), null);
  const typed = types.children.flatMap((one) => attributeOf(one, 'PartName')?.slice(1) ?? []);
  expect(typed.filter((part) => !file.has(part))).toEqual([]);
  expect(new Set(typed).size).toBe(typed.length);
  for (const part of file.parts()) outlineXml(file.text(part), part);
}

describe('writing sheets into a workbook', () => {
  const after = written(original);

  it('appends them behind all sheets and leaves the others alone', () => {
    const { sheets } = readWorkbookPart(OoxmlPackage.open(after));
    expect(sheets.map(({ name, sheetId, visibility }) => [name, sheetId, visibility])).toEqual([
      ['学校数据', '4', 'visible'],
      ['其他', '9', 'hidden'],
      ["总览's", '10', 'visible'],
      ['表Ⅲ', '11', 'visible'],
    ]);
    const file = OoxmlPackage.open(original);
    expect(changedParts(original, after).filter((part) => file.has(part))).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/calcChain.xml',
    ]);
    expectSound(after);
  });

  it('only adds to the parts it touches, counts aside', () => {
    for (const part of [
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
    ]) {
      expect(onlyAddedTo(partText(original, part), partText(after, part))).toBe(true);
    }
  });

  it('marks them as ours by hidden names, and titles by names local to the sheet', () => {
    const names = readWorkbookPart(OoxmlPackage.open(after)).definedNames;
    expect(names.slice(2)).toEqual([
      { name: '_junheng.overview', localSheetId: null, hidden: true, text: "'总览''s'!$A$1" },
      { name: '_xlnm.Print_Titles', localSheetId: 2, hidden: false, text: "'总览''s'!$1:$2" },
      { name: '_junheng.follower', localSheetId: null, hidden: true, text: "'表Ⅲ'!$A$1" },
    ]);
    expect(ownSheets(OoxmlPackage.open(after))).toEqual(
      new Map([
        ['overview', "总览's"],
        ['follower', '表Ⅲ'],
      ]),
    );
  });

  it('adds the formulas to the calculation chain', () => {
    expect(partText(after, 'xl/calcChain.xml')).toContain(
      '<c r="B8" i="10"/><c r="C8" i="10"/><c r="D8" i="10"/><c r="E8" i="10"/><c r="A1" i="11"/></calcChain>',
    );
  });

  it('gives the same bytes again, on the original and on the result', () => {
    expect(Buffer.from(written(original)).equals(Buffer.from(after))).toBe(true);
    expect(Buffer.from(written(after)).equals(Buffer.from(after))).toBe(true);
  });

  it('replaces a sheet of ours where it stands, with all that belonged to it alone', () => {
    const smaller: SheetPlan = {
      ...OVERVIEW,
      rows: [],
      charts: [chart('line')],
      print: { orientation: 'portrait' },
    };
    const replaced = written(after, [smaller]);
    const file = OoxmlPackage.open(replaced);
    expect(file.parts().filter((part) => part.includes('chart'))).toEqual(['xl/charts/chart1.xml']);
    expect(file.parts().filter((part) => /drawing\d/.test(part) && !part.includes('rels'))).toEqual(
      ['xl/drawings/drawing1.xml', 'xl/drawings/drawing2.xml'],
    );
    const workbook = readWorkbookPart(file);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['学校数据', '其他', "总览's", '表Ⅲ']);
    expect(workbook.definedNames.map(({ name }) => name)).not.toContain('_xlnm.Print_Titles');
    expect(partText(replaced, 'xl/calcChain.xml')).not.toContain('i="10"');
    expect(partText(replaced, 'xl/calcChain.xml')).toContain('<c r="A1" i="11"/>');
    expectSound(replaced);
    expectSound(written(after, [{ ...smaller, charts: [] }]));
  });

  it('keeps the name the person gave a sheet of ours, and formulas and links follow it', () => {
    const renamed = OoxmlPackage.open(after);
    const workbook = renamed
      .text('xl/workbook.xml')
      .replaceAll("总览's", '我的总览')
      .replaceAll("总览''s", '我的总览');
    renamed.write('xl/workbook.xml', workbook);
    const file = OoxmlPackage.open(renamed.save());
    expect(writeSheets(file, PLANS)).toEqual(['我的总览', '表Ⅲ']);
    const again = file.save();
    const follower = partText(again, 'xl/worksheets/sheet4.xml');
    expect(follower).toContain("<f>'我的总览'!B8</f>");
    expect(follower).toContain('<hyperlink ref="A1" location="\'我的总览\'!B8"/>');
    expect(partText(again, 'xl/charts/chart1.xml')).toContain("<c:f>'我的总览'!$A$3:$A$7</c:f>");
    expect(partText(again, 'xl/workbook.xml')).toContain("'我的总览'!$1:$2");
  });

  it('makes a sheet anew when the person deleted it, and mends its hidden name', () => {
    const file = OoxmlPackage.open(original);
    const broken =
      '<definedName name="_junheng.overview" hidden="1">#REF!</definedName></definedNames>';
    file.write('xl/workbook.xml', file.text('xl/workbook.xml').replace('</definedNames>', broken));
    const again = written(file.save());
    expect(ownSheets(OoxmlPackage.open(again)).get('overview')).toBe("总览's");
    expect(partText(again, 'xl/workbook.xml').match(/_junheng\.overview/g)).toHaveLength(1);
  });

  it('leaves a sheet of the same name that is not ours until told to replace it', () => {
    const plan: SheetPlan = { ...FOLLOWER, name: '学校数据' };
    const file = OoxmlPackage.open(original);
    expect(sheetConflicts(file, [OVERVIEW, plan])).toEqual(['学校数据']);
    expect(() => writeSheets(file, [OVERVIEW, plan])).toThrow(
      expect.objectContaining({ code: 'sheet-exists', subjects: ['学校数据'] }),
    );
    expect(changedParts(original, file.save())).toEqual([]);

    const replaced = written(original, [plan], true);
    const parts = OoxmlPackage.open(replaced).parts();
    expect(parts).not.toContain('xl/tables/table1.xml');
    expect(parts).not.toContain('xl/drawings/drawing1.xml');
    expect(partText(replaced, 'xl/calcChain.xml')).toContain('<c r="A1" i="9"/><c r="A1" i="4"/>');
    expect(readWorkbookPart(OoxmlPackage.open(replaced)).sheets).toHaveLength(2);
    expect(sheetConflicts(OoxmlPackage.open(replaced), [plan])).toEqual([]);
    expectSound(replaced);
  });

  it("never takes the person's own sheet for ours", () => {
    const own: SheetPlan = { ...FOLLOWER, key: null };
    const once = written(original, [own]);
    expect(ownSheets(OoxmlPackage.open(once)).size).toBe(0);
    expect(sheetConflicts(OoxmlPackage.open(once), [own])).toEqual(['表Ⅲ']);
  });

  it('works in a workbook with prefixed tags', () => {
    const prefixed = written(bookOf(prefixedParts()));
    expect(readWorkbookPart(OoxmlPackage.open(prefixed)).sheets).toHaveLength(4);
    const root = outlineXml(partText(prefixed, 'xl/workbook.xml'), null);
    expect(descendantsOf(root, 'sheet').map(({ name }) => name)).toEqual(Array(4).fill('x:sheet'));
    expectSound(prefixed);
    expect(Buffer.from(written(prefixed)).equals(Buffer.from(prefixed))).toBe(true);
  });

  it('declares the relationships namespace where the workbook has it on the sheets alone', () => {
    const parts = richParts();
    const office = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(` ${office}`, '').replaceAll(
      ' r:id',
      ` ${office} r:id`,
    );
    const text = partText(written(bookOf(parts)), 'xl/workbook.xml');
    expect(text).toContain(`<sheet name="总览's" sheetId="10" ${office} r:id="rId6"/>`);
  });

  it('speaks the strict dialect in a strict workbook', () => {
    const parts = richParts();
    for (const [part, text] of Object.entries(parts)) {
      parts[part] = text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    }
    const file = OoxmlPackage.open(written(bookOf(parts)));
    for (const part of file
      .parts()
      .filter((name) => /sheet[34]|chart1|drawing2|workbook/.test(name))) {
      expect(file.text(part)).not.toContain('openxmlformats.org/spreadsheetml');
      expect(file.text(part)).not.toContain('openxmlformats.org/officeDocument');
      expect(file.text(part)).not.toContain('openxmlformats.org/drawingml');
    }
  });

  it.each([
    ['a name that no sheet can have', [{ ...FOLLOWER, name: '表/一' }]],
    ['a name that is too long', [{ ...FOLLOWER, name: '表'.repeat(32) }]],
    ['one name twice', [FOLLOWER, { ...FOLLOWER, key: 'other' }]],
    ['one key twice', [FOLLOWER, { ...FOLLOWER, name: '别的' }]],
    ['a key that no defined name can hold', [{ ...FOLLOWER, key: 'a b' }]],
    ['rows out of order', [{ ...FOLLOWER, rows: [...FOLLOWER.rows, ...FOLLOWER.rows] }]],
    [
      'a list that is too long',
      [
        {
          ...FOLLOWER,
          validations: [{ range: 'A1', rule: { kind: 'list', values: ['一'.repeat(256)] } }],
        },
      ],
    ],
  ] satisfies [string, SheetPlan[]][])('refuses %s, before anything changes', (_name, plans) => {
    const file = OoxmlPackage.open(original);
    expect(() => writeSheets(file, plans)).toThrow(expect.objectContaining({ code: 'bad-plan' }));
    expect(changedParts(original, file.save())).toEqual([]);
  });
});

describe('a written sheet', () => {
  const xml = partText(written(original), 'xl/worksheets/sheet3.xml');
  const root = outlineXml(xml, null);

  it('has its elements in the order of the schema', () => {
    const order = root.children.map(({ local }) =>
      WORKSHEET_ORDER.findIndex((name) => name === local),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('never makes a formula of text', () => {
    expect(xml).toContain('t="inlineStr"><is><t>=1+1 是文字</t></is></c>');
    expect(descendantsOf(root, 'f').map(({ text }) => text)).toEqual([
      'SUM(B3:B7)',
      '"a"&"<b"',
      'B8>1',
      '1/0',
    ]);
  });

  it('prints on A4, one page wide, with its headings repeated and its breaks', () => {
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain(
      '<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"/></rowBreaks>',
    );
    expect(xml).toContain(
      '<sheetPr><tabColor rgb="FF2F6DB5"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    );
  });

  it('freezes its heading, hides lines and working columns', () => {
    expect(xml).toContain(
      '<sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('<col min="7" max="7" width="9" hidden="1" customWidth="1"/>');
  });

  it('guides what may be typed', () => {
    const validations = descendantsOf(root, 'dataValidation');
    expect(
      validations.map((one) => [attributeOf(one, 'type'), one.children.map(({ text }) => text)]),
    ).toEqual([
      ['list', ['"是,否"']],
      ['whole', ['0']],
      ['decimal', ['0', '1.5']],
    ]);
    expect(attributeOf(validations[0]!, 'prompt')).toBe('填 是\n或 否');
    expect(attributeOf(validations[0]!, 'error')).toBe('只能填 "是" 或 "否"');
    expect(attributeOf(validations[2]!, 'errorStyle')).toBe('warning');
  });

  it('leads from a cell to a cell, the sheet quoted', () => {
    const [link] = descendantsOf(root, 'hyperlink');
    expect(attributeOf(link!, 'location')).toBe("'总览''s'!B3");
  });

  it('leaves out hyperlinks beyond what Excel opens', () => {
    const rows = Array.from({ length: 65_600 }, (_, index) => ({
      number: index + 1,
      cells: [{ column: 0, value: index, link: { sheet: '学校数据', cell: 'A1' } }],
    }));
    const many = partText(written(original, [{ ...FOLLOWER, rows }]), 'xl/worksheets/sheet3.xml');
    expect(many.match(/<hyperlink /g)).toHaveLength(65_530);
  });
});

describe('a chart', () => {
  const book = written(original);

  it('holds labels and values of every series, a gap where there is none', () => {
    for (const number of [1, 2, 3, 4]) {
      const root = outlineXml(partText(book, `xl/charts/chart${number}.xml`), null);
      const series = descendantsOf(root, 'ser');
      expect(series).toHaveLength(3);
      const order = series.map((one) => Number(attributeOf(childOf(one, 'order')!, 'val'))).sort();
      expect(order).toEqual([0, 1, 2]);
      for (const one of series) {
        expect(descendantsOf(childOf(one, 'cat')!, 'v').map(({ text }) => text)).toEqual(
          chart('bar').series[0]!.categoryLabels,
        );
        const points = descendantsOf(childOf(one, 'val')!, 'pt').length;
        expect(points).toBe(childOf(one, 'tx')!.children[0]!.text === '初中' ? 4 : 5);
      }
    }
  });

  it('draws a limit as a straight line over columns, and as a bar among bars', () => {
    const kinds = [1, 2, 3, 4].map((number) => {
      const root = outlineXml(partText(book, `xl/charts/chart${number}.xml`), null);
      return ['barChart', 'lineChart'].map(
        (kind) => descendantsOf(root, kind).flatMap((one) => descendantsOf(one, 'ser')).length,
      );
    });
    expect(kinds).toEqual([
      [2, 1],
      [3, 0],
      [0, 3],
      [2, 1],
    ]);
    const smooth = descendantsOf(
      outlineXml(partText(book, 'xl/charts/chart3.xml'), null),
      'smooth',
    );
    expect(smooth.map((one) => attributeOf(one, 'val'))).toEqual(['0', '0', '0']);
  });
});

describe('a new workbook', () => {
  it('holds the planned sheets in their order, and nothing that changes from run to run', () => {
    const bytes = createWorkbook(PLANS);
    const { sheets } = readWorkbookPart(OoxmlPackage.open(bytes));
    expect(sheets.map(({ name }) => name)).toEqual(["总览's", '表Ⅲ']);
    expect(Buffer.from(createWorkbook(PLANS)).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(written(bytes)).equals(Buffer.from(bytes))).toBe(true);
    expectSound(bytes);
  });

  it('may hold sheets of the person alone', () => {
    const bytes = createWorkbook([{ ...FOLLOWER, key: null }]);
    expect(readWorkbookPart(OoxmlPackage.open(bytes)).definedNames).toEqual([]);
  });

  it('needs a sheet', () => {
    expect(() => createWorkbook([])).toThrow(expect.objectContaining({ code: 'bad-plan' }));
  });
});
