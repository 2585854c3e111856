import { recall } from '../storage.ts';
import { type Glance, glanceAt, nextLesson, type Standing } from './glance.ts';
import { CHANGED, drafted, KEY } from './key.ts';

/** The words of these marks, written into the page where it holds them. */
export interface MarkWords extends Record<Standing, string> {
  /** `{passed}` and `{all}` are filled in. */
  count: string;
  /** On the way to the first lesson, while none was begun. */
  start: string;
  /** `{number}` and `{title}` are filled in. */
  goOn: string;
  /** Where to go when everything is passed. */
  done: string;
}

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** Shows on the page how the learner stands with each lesson. */
function mark(kept: unknown): void {
  const glance = glanceAt(kept, drafted());
  const standingOf = (id = '') => glance.get(id)?.standing ?? 'new';
  const words: MarkWords = JSON.parse(document.querySelector<HTMLElement>('[data-marks]')?.dataset.marks ?? '{}');
  for (const one of all('[data-standing-of]')) {
    one.dataset.standing = standingOf(one.dataset.standingOf);
    if (one.firstElementChild) one.firstElementChild.textContent = words[standingOf(one.dataset.standingOf)];
  }
  for (const count of all('[data-count-of]')) {
    const lessons = (count.dataset.countOf ?? '').split(' ');
    const passed = lessons.filter((id) => standingOf(id) === 'passed').length;
    count.textContent = filled(words.count, { passed, all: lessons.length });
  }
  for (const link of all('[data-go-on]')) leadOn(link as HTMLAnchorElement, glance, words);
}

/** Lets a link lead to the lesson that is next. */
function leadOn(link: HTMLAnchorElement, glance: Glance, words: MarkWords): void {
  const cards = new Map([...all('[data-lesson]')].map((card) => [card.dataset.lesson ?? '', card]));
  const lessons = [...cards.keys()];
  const next = cards.get(nextLesson(lessons, glance) ?? '');
  const { number = '', title = '' } = next?.dataset ?? {};
  link.setAttribute('href', next?.getAttribute('href') ?? link.dataset.goOn ?? '');
  const begun = lessons.some((id) => glance.has(id)) ? words.goOn : words.start;
  if (link.firstElementChild) link.firstElementChild.textContent = next ? filled(begun, { number, title }) : words.done;
}

/** What cannot be read is the store's to save; until then, drafts alone are told of. */
function kept(): unknown {
  try {
    return JSON.parse(recall(KEY) ?? 'null');
  } catch {
    return undefined;
  }
}

mark(kept());
window.addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) mark(kept());
});
addEventListener(CHANGED, (event) => mark((event as CustomEvent<unknown>).detail));
