import type { ClassBeat } from '../../beats.ts';
import type { LiveLab } from '../../lab/page/live-lab.svelte.ts';
import { chanceName } from '../address.ts';
import { Follower, type Following } from '../follower.ts';
import { message, type WishName } from '../messages.ts';
import { nothingTold, type Told, votesOf } from '../told.ts';
import type { SyncTransport } from '../transport.ts';

/** A class as the audience sees it: it follows a desk. */
export class Stage {
  readonly beats: readonly ClassBeat[];
  following: Following = $state('waiting');
  told: Told = $state.raw(nothingTold());
  playing = $state(false);
  /** Whoever sits at the stage may say what comes next. */
  readonly own: boolean;
  readonly #lesson: string;
  readonly #transport: SyncTransport;
  readonly #id = chanceName();
  #follower: Follower | undefined;

  constructor(lesson: string, beats: readonly ClassBeat[], transport: SyncTransport) {
    this.beats = beats;
    this.own = transport.own;
    this.#lesson = lesson;
    this.#transport = transport;
  }

  get beat(): ClassBeat | undefined {
    return this.beats.find(({ id }) => id === this.told.beat);
  }

  get votes() {
    return votesOf(this.told, this.told.beat ?? '');
  }

  /** Follows with this lab. Returns how to end it. */
  open(lab: LiveLab): () => void {
    lab.send({ type: 'pause' });
    lab.wake();
    const follower = new Follower({
      id: this.#id,
      lesson: this.#lesson,
      engine: {
        follow: (run) => lab.send({ type: 'follow', ...run }),
        hash: () => lab.ask({ type: 'state-hash' }),
      },
      post: (heard) => this.#transport.post(heard),
      now: () => performance.now(),
      changed: () => this.#changed(),
    });
    this.#follower = follower;
    const deaf = this.#transport.subscribe((data) => follower.hear(data));
    const ticking = setInterval(() => follower.tick(), 1000);
    follower.tick();
    return () => {
      clearInterval(ticking);
      deaf();
      this.#transport.close();
    };
  }

  /** A key was pressed here: the desk is asked. */
  readonly wish = (wish: WishName): void => {
    if (this.own) this.#transport.post(message(this.#id, { type: 'wish', wish }));
  };

  readonly startAgain = (): void => this.#follower?.startAgain();

  #changed(): void {
    const follower = this.#follower;
    if (!follower) return;
    this.following = follower.following;
    this.told = { ...follower.told };
    this.playing = follower.cursor?.playing ?? false;
  }
}
