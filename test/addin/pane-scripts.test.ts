import { expect, it } from '@jest/globals';
import { describeInExcel } from './in-excel';
import { ScriptLog, gzipBytes } from './initial-scripts';

describeInExcel('The pane’s scripts', (addIn) => {
  it('before the first page are at most 250 kB, and the engine is not among them', async () => {
    const scripts = new ScriptLog(addIn.folder);
    await addIn.open(undefined, { files: scripts.files });
    scripts.follow(addIn.host);
    await addIn.reopen();
    const { initial, later } = scripts;
    expect(initial.slice(0, 2)).toEqual(['/functions.js', '/taskpane.js']);
    expect(initial.some((file) => file.startsWith('/pane.'))).toBe(true);
    expect(initial.some((file) => /engine|findings|settings|summary/.test(file))).toBe(false);
    expect(later.some((file) => file.startsWith('/engine.'))).toBe(true);
    expect(gzipBytes(addIn.folder, initial)).toBeLessThanOrEqual(250_000);
  });
});
