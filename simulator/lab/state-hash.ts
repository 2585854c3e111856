import type { Client } from '../client/client.ts';
import { hashText } from '../core/random.ts';
import { inOrder } from '../core/shared-map.ts';
import type { Host, World } from '../engine/world.ts';
import type { Nginx } from '../nginx/nginx.ts';
import type { Redis } from '../redis/redis.ts';
import type { Terminal } from '../shell/terminal.ts';
import type { JavaValue } from '../tomcat/java/value.ts';
import type { Tomcat } from '../tomcat/tomcat.ts';

/**
 * A short name for what has come of a run: what visitors hold, which servers run with which files, their sessions and keys,
 * what stands in the windows. Two worlds of one outcome cannot be told apart by looking, and a run that is played again
 * gives it again. How the simulator keeps all that inside is no part of it, so that it outlives changes there.
 */
export function stateHash(world: World): string {
  const text = inOneOrder({
    now: world.now,
    cuts: [...world.cuts].sort(),
    netem: Object.fromEntries([...world.netem].filter(([, { delay, loss }]) => delay > 0 || loss > 0)),
    hosts: Object.fromEntries([...world.hosts].map(([name, host]) => [name, factsOf(host)])),
  });
  return hashText(text).toString(36).padStart(7, '0') + hashText(text, 1).toString(36).slice(-3);
}

function factsOf(host: Host): unknown {
  switch (host.kind) {
    case 'client':
      return visitorFacts(host);
    case 'nginx':
      return nginxFacts(host);
    case 'tomcat':
      return tomcatFacts(host);
    case 'redis':
      return redisFacts(host);
    case 'terminal':
      return windowFacts(host);
  }
}

const visitorFacts = ({ ip, cookies, jar, sent, user, loginsLost, answers, last, pending }: Client) => ({
  ip,
  cookies,
  jar: jar.map(({ path, name, value }) => `${path} ${name} ${value}`).sort(),
  sent,
  user,
  loginsLost,
  answers: Object.fromEntries(answers),
  last,
  waiting: pending.map(({ chain }) => chain).sort(),
});

const nginxFacts = ({ mode, files }: Nginx) => ({ mode, files });

function tomcatFacts({ version, state, files, webapps }: Tomcat) {
  const sessions = [...webapps].flatMap(([path, { sessions }]) =>
    inOrder(sessions).map(([id, { created, thisAccessed, attributes }]) => ({
      app: path,
      id,
      created,
      thisAccessed,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, attributeFact(value)])),
    })),
  );
  return { version, state, files, sessions: Object.fromEntries(sessions.map((one) => [`${one.app} ${one.id}`, one])) };
}

/** Of an object, which may be cyclic, its class. */
function attributeFact(value: JavaValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'class' in value ? value.class : value;
}

function redisFacts({ version, mode, files, server }: Redis) {
  const keys = (server?.databases ?? []).flatMap(({ entries }, db) =>
    inOrder(entries).map(([key, { type, value, expireAt }]) => [`${db} ${key}`, { type, value, expireAt }]),
  );
  return { version, mode, files, keys: Object.fromEntries(keys) };
}

const windowFacts = ({ mode, cwd, screen }: Terminal) => ({ mode, cwd, screen });

/** JSON in which the order of an object's fields does not show. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
