import { extending, managerBase, valveBase } from './bases.ts';
import type { JavaClass } from './bean.ts';

/** Classes of tomcat-redis-session-manager 2.0.0 (commit bb72ab2). */
export const redisManagerClass = 'com.orangefunction.tomcat.redissessions.RedisSessionManager';
export const redisValveClass = 'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve';

/** Its classes that configuration may name, with their setters. */
export const redisClasses: Readonly<Record<string, JavaClass>> = {
  [redisManagerClass]: {
    is: 'Manager',
    ...extending(managerBase, {
      string: `host password sentinelMaster sentinels serializationStrategyClass evictionPolicyClassName jmxNameBase
        jmxNamePrefix`,
      int: `port database timeout connectionPoolMaxTotal connectionPoolMaxIdle connectionPoolMinIdle
        numTestsPerEvictionRun rejectedSessions`,
      long: 'maxWaitMillis minEvictableIdleTimeMillis softMinEvictableIdleTimeMillis timeBetweenEvictionRunsMillis',
      boolean: 'lifo testOnCreate testOnBorrow testOnReturn testWhileIdle blockWhenExhausted jmxEnabled',
      policies: 'sessionPersistPolicies',
    }),
  },
  [redisValveClass]: { is: 'Valve', ...extending(valveBase, { object: 'redisSessionManager' }) },
};

/** The classes that it needs to be loaded at all, each in a jar of its own. */
export const neededClasses = {
  jedis: 'redis/clients/jedis/JedisPoolConfig',
  pool: 'org/apache/commons/pool2/impl/GenericObjectPoolConfig',
  /** Part of Tomcat up to 8.0. */
  tomcat: 'org/apache/catalina/util/LifecycleSupport',
} as const;

const policyNames = ['DEFAULT', 'SAVE_ON_CHANGE', 'ALWAYS_SAVE_AFTER_REQUEST'];

/** `RedisSessionManager.setSessionPersistPolicies`: the policies, or the name at which it throws. */
export function persistPolicies(text: string): string[] | { refused: string } {
  const names = text.split(',');
  // Java's `split` forgets empty strings at the end, but not a text that is empty as a whole.
  while (names.length > 0 && names.at(-1) === '' && text !== '') names.pop();
  const refused = names.find((name) => !policyNames.includes(name.toUpperCase()));
  return refused === undefined ? names.map((name) => name.toUpperCase()) : { refused };
}

/** Its default serializer, and the only one that comes with it. */
export const javaSerializerClass = 'com.orangefunction.tomcat.redissessions.JavaSerializer';
