import type { Target } from './target.ts';
import { keptTargets } from './targets/kept.ts';
import { linkTargets } from './targets/links.ts';
import { messageTargets } from './targets/messages.ts';
import { nginxTargets } from './targets/nginx.ts';
import { redisTargets } from './targets/redis.ts';
import { shellTargets } from './targets/shell.ts';
import { tomcatTargets } from './targets/tomcat.ts';

/** All that reads what others wrote. */
export const targets: readonly Target[] = [
  ...nginxTargets,
  ...redisTargets,
  ...tomcatTargets,
  ...shellTargets,
  ...linkTargets,
  ...keptTargets,
  ...messageTargets,
];
