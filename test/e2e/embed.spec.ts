import { readFileSync } from 'node:fs';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { filesOf } from '../../lessons/folders.ts';
import type { FromFrame } from '../../site/embed/protocol.ts';
import { words as en } from '../../site/embed/texts/en.ts';
import type { Locale } from '../../site/locale.ts';
import { type ForeignPage, foreignPage } from './foreign.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, test } from './support.ts';

// Pages of others, on other origins, that hold the very snippets of the page about embedding.

const docs = (['en', 'zh-cn'] as const).map((locale) => ({
  locale,
  text: readFileSync(new URL(`../../site/content/embed.${locale}.mdx`, import.meta.url), 'utf8'),
}));

/** A snippet of the page, with the address at which the site really is. */
function snippet(title: string, site: string, text = docs[0]?.text ?? ''): string {
  const found = new RegExp(`\`\`\`\\w+ title="${title}"\\n([\\s\\S]*?)\\n\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`no snippet is called ${title}`);
  return found.replaceAll('https://course.example', site.replace(/\/$/, ''));
}

const opened: ForeignPage[] = [];
test.afterEach(() => Promise.all(opened.splice(0).map((page) => page.close())));

/** Opens somebody else's page. */
async function visit(page: Page, html: string, headers?: Record<string, string>): Promise<void> {
  const foreign = await foreignPage(html, headers);
  opened.push(foreign);
  await page.goto(foreign.address);
}

/** What the page hears of its frame, from the beginning. */
const hears = (page: Page) =>
  page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    if (window === top) addEventListener('message', ({ data }) => void (data?.sessionlab && heard.push(data)));
  });
const heard = (page: Page): Promise<FromFrame[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: FromFrame[] }).heard);
const saying = (page: Page, word: object): Promise<void> =>
  page.evaluate((said) => {
    document.querySelector('iframe')?.contentWindow?.postMessage(said, '*');
  }, word);
const codes = async (page: Page): Promise<string[]> =>
  (await heard(page)).flatMap((message) => (message.type === 'error' ? [message.code] : []));

/** The lab in a frame, worked as a learner works it. */
const labIn = (frame: FrameLocator, page: Page, locale: Locale = 'en') => {
  const lab = new LabPage(page, locale);
  const alive = frame.locator('astro-island:not([ssr])').first();
  return { lab, alive, root: frame.getByRole('region', { name: lab.t.lab, exact: true }) };
};

/** Pastes a text into the editor, once somebody listens there. */
async function paste({ root, lab, alive }: ReturnType<typeof labIn>, text: string): Promise<void> {
  await expect(alive).toBeAttached();
  await root
    .getByRole('textbox', { name: lab.editorTexts.label('nginx.conf'), exact: true })
    .evaluate((field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
}

const solution = filesOf('ip-hash', 'solution')['nginx']?.['nginx.conf'] ?? '';

for (const { locale, text } of docs)
  test(`an element in somebody's page: a learner solves the exercise, and that page hears it (${locale})`, async ({
    page,
    baseURL,
  }) => {
    const site = baseURL ?? '';
    const complaints = complaintsOf(page);
    await visit(page, snippet('element', site, text) + snippet('events', site, text));
    const inside = labIn(page.locator('session-lab').frameLocator('iframe'), page, locale);
    const { root, lab } = inside;
    const goals = root.getByRole('region', { name: lab.t.goals.title, exact: true });
    const check = goals.getByRole('button', { name: lab.t.goals.check, exact: true });
    await check.click();
    await expect(page.locator('output')).toContainText('1');
    await expect(goals.getByRole('status')).not.toBeEmpty();
    // Threads can be begun from a frame without an origin.
    expect(page.workers().length).toBeGreaterThan(0);
    await paste(inside, solution);
    await check.click();
    await expect(goals.getByRole('status')).toHaveText(lab.words.allPassed);
    await expect(page.locator('output')).toHaveText(
      locale === 'en' ? 'Attempt 2: 7 of 7, passed' : '第 2 次：7 / 7 分，通过',
    );
    expect(complaints).toEqual([]);
  });

test('the policy of the docs is enough for the element, and the work outlives the page by its state', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const headers = {
    'Content-Security-Policy': `default-src 'none'; ${snippet('policy', site).replace('script-src', "script-src 'unsafe-inline'")}`,
  };
  await visit(page, `${snippet('element', site).split('\n')[0]}${snippet('state', site)}`, headers);
  const inside = labIn(page.locator('session-lab').frameLocator('iframe'), page);
  await inside.root.hover();
  await paste(inside, solution);
  const kept = () => page.evaluate(() => localStorage.getItem('work on ip-hash'));
  await expect.poll(kept).toContain('v=1&lab=ip-hash&f=nginx/nginx.conf:');
  await page.reload();
  const again = labIn(page.locator('session-lab').frameLocator('iframe'), page);
  const field = again.root.getByRole('textbox', { name: again.lab.editorTexts.label('nginx.conf'), exact: true });
  await expect(field).toHaveValue(solution);
});

test('messages: what is wrong is told, what is right is answered, a flood is cut', async ({ page, baseURL }) => {
  await hears(page);
  await visit(page, snippet('messages', baseURL ?? '').replace("data.type === 'ready'", "data.type === 'never'"));
  await expect.poll(async () => (await heard(page)).map(({ type }) => type)).toContain('resize');
  await saying(page, { sessionlab: 1, type: 'check' });
  await saying(page, { sessionlab: 2, type: 'init' });
  await saying(page, { sessionlab: 1, type: 'init', theme: 'pink' });
  await saying(page, { sessionlab: 1, type: 'init', origin: 'https://elsewhere.example' });
  await saying(page, { sessionlab: 1, type: 'dance' });
  await expect.poll(() => codes(page)).toEqual(['no-init', 'unknown-version', 'bad-message', 'wrong-origin']);

  await saying(page, { sessionlab: 1, type: 'init', options: { feedback: 'result', maxAttempts: 1 } });
  await saying(page, { sessionlab: 1, type: 'check', id: 'once' });
  await saying(page, { sessionlab: 1, type: 'check', id: 'twice' });
  const answers = async () => (await heard(page)).filter(({ id }) => id === 'once' || id === 'twice');
  await expect.poll(answers).toMatchObject([
    { id: 'once', type: 'checked', attempt: 1, passed: false, score: { min: 0, max: 7 } },
    { id: 'twice', type: 'error', code: 'no-attempts-left' },
  ]);
  await expect(page.locator('output')).toHaveText('5 of 7');
  const { root, lab } = labIn(page.frameLocator('iframe'), page);
  await expect(root.getByText(lab.words.attempts(1, 1))).toBeVisible();
  await expect(root.getByText(lab.words.hints.title)).toHaveCount(0);

  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentWindow;
    for (let n = 0; n < 5000; n++) frame?.postMessage({ sessionlab: 1, type: 'pause' }, '*');
  });
  await expect.poll(() => codes(page)).toContain('too-many-messages');
  await expect
    .poll(async () => {
      await saying(page, { sessionlab: 1, type: 'getState', id: 'after' });
      return (await heard(page)).some(({ id, type }) => id === 'after' && type === 'state');
    })
    .toBe(true);
});

test('an element taken out of the page in the middle of a check, and put back', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page);
  await visit(page, snippet('element', baseURL ?? ''));
  const outcome = await page.evaluate(async () => {
    const lab = document.querySelector('session-lab') as HTMLElement & { check(): Promise<unknown> };
    const ready = new Promise((resolve) => lab.addEventListener('sessionlab:ready', resolve, { once: true }));
    await customElements.whenDefined('session-lab');
    await ready;
    const checked = lab.check().catch(({ code }) => code);
    lab.remove();
    const code = await checked;
    const back = new Promise((resolve) => lab.addEventListener('sessionlab:ready', resolve, { once: true }));
    document.body.append(lab);
    await back;
    return code;
  });
  expect(outcome).toBe('removed');
  expect(complaints).toEqual([]);
});

test('where the course cannot be reached, the element shows the link that the page gave it', async ({
  page,
  baseURL,
}) => {
  await page.route('**/en/embed/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await visit(page, snippet('element', baseURL ?? ''));
  await expect(page.getByRole('link', { name: 'Open the exercise in a new page' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

/** H5P's resizer as its protocol has it, in the place of the one that its snippet names. */
const resizer = `
  addEventListener('message', ({ data, source, origin }) => {
    if (data?.context !== 'h5p') return;
    const frame = document.querySelector('iframe');
    if (frame.contentWindow !== source) return;
    const respond = (action) => source.postMessage({ context: 'h5p', action }, origin);
    if (data.action === 'hello') respond('hello');
    if (data.action === 'prepareResize' && (frame.clientHeight !== data.scrollHeight || data.scrollHeight !== data.clientHeight)) {
      frame.style.height = data.clientHeight + 'px';
      respond('resizePrepared');
    }
    if (data.action === 'resize') frame.style.height = data.scrollHeight + 'px';
  });
  for (const frame of document.querySelectorAll('iframe')) frame.contentWindow.postMessage({ context: 'h5p', action: 'ready' }, '*');`;

test('H5P’s resizer makes the frame as high as the lab', async ({ page, baseURL }) => {
  await page.route('https://h5p.org/**', (route) => route.fulfill({ contentType: 'text/javascript', body: resizer }));
  await visit(page, snippet('h5p', baseURL ?? ''));
  const inside = page.frameLocator('iframe').locator('body');
  const heights = async () => [
    await page.locator('iframe').evaluate((frame) => frame.clientHeight),
    await inside.evaluate((body) => Math.ceil(body.getBoundingClientRect().height)),
  ];
  await expect.poll(async () => new Set(await heights()).size).toBe(1);
  expect((await heights())[0]).toBeGreaterThan(900);
});

test('the address of a plain frame sets its terms; what cannot be is told above the lab', async ({ page, baseURL }) => {
  await visit(page, snippet('frame', baseURL ?? '').replace('theme=light', 'theme=pink'));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  await frame.locator('main').hover();
  await expect(frame.getByRole('alert')).toContainText('theme=pink');
  const { root, lab } = labIn(frame, page);
  await root.getByRole('button', { name: lab.t.goals.check, exact: true }).click();
  await expect(root.getByText(lab.words.attempts(1, 3))).toBeVisible();
});

test('a prefill is what the lab begins with; a megabyte of garbage is refused in words', async ({ page, baseURL }) => {
  await hears(page);
  const site = baseURL ?? '';
  await visit(
    page,
    `<iframe title="lab" sandbox="allow-scripts" src="${site}/en/embed/ip-hash/#${snippet('prefill', site)}"></iframe>`,
  );
  const { root, lab } = labIn(page.frameLocator('iframe'), page);
  const field = root.getByRole('textbox', { name: lab.editorTexts.label('nginx.conf'), exact: true });
  await expect(field).toHaveValue('events {}');
  await page.evaluate(
    (address) => document.querySelector('iframe')?.setAttribute('src', address + 'x'.repeat(1_000_000)),
    `${site}/en/embed/ip-hash/#v=1&lab=ip-hash&f=nginx/`,
  );
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText(en.wrongLink);
  await expect.poll(() => codes(page)).toEqual(['bad-link']);
});

test('the page about embedding shows every message of its live example', async ({ page }) => {
  await page.goto('/en/embed/');
  await page.getByRole('button', { name: 'getState()' }).click();
  await expect(page.locator('.log li').first()).toContainText('← state');
  await expect(page.locator('.log')).toContainText('→ getState');
});
