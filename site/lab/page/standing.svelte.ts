import { untrack } from 'svelte';
import type { AnswerTo, Question } from '../questions.ts';
import type { LiveLab } from './live-lab.svelte.ts';

/** Between two answers, in ms: often enough to follow a running lab, seldom enough to leave its engine to itself. */
const PAUSE = 150;

/** A question whose answer is kept up to date while a view is shown. To be made while a component is. */
export class Standing<Q extends Question> {
  answer: AnswerTo<Q> | undefined = $state.raw();
  readonly #lab: () => LiveLab;
  #sign: unknown = '';
  #wanted: Q | undefined;
  #asking = false;

  /**
   * `ask` tells the question, if there is one; it is asked anew when `sign` changes (a new list: with every look). An
   * engine that sleeps is left asleep.
   */
  constructor(lab: () => LiveLab, ask: () => { question: Q | undefined; sign: unknown }) {
    this.#lab = lab;
    $effect(() => {
      const { question, sign } = ask();
      if (!lab().awake) return;
      untrack(() => this.#want(question, sign));
    });
  }

  #want(question: Q | undefined, sign: unknown): void {
    if (sign === this.#sign) return;
    this.#sign = sign;
    this.#wanted = question;
    if (!question) this.answer = undefined;
    if (!this.#asking) void this.#askAll();
  }

  async #askAll(): Promise<void> {
    this.#asking = true;
    while (this.#wanted) {
      const question = this.#wanted;
      this.#wanted = undefined;
      this.answer = await this.#lab().ask(question);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    this.#asking = false;
  }
}

/** Changes whenever there may be something new to tell about the run. While time runs by itself, its passing alone is nothing new. */
export function signOfRun({ snapshot, context, playing }: LiveLab): string {
  const { run, now, packets } = snapshot;
  const newest = context.notes.at(-1)?.serial ?? -1;
  return [run, newest, playing ? '' : now, ...packets.map(({ serial }) => serial)].join(' ');
}
