import { describe, expect, it } from '@jest/globals';
import { OoxmlPackage } from '../../../src/ooxml/package';
import {
  addFormulaRules,
  removeHighlightRules,
} from '../../../src/ooxml/write/conditional-formats';
import { applyHighlights, clearHighlights } from '../../../src/ooxml/write/highlights';
import { WORKSHEET_ORDER } from '../../../src/ooxml/write/schema-order';
import { attributeOf, descendantsOf, outlineWorksheet } from '../../../src/ooxml/write/xml-outline';
import { HIGHLIGHT_MARK, type HighlightPlan } from '../../../src/plans/highlight-plan';
import {
  bookOf,
  changedParts,
  MIXED_RULE,
  onlyAddedTo,
  partText,
  prefixedParts,
  RICH_SHEET,
  richParts,
  USER_FORMATS,
  worksheet,
  X14_FORMATS,
} from './book';

const SHEET = 'xl/worksheets/sheet1.xml';

const PLAN: HighlightPlan = {
  styles: {
    below: { fill: 'F8CBAD', fontColor: '9C0006', bold: true },
    near: { fill: 'FFE699', fontColor: '7F6000', bold: false },
    fault: { fill: 'D9D2E9', fontColor: '4C1D95', bold: true },
  },
  sheets: [
    {
      sheet: '学校数据',
      rules: [
        { mark: 'fault', ranges: ['B2:B5', 'D2:D5'], formula: `${HIGHLIGHT_MARK}ISTEXT(B2))` },
        { mark: 'below', ranges: ['B2:B5'], formula: `${HIGHLIGHT_MARK}$B2<$C2*0.85)` },
        { mark: 'near', ranges: ['B2:B5'], formula: `${HIGHLIGHT_MARK}$B2<$C2)` },
      ],
    },
  ],
};

function applied(bytes: Uint8Array, plan = PLAN): Uint8Array {
  const file = OoxmlPackage.open(bytes);
  applyHighlights(file, plan);
  return file.save();
}

function cleared(bytes: Uint8Array): Uint8Array {
  const file = OoxmlPackage.open(bytes);
  clearHighlights(file);
  return file.save();
}

interface Rule {
  readonly sqref: string;
  readonly priority: number;
  readonly formula: string;
  readonly stops: boolean;
}

function rulesOf(xml: string): Rule[] {
  return outlineWorksheet(xml, null)
    .children.filter(({ local }) => local === 'conditionalFormatting')
    .flatMap((element) =>
      element.children.map((rule) => ({
        sqref: attributeOf(element, 'sqref') ?? '',
        priority: Number(attributeOf(rule, 'priority')),
        formula: rule.children.find(({ local }) => local === 'formula')?.text ?? '',
        stops: attributeOf(rule, 'stopIfTrue') === '1',
      })),
    );
}

describe('marks in a workbook', () => {
  const original = bookOf(richParts());

  it('touch the sheet and the styles, nothing else', () => {
    expect(changedParts(original, applied(original))).toEqual([SHEET, 'xl/styles.xml']);
  });

  it('are one insertion behind the formats of the user, which keep their text and numbers', () => {
    const after = partText(applied(original), SHEET);
    const at = RICH_SHEET.indexOf(USER_FORMATS) + USER_FORMATS.length;
    expect(after.slice(0, at)).toBe(RICH_SHEET.slice(0, at));
    expect(after.endsWith(RICH_SHEET.slice(at))).toBe(true);
    expect(after).toContain(X14_FORMATS);
    expect(onlyAddedTo(RICH_SHEET, after)).toBe(true);
  });

  it('follow every priority in use, those of the newer generation too, and stop one another', () => {
    const rules = rulesOf(partText(applied(original), SHEET));
    expect(rules.slice(0, 3).map(({ priority }) => priority)).toEqual([2, 1, 3]);
    expect(rules.slice(3)).toEqual([
      { sqref: 'B2:B5 D2:D5', priority: 10, formula: `${HIGHLIGHT_MARK}ISTEXT(B2))`, stops: true },
      { sqref: 'B2:B5', priority: 11, formula: `${HIGHLIGHT_MARK}$B2<$C2*0.85)`, stops: true },
      { sqref: 'B2:B5', priority: 12, formula: `${HIGHLIGHT_MARK}$B2<$C2)`, stops: true },
    ]);
  });

  it('give the same bytes when put on twice', () => {
    const once = applied(original);
    expect(Buffer.from(applied(once)).equals(Buffer.from(once))).toBe(true);
  });

  it('leave the sheet byte for byte as it was when cleared', () => {
    expect(changedParts(original, cleared(applied(original)))).toEqual(['xl/styles.xml']);
  });

  it('are counted when cleared', () => {
    const file = OoxmlPackage.open(applied(original));
    expect(clearHighlights(file)).toBe(3);
    expect(clearHighlights(file)).toBe(0);
  });

  it('replace those of an earlier plan, also on sheets the new plan does not name', () => {
    const old = applied(original, {
      ...PLAN,
      sheets: [{ sheet: '其他', rules: PLAN.sheets[0]!.rules }],
    });
    expect(rulesOf(partText(old, 'xl/worksheets/sheet2.xml'))).toHaveLength(3);
    const renewed = applied(old);
    expect(partText(renewed, 'xl/worksheets/sheet2.xml')).toBe(
      richParts()['xl/worksheets/sheet2.xml'],
    );
    expect(rulesOf(partText(renewed, SHEET))).toHaveLength(6);
  });

  it('work in a workbook with prefixed tags', () => {
    const prefixed = bookOf(prefixedParts());
    const marked = applied(prefixed);
    const root = outlineWorksheet(partText(marked, SHEET), null);
    const ours = descendantsOf(root, 'cfRule').filter(({ name }) => name === 'x:cfRule');
    expect(ours).toHaveLength(6);
    expect(changedParts(prefixed, cleared(marked))).toEqual(['xl/styles.xml']);
  });

  it('get a styles part when the workbook has none', () => {
    const parts = richParts(RICH_SHEET.replaceAll(/ dxfId="0"| s="1"/g, ''));
    delete parts['xl/styles.xml'];
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      /<Relationship Id="rId3"[^>]*>/,
      '',
    );
    parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
      /<Override PartName="\/xl\/styles.xml"[^>]*>/,
      '',
    );
    const bare = bookOf(parts);
    const marked = applied(bare);
    expect(changedParts(bare, marked)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      SHEET,
      'xl/styles.xml',
    ]);
    const file = OoxmlPackage.open(marked);
    const styles = file.relationshipsOf('xl/workbook.xml').filter(({ kind }) => kind === 'styles');
    expect(styles.map(({ target }) => target)).toEqual(['xl/styles.xml']);
    expect(file.contentTypeOf('xl/styles.xml')).toContain('styles+xml');
    expect(Buffer.from(applied(marked)).equals(Buffer.from(marked))).toBe(true);
  });

  it('are refused for a sheet that is not there, before anything changes', () => {
    const file = OoxmlPackage.open(original);
    const plan = { ...PLAN, sheets: [...PLAN.sheets, { sheet: '没有', rules: [] }] };
    expect(() => {
      applyHighlights(file, plan);
    }).toThrow(expect.objectContaining({ code: 'no-such-sheet', subjects: ['没有'] }));
    expect(changedParts(original, file.save())).toEqual([]);
  });

  it('keep a byte order mark', () => {
    const marked = bookOf(richParts(`\ufeff${RICH_SHEET}`));
    expect(changedParts(marked, cleared(applied(marked)))).toEqual(['xl/styles.xml']);
  });
});

describe('clearing', () => {
  it('takes a rule of ours out of an element that holds rules of the user', () => {
    const mixed = RICH_SHEET.replace(
      '</cfRule></conditionalFormatting>',
      `</cfRule>${MIXED_RULE}</conditionalFormatting>`,
    );
    expect(mixed).toContain(MIXED_RULE);
    expect(removeHighlightRules(mixed, null)).toBe(RICH_SHEET);
  });

  it('knows rules of ours that another program wrote: spaces, capitals, entities, a leading =', () => {
    const rule = (formula: string): string =>
      `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    for (const formula of [
      '=and( n(&quot;JUNHENG&quot;) = 0, A1&lt;1)',
      '<![CDATA[AND(N("junheng")=0,A1<1)]]>',
    ]) {
      expect(removeHighlightRules(worksheet(`<sheetData/>${rule(formula)}`), null)).toBe(
        worksheet('<sheetData/>'),
      );
    }
    const others = worksheet(`<sheetData/>${rule('AND(N("other")=0,A1="junheng")')}`);
    expect(removeHighlightRules(others, null)).toBe(others);
  });

  it('takes ours out of the extension list, and the list when it held nothing else', () => {
    const x14 = (rules: string): string =>
      `<x14:conditionalFormatting>${rules}<xm:sqref>A1</xm:sqref></x14:conditionalFormatting>`;
    const ours = x14(
      '<x14:cfRule type="expression" priority="1"><xm:f>AND(N("junheng")=0,表2!A1)</xm:f></x14:cfRule>',
    );
    const list = (inside: string): string =>
      worksheet(
        `<sheetData/><extLst><ext uri="{78}"><x14:conditionalFormattings>${inside}</x14:conditionalFormattings></ext></extLst>`,
      );
    expect(removeHighlightRules(list(ours), null)).toBe(worksheet('<sheetData/>'));
    const other = x14('<x14:cfRule type="expression" priority="1"><xm:f>A1</xm:f></x14:cfRule>');
    expect(removeHighlightRules(list(other + ours), null)).toBe(list(other));
  });
});

describe('the place of conditional formats', () => {
  const rule = { ranges: ['A1'], formula: `${HIGHLIGHT_MARK}A1)`, dxfId: 0 };

  it('is that of the schema, whatever else the sheet has', () => {
    // Every subset of size one and two of the children a worksheet may have.
    const others = WORKSHEET_ORDER.filter(
      (name) => name !== 'sheetData' && name !== 'conditionalFormatting',
    );
    const has = (name: string, chosen: readonly string[]): boolean =>
      name === 'sheetData' || chosen.includes(name);
    for (const first of others) {
      for (const second of others) {
        const children = WORKSHEET_ORDER.filter((name) => has(name, [first, second]));
        const xml = worksheet(children.map((name) => `<${name}></${name}>`).join(''));
        const order = outlineWorksheet(addFormulaRules(xml, null, [rule]), null).children.map(
          ({ local }) => WORKSHEET_ORDER.findIndex((name) => name === local),
        );
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(order).toHaveLength(children.length + 1);
      }
    }
  });

  it('is before alternate content, which stands behind', () => {
    const xml = worksheet(
      '<sheetData/><pageMargins/><mc:AlternateContent><controls/></mc:AlternateContent>',
    );
    expect(addFormulaRules(xml, null, [rule])).toMatch(
      /<sheetData\/><conditionalFormatting .*<\/conditionalFormatting><pageMargins\/>/,
    );
  });

  it('is found behind rows in which its name occurs, and in spite of comments', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lt;/sheetData></t></is></c></row></sheetData>';
    const tail = '<!-- </sheetData> --><pageMargins/>';
    const added = addFormulaRules(worksheet(rows + tail), null, [rule]);
    expect(
      added.startsWith(worksheet(rows).slice(0, -'</worksheet>'.length) + '<conditionalFormatting'),
    ).toBe(true);
    expect(added).toContain(tail);
  });
});

describe('ranges of a mark', () => {
  it('are split when the list is long, the formula following its first cell', () => {
    const ranges = Array.from({ length: 2_000 }, (_, index) => `H${index * 3 + 3}`);
    const rule = { ranges, formula: `${HIGHLIGHT_MARK}$H3<$A$1)`, dxfId: 4 };
    const rules = rulesOf(addFormulaRules(worksheet('<sheetData/>'), null, [rule]));
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.flatMap(({ sqref }) => sqref.split(' '))).toEqual(ranges);
    for (const { sqref, formula } of rules) {
      expect(sqref.length).toBeLessThanOrEqual(4_000);
      expect(formula).toBe(`${HIGHLIGHT_MARK}${sqref.split(' ')[0]!.replace('H', '$H')}<$A$1)`);
    }
    expect(rules.map(({ priority }) => priority)).toEqual(rules.map((_, index) => index + 1));
  });

  it('begin with their top left corner, from which every program counts', () => {
    const rule = { ranges: ['C5:C9', 'B7', 'D6'], formula: `${HIGHLIGHT_MARK}C5>$A5)`, dxfId: 0 };
    const rules = rulesOf(addFormulaRules(worksheet('<sheetData/>'), null, [rule]));
    expect(rules.map(({ sqref, formula }) => [sqref, formula])).toEqual([
      ['C5:C9', `${HIGHLIGHT_MARK}C5>$A5)`],
      ['B7', `${HIGHLIGHT_MARK}B7>$A7)`],
      ['D6', `${HIGHLIGHT_MARK}D6>$A6)`],
    ]);
  });
});
