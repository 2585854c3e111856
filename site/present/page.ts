import { beatsOf, lessonsWithBeats } from '../beats.ts';
import { lessonsOf } from '../course.ts';
import { lessonLab } from '../lab/lesson-lab.ts';
import { href, type Locale, locales } from '../locale.ts';

/** The pages of the lessons that can be presented. */
export const presentPaths = () =>
  locales.flatMap((locale) => lessonsWithBeats.map((lesson) => ({ params: { locale, lesson } })));

/** What desk and stage of a lesson are made from. */
export async function presentProps(id: string, locale: Locale) {
  const title = (await lessonsOf(locale)).find((lesson) => lesson.id === id)?.title ?? id;
  return {
    lab: await lessonLab(id, locale, undefined),
    beats: await beatsOf(id, locale),
    lesson: { title, href: href(`/${locale}/${id}/`) },
    desk: deskOf(id, locale),
    stage: href(`/${locale}/present/${id}/stage/`),
  };
}

/** The address of a lesson's desk. */
export const deskOf = (lesson: string, locale: Locale): string => href(`/${locale}/present/${lesson}/`);
