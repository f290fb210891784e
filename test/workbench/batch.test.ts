import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cellOf, drop, showsFile } from './driven';
import type { HeldFile } from './driven';
import { describeWorkbench, SAMPLE } from './started-workbench';

const samples = path.dirname(SAMPLE);

function held(name: string, sample: string): HeldFile {
  return { name, bytes: new Uint8Array(readFileSync(path.join(samples, sample))) };
}

const FILES: readonly HeldFile[] = [
  held('甲县.xlsx', 'sample-county.xlsx'),
  held('乙县.xlsx', 'passing-county.xlsx'),
  { name: '丙县.xlsx', bytes: new TextEncoder().encode('不是工作簿') },
];

async function batchOf(page: Page): Promise<readonly string[]> {
  await drop(page, ...FILES);
  await page.locator('#batch button.primary:not(:disabled)').waitFor();
  return await names(page);
}

function names(page: Page): Promise<string[]> {
  return page.locator('#batch tbody tr td:first-child').allInnerTexts();
}

describeWorkbench('a batch of workbooks', (workbench) => {
  it('is a table of counties, a line each, with the reason where one cannot be read', async () => {
    const page = await workbench().open();
    expect(await batchOf(page)).toEqual(['甲县.xlsx', '乙县.xlsx', '丙县.xlsx']);
    const lines = await page.locator('#batch tbody tr').allInnerTexts();
    expect(lines[0]).toMatch(
      /^甲县\.xlsx\s+云岭县\s+未达标\s+未达标\s+64\s+0\.638\s+小学 L2 骨干教师数\s+4$/,
    );
    expect(lines[1]).toMatch(/^乙县\.xlsx\s+青川湖县\s+达标\s+达标\s+38\s/);
    expect(lines[2]).toContain('丙县.xlsx：不是 Excel 工作簿（.xlsx）文件。请用');
    expect(await page.locator('#batch [role="status"]').innerText()).toContain(
      '已校验 3 个工作簿，资源配置达标 1 个',
    );
    await page.close();
  });

  it('is sorted by a press on a heading, and the other way round by another', async () => {
    const page = await workbench().open();
    await batchOf(page);
    const heading = page.getByRole('button', { name: '最大差异系数' });
    await heading.click();
    expect(await names(page)).toEqual(['丙县.xlsx', '乙县.xlsx', '甲县.xlsx']);
    await heading.click();
    expect(await names(page)).toEqual(['甲县.xlsx', '乙县.xlsx', '丙县.xlsx']);
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain('最大差异系数');
    await page.getByRole('button', { name: '资源配置', exact: true }).click();
    expect(await names(page)).toEqual(['甲县.xlsx', '丙县.xlsx', '乙县.xlsx']);
    await page.close();
  });

  it('gives a report of two sheets, as the command line does', async () => {
    const page = await workbench().open();
    await batchOf(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载报告' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('县区校验报告.xlsx');
    const bytes = new Uint8Array(readFileSync(await download.path()));
    expect(read(bytes).SheetNames).toEqual(['县区汇总', '不达标与数据错误']);
    expect(cellOf(bytes, '县区汇总', 'C4')).toMatchObject({ v: '甲县.xlsx' });
    expect(cellOf(bytes, '县区汇总', 'D7')).toMatchObject({ f: 'COUNTIF(D4:D6,"达标")', v: 1 });
    expect(cellOf(bytes, '不达标与数据错误', 'B4')).toMatchObject({ v: '云岭县' });
    await page.close();
  });

  it('leads to the workbook of a line, and back to the grid', async () => {
    const page = await workbench().open();
    await batchOf(page);
    await page.getByRole('button', { name: '返回表格' }).click();
    expect(await page.isVisible('#batch')).toBe(false);
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    await batchOf(page);
    await page.getByRole('button', { name: '乙县.xlsx' }).click();
    await showsFile(page, '乙县.xlsx');
    expect(await page.isVisible('#batch')).toBe(false);
    await page.close();
  });
});
