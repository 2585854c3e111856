import { login, power, proxyTo, visit } from '../../../lessons/lab.ts';
import { nginxFiles } from '../../../simulator/index.ts';
import { labOf, upstreamOf } from '../machines.ts';
import { presets } from '../presets/presets.ts';
import { type Experiment, from, picksOf, save, statusesOf } from './experiment.ts';

const peers = ['localhost:8080', 'localhost:8081', 'localhost:8082'];
const confOf = (servers: readonly string[], lines: readonly string[] = []) =>
  proxyTo('backserver', upstreamOf(servers, lines));

/** Three visitors of one office: to ip_hash they are one. */
export const oneRouter = (): Experiment => ({
  lab: from(presets['ip-hash'](), '203.0.113.7'),
  plan: ['A', 'B', 'C'].map((name, index) => login(500 + 1500 * index, name)),
  until: 9000,
  speed: 2,
  promise: (notes) => new Set(['A', 'B', 'C'].flatMap((name) => picksOf(notes, name))).size === 1,
});

/** `localhost` with two addresses: one line, two peers, and both have to fail. */
export const localhostTwice = (): Experiment => ({
  lab: {
    ...labOf({ ...one, visitors: 1 }),
    localhost: ['::1', '127.0.0.1'],
  },
  plan: [visit(500, 'A', '/whoami'), power(4500, 'tomcat1', 'crash'), visit(5500, 'A', '/whoami')],
  until: 11_000,
  speed: 2,
  promise: (notes) => {
    const failed = notes.flatMap((note) => (note.kind === 'upstream-failed' ? [note.peer] : []));
    return failed.includes('[::1]:8080') && failed.includes('127.0.0.1:8080') && statusesOf(notes).at(-1) === 502;
  },
});

const one = {
  tomcats: ['10.1.60' as const],
  redis: undefined,
  visitors: 1,
  terminals: false,
  webapps: [],
  severalFiles: false,
};

/** A group of one server: `max_fails` does not count, each request tries it again. */
export const lonelyServer = (): Experiment => ({
  lab: {
    ...labOf(one),
    nginx: { files: nginxFiles(confOf(['localhost:8080 max_fails=1 fail_timeout=60s'])) },
  },
  plan: [
    power(500, 'tomcat1', 'crash'),
    ...[1500, 4000, 6500].map((at) => visit(at, 'A', '/whoami')),
    power(9000, 'tomcat1', 'start'),
    visit(14_000, 'A', '/whoami'),
  ],
  until: 18_000,
  speed: 3,
  promise: (notes) =>
    statusesOf(notes).join() === '502,502,502,200' && !notes.some(({ kind }) => kind === 'no-live-upstreams'),
});

/** Taking a server out of ip_hash: with `down` only its own visitors move, without its line others do as well. */
export const deletedLine = (): Experiment => {
  const visitors = ['A', 'B', 'C', 'D', 'E', 'F'];
  const round = (at: number) => visitors.map((name, index) => visit(at + 300 * index, name, '/whoami'));
  const machines = { ...one, tomcats: ['10.1.60', '10.1.60', '10.1.60'] as '10.1.60'[], visitors: visitors.length };
  const [first = '', second = '', third = ''] = peers;
  return {
    lab: { ...labOf(machines), nginx: { files: nginxFiles(confOf(peers, ['ip_hash'])) } },
    plan: [
      ...round(500),
      save(6000, 'nginx', 'nginx.conf', confOf([first, second, `${third} down`], ['ip_hash'])),
      power(6000, 'nginx', 'reload'),
      ...round(7000),
      save(13_000, 'nginx', 'nginx.conf', confOf([first, second], ['ip_hash'])),
      power(13_000, 'nginx', 'reload'),
      ...round(14_000),
    ],
    until: 20_000,
    speed: 3,
    promise: (notes) => {
      const start = notes[0]?.at ?? 0;
      const rounds = [0, 6500, 13_500].map((at, index, all) =>
        visitors.map((name) => picksOf(notes, name, start + at, start + (all[index + 1] ?? 99_999))[0]),
      );
      const [before = [], down = [], gone = []] = rounds;
      const moved = (now: readonly unknown[]) => before.filter((to, index) => now[index] !== to);
      const onlyItsOwn = moved(down).every((to) => to?.endsWith(':8082'));
      return onlyItsOwn && moved(down).length > 0 && moved(gone).some((to) => !to?.endsWith(':8082'));
    },
  };
};

/** A Tomcat dies while it works on two requests: the GET is given to the other one, the POST is not. */
export const killedAtWork = (): Experiment => ({
  lab: presets['round-robin'](),
  plan: [
    visit(500, 'A', '/sleep?ms=4000'),
    { at: 600, action: { kind: 'visit', host: 'B', visit: { method: 'POST', path: '/hello' } } },
    {
      at: 2500,
      action: { kind: 'visit', host: 'B', visit: { method: 'POST', path: '/sleep?ms=4000' } },
    },
    power(4500, 'tomcat1', 'crash'),
  ],
  until: 14_000,
  speed: 2,
  promise: (notes) => {
    const rules = notes.flatMap((note) => (note.kind === 'retried' || note.kind === 'not-retried' ? [note.kind] : []));
    return (
      rules.join() === 'retried,not-retried' &&
      statusesOf(notes, 'A').at(-1) === 200 &&
      statusesOf(notes, 'B').at(-1) === 502
    );
  },
});

/** A reload with a mistake in the file: nginx goes on with what it has. */
export const failedReload = (): Experiment => ({
  lab: presets['round-robin'](),
  plan: [
    visit(500, 'A', '/whoami'),
    save(4000, 'nginx', 'nginx.conf', confOf(peers.slice(0, 2)).replace('proxy_pass', 'proxy_pas')),
    power(4500, 'nginx', 'reload'),
    visit(5500, 'A', '/whoami'),
  ],
  until: 10_000,
  speed: 2,
  promise: (notes) =>
    notes.some(
      (note) => note.kind === 'terminal' && note.lines.join().includes('[emerg] unknown directive "proxy_pas"'),
    ) && statusesOf(notes).join() === '200,200',
});
