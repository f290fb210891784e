import AxeBuilder from '@axe-core/playwright';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Language } from '../../../src/locales/language';
import { paneTexts } from '../../../src/locales/pane-texts';
import { describeInPane } from './describe-in-pane';
import { SCREENS, openPane } from './screens';

const THEMES = ['light', 'dark', 'high-contrast'] as const;

/** What axe-core finds, as `rule: element`. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations: found } = await (
    rules === undefined ? builder : builder.withRules(rules)
  ).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

/** Elements that reach beyond the right edge of the pane. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        // What is folded away on purpose lies in a box without width.
        const folded = (element.closest('.fui-Input__contentAfter')?.clientWidth ?? 1) === 0;
        return width > 1 && right > innerWidth + 0.5 && !folded;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Every screen of the pane in one language, at 320 px: nothing too wide, no accessibility fault. */
export function describeEveryScreen(language: Language): void {
  describeInPane(`every screen in ${language}`, (pageNow) => {
    it.each(SCREENS)('fits into 320 px and is accessible: $name', async (screen) => {
      const page = pageNow();
      await openPane(page, screen.query, language, 'light');
      await screen.reach(page, paneTexts(language));
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      for (const theme of THEMES.slice(1)) {
        await page.evaluate((name) => {
          window.setTheme(name);
        }, theme);
        await page.locator(`[data-theme="${theme}"]`).waitFor();
        await page.waitForTimeout(300);
        expect([theme, await violations(page, ['color-contrast'])]).toEqual([theme, []]);
      }
    });
  });
}
