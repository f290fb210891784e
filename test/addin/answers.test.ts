import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { formPageTexts } from '../../src/locales/form-page-texts';
import { workbookFromXlsx } from '../standin/workbook-from-xlsx';
import { cellKey } from '../standin/workbook-model';
import type { WorkbookModel } from '../standin/workbook-model';
import { WORDS, describeInExcel, sampleWorkbook } from './in-excel';

const PASSING = path.join(__dirname, '../../assets/samples/passing-county.xlsx');
const words = formPageTexts('zh-CN');

/** A county that meets everything, but that nobody has concluded 政府保障 item 1. */
async function almostPassing(): Promise<WorkbookModel> {
  const workbook = await workbookFromXlsx(readFileSync(PASSING), '县.xlsx');
  const sheet = workbook.sheets.find(({ name }) => name === '政府保障');
  sheet?.cells.delete(cellKey(1, 3));
  return workbook;
}

describeInExcel('A missing conclusion filled in from the pane', (addIn) => {
  const part = (name: string) => addIn.pane.locator(`[data-toggle="${name}"]`);
  const choose = (choice: string) =>
    addIn.pane
      .locator('fieldset label')
      .filter({ has: addIn.pane.locator('input[value="' + choice + '"]') })
      .click();
  const heading = (verdict: 'pass' | 'unjudged') =>
    addIn.pane.getByRole('heading', {
      name: words.heading.replace('{verdict}', words.overall[verdict]),
    });

  it('lands in its cell, turns the whole verdict, and is taken back', async () => {
    await addIn.open(await almostPassing());
    await addIn.check();
    await heading('unjudged').waitFor();
    await part('government').getByText('14/15 项达标 · 1 项未判定').waitFor();
    await addIn.button('政府保障程度 第1项').click();
    await addIn.button('转到 政府保障!D2').click();
    await addIn.selected('政府保障!D2');
    expect(addIn.host.cell('政府保障!D2')?.value ?? null).toBeNull();

    await choose(words.editor.conclusions.holds);
    const written = await addIn.roundTripsOf(async () => {
      await addIn.button(words.editor.write).click();
      await addIn.waitForNotice('已填入 1 处');
    });
    expect(addIn.host.cell('政府保障!D2')?.value).toBe('达标');
    await heading('pass').waitFor();
    await part('government').getByText('15/15 项达标').waitFor();

    const checked = await addIn.roundTripsOf(() => addIn.check());
    // Besides checking again: the sheets' heads, the sheet's rows, the cell before and after.
    expect(written - checked).toBeLessThanOrEqual(6);

    await addIn.button('撤销填写（1 处）').click();
    await addIn.waitForNotice('已撤销 1 处填写');
    expect(addIn.host.cell('政府保障!D2')?.value ?? null).toBeNull();
    await heading('unjudged').waitFor();
  });

  it('is put into a sheet made for it where the workbook has none', async () => {
    const workbook = await sampleWorkbook();
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== '一票否决');
    await addIn.open(workbook);
    await addIn.check();
    await part('veto').click();
    await addIn.button('填写缺项（6）').click();
    for (const choice of await addIn.pane.getByText(words.editor.no, { exact: true }).all()) {
      await choice.click();
    }
    await addIn.button(words.editor.write).click();
    await addIn.waitForNotice('已新建工作表：一票否决');
    expect(addIn.sheetNames()).toContain('一票否决');
    const answers = [2, 3, 4, 5, 6, 7].map((row) => addIn.host.cell(`一票否决!B${row}`)?.value);
    expect(answers).toEqual(Array.from({ length: 6 }, () => '否'));
    await part('veto').getByText('6/6 项不存在').waitFor();
  });

  it('is refused on a protected sheet, with the next step', async () => {
    const workbook = await sampleWorkbook();
    workbook.sheets.find(({ name }) => name === '教育质量')!.protection.protected = true;
    await addIn.open(workbook);
    await addIn.check();
    const before = addIn.host.save();
    await addIn.button('教育质量 第5项').click();
    await choose(words.editor.conclusions.holds);
    await addIn.button(words.editor.write).click();
    await addIn.waitForNotice(WORDS.notices.hostErrors['sheet-protected'].next);
    expect(addIn.host.save()).toEqual(before);
    // What was typed is still there.
    await addIn.button(words.editor.write).waitFor();
  });
});
