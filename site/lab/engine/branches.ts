import type { HostName, Lab, Moment, Note, Planned, Recording, World } from '../../../simulator/index.ts';
import type { EditedFiles } from '../protocol.ts';
import type { SceneView } from '../scene.ts';
import type { BranchView, Deed } from '../timeline.ts';
import { Compiler, withoutClassFiles } from './compiler.ts';
import { Digest } from './digest.ts';
import { hostsWithFiles } from './readings.ts';

/** What a run was begun with. */
export interface Origin {
  lab: Lab;
  /** What was noted while the servers came up, before the run. */
  boot: readonly Note[];
  /** It was put on to show something, and is not the learner's own. */
  scene: SceneView | undefined;
}

/** One way that the run went. Its beginning may be that of another. */
export interface Branch {
  origin: Origin;
  /** Counts the branches in the order of their making. */
  number: number;
  recording: Recording;
  compiler: Compiler;
  /** What was gathered of it. */
  digest: Digest;
  /** Where it left another branch. */
  from: { branch: number; moment: Moment } | undefined;
  /** What was done first after that. */
  deed: Deed | undefined;
}

/** Somewhere in the branches. Without a moment: the newest of the branch. */
interface Position {
  branch: Branch;
  moment: Moment | undefined;
}

/**
 * The ways that one run went, and where in them one looks. Whoever acts on an earlier moment begins a new branch there;
 * the old one stays. To undo is to look at where one was before the last act.
 */
export class Branches {
  #all: Branch[];
  #here: Position;
  /** Where one was before a scene was put on. */
  #own: Position | undefined;
  #made = 1;
  #undo: (Position & { saves: boolean })[] = [];
  #redo: Position[] = [];

  constructor(recording: Recording, origin: Origin) {
    const first = branchOf(1, recording, Digest.begin(recording), origin, undefined);
    this.#all = [first];
    this.#here = { branch: first, moment: undefined };
  }

  get current(): Branch {
    return this.#here.branch;
  }

  /** The run of the branch that one looks at. */
  get recording(): Recording {
    return this.#here.branch.recording;
  }

  /** What is on the hosts' disks at the newest moment of a branch. */
  filesOf(number: number): EditedFiles | undefined {
    const branch = this.#all.find((one) => one.number === number);
    const files = branch && hostsWithFiles(branch.recording.world);
    return files && Object.fromEntries(files.map(([host, own]) => [host, withoutClassFiles(own)]));
  }

  /** The moment shown, where it is not the newest. */
  get past(): Moment | undefined {
    return this.#here.moment;
  }

  get moment(): Moment {
    return this.#here.moment ?? this.recording.end;
  }

  /** What is shown. Look, but do not touch. */
  get world(): World {
    return this.#here.moment ? this.recording.lookAt(this.#here.moment) : this.recording.world;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Looks at a moment of the branch; at the newest if it is not earlier. */
  lookAt(moment: Moment | undefined): void {
    const { end } = this.recording;
    const isPast = moment && (moment.at < end.at || moment.actions < end.actions);
    this.#here = { branch: this.current, moment: isPast ? moment : undefined };
  }

  /** The run in which something may be done now: one that forks from here, if this is the past. `saves`: it is done for the sake of what follows. */
  acting(saves = false): Recording {
    const { branch, moment } = this.#here;
    const before = { branch, moment: moment ?? branch.recording.end };
    const last = this.#undo.at(-1);
    // What is saved for an act's sake is undone with it.
    if (last?.saves && last.moment?.at === before.moment.at) last.saves = saves;
    else this.#undo.push({ ...before, saves });
    this.#redo = [];
    if (moment) this.fork();
    return this.recording;
  }

  /** Begins a branch at the moment shown. */
  fork(): void {
    const { current, moment } = this;
    const recording = current.recording.fork(moment);
    const digest = current.digest.fork(recording);
    const branch = branchOf(++this.#made, recording, digest, current.origin, { branch: current.number, moment });
    this.#all.push(branch);
    this.#here = { branch, moment: undefined };
  }

  /** Puts a run beside the others and looks at its end. What was put on before goes, if nothing came of it. */
  putOn(recording: Recording, digest: Digest, origin: Origin): void {
    const branch = branchOf(++this.#made, recording, digest, origin, undefined);
    const before = this.#all.filter((one) => one.origin.scene && !one.from);
    if (!this.current.origin.scene) this.#own = this.#here;
    this.#undo.push({ branch: this.current, moment: this.moment, saves: false });
    this.#redo = [];
    this.#all.push(branch);
    this.#here = { branch, moment: undefined };
    for (const { number } of before) if (!this.#all.some(({ from }) => from?.branch === number)) this.drop(number);
  }

  /** Back to where one was before a scene was put on. */
  putOff(): void {
    if (this.#own) this.#here = this.#own;
  }

  /** Goes to the newest moment of a branch. */
  goTo(number: number): void {
    const branch = this.#all.find((one) => one.number === number);
    if (branch) this.#here = { branch, moment: undefined };
  }

  /** Forgets a branch that one does not look at. */
  drop(number: number): void {
    if (number === this.current.number) return;
    this.#all = this.#all.filter((branch) => branch.number !== number);
    const stays = ({ branch }: Position) => branch.number !== number;
    this.#undo = this.#undo.filter(stays);
    this.#redo = this.#redo.filter(stays);
  }

  /** Goes back to before the last act, wherever that was. */
  undo(): void {
    const before = this.#undo.pop();
    if (!before) return;
    this.#redo.push(this.#here);
    this.#here = { branch: before.branch, moment: undefined };
    this.lookAt(before.moment);
  }

  redo(): void {
    const after = this.#redo.pop();
    if (!after) return;
    this.#undo.push({ branch: this.current, moment: this.moment, saves: false });
    this.#here = after;
  }

  /** The branches as a page shows them; times count from `start`. */
  views(start: number): BranchView[] {
    return this.#all.map((branch) => {
      const { number, from, recording } = branch;
      branch.deed ??= from && deedIn(recording.actions.slice(from.moment.actions), start);
      return {
        number,
        from: from && { branch: from.branch, at: from.moment.at - start },
        deed: branch.deed,
        scene: branch.origin.scene?.kind,
        end: recording.now - start,
      };
    });
  }
}

const branchOf = (
  number: number,
  recording: Recording,
  digest: Digest,
  origin: Origin,
  from: Branch['from'],
): Branch => ({
  origin,
  number,
  recording,
  compiler: new Compiler(recording.world),
  digest,
  from,
  deed: undefined,
});

/** What a learner did first. */
function deedIn(actions: readonly Planned[], start: number): Deed | undefined {
  const first = actions.find(({ action }) => action.kind !== 'computed');
  return first && { at: first.at - start, kind: first.action.kind, ...detailsOf(first.action) };
}

function detailsOf(action: Planned['action']): { host: HostName; what: string } {
  switch (action.kind) {
    case 'visit':
      return { host: action.host, what: action.visit.path };
    case 'power':
      return { host: action.host, what: action.event };
    case 'edit':
      return { host: action.host, what: action.file };
    case 'type':
      return { host: action.host, what: action.line };
    case 'move':
      return { host: action.host, what: action.ip };
    case 'redis-cli':
      return { host: action.host, what: action.argv.join(' ') };
    case 'slow':
      return { host: action.host, what: String(action.factor) };
    case 'link':
      return { host: action.from, what: `${action.to} ${action.event}` };
    case 'netem':
      return { host: action.from, what: action.to };
    case 'join':
      return { host: action.visitor.name, what: '' };
    default:
      return { host: 'host' in action ? action.host : '', what: '' };
  }
}
