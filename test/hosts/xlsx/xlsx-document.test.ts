import { describe, expect, it } from '@jest/globals';
import { XlsxDocument } from '../../../src/hosts/xlsx/xlsx-document';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import { HIGHLIGHT_MARK, type HighlightPlan } from '../../../src/plans/highlight-plan';
import type { SheetPlan } from '../../../src/plans/sheet-plan';

function sheet(name: string, key: string | null): SheetPlan {
  return {
    key,
    name,
    columnWidths: [],
    rows: [{ number: 1, cells: [{ column: 0, value: 1 }] }],
    merges: [],
    print: { orientation: 'portrait' },
    charts: [],
  };
}

const look = { fill: 'FFFFFF', fontColor: '000000', bold: true };
const marks: HighlightPlan = {
  styles: { below: look, near: look, fault: look },
  sheets: [
    {
      sheet: '学校数据',
      rules: [{ mark: 'below', ranges: ['A1'], formula: `${HIGHLIGHT_MARK}A1>0)` }],
    },
  ],
};

const file = createWorkbook([sheet('学校数据', null)]);

describe('a document in a file', () => {
  it('saved untouched is the file that was opened', () => {
    expect(XlsxDocument.open(file).save()).toEqual(file);
  });

  it('carries out plans, and takes marks back', () => {
    const document = XlsxDocument.open(file);
    document.applyHighlights(marks);
    const { written } = document.writeSheets([sheet('表Ⅲ', 'coefficients')], { replace: 'ours' });
    expect(written).toEqual(['表Ⅲ']);
    document.setCells([{ sheet: '学校数据', cell: 'A2', content: '文字' }]);
    const reopened = XlsxDocument.open(document.save());
    expect(reopened.ownSheets()).toEqual(new Map([['coefficients', '表Ⅲ']]));
    expect(reopened.clearHighlights()).toBe(1);
    expect(reopened.clearHighlights()).toBe(0);
  });

  it('replaces a sheet that is not ours only when told to', () => {
    const document = XlsxDocument.open(file);
    const plans = [sheet('学校数据', 'schools')];
    expect(document.sheetConflicts(plans)).toEqual(['学校数据']);
    expect(() => document.writeSheets(plans, { replace: 'ours' })).toThrow(
      expect.objectContaining({ code: 'sheet-exists' }),
    );
    expect(document.writeSheets(plans, { replace: 'any' })).toEqual({ written: ['学校数据'] });
    expect(document.sheetConflicts(plans)).toEqual([]);
  });
});
