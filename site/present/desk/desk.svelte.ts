import type { ClassBeat } from '../../beats.ts';
import type { LiveLab } from '../../lab/page/live-lab.svelte.ts';
import { chanceName } from '../address.ts';
import { Leader, type LeaderInput, type Stage } from '../leader.ts';
import type { Input, Part, WishName } from '../messages.ts';
import { type Told, toldBy, votesOf } from '../told.ts';
import type { SyncTransport } from '../transport.ts';
import { beatsBefore, Driver } from './driver.ts';
import { keepClass, recallClass } from './kept.ts';
import { Turns } from './turns.ts';

export interface DeskInput {
  lesson: string;
  room: string;
  beats: readonly ClassBeat[];
  transport: SyncTransport;
}

const TICK_MS = 1000;

/** A class as its presenter conducts it: the beats, the log, the stages that follow. */
export class Desk {
  readonly beats: readonly ClassBeat[];
  readonly room: string;
  told: Told = $state.raw(toldBy([]));
  stages: readonly Stage[] = $state.raw([]);
  rival = $state(false);
  /** Real ms since 1970, by the second. */
  clock = $state(Date.now());
  beganAt: number | undefined = $state();
  beatAt: number | undefined = $state();
  #lab: LiveLab | undefined = $state.raw();
  readonly #lesson: string;
  readonly #transport: SyncTransport;
  #leader: Leader | undefined;
  #driver: Driver | undefined;
  readonly #turns = new Turns();
  /** The lab stands where the class is. */
  #arrived = false;
  /** The run of a beat that has come to its end: the number of its entry. */
  #ended = -1;

  constructor({ lesson, room, beats, transport }: DeskInput) {
    this.#lesson = lesson;
    this.room = room;
    this.beats = beats;
    this.#transport = transport;
  }

  get lab(): LiveLab | undefined {
    return this.#lab;
  }

  /** The number of the beat that the class is at. */
  get index(): number {
    return Math.max(
      0,
      this.beats.findIndex(({ id }) => id === this.told.beat),
    );
  }

  get beat(): ClassBeat {
    return this.beats[this.index] as ClassBeat;
  }

  /** Whether its part of the run has begun, and has come to its end. */
  get phase(): 'before' | 'running' | 'after' {
    const end = this.#endOfRun;
    if (end === undefined) return 'before';
    return (this.#lab?.snapshot.timeline.end ?? 0) >= end ? 'after' : 'running';
  }

  /** When the beat's part of the run, which has begun, is over (virtual ms). */
  get #endOfRun(): number | undefined {
    const { ranAt } = this.told;
    return ranAt === undefined ? undefined : ranAt + this.beat.lasts;
  }

  /** Something else was done before this beat than its script says: then its right answer may be another. */
  get offScript(): boolean {
    const planned = beatsBefore(this.beats, this.index).reduce((sum, { plan }) => sum + plan.length, 0);
    return this.phase === 'before' && this.told.acts.length !== planned;
  }

  /** No message can leave this window. */
  get silenced(): boolean {
    return this.#transport.state === 'closed';
  }

  get votes() {
    return votesOf(this.told, this.beat.id);
  }

  /** Brings the class to life on its lab: goes on with what was kept, or begins with a beat. Returns how to end it. */
  open(lab: LiveLab, beat: string | undefined): () => void {
    this.#lab = lab;
    this.#driver = new Driver(lab, async () => this.#leader?.observe());
    const kept = recallClass(this.room, this.#lesson);
    this.beganAt = kept?.beganAt;
    this.beatAt = kept?.beatAt;
    this.#lead(kept ?? beginningOf(this.#lesson));
    const deaf = this.#transport.subscribe((data) => this.#leader?.hear(data));
    const ticking = setInterval(() => this.#tick(), TICK_MS);
    void this.#arrive(kept !== undefined, beat);
    return () => {
      clearInterval(ticking);
      deaf();
      this.#transport.close();
    };
  }

  /** The lab stands elsewhere: that goes into the log, and a beat that has come to its end stops. */
  moved(): void {
    if (!this.#arrived) return;
    void this.#leader?.observe();
    const lab = this.#lab;
    const { ranAt } = this.told;
    if (!lab?.playing || ranAt === undefined || this.#ended === ranAt || this.phase !== 'after') return;
    this.#ended = ranAt;
    lab.send({ type: 'pause' });
    if (this.beat.choices.length > 0) this.show('answer', true);
  }

  /** What a key on the stage or here asks for. */
  readonly wish = (wish: WishName): void => {
    switch (wish) {
      case 'next':
        return void this.next();
      case 'back':
        return void this.back();
      case 'toggle':
        return void this.toggle();
      case 'blank':
        return this.show('blank', !this.told.shown.has('blank'));
    }
  };

  /** On: the beat's part of the run begins; it comes to its end; the next beat begins. */
  readonly next = (): Promise<void> =>
    this.#turns.take(async () => {
      if (this.told.shown.has('blank')) return this.show('blank', false);
      if (this.phase === 'before' && this.beat.plan.length > 0) return this.#run();
      // Whoever goes on too early has missed nothing: what the next beat builds on has happened.
      if (this.phase === 'running') await this.#driver?.leap(this.#endOfRun ?? 0);
      const next = this.beats[this.index + 1];
      if (next) await this.#begin(next);
    });

  /** Back: to where the beat began; from there, to where the one before it did. */
  readonly back = (): Promise<void> =>
    this.#turns.take(() => this.#goTo(this.phase === 'before' ? Math.max(0, this.index - 1) : this.index));

  /** To the beginning of any beat. */
  readonly jump = (index: number): Promise<void> => this.#turns.take(() => this.#goTo(index));

  readonly toggle = (): Promise<void> =>
    this.#turns.take(async () => {
      const lab = this.#lab;
      if (this.phase === 'before' && this.beat.plan.length > 0 && !lab?.playing) return this.#run();
      lab?.send({ type: lab.playing ? 'pause' : 'play' });
    });

  readonly show = (part: Part, shown: boolean): void => {
    if (part === 'link' && shown) this.#lab?.send({ type: 'pause' });
    this.#put({ kind: 'reveal', part, shown });
  };

  readonly vote = (round: 1 | 2, counts: readonly number[]): void =>
    this.#put({ kind: 'votes', beat: this.beat.id, round, counts });

  /** The hands are raised once more, from the first vote on. */
  readonly forgetVotes = (): void => this.#put({ kind: 'recount', beat: this.beat.id });

  /** Forgets the class and begins another. */
  readonly startAnew = (): Promise<void> =>
    this.#turns.take(async () => {
      this.beganAt = undefined;
      this.beatAt = undefined;
      this.#lead(beginningOf(this.#lesson));
      await this.#begin(this.beats[0] as ClassBeat);
    });

  async #arrive(hasKept: boolean, beat: string | undefined): Promise<void> {
    await this.#turns.take(async () => {
      const wanted = this.beats.findIndex(({ id }) => id === beat);
      if (hasKept) {
        await this.#driver?.restore(this.told.acts, this.#leader?.end ?? 0, this.#leader?.at ?? 0);
        const { ranAt } = this.told;
        if (ranAt !== undefined) this.#driver?.planRest(this.beat.plan, (this.#leader?.end ?? 0) - ranAt);
      } else await this.#goTo(Math.max(0, wanted));
      this.#arrived = true;
      await this.#leader?.observe();
    });
  }

  /** To the beginning of a beat: as the class came to it, or, where it never did, as the beats before it lead to it. */
  async #goTo(index: number): Promise<void> {
    const beat = this.beats[index] as ClassBeat;
    await this.#leader?.observe();
    const entries = this.#leader?.entries ?? [];
    const begun = entries.findLast((entry) => entry.kind === 'beat' && entry.beat === beat.id);
    if (beat.anew) await this.#driver?.restore([], 0, 0);
    else if (begun) await this.#driver?.restore(toldBy(entries.slice(0, begun.seq)).acts, begun.at, begun.at);
    else await this.#driver?.leadUp(beatsBefore(this.beats, index));
    await this.#begin(beat);
  }

  /** The beat stands before its part of the run. */
  async #begin(beat: ClassBeat): Promise<void> {
    const lab = this.#lab;
    lab?.send({ type: 'pause' });
    if (beat.anew) await this.#driver?.restore([], 0, 0);
    await this.#driver?.goOnFromHere();
    this.beatAt = Date.now();
    this.#put({ kind: 'beat', beat: beat.id });
  }

  async #run(): Promise<void> {
    const lab = this.#lab;
    const { id, plan } = this.beat;
    await this.#driver?.goOnFromHere();
    this.beganAt ??= Date.now();
    this.beatAt ??= Date.now();
    this.#put({ kind: 'run', beat: id });
    if (plan.some(({ action }) => action.kind === 'edit')) this.show('files', true);
    lab?.send({ type: 'plan', plan });
    lab?.send({ type: 'play' });
  }

  #put(...inputs: Input[]): void {
    this.#leader?.put(...inputs);
  }

  #lead(kept: LeaderInput['kept']): void {
    const transport = this.#transport;
    const lab = this.#lab as LiveLab;
    this.#leader = new Leader({
      id: chanceName(),
      kept,
      told: (known, hashed) => lab.ask({ type: 'told', known, hashed }),
      pace: () => ({ playing: lab.playing, speed: lab.context.speed }),
      post: (message) => transport.post(message),
      own: transport.own,
      wish: this.wish,
      now: () => performance.now(),
      changed: () => this.#changed(),
    });
    this.#leader.begin();
    this.#changed();
  }

  #changed(): void {
    const leader = this.#leader;
    if (!leader) return;
    this.told = { ...leader.told };
    this.rival = leader.rival;
    this.stages = leader.present();
  }

  #tick(): void {
    this.clock = Date.now();
    const leader = this.#leader;
    if (!leader) return;
    this.#driver?.passUnseen(TICK_MS, this.phase === 'running' ? this.#endOfRun : undefined);
    leader.tick();
    const { log, entries, end, at } = leader;
    keepClass(this.room, { log, entries, end, at, beganAt: this.beganAt, beatAt: this.beatAt });
  }
}

/** A class of which nothing has happened yet. */
const beginningOf = (lesson: string): LeaderInput['kept'] => ({
  log: chanceName(),
  entries: [{ seq: 0, at: 0, kind: 'begin', lesson }],
  end: 0,
  at: 0,
});
