import { describe, expect, it } from '@jest/globals';
import { HostError } from '../../../src/hosts/host-error';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { sheetFormulas } from '../../../src/ooxml/write/sheet-formulas';
import { bookOf, RICH_SHEET, richParts } from '../../ooxml/write/book';

const RICH = bookOf(richParts());

describe('A file in memory', () => {
  it('stays as it is, byte by byte, when a change is refused', async () => {
    const host = XlsxHost.open(RICH, '丰富.xlsx');
    const edits = [
      { sheet: '学校数据', cell: 'B2', content: 9 },
      { sheet: '学校数据', cell: 'A1', content: '表头' },
    ];
    await expect(host.editCells(edits)).rejects.toThrow(HostError);
    expect(host.bytes()).toBe(RICH);
  });

  it('gives back a formula that others share, with its result, when an edit is undone', async () => {
    const host = XlsxHost.open(RICH, '丰富.xlsx');
    const undo = await host.editCells([{ sheet: '学校数据', cell: 'D3', content: 1 }]);
    expect(undo).toEqual([
      { sheet: '学校数据', cell: 'D3', content: { formula: 'B3*C3+$B$2' }, result: 62 },
    ]);
  });

  it('gains a part for settings only when there are some, and loses it with them', async () => {
    const host = XlsxHost.open(RICH, '丰富.xlsx');
    await host.saveSettings(new Map());
    expect(host.bytes()).toEqual(RICH);
    await host.saveSettings(new Map([['standard', 'cn-2017']]));
    const before = OoxmlPackage.open(RICH);
    const after = OoxmlPackage.open(host.bytes());
    expect(after.parts().filter((part) => !before.has(part))).toEqual(['customXml/item1.xml']);
    expect(after.contentTypeOf('customXml/item1.xml')).toBe('application/xml');
    await host.saveSettings(new Map());
    expect(OoxmlPackage.open(host.bytes()).parts()).toEqual(before.parts());
  });

  it('knows of no edits by a person', async () => {
    const host = XlsxHost.open(RICH, '丰富.xlsx');
    expect(host.capabilities.changeEvents).toBe(false);
    const stop = await host.onChange();
    await expect(stop()).resolves.toBeUndefined();
  });
});

describe('The formulas of a sheet', () => {
  it('are written out where cells share them', () => {
    expect([...sheetFormulas(RICH_SHEET)]).toEqual([
      ['D2', 'B2*C2+$B$2'],
      ['D3', 'B3*C3+$B$2'],
      ['D4', 'B4*C4+$B$2'],
      ['D5', 'B5*C5+$B$2'],
    ]);
    expect([...sheetFormulas(RICH_SHEET, (row) => row === 4)]).toEqual([['D4', 'B4*C4+$B$2']]);
  });
});
