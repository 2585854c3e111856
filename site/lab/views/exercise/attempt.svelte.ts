import { tick } from 'svelte';
import type { Check, Verdict } from '../../../../simulator/index.ts';
import { liveProgress } from '../../../progress/live.ts';
import { progress } from '../../../progress/store.ts';
import { ownWork } from '../../page/files.ts';
import type { LabExercise, LiveLab } from '../../page/live-lab.svelte.ts';
import type { EditedFiles } from '../../protocol.ts';
import { Runs } from '../../runs/runs.ts';
import type { Scene } from '../../scene.ts';
import { turnIn } from './turn.ts';

export type FailedVerdict = Extract<Verdict, { state: 'failed' }>;

/** How a check stands: not tried, or what came of it, and whether the files have changed since. */
export type Standing = { verdict: Verdict | undefined; old: boolean };

/** A learner's attempt at an exercise: what the checks say of his files, and what was shown of it. */
export class Attempt {
  readonly exercise: LabExercise;
  readonly #lab: LiveLab;
  readonly #runs = new Runs();
  /** What is slow and nobody waits for has a thread of its own. */
  #shrinking = new Runs();
  #task: AbortController | undefined;
  #looks = 0;
  /** What was pressed to put a scene on. */
  #opener: HTMLElement | undefined;
  /** By check: what it said, and of which files. */
  #found: ReadonlyMap<string, { verdict: Verdict; files: EditedFiles; of: string }> = $state.raw(new Map());
  readonly #draft = $derived.by(() => this.#lab.context.draft);
  readonly #files = $derived(this.#nameOf(this.#draft));

  checking = $state(false);
  /** How far the checks are, from 0 to 1. */
  share = $state(0);
  failure: string | undefined = $state();
  cancelled = $state(false);
  /** The mistake whose hints are asked for, where there are several. */
  #chosen: string | undefined = $state();

  constructor(lab: LiveLab, exercise: LabExercise) {
    this.#lab = lab;
    this.exercise = exercise;
  }

  standing(check: string): Standing {
    const found = this.#found.get(check);
    return { verdict: found?.verdict, old: found !== undefined && found.of !== this.#files };
  }

  /** The checks that failed, in their order. */
  get failed(): FailedVerdict[] {
    return Object.keys(this.exercise.texts.checks).flatMap((id) => {
      const verdict = this.#found.get(id)?.verdict;
      return verdict?.state === 'failed' ? [verdict] : [];
    });
  }

  /** The failed check that is being looked into. */
  get current(): FailedVerdict | undefined {
    return this.failed.find(({ id }) => id === this.#chosen) ?? this.failed[0];
  }

  /** Every check has passed with the files as they are. */
  get passed(): boolean {
    return Object.keys(this.exercise.texts.checks).every((id) => {
      const { verdict, old } = this.standing(id);
      return verdict?.state === 'passed' && !old;
    });
  }

  /** So many steps of the hints for a mistake were taken. */
  hintsTaken(mistake: string): number {
    return liveProgress.of(this.exercise.id)?.hints[mistake] ?? 0;
  }

  takeHint(mistake: string): void {
    progress.hinted(this.exercise.id, mistake, this.hintsTaken(mistake) + 1);
  }

  /** Plays every check on what is in the editor. */
  async check(): Promise<void> {
    const { sitting } = this.#lab;
    if (this.checking || sitting?.over) return;
    const task = new AbortController();
    this.#task = task;
    this.#looks++;
    this.checking = true;
    this.cancelled = false;
    this.failure = undefined;
    this.share = 0;
    try {
      const files = this.#draft;
      const onprogress = (share: number) => (this.share = share);
      const verdicts = await this.#grade(files, undefined, { signal: task.signal, onprogress });
      this.#take(verdicts, files);
      this.#chosen = undefined;
      void this.#shrink(verdicts, files);
      // What came by a link is somebody else's.
      if (this.#lab.keeps) {
        progress.checked(this.exercise.id, verdicts);
        this.#lab.unkept = progress.trouble;
      }
      sitting?.checked(verdicts, files);
    } catch (error) {
      if (task.signal.aborted) this.cancelled = true;
      else this.failure = error instanceof Error ? error.message : String(error);
    }
    this.checking = false;
  }

  cancel(): void {
    this.#task?.abort();
  }

  /** What the programs make of files that they were just given: the checks that need no run. */
  async look(files: EditedFiles): Promise<void> {
    const look = ++this.#looks;
    const verdicts = await this.#grade(files, 'settings').catch(() => []);
    if (look === this.#looks) this.#take(verdicts, files);
  }

  /** Back to the learner's own run, and to where it was left. */
  async leave(): Promise<void> {
    this.#lab.send({ type: 'put-off' });
    await tick();
    if (this.#opener?.isConnected) this.#opener.focus();
  }

  #putOn(scene: Scene): void {
    const { activeElement } = document;
    this.#opener = activeElement instanceof HTMLElement ? activeElement : undefined;
    this.#lab.send({ type: 'put-on', scene });
  }

  /** Shows the run in which a check fails, one step before it does. */
  showRun({ id, run, evidence, feedback }: FailedVerdict): void {
    this.#chosen = id;
    const turn = turnIn(evidence, feedback);
    const files = this.#found.get(id)?.files;
    if (!run || !turn || !files) return;
    this.#putOn({ exercise: this.exercise.id, files, kind: 'failing', check: id, run, turn });
  }

  /** Plays what leads up to a question with the files in the editor, and stops before the request that it is about. */
  predict(id: string): void {
    this.#putOn({ exercise: this.exercise.id, files: this.#draft, kind: 'prediction', id });
  }

  close(): void {
    this.#task?.abort();
    this.#runs.close();
    this.#shrinking.close();
  }

  /** Runs that fail are shown with as little as shows it, as soon as that is found. */
  async #shrink(verdicts: readonly Verdict[], files: EditedFiles): Promise<void> {
    this.#shrinking.close();
    // Where the page would have to do it itself, it would stand still meanwhile.
    if (typeof Worker === 'undefined') return;
    const runs = new Runs();
    this.#shrinking = runs;
    try {
      for (const verdict of verdicts)
        if (verdict.state === 'failed' && verdict.kind === 'run')
          this.#take([await runs.do('shrink', { exercise: this.exercise.id, files, verdict })], files);
    } catch {
      // Given up with the next check, or a mistake of ours: the whole run shows it as well.
    }
  }

  #take(verdicts: readonly Verdict[], files: EditedFiles): void {
    const of = this.#nameOf(files);
    this.#found = new Map([
      ...this.#found,
      ...verdicts.map((verdict) => [verdict.id, { verdict, files, of }] as const),
    ]);
  }

  #grade(files: EditedFiles, kind: Check['kind'] | undefined, waiting = {}): Promise<Verdict[]> {
    return this.#runs.do('grade', { exercise: this.exercise.id, files, kind }, waiting);
  }

  /** Tells versions of the learner's files apart. */
  #nameOf(files: EditedFiles): string {
    return JSON.stringify(ownWork(this.#lab.start, files, this.#lab.context.own));
  }
}
