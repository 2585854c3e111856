import {
  BOOTED_AT,
  boot,
  compiled,
  type EditedFiles,
  type Exercise,
  forkWorld,
  javac,
  type Lab,
  type Note,
  type Planned,
  type Prediction,
  run,
  visitsOf,
  type World,
  withFiles,
} from '../simulator/index.ts';
import { type Beat, editedFiles, type Outcome } from './beats.ts';

/** A beat that has been played: plain steps, what came of them, and which answer of its vote is right. */
export interface PlayedBeat extends Outcome {
  id: string;
  /** When it began (virtual ms since the servers came up). */
  begins: number;
  /** What is done, edits of files among it (ms since the beat began). */
  plan: readonly Planned[];
  /** Of a prediction: a Tomcat's name or `none`; `kept`, `lost` or `error`; a status. Of the beat's own choices: its id. */
  right: string | undefined;
}

/**
 * Plays a lesson's beats one after the other. `start`: the files that a learner begins with; `latency`: how long a packet is
 * on the line (ms).
 * @throws when a vote has no right answer, or more than one: the beat is wrong.
 */
export async function playBeats(
  exercise: Exercise,
  start: EditedFiles,
  beats: readonly Beat[],
  latency: number,
): Promise<PlayedBeat[]> {
  const lab = await compiled(withFiles(exercise.lab, start));
  let world = begun(lab, latency);
  const played: PlayedBeat[] = [];
  for (const beat of beats) {
    if (beat.from) world = begun(lab, latency);
    const begins = world.now;
    const told = typeof beat.plan === 'function' ? beat.plan(world) : beat.plan;
    const plan = [...(await saved(beat, world)), ...told];
    const notes: Note[] = [];
    run(
      world,
      plan.map(({ at, action }) => ({ at: begins + at, action })),
      begins + beat.lasts,
      (note) => notes.push(note),
    );
    const outcome = { notes, visits: visitsOf(notes), world: forkWorld(world) };
    const right = rightAnswer(beat, exercise, outcome);
    played.push({ id: beat.id, begins: begins - BOOTED_AT, plan, right, ...outcome });
  }
  return played;
}

function begun(lab: Lab, latency: number): World {
  const world = boot(lab);
  world.latency = latency;
  return world;
}

/** Saving files, and what javac makes of Java sources among them. */
async function saved({ edits }: Beat, world: World): Promise<Planned[]> {
  const steps: Planned[] = [];
  const files = edits ? editedFiles(edits, world) : {};
  for (const [host, texts] of Object.entries(files)) {
    const tomcat = world.hosts.get(host);
    const classes = tomcat?.kind === 'tomcat' ? await javac({ ...tomcat.files, ...texts }) : {};
    for (const [file, text] of Object.entries({ ...texts, ...classes }))
      steps.push({ at: 0, action: { kind: 'edit', host, file, text } });
  }
  return steps;
}

function rightAnswer({ id, vote }: Beat, { predictions }: Exercise, outcome: Outcome): string | undefined {
  if (vote === undefined) return undefined;
  if (typeof vote === 'string') {
    const prediction = predictions.find((one) => one.id === vote);
    if (!prediction) throw new Error(`beat "${id}": the exercise has no prediction "${vote}"`);
    return fateOf(prediction.ask, outcome, id);
  }
  const right = Object.keys(vote).filter((choice) => vote[choice]?.(outcome));
  if (right.length !== 1)
    throw new Error(`beat "${id}": ${right.length} of its choices are right (${right.join(', ')})`);
  return right[0];
}

/** What became of the last visit, in the terms in which it was asked for. */
function fateOf(ask: Prediction['ask'], { visits }: Outcome, id: string): string {
  const visit = visits.at(-1);
  if (!visit) throw new Error(`beat "${id}" asks about a visit and has none`);
  switch (ask) {
    case 'server':
      return visit.server ?? 'none';
    case 'status':
      return String(visit.status);
    case 'login':
      if (visit.status !== 200) return 'error';
      return visit.login === 'login-kept' || visit.login === 'logged-in' ? 'kept' : 'lost';
  }
}
