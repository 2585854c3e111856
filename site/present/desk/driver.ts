import type { ClassBeat } from '../../beats.ts';
import type { LiveLab } from '../../lab/page/live-lab.svelte.ts';
import type { Told } from '../told.ts';

/** The beats that lead to one: those before it since its world began anew. */
export const beatsBefore = (beats: readonly ClassBeat[], index: number): readonly ClassBeat[] =>
  beats.slice(
    beats.findLastIndex(({ anew }, at) => anew && at <= index),
    index,
  );

/** Brings the desk's lab to moments of its class. */
export class Driver {
  readonly #lab: LiveLab;
  /** Writes what the lab did until now into the log. */
  readonly #observe: () => Promise<void>;

  constructor(lab: LiveLab, observe: () => Promise<void>) {
    this.#lab = lab;
    this.#observe = observe;
  }

  /** The lab stands as these acts lead to it, when this resolves. */
  async restore(acts: Told['acts'], end: number, at: number): Promise<void> {
    this.#lab.send({ type: 'follow', anew: true, acts: [...acts], end, at });
    await this.#observe();
  }

  /** From the very beginning, as these beats lead. */
  async leadUp(beats: readonly ClassBeat[]): Promise<void> {
    await this.restore([], 0, 0);
    let time = 0;
    for (const { plan, lasts } of beats) {
      time += lasts;
      this.#lab.send({ type: 'plan', plan });
      this.#lab.send({ type: 'leap', time });
    }
  }

  /** The class goes on from the moment that is shown, though it be an earlier one; the log has all until then. */
  async goOnFromHere(): Promise<void> {
    if (this.#lab.snapshot.timeline.past) this.#lab.send({ type: 'fork' });
    await this.#observe();
  }

  async leap(time: number): Promise<void> {
    this.#lab.send({ type: 'leap', time });
    await this.#observe();
  }

  /** What a plan has still to come when so many ms of it are gone. */
  planRest(plan: ClassBeat['plan'], gone: number): void {
    const rest = plan.flatMap(({ at, action }) => (at > gone ? { at: at - gone, action } : []));
    if (rest.length > 0) this.#lab.send({ type: 'plan', plan: rest });
  }

  /**
   * While the desk's window is covered the browser draws nothing there, and the lab's clock stands; the stage goes on.
   * So many real ms pass, up to `end` of virtual time.
   */
  passUnseen(passed: number, end: number | undefined): void {
    const lab = this.#lab;
    if (!document.hidden || !lab.playing) return;
    const time = lab.snapshot.timeline.end + passed * lab.context.speed;
    lab.send({ type: 'leap', time: Math.min(time, end ?? time) });
    lab.send({ type: 'play' });
  }
}
