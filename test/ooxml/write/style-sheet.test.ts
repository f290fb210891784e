import { describe, expect, it } from '@jest/globals';
import { MAIN_NAMESPACE } from '../../../src/ooxml/write/namespaces';
import { emptyStyleSheet, formatCode, StyleSheet } from '../../../src/ooxml/write/style-sheet';
import { attributeOf, childOf, outlineXml } from '../../../src/ooxml/write/xml-outline';
import type { CellStyle } from '../../../src/plans/sheet-plan';
import { onlyAddedTo, prefixedParts, richParts } from './book';

const RICH = richParts()['xl/styles.xml']!;
const LOOK: CellStyle = { bold: true, fill: 'ddebf7', border: 'thin', numberFormat: 'decimal3' };
const MARK = { fill: 'F8CBAD', fontColor: '9C0006', bold: true };

function sections(xml: string): Record<string, { count: string | undefined; entries: number }> {
  return Object.fromEntries(
    outlineXml(xml, null).children.map((child) => [
      child.local,
      { count: attributeOf(child, 'count'), entries: child.children.length },
    ]),
  );
}

describe('adding styles', () => {
  it('appends entries, keeps counts right and moves no index', () => {
    const styles = new StyleSheet(RICH, null);
    expect(styles.cellFormat(LOOK)).toBe(2);
    expect(styles.differentialFormat(MARK)).toBe(1);
    const text = styles.text();
    expect(sections(text)).toEqual({
      numFmts: { count: '1', entries: 1 },
      fonts: { count: '2', entries: 2 },
      fills: { count: '3', entries: 3 },
      borders: { count: '2', entries: 2 },
      cellStyleXfs: { count: '1', entries: 1 },
      cellXfs: { count: '3', entries: 3 },
      cellStyles: { count: '1', entries: 1 },
      dxfs: { count: '2', entries: 2 },
    });
    expect(Object.keys(sections(text))[0]).toBe('numFmts');
    expect(
      onlyAddedTo(RICH.replaceAll(/count="\d+"/g, ''), text.replaceAll(/count="\d+"/g, '')),
    ).toBe(true);
  });

  it('finds on a second run what it added on the first', () => {
    const first = new StyleSheet(RICH, null);
    const indexes = [first.cellFormat(LOOK), first.differentialFormat(MARK)];
    const again = new StyleSheet(first.text(), null);
    expect([again.cellFormat(LOOK), again.differentialFormat(MARK)]).toEqual(indexes);
    expect(again.text()).toBe(first.text());
  });

  it("uses the workbook's default font for its own", () => {
    const styles = new StyleSheet(RICH, null);
    styles.cellFormat({ bold: true });
    expect(styles.text()).toContain(
      '<font><b/><sz val="12"/><color theme="1"/><name val="仿宋"/><family val="3"/></font>',
    );
  });

  it('uses an entry of the user that is the same though written otherwise', () => {
    const written = RICH.replace(
      '<dxf><font><color rgb="FF9C0006"/></font></dxf>',
      '<dxf>\n <font><b /><color rgb=\'FF9C0006\'></color></font> <fill><patternFill><bgColor rgb="FFF8CBAD"/></patternFill></fill>\n</dxf>',
    );
    const styles = new StyleSheet(written, null);
    expect(styles.differentialFormat(MARK)).toBe(0);
    expect(styles.text()).toBe(written);
  });

  it('writes prefixed tags into a part with prefixed tags', () => {
    const prefixed = prefixedParts()['xl/styles.xml']!;
    const styles = new StyleSheet(prefixed, null);
    styles.cellFormat(LOOK);
    styles.differentialFormat(MARK);
    const root = outlineXml(styles.text(), null);
    expect(root.children.map(({ name }) => name)).toContain('x:numFmts');
    const dxf = childOf(root, 'dxfs')!.children[1]!;
    expect(dxf.name).toBe('x:dxf');
    expect(dxf.children.map(({ name }) => name)).toEqual(['x:font', 'x:fill']);
    expect(new StyleSheet(styles.text(), null).cellFormat(LOOK)).toBe(2);
  });

  it('makes missing sections in the order of the schema, with the entries taken for granted', () => {
    const styles = new StyleSheet(
      `<styleSheet xmlns="${MAIN_NAMESPACE}"><extLst/></styleSheet>`,
      null,
    );
    expect(styles.cellFormat({ ...LOOK, unlocked: true })).toBe(1);
    expect(styles.differentialFormat(MARK)).toBe(0);
    expect(sections(styles.text())).toEqual({
      numFmts: { count: '1', entries: 1 },
      fonts: { count: '2', entries: 2 },
      fills: { count: '3', entries: 3 },
      borders: { count: '2', entries: 2 },
      cellXfs: { count: '2', entries: 2 },
      dxfs: { count: '1', entries: 1 },
      extLst: { count: undefined, entries: 0 },
    });
    expect(Object.keys(sections(styles.text()))).toEqual([
      'numFmts',
      'fonts',
      'fills',
      'borders',
      'cellXfs',
      'dxfs',
      'extLst',
    ]);
  });

  it('opens up sections and roots that are empty tags', () => {
    const styles = new StyleSheet(RICH.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0"/>'), null);
    expect(styles.differentialFormat(MARK)).toBe(0);
    expect(styles.text()).toContain('<dxfs count="1"><dxf>');
    const root = new StyleSheet(`<styleSheet xmlns="${MAIN_NAMESPACE}"/>`, null);
    root.differentialFormat(MARK);
    expect(sections(root.text())).toEqual({ dxfs: { count: '1', entries: 1 } });
  });

  it('gives number formats free numbers, and takes those that are listed', () => {
    const listed = RICH.replace(
      '<fonts',
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="0.0%"/><numFmt numFmtId="180" formatCode="0&quot;人&quot;"/></numFmts><fonts',
    );
    const styles = new StyleSheet(listed, null);
    styles.cellFormat({ numberFormat: 'percent1' });
    styles.cellFormat({ numberFormat: 'date' });
    const text = styles.text();
    expect(text).toContain('<xf numFmtId="170"');
    expect(text).toContain('<numFmt numFmtId="181" formatCode="yyyy\\-mm\\-dd"/>');
    expect(text).toContain('<numFmts count="3">');
  });

  it('is complete when made anew: default font, two fills, a border, a format, the Normal style', () => {
    expect(sections(emptyStyleSheet(MAIN_NAMESPACE))).toEqual({
      fonts: { count: '1', entries: 1 },
      fills: { count: '2', entries: 2 },
      borders: { count: '1', entries: 1 },
      cellStyleXfs: { count: '1', entries: 1 },
      cellXfs: { count: '1', entries: 1 },
      cellStyles: { count: '1', entries: 1 },
    });
  });

  it('refuses colours that are none', () => {
    expect(() => new StyleSheet(RICH, null).cellFormat({ fill: '#FFF' })).toThrow(RangeError);
  });

  it('knows the code of every number format', () => {
    expect(
      (['general', 'integer', 'decimal2', 'text', 'percent1'] as const).map(formatCode),
    ).toEqual(['General', '0', '0.00', '@', '0.0%']);
  });
});
