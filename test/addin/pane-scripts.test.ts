import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { folderServer } from '../standin/browser';
import { describeInExcel } from './in-excel';

describeInExcel('The pane’s scripts', (addIn) => {
  it('before the first page are at most 250 kB, and the engine is not among them', async () => {
    const initial: string[] = [];
    const later: string[] = [];
    let before = Infinity;
    const serve = folderServer(addIn.folder);
    await addIn.open(undefined, {
      files: (file) => {
        // The pane asks Excel for something only once all of its first scripts have run.
        if (before < Infinity && file.endsWith('.js')) {
          (addIn.host.log.roundTrips > before ? later : initial).push(file);
        }
        return serve(file);
      },
    });
    before = addIn.host.log.roundTrips;
    await addIn.reopen();
    const sizes = initial.map(
      (file) => gzipSync(readFileSync(path.join(addIn.folder, file)), { level: 9 }).length,
    );
    expect(initial.slice(0, 2)).toEqual(['/functions.js', '/taskpane.js']);
    expect(initial.some((file) => file.startsWith('/pane.'))).toBe(true);
    expect(initial.some((file) => /engine|findings|settings|summary/.test(file))).toBe(false);
    expect(later.some((file) => file.startsWith('/engine.'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250_000);
  });
});
