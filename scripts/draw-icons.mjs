// Draws assets/icons/NAME-SIZE.png from assets/NAME.svg with Chromium (CHROMIUM names another one).
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { chromium } from 'playwright-core';

const assets = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'assets');

/** Ribbon sizes; the add-in's own icon also comes as the 128 px of the add-in store and help page. */
const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const DRAWINGS = {
  icon: [...RIBBON_SIZES, 128],
  pane: RIBBON_SIZES,
  check: RIBBON_SIZES,
  summary: RIBBON_SIZES,
  clear: RIBBON_SIZES,
  help: RIBBON_SIZES,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--force-color-profile=srgb'],
});
try {
  await mkdir(path.join(assets, 'icons'), { recursive: true });
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(DRAWINGS)) {
    const drawing = await readFile(path.join(assets, `${name}.svg`), 'utf8');
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
      );
      await page.screenshot({
        path: path.join(assets, 'icons', `${name}-${size}.png`),
        omitBackground: true,
      });
    }
  }
} finally {
  await browser.close();
}
