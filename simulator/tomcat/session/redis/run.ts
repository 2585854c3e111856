import type { Dialled, Message, NoteBody, Outbox } from '../../../engine/world.ts';
import type { Duty } from '../manager.ts';
import { begin, type Worker } from './jedis.ts';
import { type Effect, forkLocals, type Locals, type Outcome, type RedisThread } from './state.ts';
import { WAITING } from './unwinding.ts';

/** One run of a thread's stage: what already came is taken from its record, the first thing still to come ends it. */
export interface Run {
  worker: Worker;
  duty: Duty & { out: ReplayedOutbox };
  locals: Locals;
}

/** Begins a stage again from its start. */
export function newRun(worker: Worker, thread: string): Run {
  const out = new ReplayedOutbox(worker.out, worker.thread);
  const { host, app } = worker;
  return { worker, duty: { host, app, thread, out }, locals: forkLocals(worker.thread.locals) };
}

/** A stage is over: the next one begins with the thread's variables as they are now. */
export function endStage({ worker: { thread }, locals }: Run, stage: RedisThread['stage']): void {
  thread.stage = stage;
  thread.locals = locals;
  thread.outcomes = [];
  thread.drawn = [];
  thread.told = -1;
}

/**
 * What the thread wants of its pool or of Redis, and what came of it. Unwinds the thread's stack where nothing has come
 * yet; an exception is a value in the outcome.
 */
export function perform(run: Run, effect: Effect): Outcome {
  const { worker } = run;
  const { out } = run.duty;
  const { thread } = worker;
  let outcome = thread.outcomes[out.taken];
  if (!outcome) {
    outcome = begin(worker, effect);
    if (!outcome) {
      thread.told = out.taken;
      throw WAITING;
    }
    thread.outcomes.push(outcome);
  }
  out.taken++;
  out.now = outcome.at;
  return outcome;
}

/** An outbox for a thread that does things again: time and chance are as they were, and nothing is told twice. */
class ReplayedOutbox implements Outbox {
  now: number;
  /** How many of the outcomes were taken. */
  taken = 0;
  readonly #out: Outbox;
  readonly #thread: RedisThread;
  #drawn = 0;

  constructor(out: Outbox, thread: RedisThread) {
    this.#out = out;
    this.#thread = thread;
    if (thread.outcomes.length === 0) thread.beganAt = out.now;
    this.now = thread.beganAt;
  }

  get wallClock(): number {
    return this.#out.wallClock - this.#out.now + this.now;
  }

  get noting(): boolean {
    return this.#out.noting;
  }

  note(note: NoteBody, chain?: string): void {
    if (this.taken > this.#thread.told) this.#out.note(note, chain);
  }

  random(): number {
    const { drawn } = this.#thread;
    const known = drawn[this.#drawn++];
    if (known !== undefined) return known;
    const next = this.#out.random();
    drawn.push(next);
    return next;
  }

  connect(to: string, what: Dialled): boolean {
    return this.#out.connect(to, what);
  }

  send(to: string, body: Message['body'], delay?: number): void {
    if (delay === undefined) this.#out.send(to, body);
    else this.#out.send(to, body, delay);
  }

  timer(name: string, delay: number): void {
    this.#out.timer(name, delay);
  }

  cancel(name: string): void {
    this.#out.cancel(name);
  }

  resolve(name: string): readonly string[] | undefined {
    return this.#out.resolve(name);
  }

  bind(address: string): boolean {
    return this.#out.bind(address);
  }

  unbind(): void {
    this.#out.unbind();
  }

  pid(): number {
    return this.#out.pid();
  }

  addresses(): readonly string[] {
    return this.#out.addresses();
  }

  readFile(path: string) {
    return this.#out.readFile(path);
  }

  writeFile(path: string, file: ReturnType<Outbox['readFile']>): void {
    this.#out.writeFile(path, file);
  }

  filesUnder(folder: string): string[] {
    return this.#out.filesUnder(folder);
  }
}
