import { getCollection } from 'astro:content';
import { course } from '../lessons/course.ts';
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

/** The lessons of one language, in order. A lesson that is not written in that language is left out. */
export async function lessonsOf(locale: Locale): Promise<LessonLink[]> {
  const entries = await getCollection('docs');
  const order = course.flatMap(({ lessons }) => lessons);
  const written = order.flatMap((id) => entries.filter((entry) => entry.id === `${locale}/${id}`));
  return written.map(({ id, data }, index) => ({
    id: id.slice(locale.length + 1),
    number: index + 1,
    title: data.title,
    description: data.description ?? '',
    href: href(`/${id}/`),
  }));
}
