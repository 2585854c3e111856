import { expect, type Locator } from '@playwright/test';
import { words as en } from '../../site/lab/texts/faults/en.ts';
import type { FaultWords } from '../../site/lab/texts/faults/words.ts';
import { words as zhCn } from '../../site/lab/texts/faults/zh-cn.ts';
import { sentenceOf } from '../../site/lab/texts/texts.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

/** Opens the tool; returns how to come to one of its kinds of faults. */
async function faultsOf(
  lab: LabPage,
  words: FaultWords,
): Promise<(kind: 'links' | 'strike' | 'memory' | 'time') => Promise<Locator>> {
  await lab.root.getByRole('button', { name: lab.t.tools.faults, exact: true }).click();
  const tool = lab.root.getByRole('region', { name: lab.t.tools.faults, exact: true });
  return async (kind) => {
    await tool.getByRole('tab', { name: words[kind].title, exact: true }).click();
    return tool.getByRole('tabpanel', { name: words[kind].title, exact: true });
  };
}

test('a line is cut: the request waits for nginx’s timeout and goes to the other Tomcat; mended, it is as before', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/en/failover/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const server = await lab.serverOf('A');

  const open = await faultsOf(lab, en);
  const links = await open('links');
  await links.getByRole('combobox', { name: en.links.link, exact: true }).selectOption(`nginx>${server}`);
  await links.getByRole('button', { name: en.links.cut, exact: true }).click();
  await expect(lab.root.locator('ul.broken li')).toHaveCount(2);
  await expect(lab.root.locator('.lines text.across')).toHaveText('✕');
  await expect(links).toContainText('iptables -D INPUT -p tcp --dport');

  // A minute of nginx's patience passes at once.
  await lab.press('A', 'who');
  await lab.root.getByRole('slider', { name: lab.t.time.speed }).fill('2');
  await lab.sees('A', { kind: 'stranger', items: undefined }, 'lost');
  const transcript = await lab.pane('transcript');
  await expect(transcript).toContainText(
    sentenceOf(lab.t, { kind: 'dropped', at: 0, host: 'nginx', to: '127.0.0.1:8080', type: 'syn' }) ?? '?',
  );

  const active = lab.root.getByRole('region', { name: en.active.title, exact: true });
  await active.getByRole('button', { name: 'Mend', exact: true }).click();
  await expect(active).toContainText(en.active.none);
  await expect(lab.root.locator('ul.broken')).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('Redis is full: what is put into the cart is answered with 200 and lost', async ({ page }) => {
  await page.goto('/en/inside-redis/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const open = await faultsOf(lab, en);
  await (await open('memory')).getByRole('button', { name: en.memory.fill, exact: true }).click();
  await expect(lab.root.getByRole('region', { name: en.active.title, exact: true })).toContainText('noeviction');
  const cart = lab.visitor('A').getByRole('button', { name: lab.t.visitor.cart, exact: true });
  await cart.click();
  await expect(lab.visitor('A').locator('.window')).toContainText('count=1');
  await lab.press('A', 'who');
  await lab.sees('A', { kind: 'known', user: 'zhang', items: undefined });
  await cart.click();
  await expect(lab.visitor('A').locator('.window')).toContainText('count=1');
  await expect(await lab.pane('transcript')).toContainText('OOM');
});

test('on a phone: a Tomcat dies while it answers, and the other one answers instead', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/zh-cn/failover/');
  const lab = new LabPage(page, 'zh-cn');
  await lab.ready();
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const server = await lab.serverOf('A');
  const strike = await (await faultsOf(lab, zhCn))('strike');
  await strike.getByRole('combobox', { name: zhCn.strike.host, exact: true }).selectOption(server);
  await strike.getByRole('button', { name: zhCn.strike.arm, exact: true }).click();
  await expect(strike.getByRole('button', { name: zhCn.strike.armed, exact: true })).toBeVisible();
  await lab.press('A', 'who');
  await lab.sees('A', { kind: 'stranger', items: undefined }, 'lost');
  await expect(lab.server(server).locator('.state').first()).toHaveText(lab.t.tomcat.states['crashed'] ?? '?');
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
});
