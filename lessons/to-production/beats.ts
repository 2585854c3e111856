import { server } from '../../simulator/index.ts';
import { type Beat, type Outcome, sessionOf } from '../beats.ts';
import { login, power, type as typed, visit } from '../lab.ts';

const keys = `./redis-3.2.1/src/redis-cli -h ${server.address} -a 123456 keys '*'`;

/** How long the last visitor waited (ms). */
const waited = ({ notes }: Outcome): number =>
  notes.flatMap((note) => (note.kind === 'answered' ? [note.took] : [])).at(-1) ?? 0;
const status = ({ visits }: Outcome): number | undefined => visits.at(-1)?.status;

export default [
  { id: 'worries', minutes: 4, from: 'start', plan: [login(0, 'A')], lasts: 8000 },
  {
    id: 'stranger',
    minutes: 3,
    plan: (world) => [
      typed(0, keys),
      typed(5000, `curl -s -b "JSESSIONID=${sessionOf(world, 'A')}" http://localhost/whoami`),
    ],
    lasts: 16_000,
  },
  {
    id: 'hang',
    minutes: 5,
    plan: [login(0, 'B'), power(9000, 'tomcat2', 'hang'), visit(10_000, 'B', '/whoami')],
    lasts: 80_000,
    vote: {
      'bad-gateway': (outcome) => status(outcome) === 502,
      'at-once': (outcome) => status(outcome) === 200 && waited(outcome) < 20_000,
      'a-minute': (outcome) => status(outcome) === 200 && waited(outcome) >= 60_000,
    },
  },
  {
    id: 'too-strict',
    minutes: 4,
    edits: {
      nginx: { 'nginx.conf': (text) => text.replace('proxy_pass', 'proxy_read_timeout 10s;\n            proxy_pass') },
    },
    plan: [
      power(0, 'tomcat2', 'resume'),
      power(1000, 'nginx', 'reload'),
      visit(20_000, 'A', '/sleep?ms=15000'),
      visit(22_000, 'B', '/sleep?ms=15000'),
      visit(36_000, 'A', '/whoami'),
    ],
    lasts: 45_000,
  },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
