// The README's first command: opens the workbench, with the sample county or the file that is named.
//   npm start [-- FILE.xlsx] [-- --no-open] [-- --port PORT] [-- --folder BUILD]
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWorkbench } from './build-workbench.mjs';
import { loadTypeScript } from './load-typescript.mjs';
import { serveWorkbench } from './workbench-server.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const usualFolder = path.join(root, 'dist/workbench');
const SOURCES = ['src', 'assets', 'package-lock.json', 'webpack.workbench.config.js'];

/** The latest change (milliseconds) of a file, or of any file in a folder. */
function changed(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) =>
        Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
      0,
    );
}

function isBuilt() {
  const page = path.join(usualFolder, 'index.html');
  if (!existsSync(page)) return false;
  return SOURCES.every((source) => changed(path.join(root, source)) <= changed(page));
}

function openBrowser(address) {
  const { platform, env } = process;
  if (env.CI !== undefined && env.CI !== '' && env.CI !== 'false') return;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...words] =
    platform === 'darwin'
      ? ['open', address]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  // Without a program for it the printed address is enough.
  spawn(command, words, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

const { values, positionals } = parseArgs({
  options: {
    'no-open': { type: 'boolean' },
    port: { type: 'string' },
    // A build that is there already, served as it is.
    folder: { type: 'string' },
  },
  allowPositionals: true,
});
const [named] = positionals;
const workbook = named === undefined ? null : path.resolve(named);
if (workbook !== null) {
  const { workbookFault } = await loadTypeScript('scripts/workbook-fault.ts');
  const fault = await workbookFault(named);
  if (fault !== null) {
    console.error(fault);
    process.exit(2);
  }
}
if (values.folder === undefined && !isBuilt()) {
  console.log('正在构建工作台（首次约半分钟）…');
  await buildWorkbench();
}
const port = values.port === undefined ? undefined : Number(values.port);
const folder = values.folder === undefined ? usualFolder : path.resolve(values.folder);
const { address } = await serveWorkbench(folder, workbook, port);
console.log(`工作台：${address}`);
console.log('按 Ctrl+C 结束。');
if (values['no-open'] !== true) openBrowser(address);
