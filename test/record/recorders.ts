import { nginxConfigRecorder } from './nginx-config.ts';
import { nginxForwardRecorder, nginxRoutingRecorder } from './nginx-scenario.ts';
import type { Recorder } from './recorder.ts';
import { redisConfRecorder } from './redis-conf.ts';
import { redisRepliesRecorder } from './redis-replies.ts';
import { tomcatLifecycleRecorder } from './tomcat-lifecycle.ts';
import { tomcatXmlRecorder } from './tomcat-xml.ts';

// biome-ignore lint/suspicious/noExplicitAny: each knows the form of its own cases
export const recorders: readonly Recorder<any>[] = [
  nginxConfigRecorder,
  nginxRoutingRecorder,
  nginxForwardRecorder,
  redisConfRecorder,
  redisRepliesRecorder,
  tomcatLifecycleRecorder,
  tomcatXmlRecorder,
];
