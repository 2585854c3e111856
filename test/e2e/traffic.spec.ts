import { expect } from '@playwright/test';
import { words as en } from '../../site/lab/texts/traffic/en.ts';
import { words as zhCn } from '../../site/lab/texts/traffic/zh-cn.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

test('a class behind one router goes to one server, a class from everywhere to both', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/en/failover/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.root.getByRole('button', { name: lab.t.tools.traffic }).click();
  const tool = lab.root.getByRole('region', { name: lab.t.tools.traffic });
  const share = (server: string) => tool.getByRole('row', { name: server }).getByRole('cell').last();

  await tool.getByRole('button', { name: en.presets.names.nat }).click();
  const crowd = lab.root.getByRole('article', { name: '120 visitors' });
  await expect(crowd).toContainText('203.0.113.7');
  await expect(
    share('tomcat1')
      .or(share('tomcat2'))
      .filter({ hasText: /^100 %$/ }),
  ).toBeVisible();
  await expect(crowd.locator('.in dd')).toHaveText('120');

  await tool.getByRole('button', { name: en.presets.names.spread }).click();
  await expect(crowd).toContainText('more networks');
  for (const server of ['tomcat1', 'tomcat2'])
    await expect(async () =>
      expect(Number.parseFloat((await share(server).textContent()) ?? '')).toBeGreaterThan(5),
    ).toPass();

  await crowd.getByLabel(en.crowd.number).fill('17');
  await crowd.getByRole('button', { name: en.crowd.show }).click();
  await expect(lab.visitor('s17')).toContainText('198.1');
  await tool.getByRole('button', { name: en.stop, exact: true }).click();
  await expect(tool.getByRole('status')).toHaveText(en.stopped);
  await tool.getByText(en.counts.table).click();
  await crowd.getByText(en.crowd.table).click();
  await expect(crowd.getByRole('row')).toHaveCount(121);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('on a phone, by keyboard: one of our visitors refuses cookies, and thirty more come without', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/zh-cn/failover/');
  const lab = new LabPage(page, 'zh-cn');
  await lab.ready();
  await lab.root.getByRole('button', { name: lab.t.tools.traffic }).press('Enter');
  const tool = lab.root.getByRole('region', { name: lab.t.tools.traffic });
  await tool.getByText(zhCn.own).press('Enter');
  await tool.getByRole('checkbox', { name: zhCn.ours.cookies('A'), exact: true }).press('Space');
  await expect(lab.visitor('A')).toContainText(lab.t.visitor.refusesCookies);
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await expect(lab.visitor('A')).not.toContainText('JSESSIONID=');
  await tool.getByRole('spinbutton', { name: zhCn.who.size }).fill('30');
  await page.keyboard.press('Enter');
  await tool.getByRole('checkbox', { name: zhCn.who.cookies, exact: true }).press('Space');
  await tool.getByRole('button', { name: zhCn.start, exact: true }).press('Enter');
  const crowd = lab.root.getByRole('article', { name: '30 位访客' });
  await expect(crowd).toContainText(zhCn.crowd.noCookies);
  await expect(tool.getByRole('status')).toContainText('正在跑');

  const ahead = tool.getByRole('region', { name: zhCn.ahead.label });
  await ahead.getByRole('button', { name: zhCn.ahead.begin(10) }).press('Enter');
  await expect(ahead.getByText('32 位访客')).toBeVisible();
  const shares = ['tomcat1', 'tomcat2'].map((server) =>
    ahead.getByRole('row', { name: server }).getByRole('cell').last(),
  );
  for (const share of shares) await expect(share).toHaveText(/^\d+(\.\d)? %$/);
  await expect(ahead.locator('.figures dd').first()).toHaveText(/^\d{4}$/);
  expect(await overflowOf(page)).toBe(0);
});
