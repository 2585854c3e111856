import { newRedis, type Redis } from '../../simulator/redis/redis.ts';
import { newTomcat, type Tomcat } from '../../simulator/tomcat/tomcat.ts';
import { otherBuild } from './session-manager-builds.ts';
import { tomcatOf } from './tomcat-files.ts';
import type { Scenario } from './tomcat-play.ts';

// What a scenario's title says of its jars, classes and files: the recordings keep such things in words only.

const manager = 'lib/tomcat-redis-session-manager-master-2.0.0.jar';
const jedis = 'lib/jedis-2.5.2.jar';
const pool = 'lib/commons-pool2-2.2.jar';

/** The jars of Tomcat's own lib folder, or of the webapp's. */
export function jarsOf({ title }: Scenario): string[] {
  const all = [manager, jedis, pool];
  if (/no jars? at all/.test(title)) return [];
  if (/WEB-INF\/lib/.test(title)) return all.map((jar) => `webapps/ROOT/WEB-INF/${jar}`);
  const missing = /(commons-pool2|jedis|session-manager|manager) jar (is )?missing/.exec(title)?.[1];
  if (missing !== undefined) return all.filter((jar) => !jar.includes(missing));
  const instead = /(jedis-[\d.]+\.jar) instead of/.exec(title)?.[1];
  return instead === undefined ? all : [manager, `lib/${instead}`, pool];
}

/** A Tomcat with the recording's files, its jars among them. */
export function tomcatIn(recorded: Scenario, name: string, jars: readonly string[]): Tomcat {
  const { title, context_xml: context = '' } = recorded;
  const plain = name === 't2' && /t2 still with in-memory sessions/.test(title);
  const database = new RegExp(`${name} database (\\d+)`).exec(title)?.[1];
  const fragment = plain
    ? ''
    : database === undefined
      ? context
      : context.replace(/database="\d+"/, `database="${database}"`);
  const { version, machine, files, nativeLibrary } = tomcatOf({ ...recorded, context_xml: fragment }, name);
  const known = { name, version, machine, files: { ...files, ...Object.fromEntries(jars.map((jar) => [jar, ''])) } };
  const tomcat = newTomcat(nativeLibrary === undefined ? known : { ...known, nativeLibrary });
  const build = name === 't2' ? otherBuild(recorded) : undefined;
  if (build) tomcat.builds = { 'webapps/ROOT': build };
  return tomcat;
}

/** The options that redis-server was started with; undefined: it was not. */
export const settingsOf = ({ redis }: Scenario): string[] | undefined =>
  typeof redis === 'string' && redis.startsWith('redis-server')
    ? (redis.match(/--\S+ \S+/g) ?? []).map((option) => option.slice(2))
    : undefined;

/** The Redis of the recordings: its data lived in memory alone, unless an append only file was asked for. */
export const redisOf = (recorded: Scenario): Redis =>
  newRedis({
    name: 'redis',
    machine: 'server',
    version: '7.0.15',
    files: { 'redis.conf': ['save ""', ...(settingsOf(recorded) ?? [])].map((line) => `${line}\n`).join('') },
  });
