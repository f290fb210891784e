import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { paneTexts } from '../../src/locales/pane-texts';
import { describeInPane } from './page/describe-in-pane';
import { SCREENS, check, openPane, openTab } from './page/screens';

const texts = paneTexts('zh-CN');

describeInPane('the pane in Chromium', (pageNow) => {
  let page: Page;
  beforeEach(() => {
    page = pageNow();
  });

  it('leads from the check to a finding’s cell by the keyboard alone', async () => {
    await openPane(page, 'workbook=sample', 'zh-CN', 'light');
    const focused = (): Promise<string> =>
      page.evaluate(() =>
        document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''),
      );
    const pressUntil = async (key: string, text: string): Promise<void> => {
      for (let presses = 0; presses < 30; presses += 1) {
        if ((await focused()).includes(text)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${key} does not lead to ${text}`);
    };
    await pressUntil('Tab', texts.check.start);
    await page.keyboard.press('Enter');
    await page.getByText(texts.check.verdicts.fail).first().waitFor();

    await pressUntil('Shift+Tab', texts.tabs.check);
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-tab="findings"]').waitFor();
    expect(await focused()).toContain(texts.tabs.findings);

    await pressUntil('Tab', '和平中学');
    await page.keyboard.press('ArrowDown');
    await pressUntil('ArrowDown', '北关小学');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.host.selected?.range === 'B3');
    expect(await page.evaluate(() => window.host.selected)).toEqual({
      sheet: '学校数据',
      range: 'B3',
    });
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(() => window.host.selected?.range !== 'B3');
    expect(await focused()).toContain('北关小学');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(texts.findings.mending, { exact: true }).waitFor();
  });

  it('shows some twelve thousand findings with few rows, and their true total', async () => {
    await openPane(page, 'workbook=large', 'zh-CN', 'light');
    await check(page, texts);
    await openTab(page, 1);
    await page.getByRole('listitem').first().waitFor();
    const total = Number(
      /共 ([\d,]+) 条/
        .exec(await page.getByText(/^共 [\d,]+ 条$/).innerText())?.[1]
        ?.replaceAll(',', ''),
    );
    expect(total).toBeGreaterThan(12_000);
    expect(await page.getByRole('listitem').count()).toBeLessThan(40);

    await page.getByRole('listitem').first().getByRole('button').first().focus();
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) => document.activeElement?.textContent.includes(last) === true,
      `第 ${total} 条，共 ${total} 条`,
    );
    expect(await page.getByRole('listitem').count()).toBeLessThan(40);

    await page.getByPlaceholder(texts.findings.search).fill('第1999小学 L6');
    await page.getByText(/显示 [1-9] 条/).waitFor();
    expect(await page.getByRole('listitem').count()).toBeLessThan(10);
  });

  it('keeps what is being read in place while rows above turn out taller', async () => {
    await openPane(page, 'workbook=large', 'zh-CN', 'light');
    await check(page, texts);
    await openTab(page, 1);
    const list = page.getByRole('list', { name: texts.findings.list });
    await list.getByRole('listitem').first().waitFor();
    const topOf = (text: string): Promise<number> =>
      list
        .getByRole('listitem')
        .filter({ hasText: text })
        .evaluate((row) => row.getBoundingClientRect().top);
    await list.evaluate((element) => {
      element.parentElement!.scrollTop = 200_000;
    });
    await page.waitForTimeout(200);
    const rows = await list.getByRole('listitem').allInnerTexts();
    const marker = /第 \d+ 条，/.exec(rows[Math.floor(rows.length / 2)] ?? '')?.[0] ?? '';
    const before = await topOf(marker);
    await list.evaluate((element) => {
      element.parentElement!.scrollTop -= 100;
    });
    await page.waitForTimeout(200);
    expect(Math.abs((await topOf(marker)) - before - 100)).toBeLessThan(2);
  });

  it('accepts a warning with a reason and shows it as accepted', async () => {
    const accepted = SCREENS.find(({ name }) => name === 'findings-accepted')!;
    await openPane(page, accepted.query, 'zh-CN', 'light');
    await accepted.reach(page, texts);
    await page.getByText('已接受：已核对，新建教学楼今年启用').waitFor();
    expect(await page.getByText(/已接受 1 条/).count()).toBe(1);
  });

  it('copies the findings as rows, and offers them as a file', async () => {
    const exported = SCREENS.find(({ name }) => name === 'findings-export')!;
    await openPane(page, exported.query, 'zh-CN', 'light');
    await exported.reach(page, texts);
    await page.getByRole('button', { name: texts.copy, exact: true }).click();
    await page.getByText(texts.copied, { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toHaveLength(38);
    expect(copied.split('\n')[0]?.split('\t')[1]).toBe('级别');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.findings.download }).click();
    expect((await download).suggestedFilename()).toBe('问题清单.csv');
  });

  it('replaces sheets of other people only with consent', async () => {
    const question = SCREENS.find(({ name }) => name === 'summary-question')!;
    await openPane(page, question.query, 'zh-CN', 'light');
    await question.reach(page, texts);
    const dialog = page.getByRole('dialog');
    const write = dialog.getByRole('button', { name: texts.summary.confirm, exact: true });
    expect(await write.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('checkbox').check();
    await write.click();
    await page.getByRole('button', { name: '转到“表Ⅲ”' }).waitFor();
    expect(
      await page.evaluate(() => window.host.sheets.find(({ name }) => name === '表Ⅲ')?.key),
    ).toBe('table_3');
  });

  it('changes its language at once', async () => {
    await openPane(page, 'workbook=sample', 'zh-CN', 'light');
    await openTab(page, 4);
    await page.getByText('English').click();
    await page.getByRole('tab', { name: 'Findings' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-US');
  });

  it('inserts an example into the active cell', async () => {
    await openPane(page, 'workbook=sample', 'zh-CN', 'light');
    await openTab(page, 3);
    await page.getByRole('button', { name: /EDU\.DIFFCOEF/ }).click();
    await page
      .getByRole('button', { name: /^把 =EDU\.DIFFCOEF/ })
      .first()
      .click();
    await page.waitForFunction(() => window.host.formula !== null);
    expect(await page.evaluate(() => window.host.formula)).toBe(
      '=EDU.DIFFCOEF({279;137;935;160;402},{45;37;89;76;55})',
    );
  });

  it('can be stopped while it checks', async () => {
    const busy = SCREENS.find(({ name }) => name === 'check-busy')!;
    await openPane(page, busy.query, 'zh-CN', 'light');
    await busy.reach(page, texts);
    await page.getByRole('button', { name: texts.cancel }).click();
    await page.getByRole('button', { name: texts.check.start, exact: true }).waitFor();
  });
});
