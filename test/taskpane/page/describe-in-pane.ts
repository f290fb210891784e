import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../standin/browser';
import { buildPanePage, openPaneWindow } from './page-server';
import type { PanePage, PaneWindow } from './page-server';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * A suite on the pane in Chromium. Each test has a window of its own, which must have asked nothing
 * of anybody else and complained of nothing when the test ends.
 * @param suite is given the page of the test under way
 */
export function describeInPane(name: string, suite: (page: () => Page) => void): void {
  (existsSync(CHROMIUM) ? describe : describe.skip)(name, () => {
    let browser: Browser;
    let built: PanePage;
    let opened: PaneWindow;

    beforeAll(async () => {
      built = await buildPanePage();
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser.close();
    });
    beforeEach(async () => {
      opened = await openPaneWindow(browser, built);
    });
    afterEach(async () => {
      expect(opened.foreignRequests).toEqual([]);
      expect(opened.complaints).toEqual([]);
      await opened.context.close();
    });

    suite(() => opened.page);
  });
}
