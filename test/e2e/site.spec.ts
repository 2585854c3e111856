import { expect, type Page } from '@playwright/test';
import { course } from '../../lessons/course.ts';
import { complaintsOf, looks, overflowOf, test, violationsOf } from './support.ts';

const locales = ['en', 'zh-cn'] as const;
const lessons = course.flatMap((part) => part.lessons);
const pages = [
  '/',
  ...locales.flatMap((locale) =>
    [
      '',
      'about/',
      'bench/',
      'embed/',
      'fidelity/',
      'lms/',
      'teach/',
      'playground/',
      ...lessons.map((id) => `${id}/`),
    ].map((page) => `/${locale}/${page}`),
  ),
];

for (const path of pages)
  test(`${path} is quiet and accessible, light and dark, wide and narrow`, ({ page }) => lookAt(page, path, looks));

/** Second exercises, and the notes of lessons, are made from one template each: each page is looked at in one way, all of them in every way. */
const alike = ['transfer', 'teach'].flatMap((kind) =>
  locales.flatMap((locale) =>
    lessons.map((id) => (kind === 'teach' ? `/${locale}/teach/${id}/` : `/${locale}/${id}/transfer/`)),
  ),
);
for (const [at, path] of alike.entries())
  test(`${path} is quiet and accessible`, ({ page }) =>
    lookAt(page, path, [looks[at % looks.length] as (typeof looks)[number]]));

/** Desks and stages, too. */
for (const [at, lesson] of lessons.entries())
  for (const page of ['', 'stage/']) {
    const path = `/${locales[at % 2]}/present/${lesson}/${page}`;
    test(`${path} is quiet and accessible`, ({ page }) =>
      lookAt(page, path, lesson === 'failover' ? looks : [looks[at % looks.length] as (typeof looks)[number]]));
  }

/** So are the frames for pages of others: these hold most of what differs. */
const frames = [
  '/en/embed/ip-hash/',
  '/zh-cn/embed/failover/transfer/',
  '/en/embed/start-redis/',
  '/zh-cn/embed/capstone/',
];
for (const [at, path] of frames.entries())
  test(`${path} is quiet and accessible`, ({ page }) => lookAt(page, path, [looks[at] as (typeof looks)[number]]));

async function lookAt(page: Page, path: string, ways: typeof looks): Promise<void> {
  const complaints = complaintsOf(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  // A lab that somebody comes to is alive.
  await page.mouse.move(1, 1);
  for (const { name, colorScheme, viewport } of ways) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await violationsOf(page), name).toEqual([]);
    expect(await overflowOf(page), name).toBe(0);
  }
  expect(complaints).toEqual([]);
}

test('the page in the other language is the same page', async ({ page }) => {
  await page.goto('/en/about/');
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/about\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/about\/$/);
});

test.describe('to a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });
  test('the door offers both languages and marks the browser’s own', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: /简体中文/ })).toHaveAttribute('data-suggested', '');
    await expect(page.getByRole('link', { name: /English/ })).toBeVisible();
  });
});

test('the door remembers what was chosen', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /简体中文/ }).click();
  await expect(page).toHaveURL(/\/zh-cn\/$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/zh-cn\/$/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the door and the landing pages still lead on', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: /English/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: '简体中文' }).click();
    await expect(page).toHaveURL(/\/zh-cn\/$/);
  });
});

test('a page that is missing says so in both languages', async ({ page }) => {
  const response = await page.goto('/zh-cn/nothing-here/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'No page lives here' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '这里没有页面' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('the theme button goes round and its choice outlives the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/');
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

for (const [locale, words] of [
  ['en', { open: 'Search', field: 'Search the course', query: 'guide', title: 'About this course' }],
  ['zh-cn', { open: '搜索', field: '搜索课程内容', query: '教程', title: '关于这门课' }],
] as const) {
  test(`search finds a page of its own language: ${locale}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(`/${locale}/`);
    await page.getByRole('button', { name: words.open, exact: true }).click();
    await page.getByRole('searchbox', { name: words.field }).fill(words.query);
    const found = page.getByRole('dialog').getByRole('link', { name: words.title });
    await expect(found).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await found.click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/about/`));
    expect(complaints).toEqual([]);
  });
}

test('lessons lead from the first to the last and back to the course', async ({ page }) => {
  await page.goto('/en/');
  await page.getByRole('link', { name: 'Start the first lesson' }).click();
  for (const id of lessons) {
    await expect(page).toHaveURL(new RegExp(`/en/${id}/$`));
    await page.locator('.turn a').last().click();
  }
  await expect(page).toHaveURL(/\/en\/#course$/);
});

test('the fidelity page finds a word, says what becomes of it, and shows all again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/en/fidelity/');
  const field = page.getByRole('searchbox', { name: /^Find a directive/ });
  await field.fill('least_conn');
  await expect(page.getByText(/^1 of \d+ words match$/)).toBeVisible();
  await expect(page.getByText('least_conn', { exact: true })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await field.fill('no such word');
  await expect(page.getByText('The real programs know no such word.')).toBeVisible();
  await field.fill('');
  await expect(page.locator('summary', { hasText: 'Redis commands' })).toBeVisible();
  await expect(page.getByText('least_conn', { exact: true })).toBeHidden();
  expect(complaints).toEqual([]);
});

test('the course menu opens, holds the pages and closes with Escape', async ({ page }) => {
  await page.goto('/en/');
  await page.getByRole('button', { name: 'Course' }).click();
  const menu = page.getByRole('navigation', { name: 'Lessons' });
  await expect(menu.getByRole('link', { name: 'About' })).toBeVisible();
  await expect(menu.getByRole('listitem')).toHaveCount(lessons.length + 5);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});
