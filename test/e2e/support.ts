import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The ways a page is looked at. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `${colorScheme}, wide`, colorScheme, viewport: { width: 1440, height: 900 } },
  { name: `${colorScheme}, narrow`, colorScheme, viewport: { width: 390, height: 844 } },
]);

/** Collects what the browser complains about from now on; violations of the content policy are among it. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** What axe finds on the page as it stands, one line per element. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

/** How many pixels of the page lie beyond the right edge. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
