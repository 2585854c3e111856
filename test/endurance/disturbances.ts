import { nextRandom } from '../../simulator/core/random.ts';
import { type Lab, type Planned, type Traffic, trafficAction } from '../../simulator/index.ts';

type Action = Planned['action'];

/** Draws whole numbers below `n`; the same seed draws the same. */
export type Draw = (n: number) => number;

export function drawing(seed: number): Draw {
  let state = seed;
  return (n) => {
    const { state: next, value } = nextRandom(state);
    state = next;
    return Math.floor(value * n);
  };
}

/** Visitors who between them send so many requests a second: most keep their cookies, some refuse them, some share an address. */
export function trafficAt(rate: number, seed: number): Traffic {
  const visitors = Math.max(10, Math.round(rate / 2));
  const share = (percent: number) => Math.max(1, Math.round((visitors * percent) / 100));
  const sizes = [share(70), share(20), share(10)] as const;
  const every = Math.round(((sizes[0] + sizes[1] + sizes[2]) * 3 * 1000) / rate);
  return {
    seed,
    crowds: [
      { name: 'far', size: sizes[0], from: { kind: 'spread' }, cookies: true },
      { name: 'class', size: sizes[1], from: { kind: 'nat', address: '203.0.113.50' }, cookies: true },
      { name: 'strict', size: sizes[2], from: { kind: 'spread' }, cookies: false },
    ],
    script: {
      every,
      spread: every,
      jitter: 20,
      pages: ['/whoami', '/put?key=cart&value=book', '/whoami'],
      think: Math.round(every / 4),
      login: 'once',
      patience: 20_000,
    },
  };
}

/**
 * What is done to a lab in so many ms: edits with reloads, and faults, in an order by chance; what breaks is repaired
 * some time later. In order of time, `count` of them or one or two more.
 */
export function disturbances(lab: Lab, count: number, from: number, until: number, draw: Draw): Planned[] {
  const planned: Planned[] = [];
  while (planned.length < count) {
    const at = from + draw(until - from);
    const [deed, ...later] = disturbance(lab, draw);
    planned.push({ at, action: deed });
    let then = at;
    for (const action of later) {
      then += 1 + draw(60_000);
      planned.push({ at: Math.min(then, until), action });
    }
  }
  return planned.sort((a, b) => a.at - b.at);
}

/** Whatever was broken works again half a minute later, as it did at the beginning. */
export function repairs(lab: Lab, at: number): Planned[] {
  const servers = [...(lab.redis ? ['redis'] : []), ...lab.tomcats.map(({ name }) => name)];
  const power = (event: 'start' | 'resume') => servers.map((host): Action => ({ kind: 'power', host, event }));
  const links = linksOf(lab).flatMap(([from, to]): Action[] => [
    { kind: 'link', from, to, event: 'mend' },
    { kind: 'netem', from, to, delay: 0, loss: 0 },
  ]);
  const slow: Action = { kind: 'slow', host: 'tomcat1', factor: 1 };
  return [
    ...[...links, slow, ...power('resume')].map((action) => ({ at, action })),
    ...[...power('start'), ...started(lab)].map((action) => ({ at: at + 30_000, action })),
    { at: at + 30_000, action: { kind: 'power', host: 'nginx', event: 'reload' } },
  ];
}

const linksOf = (lab: Lab): (readonly [from: string, to: string])[] => [
  ['nginx', 'tomcat1'],
  ['tomcat2', 'nginx'],
  ...(lab.redis ? [['tomcat1', 'redis'] as const] : []),
];

/** A deed, and what repairs it. */
function disturbance(lab: Lab, draw: Draw): [Action, ...Action[]] {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const servers = [...lab.tomcats.map(({ name }) => name), ...(lab.redis ? ['redis'] : [])];
  const host = pick(servers);
  const power = (event: Extract<Action, { kind: 'power' }>['event'], of = host): Action => ({
    kind: 'power',
    host: of,
    event,
  });
  const [from, to] = pick(linksOf(lab));
  const kinds: (() => [Action, ...Action[]])[] = [
    () => [{ kind: 'edit', host: 'nginx', file: 'nginx.conf', text: nginxConf(draw) }, power('reload', 'nginx')],
    () => [{ kind: 'edit', host: 'nginx', file: 'nginx.conf', text: nginxConf(draw) }, power('reload', 'nginx')],
    () => [power('reload', 'nginx')],
    () => [power(pick(['crash', 'stop'])), power('start')],
    () => [power('hang'), power('resume')],
    () => [power(pick(['crash', 'stop', 'quit']), 'nginx'), ...started(lab)],
    () => [
      { kind: 'link', from, to, event: 'cut' },
      { kind: 'link', from, to, event: 'mend' },
    ],
    () => [
      { kind: 'netem', from, to, delay: draw(300), loss: draw(40) / 100 },
      { kind: 'netem', from, to, delay: 0, loss: 0 },
    ],
    () => [
      { kind: 'slow', host: 'tomcat1', factor: 1 + draw(20) },
      { kind: 'slow', host: 'tomcat1', factor: 1 },
    ],
    () => [{ kind: 'move', host: `far${1 + draw(5)}`, ip: `198.51.100.${1 + draw(250)}` }],
    () => [
      { kind: 'visit', host: 'A', visit: { path: pick(['/login?user=zhang', '/whoami', '/logout', '/nothing']) } },
    ],
  ];
  return pick(kinds)();
}

/** With a file that nginx takes, whatever was left in its place. */
const started = (lab: Lab): Action[] => [
  { kind: 'edit', host: 'nginx', file: 'nginx.conf', text: lab.nginx.files['nginx.conf'] ?? '' },
  { kind: 'power', host: 'nginx', event: 'start' },
];

/** A configuration of some kind; one in five is none. */
function nginxConf(draw: Draw): string {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const server = (port: number) =>
    `server localhost:${port}${pick(['', ` weight=${1 + draw(5)}`, ` max_fails=${draw(4)} fail_timeout=${1 + draw(30)}s`, ' backup'])};`;
  const broken = draw(5) === 0 ? pick(['server localhost:8082', '}', 'ip_hsah;', 'proxy_pass http://nobody;']) : '';
  return `events {}
http {
    upstream backserver {
        ${pick(['', 'ip_hash;', 'least_conn;'])}
        server localhost:8080;
        ${server(8081).replace(' backup', '')}
        ${broken}
    }
    server {
        listen 80;
        location / {
            proxy_pass http://backserver;
            ${pick(['', 'proxy_read_timeout 5s;', 'proxy_next_upstream off;', 'proxy_connect_timeout 2s;'])}
        }
    }
}
`;
}

/** The traffic begins with the run. */
export const begin = (traffic: Traffic, at: number): Planned => ({ at, action: trafficAction(traffic) });
