import type { Traits } from '../version.ts';
import type { Component } from './digester.ts';
import { persistPolicies, redisManagerClass } from './redis-classes.ts';
import { childrenOf, numberOf } from './server-xml.ts';

export type ManagerSettings =
  | StandardManagerSettings
  | PersistentManagerSettings
  | RedisManagerSettings
  | { kind: 'unstartable'; why: string; maxActive: number };

export interface StandardManagerSettings {
  kind: 'standard';
  /** SESSIONS.ser, relative to the work folder unless absolute; undefined or `''`: sessions are not saved. */
  pathname: string | undefined;
  /** -1: no limit. */
  maxActive: number;
  /** Expiry is looked for at every so many runs of background work. */
  expiresFrequency: number;
}

export interface PersistentManagerSettings {
  kind: 'persistent';
  maxActive: number;
  expiresFrequency: number;
  saveOnRestart: boolean;
  /** Seconds of idling; -1: never. */
  maxIdleBackup: number;
  minIdleSwap: number;
  maxIdleSwap: number;
  store: { kind: 'file'; folder: string } | { kind: 'table'; source: string; bound: boolean } | undefined;
}

/** The manager of tomcat-redis-session-manager 2.0.0, its names and defaults. */
export interface RedisManagerSettings {
  kind: 'redis';
  maxActive: number;
  expiresFrequency: number;
  /** As written: nothing is looked up before the first connection. */
  host: string;
  /** As written, in range or not. */
  port: number;
  database: number;
  /** Undefined: no AUTH is sent. An empty one is sent. */
  password: string | undefined;
  /** Milliseconds for connecting and for each read. */
  timeout: number;
  sentinelMaster: string | undefined;
  /** `h1:p1,h2:p2`, as written. */
  sentinels: string | undefined;
  policies: { saveOnChange: boolean; alwaysSaveAfterRequest: boolean };
  /** Class name of the serializer, loaded at the start. */
  serializer: string;
  pool: RedisPoolSettings;
}

/** The JedisPool: what commons-pool2 2.2 and JedisPoolConfig 2.5.2 make of the attributes. Times in milliseconds. */
export interface RedisPoolSettings {
  maxTotal: number;
  maxIdle: number;
  minIdle: number;
  testOnBorrow: boolean;
  testOnReturn: boolean;
  testWhileIdle: boolean;
  lifo: boolean;
  blockWhenExhausted: boolean;
  /** Negative: for ever. */
  maxWait: number;
  minEvictableIdleTime: number;
  timeBetweenEvictionRuns: number;
  /** Negative: so many-th part of the idle ones, -1 all. */
  testsPerEvictionRun: number;
}

/** What a `<Manager>` is, with every default filled in; `resources` are the names bound in JNDI. */
export function managerSettings(
  manager: Component | undefined,
  resources: string[],
  { savesByDefault }: Traits,
): ManagerSettings {
  const maxActive = numberOf(manager, 'maxActiveSessions', -1);
  const frequency = numberOf(manager, 'processExpiresFrequency', 6);
  const expiresFrequency = frequency > 0 ? frequency : 6;
  if (manager?.className?.startsWith('org.apache.catalina.ha.')) {
    return { kind: 'unstartable', why: 'Starting... no cluster associated with this context: [null]', maxActive };
  }
  if (manager?.className === redisManagerClass) return redisSettings(manager, { maxActive, expiresFrequency });
  if (manager?.className === 'org.apache.catalina.session.PersistentManager') {
    return {
      kind: 'persistent',
      maxActive,
      expiresFrequency,
      saveOnRestart: manager.attributes['saveOnRestart'] !== 'false',
      maxIdleBackup: numberOf(manager, 'maxIdleBackup', -1),
      minIdleSwap: numberOf(manager, 'minIdleSwap', -1),
      maxIdleSwap: numberOf(manager, 'maxIdleSwap', -1),
      store: storeSettings(childrenOf(manager, 'Store')[0], resources),
    };
  }
  const pathname = manager?.attributes['pathname'] ?? (savesByDefault ? 'SESSIONS.ser' : undefined);
  return { kind: 'standard', maxActive, expiresFrequency, pathname };
}

function storeSettings(store: Component | undefined, resources: string[]): PersistentManagerSettings['store'] {
  if (!store) return undefined;
  if (store.className !== 'org.apache.catalina.session.DataSourceStore')
    return { kind: 'file', folder: store.attributes['directory'] ?? '.' };
  const source = store.attributes['dataSourceName'] ?? '';
  return { kind: 'table', source, bound: resources.includes(source) };
}

function redisSettings(
  manager: Component,
  inherited: { maxActive: number; expiresFrequency: number },
): RedisManagerSettings {
  const { attributes } = manager;
  const chosen = persistPolicies(attributes['sessionPersistPolicies'] ?? 'DEFAULT');
  const policies = 'refused' in chosen ? [] : chosen;
  return {
    kind: 'redis',
    ...inherited,
    host: attributes['host'] ?? 'localhost',
    port: numberOf(manager, 'port', 6379),
    database: numberOf(manager, 'database', 0),
    password: attributes['password'],
    timeout: numberOf(manager, 'timeout', 2000),
    sentinelMaster: attributes['sentinelMaster'],
    sentinels: attributes['sentinels'],
    policies: {
      saveOnChange: policies.includes('SAVE_ON_CHANGE'),
      alwaysSaveAfterRequest: policies.includes('ALWAYS_SAVE_AFTER_REQUEST'),
    },
    serializer: attributes['serializationStrategyClass'] ?? 'com.orangefunction.tomcat.redissessions.JavaSerializer',
    pool: poolSettings(manager),
  };
}

function poolSettings(manager: Component): RedisPoolSettings {
  const flag = (name: string, otherwise: boolean) => (manager.attributes[name] ?? String(otherwise)) === 'true';
  return {
    maxTotal: numberOf(manager, 'connectionPoolMaxTotal', 8),
    maxIdle: numberOf(manager, 'connectionPoolMaxIdle', 8),
    minIdle: numberOf(manager, 'connectionPoolMinIdle', 0),
    testOnBorrow: flag('testOnBorrow', false),
    testOnReturn: flag('testOnReturn', false),
    testWhileIdle: flag('testWhileIdle', true),
    lifo: flag('lifo', true),
    blockWhenExhausted: flag('blockWhenExhausted', true),
    maxWait: numberOf(manager, 'maxWaitMillis', -1),
    minEvictableIdleTime: numberOf(manager, 'minEvictableIdleTimeMillis', 60_000),
    timeBetweenEvictionRuns: numberOf(manager, 'timeBetweenEvictionRunsMillis', 30_000),
    testsPerEvictionRun: numberOf(manager, 'numTestsPerEvictionRun', -1),
  };
}

/** Bytes of a session id: a SessionIdGenerator's word, or in Tomcat 7 and 8.0 the Manager's own. */
export function sessionIdLength(manager: Component | undefined): number {
  const own = numberOf(manager, 'sessionIdLength', 16);
  return numberOf(childrenOf(manager, 'SessionIdGenerator').at(-1), 'sessionIdLength', own);
}
