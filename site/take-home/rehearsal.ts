import {
  BOOTED_AT,
  boot,
  type Lab,
  type Note,
  outcomesOf,
  type Planned,
  Recording,
  redisSetting,
  redisTaskIn,
} from '../../simulator/index.ts';
import { openConsole } from '../lab/engine/redis-console.ts';
import { lackingOf, redisCliIn } from './counterparts.ts';
import { expectedOf, isSettled, listeningIn, printedIn } from './observed.ts';
import type { End, HomeRun, Listening, PowerStep, RedisCliStep, Step, VisitStep } from './run.ts';

/** A script makes one visit after the other, each by a curl of its own. */
const MOST_VISITS = 1000;

/** One playing of a run in the simulator, told as the steps of a script with what came of each. */
export class Rehearsal {
  readonly steps: Step[] = [];
  readonly listens: readonly Listening[];
  end: End | undefined;
  readonly #lab: Lab;
  readonly #recording: Recording;
  readonly #visits = new Map<string, VisitStep>();
  /** What was begun last: whether it is over by the time of the next step is not known yet. */
  #begun:
    | { step: VisitStep; chain: string }
    | { step: PowerStep }
    | { step: RedisCliStep; terminal: string }
    | undefined;
  #told = 0;

  /** `lab`: with its Java compiled. `latency`: how long a packet is on its way between two hosts, in ms. */
  constructor(lab: Lab, latency: number) {
    const world = boot(lab);
    world.latency = latency;
    this.#lab = lab;
    this.#recording = new Recording(world);
    this.listens = listeningIn(world);
  }

  async play({ plan, until }: HomeRun): Promise<void> {
    for (const { at, action } of [...plan].sort((a, b) => a.at - b.at)) {
      if (at > until) break;
      await this.#advance(at);
      const lacking = this.end ? undefined : lackingOf(action);
      if (lacking) this.end = { why: 'no-counterpart', at, ...lacking };
      if (this.end) break;
      this.#tell(at, action);
      this.#recording.act(action);
      this.#hear();
    }
    if (!this.end) await this.#advance(until);
    this.#settle();
    this.#expect();
  }

  /** Lets time pass, and works out what a Redis waits for. */
  async #advance(until: number): Promise<void> {
    const recording = this.#recording;
    const last = BOOTED_AT + until;
    for (let next = recording.next; next && next.at <= last && !this.end; next = recording.next) {
      recording.advanceTo(next.at);
      this.#hear();
      for (let task = redisTaskIn(recording.world); task; task = redisTaskIn(recording.world)) {
        const computed = await (await openConsole())(task);
        recording.act({ kind: 'computed', host: task.host, computed });
        recording.advanceTo(recording.now);
      }
    }
    if (!this.end) recording.advanceTo(last);
  }

  /** Visits come from whoever makes them: a plan, a crowd, a habit. */
  #hear(): void {
    const { notes } = this.#recording;
    for (; this.#told < notes.length && !this.end; this.#told++) {
      const note = notes.at(this.#told);
      if (note?.kind === 'requested' && note.chain !== undefined) this.#visit(note, note.chain);
    }
  }

  #visit({ at, host, method, path }: Extract<Note, { kind: 'requested' }>, chain: string): void {
    this.#settle();
    const time = at - BOOTED_AT;
    const visitor = this.#recording.world.hosts.get(host);
    if (visitor?.kind !== 'client') return;
    if (this.#visits.size >= MOST_VISITS) {
      this.end = { why: 'too-many', at: time, count: MOST_VISITS };
      return;
    }
    const step: VisitStep = {
      kind: 'visit',
      at: time,
      visitor: host,
      source: visitor.proxy ?? visitor.ip,
      forwarded: visitor.proxy === undefined ? undefined : visitor.ip,
      cookies: visitor.cookies,
      method,
      path,
      patience: visitor.pending.find((one) => one.chain === chain)?.visit.patience,
      expected: { status: undefined, server: undefined, page: undefined },
      waits: true,
    };
    this.#visits.set(chain, step);
    this.steps.push(step);
    this.#begun = { step, chain };
  }

  #tell(at: number, action: Planned['action']): void {
    const { steps } = this;
    switch (action.kind) {
      case 'edit':
        this.#settle();
        steps.push({ kind: 'edit', at, host: action.host, file: action.file, text: action.text });
        return;
      case 'power': {
        this.#settle();
        const { host, event } = action;
        const step: PowerStep = { kind: 'power', at, host, event, listens: [], waits: true };
        steps.push(step);
        this.#begun = { step };
        return;
      }
      case 'redis-cli':
        this.#settle();
        steps.push({ kind: 'redis-cli', at, words: [...this.#redisOptions(), ...action.argv], printed: undefined });
        return;
      case 'type': {
        this.#settle();
        const step: RedisCliStep = { kind: 'redis-cli', at, words: redisCliIn(action.line) ?? [], printed: undefined };
        steps.push(step);
        this.#begun = { step, terminal: action.host };
      }
    }
  }

  /** What is over by the time of the next step was waited for; what is not goes on beside it. */
  #settle(): void {
    const { world, notes } = this.#recording;
    const begun = this.#begun;
    this.#begun = undefined;
    if (!begun) return;
    if ('chain' in begun)
      begun.step.waits = notes
        .slice()
        .some(({ kind, chain }) => chain === begun.chain && (kind === 'answered' || kind === 'no-answer'));
    else if ('terminal' in begun) begun.step.printed = printedIn(world, begun.terminal);
    else {
      const { step } = begun;
      step.waits = isSettled(world, step.host);
      if (step.event === 'start' && step.waits) step.listens = listeningIn(world, step.host);
    }
  }

  /** Writes what came of each visit into its step. */
  #expect(): void {
    const notes = this.#recording.notes.slice();
    const pages = new Map(notes.flatMap((note) => (note.kind === 'answered' ? [[note.chain, note.body]] : [])));
    for (const outcome of outcomesOf(notes)) {
      const step = this.#visits.get(outcome.chain);
      if (step) step.expected = expectedOf(outcome, pages.get(outcome.chain));
    }
  }

  #redisOptions(): string[] {
    const { redis } = this.#lab;
    if (!redis) return [];
    const [port, password] = [redisSetting(redis, 'port'), redisSetting(redis, 'requirepass')];
    return ['-p', port, ...(password === '' ? [] : ['-a', password])];
  }
}
