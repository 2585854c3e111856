import { jarVersions } from '../../conf/libraries.ts';
import type { RedisManagerSettings } from '../../conf/manager.ts';
import { javaSerializerClass } from '../../conf/redis-classes.ts';
import type { Webapp } from '../../host.ts';
import type { Throwable } from '../../java/value.ts';
import { log } from '../../log/note.ts';
import type { Duty, SessionManager } from '../manager.ts';
import { drop, send } from './link.ts';
import { maxInactiveOf } from './redis-manager.ts';
import { newPool } from './state.ts';

/** `startInternal`: looks for its Valve, loads the serializer, makes a pool. Redis itself is not asked anything. */
export const redisManager: SessionManager<RedisManagerSettings> = {
  start(duty, settings) {
    const { host, app, thread, out } = duty;
    if (app.settings.redisValves === 0) {
      log(out, thread, 'redis-no-valve');
      return lifecycleException(NO_VALVE);
    }
    log(out, thread, 'redis-attached');
    log(out, thread, 'redis-serializer', { class: settings.serializer });
    if (!host.traits.twoLineLog) return noSuchMethod;
    if (settings.serializer !== javaSerializerClass) {
      const missing: Throwable = { class: 'java.lang.ClassNotFoundException', message: settings.serializer };
      log(out, thread, 'redis-no-serializer', {}, missing);
      return { ...lifecycleException(`${missing.class}: ${missing.message}`), cause: missing };
    }
    log(out, thread, 'redis-expiry', { seconds: maxInactiveOf(duty) / 1000 });
    if (settings.sentinelMaster !== undefined) return askSentinels(duty, settings);
    app.redis = newPool(out.now, jarVersions(host.files));
    return undefined;
  },

  /** `connectionPool.destroy()`: each idle connection says QUIT. No session is written anywhere: all are in Redis. */
  stop({ app, out }) {
    const { redis: pool } = app;
    app.redis = undefined;
    for (const connection of pool?.idle ?? []) {
      const link = pool?.links.get(connection);
      if (link && !link.closed) send(link, connection, ['QUIT'], '', out);
    }
    if (pool) closeAll(pool, out);
  },

  // Sessions are not this process's: nothing to find here, to forget or to expire.
  find() {
    return undefined;
  },
  removed() {},
  background() {},
  nextRun() {
    return Infinity;
  },
};

const NO_VALVE =
  'Unable to attach to session handling valve; sessions cannot be saved after the request without the valve starting properly.';

/** Tomcat 8 no longer has the method by which the manager asks for the webapp's class loader. */
const noSuchMethod: Throwable = {
  class: 'java.lang.NoSuchMethodError',
  message: "'org.apache.catalina.Loader org.apache.catalina.Container.getLoader()'",
};

const lifecycleException = (message: string): Throwable => ({
  class: 'org.apache.catalina.LifecycleException',
  message,
});

/** JedisSentinelPool: a lab has no sentinel, so the start waits for ever for one to answer. */
function askSentinels({ thread, out }: Duty, { sentinelMaster, sentinels }: RedisManagerSettings): Throwable | 'hangs' {
  if (sentinels === undefined) {
    const cause = lifecycleException(
      'Error configuring Redis Sentinel connection pool: expected both `sentinelMaster` and `sentiels` to be configured',
    );
    if (out.noting) out.note({ kind: 'printed', line: `${cause.class}: ${cause.message}` });
    return { ...lifecycleException('Error connecting to Redis'), cause };
  }
  log(out, thread, 'sentinel-trying');
  complainOfSentinels(sentinels, sentinelMaster ?? '', thread, out);
  return 'hangs';
}

/** What is logged once a second while no sentinel answers. */
export function complainOfSentinels(sentinels: string, master: string, thread: string, out: Duty['out']): void {
  for (const sentinel of new Set(sentinels.split(','))) log(out, thread, 'sentinel-down', { sentinel });
  log(out, thread, 'sentinels-all-down', { master });
}

/** The process ends: its kernel closes what is open. */
export function closeConnections({ redis: pool }: Webapp, out: Duty['out']): void {
  if (pool) closeAll(pool, out);
}

function closeAll(pool: NonNullable<Webapp['redis']>, out: Duty['out']) {
  for (const connection of [...pool.links.keys()]) drop(pool, connection, out);
}
