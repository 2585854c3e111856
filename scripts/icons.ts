import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';

// Draws the icons of the installed site from its favicon: `npm run icons`, whenever the favicon changes.
const at = (path: string) => fileURLToPath(new URL(`../site/public/${path}`, import.meta.url));
const mark = readFileSync(at('favicon.svg'), 'utf8');

/** How much of the icon the mark takes. A maskable one may be cut to a circle of 80 %, so its mark stays within. */
const icons = [
  { file: 'icon-192.png', size: 192, share: 0.84 },
  { file: 'icon-512.png', size: 512, share: 0.84 },
  { file: 'icon-maskable-512.png', size: 512, share: 0.56 },
  { file: 'apple-touch-icon.png', size: 180, share: 0.72 },
];

const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
mkdirSync(at('icons'), { recursive: true });
for (const { file, size, share } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:#faf9f6}svg{width:${share * 100}%}</style>${mark}`,
  );
  await page.screenshot({ path: at(`icons/${file}`) });
  await page.close();
}
await browser.close();
