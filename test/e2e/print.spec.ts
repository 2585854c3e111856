import { expect, type Page } from '@playwright/test';
import { test } from './support.ts';

// What comes out of a printer: a lesson's handout, and the slides of its notes.

/** The pages of a PDF: each is an object of the type Page; /Pages are only their tree. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;

/** The size of each page (points), wider than high: landscape. */
const landscape = (pdf: Buffer): boolean[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, w, h]) => Number(w) > Number(h),
  );

const printed = (page: Page) => page.pdf({ preferCSSPageSize: true });

for (const { locale, question } of [
  { locale: 'en', question: 'The page, and A is logged out' },
  { locale: 'zh-cn', question: '页面打开了，A 没登录' },
]) {
  test(`a lesson is printed as a handout: ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/failover/`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.site-header')).toBeHidden();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('.scene')).toBeVisible();
    await expect(page.locator('.handout')).toContainText('proxy_pass http://backserver;');
    // What can be answered has a box and no answer.
    const choices = page.locator('.sl-markdown-content details[name="sees"]');
    await expect(choices.locator('summary')).toHaveCount(3);
    await expect(choices.first().locator('summary')).toBeVisible();
    expect(
      await choices
        .first()
        .locator('summary')
        .evaluate((line) => getComputedStyle(line).textIndent),
    ).toBe('0px');
    await expect(choices.first().locator('p').first()).toBeHidden();
    // What is to be looked at after a run has lines to write on.
    const later = page.locator('.sl-markdown-content details:not([name])').first();
    await expect(later).toBeVisible();
    await expect(later.locator('summary, p').filter({ visible: true })).toHaveCount(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');

    const pdf = await printed(page);
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(3);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(7);
    expect(landscape(pdf)).not.toContain(true);
  });

  test(`the notes of a lesson are printed as slides, one beat a page: ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/teach/failover/`);
    const beats = await page.locator('.beat').count();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.site-header')).toBeHidden();
    await expect(page.getByText(question, { exact: true }).first()).toBeVisible();
    await expect(page.locator('.notes').first()).toBeHidden();
    const slides = await printed(page);
    expect(pagesOf(slides)).toBe(beats + 1);
    expect(landscape(slides)).not.toContain(false);

    await page.emulateMedia({ media: 'screen' });
    await page.locator('#with-notes').check();
    await page.emulateMedia({ media: 'print' });
    expect(pagesOf(await printed(page))).toBe(2 * beats + 1);
  });
}
