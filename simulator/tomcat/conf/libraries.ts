/** What the jars in Tomcat's own lib folder add to its classes, as far as a lab has such jars. */
export interface Libraries {
  /** tomcat-redis-session-manager: the Redis Manager and its Valve. */
  redisSessionManager: boolean;
  /** jedis, which that manager needs to be loaded … */
  jedis: boolean;
  /** … and commons-pool2. */
  pool: boolean;
}

/** What was learnt from the names of jars about what is in them. */
export interface JarVersions {
  /** Of Jedis 2.9 and later, a closed connection's words differ from those of 2.5. */
  jedis: '2.5' | '2.9';
  /** The released session manager logs the message of an exception, a build of its later master the exception. */
  manager: 'released' | 'master';
}

/** `jedis-2.9.0.jar`, `tomcat-redis-session-manager-master-2.0.0.jar`. */
export function jarVersions(files: Readonly<Record<string, unknown>>): JarVersions {
  const jars = Object.keys(files);
  const [, minor = '5'] = jars.map((jar) => /^lib\/jedis-2\.(\d+)/.exec(jar)).find((found) => found) ?? [];
  const master = jars.some((jar) => jar.startsWith('lib/tomcat-redis-session-manager-master'));
  return { jedis: Number(minor) >= 9 ? '2.9' : '2.5', manager: master ? 'master' : 'released' };
}

/** Looks for the jars by name: `lib/jedis-2.5.2.jar`. A jar in a webapp's WEB-INF/lib is no use to a Manager. */
export function librariesIn(files: Readonly<Record<string, unknown>>): Libraries {
  const jars = Object.keys(files).filter((file) => file.startsWith('lib/') && file.endsWith('.jar'));
  const has = (name: string) => jars.some((jar) => jar.startsWith(`lib/${name}`));
  return { redisSessionManager: has('tomcat-redis-session-manager'), jedis: has('jedis'), pool: has('commons-pool2') };
}
