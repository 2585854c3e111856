import type { Webapp } from '../../simulator/tomcat/host.ts';
import type { XmlCase } from './tomcat-xml-case.ts';

/**
 * What the recorder's page in the webapp printed of the running manager: the getters that it has, in the recorder's
 * order. It wrote strings into its JSON as they are, so a value with a quote made a text that is no JSON.
 */
export function effectiveOf({ settings }: Webapp, { effective, tomcat }: XmlCase): unknown {
  const seven = tomcat.startsWith('7');
  const shown: Record<string, unknown> = { ...managerOf(settings, seven) };
  shown['valves'] = settings.valves;
  shown['sessionTimeoutMinutes'] = settings.maxInactive / 60_000;
  shown['sessionCookieName'] = settings.cookie.name === 'JSESSIONID' ? 'null' : settings.cookie.name;
  // Such a text was cut after some length.
  return typeof effective === 'string' ? unescaped(shown).slice(0, effective.length) : shown;
}

function managerOf({ manager, maxInactive }: Webapp['settings'], seven: boolean): Record<string, unknown> {
  const common = {
    MaxActiveSessions: manager.maxActive,
    ...(seven ? { MaxInactiveInterval: maxInactive / 1000 } : {}),
  };
  switch (manager.kind) {
    case 'unstartable':
      return {};
    case 'standard':
      return {
        manager: 'org.apache.catalina.session.StandardManager',
        Pathname: manager.pathname ?? null,
        ...common,
        ProcessExpiresFrequency: manager.expiresFrequency,
      };
    case 'persistent':
      return {
        manager: 'org.apache.catalina.session.PersistentManager',
        ...common,
        ProcessExpiresFrequency: manager.expiresFrequency,
        SaveOnRestart: manager.saveOnRestart,
        MaxIdleBackup: manager.maxIdleBackup,
        MaxIdleSwap: manager.maxIdleSwap,
      };
    case 'redis':
      return {
        manager: 'com.orangefunction.tomcat.redissessions.RedisSessionManager',
        ...common,
        Host: manager.host,
        Port: manager.port,
        Password: manager.password ?? null,
        Database: manager.database,
        Timeout: manager.timeout,
        SessionPersistPolicies: policiesOf(manager.policies),
        SaveOnChange: manager.policies.saveOnChange,
        AlwaysSaveAfterRequest: manager.policies.alwaysSaveAfterRequest,
        ConnectionPoolMaxIdle: manager.pool.maxIdle,
        ConnectionPoolMaxTotal: manager.pool.maxTotal,
        ConnectionPoolMinIdle: manager.pool.minIdle,
        TestOnBorrow: manager.pool.testOnBorrow,
        ProcessExpiresFrequency: manager.expiresFrequency,
        SentinelMaster: manager.sentinelMaster ?? null,
      };
  }
}

const policiesOf = (policies: { saveOnChange: boolean; alwaysSaveAfterRequest: boolean }) =>
  [
    'DEFAULT',
    ...(policies.saveOnChange ? ['SAVE_ON_CHANGE'] : []),
    ...(policies.alwaysSaveAfterRequest ? ['ALWAYS_SAVE_AFTER_REQUEST'] : []),
  ].join(',');

function unescaped(shown: Record<string, unknown>): string {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return `"${value}"`;
    return Array.isArray(value) ? `[${value.map(text).join(',')}]` : String(value);
  };
  return `{${Object.entries(shown)
    .map(([name, value]) => `"${name}":${text(value)}`)
    .join(',')}}`;
}
