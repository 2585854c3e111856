import { course } from '../../lessons/course.ts';
import { exerciseIds as all, textOf } from '../../lessons/folders.ts';
import type { Language } from '../../lessons/texts.ts';

const order = course.flatMap(({ lessons }) => lessons);

/** Every exercise, those for near transfer behind their lesson's, in the order in which the course takes them. */
export const exerciseIds: readonly string[] = order.flatMap((lesson) =>
  all.filter((id) => id === lesson || id.startsWith(`${lesson}/`)),
);

/** What stands in the head of a lesson's prose, there as YAML has it. */
export function headOf(lesson: string, language: Language): { title: string; description: string } {
  const prose = textOf(lesson, `lesson.${language}.mdx`);
  const value = (key: string) => {
    const text = new RegExp(`^${key}: *(.*)$`, 'm').exec(prose)?.[1] ?? '';
    return text.startsWith('"') ? JSON.parse(text) : text;
  };
  return { title: value('title'), description: value('description') };
}
