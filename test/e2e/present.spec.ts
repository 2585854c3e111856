import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { en } from '../../site/lab/texts/en.ts';
import type { Locale } from '../../site/locale.ts';
import { words as english } from '../../site/present/texts/en.ts';
import type { PresentWords } from '../../site/present/texts/words.ts';
import { words as chinese } from '../../site/present/texts/zh-cn.ts';
import { LabPage } from './lab-page.ts';
import { overflowOf, test, violationsOf } from './support.ts';

/** The presenter's window. */
class DeskPage extends LabPage {
  readonly own: PresentWords['desk'];

  constructor(page: Page, locale: Locale) {
    super(page, locale);
    this.own = (locale === 'en' ? english : chinese).desk;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    await this.at(1, 'before');
    await this.hurry();
  }

  /** The class is at that beat, and so far in it. */
  async at(beat: number, phase: 'before' | 'running' | 'after'): Promise<void> {
    const where = `${this.own.beat(beat, 7)} · ${this.own.phase[phase]}`;
    await expect(this.page.getByText(where, { exact: true })).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  hands(letter: string): Locator {
    return this.page.getByRole('group').getByRole('button', { name: `${this.own.more}: ${letter}`, exact: true });
  }

  /** Its time, as the lab's clock has it. */
  time(): Promise<string> {
    return this.root.locator('output.clock').innerText();
  }
}

const standing = (stage: Page) => stage.locator('.standing');
const server = (stage: Page, name: string) => stage.getByRole('article', { name, exact: true });

/** What a stage shows of time and servers is what the desk shows. */
async function inStep(stage: Page, desk: DeskPage): Promise<void> {
  await expect(standing(stage)).toHaveAttribute('data-following', 'in-step');
  await expect(async () => {
    expect(await stage.locator('.clock .mono').innerText()).toBe(await desk.time());
    for (const name of ['tomcat1', 'tomcat2'])
      expect(await heldBy(server(stage, name))).toEqual(await heldBy(desk.server(name)));
  }).toPass({ timeout: 20_000 });
}

/** What a Tomcat is doing and whose sessions it holds; a narrow card leaves the rest out. */
const heldBy = async (card: Locator) => [
  await card.locator('.state').innerText(),
  ...(await card.locator('.holds .id').allInnerTexts()),
];

async function openStage(context: BrowserContext, path: string): Promise<Page> {
  const stage = await context.newPage();
  await stage.setViewportSize({ width: 1280, height: 720 });
  await stage.goto(path);
  return stage;
}

test('a whole lesson in two windows: the stage comes late, a file and a server are changed live, a clicker leads on', async ({
  page,
  context,
}) => {
  const desk = new DeskPage(page, 'en');
  await desk.goto('/en/present/failover/');
  await page.keyboard.press('PageDown');
  await desk.at(1, 'after');
  const stage = await openStage(context, '/en/present/failover/stage/');
  await inStep(stage, desk);

  // Live: another way to balance, and a server that dies.
  const conf = await desk.light.inputValue();
  await desk.type(conf.replace('ip_hash;', 'least_conn;'));
  await desk.reload();
  await desk.button(english.desk.files).click();
  await expect(stage.getByRole('region', { name: english.stage.files, exact: true })).toContainText('least_conn;');
  await expect(server(stage, 'nginx')).toContainText(en.nginx.methods['least_conn'] as string);
  await desk.server('tomcat2').getByRole('button', { name: en.tomcat.kill }).click();
  await expect(server(stage, 'tomcat2')).toContainText(en.tomcat.states['crashed'] as string);
  await inStep(stage, desk);

  // Back to where the beat began: all of that is undone, in both windows.
  await stage.bringToFront();
  await stage.keyboard.press('PageUp');
  await desk.at(1, 'before');
  await expect(server(stage, 'tomcat2')).toContainText(en.tomcat.states['running'] as string);
  await expect(server(stage, 'nginx')).toContainText('ip_hash');
  await inStep(stage, desk);

  // A clicker knows two keys, and is heard in the window in front; the desk is covered meanwhile.
  for (let beat = 1; beat <= 6; beat++) {
    await stage.keyboard.press('PageDown');
    await desk.at(beat, 'after');
    await inStep(stage, desk);
    await stage.keyboard.press('PageDown');
    await desk.at(beat + 1, 'before');
  }
  await expect(stage.getByRole('heading', { level: 1 })).toContainText('Once, not twice');
  await inStep(stage, desk);

  // The same moment on a learner's device.
  await desk.button(english.desk.link).click();
  await expect(stage.getByRole('img', { name: english.link.alt })).toBeVisible();
  const address = (await stage.locator('.address a').getAttribute('href')) ?? '';
  expect(address).toMatch(/\/en\/failover\/#v=1&lab=failover&a=.*K:tomcat1@/);
  const device = await openStage(context, address);
  await expect(device.getByText(await desk.time()).first()).toBeVisible();
  await device.close();
  await desk.button(english.desk.noLink).click();

  // A reload of the desk goes on; without a desk the stage says so.
  await page.reload();
  await desk.at(7, 'before');
  await inStep(stage, desk);
  await page.goto('about:blank');
  await expect(standing(stage)).toContainText(english.stage.following.silent);
});

test('two votes with a talk between: the class sees neither before both are in, and the right answer after the run', async ({
  page,
  context,
}) => {
  const desk = new DeskPage(page, 'zh-cn');
  await desk.goto('/zh-cn/present/failover/#beat=next-page');
  await desk.at(3, 'before');
  const stage = await openStage(context, '/zh-cn/present/failover/stage/');
  const choices = stage.getByRole('list', { name: chinese.stage.choices, exact: true });
  await expect(choices.getByRole('listitem')).toHaveCount(3);
  await desk.hands('A').dblclick();
  await page.getByRole('spinbutton').nth(2).fill('1');
  await desk.button(chinese.desk.closeFirst).click();
  await desk.hands('C').dblclick();
  await expect(choices).not.toContainText('%');
  await desk.button(chinese.desk.closeSecond).click();
  const counted = stage.getByRole('list', { name: chinese.stage.votes, exact: true });
  await expect(counted).toContainText(chinese.stage.count(2, 67));
  await expect(counted).toContainText(chinese.stage.count(2, 100));
  await expect(counted).not.toContainText(chinese.stage.right);
  expect(await violationsOf(stage)).toEqual([]);
  await page.keyboard.press('.');
  await desk.at(3, 'after');
  await expect(counted.locator('[data-choice=forgotten]')).toContainText(chinese.stage.right);
  await page.keyboard.press('b');
  await expect(stage.getByText(chinese.stage.blank)).toBeVisible();
  await page.keyboard.press('b');
  await expect(counted).toBeVisible();
});

test('on a phone, by keyboard; whoever is out of step is told, and what to do', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const desk = new DeskPage(page, 'en');
  await page.goto('/en/present/failover/');
  await desk.at(1, 'before');
  const stage = await openStage(context, '/en/present/failover/stage/');
  await stage.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('ArrowRight');
  await desk.at(1, 'running');
  await page.keyboard.press('ArrowRight');
  await desk.at(2, 'before');
  await inStep(stage, desk);
  expect(await overflowOf(page)).toBe(0);
  expect(await overflowOf(stage)).toBe(0);
  await stage.keyboard.press('?');
  await expect(stage.getByRole('dialog', { name: english.help.title })).toBeVisible();
  await stage.keyboard.press('Escape');

  // Somebody says that the same log has led elsewhere, and much that makes no sense.
  const said = stage.evaluate(
    () =>
      new Promise<object>((resolve) => {
        const channel = new BroadcastChannel('sessionlab:failover');
        channel.onmessage = ({ data }) => data.type === 'cursor' && resolve(data);
      }),
  );
  const cursor = await said;
  await page.goto('about:blank');
  await page.goto('/en/404-nothing/');
  await page.evaluate((last) => {
    const channel = new BroadcastChannel('sessionlab:failover');
    for (const junk of [null, 'x', { v: 9 }, { v: 1, type: 'log', entries: [1] }]) channel.postMessage(junk);
    channel.postMessage({ ...last, from: 'test', turn: 0, hash: 'elsewhere' });
  }, cursor);
  await expect(standing(stage)).toContainText(english.stage.following['out-of-step']);
  await expect(stage.getByRole('button', { name: english.stage.again, exact: true })).toBeVisible();
});
