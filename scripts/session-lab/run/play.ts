import {
  BOOTED_AT,
  boot,
  compiled,
  type Lab,
  type Memory,
  type Note,
  type Planned,
  Recording,
  type RedisConsole,
  redisTaskIn,
} from '../../../simulator/index.ts';
import { Compiler } from '../../../site/lab/engine/compiler.ts';
import { openConsole } from '../../../site/lab/engine/redis-console.ts';

/** A run that is to be played. Times count from when the servers are up, in virtual ms. */
export interface Score {
  lab: Lab;
  plan: readonly Planned[];
  until: number;
  /** How long a packet is on the line; absent: as in checks. */
  latency?: number;
  /** Everything that was done stands in the plan, what javac and Redis's rarer commands came to as well. */
  complete: boolean;
}

/** A run that was played, and what was noted while its servers came up. */
export interface Played {
  recording: Recording;
  boot: readonly Note[];
}

/** All notes are kept, for all are printed. */
const everything: Memory = { block: 4000, kept: Number.POSITIVE_INFINITY, retold: 1 };

/** Plays a run as a page does, only that nobody watches. */
export async function play({ lab, plan, until, latency, complete }: Score): Promise<Played> {
  const notes: Note[] = [];
  const world = boot(await compiled(lab), (note) => notes.push(note));
  if (latency !== undefined) world.latency = latency;
  const recording = new Recording(world, everything);
  const helpers = complete ? undefined : new Helpers(recording);
  for (const { at, action } of [...plan].sort((a, b) => a.at - b.at)) {
    if (at > until) break;
    await advance(recording, BOOTED_AT + at, helpers);
    recording.act(action);
    await helpers?.help();
  }
  await advance(recording, BOOTED_AT + until, helpers);
  return { recording, boot: notes };
}

/** Lets time pass; where somebody helps, event by event. */
async function advance(recording: Recording, until: number, helpers: Helpers | undefined): Promise<void> {
  for (let next = recording.next; helpers && next && next.at <= until; next = recording.next) {
    recording.advanceTo(next.at);
    await helpers.help();
  }
  recording.advanceTo(until);
}

/** Those who are asked by a run: javac when a source is saved, ioredis-mock for what Redis does not do by itself. */
class Helpers {
  readonly #recording: Recording;
  readonly #compiler: Compiler;
  #console: RedisConsole | undefined;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#compiler = new Compiler(recording.world);
  }

  async help(): Promise<void> {
    const recording = this.#recording;
    await this.#compiler.compile(recording);
    for (let task = redisTaskIn(recording.world); task; task = redisTaskIn(recording.world)) {
      this.#console ??= await openConsole();
      recording.act({ kind: 'computed', host: task.host, computed: await this.#console(task) });
      recording.advanceTo(recording.now);
    }
  }
}
