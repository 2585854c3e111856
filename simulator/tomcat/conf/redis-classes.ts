import type { Properties } from './classes.ts';

/** Classes of tomcat-redis-session-manager 2.0.0 (commit bb72ab2), with their setters. */
export const redisManagerClass = 'com.orangefunction.tomcat.redissessions.RedisSessionManager';
export const redisValveClass = 'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve';

/** The manager's own setters; those of ManagerBase come besides. */
export const redisManagerProperties: Properties = {
  host: 'string',
  port: 'int',
  database: 'int',
  timeout: 'int',
  password: 'string',
  sentinelMaster: 'string',
  sentinels: 'string',
  sessionPersistPolicies: 'policies',
  serializationStrategyClass: 'string',
  connectionPoolMaxTotal: 'int',
  connectionPoolMaxIdle: 'int',
  connectionPoolMinIdle: 'int',
  lifo: 'boolean',
  maxWaitMillis: 'long',
  minEvictableIdleTimeMillis: 'long',
  softMinEvictableIdleTimeMillis: 'long',
  numTestsPerEvictionRun: 'int',
  testOnCreate: 'boolean',
  testOnBorrow: 'boolean',
  testOnReturn: 'boolean',
  testWhileIdle: 'boolean',
  timeBetweenEvictionRunsMillis: 'long',
  evictionPolicyClassName: 'string',
  blockWhenExhausted: 'boolean',
  jmxEnabled: 'boolean',
  jmxNameBase: 'string',
  jmxNamePrefix: 'string',
};

const policyNames = ['DEFAULT', 'SAVE_ON_CHANGE', 'ALWAYS_SAVE_AFTER_REQUEST'];

/** `RedisSessionManager.setSessionPersistPolicies`: the policies besides DEFAULT, or the name it throws at. */
export function persistPolicies(text: string): string[] | { refused: string } {
  const names = text.split(',');
  // Java's `split` forgets empty strings at the end, but not a text that is empty as a whole.
  while (names.length > 0 && names.at(-1) === '' && text !== '') names.pop();
  const refused = names.find((name) => !policyNames.includes(name.toUpperCase()));
  return refused === undefined ? names.map((name) => name.toUpperCase()) : { refused };
}
