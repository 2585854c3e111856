import { expect, type Page } from '@playwright/test';
import { words as share } from '../../site/lab/texts/share/en.ts';
import { LabPage } from './lab-page.ts';
import { test } from './support.ts';

// That no page breaks its policy is watched in every spec (support.ts). Here: that the policy holds, and what the others
// do not touch.

/** One of each kind. The frame for pages of others has no search, and so no WebAssembly. */
const kinds = [
  { path: '/', lab: false },
  { path: '/nothing/here/', lab: false },
  { path: '/en/about/', lab: false },
  { path: '/zh-cn/embed/', lab: false },
  { path: '/en/lms/cmi5/', lab: false },
  { path: '/zh-cn/teach/failover/', lab: false },
  { path: '/en/ip-hash/', lab: true },
  { path: '/zh-cn/playground/', lab: true },
  { path: '/en/embed/ip-hash/', lab: true },
  { path: '/en/present/failover/stage/', lab: true },
];

for (const { path, lab } of kinds)
  test(`${path} runs nothing that somebody puts into it`, async ({ page, broken }) => {
    const response = await page.goto(path);
    const header = (await response?.headerValues('content-security-policy'))?.join('; ') ?? '';
    const meta = (await page.locator('meta[http-equiv]').getAttribute('content')) ?? '';
    for (const policy of [header, meta]) {
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*|data:|blob:/);
    }
    expect(/style-src ([^;]*)/.exec(meta)?.[1]?.includes("'unsafe-inline'")).toBe(lab);

    expect(await attacked(page)).toEqual([]);
    await expect.poll(() => broken.join('\n')).toContain('script-src-elem inline');
    for (const sign of ['require-trusted-types-for', 'trusted-types', ...(lab ? [] : ['style-src-attr'])])
      expect(broken.join('\n')).toContain(sign);
    broken.length = 0;
  });

/** Puts scripts into the page in every way there is; which of them ran, or were let in. */
async function attacked(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    // What the test itself says may call eval; what comes after it may not.
    await new Promise((resolve) => setTimeout(resolve));
    const marks = globalThis as unknown as { ran: string[] };
    marks.ran = [];
    const tried = (name: string, attempt: () => unknown) => {
      try {
        attempt();
        marks.ran.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    // biome-ignore-start lint: these are what an attacker would write.
    tried('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'));
    tried('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
    tried('DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'));
    tried('srcdoc', () => (document.createElement('iframe').srcdoc = '<b>x</b>'));
    tried('eval', () => (0, eval)('1'));
    tried('new Function', () => new Function('return 1')());
    tried('script text', () => (document.createElement('script').text = 'ran.push("script text")'));
    tried('script from elsewhere', () => (document.createElement('script').src = 'https://elsewhere.example/x.js'));
    tried('worker from data', () => new Worker('data:text/javascript,1'));
    tried('another policy', () => (globalThis as any).trustedTypes.createPolicy('mine', {}));
    const script = document.createElement('script');
    script.append('ran.push("inline")');
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('style', 'color: red');
    document.body.append(image);
    try {
      image.setAttribute('onerror', 'ran.push("handler")');
    } catch {
      // A browser may refuse the attribute, or what stands in it.
    }
    image.dispatchEvent(new Event('error'));
    const link = document.createElement('a');
    link.href = 'javascript:ran.push("link")';
    document.body.append(link);
    link.click();
    // biome-ignore-end lint: see above.
  });
  // Whatever was put off has had its turn when another task is through.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  return page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran);
}

test('the whole editor, search, sharing and the offline copy go by the policy', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ serviceWorkers: 'allow', baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/en/two-tomcats/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.light.click();
  const editor = lab.root.locator('[data-editor="full"]');
  await expect(editor).toBeVisible({ timeout: 100_000 });
  // What is told of a word is fetched with the language; until then there is nothing to show.
  await expect(async () => {
    await editor.locator('.view-line').getByText('http', { exact: true }).click({ timeout: 10_000 });
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+i');
    await expect(page.locator('.monaco-hover').filter({ hasText: 'Stands in' })).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  await editor.locator('.view-line').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('work');
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.problems).toContainText(/\d/);

  await lab.root.getByRole('toolbar').getByRole('button', { name: lab.t.tools.share }).click();
  await expect(lab.root.getByRole('button', { name: share.copy })).toBeVisible();
  await page.locator('#_top').click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').fill('guide');
  await expect(page.getByRole('dialog').locator('mark').first()).toContainText(/guide/i);
  await page.keyboard.press('Escape');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
});
