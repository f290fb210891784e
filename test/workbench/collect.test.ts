import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { form, GOOD, oddFolder } from '../cli/odd-forms';
import { describeWorkbench, saved } from './started-workbench';

/** Drops files or folders from the disk onto the page, as a file manager does. */
async function drop(page: Page, ...files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  // Once over the page the drop area appears, and is what the files are dragged over from then on.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 400, data });
  }
  await session.detach();
}

function schoolsOf(bytes: Uint8Array): unknown[] {
  const sheet = read(bytes.slice()).Sheets['学校数据'];
  if (sheet === undefined) throw new Error('no 学校数据');
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, defval: null })
    .slice(1)
    .map((row) => row[1])
    .filter((name) => name !== null);
}

describeWorkbench('dropping school collection forms on the workbench', (workbench) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'junheng-drop-'));
    const write = (name: string, files: ReadonlyMap<string, Uint8Array>): void => {
      mkdirSync(path.join(folder, name), { recursive: true });
      for (const [file, bytes] of files) writeFileSync(path.join(folder, name, file), bytes);
    };
    write('odd', oddFolder());
    write('各校/城区', new Map([['a.xlsx', form(GOOD.primary)]]));
    write(
      '各校/乡镇',
      new Map([
        ['a.xlsx', form(GOOD.junior)],
        ['~$a.xlsx', new Uint8Array([1])],
      ]),
    );
    write('empty', new Map());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('offers to merge a folder, opens the county unsaved, and saves what the command line writes', async () => {
    const page = await workbench().open();
    await drop(page, path.join(folder, '各校'));
    await page.getByText('这 2 个文件像是学校采集表。').waitFor();
    await page.getByRole('button', { name: '合并成学校数据' }).click();
    await page.getByText(/已由 2 个文件合并出 2 所学校，有 0 条情况待处理/).waitFor();
    expect(await page.textContent('#file-name')).toBe('学校数据汇总.xlsx');
    expect(await page.isVisible('#unsaved')).toBe(true);
    const bytes = await saved(page);
    expect(schoolsOf(bytes)).toEqual(['城关小学', '城关初中']);
    const answers = read(bytes.slice()).Sheets['收集明细']!;
    const files = utils.sheet_to_json<unknown[]>(answers, { header: 1 }).map((row) => row[1]);
    expect(files.slice(1)).toEqual(['各校/城区/a.xlsx', '各校/乡镇/a.xlsx']);
    await page.close();
  });

  it('says of odd files what is wrong, as many lines as the command line', async () => {
    const page = await workbench().open();
    const odd = path.join(folder, 'odd');
    await page.setInputFiles(
      '#file',
      readdirSync(odd)
        .filter((name) => /^\d.*\.xlsx?$/.test(name))
        .sort()
        .map((name) => path.join(odd, name)),
    );
    await page.getByRole('button', { name: '合并成学校数据' }).click();
    await page.getByText(/已由 14 个文件合并出 9 所学校，有 10 条情况待处理/).waitFor();
    const book = read((await saved(page)).slice());
    expect(book.SheetNames).toEqual(['学校数据', '收集情况', '收集明细']);
    expect(book.Sheets['收集情况']?.['E5']).toMatchObject({ v: '11-加密.xlsx' });
    await page.close();
  });

  it('checks forms one by one when that is chosen, and says when a folder holds no workbook', async () => {
    const page = await workbench().open();
    await drop(page, path.join(folder, '各校'));
    await page.getByRole('button', { name: '逐个校验' }).click();
    await page.getByRole('heading', { name: '批量校验' }).waitFor();
    await drop(page, path.join(folder, 'empty'));
    await page.getByText('拖进来的文件夹里没有工作簿（.xlsx 或 .xls）。').waitFor();
    await page.close();
  });
});
