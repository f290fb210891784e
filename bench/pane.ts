import { readFileSync, readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { paneTexts } from '../src/locales/pane-texts';
import { builtAddIn } from '../test/addin/built-addin';
import { ScriptLog, gzipBytes } from '../test/addin/initial-scripts';
import { untilStarted } from '../test/addin/until-started';
import { folderServer, launchChromium } from '../test/standin/browser';
import { ChromiumHost } from '../test/standin/chromium-host';
import { workbookFromXlsx } from '../test/standin/workbook-from-xlsx';
import { workbookOf } from './make-inputs';

/** Medians of what a person waits for in the pane, and the sizes of its scripts. */
export interface PaneMeasurement {
  /** From the opening of the page until its first page is drawn. */
  readonly firstRenderSeconds: number;
  /** From the click on 开始校验 until the verdict is on screen, by number of schools. */
  readonly checkSeconds: ReadonlyMap<number, number>;
  /** gzip, in bytes. `initial` includes the functions. */
  readonly scripts: {
    readonly functions: number;
    readonly initial: number;
    readonly lazy: number;
  };
}

const START = paneTexts('zh-CN').check.start;

/** Notes, in the pane itself, when its tabs and when a verdict first stand on the page. */
const STOPWATCH = `
  new MutationObserver(() => {
    if (window.tabsAt === undefined && document.querySelector('[role=tablist]') !== null) {
      requestAnimationFrame(() => { window.tabsAt ??= performance.now(); });
    }
    if (window.startedAt !== undefined && window.verdictAt === undefined &&
        document.querySelector('[data-tab=check] section h2 svg') !== null) {
      requestAnimationFrame(() => { window.verdictAt ??= performance.now(); });
    }
  }).observe(document, { childList: true, subtree: true });`;

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Opens the pane on a workbook, checks once; seconds of the first render and of the check. */
async function measureOnce(
  browser: Browser,
  folder: string,
  schools: number,
): Promise<{ readonly render: number; readonly check: number }> {
  const file = readFileSync(workbookOf(schools));
  const host = await ChromiumHost.open({
    browser,
    files: folderServer(folder),
    pane: '/taskpane.html',
    workbook: await workbookFromXlsx(file, `${schools}.xlsx`),
  });
  try {
    await host.context.addInitScript(STOPWATCH);
    await host.reopenPane();
    const noted = async (name: 'tabsAt' | 'startedAt' | 'verdictAt'): Promise<number> => {
      await host.pane.waitForFunction((key) => Reflect.get(window, key) !== undefined, name);
      return Number(await host.pane.evaluate((key): unknown => Reflect.get(window, key), name));
    };
    const render = await noted('tabsAt');
    await host.pane.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/engine.')),
    );
    await host.pane.getByRole('button', { name: START }).evaluate((button) => {
      Reflect.set(window, 'startedAt', performance.now());
      if (button instanceof HTMLElement) button.click();
    });
    const check = (await noted('verdictAt')) - (await noted('startedAt'));
    return { render: render / 1000, check: check / 1000 };
  } finally {
    await host.close();
  }
}

async function scriptSizes(browser: Browser, folder: string): Promise<PaneMeasurement['scripts']> {
  const scripts = new ScriptLog(folder);
  const host = await ChromiumHost.open({ browser, files: scripts.files, pane: '/taskpane.html' });
  try {
    await untilStarted(host, 1);
    scripts.follow(host);
    await host.reopenPane();
    await host.pane.getByRole('tab').first().waitFor();
  } finally {
    await host.close();
  }
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => `/${name}`);
  return {
    functions: gzipBytes(folder, ['/functions.js']),
    initial: gzipBytes(folder, scripts.initial),
    lazy: gzipBytes(
      folder,
      names.filter((name) => !scripts.initial.includes(name)),
    ),
  };
}

/**
 * Measures the built add-in in Chromium on the real Office.js. Excel's own part is played by the
 * stand-in, whose time is in the figures.
 */
export async function measurePane(
  sizes: readonly number[],
  runs: number,
): Promise<PaneMeasurement> {
  const folder = await builtAddIn();
  const browser = await launchChromium();
  try {
    const renders: number[] = [];
    const checkSeconds = new Map<number, number>();
    for (const size of sizes) {
      const checks: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const { render, check } = await measureOnce(browser, folder, size);
        renders.push(render);
        checks.push(check);
      }
      checkSeconds.set(size, middle(checks));
    }
    const scripts = await scriptSizes(browser, folder);
    return { firstRenderSeconds: middle(renders), checkSeconds, scripts };
  } finally {
    await browser.close();
  }
}
