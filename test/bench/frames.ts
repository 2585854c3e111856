import { existsSync } from 'node:fs';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import { en } from '../../site/lab/texts/en.ts';
import { words } from '../../site/lab/texts/traffic/en.ts';
import type { Figure } from './bench.ts';

/** Visitors of whom each sends his next request as soon as he may: so many requests are on their way. */
const VISITORS = 500;
/** Real seconds that are measured, after as many in which the traffic gets going. */
const SECONDS = 5;

/**
 * What a frame of a busy lab costs the page's main thread, as Chromium counts it: scripts, style and layout. Painting
 * is another matter: where there is no graphics card, it is done by the processor. Needs the built site and a Chromium.
 */
export async function frames(): Promise<Figure[]> {
  if (!existsSync(new URL('../../dist/', import.meta.url))) throw new Error('npm run build first');
  const server = await serve();
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(new URL('en/failover/', server.address).href);
    await letThemCome(page);
    await page.waitForTimeout(SECONDS * 1000);
    const waiting = Number(await page.locator('.crowd .counts dd').last().textContent());
    const devtools = await page.context().newCDPSession(page);
    // In the thread's own time: what neighbours on the machine take does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = await spent(devtools, () => framesOf(page));
    await page.locator('.lab').evaluate((lab) => {
      // Everything stays as it is, but nobody sees it.
      lab.style.cssText = 'position: absolute; inset-block-start: 300vh';
      scrollTo(0, 0);
    });
    await page.waitForTimeout(500);
    const unseen = await spent(devtools, () => page.waitForTimeout(SECONDS * 1000).then(() => SECONDS));
    return figuresOf(waiting, busy, unseen);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function letThemCome(page: Page): Promise<void> {
  const lab = page.getByRole('region', { name: en.lab, exact: true });
  await lab.scrollIntoViewIfNeeded();
  await page.locator('astro-island:not([ssr])').first().waitFor();
  await lab.getByRole('button', { name: en.tools.traffic }).click();
  const tool = lab.getByRole('region', { name: en.tools.traffic });
  await tool.getByText(words.own).click();
  await tool.getByRole('spinbutton', { name: words.who.size }).fill(String(VISITORS));
  await tool.getByRole('button', { name: words.what.rhythms.busy }).click();
  await tool.getByRole('spinbutton', { name: words.what.every }).fill('2');
  await tool.getByRole('button', { name: words.start, exact: true }).click();
  await lab.getByRole('group', { name: en.stage }).scrollIntoViewIfNeeded();
}

/** Counts the frames of the time that is measured. */
const framesOf = (page: Page): Promise<number> =>
  page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let count = 0;
        const next = (now: number) => {
          if (now - start >= ms) return resolve(count);
          count++;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    SECONDS * 1000,
  );

/** Main-thread ms for each of what `work` counts. */
interface Spent {
  count: number;
  script: number;
  style: number;
  layout: number;
  task: number;
}

async function spent(devtools: CDPSession, work: () => Promise<number>): Promise<Spent> {
  const before = await metrics(devtools);
  const count = await work();
  const after = await metrics(devtools);
  const each = (name: string) => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / count;
  return {
    count,
    script: each('ScriptDuration'),
    style: each('RecalcStyleDuration'),
    layout: each('LayoutDuration'),
    task: each('TaskDuration'),
  };
}

async function metrics(devtools: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function figuresOf(waiting: number, busy: Spent, unseen: Spent): Figure[] {
  const figure = (name: string, value: number, unit: string, budget?: Figure['budget']): Figure => ({
    name,
    value,
    unit,
    budget,
  });
  return [
    figure('visitors who wait for an answer', waiting, 'visitors'),
    figure('frames drawn', busy.count / SECONDS, 'a second'),
    figure('a frame: scripts', busy.script, 'ms'),
    figure('a frame: style', busy.style, 'ms'),
    figure('a frame: layout', busy.layout, 'ms'),
    figure('a frame: scripts, style and layout', busy.script + busy.style + busy.layout, 'ms', { atMost: 8 }),
    figure('a frame: the whole main thread, painting included', busy.task, 'ms'),
    figure('scripts while the lab is off the screen', unseen.script, 'ms a second', { atMost: 5 }),
  ];
}
