import { Engine } from '../engine/engine.ts';
import type { Action, Note, Planned, Scheduled, World } from '../engine/world.ts';
import { BOOTED_AT, boot } from '../lab/build.ts';
import type { Lab } from '../lab/lab.ts';
import type { AlwaysCheck, FailingRun, Feedback } from './exercise.ts';
import { LATENCY, ofVisitors, playing } from './playing.ts';

/** Between two visits, in ms: time to see the first one out. */
const PAUSE = 500;

/** A run of an ordinary lab that breaks a check, and what was noted until then. */
export interface Shown {
  run: FailingRun;
  feedback: Feedback;
  notes: readonly Note[];
  /** What was noted of the visitor in the step that broke it. */
  step: readonly Note[];
}

/**
 * Makes an ordinary run of a path of a search: the same visits, one well after the other, and the faults between them; where
 * that shows nothing, each fault just after the same event; where that shows nothing, visits as close as on the path. It is played and must break the check by the same mistake;
 * `undefined`: it does not, for packets that take their time come in another order than on the path. `searched`: the
 * world of the search, which is changed.
 */
export function counterexample(
  check: AlwaysCheck,
  lab: Lab,
  { path, searched, mistake }: { path: readonly Action[]; searched: () => World; mistake: string },
): Shown | undefined {
  const told = (pause: number) => new Retelling(searched(), boot(lab)).planOf(path, pause);
  const apart = told(PAUSE);
  for (const plan of [inQuietMoments(apart), apart, told(0)]) {
    const shown = played(check, lab, plan);
    if (shown?.feedback.id === mistake) return shown;
  }
  return undefined;
}

/** The same plan, but that each fault strikes before the visit in whose midst it struck: that is easier to follow. */
function inQuietMoments(plan: readonly Planned[]): Planned[] {
  let visit = 0;
  const moved = plan.map(({ at, action }) => {
    if (action.kind === 'visit') visit = at;
    return { at: action.kind === 'visit' ? at : Math.max(0, visit - PAUSE / 2), action };
  });
  return moved.sort((a, b) => a.at - b.at);
}

/** Plays a plan until something breaks a check. */
function played(check: AlwaysCheck, lab: Lab, plan: readonly Planned[]): Shown | undefined {
  const world = boot(lab);
  const notes: Note[] = [];
  const end = (plan.at(-1)?.at ?? 0) + LONGEST;
  for (const told of playing(world, plan, end)) {
    notes.push(...told);
    const step = ofVisitors(told, world);
    const feedback = check.broken(step, world);
    if (!feedback) continue;
    const decisive = world.now - BOOTED_AT;
    return { run: { plan, until: Math.ceil(decisive + PAUSE), latency: LATENCY, decisive }, feedback, notes, step };
  }
  return undefined;
}

/** What any browser's wait may come to, in ms: nginx gives up an upstream after a minute, and there may be several. */
const LONGEST = 300_000;

/** Plays a path in the world of a search and, beside it, in an ordinary one, where things happen at their time. */
class Retelling {
  readonly #searched: World;
  readonly #search: Engine;
  readonly #ordinary: World;
  readonly #play: Engine;
  readonly #plan: Planned[] = [];
  /** Serial numbers, in both worlds, of what was scheduled as the nth since they were alike. */
  readonly #numbers = new Map<number, number>();
  readonly #serials: number[] = [];
  #scheduled = 0;

  constructor(searched: World, ordinary: World) {
    this.#searched = searched;
    this.#search = new Engine(searched);
    this.#ordinary = ordinary;
    this.#play = new Engine(ordinary);
  }

  planOf(path: readonly Action[], pause: number): Planned[] {
    /** The last of what happened by itself, counted as scheduled. */
    let last: number | undefined;
    for (const action of path) {
      const sent = this.#searched.sent;
      const item = itemOf(this.#searched, action);
      this.#search.step(action);
      if (item && !isNextVisit(item)) last = this.#numbers.get(item.serial);
      else {
        if (pause === 0 || !item) this.#catchUp(last);
        else this.#goOn(pause);
        this.#act(item && isNextVisit(item) ? this.#visitOf(item.to) : (action as Planned['action']));
      }
      for (const next of this.#searched.queue
        .filter(({ serial }) => serial >= sent)
        .sort((a, b) => a.serial - b.serial))
        if (!isNextVisit(next)) this.#numbers.set(next.serial, this.#scheduled++);
    }
    return this.#plan;
  }

  /** Lets the ordinary world come to where the nth of what was scheduled has happened, and not further. */
  #catchUp(nth: number | undefined): void {
    const serial = nth === undefined ? undefined : this.#serials[nth];
    if (serial === undefined) return;
    while (this.#ordinary.queue.some((item) => item.serial === serial) && this.#advance());
  }

  /** Lets all be said and done, and a pause pass. */
  #goOn(pause: number): void {
    const { hosts, queue } = this.#ordinary;
    const waits = () => [...hosts.values()].some((host) => host.kind === 'client' && host.pending.length > 0);
    while ((waits() || queue.some(({ kind }) => kind === 'message')) && this.#advance());
    this.#ordinary.now = Math.ceil((this.#ordinary.now + 1) / pause) * pause;
  }

  #act(action: Planned['action']): void {
    const { now, queue } = this.#ordinary;
    const due = queue.find(({ kind }) => kind === 'message') ? queue[0] : undefined;
    // Halfway to the next event, so that it is plain which of the two comes first.
    if (due && due.at > now) this.#ordinary.now += Math.min(1, due.at - now) / 2;
    this.#plan.push({ at: this.#ordinary.now - BOOTED_AT, action });
    this.#noticing(() => this.#play.step(action));
  }

  #advance(): boolean {
    let advanced = false;
    this.#noticing(() => {
      advanced = this.#play.advance(Number.POSITIVE_INFINITY);
    });
    return advanced;
  }

  #noticing(work: () => void): void {
    const { sent } = this.#ordinary;
    work();
    for (let serial = sent; serial < this.#ordinary.sent; serial++) this.#serials.push(serial);
  }

  /** The visit that a visitor of the searched world has just begun. */
  #visitOf(name: string): Planned['action'] {
    const host = this.#searched.hosts.get(name);
    const visit = host?.kind === 'client' ? host.plan.visits[host.plan.next - 1] : undefined;
    if (!visit) throw new Error(`"${name}" has begun no visit`);
    return { kind: 'visit', host: name, visit };
  }
}

const itemOf = ({ queue }: World, action: Action): Scheduled | undefined =>
  action.kind === 'deliver' || action.kind === 'fire'
    ? queue.find(({ serial }) => serial === action.serial)
    : undefined;

const isNextVisit = (item: Scheduled): item is Extract<Scheduled, { kind: 'message' }> =>
  item.kind === 'message' && item.body.type === 'work' && item.body.what === 'next-visit';
