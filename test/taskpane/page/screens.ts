import type { Page } from 'playwright-core';
import type { Language } from '../../../src/locales/language';
import { PANE_TABS } from '../../../src/locales/pane-texts';
import type { PaneTexts } from '../../../src/locales/pane-texts';
import type { PaneTheme } from '../../../src/taskpane/pane-theme';
import type { MemoryHost } from '../session/memory-host';
import { ORIGIN } from './page-server';

declare global {
  interface Window {
    /** The workbook behind the pane. */
    host: MemoryHost;
    setTheme: (theme: PaneTheme) => void;
  }
}

/** One state of the pane, and the way to it. */
export interface Screen {
  readonly name: string;
  /** What the page's address says besides language and theme. */
  readonly query: string;
  readonly reach: (page: Page, texts: PaneTexts) => Promise<void>;
}

/** Opens the pane and waits until it stands. */
export async function openPane(
  page: Page,
  query: string,
  language: Language,
  theme: PaneTheme,
): Promise<void> {
  await page.goto(`${ORIGIN}/?${query}&language=${language}&theme=${theme}`);
  await page.getByRole('tablist').waitFor();
}

/** Leads to a tab by its place, whatever the language. */
export async function openTab(page: Page, tab: number): Promise<void> {
  await page.getByRole('tab').nth(tab).click();
  await page.locator(`[data-tab="${PANE_TABS[tab] ?? ''}"]`).waitFor();
}

/** Starts a check and waits for its end. */
export async function check(page: Page, texts: PaneTexts): Promise<void> {
  await page.getByRole('button', { name: texts.check.start, exact: true }).click();
  await page.getByRole('button', { name: texts.check.again, exact: true }).first().waitFor();
}

async function checkedTab(page: Page, texts: PaneTexts, tab: number): Promise<void> {
  await check(page, texts);
  await openTab(page, tab);
}

async function openDetails(page: Page, texts: PaneTexts, severity: RegExp): Promise<void> {
  await page.getByRole('group', { name: texts.findings.severities }).getByText(severity).click();
  await page.getByRole('button', { name: texts.findings.details }).first().click();
}

/** Unfolds a part of the verdict. */
async function openPart(page: Page, part: string): Promise<void> {
  const toggle = page.locator(`[data-toggle="${part}"]`);
  await toggle.click();
  await page.locator(`[data-toggle="${part}"][aria-expanded="true"]`).waitFor();
}

function screen(described: Screen): Screen {
  return described;
}

/** Every screen of the pane, in every state it has. */
export const SCREENS: readonly Screen[] = [
  screen({ name: 'check-first-run', query: 'workbook=sample', reach: () => Promise.resolve() }),
  screen({
    name: 'check-busy',
    query: 'workbook=sample&slow',
    reach: async (page, texts) => {
      await page.getByRole('button', { name: texts.check.start, exact: true }).click();
      await page.getByRole('button', { name: texts.cancel }).waitFor();
    },
  }),
  screen({
    name: 'settings-busy',
    query: 'workbook=sample&slow',
    reach: async (page, texts) => {
      await page.getByRole('button', { name: texts.check.start, exact: true }).click();
      await openTab(page, 4);
      await page.getByRole('button', { name: texts.cancel }).waitFor();
    },
  }),
  screen({ name: 'check-fail', query: 'workbook=sample', reach: check }),
  screen({
    name: 'check-explained',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await check(page, texts);
      await page.getByRole('img').nth(1).focus();
    },
  }),
  screen({ name: 'check-pass', query: 'workbook=passing', reach: check }),
  screen({
    name: 'check-stale',
    query: 'workbook=passing',
    reach: async (page, texts) => {
      await check(page, texts);
      await page.evaluate(() => {
        window.host.type('学校数据', 'J3', 501);
      });
      await page.getByText(texts.check.stale).waitFor();
    },
  }),
  screen({ name: 'check-no-schools', query: 'workbook=none', reach: check }),
  { name: 'check-not-judged', query: 'workbook=broken', reach: check },
  screen({
    name: 'check-protected',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await check(page, texts);
      await page.evaluate(() => {
        window.host.sheet('学校数据').protected = true;
      });
      await page.getByRole('button', { name: texts.check.markAgain }).click();
      await page.getByText(texts.notices.hostErrors['sheet-protected'].next).first().waitFor();
    },
  }),
  screen({
    name: 'verdict-gaps',
    query: 'workbook=gaps',
    reach: async (page, texts) => {
      await check(page, texts);
      await page.locator('[data-toggle="government"]').waitFor();
    },
  }),
  screen({
    name: 'verdict-only-schools',
    query: 'workbook=schools',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'government');
    },
  }),
  screen({
    name: 'verdict-item',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'government');
      await page.locator('button[aria-expanded="false"]').filter({ hasText: /^4 / }).click();
      await page.locator('button[aria-expanded="false"]').filter({ hasText: /^7 / }).click();
    },
  }),
  screen({
    name: 'verdict-fill-in',
    query: 'workbook=gaps',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'government');
      await page.getByRole('button', { name: /填写缺项|Fill in what is missing/ }).click();
      await page.locator('label').filter({ hasText: '达标' }).first().click();
      await page.getByLabel(/特殊教育学生数|Pupils in special education/).fill('120.5');
      await page.getByLabel(/特殊教育学校公用经费|Public funds of special schools/).fill('80');
    },
  }),
  screen({
    name: 'verdict-overwrite',
    query: 'workbook=passing',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'government');
      await page.locator('button[aria-expanded="false"]').filter({ hasText: /^1 / }).click();
      await page.getByRole('button', { name: /^(修改|Change)$/ }).click();
      await page.locator('label').filter({ hasText: '不达标' }).first().click();
      await page.getByRole('button', { name: /^(写入工作表|Write to the sheet)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  screen({
    name: 'verdict-survey',
    query: 'workbook=gaps',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'recognition');
      await page.getByRole('button', { name: /^(修改|Change)$/ }).click();
      await page.getByLabel(/^(全体：走访满意人数|All: Satisfied persons visited)$/).fill('999999');
    },
  }),
  screen({
    name: 'verdict-veto',
    query: 'workbook=gaps',
    reach: async (page, texts) => {
      await check(page, texts);
      await openPart(page, 'veto');
      await page.getByRole('button', { name: /填写缺项|Fill in what is missing/ }).click();
      await page
        .locator('label')
        .filter({ hasText: /^(否|No)$/ })
        .click();
    },
  }),
  screen({
    name: 'check-finance',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await check(page, texts);
      await page
        .getByRole('img', { name: /经常性收入增长|regular revenue/ })
        .scrollIntoViewIfNeeded();
    },
  }),
  screen({
    name: 'check-last-year',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await check(page, texts);
      await page
        .locator('input[type="file"]')
        .setInputFiles('assets/samples/sample-county-last-year.xlsx');
      await page.getByRole('button', { name: /不再比较|Stop comparing/ }).scrollIntoViewIfNeeded();
    },
  }),
  screen({
    name: 'findings-before',
    query: 'workbook=sample',
    reach: (page) => openTab(page, 1),
  }),
  screen({
    name: 'findings',
    query: 'workbook=sample',
    reach: (page, texts) => checkedTab(page, texts, 1),
  }),
  screen({
    name: 'findings-by-school',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await page.getByLabel(texts.findings.group).selectOption('school');
    },
  }),
  screen({
    name: 'findings-details',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await openDetails(page, texts, /^(不达标|below standard)$/);
    },
  }),
  screen({
    name: 'findings-accept',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await openDetails(page, texts, /^(提醒|warning)$/);
      await page.getByRole('button', { name: texts.findings.accept }).click();
      await page.getByRole('button', { name: texts.findings.acceptDone, exact: true }).click();
    },
  }),
  screen({
    name: 'findings-accepted',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await openDetails(page, texts, /^(提醒|warning)$/);
      await page.getByRole('button', { name: texts.findings.accept }).click();
      await page.getByLabel(texts.findings.reason).fill('已核对，新建教学楼今年启用');
      await page.getByLabel(texts.findings.by).fill('李老师');
      await page.getByRole('button', { name: texts.findings.acceptDone, exact: true }).click();
      await page.getByText(texts.notices.accepted).first().waitFor();
    },
  }),
  screen({
    name: 'findings-no-match',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await page.getByPlaceholder(texts.findings.search).fill('没有这所学校');
    },
  }),
  screen({
    name: 'findings-fixed',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await page.getByRole('button', { name: texts.findings.fixAll, exact: true }).click();
      await page.getByRole('button', { name: texts.findings.undo, exact: true }).waitFor();
    },
  }),
  screen({
    name: 'findings-export',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 1);
      await page.getByRole('button', { name: texts.findings.export }).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  screen({
    name: 'summary-before',
    query: 'workbook=sample',
    reach: (page) => openTab(page, 2),
  }),
  screen({
    name: 'summary',
    query: 'workbook=sample',
    reach: (page, texts) => checkedTab(page, texts, 2),
  }),
  screen({
    name: 'summary-question',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 2);
      await page.evaluate(() => {
        window.host.sheets.push({ name: '表Ⅲ', rows: [['自己的表']] });
      });
      await page.getByRole('button', { name: texts.summary.write }).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  screen({
    name: 'summary-written',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await checkedTab(page, texts, 2);
      await page.getByRole('button', { name: texts.summary.write }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: texts.summary.confirm, exact: true })
        .click();
      await page
        .getByRole('button', { name: /评估总览|Overview/ })
        .first()
        .waitFor();
    },
  }),
  screen({
    name: 'functions',
    query: 'workbook=sample',
    reach: (page) => openTab(page, 3),
  }),
  screen({
    name: 'functions-open',
    query: 'workbook=sample&functions=no',
    reach: async (page) => {
      await openTab(page, 3);
      await page
        .getByRole('button', { name: /DIFFCOEF/ })
        .first()
        .click();
    },
  }),
  screen({
    name: 'settings',
    query: 'workbook=sample',
    reach: (page) => openTab(page, 4),
  }),
  screen({
    name: 'settings-own-standard',
    query: 'workbook=sample',
    reach: async (page, texts) => {
      await openTab(page, 4);
      await page.getByRole('radio', { name: texts.settings.ownStandard }).check({ force: true });
      await page
        .getByLabel(texts.settings.pasteLabel)
        .fill(
          '{ "id": "市标-2026", "extends": "cn-2017", "thresholds": { "L6": { "primary": 1800 } } }',
        );
      await page.getByRole('button', { name: texts.settings.load }).click();
      await page.getByText(/L6/).first().waitFor();
    },
  }),
];
