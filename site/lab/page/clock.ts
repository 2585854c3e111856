import type { Packet } from '../packet.ts';
import type { Passed, Snapshot } from '../protocol.ts';

/** A step is shown as a movement of this many real ms. */
const STEP_MS = 450;
/** While somebody types, nothing runs away from him; it goes on so long after the last key (real ms). */
const TYPING_MS = 1500;
/** The page is told everything this seldom (real ms) while time passes by itself: nobody reads faster. What moves moves with every frame. */
const READING_MS = 100;
/** While more is on the lines than anybody could follow one by one, the page is told everything more seldom still. */
const CROWDED = 40;
const CROWDED_MS = 250;
/** Then a machine that is slow draws so many frames first, but nobody reads what is older than `STALE_MS`. */
const CROWDED_FRAMES = 10;
const STALE_MS = 1000;
/** With nothing on the lines, the engine is asked this seldom (real ms). */
const QUIET_MS = 120;

/**
 * The page's side of virtual time: which moment is on the screen. It asks the engine to follow while the
 * lab plays, and lets a step glide. It runs only between `start` and `stop`.
 */
export class Clock {
  /** The moment on the screen, in virtual ms. */
  time = 0;
  /** Packets to draw, by serial number; kept until they have arrived on the screen. */
  readonly flying = new Map<number, Packet>();
  readonly #advance: (time: number, brief: boolean) => void;
  readonly #draw: () => void;
  #frame: number | undefined;
  #lastFrame = 0;
  #lastAsked = 0;
  #lastWhole = 0;
  #framesSince = 0;
  #waiting = false;
  #playing = false;
  #speed = 1;
  #run = -1;
  /** The engine's newest moment. */
  #newest = 0;
  #busy = false;
  #running = false;
  /** Real ms until which time stands still. */
  #heldUntil = 0;

  /** `advance` lets the engine follow; `brief`: what the page shows besides moving packets can wait. */
  constructor(advance: (time: number, brief: boolean) => void, draw: () => void) {
    this.#advance = advance;
    this.#draw = draw;
  }

  /** Takes in what the engine told. With `still` (reduced motion) the screen jumps to it. */
  show({ now, packets, run, jumped }: Snapshot, still: boolean): void {
    if (run !== this.#run) {
      this.#run = run;
      this.flying.clear();
      this.time = now;
    }
    if (jumped || now < this.#newest) {
      // Sent elsewhere in the run: nothing glides there.
      this.flying.clear();
      this.time = now;
    }
    this.#take({ now, packets, busy: packets.length > 0 }, still);
  }

  /** Takes in how far time has gone. */
  pass(passed: Passed, still: boolean): void {
    // What the engine told of an earlier run came late.
    if (passed.run === this.#run) this.#take(passed, still);
  }

  #take({ now, packets, busy }: Omit<Passed, 'run'>, still: boolean): void {
    this.#waiting = false;
    this.#newest = now;
    this.#busy = busy;
    for (const packet of packets) this.flying.set(packet.serial, packet);
    if (still) this.time = now;
    this.#wake();
  }

  set(playing: boolean, speed: number): void {
    this.#playing = playing;
    this.#speed = speed;
    if (playing) this.#wake();
  }

  /** Brings the engine to the moment on the screen: before something is done to the world. */
  sync(): void {
    this.#heldUntil = 0;
    if (this.#playing && this.time > this.#newest) this.#advance(this.time, true);
  }

  /** Somebody types: time stands still until he has stopped for a moment or does something. Returns whether it ran until now. */
  hold(): boolean {
    const now = performance.now();
    const ran = this.#playing && now >= this.#heldUntil;
    this.#heldUntil = now + TYPING_MS;
    return ran;
  }

  start(): void {
    this.#running = true;
    this.#lastFrame = 0;
    this.#wake();
  }

  stop(): void {
    this.#running = false;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #wake(): void {
    if (!this.#running || this.#frame !== undefined) return;
    this.#lastFrame = 0;
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    const passed = this.#lastFrame === 0 ? 16 : Math.min(100, now - this.#lastFrame);
    this.#lastFrame = now;
    this.#frame = undefined;
    if (this.#playing && now >= this.#heldUntil) this.#play(passed, now);
    else if (!this.#playing && this.time < this.#newest) this.#glide(passed);
    for (const [serial, { at }] of this.flying) if (at <= this.time) this.flying.delete(serial);
    this.#draw();
    if (this.#playing || this.time < this.#newest) this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  #play(passed: number, now: number): void {
    this.time += passed * this.#speed;
    this.#framesSince++;
    const due = this.#busy || this.flying.size > 0 || now - this.#lastAsked >= QUIET_MS;
    if (this.#waiting || !due) return;
    this.#waiting = true;
    this.#lastAsked = now;
    const brief = !this.#tellsAll(now - this.#lastWhole);
    if (!brief) {
      this.#lastWhole = now;
      this.#framesSince = 0;
    }
    this.#advance(this.time, brief);
  }

  /** Whether so long after the last time (real ms) the page is to be told everything again. */
  #tellsAll(since: number): boolean {
    if (this.flying.size <= CROWDED) return since >= READING_MS;
    return since >= STALE_MS || (since >= CROWDED_MS && this.#framesSince >= CROWDED_FRAMES);
  }

  #glide(passed: number): void {
    const rest = this.#newest - this.time;
    this.time += Math.max(passed, rest * Math.min(1, passed / (STEP_MS / 3)));
    if (this.#newest - this.time < 1 || this.time > this.#newest) this.time = this.#newest;
  }
}
