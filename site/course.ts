import { getCollection } from 'astro:content';
import { course, type PartId } from '../lessons/course.ts';
import { href, type Locale } from './locale.ts';

/** A lesson as menus and landing pages show it. */
export interface LessonLink {
  id: string;
  /** Counted from 1. */
  number: number;
  title: string;
  /** One sentence: what the lesson is about. */
  description: string;
  href: string;
}

/** A part of the course with its lessons, in order. */
export interface PartLinks {
  id: PartId;
  lessons: LessonLink[];
}

/** The parts of the course in one language, in order. A lesson that is not written in that language is left out. */
export async function partsOf(locale: Locale): Promise<PartLinks[]> {
  const entries = await getCollection('docs');
  let number = 0;
  return course.map((part) => ({
    id: part.id,
    lessons: part.lessons
      .flatMap((lesson) => entries.filter(({ id }) => id === `${locale}/${lesson}`))
      .map(({ id, data }) => ({
        id: id.slice(locale.length + 1),
        number: ++number,
        title: data.title,
        description: data.description ?? '',
        href: href(`/${id}/`),
      })),
  }));
}

/** The lessons of one language, in order. */
export const lessonsOf = async (locale: Locale): Promise<LessonLink[]> =>
  (await partsOf(locale)).flatMap(({ lessons }) => lessons);
