import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cellOf } from './driven';
import {
  describeInChromium,
  SAMPLE,
  saved,
  START_WORDS,
  StartedWorkbench,
} from './started-workbench';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'junheng-start-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(...words: readonly string[]): { readonly code: number; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/start.mjs', '--no-open', ...words],
    { cwd: root, encoding: 'utf8' },
  );
  return { code: status ?? -1, said: stdout + stderr };
}

describe('npm start with a file that cannot be opened', () => {
  const empty = path.join(folder, '空.xlsx');
  const text = path.join(folder, '文本.xlsx');
  writeFileSync(empty, '');
  writeFileSync(text, '不是工作簿');

  it.each([
    ['无.xlsx', '找不到文件。请核对路径和文件名。'],
    [empty, '文件是空的（0 字节）。请重新导出或复制该文件。'],
    [text, '不是 Excel 工作簿（.xlsx）文件。请用 Excel 或 WPS 打开原文件'],
    [folder, '文件打不开（EISDIR）'],
  ])('refuses %s in the words of the command line, and starts nothing', (file, sentence) => {
    const { code, said } = start(file);
    expect(code).toBe(2);
    expect(said).toContain(`${file}：${sentence}`);
    expect(said).not.toContain('http://');
  });
});

describeInChromium('npm start', () => {
  it('opens the workbook that it is given, by a name of any kind', async () => {
    const file = path.join(folder, '某县 100%#1.xlsx');
    copyFileSync(path.join(path.dirname(SAMPLE), 'passing-county.xlsx'), file);
    const workbench = await StartedWorkbench.start(file);
    const page = await workbench.open();
    expect(await page.textContent('#file-name')).toBe('某县 100%#1.xlsx');
    expect(cellOf(await saved(page), '县域信息', 'B2')).toMatchObject({ v: '青川湖县' });
    expect(workbench.complaints).toEqual([]);
    await workbench.stop();
  }, 300_000);

  it('takes another port where the usual one is taken', async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const at = other.address();
        resolve(typeof at === 'object' && at !== null ? at.port : 0);
      });
    });
    const server = spawn(
      process.execPath,
      ['scripts/start.mjs', '--no-open', '--port', String(taken), ...START_WORDS],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const port = await new Promise<number>((resolve) => {
      let said = '';
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
        if (found !== undefined) resolve(Number(found));
      });
    });
    expect(port).not.toBe(taken);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('优质均衡助手 工作台'),
    ]);
    server.kill();
    other.close();
  }, 240_000);
});
