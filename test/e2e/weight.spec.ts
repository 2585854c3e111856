import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { bytesBeforeIntent, LESSON_BUDGET } from '../bench/pages.ts';
import { test } from './support.ts';

/** What a page with a lab may load before there is any sign of a human (KB, gzipped): nothing of the lab itself. */
const ASLEEP_BUDGET = 8;

const dist = new URL('../../dist/', import.meta.url);

for (const path of ['en/ip-hash/', 'zh-cn/failover/', 'zh-cn/', 'en/playground/']) {
  test(`/${path} loads what the bench says before anybody touches it, within the budget`, async ({ page }) => {
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (/\.m?js$/.test(new URL(response.url()).pathname)) scripts.push(response.body());
    });
    const weight = async () =>
      (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
    await page.goto(`/${path}`, { waitUntil: 'networkidle' });
    expect(await weight()).toBeLessThanOrEqual(ASLEEP_BUDGET);
    // A lab above the fold comes to life at the first sign of a human.
    await page.mouse.move(1, 1);
    await expect(page.locator('astro-island:not([ssr])')).toHaveCount(1);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await page.waitForLoadState('networkidle');
    const loaded = await weight();
    expect(loaded).toBeLessThanOrEqual(LESSON_BUDGET);
    expect(loaded).toBeCloseTo(bytesBeforeIntent(readFileSync(new URL(`${path}index.html`, dist), 'utf8')).value, 0);
    expect(page.workers()).toEqual([]);
  });
}
