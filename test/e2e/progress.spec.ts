import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { words as en } from '../../site/progress/texts/en.ts';
import { words as zhCn } from '../../site/progress/texts/zh-cn.ts';
import { text } from '../../site/text/text.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

const solution = readFileSync(new URL('../../lessons/ip-hash/solution/nginx/nginx.conf', import.meta.url), 'utf8');

/** Passes the exercise of ip-hash. */
async function pass(page: Page, locale: 'en' | 'zh-cn'): Promise<LabPage> {
  await page.goto(`/${locale}/ip-hash/`);
  const lab = new LabPage(page, locale);
  await lab.ready();
  await lab.type(solution);
  await lab.check();
  return lab;
}

/** How a lesson stands, as its card on the course page says. */
const standing = (page: Page, lesson: string): Locator => page.locator(`#course [data-lesson="${lesson}"] .standing`);

async function openTools(page: Page, locale: 'en' | 'zh-cn'): Promise<Locator> {
  const tools = page.locator('.progress-tools');
  await tools.getByText(text[locale].progressTools).click();
  await expect(tools.getByRole('button').first()).toBeVisible();
  return tools;
}

test('what is passed is there after a reload and on the course page; it can be saved, reset, taken back and added again', async ({
  page,
}) => {
  const { marks, hero } = text.en;
  await page.goto('/en/');
  await expect(page.getByRole('link', { name: hero.start })).toBeVisible();
  await expect(standing(page, 'ip-hash')).toHaveText(marks.new);

  const lab = await pass(page, 'en');
  const bar = page.getByRole('navigation', { name: text.en.lesson.number(4, 0).split(' of')[0] as string });
  await expect(bar.getByText(marks.passed, { exact: true })).toBeVisible();
  await page.reload();
  await expect(bar.getByText(marks.passed, { exact: true })).toBeVisible();
  await lab.ready();
  await expect(lab.light).toHaveValue(solution);

  await page.goto('/en/');
  await expect(standing(page, 'ip-hash')).toHaveText(marks.passed);
  await expect(page.getByText('1 of 3 passed', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Go on: 5/ })).toHaveAttribute('href', './failover/');

  const tools = await openTools(page, 'en');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tools.getByRole('button', { name: en.save }).click(),
  ]);
  const file = await download.path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'session-lab-progress',
    version: 1,
    exercises: { 'ip-hash': { passed: expect.any(Number) } },
    drafts: { 'ip-hash': { files: { nginx: { 'nginx.conf': solution } } } },
  });

  await tools.getByRole('button', { name: en.reset }).click();
  await expect(standing(page, 'ip-hash')).toHaveText(marks.new);
  await expect(page.getByRole('link', { name: hero.start })).toHaveAttribute('href', './one-tomcat/');
  await tools.getByRole('button', { name: en.undo }).click();
  await expect(standing(page, 'ip-hash')).toHaveText(marks.passed);
  await expect(tools.getByText(en.undone)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  // On another machine, or on this one after a reset and a while.
  await tools.getByRole('button', { name: en.reset }).click();
  await page.reload();
  await expect(standing(page, 'ip-hash')).toHaveText(marks.new);
  const again = await openTools(page, 'en');
  await again
    .getByLabel(en.open)
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(again.getByText(en.refused.foreign)).toBeVisible();
  await again.getByLabel(en.open).setInputFiles(file);
  await expect(standing(page, 'ip-hash')).toHaveText(marks.passed);
  await expect(again.getByText(en.takenIn(1, 1, 0))).toBeVisible();
  await page.reload();
  await expect(standing(page, 'ip-hash')).toHaveText(marks.passed);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('whoever may keep nothing learns as well, and is told', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const lab = await pass(page, 'zh-cn');
    await expect(lab.root.getByText(zhCn.trouble.forbidden)).toBeVisible();
    // For as long as this page is open it is known.
    await expect(page.locator('.standing-here .standing')).toHaveText(text['zh-cn'].marks.passed);
    await page.goto('/zh-cn/');
    await expect(standing(page, 'ip-hash')).toHaveText(text['zh-cn'].marks.new);
    const tools = await openTools(page, 'zh-cn');
    await tools.getByRole('button', { name: zhCn.reset }).click();
    await expect(tools.getByText(zhCn.trouble.forbidden)).toBeVisible();
    expect(await overflowOf(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('a part opens with a question on the part before, which a keyboard can answer', async ({ page }) => {
  await page.goto('/zh-cn/two-tomcats/');
  const question = page.getByRole('region', { name: text['zh-cn'].yesterday.title });
  const answers = question.getByRole('group');
  await expect(answers).toHaveCount(3);
  await answers.nth(0).locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(answers.nth(0)).toHaveAttribute('open', '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(answers.nth(1)).toHaveAttribute('open', '');
  await expect(answers.nth(0)).not.toHaveAttribute('open', '');
  await expect(question.getByRole('link')).toHaveAttribute('href', '../restart/');
  await page.goto('/zh-cn/ip-hash/');
  await expect(question).toHaveCount(0);
});
