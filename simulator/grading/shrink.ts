import { forkWorld } from '../engine/behaviours.ts';
import type { Note, Planned, World } from '../engine/world.ts';
import { boot } from '../lab/build.ts';
import { compiled } from '../lab/javac.ts';
import type { Lab } from '../lab/lab.ts';
import type { Exercise, Judgement, RunCheck, Verdict } from './exercise.ts';
import { type EditedFiles, withFiles } from './grade.ts';
import { decisiveAt, LATENCY, playing } from './playing.ts';

/** How long to play on when it has shown, in ms: time to see the answer come. */
const AFTERMATH = 1000;

/** So many trials at most: of a crowd that all did the same, nobody waits to see the last one left out. */
const MOST_TRIALS = 80;

/**
 * A failed verdict of a run with as little left of its plan as shows the mistake: without any one of what is left, the
 * learner's files no longer fail by it, or the solution's do as well. (Who asks for little enough is refused by everybody.)
 * Of a long plan some may be left that could go.
 * Other verdicts, and those that the solution fails too, come back as they are.
 */
export async function shrunk(
  exercise: Exercise,
  verdict: Verdict,
  edited: EditedFiles,
  solution: EditedFiles,
): Promise<Verdict> {
  const check = exercise.checks.find(({ id }) => id === verdict.id);
  if (verdict.state !== 'failed' || !verdict.run || check?.kind !== 'run') return verdict;
  const lab = { ...exercise.lab, ...exercise.graded };
  const trial = new Trial(
    check,
    verdict.feedback.id,
    await compiled(withFiles(lab, edited)),
    await compiled(withFiles(lab, solution)),
  );
  const { plan, until } = verdict.run;
  if (!trial.shows(plan, until)) return verdict;
  const least = withoutNeedless(plan, (some) => trial.shows(some, until));
  const ends = Math.ceil(trial.decisive(least, until)) + AFTERMATH;
  return { ...verdict, ...trial.finding(least, ends < until && trial.shows(least, ends) ? ends : until) };
}

/** One check, tried with fewer and fewer events on the learner's files and on the solution's. */
class Trial {
  readonly #check: RunCheck;
  readonly #mistake: string;
  readonly #learner: Booted;
  readonly #solution: Booted;

  constructor(check: RunCheck, mistake: string, learner: Lab, solution: Lab) {
    this.#check = check;
    this.#mistake = mistake;
    this.#learner = booted(learner);
    this.#solution = booted(solution);
  }

  /** Whether the learner's files fail by the mistake, and the solution's pass. */
  shows(plan: readonly Planned[], until: number): boolean {
    const learner = this.#judge(this.#learner, plan, until)?.judgement;
    if (!learner || learner.passed || learner.feedback.id !== this.#mistake) return false;
    return this.#judge(this.#solution, plan, until)?.judgement.passed === true;
  }

  /** When the mistake shows (ms; the servers are up at 0). */
  decisive(plan: readonly Planned[], until: number): number {
    const { world, judgement } = this.#failed(plan, until);
    return decisiveAt(judgement.evidence, world);
  }

  finding(plan: readonly Planned[], until: number) {
    const { world, judgement } = this.#failed(plan, until);
    const { feedback, evidence } = judgement;
    return { feedback, evidence, run: { plan, until, latency: LATENCY, decisive: decisiveAt(evidence, world) } };
  }

  #failed(plan: readonly Planned[], until: number) {
    const judged = this.#judge(this.#learner, plan, until);
    if (!judged || judged.judgement.passed) throw new Error(`"${this.#check.id}" no longer fails`);
    return { world: judged.world, judgement: judged.judgement };
  }

  #judge({ world: start, notes: started }: Booted, plan: readonly Planned[], until: number) {
    const world = forkWorld(start);
    const notes = [...started];
    for (const told of playing(world, plan, until)) notes.push(...told);
    const judgement = judged(this.#check, notes, world);
    return judgement && { world, judgement };
  }
}

interface Booted {
  world: World;
  notes: readonly Note[];
}

function booted(lab: Lab): Booted {
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  return { world, notes };
}

/** A judge knows its own plan; of a part of it, it may find nothing to judge. */
function judged(check: RunCheck, notes: readonly Note[], world: World): Judgement | undefined {
  try {
    return check.judge(notes, world);
  } catch {
    return undefined;
  }
}

/** Leaves out events, many at once and then one by one, until none can be left out any more. */
function withoutNeedless(plan: readonly Planned[], shows: (plan: readonly Planned[]) => boolean): readonly Planned[] {
  let least = [...plan].sort((a, b) => a.at - b.at);
  let trials = 0;
  const without = (from: number, count: number): boolean => {
    if (++trials > MOST_TRIALS) return false;
    const fewer = least.toSpliced(from, count);
    if (!shows(fewer)) return false;
    least = fewer;
    return true;
  };
  for (let size = least.length >> 1; size > 1; size >>= 1)
    for (let from = least.length - size; from >= 0; from -= size) without(from, size);
  for (let again = true; again; ) {
    again = false;
    for (let from = least.length - 1; from >= 0; from--) if (without(from, 1)) again = true;
  }
  return least;
}
