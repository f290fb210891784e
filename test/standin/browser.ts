import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

import { type Browser, chromium } from 'playwright-core';

/** A file as a web server would send it. */
export interface ServedFile {
  readonly body: string | Buffer;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a path such as `/taskpane.html`; undefined is 404. */
export type FileServer = (path: string) => ServedFile | undefined;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/** Serves a folder of this machine, and nothing outside it. */
export function folderServer(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): FileServer {
  return (path) => {
    const file = normalize(join(folder, decodeURIComponent(path)));
    if (!file.startsWith(normalize(folder) + sep)) return undefined;
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    const contentType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
    return { body: readFileSync(file), contentType, headers };
  };
}

/** Starts headless Chromium so that it asks the network for nothing of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
