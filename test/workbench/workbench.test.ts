import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DIFFCOEF } from '../../src/functions/diffcoef';
import { XlsxWorkbookSource } from '../../src/hosts/xlsx/xlsx-source';
import { OoxmlPackage } from '../../src/ooxml/package';
import { DEFAULT_STANDARD } from '../../src/standard/standards';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { keepRows } from '../../src/workbook/sheet-cells';
import { hasLibreOffice, recalculate } from '../libreoffice';
import { describeWorkbench, goTo, isOpen, SAMPLE, saved, typeInto } from './started-workbench';

const sample = new Uint8Array(readFileSync(SAMPLE));
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function changedParts(bytes: Uint8Array): string[] {
  const before = OoxmlPackage.open(sample);
  const after = OoxmlPackage.open(bytes);
  expect(after.parts()).toEqual(before.parts());
  return after.parts().filter((part) => after.text(part) !== before.text(part));
}

function cellOf(bytes: Uint8Array, sheet: string, cell: string): unknown {
  const found: unknown = read(bytes.slice()).Sheets[sheet]?.[cell];
  return found;
}

async function check(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /开始校验|重新校验/ })
    .first()
    .click();
  await page.getByText('资源配置未达标').first().waitFor();
}

describeWorkbench('the workbench', (workbench) => {
  it('opens the sample county, asks nothing of any other origin, and saves it byte for byte', async () => {
    const page = await workbench().open();
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    expect(await saved(page)).toEqual(sample);
    expect(await page.isVisible('#unsaved')).toBe(false);
    const { origin } = new URL(workbench().address);
    const elsewhere = workbench().asked.filter(
      (address) => !address.startsWith(origin) && !/^(?:data|blob):/.test(address),
    );
    expect(elsewhere).toEqual([]);
    await page.close();
  });

  it('splices what is typed into the file and changes nothing else', async () => {
    const page = await workbench().open();
    await typeInto(page, 'AF12', '21');
    expect(await page.isVisible('#unsaved')).toBe(true);
    const bytes = await saved(page);
    expect(await page.isVisible('#unsaved')).toBe(false);
    expect(changedParts(bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(cellOf(bytes, '学校数据', 'AF12')).toMatchObject({ t: 'n', v: 21 });
    expect(await saved(page)).toEqual(bytes);
    await page.close();
  });

  it('leaves the file as it was when what is typed is what the cell held', async () => {
    const page = await workbench().open();
    await typeInto(page, 'B3', '另一所小学');
    await typeInto(page, 'B3', '北关小学');
    expect(await saved(page)).toEqual(sample);
    await page.close();
  });

  it('leads from a finding to its cell, and the mended cell is judged and saved', async () => {
    const page = await workbench().open();
    await check(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page.getByText(/待报/).first().click();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value ===
        'AF12',
    );
    await typeInto(page, 'AF12', '21');
    await page.getByRole('tab', { name: '校验' }).click();
    await check(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page.getByText(/待报/).first().waitFor({ state: 'hidden' });
    const bytes = await saved(page);
    const checked = await checkWorkbook(XlsxWorkbookSource.open(bytes, '样例县.xlsx'), {
      standard: DEFAULT_STANDARD,
    });
    expect(checked.findings.filter(({ cell }) => cell === 'AF12')).not.toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    );
    const marks = OoxmlPackage.open(bytes).text('xl/worksheets/sheet1.xml');
    expect(marks).toContain('AND(N("junheng")=0,');
    if (hasLibreOffice) {
      const recalculated =
        recalculate(new Map([['book.xlsx', bytes]])).get('book.xlsx') ?? new Uint8Array();
      expect(cellOf(recalculated, '学校数据', 'AF12')).toMatchObject({ t: 'n', v: 21 });
      expect(cellOf(recalculated, '学校数据', 'B3')).toMatchObject({ v: '北关小学' });
    }
    await page.close();
  });

  it('calculates the EDU functions live, with the results of the engine', async () => {
    const page = await workbench().open();
    await typeInto(page, 'AS2', '=EDU.DIFFCOEF(AA2:AA61,I2:I61)');
    const rows = await keepRows(XlsxWorkbookSource.open(sample, 'sample'), '学校数据');
    const column = (index: number): (readonly unknown[])[] =>
      rows
        .filter(({ number }) => number >= 2 && number <= 61)
        .map(({ cells }) => [cells[index] ?? null]);
    const expected = DIFFCOEF.call([column(26), column(8)]);
    if (typeof expected !== 'number') throw new Error('the coefficient is no number');
    const first = cellOf(await saved(page), '学校数据', 'AS2');
    expect(first).toMatchObject({
      f: 'EDU.DIFFCOEF(AA2:AA61,I2:I61)',
      v: expect.closeTo(expected, 11),
    });
    await typeInto(page, 'AA3', '9000');
    await goTo(page, 'AS2');
    const after = column(26);
    after[1] = [9000];
    const changed = DIFFCOEF.call([after, column(8)]);
    if (typeof changed !== 'number') throw new Error('the coefficient is no number');
    expect(changed).not.toBeCloseTo(expected, 6);
    await typeInto(page, 'AS3', '=ROUND(AS2,9)');
    const live = cellOf(await saved(page), '学校数据', 'AS3');
    expect(live).toMatchObject({ v: expect.closeTo(changed, 8) });
    await page.close();
  });

  it('offers unsaved work back after a reload', async () => {
    const page = await workbench().open();
    page.on('dialog', (dialog) => void dialog.accept());
    await typeInto(page, 'B3', '改名小学');
    await page.waitForTimeout(2500);
    await page.reload();
    await isOpen(page);
    await page.getByRole('button', { name: '恢复' }).click();
    await page.waitForSelector('#unsaved:not([hidden])');
    expect(cellOf(await saved(page), '学校数据', 'B3')).toMatchObject({ v: '改名小学' });
    await page.reload();
    await isOpen(page);
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: '恢复' }).count()).toBe(0);
    await page.close();
  });

  it('says what is wrong with a file and keeps the workbook that is open', async () => {
    const page = await workbench().open();
    await page.setInputFiles('#file', {
      name: '坏.xlsx',
      mimeType: XLSX,
      buffer: Buffer.from('这不是工作簿'),
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('坏.xlsx');
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    expect(await saved(page)).toEqual(sample);
    await page.close();
  });

  it('works without its server after the first load', async () => {
    const page = await workbench().open();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await isOpen(page);
    await check(page);
    await page.close();
  });
});
