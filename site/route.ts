import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { lessonsOf } from './course.ts';
import { localeOf } from './locale.ts';

/** Gives every prose page the site's own frame: no side bar (the header holds the course), the full width for a lab. */
export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  route.hasSidebar = false;
  const lessons = await lessonsOf(localeOf(context.url));
  const lesson = lessons.find(({ id }) => route.id.endsWith(`/${id}`));
  if (lesson) route.toc = undefined;
});
