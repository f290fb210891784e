import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../standin/browser';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import { PageOfGrid } from '../../workbench/paged-host';
import { describeInChromium } from '../../workbench/started-workbench';
import { describeContract } from './contract';
import { renamedSheet } from './renamed-sheet';

describeInChromium('in a browser', () => {
  let browser: Browser;
  let page: PageOfGrid;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await PageOfGrid.start(browser);
  });
  afterAll(async () => {
    await browser.close();
  });

  describeContract('The workbench', async (bytes, name) => {
    let host = await page.open(bytes, name);
    return {
      get host() {
        return host;
      },
      model: async () => workbookFromXlsx(await host.bytes(), name),
      rename: async (sheet, newName) => {
        const renamed = renamedSheet(await host.bytes(), sheet, newName);
        host = await page.open(renamed, name);
      },
      close: () => Promise.resolve(),
    };
  });
});
