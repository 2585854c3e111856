import { type Bean, setters } from './bean.ts';

/** ManagerBase: as of 7.0.69 and of 10.1.60. */
export const managerBase: Bean = {
  properties: setters({
    int: 'maxActiveSessions processExpiresFrequency maxActive sessionMaxAliveTime',
    long: 'expiredSessions',
    string: `secureRandomClass secureRandomAlgorithm secureRandomProvider sessionAttributeNameFilter
      sessionAttributeValueClassNameFilter`,
    boolean: 'warnOnSessionAttributeFilterFailure',
    object: 'sessionIdGenerator',
  }),
  older: setters({
    int: 'maxInactiveInterval sessionIdLength duplicates',
    long: 'sessionCounter',
    boolean: 'distributable',
    object: 'container',
  }),
  newer: setters({
    boolean: `persistAuthentication sessionActivityCheck sessionLastAccessAtStart
      notifyBindingListenerOnUnchangedValue notifyAttributeListenerOnUnchangedValue`,
    object: 'context',
  }),
};

/** ValveBase. */
export const valveBase: Bean = { properties: setters({ boolean: 'asyncSupported', object: 'container next' }) };

/** A class that adds setters to those it inherits. */
export function extending(base: Bean, own: Parameters<typeof setters>[0]): Bean {
  return { ...base, properties: { ...base.properties, ...setters(own) } };
}
