import { expect, type Page } from '@playwright/test';
import { visitors } from '../../lessons/lab.ts';
import { words as share } from '../../site/lab/texts/share/en.ts';
import { KEY as KEPT_LAB } from '../../site/playground/kept.ts';
import { message } from '../../site/present/messages.ts';
import { KEY as KEPT_PROGRESS } from '../../site/progress/key.ts';
import { text } from '../../site/text/text.ts';
import { LabPage } from './lab-page.ts';
import { test } from './support.ts';

// Whatever a learner types, a link or file brings, a class says or the browser has kept is shown as the text that it is.

const mark = `'"><x-injected></textarea></script><img src=x onerror="ran=1"><x-injected>`;
const encoded = encodeURIComponent(mark).replaceAll("'", '%27');

/** How the words show themselves in the middle. */
const shown = '<x-injected>';

const files = { 'nginx.conf': `events {}\nhttp { server { listen 80; server_name "${shown}"; } }\n# ${mark}\n` };
const lab = {
  seed: 1,
  nginx: { files },
  tomcats: [{ name: shown, version: '10.1.60', files: { 'conf/server.xml': mark, [mark]: mark } }],
  visitors: [{ ...visitors.A, name: shown }],
  localhost: ['127.0.0.1'],
};
const exercise = {
  first: 1,
  last: 2,
  attempts: { [mark]: 1 },
  checks: { [mark]: { state: 'passed', at: 1, passed: 1 } },
  hints: { [mark]: 1 },
  predictions: { who: { at: 1, said: mark, came: mark } },
};
const progress = { version: 1, by: mark, exercises: { 'ip-hash': exercise, [mark]: exercise } };
const kept = {
  [KEPT_LAB]: JSON.stringify(lab),
  [KEPT_PROGRESS]: JSON.stringify(progress),
  'session-lab-theme': mark,
  'session-lab-language': mark,
  'session-lab:editor': mark,
};

/** No element has come of any of it, not even in a shadow, and nothing has run. */
async function isClean(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    const elements = roots.flatMap((root) => [...root.querySelectorAll('x-injected, [onerror], [src="x"]')]);
    return [...elements.map(({ outerHTML }) => outerHTML), ...('ran' in globalThis ? ['it ran'] : [])];
  });
  expect(found).toEqual([]);
}

test('no text that anybody brings becomes an element', async ({ page }) => {
  await page.addInitScript((kept) => {
    for (const [key, text] of Object.entries(kept))
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
  }, kept);

  // A link: files, what was asked for, and parts that nobody knows.
  const acts = `V:A/login?user=${encoded}@0,V:A/${encoded}@500,K:${encoded}@600`;
  const fields = `f=nginx/nginx.conf:${encodeURIComponent(files['nginx.conf']).replaceAll("'", '%27')}&${encoded}=1`;
  await page.goto(`/en/two-tomcats/#v=1&lab=two-tomcats&a=${acts}&end=4000&${fields}`);
  const linked = new LabPage(page, 'en');
  await expect(page.getByRole('region', { name: share.banner.label })).toContainText('x-injected');
  await expect(linked.light).toHaveValue(files['nginx.conf']);
  await expect(await linked.pane('logs')).toContainText(shown);
  await expect(await linked.pane('transcript')).toContainText(shown);
  await isClean(page);

  // A terminal: what is typed, and what programs say of it.
  await page.goto('/en/capstone/');
  const typing = new LabPage(page, 'en');
  await typing.ready();
  const log = typing.root.getByRole('log').last();
  const line = log.locator('xpath=..').getByRole('textbox');
  for (const typed of [`echo '${shown}'`, `cat '${mark.replaceAll("'", '')}'`, `${shown}`]) {
    await line.fill(typed);
    await line.press('Enter');
    await expect(log).toContainText(typed);
  }
  await expect(log.getByText(shown, { exact: true }).first()).toBeVisible();
  await isClean(page);

  // What the browser has kept: a lab with strange names, progress, settings.
  await page.goto('/en/playground/');
  await new LabPage(page, 'en').ready();
  await expect(page.getByText(shown).first()).toBeVisible();
  await isClean(page);
  await page.goto('/en/');
  const tools = page.locator('.progress-tools');
  await tools.getByText(text.en.progressTools).click();
  // A file with progress that is none.
  const file = { name: `${mark}.json`, mimeType: 'application/json' };
  const damaged = { format: 'session-lab-progress', version: 1, by: 'x', exercises: { [mark]: mark }, drafts: {} };
  await tools.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(damaged)) });
  await expect(tools.getByRole('status').filter({ hasText: 'x-injected' })).toBeVisible();
  await isClean(page);
});

test('nor what is said in a class, where whoever is in its room may say anything', async ({ page }) => {
  await page.goto('/en/present/failover/stage/#room=markup');
  const said = [
    message(mark, { type: 'hello', role: 'desk', log: mark, lastSeq: -1 }),
    message(mark, {
      type: 'log',
      log: mark,
      fromSeq: 0,
      entries: [
        { seq: 0, at: 0, kind: 'begin', lesson: 'failover' },
        { seq: 1, at: 0, kind: 'beat', beat: mark },
        { seq: 2, at: 0, kind: 'act', act: `V:A/login?user=${encoded}` },
      ],
    }),
    message(mark, { type: 'cursor', log: mark, turn: 1, seq: 2, end: 3000, at: 3000, playing: false, speed: 1 }),
  ];
  await expect(async () => {
    await page.evaluate((said) => {
      const channel = new BroadcastChannel('sessionlab:markup');
      for (const one of said) channel.postMessage(one);
      channel.close();
    }, said);
    await expect(page.locator('.standing')).toHaveAttribute('data-following', 'in-step', { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await isClean(page);
});
