import { describe, expect, test } from 'vitest';
import {
  BOOTED_AT,
  boot,
  bucketsOf,
  type Memory,
  type Note,
  Outcomes,
  Recording,
  Tally,
  totalsOf,
  trafficAction,
} from '../../../simulator/index.ts';
import { answerTo, type Evidence } from '../../../site/lab/engine/answers.ts';
import { Branches } from '../../../site/lab/engine/branches.ts';
import { Counting } from '../../../site/lab/engine/counts.ts';
import { Marks } from '../../../site/lab/engine/marks.ts';
import { lastRecorded, nextRecorded } from '../../../site/lab/engine/steps.ts';
import type { AnswerTo, Question } from '../../../site/lab/questions.ts';
import { trafficAt } from '../../endurance/disturbances.ts';
import { redisLab } from '../../support/labs.ts';

const SECOND = 1000;
const LASTS = 42 * SECOND;
const lab = redisLab();
const everything: Memory = { block: 4000, kept: Number.POSITIVE_INFINITY, retold: 1 };
const little: Memory = { block: 500, kept: 12, retold: 8 };

/** Forty seconds of eighty visits a second, in which a Tomcat is killed and started again. */
function played(memory: Memory): Branches {
  const recording = new Recording(boot(lab), memory);
  const branches = new Branches(recording, { lab, boot: [], scene: undefined });
  recording.act(trafficAction(trafficAt(80, 3)));
  for (const [at, event] of [
    [14.2, 'crash'],
    [20, 'start'],
    [35.5, 'crash'],
    [38, 'start'],
  ] as const) {
    recording.advanceTo(BOOTED_AT + at * SECOND);
    recording.act({ kind: 'power', host: 'tomcat1', event });
  }
  recording.advanceTo(BOOTED_AT + LASTS);
  return branches;
}

function evidenceAt(branches: Branches, at: number): Evidence {
  branches.lookAt(branches.recording.momentAt(at));
  const { recording, moment, world } = branches;
  return { lab, boot: [], firstNote: 0, branches, recording, moment, world, run: 1, start: BOOTED_AT };
}

const ask = <Q extends Question>(branches: Branches, at: number, question: Q): AnswerTo<Q> =>
  answerTo(question, evidenceAt(branches, at)) as AnswerTo<Q>;

const moments = [0.5, 14.2, 14.5, 21.3, 36.1, 41.9, 42].map((at) => BOOTED_AT + at * SECOND);

const [whole, short] = [played(everything), played(little)];

describe('of a run that keeps few of its notes, views show what they show of one that keeps all', () => {
  test('it is one', () => {
    expect(short.recording.notes.length).toBeGreaterThan(40_000);
    expect(short.recording.notes.length - short.recording.notes.firstKept).toBeLessThan(7_000);
    expect(whole.recording.notes.firstKept).toBe(0);
  });

  test.each(moments)('at %d', (at) => {
    for (const question of [
      { type: 'marks', most: 100 },
      { type: 'counts', last: 10_000, parts: 10 },
      { type: 'space-time', around: at - BOOTED_AT, most: 60 },
    ] as const)
      expect(ask(short, at, question), question.type).toEqual(ask(whole, at, question));
    for (const by of ['request', 'session', 'fault', 'hop'] as const) {
      const from = whole.recording.momentAt(at);
      expect(nextRecorded(short.current, from, by), by).toEqual(nextRecorded(whole.current, from, by));
      expect(lastRecorded(short.current, from, by, BOOTED_AT), by).toEqual(
        lastRecorded(whole.current, from, by, BOOTED_AT),
      );
    }
  });

  test.each(moments)('in words, at %d: the part around that moment, and that there is more', (at) => {
    const page = { type: 'transcript', part: { around: at - BOOTED_AT }, count: 6 } as const;
    for (const filter of [
      { who: undefined, events: false },
      { who: 'far2', events: false },
      { who: 'tomcat1', events: true },
    ]) {
      const [all, some] = [ask(whole, at, { ...page, filter }), ask(short, at, { ...page, filter })];
      const told = new Map(
        ask(whole, at, { ...page, filter, part: { from: 0 }, count: 1e6 }).groups.map((one) => [
          one.notes[0]?.serial,
          one,
        ]),
      );
      for (const group of some.groups) expect(group).toEqual(told.get(group.notes[0]?.serial));
      expect([all.earlier, all.later]).toEqual([false, false]);
      expect(some.earlier || some.later).toBe(true);
      expect(some.total).toBeLessThan(all.total);
    }
    const filter = { who: undefined, events: false };
    if (at < whole.recording.now) expect(ask(short, at, { ...page, filter }).groups.length).toBe(6);
  });

  test.each(moments)('of sessions, at %d: where they are, and why not elsewhere, or that this is long ago', (at) => {
    for (const visitor of ['far1', 'far7', 'strict1']) {
      const of = { type: 'xray', of: { visitor } } as const;
      const [all, some] = [ask(whole, at, of), ask(short, at, of)];
      if (some.id === undefined && all.state === 'gone') continue;
      expect([some.id, some.state]).toEqual([all.id, all.state]);
      expect(some.rows).toEqual(all.rows);
      const why = (one: { absence: { why: string } | undefined }) => one.absence?.why;
      for (const [i, place] of some.places.entries())
        if (why(place) !== 'not-lately') expect(place).toEqual(all.places[i]);
      const serials = new Set(some.life.map(({ serial }) => serial));
      expect(all.life.filter(({ serial }) => serials.has(serial)).map(({ mark }) => mark)).toEqual(
        some.life.map(({ mark }) => mark),
      );
    }
  });

  test('and so do its branches', () => {
    for (const at of [9.3, 41.5].map((at) => BOOTED_AT + at * SECOND)) {
      for (const branches of [whole, short]) {
        branches.lookAt(branches.recording.momentAt(at));
        branches.acting().act({ kind: 'power', host: 'tomcat2', event: 'crash' });
        branches.recording.advanceTo(at + 4 * SECOND);
      }
      const since = whole.recording.notes.length - 2000;
      expect(short.recording.notes.slice(since)).toEqual(whole.recording.notes.slice(since));
      for (const then of [at - 8000, at + 900, at + 4000])
        for (const question of [
          { type: 'marks', most: 100 },
          { type: 'counts', last: 10_000, parts: 10 },
        ] as const)
          expect(ask(short, then, question), question.type).toEqual(ask(whole, then, question));
      for (const branches of [whole, short]) branches.goTo(1);
    }
  });
});

describe('counting', () => {
  const { recording } = whole;

  test('tells of any moment what came of all requests, though it keeps few of them', () => {
    const counting = new Counting({ requests: 300, batch: 20, tallies: 31 });
    for (const [place, note] of recording.notes.slice().entries()) counting.hear(note, place);
    for (const at of moments) compare(counting, recording, at);
    for (const at of [...moments, ...moments.toReversed()].map((at) => at + 3)) compare(counting, recording, at);
  });

  test('goes on in a branch as it does where the run is one', () => {
    const counting = new Counting({ requests: 300, batch: 20, tallies: 31 });
    for (const [place, note] of recording.notes.slice().entries()) counting.hear(note, place);
    for (const left of [20.4, 36.7].map((at) => BOOTED_AT + at * SECOND)) {
      const branch = recording.fork(recording.momentAt(left));
      const forked = counting.fork(branch.notes, branch.now);
      branch.notes.follow((note, place) => forked.hear(note, place));
      for (const at of moments.filter((at) => at < left)) compare(forked, branch, at);
      branch.advanceTo(left + 9 * SECOND);
      for (const at of [-6, 0, 0.2, 5, 9].map((later) => left + later * SECOND)) compare(forked, branch, at);
    }
  });

  function compare(counting: Counting, run: Recording, at: number): void {
    const { notes } = run;
    const told = run.notesAt(run.momentAt(at));
    const outcomes = new Outcomes();
    for (const note of notes.slice(0, told)) outcomes.hear(note);
    const { tally, requests } = counting.since(at - 5000, notes, told);
    const asFar = requests.filter((one) => one.at <= at);
    const over = asFar.map((one) =>
      one.took === undefined || one.at + one.took <= at
        ? one
        : { ...one, took: undefined, status: undefined, server: undefined, login: undefined, session: undefined },
    );
    const { latency, retries: _, ...totals } = tally.with(over);
    const { latency: exact, retries: __, ...expected } = totalsOf(outcomes.requests);
    expect(totals).toEqual({ ...expected, byServer: totals.byServer });
    for (const key of ['median', 'p95', 'p99'] as const)
      expect(Math.abs(latency[key] - exact[key])).toBeLessThanOrEqual(0.006 * exact[key]);
    expect(latency.max).toBe(exact.max);
    const parts = { from: at - 5000, until: at, count: 5 };
    const lately = (one: { at: number }) => one.at >= at - 5000;
    expect(bucketsOf(over.filter(lately), parts).map((part) => part.requests)).toEqual(
      bucketsOf(outcomes.requests.filter(lately), parts).map((part) => part.requests),
    );
  }
});

test('a tally alone counts as all its requests do', () => {
  const outcomes = new Outcomes();
  for (const note of whole.recording.notes) outcomes.hear(note);
  const tally = new Tally();
  for (const request of outcomes.requests) tally.add(request);
  const { latency, ...totals } = tally.copy().with([]);
  const { latency: exact, ...expected } = totalsOf(outcomes.requests);
  expect(totals).toEqual(expected);
  for (const key of ['median', 'p95', 'p99'] as const)
    expect(Math.abs(latency[key] - exact[key])).toBeLessThanOrEqual(0.006 * exact[key]);
});

test('marks without end are thinned out, and none is lost from the count', () => {
  const marks = new Marks();
  const made = 200_000;
  for (let i = 0; i < made; i++) {
    const note: Note = { at: i * 10, host: 'tomcat1', kind: 'power', event: i % 2 ? 'crash' : 'start' };
    marks.hear(note, i);
  }
  const shown = marks.between(0, made * 10, 100);
  expect(shown.length).toBeGreaterThan(90);
  expect(shown.length).toBeLessThanOrEqual(101);
  expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(made);
  expect(marks.between(0, made * 10, 1e6).length).toBeLessThanOrEqual(10_000);
});
