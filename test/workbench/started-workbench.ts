import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import { launchChromium } from '../standin/browser';

const ROOT = path.join(__dirname, '../..');

const FOLDER = process.env['WORKBENCH_FOLDER'];

/** What `npm start` is told besides: a build that is there already, where the environment names one. */
export const START_WORDS: readonly string[] = FOLDER === undefined ? [] : ['--folder', FOLDER];

/** Where the static files of the workbench are, once it has been started. */
export const BUILD = FOLDER ?? path.join(ROOT, 'dist/workbench');

/** The county that the workbench opens with. */
export const SAMPLE = path.join(ROOT, 'assets/samples/sample-county.xlsx');

const hasChromium = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium');

/** `describe` for suites that need a browser: where there is none they are skipped by name. */
export function describeInChromium(name: string, suite: () => void): void {
  if (hasChromium) describe(name, suite);
  else describe.skip(`${name} (skipped: Chromium is not installed)`, suite);
}

/** The workbench as `npm start` serves it, with a browser to look at it. */
export class StartedWorkbench {
  /** Addresses that pages have asked for. */
  readonly asked: string[] = [];
  /** What pages have complained of: errors of their own, and what their policy refused. */
  readonly complaints: string[] = [];

  private constructor(
    readonly address: string,
    private readonly server: ChildProcess,
    readonly browser: Browser,
  ) {}

  /** Starts the command (building first if need be) and a browser. */
  static async start(...words: readonly string[]): Promise<StartedWorkbench> {
    const server = spawn(
      process.execPath,
      ['scripts/start.mjs', '--no-open', '--port', '0', ...START_WORDS, ...words],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      server.on('exit', () => {
        reject(new Error(`the workbench did not start: ${said}`));
      });
    });
    return new StartedWorkbench(address, server, await launchChromium());
  }

  /** A page of a browser that has never been here, with its first workbook open. */
  async open(): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1400, height: 850 },
      locale: 'zh-CN',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.on('request', (request) => this.asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await page.goto(this.address);
    await isOpen(page);
    return page;
  }

  /** Ends what `start` began. */
  async stop(): Promise<void> {
    await this.browser.close();
    this.server.removeAllListeners('exit');
    this.server.kill();
  }
}

/** Waits until a workbook is shown. */
export async function isOpen(page: Page): Promise<void> {
  await page.waitForSelector('#file-name:not(:empty)', { timeout: 60_000 });
  await page.getByRole('button', { name: '开始校验' }).first().waitFor();
}

const ATTEMPTS = 5;

/** Goes to a cell by the box beside the formula bar; just after opening it may take two tries. */
export async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input').first();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await box.fill(cell);
    await box.press('Enter');
    // The grid takes keys once the cell is drawn.
    await page.waitForTimeout(400);
    if ((await box.inputValue()) === cell) return;
  }
  throw new Error(`the grid did not go to ${cell}`);
}

/** The cell that the box beside the formula bar names. */
function activeCell(page: Page): Promise<string> {
  return page.locator('[data-u-comp="defined-name"] input').first().inputValue();
}

/** Types into a cell as a person does, and sees the cell below become the active one. */
export async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await page.waitForTimeout(150);
    // While a function's description drops down, the first Enter may only close it.
    await page.keyboard.press('Enter');
    await page.waitForTimeout(600);
    if ((await activeCell(page)) !== cell) return;
  }
  throw new Error(`the grid did not take ${text} into ${cell}`);
}

/** Presses the save button; the bytes of the file that the browser gets. */
export async function saved(page: Page): Promise<Uint8Array> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.locator('#save').click();
  const download = await waiting;
  return new Uint8Array(readFileSync(await download.path()));
}

/**
 * A suite on one started workbench.
 * @param suite is given the workbench of the test under way
 */
export function describeWorkbench(
  name: string,
  suite: (workbench: () => StartedWorkbench) => void,
): void {
  describeInChromium(name, () => {
    let workbench: StartedWorkbench;
    beforeAll(async () => {
      workbench = await StartedWorkbench.start();
    }, 240_000);
    afterAll(async () => {
      await workbench.stop();
    });

    suite(() => workbench);
  });
}
