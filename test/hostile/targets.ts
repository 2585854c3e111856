import type { Target } from './target.ts';
import { keptTargets } from './targets/kept.ts';
import { linkTargets } from './targets/links.ts';
import { messageTargets } from './targets/messages.ts';
import { networkTargets } from './targets/network.ts';
import { nginxTargets } from './targets/nginx.ts';
import { platformTargets } from './targets/platforms.ts';
import { redisTargets } from './targets/redis.ts';
import { redisServerTargets } from './targets/redis-server.ts';
import { shellTargets } from './targets/shell.ts';
import { tomcatTargets } from './targets/tomcat.ts';
import { worldTargets } from './targets/worlds.ts';

/** All that reads what others wrote. */
export const targets: readonly Target[] = [
  ...nginxTargets,
  ...redisTargets,
  ...tomcatTargets,
  ...shellTargets,
  ...linkTargets,
  ...keptTargets,
  ...messageTargets,
  ...redisServerTargets,
  ...worldTargets,
  ...platformTargets,
  ...networkTargets,
];
