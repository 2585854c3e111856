import { expect, type Locator, type Page } from '@playwright/test';
import { editorTexts } from '../../site/editor/texts.ts';
import type { ShopPage } from '../../site/lab/page/shop.ts';
import { en } from '../../site/lab/texts/en.ts';
import { words as exerciseEn } from '../../site/lab/texts/exercise/en.ts';
import type { ExercisePanelWords } from '../../site/lab/texts/exercise/words.ts';
import { words as exerciseZhCn } from '../../site/lab/texts/exercise/zh-cn.ts';
import { loadSentences, type Texts } from '../../site/lab/texts/texts.ts';
import { zhCn } from '../../site/lab/texts/zh-cn.ts';
import type { PaneId } from '../../site/lab/views/panes.ts';
import type { Locale } from '../../site/locale.ts';

// What the labs tell is compared with the same sentences.
await Promise.all([en, zhCn].map(loadSentences));

/** A lab on a page, worked as a learner works it: by what is written on it. */
export class LabPage {
  readonly page: Page;
  readonly root: Locator;
  readonly t: Texts;
  readonly editorTexts: (typeof editorTexts)[Locale];
  readonly words: ExercisePanelWords;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.t = locale === 'en' ? en : zhCn;
    this.editorTexts = editorTexts[locale];
    this.words = locale === 'en' ? exerciseEn : exerciseZhCn;
    this.root = page.getByRole('region', { name: this.t.lab, exact: true });
  }

  /** Goes to where the lab is and waits until it answers. */
  async ready(): Promise<void> {
    await this.root.scrollIntoViewIfNeeded();
    await this.page.mouse.move(1, 1);
    await expect(this.page.locator('astro-island:not([ssr])')).toHaveCount(1);
  }

  visitor(name: string): Locator {
    return this.root.getByRole('article', { name: this.t.visitor.name(name), exact: true });
  }

  server(name: string): Locator {
    return this.root.getByRole('article', { name, exact: true });
  }

  /** The server that holds a session of this visitor. */
  async serverOf(visitor: string): Promise<string> {
    const sign = this.page.getByRole('img', { name: this.t.visitor.name(visitor), exact: true });
    const holder = this.root.locator('article.tomcat').filter({ has: sign });
    await expect(holder).toHaveCount(1);
    return (await holder.getAttribute('aria-label')) ?? '';
  }

  async press(visitor: string, what: 'login' | 'who'): Promise<void> {
    await this.visitor(visitor).getByRole('button', { name: this.t.visitor[what], exact: true }).click();
  }

  /** What a visitor's window says, with the number of the answer. */
  async sees(visitor: string, shown: ShopPage, login: 'in' | 'lost' = 'in'): Promise<void> {
    const shop = this.visitor(visitor).locator('.window');
    await expect(shop).toContainText(this.t.shop.headline(shown, login));
    await expect(shop.locator('.status')).toHaveText('200');
  }

  get goals(): Locator {
    return this.root.getByRole('region', { name: this.t.goals.title, exact: true });
  }

  /** Runs the checks and waits until they are done. */
  async check(): Promise<void> {
    await this.goals.getByRole('button', { name: this.t.goals.check, exact: true }).click();
    await expect(this.goals.getByRole('status')).not.toBeEmpty();
  }

  /** Comes near: what is told of the exercise is fetched. */
  async near(): Promise<void> {
    await this.goals.getByRole('button', { name: this.t.goals.check, exact: true }).focus();
  }

  /** Asks for the nth prediction, and waits for the question. */
  async predict(nth = 0): Promise<Locator> {
    await this.near();
    await this.goals.getByRole('button', { name: this.words.predict.button, exact: true }).nth(nth).click();
    const asked = this.root.getByRole('region', { name: this.words.predict.title, exact: true });
    await expect(asked).toBeFocused();
    return asked;
  }

  /** Opens the run in which the first failed check fails; it stands before that. */
  async showRun(): Promise<Locator> {
    await this.goals.getByRole('button', { name: this.words.showRun, exact: true }).first().click();
    const scene = this.root.getByRole('region', { name: this.words.scene.failing, exact: true });
    await expect(scene).toBeFocused();
    return scene;
  }

  /** Back to the learner's own run. */
  async leaveScene(): Promise<void> {
    const back = this.root.getByRole('button', { name: this.words.scene.back, exact: true });
    await back.click();
    await expect(back).toHaveCount(0);
  }

  /** Takes a step of the hints: 0 and 1 are sentences, 2 is a diff. */
  async hint(step: 0 | 1 | 2): Promise<void> {
    await this.goals.getByRole('button', { name: this.words.hints.take[step], exact: true }).click();
  }

  /** Asks for the solution, and once more. */
  async showSolution(): Promise<void> {
    for (const name of [this.words.solution.show, this.words.solution.confirm])
      await this.goals.getByRole('button', { name, exact: true }).click();
  }

  async passes(): Promise<void> {
    await expect(this.goals.getByRole('status')).toHaveText(this.words.allPassed);
  }

  async pane(which: PaneId): Promise<Locator> {
    await this.root.getByRole('tab', { name: this.t.panes[which], exact: true }).click();
    return this.root.getByRole('tabpanel', { name: this.t.panes[which], exact: true });
  }

  /** Ten times as fast: the journeys are not about waiting. */
  async hurry(): Promise<void> {
    await this.root.getByRole('slider', { name: this.t.time.speed }).fill('1');
  }

  get light(): Locator {
    return this.root.getByRole('textbox', { name: this.editorTexts.label('nginx.conf'), exact: true });
  }

  /** The number of errors, as the editor says it. */
  get problems(): Locator {
    return this.root.locator('.problems').getByRole('status');
  }

  /** What becomes of the file shown: in use, or changed. */
  get fate(): Locator {
    return this.root.locator('.fate');
  }

  /** Puts a text into the light editor at once, as pasting it would. */
  async type(typed: string): Promise<void> {
    await this.light.evaluate((field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, typed);
  }

  /** From the next key press on, measures how long it takes until something shows. */
  async stopwatch(selector: string): Promise<void> {
    await this.root.evaluate((root, wanted) => {
      const watch = globalThis as { pressed?: number; shown?: Promise<number> };
      watch.shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (watch.pressed === undefined || !root.querySelector(wanted)) return;
          observer.disconnect();
          resolve(performance.now() - watch.pressed);
          delete watch.pressed;
        });
        observer.observe(root, { subtree: true, childList: true, attributes: true });
        root.addEventListener('keydown', () => (watch.pressed = performance.now()), { once: true, capture: true });
      });
    }, selector);
  }

  /** What the stopwatch measured, in ms. */
  elapsed(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown);
  }

  reload(): Promise<void> {
    return this.root.locator('.files').getByRole('button', { name: 'nginx -s reload' }).click();
  }
}

/** The guide's setup: its `upstream` block, where the lesson's file has none. */
export const GUIDE_CONF = `events {
}

http {
    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
    }

    server {
        listen 80;

        location / {
            proxy_pass http://backserver;
        }
    }
}
`;
