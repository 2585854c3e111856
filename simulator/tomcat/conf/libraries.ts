/** What the jars in Tomcat's own lib folder add to its classes, as far as a lab has such jars. */
export interface Libraries {
  /** tomcat-redis-session-manager: the Redis Manager and its Valve. */
  redisSessionManager: boolean;
  /** jedis, which that manager needs to be loaded … */
  jedis: boolean;
  /** … and commons-pool2. */
  pool: boolean;
}

/** Looks for the jars by name: `lib/jedis-2.5.2.jar`. A jar in a webapp's WEB-INF/lib is no use to a Manager. */
export function librariesIn(files: Readonly<Record<string, unknown>>): Libraries {
  const jars = Object.keys(files).filter((file) => file.startsWith('lib/') && file.endsWith('.jar'));
  const has = (name: string) => jars.some((jar) => jar.startsWith(`lib/${name}`));
  return { redisSessionManager: has('tomcat-redis-session-manager'), jedis: has('jedis'), pool: has('commons-pool2') };
}
