import { Engine } from '../engine/engine.ts';
import type { Note, Planned, World } from '../engine/world.ts';
import { type Computed, type Task, taskIn } from '../redis/computing.ts';
import { BOOTED_AT, boot } from './build.ts';
import { type StartFailure, startFailuresOf } from './failures.ts';
import type { Lab } from './lab.ts';
import { Outcomes, type RequestOutcome } from './outcome.ts';

/** Traffic and faults for a lab whose servers have come up; times count from there, in virtual ms. */
export interface Scenario {
  plan: readonly Planned[];
  /** How long to play. */
  until: number;
  /** How long a packet is on its way between two hosts, in ms. */
  latency: number;
}

/** What came of a scenario in a lab. */
export interface PlayOutcome {
  /** In the order in which they were sent; times count as in the scenario. */
  requests: RequestOutcome[];
  /** Programs that did not come up with their files. */
  failures: Pick<StartFailure, 'host' | 'message'>[];
}

/**
 * Plays a scenario in a lab that nobody watches: as much as one wants at a time, so that whoever drives it can pause, show
 * how far it is, or give up.
 */
export class Play {
  readonly #world: World;
  readonly #engine: Engine;
  readonly #outcomes = new Outcomes(BOOTED_AT);
  readonly #failures: PlayOutcome['failures'];
  readonly #plan: readonly Planned[];
  readonly #until: number;
  /** Only who types commands can put a Redis into one that it cannot do by itself. */
  readonly #typed: boolean;
  #next = 0;

  /** `lab`: with its Java compiled. `listener` hears every note from then on, with the times of the world. */
  constructor(lab: Lab, { plan, until, latency }: Scenario, listener?: (note: Note) => void) {
    const started: Note[] = [];
    this.#world = boot(lab, (note) => started.push(note));
    this.#world.latency = latency;
    this.#failures = startFailuresOf(started).map(({ host, message }) => ({ host, message }));
    this.#plan = [...plan].sort((a, b) => a.at - b.at);
    this.#until = until;
    this.#typed = plan.some(({ action }) => action.kind === 'type');
    this.#engine = new Engine(this.#world, (note) => {
      this.#outcomes.hear(note);
      listener?.(note);
    });
  }

  /** How far it is, from 0 to 1. */
  get progress(): number {
    return this.#until === 0 ? 1 : Math.min(1, (this.#world.now - BOOTED_AT) / this.#until);
  }

  /**
   * Performs so many events at most. Says whether that was all, whether more is to come, or which command a Redis waits
   * to have worked out first (then `compute`).
   */
  go(events: number): 'done' | 'more' | Task {
    for (let left = events; left > 0; left--) {
      const task = this.#typed ? taskIn(this.#world) : undefined;
      if (task) return task;
      if (!this.#perform()) return 'done';
    }
    return 'more';
  }

  /** Hands in what a Redis waits for. */
  compute(host: string, computed: Computed): void {
    this.#engine.step({ kind: 'computed', host, computed });
  }

  outcome(): PlayOutcome {
    return { requests: this.#outcomes.requests, failures: this.#failures };
  }

  /** The next event: whatever is due before the next planned action, or that action. False: the scenario’s time is over. */
  #perform(): boolean {
    const planned = this.#plan[this.#next];
    const limit = BOOTED_AT + Math.min(planned?.at ?? Infinity, this.#until);
    if (this.#engine.advance(limit)) return true;
    this.#world.now = Math.max(this.#world.now, limit);
    if (!planned || planned.at > this.#until) return false;
    this.#next++;
    this.#engine.step(planned.action);
    return true;
  }
}
