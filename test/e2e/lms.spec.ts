import { fileURLToPath } from 'node:url';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import { formats } from '../../scripts/package/order.ts';
import { type Package, packed } from '../../scripts/package/pack.ts';
import { linkFields, withFiles } from '../../simulator/index.ts';
import { words as en } from '../../site/lms/texts/en.ts';
import { words as zhCn } from '../../site/lms/texts/zh-cn.ts';
import { type Served, type Store, servePackages, serveStore } from './learning-platform.ts';
import { complaintsOf, test, violationsOf } from './support.ts';

const exercise = 'two-tomcats';
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What a learner types who solves it. */
const { lab } = await exerciseOf(exercise);
const base = withFiles(lab, filesOf(exercise, 'start'));
const solution = linkFields({ base: exercise, lab: base, files: filesOf(exercise, 'solution'), run: undefined }, base)
  .map(({ text }) => text)
  .join('&');

let served: Served;
let store: Store;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const packages: Record<string, Package> = {};
  for (const format of formats)
    packages[format] = await packed({ exercise, format, locale: 'en', mastery: 0.9, out: '' }, dist);
  packages['zh'] = await packed({ exercise, format: 'scorm12', locale: 'zh-cn', mastery: 0.9, out: '' }, dist);
  served = await servePackages(packages);
  store = await serveStore();
});

test.afterAll(() => Promise.all([served.stop(), store.stop()]));

/** A page of the package's own, in a frame of a platform or by itself. */
type Course = FrameLocator | Page;

/** Says something to the exercise's frame, as the page around it does. */
const tell = (course: Course, word: object) =>
  course.locator('[data-lms=main] iframe').evaluate((frame, message) => {
    (frame as HTMLIFrameElement).contentWindow?.postMessage({ sessionlab: 1, ...message }, '*');
  }, word);

/** What the frame says of the learner's work. */
const stateOf = (course: Course) =>
  course.locator('[data-lms=main] iframe').evaluate(
    (frame) =>
      new Promise((resolve) => {
        addEventListener('message', function hear({ data }) {
          if (data?.type !== 'state' || data.id !== 'test') return;
          removeEventListener('message', hear);
          resolve(data.state);
        });
        (frame as HTMLIFrameElement).contentWindow?.postMessage({ sessionlab: 1, type: 'getState', id: 'test' }, '*');
        setTimeout(resolve, 2000);
      }),
  );

/** Waits until the exercise answers: until then it does not know who embeds it. */
const alive = (course: Course) => expect.poll(() => stateOf(course), { timeout: 60_000 }).toBeTruthy();

/** Has the exercise checked, and waits until that is told. */
async function check(course: Course, said: string | RegExp): Promise<void> {
  await alive(course);
  await tell(course, { type: 'check' });
  await expect(course.locator('[data-lms=status]')).toContainText(said, { timeout: 60_000 });
}

const solve = (course: Course) => tell(course, { type: 'setState', state: { link: solution, attempts: 1 } });

/** Opens the platform's page, lets it prepare, and begins the course in it. */
async function platform(page: Page, name: string, prepare: (kept: string) => void, kept = ''): Promise<FrameLocator> {
  await page.goto(`${served.address}${name}/`);
  await page.evaluate(prepare, kept);
  await page.locator('#sco').evaluate((frame: HTMLIFrameElement) => {
    frame.src = frame.dataset['src'] ?? '';
  });
  return page.frameLocator('#sco');
}

/** Leaves the course; what the platform then has of the learner, as JSON. */
const left = (page: Page, name: string) =>
  page.evaluate(async (api) => {
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    const gone = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = 'about:blank';
    await gone;
    const runtime = (window as unknown as Record<string, { isTerminated(): boolean; renderCMIToJSONString(): string }>)[
      api
    ];
    return { over: runtime?.isTerminated(), kept: runtime?.renderCMIToJSONString() ?? '' };
  }, name);

const begin12 = (kept: string) => {
  const global = window as unknown as {
    Scorm12API: new (settings: object) => { loadFromJSON(json: object): void };
    API: object;
  };
  const api = new global.Scorm12API({ autocommit: false, logLevel: 5 });
  if (kept) api.loadFromJSON(JSON.parse(kept));
  global.API = api;
};
const begin2004 = (kept: string) => {
  const global = window as unknown as {
    Scorm2004API: new (settings: object) => { loadFromJSON(json: object): void };
    API_1484_11: object;
  };
  const api = new global.Scorm2004API({ autocommit: false, logLevel: 5 });
  if (kept) api.loadFromJSON(JSON.parse(kept));
  global.API_1484_11 = api;
};

test('SCORM 1.2: fails, passes, is left, and goes on where it was left', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  const course = await platform(page, 'scorm12', begin12);
  await expect(course.locator('[data-lms=status]')).toHaveText(en.begun(undefined, false));
  await check(course, 'not passed yet');
  const cmi = () => page.evaluate(() => JSON.parse(Reflect.get(window, 'API').renderCMIToJSONString()).cmi);
  expect(await cmi()).toMatchObject({
    core: { lesson_status: 'failed' },
    interactions: { 0: { type: 'performance' } },
  });
  expect(Number((await cmi()).core.score.raw)).toBeLessThan(90);
  await solve(course);
  await check(course, en.recorded(100, true));
  expect(await cmi()).toMatchObject({ core: { lesson_status: 'passed', score: { raw: '100' } } });
  const { over, kept } = await left(page, 'API');
  expect(over).toBe(true);
  expect(JSON.parse(kept).cmi.suspend_data.length).toBeGreaterThan(9);

  const again = await platform(page, 'scorm12', begin12, kept);
  await expect(again.locator('[data-lms=status]')).toHaveText(en.begun(100, true));
  await expect
    .poll(() => stateOf(again), { timeout: 60_000 })
    .toMatchObject({ attempts: 2, link: expect.stringContaining(`lab=${exercise}`) });
  expect(complaints).toEqual([]);
});

test('SCORM 2004: fails, passes and is left', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  const course = await platform(page, 'scorm2004', begin2004);
  await check(course, 'not passed yet');
  const cmi = () => page.evaluate(() => JSON.parse(Reflect.get(window, 'API_1484_11').renderCMIToJSONString()).cmi);
  expect(await cmi()).toMatchObject({ completion_status: 'incomplete', success_status: 'failed' });
  await solve(course);
  await check(course, en.recorded(100, true));
  expect(await cmi()).toMatchObject({
    completion_status: 'completed',
    success_status: 'passed',
    score: { scaled: '1', raw: '100' },
  });
  expect((await left(page, 'API_1484_11')).over).toBe(true);
  expect(complaints).toEqual([]);
});

test('cmi5: initialized, passed, completed, terminated; or failed, in a launch of its own', async ({ page }) => {
  test.setTimeout(240_000);
  const address = `${served.address}cmi5/a/b%20c/index.html`;
  const complaints = complaintsOf(page);
  await page.goto(store.launch(address, 'b4fa8a2e-6f5c-4f25-9a1f-0d6c1c4b7e11'));
  await check(page, 'not passed yet');
  expect(await violationsOf(page)).toEqual([]);
  await solve(page);
  await check(page, en.recorded(100, true));
  await page.getByRole('button', { name: en.end }).click();
  await expect(page.locator('[data-lms=status]')).toHaveText(en.ended);
  const told = () => store.verbs.filter((verb) => verb !== 'answered');
  await expect.poll(told).toEqual(['initialized', 'passed', 'completed', 'terminated']);

  await page.goto(store.launch(address, 'b4fa8a2e-6f5c-4f25-9a1f-0d6c1c4b7e22'));
  await check(page, 'not passed yet');
  await page.goto('about:blank');
  await expect
    .poll(told)
    .toEqual([...['initialized', 'passed', 'completed', 'terminated'], ...['initialized', 'failed', 'terminated']]);
  expect(store.tokens).toBe(2);
  expect(store.complaints).toEqual([]);
  const failed = store.statements.find(({ verb }) => verb.id.endsWith('/failed'));
  expect(failed?.result?.score?.scaled).toBeLessThan(0.9);
  expect(failed?.context).toMatchObject({
    contextActivities: { category: expect.arrayContaining([{ id: expect.stringContaining('cmi5') }]) },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's1' },
  });
  // The first launch of a registration finds no state, which browsers complain about.
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
});

test('a platform that is missing, throws, has no mode or comes late', async ({ page }) => {
  test.setTimeout(240_000);
  const throwing = await platform(page, 'zh', () => {
    const fail = () => {
      throw new Error('broken');
    };
    Object.assign(window, {
      API: {
        LMSInitialize: fail,
        LMSGetValue: fail,
        LMSSetValue: fail,
        LMSCommit: fail,
        LMSFinish: fail,
      },
    });
  });
  await expect(throwing.locator('[data-lms=status]')).toContainText(zhCn.troubles['not-opened']);
  await expect(throwing.locator('[data-lms=status]')).toContainText('broken');

  const late = await platform(page, 'scorm12', () => {
    const yes = () => 'true';
    const api = { LMSInitialize: yes, LMSGetValue: () => '', LMSSetValue: yes, LMSCommit: yes, LMSFinish: yes };
    addEventListener('lms-comes', () => Object.assign(window, { API: api }));
  });
  await expect(late.locator('[data-lms=status]')).toHaveText(en.waiting);
  await page.evaluate(() => dispatchEvent(new Event('lms-comes')));
  await expect(late.locator('[data-lms=status]')).toHaveText(en.begun(undefined, false));

  const missing = await platform(page, 'scorm2004', () => {});
  await expect(missing.locator('[data-lms=status]')).toContainText(en.troubles.missing);
  await expect(missing.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
});

test('a plain package remembers its learner by itself', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${served.address}zip/a/b%20c/index.html`);
  await expect(page.locator('[data-lms=status]')).toHaveText(en.begunAlone);
  await alive(page);
  await solve(page);
  await check(page, en.recordedAlone(100, true));
  await page.reload();
  await expect
    .poll(() => stateOf(page), { timeout: 60_000 })
    .toMatchObject({ link: expect.stringContaining(`lab=${exercise}`) });
});
