import { describe, expect, test } from 'vitest';
import { course } from '../../lessons/course.ts';
import {
  type ExerciseWords,
  exerciseIds,
  exerciseOf,
  filesOf,
  lessonIds,
  textOf,
  variantsOf,
  wordsOf,
} from '../../lessons/folders.ts';
import { type EditedFiles, type Exercise, grade } from '../../simulator/index.ts';

const languages = ['en', 'zh-cn'] as const;

test('the course has every lesson once', () => {
  expect(course.flatMap(({ lessons }) => lessons).toSorted()).toEqual(lessonIds.toSorted());
});

/** Exercises that leave little choice: so few other right answers are known. */
const fewAnswers = new Set(['to-production/transfer']);

describe.each(exerciseIds)('%s', async (lesson) => {
  const exercise = await exerciseOf(lesson);
  const texts = await wordsOf(lesson);
  const variant = (name: string) => filesOf(lesson, name);

  test('what the learner starts from does not pass', async () => {
    expect(await mistakes(exercise, variant('start'))).not.toEqual([]);
  });

  test.each(['solution', ...variantsOf(lesson, 'accept').map((name) => `accept/${name}`)])(
    '%s passes',
    async (name) => {
      expect(await mistakes(exercise, variant(name))).toEqual([]);
    },
  );

  // `login-lost.by-turns`: one way among several to make the mistake `login-lost`.
  test.each(variantsOf(lesson, 'wrong'))('wrong/%s fails, by that mistake alone', async (name) => {
    expect(await mistakes(exercise, variant(`wrong/${name}`))).toEqual([name.split('.')[0]]);
  });

  test.each(languages)('every failed check says what happened, without a gap left open (%s)', async (language) => {
    const { checks, feedback } = texts[language];
    expect(Object.keys(checks).toSorted()).toEqual(exercise.checks.map(({ id }) => id).toSorted());
    for (const name of ['start', ...variantsOf(lesson, 'wrong').map((name) => `wrong/${name}`)])
      for (const verdict of await grade(exercise, variant(name))) {
        if (verdict.state !== 'failed') continue;
        const text = feedback[verdict.feedback.id];
        expect(text, verdict.feedback.id).toBeDefined();
        expect(Object.keys(verdict.feedback.values)).toEqual(expect.arrayContaining(gapsOf(text ?? '')));
        expect(verdict.evidence, `${name}: ${verdict.id}`).not.toEqual([]);
      }
  });

  test('both languages tell of the same mistakes with the same gaps', () => {
    const gaps = ({ feedback }: ExerciseWords) =>
      Object.entries(feedback).map(([id, text]) => [id, [...new Set(gapsOf(text))].toSorted()]);
    expect(gaps(texts['zh-cn'])).toEqual(gaps(texts.en));
  });

  test('three mistakes at least are tried, and two other right answers where there are any', () => {
    expect(variantsOf(lesson, 'wrong').length).toBeGreaterThanOrEqual(3);
    expect(variantsOf(lesson, 'accept').length).toBeGreaterThanOrEqual(fewAnswers.has(lesson) ? 1 : 2);
  });

  test.each(languages)('every mistake has two hints (%s)', (language) => {
    const { feedback, hints } = texts[language];
    expect(Object.keys(feedback).filter((mistake) => hints[mistake]?.length !== 2)).toEqual([]);
  });

  test('every edited file of the exercise is in start/, and start/ holds nothing else', () => {
    const files = Object.entries(variant('start')).flatMap(([host, files]) =>
      Object.keys(files).map((file) => ({ host, file })),
    );
    expect(files).toEqual(exercise.edits);
  });

  test.each(languages)('every prediction has its question and ends with a visit (%s)', (language) => {
    expect(Object.keys(texts[language].predictions)).toEqual(exercise.predictions.map(({ id }) => id));
    for (const { plan } of exercise.predictions) expect(plan.at(-1)?.action.kind).toBe('visit');
  });

  if (lesson.endsWith('/transfer'))
    test.each(languages)('it has a title and tells what is wanted (%s)', (language) => {
      expect(texts[language].title).toMatch(/\S/);
      expect(texts[language].task).toMatch(/\S/);
    });
});

describe.each(lessonIds)('%s', (lesson) => {
  test('both languages are built alike', () => {
    const [en, zh] = languages.map((language) => outlineOf(textOf(lesson, `lesson.${language}.mdx`)));
    expect(zh).toEqual(en);
  });

  test('it has a second exercise', () => {
    expect(exerciseIds).toContain(`${lesson}/transfer`);
  });

  test.each(languages)('the prose has nothing left over from writing (%s)', (language) => {
    const text = textOf(lesson, `lesson.${language}.mdx`);
    expect(text).toMatch(/^---\ntitle: .+\ndescription: .+\n/);
    expect(text).not.toMatch(/TODO|FIXME|XXX|TBD|lorem/i);
  });
});

/** The mistakes that failed checks tell of, each once. */
async function mistakes(exercise: Exercise, files: EditedFiles): Promise<string[]> {
  const told = (await grade(exercise, files)).flatMap((verdict) =>
    verdict.state === 'failed' ? [verdict.feedback.id] : [],
  );
  return [...new Set(told)];
}

const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Headings by level, components, asides and code: all that two languages must share. Code is compared word by word. */
function outlineOf(text: string): string[] {
  const outline: string[] = [];
  let fence: string[] | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      if (fence) outline.push(fence.join('\n'));
      fence = fence ? undefined : [];
    } else if (fence) fence.push(line);
    else outline.push(...(line.match(/^#+(?= )|^:::\w*|<\/?[A-Za-z][^>]*>|^\|/g) ?? []));
  }
  return outline;
}
