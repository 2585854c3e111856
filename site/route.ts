import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { lessonsOf } from './course.ts';
import { oembedPath } from './embed/oembed.ts';
import { href, localeOf } from './locale.ts';

/** Gives every prose page the site's own frame: no side bar (the header holds the course), the full width for a lab. */
export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  route.hasSidebar = false;
  const locale = localeOf(context.url);
  const lessons = await lessonsOf(locale);
  const lesson = lessons.find(({ id }) => route.id.endsWith(`/${id}`));
  if (!lesson) return;
  route.toc = undefined;
  if (context.site)
    route.head.push({
      tag: 'link',
      attrs: {
        rel: 'alternate',
        type: 'application/json+oembed',
        href: new URL(href(`/${oembedPath(lesson.id, locale)}`), context.site).href,
        title: lesson.title,
      },
    });
});
