import { nginxConfigTarget } from './nginx-config.ts';
import { nginxForwardTarget } from './nginx-forward.ts';
import { nginxRoutingTarget } from './nginx-routing.ts';
import { redisConfTarget } from './redis-conf.ts';
import { redisRepliesTarget } from './redis-replies.ts';
import type { Target } from './target.ts';
import { tomcatXmlTarget } from './tomcat-xml.ts';

// biome-ignore lint/suspicious/noExplicitAny: each knows the form of its own cases
export const targets: readonly Target<any>[] = [
  nginxConfigTarget,
  nginxRoutingTarget,
  nginxForwardTarget,
  redisConfTarget,
  redisRepliesTarget,
  tomcatXmlTarget,
];
