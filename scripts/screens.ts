import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';
import { serve } from './serve.ts';

// Takes pictures of the built site's pages: `npm run screens -- /en/ /zh-cn/ip-hash/`. Both themes, wide and
// narrow, the whole page with `--full`; they land in test-results/screens.
const folder = 'test-results/screens';
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const words = process.argv.slice(2);
const pages = words.filter((word) => word.startsWith('/'));

const server = await serve();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    for (const path of pages.length ? pages : ['/', '/en/', '/zh-cn/']) {
      await page.goto(new URL(path, server.address).href, { waitUntil: 'networkidle' });
      const name = path.replaceAll('/', '_').replace(/^_|_$/g, '') || 'index';
      await page.screenshot({
        path: `${folder}/${name}.${colorScheme}.${size}.png`,
        fullPage: words.includes('--full'),
      });
    }
    await page.close();
  }
}
await browser.close();
await server.stop();
console.log(`Pictures are in ${folder}/`);
