import {
  BOOTED_AT,
  boot,
  compiled,
  type Exercise,
  type FailingRun,
  type Lab,
  type Note,
  Recording,
  withFiles,
} from '../../../simulator/index.ts';
import { LATENCY } from '../latency.ts';
import type { Scene, SceneView, Turn } from '../scene.ts';
import type { Branches } from './branches.ts';
import { Digest } from './digest.ts';
import { exerciseNamed } from './exercises.ts';
import { lastRecorded } from './steps.ts';
import { fromStart } from './telling.ts';

/** Puts a scene on beside the learner's runs and looks at the moment that it is about. */
export async function putOn(scene: Scene, branches: Branches): Promise<void> {
  const exercise = await exerciseNamed(scene.exercise);
  const lab = await compiled(withFiles({ ...exercise.lab, ...exercise.graded }, scene.files));
  if (scene.kind === 'failing') showFailing(scene, lab, branches);
  else leadUp(scene.id, exercise, lab, branches);
}

/** A run that has been played from the start of the servers on. */
interface Played {
  lab: Lab;
  boot: readonly Note[];
  recording: Recording;
  digest: Digest;
}

/**
 * At the pace of labs on a page, where packets take long enough to be watched; where the run would then go another way,
 * at the pace of the check.
 */
function showFailing(
  { check, run, turn: { line, ...turn } }: Extract<Scene, { kind: 'failing' }>,
  lab: Lab,
  branches: Branches,
): void {
  const slow = play(lab, run, LATENCY);
  const { boot, recording, digest } = slow.recording.notes.slice().some(isTurn(turn))
    ? slow
    : play(lab, run, run.latency);
  const notes = recording.notes.slice();
  const next = notes.find(isTurn(turn)) ?? notes.find(({ at }) => at >= BOOTED_AT + run.decisive) ?? notes.at(-1);
  if (!next) throw new Error(`the run of "${check}" has nothing in it`);
  const scene: SceneView = { kind: 'failing', check, next: fromStart(next, BOOTED_AT), line };
  branches.putOn(recording, digest, { lab, boot, scene });
  branches.lookAt(lastRecorded(branches.current, recording.momentAt(next.at), 'hop', BOOTED_AT));
}

const isTurn =
  ({ kind, host, chain }: Omit<Turn, 'line'>) =>
  (note: Note): boolean =>
    note.kind === kind && note.host === host && note.chain === chain;

/** @throws when there is no such prediction, or nothing is asked about: the exercise is wrong. */
function leadUp(id: string, { id: name, predictions }: Exercise, lab: Lab, branches: Branches): void {
  const { plan, ask } = predictions.find((one) => one.id === id) ?? { plan: [], ask: 'status' };
  const asked = plan.at(-1);
  if (asked?.action.kind !== 'visit') throw new Error(`"${name}": prediction "${id}" does not end with a visit`);
  const { at, action } = asked;
  const { boot, recording, digest } = play(lab, { plan: plan.slice(0, -1), until: at }, LATENCY);
  const scene: SceneView = { kind: 'prediction', id, ask, visitor: action.host, path: action.visit.path, at };
  branches.putOn(recording, digest, { lab, boot, scene });
}

function play(lab: Lab, { plan, until }: Pick<FailingRun, 'plan' | 'until'>, latency: number): Played {
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  world.latency = latency;
  const recording = new Recording(world);
  const digest = Digest.begin(recording);
  for (const { at, action } of plan.toSorted((one, other) => one.at - other.at)) {
    recording.advanceTo(BOOTED_AT + at);
    recording.act(action);
  }
  recording.advanceTo(BOOTED_AT + until);
  return { lab, boot: notes, recording, digest };
}
