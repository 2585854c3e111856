import { expect } from '@playwright/test';
import { words as share } from '../../site/lab/texts/share/zh-cn.ts';
import { text } from '../../site/text/text.ts';
import { serveUnder } from './folder-server.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { complaintsOf, test } from './support.ts';

const folder = '/some/deep/folder/';

test('the built site is the same in any folder: its door, a lab, the editor, the search, links, both languages', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const { address, stop } = await serveUnder(folder);
  const complaints = complaintsOf(page);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) outside.push(request.url());
  });

  await page.goto(address);
  await page.getByRole('link', { name: /English/ }).click();
  await page.getByRole('link', { name: text.en.hero.start }).click();
  await expect(page).toHaveURL(`${address}en/one-tomcat/`);
  for (const id of ['restart', 'two-tomcats']) {
    await page.locator('.turn a').last().click();
    await expect(page).toHaveURL(`${address}en/${id}/`);
  }
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.type(GUIDE_CONF);
  await lab.reload();
  await expect(lab.fate).toHaveText(lab.t.files.inUse);
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await lab.light.click();
  await expect(lab.root.locator('[data-editor="full"]')).toBeVisible({ timeout: 100_000 });
  await expect(lab.root.locator('.monaco-editor')).toHaveCSS('position', 'relative');
  await page.locator('#_top').click();

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').fill('guide');
  await page.getByRole('dialog').getByRole('link', { name: 'About this course' }).click();
  await expect(page).toHaveURL(new RegExp(`^${address}en/about/`));
  await page.locator('a[data-language="zh-cn"]').click();
  await expect(page).toHaveURL(`${address}zh-cn/about/`);

  await page.goto(`${address}zh-cn/ip-hash#v=1&lab=ip-hash&a=V:A/whoami@0&end=4000`);
  await expect(page).toHaveURL(new RegExp(`^${address}zh-cn/ip-hash/(#|$)`));
  await expect(page.getByRole('region', { name: share.banner.label, exact: true })).toContainText('0:04.0');

  expect(complaints).toEqual([]);
  await page.goto(`${address}zh-cn/nothing/here/`);
  await page.getByRole('link', { name: text['zh-cn'].notFound.home }).click();
  await expect(page).toHaveURL(`${address}zh-cn/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(outside).toEqual([]);
  await stop();
});

test('opened straight from the disk, a page says that it needs a server, and how to start one', async ({ page }) => {
  const at = (path: string) => new URL(`../../dist/${path}`, import.meta.url).href;
  await page.goto(at('zh-cn/about/index.html'));
  await expect(page.getByRole('alert')).toContainText('python3 -m http.server');
  await expect(page.getByRole('alert').locator('p')).toHaveAttribute('lang', 'zh-CN');
  await page.goto(at('index.html'));
  await expect(page.getByRole('alert').locator('p')).toHaveCount(2);
});
