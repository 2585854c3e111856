import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, type Page } from '@playwright/test';

/**
 * The test of every spec here: whatever else it is about, it fails when a page does what its content security policy
 * forbids, in any window that it opens. Who breaks it on purpose finds that in `broken`, and takes it out.
 */
export const test = base.extend<{ broken: string[] }>({
  broken: [
    async ({ browser }, use) => {
      const broken: string[] = [];
      const watch = (context: BrowserContext) => watchPolicy(context, broken);
      browser.on('context', watch);
      await use(broken);
      browser.off('context', watch);
      if (broken.length > 0) throw new Error(`against the content security policy:\n${broken.join('\n')}`);
    },
    { auto: true },
  ],
});

/** The browser's own words begin differently from version to version; the page's event is the same everywhere. */
function watchPolicy(context: BrowserContext, broken: string[]): void {
  const mark = 'against the policy: ';
  void context.addInitScript((said) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      // Pages of others, which hold the site's frames here, have policies of their own.
      if (document.querySelector('meta[http-equiv="content-security-policy"]'))
        console.debug(said + [effectiveDirective, blockedURI, sourceFile, sample].join(' '));
    });
  }, mark);
  context.on('console', (message) => {
    if (message.text().startsWith(mark)) broken.push(`${message.page()?.url()} ${message.text().slice(mark.length)}`);
  });
}

/** The ways a page is looked at. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `${colorScheme}, wide`, colorScheme, viewport: { width: 1440, height: 900 } },
  { name: `${colorScheme}, narrow`, colorScheme, viewport: { width: 390, height: 844 } },
]);

/** What Playwright says itself when a test goes without the service worker. */
const blocked = /^Service Worker registration blocked by Playwright$/;

/** Collects what the browser complains about from now on; violations of the content policy are among it. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !blocked.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** axe itself: its builder for Playwright takes ten times as long, for frames that no page here has. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds on the page once it has come to rest, one line per element. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await look(page);
  if (found.length === 0) return found;
  // On a busy machine a page may have been met on its way from one theme to another: only what stays counts.
  await page.waitForTimeout(1000);
  return look(page);
}

const look = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // Colours on their way to another theme would be measured halfway.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { axe } = globalThis as unknown as { axe: Pick<typeof import('axe-core'), 'run'> };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  });

/** How many pixels of the page lie beyond the right edge. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
