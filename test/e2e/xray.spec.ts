import { expect, type Locator } from '@playwright/test';
import { words as why } from '../../site/lab/texts/why/en.ts';
import { words as en } from '../../site/lab/texts/xray/en.ts';
import { words as zhCn } from '../../site/lab/texts/xray/zh-cn.ts';
import { LabPage } from './lab-page.ts';
import { overflowOf, test, violationsOf } from './support.ts';

/** A row of the table of places, by its name. */
const row = (pane: Locator, name: string | RegExp) =>
  pane.getByRole('row').filter({ has: pane.page().getByRole('rowheader', { name }) });

test('X looks through the session of the visitor in focus, and its life leads back', async ({ page }) => {
  await page.goto('/en/failover/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.visitor('A').getByRole('button', { name: lab.t.visitor.login, exact: true }).focus();
  await page.keyboard.press('Enter');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await page.keyboard.press('x');
  const pane = lab.root.getByRole('tabpanel', { name: lab.t.panes.xray, exact: true });
  await expect(row(pane, 'user')).toContainText('"zhang"');
  await expect(pane.locator('.verdict')).toHaveText(en.states.kept);
  const server = await lab.serverOf('A');
  await expect(pane.getByRole('columnheader', { name: `${en.kinds.heap} ${server}` })).toBeVisible();
  await lab.server(server).getByRole('button', { name: lab.t.tomcat.kill, exact: true }).click();
  await expect(pane.locator('.verdict')).toHaveText(en.states.orphan);
  await expect(row(pane, en.has)).toContainText(en.whys.crash);
  await pane.getByRole('button').filter({ hasText: en.marks.created }).first().focus();
  await page.keyboard.press('Enter');
  await expect(row(pane, en.has)).not.toContainText(en.whys.crash);
  await pane.getByRole('button', { name: en.visitor('B') }).focus();
  await page.keyboard.press('Enter');
  await expect(pane).toContainText(en.none('B'));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one session is followed through cookie, memory and Redis key', async ({ page }) => {
    await page.goto('/zh-cn/inside-redis/');
    const lab = new LabPage(page, 'zh-cn');
    await lab.ready();
    await lab.hurry();
    await lab.visitor('A').getByRole('button', { name: lab.t.visitor.login, exact: true }).tap();
    await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
    const pane = await lab.pane('xray');
    await expect(row(pane, 'user').getByRole('cell').last()).toHaveText('"zhang"');
    await expect(row(pane, zhCn.rows.left).getByRole('cell').last()).toContainText('分钟');
    await expect(row(pane, zhCn.has)).toContainText(zhCn.whys['in-redis']);
    await expect(pane.getByRole('list')).toContainText(zhCn.marks.saved);
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('a request opens, stay by stay, what was decided, and the line that says so', async ({ page }) => {
  await page.goto('/en/inside-redis/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const pane = await lab.pane('requests');
  const hops = pane.getByRole('list', { name: why.hops });
  await expect(hops).toContainText('/login calls getSession(true)');
  await expect(hops.getByRole('table')).toContainText(why.states.chosen);
  await expect(hops.locator('summary')).toContainText(['A', 'nginx', 'tomcat', 'redis']);
  await hops
    .getByRole('button', { name: /^conf\/context\.xml:\d+$/ })
    .first()
    .click();
  await expect(lab.root.getByRole('tab', { name: /^tomcat\d: context\.xml/, selected: true })).toBeVisible();
});
