import type { Beat, Outcome } from '../beats.ts';
import { login, power, proxyTo, takingTurns, visit } from '../lab.ts';

/** The guide's block without ip_hash, as it stands there: around it, nothing. */
const block = 'upstream backserver {\n    server localhost:8080;\n    server localhost:8081;\n}\n\n';

const statusIs =
  (status: number) =>
  ({ visits }: Outcome): boolean =>
    visits.at(-1)?.status === status;

/** How many of the pages know who is there. */
const known =
  (count: number) =>
  ({ visits }: Outcome): boolean =>
    visits.filter(({ login }) => login !== 'login-lost').length === count;

export default [
  { id: 'gateway', minutes: 2, from: 'start', plan: [visit(0, 'A', '/index')], lasts: 3000 },
  {
    id: 'paste',
    minutes: 5,
    edits: { nginx: { 'nginx.conf': (text) => block + text } },
    plan: [power(1000, 'nginx', 'reload'), visit(2000, 'A', '/index')],
    lasts: 6000,
    vote: { turns: statusIs(200), nothing: statusIs(0), same: statusIs(502) },
  },
  {
    id: 'repair',
    minutes: 2,
    edits: { nginx: { 'nginx.conf': () => proxyTo('backserver', takingTurns) } },
    plan: [power(1000, 'nginx', 'reload'), login(3000, 'A')],
    lasts: 7000,
  },
  {
    id: 'four-pages',
    minutes: 5,
    plan: [0, 4000, 8000, 12_000].map((at) => visit(at, 'A', '/whoami')),
    lasts: 16_000,
    vote: { all: known(4), two: known(2), none: known(0) },
  },
  {
    id: 'home',
    minutes: 2,
    plan: [visit(0, 'A', '/index'), ...[4000, 8000, 12_000].map((at) => visit(at, 'A', '/whoami'))],
    lasts: 16_000,
  },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
