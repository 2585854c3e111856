import { expect, type Page } from '@playwright/test';
import { words as en } from '../../site/lab/texts/compare/en.ts';
import { words as zhCn } from '../../site/lab/texts/compare/zh-cn.ts';
import type { Locale } from '../../site/locale.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

async function labOn(page: Page, locale: Locale): Promise<LabPage> {
  await page.goto(`/${locale}/ip-hash/`);
  const lab = new LabPage(page, locale);
  await lab.ready();
  return lab;
}

test('one line is put into the file, and the comparison says what it is worth', async ({ page }) => {
  const complaints = complaintsOf(page);
  const lab = await labOn(page, 'en');
  const pane = await lab.pane('compare');
  await expect(pane.getByRole('status')).toHaveText(en.sameFiles);

  await lab.type(GUIDE_CONF);
  const lost = pane.locator('tr[data-measure="loginsLost"] td');
  await expect(lost.nth(1)).toHaveText('0');
  const before = Number(await lost.nth(0).textContent());
  expect(before).toBeGreaterThan(0);
  await expect(pane.getByRole('status')).toHaveText(`Logins lost: ${before} → 0`);

  const effects = pane.getByRole('region', { name: en.effects.title });
  await expect(effects.getByRole('listitem').first()).toContainText('ip_hash;');
  await expect(effects).toContainText(`${en.effects.alone}: logins lost ${before} → 0`);

  const list = pane.getByRole('region', { name: en.changed.list });
  await list.getByRole('button').first().click();
  const story = pane.getByRole('region', { name: /on both sides/ });
  await expect(story).toBeFocused();
  await expect(story).toContainText('by round robin');
  await expect(story).toContainText('by ip_hash');
  expect(await violationsOf(page)).toEqual([]);
  // The lab itself was left alone.
  const transcript = await lab.pane('transcript');
  await expect(transcript).toContainText('tomcat1');
  await expect(transcript).not.toContainText('by ip_hash');
  expect(complaints).toEqual([]);
});

test('on a phone and by keyboard: a file that nginx refuses, a fault, and what one did oneself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await labOn(page, 'zh-cn');
  const pane = await lab.pane('compare');
  await lab.type('events {}\nhttp { upstrem b {} }\n');
  await expect(pane).toContainText(zhCn.startsNot('b', 'nginx'));
  await expect(pane).toContainText('unknown directive "upstrem"');

  await lab.type(GUIDE_CONF);
  await pane.getByLabel(zhCn.fault).selectOption({ label: zhCn.faults.crash('tomcat1') });
  await expect(pane.locator('tr[data-measure="retries"] td').first()).not.toHaveText('0');
  expect(await overflowOf(page)).toBe(0);

  const traffic = pane.getByLabel(zhCn.traffic);
  await traffic.selectOption('own');
  await expect(pane.getByRole('status')).toHaveText(zhCn.ownEmpty);
  await lab.press('A', 'login');
  await lab.hurry();
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const again = pane.getByRole('button', { name: zhCn.again });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(pane.locator('tr[data-measure="sessionsCreated"] td').first()).toHaveText('1');
});
