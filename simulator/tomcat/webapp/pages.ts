import { own } from '../../core/own.ts';
import type { Session } from '../host.ts';
import { objectOf } from '../java/make.ts';
import { isSerializable, javaText } from '../java/serialization.ts';
import { arrayList, stringOf, type Throwable } from '../java/value.ts';
import {
  type Call,
  changeId,
  demandSession,
  existingSession,
  invalidate,
  isDistributable,
  isRequestedIdValid,
  type Outcome,
  parameter,
  removeAttribute,
  servletFrames,
  setAttribute,
  thrown,
} from './call.ts';

type Page = (call: Call) => Outcome;

/** The webapp of the recordings: one servlet, its pages by path. Any other path is 404. */
export const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/hello', () => 'hello (no session touched)'],
  ['/whoami', whoami],
  ['/attrs', attrs],
  ['/index', (call) => withSession(call, (session) => `user=${text(call, session, 'user')} ${identity(session)}`)],
  ['/login', login],
  ['/set', set],
  ['/remove', remove],
  ['/count', count],
  ['/put', put],
  ['/mutate', mutate],
  ['/invalidate', logout],
  ['/reinvalidate', reinvalidate],
  ['/changeid', change],
  ['/timeout', timeout],
  ['/encode', encode],
  ['/sleep', (call) => ({ kind: 'sleep', ms: number(call, 'ms', 1000), saved: 0 })],
  [
    '/senderror',
    (call) => ({ kind: 'error', status: number(call, 'code', 500), message: parameter(call, 'msg') ?? '' }),
  ],
  ['/boom', boom],
  ['/boomio', boomio],
  ['/late', late],
]);

/** What the servlet does when it wakes up. */
export function wake(call: Call, page: string, saved: number): Outcome {
  if (page === '/sleep') return `slept ${number(call, 'ms', 1000)}`;
  const { session } = call;
  if (!session) return thrown(invalidated(call));
  return page === '/count' ? counted(call, session, saved) : `set ${parameter(call, 'k') ?? null} ${identity(session)}`;
}

const identity = ({ id, isNew }: Session) => `sid=${id} new=${isNew}`;

const number = (call: Call, name: string, otherwise: number) => {
  const value = Number(parameter(call, name) ?? otherwise);
  return Number.isFinite(value) ? value : otherwise;
};

function text(call: Call, session: Session, name: string) {
  const value = own(session.attributes, name) ?? null;
  return stringOf(value) ?? javaText(value, call.duty.app.classes);
}

function withSession(call: Call, show: (session: Session) => Outcome, line = 14): Outcome {
  const session = demandSession(call, line);
  return 'class' in session ? thrown(session) : show(session);
}

function whoami(call: Call): Outcome {
  const session = existingSession(call);
  if (session) return `user=${text(call, session, 'user')} ${identity(session)}`;
  const { requestedId, fromCookie } = call.request;
  const valid = isRequestedIdValid(call);
  return `no session; requestedSid=${requestedId ?? null} valid=${valid} fromCookie=${fromCookie}`;
}

function attrs(call: Call): Outcome {
  const session = existingSession(call);
  if (!session) return 'no session';
  const names = Object.keys(session.attributes).sort();
  const shown = names.map((name) => `${name}=${text(call, session, name)}`).join(', ');
  return `attrs={${shown}} ${identity(session)} maxInactive=${Math.trunc(session.maxInactive / 1000)}`;
}

function login(call: Call): Outcome {
  const user = parameter(call, 'user') ?? null;
  return withSession(call, (session) => {
    setAttribute(call, session, 'user', user);
    return `logged in user=${user} ${identity(session)}`;
  });
}

function set(call: Call): Outcome {
  const name = parameter(call, 'k') ?? 'null';
  const slow = number(call, 'slow', 0);
  return withSession(call, (session) => {
    setAttribute(call, session, name, parameter(call, 'v') ?? null);
    const page = `set ${name} ${identity(session)}`;
    if (slow <= 0) return page;
    const asleep = { kind: 'sleep', ms: slow, saved: 0 } as const;
    return parameter(call, 'flush') === undefined ? asleep : { ...asleep, flushed: page };
  });
}

function remove(call: Call): Outcome {
  const name = parameter(call, 'k') ?? 'null';
  return withSession(call, (session) => {
    removeAttribute(call, session, name);
    return `removed ${name} sid=${session.id}`;
  });
}

/** Reads, then writes: two requests at once lose an increment (recorded: `concurrent-count`). */
function count(call: Call): Outcome {
  const slow = number(call, 'slow', 0);
  return withSession(call, (session) => {
    const before = Number(session.attributes['count'] ?? 0);
    return slow > 0 ? { kind: 'sleep', ms: slow, saved: before } : counted(call, session, before);
  });
}

function counted(call: Call, session: Session, before: number) {
  setAttribute(call, session, 'count', before + 1);
  return `count=${before + 1} ${identity(session)}`;
}

function put(call: Call): Outcome {
  const name = parameter(call, 'k') ?? 'obj';
  const wanted = parameter(call, 'class') ?? 'null';
  const { duty } = call;
  const made = objectOf(wanted, duty.app.classes);
  if ('thrown' in made) return thrown({ ...made.thrown, frames: framesOf(call, 60) });
  const { value } = made;
  return withSession(call, (session) => {
    if (isDistributable(call) && !isSerializable(value, duty.app.classes)) return thrown(notSerializable(call, name));
    setAttribute(call, session, name, value);
    return `put ${name}=${javaText(value, duty.app.classes)} ${identity(session)}`;
  });
}

function notSerializable({ duty: { host } }: Call, name: string): Throwable {
  const session = 'org.apache.catalina.session.StandardSession';
  return {
    class: 'java.lang.IllegalArgumentException',
    message: host.traits.brackets
      ? `setAttribute: Non-serializable attribute [${name}]`
      : `setAttribute: Non-serializable attribute ${name}`,
    frames: [
      `${session}.setAttribute(StandardSession.java:1001)`,
      `${session}.setAttribute(StandardSession.java:961)`,
      `${session}Facade.setAttribute(StandardSessionFacade.java:101)`,
      ...servletFrames(host.traits.servletPackage, 60),
    ],
  };
}

function mutate(call: Call): Outcome {
  return withSession(call, (session) => {
    const before = session.attributes['list'];
    const known = before !== null && typeof before === 'object' && before.type === 'object' ? before.items : undefined;
    if (!known) setAttribute(call, session, 'list', arrayList([]));
    const list = arrayList([...(known ?? []), parameter(call, 'v') ?? null]);
    session.attributes = { ...session.attributes, list };
    return `list=${javaText(list, call.duty.app.classes)} (mutated in place, no setAttribute)`;
  });
}

function logout(call: Call): Outcome {
  const session = existingSession(call);
  if (session) invalidate(call, session);
  return session ? 'invalidated' : 'no session';
}

function reinvalidate(call: Call): Outcome {
  return withSession(call, (session) => {
    invalidate(call, session);
    return withSession(call, (next) => `after invalidate: ${identity(next)}`);
  });
}

function change(call: Call): Outcome {
  return withSession(call, (session) => {
    const old = changeId(call, session);
    return `changed ${old} -> ${session.id}`;
  });
}

function timeout(call: Call): Outcome {
  const seconds = parameter(call, 's');
  return withSession(call, (session) => {
    if (seconds !== undefined) session.maxInactive = Number(seconds) * 1000;
    return `maxInactiveInterval=${Math.trunc(session.maxInactive / 1000)} sid=${session.id}`;
  });
}

/** `encodeURL` adds the id unless the request brought a cookie with one. */
function encode(call: Call): Outcome {
  const { fromUrl, fromCookie } = call.request;
  return withSession(call, ({ id }) => {
    const url = fromCookie ? 'whoami' : `whoami;jsessionid=${id}`;
    return `encodeURL=${url} fromURL=${fromUrl} fromCookie=${fromCookie}`;
  });
}

const framesOf = ({ duty }: Call, line: number) => servletFrames(duty.host.traits.servletPackage, line);

function boom(call: Call): Outcome {
  return withSession(
    call,
    () => thrown({ class: 'java.lang.RuntimeException', message: 'boom', frames: framesOf(call, 116) }),
    116,
  );
}

function boomio(call: Call): Outcome {
  const cause = { class: 'java.lang.IllegalStateException', message: 'root cause text', frames: framesOf(call, 117) };
  const { servletPackage } = call.duty.host.traits;
  return thrown({
    class: `${servletPackage}.servlet.ServletException`,
    message: 'wrapped',
    frames: framesOf(call, 117),
    cause,
  });
}

/** Sends 20,000 bytes and then wants a session: too late for a cookie. */
function late(call: Call): Outcome {
  const session = existingSession(call);
  if (session) return identity(session);
  const message = 'Cannot create a session after the response has been committed';
  return { kind: 'cut', thrown: { class: 'java.lang.IllegalStateException', message, frames: framesOf(call, 122) } };
}

function invalidated(call: Call): Throwable {
  const { brackets } = call.duty.host.traits;
  const message = brackets
    ? `setAttribute: Session [${call.request.session}] has already been invalidated`
    : 'setAttribute: Session already invalidated';
  return { class: 'java.lang.IllegalStateException', message, frames: framesOf(call, 60) };
}
