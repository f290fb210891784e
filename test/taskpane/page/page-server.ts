import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { contentSecurityPolicy } from '../../../scripts/content-security-policy';

/** Tests and scripts run in the project's folder. */
const ROOT = process.cwd();

/** Where the page is said to live; nothing of it is on a network. */
export const ORIGIN = 'https://pane.test';

/** The pane's page, built once, for any number of browser contexts. */
export interface PanePage {
  readonly script: string;
}

/** Builds the page of the pane over a workbook in memory. */
export async function buildPanePage(): Promise<PanePage> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/taskpane/page/page.tsx'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild gave no file');
  return { script: file.text };
}

/** A window of a browser in which the pane can be opened. */
export interface PaneWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses outside the origin that were asked for. */
  readonly foreignRequests: readonly string[];
  /** Errors and warnings that the page met. */
  readonly complaints: readonly string[];
}

/** How a window looks. */
export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
}

/** Opens a window; every request is answered from this machine, or refused and noted. */
export async function openPaneWindow(
  browser: Browser,
  { script }: PanePage,
  { width = 320, height = 720, forcedColors = false }: WindowOptions = {},
): Promise<PaneWindow> {
  const context = await browser.newContext({
    viewport: { width, height },
    forcedColors: forcedColors ? 'active' : 'none',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      foreignRequests.push(url.href);
      await route.abort();
    } else if (url.pathname === '/') {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE });
    } else if (url.pathname === '/page.js') {
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    } else if (/^\/samples\/[\w-]+\.xlsx$/.test(url.pathname)) {
      await route.fulfill({
        contentType: 'application/octet-stream',
        body: readFileSync(path.join(ROOT, 'assets', url.pathname)),
      });
    } else {
      await route.fulfill({ status: 404, body: '' });
    }
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { context, page, foreignRequests, complaints };
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('self')}" />
    <title>优质均衡助手</title>
    <link rel="icon" href="data:," />
    <style>body { margin: 0 }</style>
  </head>
  <body><div id="root"></div><script src="page.js"></script></body>
</html>`;
