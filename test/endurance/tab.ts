import { createActor } from 'xstate';
import { type Lab, Recording, type World } from '../../simulator/index.ts';
import { answerTo } from '../../site/lab/engine/answers.ts';
import { Branches } from '../../site/lab/engine/branches.ts';
import { Telling } from '../../site/lab/engine/telling.ts';
import { labMachine } from '../../site/lab/page/machine.ts';
import type { Question } from '../../site/lab/questions.ts';

/** What views ask for while they are open. */
const questions: readonly Question[] = [
  { type: 'counts', last: 60_000, parts: 30 },
  { type: 'marks', most: 200 },
  { type: 'transcript', filter: { who: undefined, events: false }, part: 'newest', count: 40 },
  { type: 'transcript', filter: { who: 'tomcat1', events: true }, part: { from: 0 }, count: 40 },
  { type: 'xray', of: { visitor: 'far1' } },
  { type: 'space-time', around: 0, most: 150 },
  { type: 'expiries' },
];

/** A lab on a page, as worker and page have it between them, without a screen. */
export class Tab {
  readonly recording: Recording;
  readonly #lab: Lab;
  readonly #branches: Branches;
  readonly #telling: Telling;
  readonly #page;
  readonly #start: number;

  constructor(lab: Lab, world: World) {
    this.#lab = lab;
    this.#start = world.now;
    this.recording = new Recording(world);
    this.#branches = new Branches(this.recording, { lab, boot: [], scene: undefined });
    this.#telling = new Telling(world);
    this.#page = createActor(labMachine, { input: { lab, edits: [], first: this.#snapshot(), send() {} } }).start();
  }

  /** The page shows where the run is. */
  look(): void {
    this.#page.send({ type: 'engine.snapshot', snapshot: this.#snapshot() });
  }

  /** Every view is opened, here and at an earlier time. */
  lookAround(earlier: number): void {
    this.#askAll();
    this.#branches.lookAt(this.recording.momentAt(earlier));
    this.look();
    this.#askAll();
    this.#branches.lookAt(undefined);
    this.look();
  }

  #snapshot() {
    return {
      ...this.#telling.snapshot(this.#branches, [], undefined),
      run: 1,
      jumped: false,
      strike: undefined,
      openKey: undefined,
    };
  }

  #askAll(): void {
    for (const question of questions) {
      const { recording, moment, world } = this.#branches;
      const around = moment.at - this.#start;
      const evidence = { lab: this.#lab, boot: [], firstNote: 0, branches: this.#branches, recording, moment, world };
      answerTo(question.type === 'space-time' ? { ...question, around } : question, {
        ...evidence,
        run: 1,
        start: this.#start,
      });
    }
  }
}
