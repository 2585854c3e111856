import { newRedis, type RedisVersion } from '../../../simulator/redis/redis.ts';
import { redisManagerFiles } from '../../support/labs.ts';
import { TomcatLab } from '../../support/tomcat-lab.ts';
import { aTomcat } from './lab.ts';

export const ports = { t1: { http: 8080, shutdown: 8005, ajp: 8009 }, t2: { http: 8081, shutdown: 8006, ajp: 8010 } };

/** Two Tomcats 7.0.69 with the guide's session manager, and a Redis; all have come up. `attributes` are the Manager's. */
export function withRedis(attributes = '', version: RedisVersion = '3.2.1'): TomcatLab {
  const context = (redisManagerFiles['conf/context.xml'] ?? '').replace('port="6379"', `port="6379" ${attributes}`);
  const files = { ...redisManagerFiles, 'conf/context.xml': context };
  const tomcats = (['t1', 't2'] as const).map((name) =>
    aTomcat(name, { version: '7.0.69', ports: ports[name], files }),
  );
  const redis = newRedis({ name: 'redis', machine: 'server', version, files: { 'redis.conf': '' } });
  const lab = new TomcatLab(tomcats, 7, redis);
  lab.power('redis', 'start');
  for (const name of ['t1', 't2']) lab.power(name, 'start');
  lab.runUntil(() => ['t1', 't2'].every((name) => lab.tomcat(name).state === 'running'), 20_000);
  return lab;
}

/** The connections that Redis has from Tomcats. */
export const clientsOf = (lab: TomcatLab): string[] => [...(lab.redis.server?.clients.keys() ?? [])];

/** What Redis executed since it was last asked, e.g. `GET …`: the commands' names. */
export const namesOf = (lab: TomcatLab): string[] => lab.takeCommands().map(({ argv }) => argv[0] ?? '');

/** The status of an answer; how the connection ended where there is none. */
export function statusOf(lab: TomcatLab, chain: string): number | string {
  const reply = lab.reply(chain);
  return 'error' in reply ? reply.error : reply.response.status;
}
