// The beats in which lessons are taught: the site plays them as they are written, and each vote has its answer.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { onePeriod, twoPeriods } from '../../lessons/classes.ts';
import { beatsOf, exerciseOf, filesOf, lessonIds, wordsOf } from '../../lessons/folders.ts';
import { type PlayedBeat, playBeats } from '../../lessons/play-beats.ts';
import { type Planned, stateHash, type VisitStory, withFiles } from '../../simulator/index.ts';
import { LabSession } from '../../site/lab/engine/session.ts';
import { LATENCY } from '../../site/lab/latency.ts';
import { said } from './beats-said.ts';

const languages = ['en', 'zh-cn'] as const;

test.each([onePeriod, twoPeriods])(
  'a class of $minutes minutes is made of beats that there are, and they fit in',
  async (plan) => {
    let sum = 0;
    for (const { lesson, beats: ids } of plan.parts) {
      const { beats } = await beatsOf(lesson);
      const taken = beats.filter(({ id }) => ids.includes(id));
      expect(taken.map(({ id }) => id)).toEqual(ids);
      sum += taken.reduce((minutes, beat) => minutes + beat.minutes, 0);
    }
    expect(sum).toBeLessThan(plan.minutes);
    expect(sum).toBeGreaterThanOrEqual(plan.minutes - 6);
  },
);

test.each(languages)('the page on teaching leads to beats that there are (%s)', async (language) => {
  const text = readFileSync(new URL(`../../site/content/teach.${language}.mdx`, import.meta.url), 'utf8');
  const led = [...text.matchAll(/\]\(\.\.\/teach\/([a-z-]+)\/#([a-z-]+)\)/g)];
  expect(new Set(led.map(([, lesson]) => lesson)).size).toBeGreaterThanOrEqual(16);
  for (const [link, lesson = '', beat] of led)
    expect(
      (await beatsOf(lesson)).beats.map(({ id }) => id),
      link,
    ).toContain(beat);
});

describe.each(lessonIds)('%s', async (lesson) => {
  const { beats, texts } = await beatsOf(lesson);
  const exercise = await exerciseOf(lesson);
  const start = filesOf(lesson, 'start');
  const played = await playBeats(exercise, start, beats, LATENCY);

  test('four to seven beats, each with a name of its own and time for it', () => {
    expect(new Set(beats.map(({ id }) => id)).size).toBe(beats.length);
    expect(beats.length).toBeGreaterThanOrEqual(4);
    expect(beats.length).toBeLessThanOrEqual(7);
    for (const [index, { minutes, lasts }] of beats.entries()) {
      expect(minutes).toBeGreaterThan(0);
      for (const { at } of played[index]?.plan ?? []) expect(at).toBeLessThanOrEqual(lasts);
    }
  });

  test('there is a vote, and a beat in which the class works by itself', () => {
    expect(played.filter(({ right }) => right !== undefined)).not.toEqual([]);
    expect(beats.filter(({ lasts }) => lasts === 0)).not.toEqual([]);
  });

  test('the pages come to the same, and nothing is asked of a program that it cannot do', async () => {
    const session = new LabSession();
    const lab = withFiles(exercise.lab, start);
    for (const [index, beat] of beats.entries()) {
      if (index === 0 || beat.from) await session.load(lab);
      const { id, begins, plan, world } = played[index] as PlayedBeat;
      expect(await impossible(session, plan, begins, begins + beat.lasts), id).toEqual([]);
      const answer = await session.handle({ type: 'ask', id: 0, question: { type: 'state-hash' } });
      expect(answer, id).toMatchObject({ answer: stateHash(world) });
    }
  });

  test('its pages are what is said of them', () => {
    expect(Object.fromEntries(played.map((beat) => [beat.id, pagesOf(beat)]).filter(([, pages]) => pages))).toEqual(
      said[lesson],
    );
  });

  test.each(languages)('every vote is asked, in so many words as there are choices (%s)', async (language) => {
    const { predictions } = (await wordsOf(lesson))[language];
    expect(Object.keys(texts[language])).toEqual(beats.map(({ id }) => id));
    for (const { id, vote } of beats) {
      const said = texts[language][id];
      if (typeof vote === 'string') expect(predictions[vote], id).toBeDefined();
      else if (vote) expect(Object.keys(said?.answers ?? {}), id).toEqual(Object.keys(vote));
    }
  });
});

/** What a beat's pages came to: whose, on which Tomcat, with which status if it is not 200, and whether he was known. */
function pagesOf({ visits }: PlayedBeat): string {
  const page = ({ visitor, status, server, login }: VisitStory) =>
    [
      visitor,
      server?.replace('tomcat', '') ?? '-',
      status === 200 ? [] : status,
      login?.replace(/^log(in|ged)-/, '') ?? [],
    ]
      .flat()
      .join(' ');
  return visits.map(page).join(', ');
}

/** Plays a beat as a page does; what was to be started, stopped or killed and was in no state for it. */
async function impossible(
  session: LabSession,
  plan: readonly Planned[],
  begins: number,
  ends: number,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { at, action } of plan.toSorted((one, other) => one.at - other.at)) {
    await session.handle({ type: 'leap', time: begins + at });
    if (action.kind === 'power') {
      const { nginx, tomcats, redis } = session.snapshot().world;
      const host = [...tomcats, ...(redis ? [redis] : [])].find(({ name }) => name === action.host) ?? nginx;
      if (!host.can.includes(action.event)) refused.push(`${action.event} ${action.host}`);
    }
    if (action.kind === 'edit' && action.text !== null) {
      await session.handle({ type: 'save', host: action.host, files: { [action.file]: action.text } });
    } else await session.handle({ type: 'plan', plan: [{ at: 0, action }] });
  }
  await session.handle({ type: 'leap', time: ends });
  return refused;
}
