import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { workbenchPolicy } from '../../scripts/content-security-policy';
import { LISTING } from '../../scripts/licences-plugin';
import { folderServer } from '../standin/browser';
import { checkOpen } from './driven';
import { BUILD, describeInChromium, isOpen, StartedWorkbench } from './started-workbench';

/** What the pane's scripts may weigh before its first page in Excel, in bytes as sent. */
const MOST_IN_EXCEL = 250_000;
/** Where a bureau might put the folder on its own server. */
const PLACE = '/jiaoyu/junheng/';

function built(name: string): string {
  return readFileSync(path.join(BUILD, name), 'utf8');
}

/** A web server that knows nothing of the workbench. */
async function serve(): Promise<{ readonly address: string; readonly server: Server }> {
  const files = folderServer(BUILD);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(PLACE) ? pathname.slice(PLACE.length - 1) : '/none';
    const file = files(inside === '/' ? '/index.html' : inside);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': file.contentType }).end(file.body);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
  return { address: `http://127.0.0.1:${port}${PLACE}`, server };
}

describeInChromium('the static files of the workbench', () => {
  let workbench: StartedWorkbench;
  let context: BrowserContext;
  let page: Page;
  let address: string;
  let server: Server;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    workbench = await StartedWorkbench.start();
    ({ address, server } = await serve());
    context = await workbench.browser.newContext({ locale: 'zh-CN' });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    await isOpen(page);
  }, 300_000);
  afterAll(async () => {
    server.close();
    await workbench.stop();
  });

  it('are one page with one script of its own and nothing inline, under a strict policy', () => {
    const html = built('index.html');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/<script defer="defer" src="workbench\.[0-9a-f]+\.js"><\/script>/);
    expect(html).not.toMatch(/\son\w+=|javascript:|<style/);
    expect(html).toContain(`content="${workbenchPolicy()}"`);
    expect(workbenchPolicy()).toContain("default-src 'none'");
    expect(workbenchPolicy()).toContain("script-src 'self';");
    expect(workbenchPolicy()).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('work from any folder of any server, ask nothing of another, and keep their policy', async () => {
    await checkOpen(page);
    const elsewhere = asked.filter(
      (one) => !one.startsWith(address) && !/^(?:data|blob):/.test(one),
    );
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('hold a pane that weighs no more than in Excel, and the grid in scripts of its own', () => {
    const names = asked
      .filter((one) => one.endsWith('.js'))
      .map((one) => path.basename(new URL(one).pathname));
    const first = names.findIndex((name) => name.startsWith('workbench.'));
    const grid = names.findIndex((name) => name.startsWith('grid.'));
    expect([first, grid > first]).toEqual([0, true]);
    const script = built(names[0] ?? '');
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(MOST_IN_EXCEL);
    expect(script).not.toContain('sheet.mutation.');
    const others = names.slice(1).map(built);
    expect(others.some((other) => other.includes('sheet.mutation.'))).toBe(true);
  });

  it('say under which licences the packages in them are', () => {
    const listing = built(LISTING);
    expect(listing).toMatch(/^@univerjs\/core \S+ {2}Apache-2\.0$/m);
    expect(listing).toMatch(/^@univerjs\/telemetry \S+ {2}Apache-2\.0$/m);
    expect(listing).toMatch(/^react \S+ {2}MIT$/m);
    expect(listing).not.toMatch(/^\S+ \S+ {2}\S*GPL/m);
  });

  it('work without any server after the first load, also in a new tab', async () => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    server.close();
    server.closeAllConnections();
    const tab = await context.newPage();
    await tab.goto(address);
    await isOpen(tab);
    await checkOpen(tab);
    await tab.getByRole('tab', { name: /问题/ }).click();
    await tab.getByText(/待报/).first().waitFor();
    await expect(fetch(address)).rejects.toThrow();
  });
});
