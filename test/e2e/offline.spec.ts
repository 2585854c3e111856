import { type Browser, expect, type Page } from '@playwright/test';
import { words as en } from '../../site/offline/texts/en.ts';
import { text } from '../../site/text/text.ts';
import { serveUnder } from './folder-server.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { test, violationsOf } from './support.ts';

const folder = '/course/';

/** All of the site is fetched in the background. */
test.describe.configure({ timeout: 300_000 });

test('after one visit all of it works without a network: labs, editor, search, both languages', async ({ browser }) => {
  const { address, stop } = await serveUnder(folder);
  const page = await visitor(browser);
  await page.goto(`${address}en/one-tomcat/`);
  await whole(page);
  await expect(page.getByText(en.mark, { exact: true })).toBeVisible();
  await stop();

  await page.reload();
  // Lessons that nobody has been to.
  for (const id of ['restart', 'two-tomcats']) {
    await page.locator('.turn a').last().click();
    await expect(page).toHaveURL(`${address}en/${id}/`);
  }
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.type(GUIDE_CONF);
  await lab.reload();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await lab.light.click();
  await expect(lab.root.locator('[data-editor="full"]')).toBeVisible({ timeout: 100_000 });

  await page.locator('a[data-language="zh-cn"]').click();
  await expect(page).toHaveURL(`${address}zh-cn/two-tomcats/`);
  await page.getByRole('button', { name: '搜索', exact: true }).click();
  await page.getByRole('searchbox').fill('教程');
  await page.getByRole('dialog').getByRole('link', { name: '关于这门课' }).click();
  await expect(page).toHaveURL(new RegExp(`^${address}zh-cn/about/`));
  await page.goto(`${address}zh-cn/nothing/here/`);
  await expect(page.getByRole('heading', { name: text['zh-cn'].notFound.title })).toBeVisible();
  await page.context().close();
});

test('a newer version is announced and comes when it is wanted; what was written stays', async ({ browser }) => {
  let newer = false;
  const lesson = 'en/two-tomcats/index.html';
  const { address, stop } = await serveUnder(folder, (path, body) => {
    if (!newer || (path !== 'sw.js' && path !== lesson)) return body;
    const now = body.toString().replace('<title>', '<title>Newer: ');
    return Buffer.from(now.replace(`"${lesson}":["`, `"${lesson}":["n`).replace('{"version":"', '{"version":"n'));
  });
  const page = await visitor(browser);
  await page.goto(`${address}en/two-tomcats/`);
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.type(`${GUIDE_CONF}# mine`);
  await whole(page);

  newer = true;
  await page.reload();
  const notice = page.locator('.newer');
  await expect(notice).toContainText(en.newer.said, { timeout: 60_000 });
  await expect(page).toHaveTitle(/^(?!Newer)/);
  expect(await violationsOf(page)).toEqual([]);
  await notice.getByRole('button', { name: en.newer.take, exact: true }).click();
  await expect(page).toHaveTitle(/^Newer/);
  await lab.ready();
  await expect(lab.light).toHaveValue(/# mine/);
  await whole(page);
  await stop();
  await page.context().close();
});

test('on a metered line only what is opened is kept, until somebody asks for all; and it can be removed', async ({
  browser,
}) => {
  const { address, stop } = await serveUnder(folder);
  const page = await visitor(browser);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${address}en/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.locator('.progress-tools summary').click();
  const tools = page.locator('.progress-tools');
  await expect(tools).toContainText('Kept so far');
  await expect(page.getByText(en.mark, { exact: true })).toBeHidden();
  expect(await violationsOf(page)).toEqual([]);

  await tools.getByRole('button', { name: en.keep, exact: true }).click();
  await expect(tools).toContainText('the whole course occupies', { timeout: 120_000 });
  await tools.getByRole('button', { name: en.remove, exact: true }).click();
  await expect(tools).toContainText(en.absent);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await stop();
  await expect(page.goto(`${address}en/about/`)).rejects.toThrow();
  await page.context().close();
});

const visitor = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ serviceWorkers: 'allow', reducedMotion: 'reduce' })).newPage();

/** Waits until the page says that everything is kept. */
const whole = (page: Page): Promise<void> =>
  expect(page.locator('.offline[data-whole]')).toBeAttached({ timeout: 120_000 });
