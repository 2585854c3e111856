import { java } from './java.ts';
import { nginxConfig, nginxConfigFuzz } from './nginx-config.ts';
import { nginxForward, nginxForwardFuzz } from './nginx-forward.ts';
import { nginxRouting } from './nginx-routing.ts';
import { redisConf, redisConfFuzz } from './redis-conf.ts';
import { redisReplies, redisRepliesFuzz } from './redis-replies.ts';
import { sessionManager } from './session-manager.ts';
import type { Case, Suite } from './suite.ts';
import { tomcatLifecycle } from './tomcat-lifecycle.ts';
import { tomcatXml, tomcatXmlFuzz } from './tomcat-xml.ts';

/** Every suite, in the order in which they are reported. */
export const suites = [
  nginxConfig,
  nginxConfigFuzz,
  nginxRouting,
  nginxForward,
  nginxForwardFuzz,
  tomcatLifecycle,
  sessionManager,
  tomcatXml,
  tomcatXmlFuzz,
  java,
  redisConf,
  redisConfFuzz,
  redisReplies,
  redisRepliesFuzz,
] as unknown as readonly Suite<Case>[];
