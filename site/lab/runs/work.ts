import {
  BOOTED_AT,
  bucketsOf,
  type Chain,
  compare,
  compiled,
  type Lab,
  type Note,
  Play,
  type PlayOutcome,
  type RedisConsole,
  type Scenario,
  totalsOf,
} from '../../../simulator/index.ts';
import { openConsole } from '../engine/redis-console.ts';
import { fromStart } from '../engine/telling.ts';
import { graded, shrink } from './grading.ts';
import { goingOn } from './scenario.ts';
import type { Compared, Forecast, Sides, Task, Tasks, TaskType } from './tasks.ts';

/** How a task goes on beside other work. */
export interface Pace {
  /** Called again and again: tells how far the task is, lets others go first, and rejects when nobody wants the outcome any more. */
  rest(share: number): Promise<void>;
}

/** So many events at a time are a few milliseconds. */
const EVENTS_AT_A_TIME = 2000;

/** Works on a task. */
export async function perform(task: Task, pace: Pace): Promise<Tasks[TaskType]['outcome']> {
  switch (task.type) {
    case 'play':
      return played(await compiled(task.lab), task.scenario, pace);
    case 'forecast':
      return forecast(task, pace);
    case 'compare':
      return compared(task, pace);
    case 'stories':
      return stories(task, task.chain, pace);
    case 'grade':
      return graded(task, pace);
    case 'shrink':
      return shrink(task);
    case 'effects': {
      const { effectsOf } = await import('./effects.ts');
      return effectsOf(task, pace);
    }
    case 'take-home': {
      const { homeOf } = await import('./take-home.ts');
      return homeOf(task);
    }
  }
}

/** Plays a scenario in a lab whose Java is compiled. `listener` hears its notes with the times of the world. */
export async function played(
  lab: Lab,
  scenario: Scenario,
  pace: Pace,
  listener?: (note: Note) => void,
): Promise<PlayOutcome> {
  const play = new Play(lab, scenario, listener);
  let worksOut: RedisConsole | undefined;
  for (;;) {
    const next = play.go(EVENTS_AT_A_TIME);
    if (next === 'done') return play.outcome();
    if (next !== 'more') {
      worksOut ??= await openConsole();
      play.compute(next.host, await worksOut(next));
    }
    await pace.rest(play.progress);
  }
}

/** The pace of one of several parts of a task. */
export const partOf = ({ rest }: Pace, part: number, parts: number): Pace => ({
  rest: (share) => rest((part + share) / parts),
});

async function forecast({ history, more, begun, parts }: Tasks['forecast']['asks'], pace: Pace): Promise<Forecast> {
  const { lab, at: from } = history;
  const { requests } = await played(await compiled(lab), goingOn(history, more, begun), pace);
  const later = requests.filter(({ at }) => at >= from);
  return { totals: totalsOf(later), parts: bucketsOf(later, { from, until: from + more, count: parts }) };
}

async function compared({ a, b, scenario }: Sides, pace: Pace): Promise<Compared> {
  const ofA = await played(await compiled(a), scenario, partOf(pace, 0, 2));
  const ofB = await played(await compiled(b), scenario, partOf(pace, 1, 2));
  return { ...compare(ofA.requests, ofB.requests), failures: { a: ofA.failures, b: ofB.failures } };
}

async function stories({ a, b, scenario }: Sides, chain: Chain, pace: Pace): Promise<Tasks['stories']['outcome']> {
  const told = async (lab: Lab, part: number) => {
    const notes: Note[] = [];
    await played(await compiled(lab), scenario, partOf(pace, part, 2), (note) => {
      if (note.chain === chain) notes.push(fromStart(note, BOOTED_AT));
    });
    return notes;
  };
  return { a: await told(a, 0), b: await told(b, 1) };
}
