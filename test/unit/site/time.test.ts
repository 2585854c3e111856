import { describe, expect, test } from 'vitest';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command, LabAction, Snapshot } from '../../../site/lab/protocol.ts';
import type { AnswerTo, Question } from '../../../site/lab/questions.ts';
import type { StepSize } from '../../../site/lab/timeline.ts';
import { redisLab } from '../../support/labs.ts';

/** A lab with both Tomcats' sessions in one Redis, as a page plays it. */
async function played() {
  const session = new LabSession();
  const tell = async (command: Command): Promise<Snapshot> => {
    const report = await session.handle(command);
    if (report.type !== 'snapshot') throw new Error(report.type);
    return report.snapshot;
  };
  const ask = async <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const report = await session.handle({ type: 'ask', id: 0, question });
    if (report.type !== 'answered') throw new Error(report.type);
    return report.answer as AnswerTo<Q>;
  };
  const act = (action: LabAction) => tell({ type: 'act', action });
  const visit = (host: string, path: string) => act({ kind: 'visit', host, visit: { path } });
  const crash = (host: string) => act({ kind: 'power', host, event: 'crash' });
  const advance = (time: number) => tell({ type: 'advance', time });
  const first = await tell({ type: 'load', lab: redisLab() });
  return { tell, ask, visit, crash, advance, first };
}

describe('a run that is repeated', () => {
  test('is told as what it was begun with and what was done to it, and shows the same world', async () => {
    const { ask, visit, crash, advance } = await played();
    await visit('A', '/login?user=zhang');
    await advance(5_000);
    await crash('tomcat1');
    await visit('B', '/cart?add=book');
    const { world, now } = await advance(9_000);
    const { lab, ...past } = await ask({ type: 'history' });
    expect(past.actions.map(({ at, action }) => [at, action.kind])).toEqual([
      [0, 'visit'],
      [5_000, 'power'],
      [5_000, 'visit'],
    ]);
    const again = await played();
    const repeated = await again.tell({ type: 'load', lab, past });
    expect(repeated).toMatchObject({ now, world });
  });
});

/** zhang logs in, Redis has his session, and Tomcat 1 crashes at 5 s. */
async function eventful() {
  const lab = await played();
  await lab.visit('A', '/login?user=zhang');
  await lab.advance(5_000);
  await lab.crash('tomcat1');
  const end = await lab.advance(8_000);
  return { ...lab, end };
}

const keys = ({ world }: Snapshot) => world.redis?.keys.length;
const states = ({ world }: Snapshot) => world.tomcats.map(({ state }) => state);

describe('looking back', () => {
  test('shows all of an earlier moment and leaves the run as it is', async () => {
    const { tell, end, first } = await eventful();
    const before = await tell({ type: 'seek', time: 0 });
    expect(before.timeline).toMatchObject({ past: true, end: 8_000, branch: 1 });
    expect(before.jumped).toBe(true);
    expect([keys(before), states(before)]).toEqual([0, states(first)]);
    expect([keys(end), states(end)[0]]).toEqual([1, 'crashed']);
    const back = await tell({ type: 'seek', time: undefined });
    expect(back).toMatchObject({ now: 8_000, world: end.world, notes: [], timeline: { past: false } });
  });

  test('then playing shows the recorded run again, and at its end goes on', async () => {
    const { tell, advance } = await eventful();
    await tell({ type: 'seek', time: 4_000 });
    expect(states(await advance(4_900))[0]).toBe('running');
    const replayed = await advance(5_100);
    expect([states(replayed)[0], replayed.timeline.past, replayed.notes]).toEqual(['crashed', true, []]);
    expect((await advance(9_000)).timeline).toMatchObject({ past: false, end: 9_000 });
  });

  test('goes on from wherever the last look or step has led, and no farther than the run', async () => {
    const { tell } = await eventful();
    const led = await tell({ type: 'step', by: 'fault', back: true });
    expect(led.now).toBe(5_000);
    const earlier = await tell({ type: 'move', by: -80 });
    expect([earlier.now, states(earlier)[0], earlier.jumped]).toEqual([4_920, 'running', true]);
    expect(await tell({ type: 'move', by: 1_000 })).toMatchObject({ now: 5_920, timeline: { past: true } });
    expect((await tell({ type: 'move', by: -60_000 })).now).toBe(0);
    expect(await tell({ type: 'move', by: 60_000 })).toMatchObject({ now: 8_000, timeline: { past: false } });
  });

  test('tells how much of the story had happened', async () => {
    const { tell, end } = await eventful();
    const { timeline } = await tell({ type: 'seek', time: 5_000 });
    expect(timeline.notes).toBeLessThanOrEqual(end.timeline.notes);
    expect((await tell({ type: 'seek', time: 0 })).timeline.notes).toBeLessThan(timeline.notes);
  });
});

describe('acting on the past', () => {
  test('begins a branch, named by what was done; the old one stays and is told anew when one returns', async () => {
    const { tell, crash, advance, end } = await eventful();
    await tell({ type: 'seek', time: 4_000 });
    const forked = await crash('tomcat2');
    expect(forked.anew).toBe(true);
    expect(forked.timeline).toMatchObject({
      past: false,
      end: 4_000,
      branch: 2,
      branches: [
        { number: 1, end: 8_000, from: undefined },
        {
          number: 2,
          from: { branch: 1, at: 4_000 },
          deed: { at: 4_000, kind: 'power', host: 'tomcat2', what: 'crash' },
        },
      ],
    });
    expect(states(await advance(8_000))).toEqual(['running', 'crashed']);
    const old = await tell({ type: 'branch', branch: 1 });
    expect(old).toMatchObject({ now: 8_000, anew: true, world: end.world });
    expect(old.notes.at(-1)).toEqual(end.notes.at(-1));
    const left = await tell({ type: 'drop-branch', branch: 2 });
    expect(left.timeline.branches.map(({ number }) => number)).toEqual([1]);
  });

  test('a branch may begin at any moment without anything being done', async () => {
    const { tell } = await eventful();
    await tell({ type: 'seek', time: 4_000 });
    const { timeline, now } = await tell({ type: 'fork' });
    expect([timeline.branch, timeline.branches.length, timeline.past, now]).toEqual([2, 2, false, 4_000]);
  });
});

describe('undo', () => {
  test('goes back to before what was done last, one after the other, and redo returns', async () => {
    const { tell, end } = await eventful();
    const uncrashed = await tell({ type: 'undo' });
    expect([uncrashed.now, states(uncrashed)[0], uncrashed.timeline.redo]).toEqual([5_000, 'running', true]);
    const beginning = await tell({ type: 'undo' });
    expect([beginning.now, beginning.timeline.undo, beginning.world.visitors[0]?.waiting]).toEqual([0, false, 0]);
    await tell({ type: 'redo' });
    const { now, world, timeline } = await tell({ type: 'redo' });
    expect({ now, world }).toEqual({ now: 8_000, world: end.world });
    expect([timeline.undo, timeline.redo]).toEqual([true, false]);
  });

  test('of what was done to the past returns to that past, in its branch', async () => {
    const { tell, crash, visit } = await eventful();
    await tell({ type: 'seek', time: 4_000 });
    await crash('tomcat2');
    const { now, timeline } = await tell({ type: 'undo' });
    expect([now, timeline.branch, timeline.past]).toEqual([4_000, 1, true]);
    expect((await visit('A', '/whoami')).timeline).toMatchObject({ branch: 3, redo: false });
  });

  test('takes back what was saved for a reload together with it; the editor shows the files of then', async () => {
    const { tell, advance } = await eventful();
    const conf = 'events {}\nhttp {}\n';
    await tell({ type: 'save', host: 'nginx', files: { 'nginx.conf': conf } });
    await tell({ type: 'act', action: { kind: 'power', host: 'nginx', event: 'reload' } });
    const reloaded = await advance(9_000);
    expect(reloaded.running['nginx']?.['nginx.conf'] ?? conf).toBe(conf);
    const undone = await tell({ type: 'undo' });
    expect(undone.now).toBe(8_000);
    expect(undone.files['nginx']?.['nginx.conf']).toBe(redisLab().nginx.files['nginx.conf']);
    expect(undone.running['nginx']?.['nginx.conf']).toBe(redisLab().nginx.files['nginx.conf']);
    expect((await tell({ type: 'redo' })).files['nginx']?.['nginx.conf']).toBe(conf);
  });
});

describe('steps', () => {
  const step = (by: StepSize, back = false): Command => ({ type: 'step', by, back });

  test('go from fault to fault and from session to session, both ways', async () => {
    const { tell } = await eventful();
    expect((await tell(step('fault', true))).now).toBe(5_000);
    const there: Snapshot[] = [];
    while (there.length < 9 && there.at(-1)?.now !== 0) there.push(await tell(step('session', true)));
    const times = there.map(({ now }) => now);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual([...new Set(times)].sort((a, b) => b - a));
    expect([keys(there[0] as Snapshot), keys(there.at(-1) as Snapshot)]).toEqual([1, 0]);
    const back: number[] = [];
    for (const _ of times.slice(1)) back.push((await tell(step('session'))).now);
    expect(back).toEqual(times.slice(0, -1).reverse());
    expect((await tell(step('fault'))).now).toBe(5_000);
    expect((await tell(step('fault'))).timeline.past).toBe(false);
  });

  test('go back over the same hops that they went on over', async () => {
    const { tell, visit } = await played();
    await visit('A', '/hello');
    const there: number[] = [];
    for (let i = 0; i < 4; i++) there.push((await tell(step('hop'))).now);
    expect(new Set(there).size).toBe(4);
    const back: number[] = [];
    for (let i = 0; i < 3; i++) back.push((await tell(step('hop', true))).now);
    expect(back).toEqual(there.slice(0, 3).reverse());
    expect((await tell(step('hop', true))).now).toBe(0);
    expect((await tell(step('hop'))).now).toBe(there[0]);
  });

  test('to the next fate of a session let half an hour pass, unless nothing will come', async () => {
    const { tell, visit, advance } = await played();
    expect((await tell(step('session'))).now).toBe(0);
    await visit('A', '/login?user=zhang');
    await advance(8_000);
    const gone = await tell(step('session'));
    expect(gone.now).toBeGreaterThan(60_000);
    expect(keys(gone)).toBe(0);
  });
});

test('marks name what is worth a look; those too close to be told apart come as one', async () => {
  const { ask } = await eventful();
  const marks = await ask({ type: 'marks', most: 200 });
  expect(marks.map(({ kind, count }) => [kind, count])).toEqual([
    ['created', 1],
    ['fault', 1],
  ]);
  expect(marks[1]).toMatchObject({ at: 5_000, note: { kind: 'power', event: 'crash', at: 5_000 } });
  const { visit, advance, ask: askOther } = await played();
  for (let i = 0; i < 5; i++) {
    await visit('A', '/login?user=zhang');
    await visit('A', '/logout');
    await advance((i + 1) * 9_000);
  }
  const coarse = await askOther({ type: 'marks', most: 1 });
  expect(coarse.filter(({ kind }) => kind === 'created')).toHaveLength(1);
});
