import type { AnswerTo, Question } from '../questions.ts';
import type { LiveLab } from './live-lab.svelte.ts';

/** Milliseconds between an answer and the next question: while time runs, nobody reads faster. */
const PAUSE = 150;

/** An answer of the engine that follows the moment shown. To be made while a view is made; it stops with the view. */
export class FreshAnswer<Q extends Question> {
  /** Undefined until the engine has answered for the first time. */
  value: AnswerTo<Q> | undefined = $state.raw();
  readonly #lab: () => LiveLab;
  #question: Q | undefined;
  #asking = false;
  #stale = false;
  #closed = false;

  /** `question`: what to ask; what it reads decides, together with the moment, when it is asked again. */
  constructor(lab: () => LiveLab, question: () => Q | undefined) {
    this.#lab = lab;
    $effect(() => {
      void lab().snapshot;
      this.#question = question();
      void this.#ask();
    });
    $effect(() => () => {
      this.#closed = true;
    });
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#stale = true;
      return;
    }
    const question = this.#question;
    if (!question) {
      this.value = undefined;
      return;
    }
    this.#asking = true;
    this.#stale = false;
    const answer = await this.#lab().ask(question);
    if (this.#closed) return;
    this.value = answer;
    setTimeout(() => {
      this.#asking = false;
      if (this.#stale && !this.#closed) void this.#ask();
    }, PAUSE);
  }
}
