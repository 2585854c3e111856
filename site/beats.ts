import type { Beat, Expected, SaidBeat } from '../lessons/beats.ts';
import { course } from '../lessons/course.ts';
import type { ExerciseWords } from '../lessons/folders.ts';
import { type PlayedBeat, playBeats } from '../lessons/play-beats.ts';
import type { Exercise, Planned } from '../simulator/index.ts';
import { LATENCY } from './lab/latency.ts';
import { startOf, wordsOf } from './lab/lesson-lab.ts';
import { words as en } from './lab/texts/exercise/en.ts';
import { words as zhCn } from './lab/texts/exercise/zh-cn.ts';
import { answerText, choicesFor } from './lab/views/exercise/prediction.ts';
import type { Locale } from './locale.ts';

/** A beat of a lesson in one language, with the answer that its run gives. Plain data, fit for a page's props. */
export interface ClassBeat {
  id: string;
  minutes: number;
  /** The world begins anew before it. */
  anew: boolean;
  /** What is done, files saved among it (ms since the beat began). */
  plan: readonly Planned[];
  /** For how long the run goes on (virtual ms); 0: the class works by itself. */
  lasts: number;
  title: string;
  stage: string;
  say: string;
  after: string;
  /** The question, if one is asked. */
  ask: string | undefined;
  /** What can be voted for; empty where nobody votes. `reply`: what is right or wrong with it, where something is to be said. */
  choices: readonly Choice[];
  /** The id of the right one. */
  right: string | undefined;
  /** What else will be said, and what to answer. */
  expect: readonly Expected[];
}

export interface Choice {
  id: string;
  answer: string;
  reply: string | undefined;
}

const beats = import.meta.glob<{ default: readonly Beat[] }>('../lessons/*/beats.ts', { eager: true });
const texts = import.meta.glob<{ default: Record<Locale, Record<string, SaidBeat>> }>('../lessons/*/beats-texts.ts', {
  eager: true,
});
const exercises = import.meta.glob<{ default: Exercise }>('../lessons/*/exercise.ts', { eager: true });
const exerciseTexts = { en, 'zh-cn': zhCn };

/** The lessons that can be taught beat by beat, in the course's order. */
export const lessonsWithBeats: readonly string[] = course
  .flatMap(({ lessons }) => lessons)
  .filter((lesson) => beats[`../lessons/${lesson}/beats.ts`]);

const played = new Map<string, Promise<PlayedBeat[]>>();

/**
 * The beats in which a lesson is taught, in order. They are played for it, once per build.
 * @throws when the lesson has none.
 */
export async function beatsOf(lesson: string, locale: Locale): Promise<ClassBeat[]> {
  const folder = `../lessons/${lesson}`;
  const written = beats[`${folder}/beats.ts`]?.default;
  const said = texts[`${folder}/beats-texts.ts`]?.default[locale];
  const exercise = exercises[`${folder}/exercise.ts`]?.default;
  const words = wordsOf(lesson, locale);
  if (!written || !said || !exercise || !words) throw new Error(`lesson "${lesson}" has no beats in ${locale}`);
  const outcomes = await outcomesOf(lesson, exercise, written);
  return written.map((beat, index) => {
    const { plan, right } = outcomes[index] as PlayedBeat;
    const own = said[beat.id] as SaidBeat;
    const { id, minutes, lasts } = beat;
    const { title, stage, say, after, expect = [] } = own;
    const anew = index === 0 || beat.from !== undefined;
    return {
      id,
      minutes,
      anew,
      plan,
      lasts,
      title,
      stage,
      say,
      after,
      expect,
      right,
      ...asked(beat, own, exercise, words, locale),
    };
  });
}

function outcomesOf(lesson: string, exercise: Exercise, written: readonly Beat[]): Promise<PlayedBeat[]> {
  const outcomes = played.get(lesson) ?? playBeats(exercise, startOf(lesson), written, LATENCY);
  played.set(lesson, outcomes);
  return outcomes;
}

function asked(
  { vote }: Beat,
  { ask, answers = {} }: SaidBeat,
  { lab, predictions }: Exercise,
  words: ExerciseWords,
  locale: Locale,
): Pick<ClassBeat, 'ask' | 'choices'> {
  const prediction = predictions.find(({ id }) => id === vote);
  if (!prediction) return { ask, choices: Object.entries(answers).map(([id, said]) => ({ id, ...said })) };
  const servers = lab.tomcats.map(({ name }) => name);
  const { predict } = exerciseTexts[locale];
  const choices = choicesFor(prediction.ask, servers).map((id) => ({
    id,
    answer: answerText(id, predict),
    reply: undefined,
  }));
  return { ask: words.predictions[prediction.id], choices };
}
