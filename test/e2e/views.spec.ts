import { expect, type Page } from '@playwright/test';
import { words as spaceTimeEn } from '../../site/lab/texts/space-time/en.ts';
import { words as spaceTimeZh } from '../../site/lab/texts/space-time/zh-cn.ts';
import { words as stepsEn } from '../../site/lab/texts/steps/en.ts';
import { words as transcriptEn } from '../../site/lab/texts/transcript/en.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

/** A lab that has been paused after the first visitor's login came back. */
async function loggedIn(page: Page, path: string, locale: 'en' | 'zh-cn'): Promise<LabPage> {
  await page.goto(path);
  const lab = new LabPage(page, locale);
  await lab.ready();
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await lab.root.getByRole('button', { name: lab.t.time.pause, exact: true }).click();
  return lab;
}

test('a login as a space-time diagram: walked by keyboard, each event explained, from there to its request', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const lab = await loggedIn(page, '/en/failover/', 'en');
  await lab.root.getByRole('button', { name: lab.t.stageViews['space-time'], exact: true }).click();
  const diagram = lab.root.getByRole('group', { name: spaceTimeEn.label });
  const event = (name: RegExp) => diagram.getByRole('button', { name });
  await expect(event(/nginx → tomcat[12], request: GET \/login/)).toHaveCount(1);

  await diagram.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await expect(event(/^A → nginx, request: GET \/login/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(event(/^nginx → tomcat[12]/)).toBeFocused();
  const explained = lab.root.getByRole('region', { name: spaceTimeEn.explained });
  await expect(explained).toContainText(/creates session/);
  expect(await violationsOf(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(lab.root.getByRole('region', { name: /^A1: GET \/login/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on a phone the diagram scrolls in its own box, below the names of its lines', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await loggedIn(page, '/zh-cn/failover/', 'zh-cn');
  await lab.root.getByRole('button', { name: lab.t.stageViews['space-time'], exact: true }).click();
  await expect(lab.root.getByRole('group', { name: spaceTimeZh.label })).toBeVisible();
  const box = lab.root.locator('.box');
  await expect.poll(() => box.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
  await box.evaluate((one) => one.scrollTo(80, 60));
  const top = (part: string) => lab.root.locator(part).evaluate((one) => one.getBoundingClientRect().top);
  expect(Math.abs((await top('.heads')) - (await top('.box')))).toBeLessThan(3);
  expect(await overflowOf(page)).toBe(0);
  // The choice is remembered.
  await page.goto('/zh-cn/two-tomcats/');
  await lab.ready();
  await expect(page.locator('.switch [aria-pressed="true"]')).toHaveText(lab.t.stageViews['space-time']);
});

test('the transcript is filtered; a program’s state leads to its chart; who wants no motion reads steps', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await loggedIn(page, '/en/failover/', 'en');
  const steps = lab.root.getByRole('table', { name: stepsEn.title });
  await expect(steps.getByRole('row', { name: /tomcat[12] → nginx.*200/ })).toHaveCount(1);
  await expect(steps.getByRole('row', { name: /nginx → tomcat[12].*creates session/ })).toHaveCount(1);

  const transcript = await lab.pane('transcript');
  await expect(transcript).toContainText('ip_hash');
  await transcript.getByLabel(transcriptEn.events).check();
  await expect(transcript).not.toContainText('finds the place');
  await expect(transcript).toContainText('is now logged in as zhang');
  await transcript.getByLabel(transcriptEn.who).selectOption('nginx');
  await expect(transcript).toContainText('starts nginx');
  await expect(transcript).not.toContainText('zhang');

  const dying = await lab.serverOf('A');
  await lab.server(dying).getByRole('button', { name: lab.t.tomcat.kill }).click();
  await lab
    .server(dying)
    .getByRole('button', { name: lab.t.tomcat.states['crashed'] ?? '' })
    .click();
  const states = lab.root.getByRole('tabpanel', { name: lab.t.panes.states });
  await expect(states).toContainText(`${dying}: “${lab.t.tomcat.states['crashed']}”.`);
  expect(await violationsOf(page)).toEqual([]);
});
