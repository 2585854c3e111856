import { getEntry } from 'astro:content';
import type { APIRoute } from 'astro';
import { exerciseIds } from '../../../embed/exercises.ts';
import { oembedOf } from '../../../embed/oembed.ts';
import { transferOf } from '../../../lab/lesson-lab.ts';
import { href, type Locale, locales } from '../../../locale.ts';

/** What oEmbed wants to know of each exercise; only a site that knows where it lives can tell. */
export const getStaticPaths = () =>
  import.meta.env.SITE
    ? locales.flatMap((locale) => exerciseIds.map((exercise) => ({ params: { locale, exercise } })))
    : [];

export const GET: APIRoute = async ({ params, site }) => {
  const { exercise = '', locale } = params as { exercise?: string; locale: Locale };
  const [lesson = '', second] = exercise.split('/');
  const title = second
    ? transferOf(lesson, locale)?.title
    : (await getEntry('docs', `${locale}/${exercise}`))?.data.title;
  return Response.json(oembedOf(exercise, title ?? exercise, locale, new URL(href('/'), site).href));
};
