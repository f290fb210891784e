import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect, it } from '@jest/globals';
import { Workbook } from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { XlsxDocument } from '../../src/hosts/xlsx/xlsx-document';
import { OoxmlPackage } from '../../src/ooxml/package';
import { hasLibreOffice, recalculate } from '../libreoffice';
import { cellOf, changedParts, checkOpen, choose, showsFile } from './driven';
import { describeWorkbench, goTo, SAMPLE, saved, typeInto } from './started-workbench';

const sample = new Uint8Array(readFileSync(SAMPLE));

/** A sheet of the person's own with a chart, which the grid does not draw. */
const CHARTED: SheetPlan = {
  key: null,
  name: '图',
  columnWidths: [12, 12],
  rows: [
    {
      number: 1,
      cells: [
        { column: 0, value: '年' },
        { column: 1, value: '人' },
      ],
    },
    {
      number: 2,
      cells: [
        { column: 0, value: '甲' },
        { column: 1, value: 3 },
      ],
    },
    {
      number: 3,
      cells: [
        { column: 0, value: '乙' },
        { column: 1, value: 5 },
      ],
    },
  ],
  merges: [],
  print: { orientation: 'portrait' },
  charts: [
    {
      kind: 'column',
      title: '人数',
      axisFormat: 'integer',
      series: [
        {
          name: '人',
          categories: 'A2:A3',
          categoryLabels: ['甲', '乙'],
          values: 'B2:B3',
          cached: [3, 5],
          color: '2F5D9B',
        },
      ],
      anchor: { fromColumn: 3, fromRow: 1, toColumn: 9, toRow: 16 },
    },
  ],
};

const withChart = ((): Uint8Array => {
  const document = XlsxDocument.open(sample);
  document.writeSheets([CHARTED], { replace: 'ours' });
  return document.save();
})();

/** The sample with a pivot table on 教育经费, as far as a file says that there is one. */
const withPivot = ((): Uint8Array => {
  const parts = unzipSync(sample);
  const sheet = 'xl/worksheets/_rels/sheet2.xml.rels';
  expect(parts[sheet]).toBeUndefined();
  const relationship =
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable';
  return zipSync({
    ...parts,
    [sheet]: strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationship}" Target="../pivotTables/pivotTable1.xml"/></Relationships>`,
    ),
    'xl/pivotTables/pivotTable1.xml': strToU8(
      '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="透视"/>',
    ),
  });
})();

describeWorkbench('saving in the workbench', (workbench) => {
  it('gives the same bytes each time, and goes on from what is typed in between', async () => {
    const page = await workbench().open();
    await typeInto(page, 'AF12', '21');
    const first = await saved(page);
    expect(await saved(page)).toEqual(first);
    await typeInto(page, 'AF13', '22');
    const second = await saved(page);
    expect(changedParts(first, second)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(cellOf(second, '学校数据', 'AF12')).toMatchObject({ v: 21 });
    expect(cellOf(second, '学校数据', 'AF13')).toMatchObject({ v: 22 });
    expect(await saved(page)).toEqual(second);
    await page.close();
  });

  it('leaves nothing behind of marks that were cleared', async () => {
    const page = await workbench().open();
    await checkOpen(page);
    await page.getByRole('button', { name: '清除标记' }).click();
    await page
      .getByText(/已清除/)
      .first()
      .waitFor();
    const cleared = await saved(page);
    // What marks look like stays among the styles, unused; every other part is as it was.
    expect(changedParts(sample, cleared)).toEqual(['xl/styles.xml']);
    expect(await saved(page)).toEqual(cleared);
    for (const name of ['学校数据', '教育经费', '政府保障', '县域信息']) {
      expect(utils.sheet_to_json(read(cleared).Sheets[name]!, { header: 1 })).toEqual(
        utils.sheet_to_json(read(sample).Sheets[name]!, { header: 1 }),
      );
    }
    await page.close();
  });

  it('marks and clears as often as one likes, with the same file each time', async () => {
    const page = await workbench().open();
    await checkOpen(page);
    const marked = await saved(page);
    await page.getByRole('button', { name: '清除标记' }).click();
    await page
      .getByText(/已清除/)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^标记|更新标记/ })
      .first()
      .click();
    await page
      .getByText(/已标记/)
      .first()
      .waitFor();
    const again = await saved(page);
    expect(changedParts(marked, again)).toEqual([]);
    await page.close();
  });

  it('writes what other programs read: numbers, texts and formulas as they were typed', async () => {
    const page = await workbench().open();
    await typeInto(page, 'AS1', '备注二');
    await typeInto(page, 'AS2', '12.5');
    await typeInto(page, 'AS3', '=AS2*2+1');
    await typeInto(page, 'AS4', "'00123");
    await goTo(page, 'AS1');
    const bytes = await saved(page);
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(bytes).buffer);
    const sheet = book.getWorksheet('学校数据')!;
    expect(sheet.getCell('AS1').value).toBe('备注二');
    expect(sheet.getCell('AS2').value).toBe(12.5);
    expect(sheet.getCell('AS3').value).toMatchObject({ formula: 'AS2*2+1', result: 26 });
    expect(sheet.getCell('AS4').value).toBe('00123');
    expect(sheet.getCell('B3').value).toBe('北关小学');
    if (hasLibreOffice) {
      const recalculated =
        recalculate(new Map([['book.xlsx', bytes]])).get('book.xlsx') ?? new Uint8Array();
      expect(cellOf(recalculated, '学校数据', 'AS3')).toMatchObject({ v: 26 });
      expect(cellOf(recalculated, '学校数据', 'AS4')).toMatchObject({ t: 's', v: '00123' });
    }
    await page.close();
  }, 120_000);

  it('keeps a chart, which the grid does not draw, and says so', async () => {
    const page = await workbench().open();
    await choose(page, { name: '带图.xlsx', bytes: withChart });
    await showsFile(page, '带图.xlsx');
    const notice = page.locator('.notice[data-key="unshown"]');
    expect(await notice.innerText()).toContain('图表或图片（图）');
    await typeInto(page, 'AF12', '21');
    const bytes = await saved(page);
    expect(changedParts(withChart, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(OoxmlPackage.open(bytes).parts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^xl\/charts\/chart\d+\.xml$/)]),
    );
    await page.close();
  });

  it('keeps a pivot table, which the grid does not show, and says so', async () => {
    const page = await workbench().open();
    await choose(page, { name: '透视.xlsx', bytes: withPivot });
    await showsFile(page, '透视.xlsx');
    const notice = page.locator('.notice[data-key="unshown"]');
    expect(await notice.innerText()).toContain('数据透视表（教育经费）');
    await typeInto(page, 'AF12', '21');
    const bytes = await saved(page);
    expect(changedParts(withPivot, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(OoxmlPackage.open(bytes).parts()).toContain('xl/pivotTables/pivotTable1.xml');
    await page.close();
  });

  it('ends the finding that an edit mends, also in the saved file', async () => {
    const page = await workbench().open();
    await checkOpen(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page
      .getByText(/高中在校生数没有填/)
      .first()
      .click();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value ===
        'K2',
    );
    await typeInto(page, 'K2', '620');
    await page.getByRole('tab', { name: '校验' }).click();
    await checkOpen(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page
      .getByText(/高中在校生数没有填/)
      .first()
      .waitFor({ state: 'hidden' });
    expect(cellOf(await saved(page), '学校数据', 'K2')).toMatchObject({ t: 'n', v: 620 });
    await page.close();
  });

  it('refuses what it cannot write back into the file, and says what to do instead', async () => {
    const page = await workbench().open();
    await page.locator('footer button').first().click();
    await page
      .getByText(/工作台只改单元格的内容/)
      .first()
      .waitFor();
    const bytes = await saved(page);
    expect(changedParts(sample, bytes)).toEqual([]);
    expect(Buffer.from(bytes).equals(Buffer.from(sample))).toBe(true);
    await page.close();
  });

  it('takes a new school in a blank row below the last', async () => {
    const page = await workbench().open();
    for (const [cell, value] of [
      ['A64', '2141000999'],
      ['B64', '新建小学'],
      ['C64', '小学'],
      ['I64', '300'],
    ] as const) {
      await typeInto(page, cell, value);
    }
    await checkOpen(page);
    await page.getByText('46', { exact: true }).first().waitFor();
    expect(cellOf(await saved(page), '学校数据', 'B64')).toMatchObject({ v: '新建小学' });
    await page.close();
  });

  it('lets go of a school whose row is cleared', async () => {
    const page = await workbench().open();
    await goTo(page, 'A3');
    // The head of row 3, below the columns' heads and the high row of headings.
    await page
      .locator('canvas[id^="univer-sheet-main-canvas"]')
      .click({ position: { x: 20, y: 114 } });
    await page.waitForTimeout(300);
    expect(await page.locator('[data-u-comp="defined-name"] input').first().inputValue()).toBe(
      '3:3',
    );
    await page.keyboard.press('Delete');
    await page.waitForSelector('#unsaved:not([hidden])');
    await checkOpen(page);
    await page.getByText('44', { exact: true }).first().waitFor();
    const bytes = await saved(page);
    expect(cellOf(bytes, '学校数据', 'B3')).toBeUndefined();
    expect(cellOf(bytes, '学校数据', 'B4')).toMatchObject({ v: '新华教学点' });
    await page.close();
  });
});
