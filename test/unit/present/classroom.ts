import { type Lab, withFiles } from '../../../simulator/index.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command } from '../../../site/lab/protocol.ts';
import type { AnswerTo, Question } from '../../../site/lab/questions.ts';
import { Follower } from '../../../site/present/follower.ts';
import { Leader } from '../../../site/present/leader.ts';
import type { Message } from '../../../site/present/messages.ts';

/** An engine as a window has it: told in order. */
class Engine {
  readonly session = new LabSession();
  readonly #lab: Lab;
  #last: Promise<unknown>;

  constructor(lab: Lab) {
    this.#lab = withFiles(lab, {});
    this.#last = this.session.load(this.#lab);
  }

  do(command: Command): Promise<unknown> {
    this.#last = this.#last.then(() => this.session.handle(command));
    return this.#last;
  }

  async ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    const report = (await this.do({ type: 'ask', id: 0, question })) as { answer: AnswerTo<Q> };
    return report.answer;
  }

  hash(): Promise<string> {
    return this.ask({ type: 'state-hash' });
  }

  get lab(): Lab {
    return this.#lab;
  }
}

/** A desk without a screen. What it says goes to `post`. */
export async function deskOf(lab: Lab, post: (message: Message) => void, clock: { now: number }) {
  const engine = new Engine(lab);
  const leader = new Leader({
    id: 'desk',
    kept: { log: 'log', entries: [{ seq: 0, at: 0, kind: 'begin', lesson: 'a' }], end: 0, at: 0 },
    told: (known, hashed) => engine.ask({ type: 'told', known, hashed }),
    pace: () => ({ playing: false, speed: 1 }),
    post,
    own: true,
    wish: () => {},
    now: () => clock.now,
    changed: () => {},
  });
  leader.begin();
  await leader.observe();
  return {
    engine,
    leader,
    do: async (command: Command) => {
      await engine.do(command);
      await leader.observe();
    },
  };
}

/** A stage without a screen. */
export function stageOf(lab: Lab, id: string, post: (message: Message) => void, clock: { now: number }) {
  const engine = new Engine(lab);
  const follower = new Follower({
    id,
    lesson: 'a',
    engine: {
      follow: ({ anew, ...run }) => void engine.do({ type: 'follow', ...(anew ? { lab: engine.lab } : {}), ...run }),
      hash: () => engine.hash(),
    },
    post,
    now: () => clock.now,
    changed: () => {},
  });
  return { engine, follower };
}
