import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { answer, cellOf, choose, drop, showsFile, XLSX } from './driven';
import { describeWorkbench, isOpen, SAMPLE, saved, typeInto } from './started-workbench';

const sample = new Uint8Array(readFileSync(SAMPLE));
const passing = new Uint8Array(
  readFileSync(path.join(path.dirname(SAMPLE), 'passing-county.xlsx')),
);
const legacy = new Uint8Array(
  readFileSync(path.join(__dirname, '../fixtures/xlsx/libreoffice.xls')),
);
/** A file of this many bytes is large enough to ask about, and no workbook. */
const LARGE = 22 * 1_048_576;

describeWorkbench('opening files in the workbench', (workbench) => {
  it('takes a file that is dropped on the page', async () => {
    const page = await workbench().open();
    await drop(page, { name: '青川湖县.xlsx', bytes: passing });
    await showsFile(page, '青川湖县.xlsx');
    expect(await page.title()).toContain('青川湖县.xlsx');
    expect(Buffer.from(await saved(page)).equals(Buffer.from(passing))).toBe(true);
    await page.close();
  });

  it('asks first where a file is larger than 20 MB, and leaves it where the answer is no', async () => {
    const page = await workbench().open();
    const large = { name: '大.xlsx', bytes: new Uint8Array(LARGE) };
    const refused = answer(page, false);
    await page.evaluate(
      ([name, size]) => {
        const input = document.getElementById('file');
        if (!(input instanceof HTMLInputElement)) return;
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(size)], name));
        input.files = data.files;
        input.dispatchEvent(new Event('change'));
      },
      [large.name, LARGE] as const,
    );
    expect(await refused).toBe('大.xlsx 有 22 MB，打开可能要等较久。要打开吗？');
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it('asks before edits are lost to another file, and keeps them where the answer is no', async () => {
    const page = await workbench().open();
    await typeInto(page, 'B3', '改名小学');
    const refused = answer(page, false);
    await choose(page, { name: '青川湖县.xlsx', bytes: passing });
    expect(await refused).toContain('未保存的修改');
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    const accepted = answer(page, true);
    await choose(page, { name: '青川湖县.xlsx', bytes: passing });
    await accepted;
    await showsFile(page, '青川湖县.xlsx');
    expect(await page.isVisible('#unsaved')).toBe(false);
    await page.close();
  });

  it('asks before it is closed with edits that are not saved, and not without', async () => {
    const clean = await workbench().open();
    let asked = false;
    clean.on('dialog', (dialog) => {
      asked = true;
      void dialog.accept();
    });
    await clean.close({ runBeforeUnload: true });
    expect(asked).toBe(false);
    const page = await workbench().open();
    await typeInto(page, 'B3', '改名小学');
    const kind = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await kind).toBe('beforeunload');
    expect(page.isClosed()).toBe(false);
    await page.close();
  });

  it('forgets unsaved work that the person does not want back', async () => {
    const page = await workbench().open();
    page.on('dialog', (dialog) => void dialog.accept());
    await typeInto(page, 'B3', '改名小学');
    await page.waitForTimeout(2500);
    await page.reload();
    await isOpen(page);
    await page.getByRole('button', { name: '丢弃' }).click();
    await page.waitForTimeout(300);
    await page.reload();
    await isOpen(page);
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: '恢复' }).count()).toBe(0);
    expect(cellOf(await saved(page), '学校数据', 'B3')).toMatchObject({ v: '北关小学' });
    await page.close();
  });

  it('refuses each kind of bad file in the words of the command line', async () => {
    const page = await workbench().open();
    const words: readonly (readonly [string, Uint8Array, string])[] = [
      ['空.xlsx', new Uint8Array(), '空.xlsx：文件是空的（0 字节）。请重新导出或复制该文件。'],
      ['文.xlsx', new TextEncoder().encode('姓名,人数'), '不是 Excel 工作簿（.xlsx）文件。请用'],
      ['断.xlsx', sample.slice(0, 9000), '断.xlsx：文件不完整，可能没有下载完或复制中断。'],
    ];
    for (const [name, bytes, sentence] of words) {
      await page.setInputFiles('#file', { name, mimeType: XLSX, buffer: Buffer.from(bytes) });
      await page.getByRole('alert').filter({ hasText: name }).waitFor();
      expect(await page.getByRole('alert').innerText()).toContain(sentence);
    }
    expect(await page.textContent('#file-name')).toBe('样例县.xlsx');
    await page.close();
  });

  it('offers to check an .xls, which it could not save', async () => {
    const page = await workbench().open();
    await choose(page, { name: '旧.xls', bytes: legacy });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('旧版 .xls 只能读取');
    await page.getByRole('button', { name: '只校验' }).click();
    await page.locator('#batch tbody tr').first().waitFor();
    expect(await page.locator('#batch tbody tr').innerText()).toContain('旧.xls');
    await page.close();
  });
});
