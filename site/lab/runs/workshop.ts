import type { Order, Word } from './tasks.ts';
import { type Pace, perform } from './work.ts';

/** Takes orders and works on all tasks in turn, each for so many milliseconds at a time. */
export class Workshop {
  readonly #say: (word: Word) => void;
  readonly #turn: number;
  readonly #underWay = new Set<number>();

  constructor(say: (word: Word) => void, turn: number) {
    this.#say = say;
    this.#turn = turn;
  }

  async take(order: Order): Promise<void> {
    const { id } = order;
    if (order.type === 'cancel') {
      this.#underWay.delete(id);
      return;
    }
    this.#underWay.add(id);
    try {
      const outcome = await perform(order.task, this.#paceOf(id));
      if (this.#underWay.has(id)) this.#say({ type: 'done', id, outcome });
    } catch (error) {
      if (this.#underWay.has(id))
        this.#say({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
    this.#underWay.delete(id);
  }

  #paceOf(id: number): Pace {
    let since = performance.now();
    return {
      rest: async (share) => {
        if (performance.now() - since >= this.#turn) {
          if (this.#underWay.has(id)) this.#say({ type: 'progress', id, share });
          await new Promise((resolve) => setTimeout(resolve));
          since = performance.now();
        }
        if (!this.#underWay.has(id)) throw new Error('nobody wants the outcome any more');
      },
    };
  }
}
