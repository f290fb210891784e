import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { paneTexts } from '../src/locales/pane-texts';
import { gzipBytes } from '../test/addin/initial-scripts';
import { folderServer, launchChromium } from '../test/standin/browser';
import { workbookOf } from './make-inputs';

/** What a person waits for in the workbench, and what it costs the machine. */
export interface WorkbenchMeasurement {
  /** From the opening of the page until the sample county can be worked with. */
  readonly sampleSeconds: number;
  /** Of a file, from its choice until the grid shows it. */
  readonly openSeconds: number;
  /** From the click on 开始校验 until its marks are on the sheet. */
  readonly checkSeconds: number;
  /** Memory of the page, what it holds beside the heap included, in bytes. */
  readonly memory: { readonly sample: number; readonly large: number };
  /** gzip, in bytes. */
  readonly scripts: { readonly page: number; readonly grid: number };
}

const { check: texts } = paneTexts('zh-CN');
const FOLDER = path.resolve('.cache/bench/workbench');
const ORIGIN = 'http://localhost:3210';
/** Milliseconds for the slowest machine. */
const PATIENCE = 300_000;

interface Run {
  readonly sampleSeconds: number;
  readonly openSeconds: number;
  readonly checkSeconds: number;
  readonly memory: WorkbenchMeasurement['memory'];
  /** Names of the scripts that are asked for before the sample county is shown, in their order. */
  readonly scripts: readonly string[];
}

async function secondsOf(step: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await step();
  return (performance.now() - started) / 1000;
}

async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return usage.usedSize + usage.backingStorageSize;
}

async function isOpen(page: Page, name: string): Promise<void> {
  const timeout = PATIENCE;
  await page.waitForFunction(
    (file) => document.querySelector('#file-name')?.textContent === file,
    name,
    {
      timeout,
    },
  );
  await page.getByRole('button', { name: texts.start }).first().waitFor({ timeout });
}

/** Opens the page, then a county of so many schools, and checks it once. */
async function measureOnce(browser: Browser, schools: number): Promise<Run> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1400, height: 850 },
    // It fetches every script for later, in the midst of what is measured.
    serviceWorkers: 'block',
  });
  const scripts: string[] = [];
  const files = folderServer(FOLDER);
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files(pathname === '/' ? '/index.html' : pathname);
    if (pathname.endsWith('.js')) scripts.push(pathname.slice(1));
    await route.fulfill(file ?? { status: 404 });
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    const sampleSeconds = await secondsOf(async () => {
      await page.goto(`${ORIGIN}/`);
      await isOpen(page, '样例县.xlsx');
    });
    const asked = [...scripts];
    const sample = await memoryOf(session);
    const file = workbookOf(schools);
    const openSeconds = await secondsOf(async () => {
      await page.setInputFiles('#file', file);
      await isOpen(page, path.basename(file));
    });
    const checkSeconds = await secondsOf(async () => {
      await page.getByRole('button', { name: texts.start }).first().click();
      await page.getByText(texts.markAgain).first().waitFor({ timeout: PATIENCE });
    });
    const memory = { sample, large: await memoryOf(session) };
    return { sampleSeconds, openSeconds, checkSeconds, memory, scripts: asked };
  } finally {
    await context.close();
  }
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Measures the built workbench in Chromium, each run in a browser that has never been there. */
export async function measureWorkbench(
  schools: number,
  runs: number,
): Promise<WorkbenchMeasurement> {
  execFileSync(process.execPath, ['scripts/build-workbench.mjs', '--out', FOLDER], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const browser = await launchChromium();
  try {
    const measured: Run[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await measureOnce(browser, schools));
    const html = readFileSync(path.join(FOLDER, 'index.html'), 'utf8');
    const asked = measured[0]?.scripts ?? [];
    const ofPage = asked.filter((script) => html.includes(script));
    return {
      sampleSeconds: middle(measured.map(({ sampleSeconds }) => sampleSeconds)),
      openSeconds: middle(measured.map(({ openSeconds }) => openSeconds)),
      checkSeconds: middle(measured.map(({ checkSeconds }) => checkSeconds)),
      memory: {
        sample: middle(measured.map(({ memory }) => memory.sample)),
        large: middle(measured.map(({ memory }) => memory.large)),
      },
      scripts: {
        page: gzipBytes(FOLDER, ofPage),
        grid: gzipBytes(
          FOLDER,
          asked.filter((script) => !html.includes(script)),
        ),
      },
    };
  } finally {
    await browser.close();
  }
}
