import { beforeEach, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { formPageTexts } from '../../src/locales/form-page-texts';
import { paneTexts } from '../../src/locales/pane-texts';
import { describeInPane } from './page/describe-in-pane';
import { check, openPane, openTab } from './page/screens';

const texts = paneTexts('zh-CN');
const words = formPageTexts('zh-CN');

describeInPane('the verdict page in Chromium', (pageNow) => {
  let page: Page;
  beforeEach(() => {
    page = pageNow();
  });

  async function checked(workbook: string): Promise<void> {
    await openPane(page, `workbook=${workbook}`, 'zh-CN', 'light');
    await check(page, texts);
    await part('veto').waitFor();
  }

  function part(name: string): Locator {
    return page.locator(`[data-toggle="${name}"]`);
  }

  function button(name: string): Locator {
    return page.getByRole('button', { name, exact: true });
  }

  function cell(sheet: string, address: string): Promise<unknown> {
    return page.evaluate(([name, at]) => window.host.cell(name!, at!), [sheet, address]);
  }

  const heading = (verdict: 'pass' | 'fail' | 'unjudged'): Locator =>
    page.getByRole('heading', {
      name: words.heading.replace('{verdict}', words.overall[verdict]),
    });

  it('shows the four parts and the veto with their counts, and what is missing', async () => {
    await checked('gaps');
    await heading('unjudged').waitFor();
    const lines = await page.getByRole('list', { name: words.partList }).innerText();
    expect(lines.split('\n').filter((line) => line !== '')).toEqual([
      '资源配置',
      '学校 38/38 · 差异系数 14/14',
      '达标',
      '政府保障程度',
      '13/15 项达标 · 2 项未判定',
      '未判定',
      '教育质量',
      '9/9 项达标',
      '达标',
      '社会认可度',
      '满意度 96.48%',
      '未判定',
      '一票否决',
      '5/6 项不存在 · 1 项未答',
      '未判定',
    ]);
    expect(await page.getByText('还缺 4 项').count()).toBe(1);
    await button('政府保障程度 第7项').click();
    expect(
      await page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? ''),
    ).toContain('7 特殊教育学校生均公用经费不低于8000元');
  });

  it('takes a missing conclusion by the keyboard alone, writes it, and takes it back', async () => {
    await checked('gaps');
    await part('government').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // 填写缺项 leads straight to the first missing blank.
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await page.keyboard.press('Space');
    await page.getByText('填入后：达标').waitFor();
    await button(words.editor.write).focus();
    await page.keyboard.press('Enter');
    await page.getByText('14/15 项达标 · 1 项未判定').waitFor();
    expect(await cell('政府保障', 'D2')).toBe('达标');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-toggle'))).toBe(
      'government',
    );
    await button('撤销填写（1 处）').click();
    await page.getByText('13/15 项达标 · 2 项未判定').waitFor();
    expect(await cell('政府保障', 'D2')).toBeNull();
  });

  it('refuses what the check would refuse, in the same words', async () => {
    await checked('gaps');
    await button('政府保障程度 第7项').click();
    const pupils = page.getByLabel('特殊教育学生数');
    await pupils.fill('一百');
    await page.getByText('“特殊教育学生数”填的是“一百”，不是数字，这一项无法判定。').waitFor();
    expect(await button(words.editor.write).getAttribute('aria-disabled')).toBe('true');
    await pupils.fill('１２０');
    await page.getByLabel('特殊教育学校公用经费').fill('95.9');
    await page.getByText('填入后：不达标').waitFor();
    await page.getByLabel('特殊教育学校公用经费').fill('96');
    await page.getByText('填入后：达标').waitFor();
    await page.getByText('算得 8,000，可不填').waitFor();
    await button(words.editor.write).click();
    await page.getByText('14/15 项达标 · 1 项未判定').waitFor();
    const [funds, count] = await Promise.all([cell('政府保障', 'D15'), cell('政府保障', 'D16')]);
    expect([funds, count]).toEqual([96, 120]);
  });

  it('replaces an answer only after it was shown', async () => {
    await checked('passing');
    await part('government').click();
    await page.getByRole('button', { name: /^1 规划布局合理/ }).click();
    await button(words.item.change).click();
    await page.locator('label').filter({ hasText: '不达标' }).click();
    await button(words.editor.write).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('政府保障!D2：达标 → 不达标').waitFor();
    await dialog.getByRole('button', { name: texts.cancel }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await cell('政府保障', 'D2')).toBe('达标');
    await button(words.editor.write).click();
    await dialog.getByRole('button', { name: words.overwrite.confirm }).click();
    await heading('fail').waitFor();
    expect(await cell('政府保障', 'D2')).toBe('不达标');
  });

  it('makes the sheets that a workbook of schools alone lacks', async () => {
    await checked('schools');
    await page.getByText(words.missing.onlyResources).waitFor();
    await part('veto').click();
    await button('填写缺项（6）').click();
    for (const choice of await page.getByText(words.editor.no, { exact: true }).all()) {
      await choice.click();
    }
    await button(words.editor.write).click();
    await page.getByText('6/6 项不存在').waitFor();
    expect(await cell('一票否决', 'B7')).toBe('否');

    await part('recognition').click();
    await button(words.item.fillIn).click();
    for (const [field, value] of [
      ['全体：发放问卷', '1200'],
      ['全体：有效问卷', '1300'],
      ['全体：满意问卷', '1000'],
    ] as const) {
      await page.getByLabel(field, { exact: true }).fill(value);
    }
    await page.getByText(/“有效问卷”是 1,300，超过了 1,200/).waitFor();
    await page.getByLabel('全体：有效问卷', { exact: true }).fill('1100');
    await page.getByText('填入后：达标').waitFor();
    await button(words.editor.write).click();
    await page.getByText('满意度 90.91%').first().waitFor();
    expect(await cell('社会认可度', 'C2')).toBe(1100);
  });

  it('leads to the cell of an item, and keeps what was typed over a visit elsewhere', async () => {
    await checked('gaps');
    await button('政府保障程度 第1项').click();
    await page.locator('label').filter({ hasText: '不达标' }).click();
    await button('转到 政府保障!D2').click();
    await page.waitForFunction(() => window.host.selected?.sheet === '政府保障');
    expect(await page.evaluate(() => window.host.selected?.range)).toBe('D2');
    await openTab(page, 1);
    await openTab(page, 0);
    await page.getByText('填入后：不达标').waitFor();
    await button(words.editor.discard).click();
    await page.getByText('填入后：不达标').waitFor({ state: 'detached' });
    expect(await cell('政府保障', 'D2')).toBeNull();
  });

  it('compares with last year’s file, which never leaves the page', async () => {
    await checked('sample');
    await page
      .locator('input[type="file"]')
      .setInputFiles('assets/samples/sample-county-last-year.xlsx');
    await page.getByText('去年：sample-county-last-year.xlsx').waitFor();
    await page.getByText('减少 1 所：旧寨小学').waitFor();
    const chart = page.getByRole('img', { name: /2024 年教育经费增长 2\.43%/ });
    expect(await chart.count()).toBe(1);
    await openTab(page, 2);
    await page.getByRole('checkbox', { name: /年度对比/ }).waitFor();
    await openTab(page, 0);
    await button(words.lastYear.remove).click();
    await button(words.lastYear.choose).waitFor();
    expect(await page.getByText('减少 1 所').count()).toBe(0);
  });
});
