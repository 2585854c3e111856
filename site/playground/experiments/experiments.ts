import * as nginx from './nginx.ts';
import * as sessions from './sessions.ts';

/** Weird things to try, in the order of their cards. */
export const experiments = {
  'one-router': nginx.oneRouter,
  'foreign-cookie': sessions.foreignCookie,
  'two-tabs': sessions.twoTabs,
  'full-redis': sessions.fullRedis,
  'long-absence': sessions.longAbsence,
  'localhost-twice': nginx.localhostTwice,
  'lonely-server': nginx.lonelyServer,
  'deleted-line': nginx.deletedLine,
  'killed-at-work': nginx.killedAtWork,
  'failed-reload': nginx.failedReload,
  'cookie-paths': sessions.cookiePaths,
} as const;

export type ExperimentId = keyof typeof experiments;

export const experimentIds = Object.keys(experiments) as ExperimentId[];
