import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { sideloadPlan } from '../../scripts/sideload-plan';
import { serveFile } from '../../scripts/static-files';

const ID = '6f0c0c52-6f0e-4d6a-9d0b-3b5f8a1c7e24';

describe('sideloading', () => {
  it('copies the manifest to the folder that Mac Excel reads', () => {
    expect(sideloadPlan('darwin', '/Users/li', '/code/manifest.xml', ID)).toEqual({
      kind: 'copy',
      folder: '/Users/li/Library/Containers/com.microsoft.Excel/Data/Documents/wef',
      file: `/Users/li/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${ID}.manifest.xml`,
    });
  });

  it('names the manifest in the developer key of the Windows registry, and takes it back', () => {
    const key = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer';
    expect(sideloadPlan('win32', 'C:\\Users\\li', 'C:\\code\\manifest.xml', ID)).toEqual({
      kind: 'registry',
      add: ['add', key, '/v', ID, '/t', 'REG_SZ', '/d', 'C:\\code\\manifest.xml', '/f'],
      remove: ['delete', key, '/v', ID, '/f'],
    });
  });

  it('leaves machines without a desktop Excel to Excel on the web', () => {
    expect(sideloadPlan('linux', '/home/li', '/code/manifest.xml', ID)).toEqual({
      kind: 'unsupported',
    });
  });
});

describe('the server of the developer’s machine', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'junheng-served-'));
  const inside = path.join(folder, 'site');
  const library = path.join(folder, 'library');
  const server = createServer((incoming, response) => {
    void serveFile(incoming, response, [
      { prefix: '/office-js/', folder: library },
      { prefix: '/', folder: inside },
    ]);
  });
  let port = 0;

  beforeAll(async () => {
    mkdirSync(inside);
    mkdirSync(library);
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    writeFileSync(path.join(inside, 'taskpane.html'), '<p>窗格</p>');
    writeFileSync(path.join(library, 'office.js'), 'office');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks with the path as it stands: fetch would tidy `..` away. */
  function get(url: string): Promise<readonly [number, string, string]> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: url }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve([
            response.statusCode ?? 0,
            response.headers['content-type'] ?? '',
            Buffer.concat(chunks).toString('utf8'),
          ]);
        });
      })
        .on('error', reject)
        .end();
    });
  }

  it('serves the build and Office.js beside it', async () => {
    expect(await get('/taskpane.html?x=1')).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>窗格</p>',
    ]);
    expect(await get('/office-js/office.js')).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'office',
    ]);
  });

  it('serves no folder and nothing outside', async () => {
    for (const url of [
      '/',
      '/missing',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/office-js/../../secret.txt',
      '/%00',
      '/%',
    ]) {
      expect((await get(url))[0]).toBe(404);
    }
  });
});
