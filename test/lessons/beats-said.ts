/** What the words of each lesson's beats say of its pages, beat by beat: see `pagesOf` in beats.test.ts. */
export const said: Record<string, Record<string, string>> = {
  'one-tomcat': {
    login: 'A 1 in, A 1 kept',
    silence: 'A 1 lost',
    cookie: 'B 1, B 1, B 1 in',
  },
  restart: {
    kill: 'A 1 in, B 2 in, A 1 lost',
    stop: 'A 1 in',
    return: 'A 1 kept, B 2 lost',
    file: 'A 1 kept',
  },
  'two-tomcats': {
    gateway: 'A - 502',
    paste: 'A - 502',
    repair: 'A 1 in',
    'four-pages': 'A 2 lost, A 1 in, A 2 lost, A 1 in',
    home: 'A 2 lost, A 1, A 2, A 1',
  },
  'ip-hash': {
    flicker: 'A 1 in, A 2 lost, A 1 in, A 2 lost, A 1 in',
    addresses: 'B 2 in, A 1 kept, C 1 in',
    'other-order': 'C 1 kept, A 1 kept, B 2 kept, A 1 kept, B 2 kept',
    phone: 'A 2 lost',
  },
  failover: {
    bound: 'A 1 in, B 2 in, A 1 kept, B 2 kept',
    'next-page': 'A 2 lost',
    alarm: 'B 2 kept',
    comeback: 'A 2 in',
    probe: 'A 1 lost',
  },
  'shared-store': {
    folder: 'A 1 in, A 1 kept',
    crash: 'A 2 lost',
    stop: 'A 1 in, A 2 kept',
    when: 'A 2 kept',
  },
  'start-redis': {},
  'secure-redis': {},
  'wire-tomcat': {
    flicker: 'A 1 in, A 2 lost, A 1 in, A 2 lost',
    paste: 'A 1 404',
    jars: 'A 2 in, B 1 in, B 2 kept, A 1 kept',
    kill: 'A 2 kept, B 2 kept',
  },
  'inside-redis': {
    manager: 'A 1 in',
    'five-minutes': 'A 2 kept',
    cost: 'A 1, A 2',
  },
  serializable: {
    login: 'A 1 in',
    put: 'A 2',
    'next-page': 'A 1 kept',
    blame: 'A 2',
    transient: 'A 1, A 2 kept',
  },
  'class-changes': {
    release: 'A 1 in, A 2',
    'other-version': 'A 1 lost',
    'which-log': 'A 2 in, A 1 lost, A 2 in',
    number: 'A 1 lost, A 2 in, A 1, A 2 kept, A 1 kept',
  },
  'rolling-update': {
    reports: 'A 1 in, B 2 in, A - 0, B - 0',
    script:
      'A - 502, A - 502, A - 502, A - 502, A - 502, A - 502, A 1 kept, A - 502, A 2 kept, A 1 kept, A 1 kept, A 2 kept, A 1 kept, A 2 kept',
    'two-workers': 'A 1, B 2',
  },
  'redis-down': {
    green: 'A 1 in, A 2 kept, A 1 kept',
    'three-pages': 'A 2 500, A 1 500, A 2 lost',
    full: 'A 1 in, A 2, A 1 kept',
  },
  races: {
    one: 'A 1 in, A 2',
    twice: 'A 1, A 2',
    'two-tabs': 'A 1, A 2, A 1 kept',
    'same-tomcat': 'A 1, A 1, A 1 kept',
  },
  capstone: {
    empty: 'A 1 in, B 1 in',
    crash: 'A - 502',
  },
  'to-production': {
    worries: 'A 1 in',
    hang: 'B 2 in, B 1 kept',
    'too-strict': 'A - 504, B - 502, A - 502',
  },
};
