import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { words as steps } from '../../site/lab/texts/steps/zh-cn.ts';
import { sentenceOf } from '../../site/lab/texts/texts.ts';
import { text } from '../../site/text/text.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

const locales = ['en', 'zh-cn'] as const;

for (const locale of locales) {
  test(`from the door to the login that vanishes with its Tomcat: ${locale}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto('/');
    await page.getByRole('link', { name: locale === 'en' ? /English/ : /简体中文/ }).click();
    await page.getByRole('link', { name: text[locale].hero.start }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/[a-z-]+/$`));
    while (!page.url().includes('/two-tomcats/')) await page.locator('.turn a').last().click();

    const lab = new LabPage(page, locale);
    await lab.ready();
    await lab.hurry();
    await lab.light.click();
    await expect(lab.root.locator('[data-editor="full"]')).toBeVisible({ timeout: 30_000 });
    await expect(lab.root.locator('.monaco-editor')).toHaveCSS('position', 'relative');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((conf) => navigator.clipboard.writeText(conf), GUIDE_CONF);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(lab.problems).toHaveText(lab.editorTexts.noProblems);
    await lab.reload();
    await expect(lab.fate).toHaveText(lab.t.files.inUse);

    for (const name of ['A', 'B']) await lab.press(name, 'login');
    await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
    await lab.sees('B', { kind: 'welcome', user: 'li', items: undefined });
    const dying = await lab.serverOf('A');
    expect(await lab.serverOf('B')).not.toBe(dying);
    await lab.server(dying).getByRole('button', { name: lab.t.tomcat.kill }).click();
    for (const name of ['A', 'B']) await lab.press(name, 'who');
    await lab.sees('A', { kind: 'stranger', items: undefined }, 'lost');
    await lab.sees('B', { kind: 'known', user: 'li', items: undefined });

    const transcript = await lab.pane('transcript');
    const lost = { kind: 'login-lost', at: 0, host: 'A', user: 'zhang', path: '/whoami' } as const;
    await expect(transcript).toContainText(sentenceOf(lab.t, lost as Parameters<typeof sentenceOf>[1]) ?? '?');
    await expect(transcript).toContainText('ip_hash');
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('a whole lesson by keyboard alone: guess, see a login vanish, edit nginx.conf, pass, go on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en/failover/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  const tabTo = async (name: RegExp | string) => {
    for (let presses = 0; presses < 250; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
      );
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  await tabTo('200, but logged out');
  await page.keyboard.press('Enter');
  await expect(page.getByText('nobody knows A')).toBeVisible();
  await tabTo('Pause');
  for (let i = 0; i < 4; i++) await page.keyboard.press(']');
  await tabTo('Log in');
  await page.keyboard.press('Enter');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await page.keyboard.press((await lab.serverOf('A')) === 'tomcat1' ? '1' : '2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await lab.sees('A', { kind: 'stranger', items: undefined }, 'lost');
  await tabTo(/^Edit nginx\.conf/);
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 7; line++) await page.keyboard.press('ArrowDown');
  for (const server of [8080, 8081]) {
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(' fail_timeout=30m');
    await expect(lab.root.locator('[data-editor]')).toContainText(`${server} fail_timeout=30m;`);
    await page.keyboard.press('ArrowDown');
  }
  await expect(lab.fate).toHaveText(lab.t.files.savedNotReloaded);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(lab.fate).toHaveText(lab.t.files.inUse);
  await tabTo(lab.t.goals.check);
  await page.keyboard.press('Enter');
  await lab.passes();
  await tabTo(/^(Next: )?A place both can reach/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/shared-store/);
});

test('with reduced motion the requests are a table, and steps say what happened', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/zh-cn/failover/');
  const lab = new LabPage(page, 'zh-cn');
  await lab.ready();
  await lab.root.getByRole('button', { name: lab.t.time.pause, exact: true }).click();
  await lab.press('A', 'login');
  const table = lab.root.getByRole('table', { name: steps.title });
  await expect(table).toContainText('A → nginx');
  await lab.root.getByRole('button', { name: lab.t.time.hop, exact: true }).click();
  await expect(table).toContainText(/nginx → tomcat[12]/);
  await expect(lab.root.locator('p[aria-live]')).toContainText('nginx');
});

test.describe('on a phone', () => {
  const solution = readFileSync(
    new URL('../../lessons/two-tomcats/solution/nginx/nginx.conf', import.meta.url),
    'utf8',
  );
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const locale of locales) {
    test(`an exercise is done to its end by touch, in the light editor, and nothing sticks out: ${locale}`, async ({
      page,
    }) => {
      const monaco: string[] = [];
      page.on('request', (request) => request.url().includes('monaco') && monaco.push(request.url()));
      await page.goto(`/${locale}/two-tomcats/`);
      const lab = new LabPage(page, locale);
      await lab.ready();
      await lab.hurry();
      await lab.visitor('A').getByRole('button', { name: lab.t.visitor.who, exact: true }).tap();
      await expect(lab.visitor('A').locator('.status')).toHaveText('502');
      await lab.light.tap();
      await lab.light.fill(GUIDE_CONF);
      await lab.reload();
      await expect(lab.fate).toHaveText(lab.t.files.inUse);
      await lab.visitor('A').getByRole('button', { name: lab.t.visitor.login, exact: true }).tap();
      await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
      await lab.light.fill(solution);
      await lab.check();
      await lab.passes();
      expect(await overflowOf(page)).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
      expect(monaco).toEqual([]);
    });
  }
});

test.describe('in the light editor, where Monaco does not load', () => {
  test.beforeEach(({ page }) => page.route(/monaco/, (route) => route.abort()));

  test('says so, finds the same problems, completes and explains', async ({ page }) => {
    await page.goto('/zh-cn/two-tomcats/');
    const lab = new LabPage(page, 'zh-cn');
    await lab.ready();
    await lab.light.click();
    await expect(lab.root.getByRole('alert')).toContainText(lab.editorTexts.failed);
    await lab.light.fill('events {}\nhttp {\n    upstream b {\n        ip_hsh;\n    }\n}\n');
    const problems = lab.root.locator('.problems');
    await expect(problems).toContainText('nginx: [emerg] unknown directive "ip_hsh" in nginx.conf:4');
    await expect(problems).toContainText('nginx 没有名叫“ip_hsh”的指令');
    await problems.getByRole('button', { name: '改成 ip_hash' }).click();
    await expect(lab.light).toHaveValue(/ip_hash;/);
    await lab.light.fill('events {}\nhttp {\n    upstream b {\n        lea');
    await lab.light.press('End');
    await lab.light.press('ControlOrMeta+Space');
    await expect(lab.root.getByRole('option', { name: /least_conn/ })).toBeVisible();
    await lab.light.press('Enter');
    await expect(lab.light).toHaveValue(/least_conn;/);
  });

  const unfinished = GUIDE_CONF.slice(0, GUIDE_CONF.indexOf('ip_hash') + 4);
  const texts: [what: string, text: string, said: RegExp][] = [
    ['half-typed', unfinished, /unexpected end of file/],
    ['with a byte order mark', `\uFEFF${GUIDE_CONF}`, /unknown directive/],
    ['with a full-width ；', GUIDE_CONF.replace('ip_hash;', 'ip_hash；'), /unknown directive|invalid/],
    ['that is binary', Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''), /emerg/],
    ['of 10,000 braces', 'http { '.repeat(10_000), /emerg/],
    ['of 1 MB', `${GUIDE_CONF}${'# a line of nothing\n'.repeat(52_000)}}`, /unexpected "}" in nginx.conf:/],
  ];
  test('tells what is wrong with any text, in time and without freezing', async ({ page }) => {
    await page.goto('/en/two-tomcats/');
    const lab = new LabPage(page, 'en');
    await lab.ready();
    await lab.light.click();
    await expect(lab.root.getByRole('alert')).toBeVisible();
    for (const [what, typed, said] of texts) {
      await lab.type(typed);
      await expect(lab.root.locator('.problems'), what).toContainText(said);
      await lab.type(GUIDE_CONF);
      await expect(lab.problems, `after a text ${what}`).toHaveText(lab.editorTexts.noProblems);
    }
    await lab.type(GUIDE_CONF.replaceAll('\n', '\r\n'));
    await expect(lab.problems).toHaveText(lab.editorTexts.noProblems);
  });

  test('a key press shows its squiggle within 50 ms', async ({ page }) => {
    await page.goto('/en/ip-hash/');
    const lab = new LabPage(page, 'en');
    await lab.ready();
    await lab.light.click();
    await expect(lab.problems).toHaveText(lab.editorTexts.noProblems);
    const times: number[] = [];
    for (let i = 0; i < 8; i++) {
      await lab.light.press('ControlOrMeta+Home');
      await lab.stopwatch('.marked.error');
      await lab.light.press('x');
      times.push(await lab.elapsed());
      await lab.light.press('Backspace');
      await expect(lab.problems).toHaveText(lab.editorTexts.noProblems);
    }
    // The machine may be busy with other things; what it can do shows when it is left alone.
    expect(Math.min(...times)).toBeLessThanOrEqual(50);
  });
});
