import { type Chain, type Lab, type Note, type Scenario, withFiles } from '../../../../simulator/index.ts';
import type { LiveLab } from '../../page/live-lab.svelte.ts';
import type { EditedFiles } from '../../protocol.ts';
import { Runs } from '../../runs/runs.ts';
import { type Fault, faultsIn, ownScenario, standardScenario } from '../../runs/scenario.ts';
import type { Compared, Effects, Sides } from '../../runs/tasks.ts';
import type { SideFiles } from '../../texts/compare/words.ts';
import { loadSentences } from '../../texts/texts.ts';

/** Which files a side has: some of the lab's, a version that was kept (by its index), or those of a branch of the run. */
export type SideChoice = SideFiles | `kept ${number}` | `branch ${number}`;

/** Versions that were kept, as long as the page lives. */
const keptFiles = new WeakMap<LiveLab, EditedFiles[]>();

/** Two sets of files compared on the same traffic: what was chosen, and what came of it. */
export class Comparing {
  readonly #lab: LiveLab;
  readonly #runs = new Runs();
  #task: AbortController | undefined;
  #sides: Sides | undefined;

  a: SideChoice = $state('start');
  b: SideChoice = $state('draft');
  traffic: 'standard' | 'own' = $state('standard');
  /** Visitors beside the lab's own. */
  guests = $state(20);
  fault: Fault | undefined = $state.raw();
  kept: readonly EditedFiles[] = $state.raw([]);

  state: 'same' | 'empty' | 'working' | 'done' | 'cancelled' | 'failed' = $state('working');
  share = $state(0);
  failure = $state('');
  compared: Compared | undefined = $state.raw();
  effects: Effects | undefined = $state.raw();
  stories: { chain: Chain; a: Note[]; b: Note[] } | undefined = $state.raw();

  constructor(lab: LiveLab) {
    this.#lab = lab;
    this.kept = keptFiles.get(lab) ?? [];
  }

  get faults(): Fault[] {
    return faultsIn(this.#lab.context.lab);
  }

  /** The numbers of the run's branches, where there are several. */
  get branches(): number[] {
    const { branches } = this.#lab.snapshot.timeline;
    return branches.length > 1 ? branches.map(({ number }) => number) : [];
  }

  /** The files of a side; those of a branch only the engine knows. */
  filesOf(choice: SideChoice): EditedFiles | undefined {
    const { draft, running } = this.#lab.context;
    if (choice === 'start') return this.#lab.start;
    if (choice === 'running') return running;
    if (choice === 'draft') return draft;
    return choice.startsWith('kept ') ? this.kept[numberIn(choice)] : undefined;
  }

  keep(): void {
    this.kept = [...this.kept, this.#lab.context.draft];
    keptFiles.set(this.#lab, [...this.kept]);
  }

  /** Plays both sides anew. What was still being played is given up. */
  async begin(): Promise<void> {
    const task = this.#anew();
    const [a, b] = await Promise.all([this.#fetched(this.a), this.#fetched(this.b)]);
    if (task.signal.aborted) return;
    if (JSON.stringify(a) === JSON.stringify(b)) return this.#end('same');
    try {
      const { lab, scenario } = await this.#played();
      if (task.signal.aborted) return;
      this.#sides = { a: withFiles(lab, a), b: withFiles(lab, b), scenario };
      const waiting = { signal: task.signal, onprogress: (share: number) => (this.share = share) };
      const compared = await this.#runs.do('compare', this.#sides, waiting);
      if (compared.a.requests === 0 && compared.b.requests === 0) return this.#end('empty');
      this.compared = compared;
      this.state = 'done';
      this.effects = await this.#runs.do('effects', this.#sides, waiting);
    } catch (error) {
      if (task.signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.state = 'failed';
    }
  }

  cancel(): void {
    this.#task?.abort();
    this.#end('cancelled');
  }

  /** Fetches what happened to a request on both sides. */
  async tell(chain: Chain): Promise<void> {
    if (!this.#sides || !this.#task) return;
    const { signal } = this.#task;
    try {
      const asked = this.#runs.do('stories', { ...this.#sides, chain }, { signal });
      // They are told in sentences, which come with the engine; here nobody waits for that one.
      const [told] = await Promise.all([asked, loadSentences(this.#lab.t)]);
      this.stories = { chain, ...told };
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  close(): void {
    this.#task?.abort();
    this.#runs.close();
  }

  async #fetched(choice: SideChoice): Promise<EditedFiles> {
    const branch = choice.startsWith('branch ') ? numberIn(choice) : undefined;
    const files = branch === undefined ? this.filesOf(choice) : await this.#lab.ask({ type: 'branch-files', branch });
    // A branch that was dropped meanwhile has none of its own any more.
    return files ?? this.#lab.start;
  }

  #anew(): AbortController {
    this.#task?.abort();
    this.#task = new AbortController();
    this.state = 'working';
    this.share = 0;
    this.compared = undefined;
    this.effects = undefined;
    this.stories = undefined;
    return this.#task;
  }

  #end(state: 'same' | 'empty' | 'cancelled'): void {
    this.state = state;
  }

  /** What both sides play, and the lab around their files. */
  async #played(): Promise<{ lab: Lab; scenario: Scenario }> {
    if (this.traffic === 'own') {
      const history = await this.#lab.ask({ type: 'history' });
      return { lab: history.lab, scenario: ownScenario(history) };
    }
    const { lab } = this.#lab.context;
    // Who compares has no Redis to install first.
    const ready = lab.terminals ? { ...lab, terminals: { ...lab.terminals, redis: 'running' as const } } : lab;
    return { lab: ready, scenario: standardScenario(lab, this.guests, this.fault) };
  }
}

const numberIn = (choice: string) => Number(choice.slice(choice.indexOf(' ') + 1));
