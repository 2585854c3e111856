import { exerciseOf, filesOf, wordsOf } from '../../lessons/folders.ts';
import type { Language } from '../../lessons/texts.ts';
import { linkFields, withFiles } from '../../simulator/index.ts';
import { headOf } from '../session-lab/exercises.ts';

/** A text in both languages. */
export type Both = Record<Language, string>;

/** What a package says of its exercise. */
export interface Described {
  id: string;
  title: Both;
  description: Both;
  /** What each check asks for. */
  checks: Record<Language, Readonly<Record<string, string>>>;
  /** The files that every learner begins with, as a link has them. */
  beginning: string;
}

/** Describes an exercise that there is. */
export async function described(id: string): Promise<Described> {
  const [exercise, words] = await Promise.all([exerciseOf(id), wordsOf(id)]);
  const ids = exercise.checks.map((check) => check.id);
  const saying = (language: Language) => {
    const { title, task, checks } = words[language];
    const asked = Object.fromEntries(ids.flatMap((check) => (checks[check] ? [[check, checks[check]]] : [])));
    return { head: title && task ? { title, description: task } : headOf(id, language), asked };
  };
  const [en, zhCn] = [saying('en'), saying('zh-cn')];
  return {
    id,
    title: { en: en.head.title, 'zh-cn': zhCn.head.title },
    description: { en: en.head.description, 'zh-cn': zhCn.head.description },
    checks: { en: en.asked, 'zh-cn': zhCn.asked },
    beginning: beginningOf(id, exercise.lab),
  };
}

/** A link names only files that were changed; so each is changed. */
function beginningOf(id: string, lab: Parameters<typeof withFiles>[0]): string {
  const start = filesOf(id, 'start');
  const changed = Object.fromEntries(
    Object.entries(start).map(([host, files]) => [
      host,
      Object.fromEntries(Object.entries(files).map(([file, text]) => [file, `${text}\n`])),
    ]),
  );
  const base = withFiles(lab, start);
  return linkFields({ base: id, lab: base, files: changed, run: undefined }, base)
    .map(({ text }) => text)
    .join('&');
}
