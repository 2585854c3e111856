import type { Running, Tomcat, Waiting } from '../host.ts';

/** The context path of a request that no Host takes. */
export const NOWHERE = '?';

/** Which webapp a target belongs to, and what is left for its servlet. */
export function route(host: Tomcat, waiting: Waiting): Running {
  const { target } = waiting.request;
  const question = target.indexOf('?');
  let path = question < 0 ? target : target.slice(0, question);
  let id: string | undefined;
  const semicolon = path.indexOf(';');
  if (semicolon >= 0) {
    id = /;jsessionid=([^;/]*)/.exec(path)?.[1];
    path = path.replace(/;[^/]*/g, '');
  }
  const slash = path.indexOf('/', 1);
  const first = slash < 0 ? path : path.slice(0, slash);
  const app = !hostKnown(host, waiting) ? NOWHERE : first !== '' && host.webapps.has(first) ? first : '';
  return {
    from: waiting.from,
    chain: waiting.chain,
    attempt: waiting.attempt,
    source: waiting.source,
    request: waiting.request,
    gone: waiting.gone,
    app,
    page: app === '' || app === NOWHERE ? path : path.slice(app.length),
    thread: ++host.accepted,
    session: undefined,
    requestedId: id,
    fromCookie: false,
    fromUrl: id !== undefined,
    cookieFor: undefined,
    response: undefined,
    due: false,
    saved: 0,
    committed: undefined,
    redis: undefined,
  };
}

/** Whether a Host of the Engine takes the request: by the `Host` header, or as the default host. */
function hostKnown({ server }: Tomcat, { request }: Waiting) {
  const engine = server?.services[0]?.engine;
  if (!engine) return false;
  if (engine.hosts[0]?.name === engine.defaultHost) return true;
  if (engine.hosts.some(({ name }) => name === engine.defaultHost)) return true;
  const named = request.headers.find(([field]) => field.toLowerCase() === 'host')?.[1].split(':')[0];
  return engine.hosts.some(({ name, aliases }) => name === named || aliases.includes(named ?? ''));
}
