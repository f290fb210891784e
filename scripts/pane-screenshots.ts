import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../src/locales/language';
import { paneTexts } from '../src/locales/pane-texts';
import type { PaneTheme } from '../src/taskpane/pane-theme';
import { launchChromium } from '../test/standin/browser';
import { buildPanePage, openPaneWindow } from '../test/taskpane/page/page-server';
import { SCREENS, openPane } from '../test/taskpane/page/screens';

/*
 * Pictures of every screen of the pane in both languages and three themes, at the narrowest width of
 * a pane and at a comfortable one: npm run screenshots [PART OF A SCREEN'S NAME]
 */

const FOLDER = path.join('out', 'screenshots');
const THEMES: readonly PaneTheme[] = ['light', 'dark', 'high-contrast'];
const WIDTHS = [320, 420] as const;
const HEIGHT = 760;

async function main(): Promise<void> {
  const [part = ''] = process.argv.slice(2);
  const page = await buildPanePage();
  const browser = await launchChromium();
  if (part === '') rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  let count = 0;
  const troubles: string[] = [];
  for (const width of WIDTHS) {
    const window = await openPaneWindow(browser, page, { width, height: HEIGHT });
    for (const screen of SCREENS.filter(({ name }) => name.includes(part))) {
      for (const language of LANGUAGES) {
        for (const theme of THEMES) {
          const name = `${screen.name}.${language}.${theme}.${width}`;
          try {
            await openPane(window.page, screen.query, language, theme);
            await screen.reach(window.page, paneTexts(language));
            await window.page.waitForTimeout(250);
          } catch (error) {
            troubles.push(`${name}: ${String(error).split('\n')[0] ?? ''}`);
          }
          await window.page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
          count += 1;
        }
      }
    }
    troubles.push(...window.complaints, ...window.foreignRequests);
    await window.context.close();
  }
  await browser.close();
  console.log(`${count} pictures in ${FOLDER}`);
  for (const trouble of new Set(troubles)) console.log(trouble);
  process.exitCode = troubles.length === 0 ? 0 : 1;
}

void main();
