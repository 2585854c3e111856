import { expect, type Page } from '@playwright/test';
import { words as en } from '../../site/lab/texts/time/en.ts';
import { words as zhCn } from '../../site/lab/texts/time/zh-cn.ts';
import type { Locale } from '../../site/locale.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

/** The timeline of a lesson's lab, whose time runs ten times as fast. */
async function opened(page: Page, locale: Locale, lesson: string) {
  await page.goto(`/${locale}/${lesson}/`);
  const lab = new LabPage(page, locale);
  await lab.ready();
  await lab.hurry();
  const words = locale === 'en' ? en : zhCn;
  const timeline = lab.root.getByRole('region', { name: words.label, exact: true });
  const slider = timeline.getByRole('slider', { name: words.slider, exact: true });
  const branches = timeline.getByRole('list', { name: words.branches, exact: true }).getByRole('listitem');
  const past = timeline.getByText(words.willFork);
  return { lab, words, timeline, slider, branches, past };
}

test('by keyboard: a session comes back with the past, acting there begins a branch, the old one stays, undo returns', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const { lab, words, slider, branches, past } = await opened(page, 'en', 'ip-hash');
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  const holder = await lab.serverOf('A');
  const states = lab.t.tomcat.states;
  await slider.focus();
  await page.keyboard.press(holder === 'tomcat1' ? '1' : '2');
  await expect(lab.server(holder)).toContainText(states['crashed'] ?? '');
  // A step back goes to what was before the moment shown: that has to lie after the crash.
  const crash = await slider.inputValue();
  await expect(slider).not.toHaveValue(crash);

  // Back to the crash, and a little farther: the session is there again.
  await page.keyboard.press('Shift+D');
  await page.keyboard.press('ArrowLeft');
  await expect(past).toBeVisible();
  expect(await lab.serverOf('A')).toBe(holder);
  await expect(lab.server(holder)).toContainText(states['running'] ?? '');
  expect(await violationsOf(page)).toEqual([]);

  // What is done now is done in a branch of its own.
  await page.keyboard.press(holder === 'tomcat1' ? '2' : '1');
  await expect(branches).toHaveCount(2);
  await expect(branches.nth(1)).toHaveClass(/current/);
  await expect(past).toBeHidden();
  expect(await lab.serverOf('A')).toBe(holder);

  // The old one is as it was.
  await branches
    .first()
    .getByRole('button', { name: words.branch(1) })
    .first()
    .click();
  await expect(lab.server(holder)).toContainText(states['crashed'] ?? '');

  // Undo: to before the last thing that was done, in the past of the old branch.
  await page.keyboard.press('Control+z');
  await expect(past).toBeVisible();
  expect(await lab.serverOf('A')).toBe(holder);
  await page.keyboard.press('b');
  await expect(lab.server(holder)).toContainText(states['crashed'] ?? '');
  expect(complaints).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a key of Redis vanishes with the past, is there again now, and the events are a list', async ({ page }) => {
    const { lab, words, timeline, slider, past } = await opened(page, 'zh-cn', 'inside-redis');
    const redis = lab.server('Redis');
    await expect(redis).toContainText(lab.t.redis.noKeys);
    await lab.press('A', 'login');
    await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
    await expect(redis).not.toContainText(lab.t.redis.noKeys);
    await slider.press('Home');
    await expect(past).toBeVisible();
    await expect(redis).toContainText(lab.t.redis.noKeys);
    await timeline.getByRole('button', { name: words.events, exact: true }).click();
    await expect(timeline.getByRole('list', { name: words.events, exact: true }).getByRole('listitem')).toHaveCount(1);
    await timeline.getByRole('button', { name: words.backToNow, exact: true }).click();
    await expect(redis).not.toContainText(lab.t.redis.noKeys);
    expect(await overflowOf(page)).toBe(0);
  });
});
