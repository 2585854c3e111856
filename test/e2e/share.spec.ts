import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { words as en } from '../../site/lab/texts/share/en.ts';
import type { ShareWords } from '../../site/lab/texts/share/words.ts';
import { words as zhCn } from '../../site/lab/texts/share/zh-cn.ts';
import type { Locale } from '../../site/locale.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { overflowOf, test, violationsOf } from './support.ts';

test('a crash is shared as a link and found again in the other language; as a file as well', async ({
  page,
  browser,
}) => {
  const lab = await labOn(page, 'en', '/en/two-tomcats/');
  await lab.type(GUIDE_CONF);
  await lab.reload();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const dead = await lab.serverOf('A');
  await lab.server(dead).getByRole('button', { name: lab.t.tomcat.kill }).click();
  await lab.press('A', 'who');
  await lab.sees('A', { kind: 'stranger', items: undefined }, 'lost');
  await lab.type(`${GUIDE_CONF}# not saved`);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const tool = await share(lab);
  await tool.getByRole('button', { name: en.copy }).click();
  await expect(tool.getByRole('status')).toHaveText(en.copied);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`K:${dead}@`);
  expect(link).toContain('V:A/login?user=zhang@');
  const cookie = await cookieOf(lab);
  expect(await violationsOf(page)).toEqual([]);

  const there = await visit(browser, link.replace('/en/', '/zh-cn/'));
  const again = new LabPage(there, 'zh-cn');
  await expect(banner(there, zhCn)).toContainText(/0:\d\d\.\d/);
  await expect(again.server(dead).getByRole('button', { name: again.t.tomcat.kill })).toBeDisabled();
  await again.sees('A', { kind: 'stranger', items: undefined }, 'lost');
  expect(await cookieOf(again)).toBe(cookie);
  await expect(again.light).toHaveValue(`${GUIDE_CONF}# not saved`);
  await expect(banner(there, zhCn)).not.toContainText(zhCn.banner.differs);
  expect(await violationsOf(there)).toEqual([]);
  // To the other language with everything, and back to the lab that was here before.
  await there.locator('a[data-language="en"]').click();
  await expect(banner(there, en)).toContainText(/0:\d\d\.\d/);
  await banner(there, en).getByRole('button', { name: en.banner.back }).click();
  await expect(new LabPage(there, 'en').light).not.toHaveValue(/not saved/);

  await there.context().close();
});

test('a lab is saved as a file and opened again; what somebody has broken in it is named', async ({ page }, info) => {
  const lab = await labOn(page, 'en', '/en/two-tomcats/#v=1&lab=two-tomcats&a=V:A/whoami@0,K:tomcat1@3000&end=4000');
  await expect(banner(page, en)).toContainText('0:04.0');
  const tool = await share(lab);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tool.getByRole('button', { name: en.save }).click(),
  ]);
  const file = info.outputPath('lab.json');
  await download.saveAs(file);
  writeFileSync(file, readFileSync(file, 'utf8').replace('K:tomcat1', 'K:tomcat9'));
  await tool.locator('input[type=file]').setInputFiles(file);
  await expect(banner(page, en)).toContainText('K:tomcat9@3000');
  await expect(banner(page, en)).toContainText(en.banner.differs);
});

test('a damaged link says which parts are wrong, takes the rest, and own work is only replaced when that is wanted: on a phone, by keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await labOn(page, 'zh-cn', '/zh-cn/two-tomcats/');
  await lab.type('# 我的\n');
  const bad = `f=nginx/nginx.conf:${encodeURIComponent(GUIDE_CONF)}&a=V:A/whoami@0,X:tomcat7@5,K:tomcat1@1000&end=3000&h=nothing&x=%3Cb%3E`;
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `v=1&lab=two-tomcats&${bad}`);
  const told = banner(page, zhCn);
  await expect(told).toContainText(zhCn.banner.asks);
  await expect(told.locator('code')).toHaveText(['X:tomcat7@5', 'x=%3Cb%3E']);
  await expect(told).toContainText(zhCn.problems['unknown-host']);
  await expect(lab.light).toHaveValue('# 我的\n');

  await told.getByRole('button', { name: zhCn.banner.show }).focus();
  await page.keyboard.press('Enter');
  await expect(lab.light).toHaveValue(GUIDE_CONF);
  await expect(told).toContainText(zhCn.banner.differs);
  expect(await overflowOf(page)).toBe(0);
  await told.getByRole('button', { name: zhCn.banner.keep }).click();
  await expect.poll(() => drafts(page)).toContain('ip_hash');
  await told.getByRole('button', { name: zhCn.banner.undo }).click();
  await expect(lab.light).toHaveValue('# 我的\n');
  await expect.poll(() => drafts(page)).not.toContain('ip_hash');
  const tool = await share(lab);
  await tool.getByLabel(zhCn.filesOnly).check();
  await expect(tool.getByLabel(zhCn.link)).toHaveValue(/f=nginx\/nginx\.conf:%23%20%E6%88%91%E7%9A%84%0A$/);
  expect(await overflowOf(page)).toBe(0);
});

async function labOn(page: Page, locale: Locale, path: string): Promise<LabPage> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  const lab = new LabPage(page, locale);
  await lab.ready();
  await lab.hurry();
  return lab;
}

async function visit(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(address);
  return page;
}

async function share(lab: LabPage) {
  await lab.root.getByRole('toolbar').getByRole('button', { name: lab.t.tools.share }).click();
  const tool = lab.root.getByRole('region', { name: lab.t.tools.share });
  await expect(tool.getByRole('textbox')).toHaveValue(/#v=1/);
  return tool;
}

const banner = (page: Page, { banner }: ShareWords) => page.getByRole('region', { name: banner.label, exact: true });

/** The id of visitor A's session, in whole. */
const cookieOf = (lab: LabPage) => lab.visitor('A').locator('.tag').first().getAttribute('title');

const drafts = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));
