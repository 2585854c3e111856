import type { Beat, Outcome } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

/** Where everybody was, in the end: `A tomcat1`. */
const sits = ({ visits }: Outcome): Map<string, string | undefined> =>
  new Map(visits.map(({ visitor, server }) => [visitor, server]));

const seated =
  (a: string, b: string, c: string) =>
  (outcome: Outcome): boolean => {
    const at = sits(outcome);
    return at.get('A') === a && at.get('B') === b && at.get('C') === c;
  };

export default [
  {
    id: 'flicker',
    minutes: 1,
    from: 'start',
    plan: [login(0, 'A'), ...[3000, 6000, 9000, 12_000].map((at) => visit(at, 'A', '/whoami'))],
    lasts: 15_000,
  },
  {
    id: 'addresses',
    minutes: 5,
    edits: { nginx: { 'nginx.conf': (text) => text.replace('backserver {\n', 'backserver {\n        ip_hash;\n') } },
    plan: [power(1000, 'nginx', 'reload'), login(2000, 'B'), login(4000, 'A'), login(6000, 'C')],
    lasts: 10_000,
    vote: {
      'in-order': seated('tomcat2', 'tomcat1', 'tomcat1'),
      network: seated('tomcat1', 'tomcat2', 'tomcat1'),
      together: seated('tomcat1', 'tomcat1', 'tomcat1'),
    },
  },
  {
    id: 'other-order',
    minutes: 2,
    plan: [...['C', 'A', 'B'].map((name, i) => visit(i * 1000, name, '/whoami')), login(5000, 'A'), login(6000, 'B')],
    lasts: 10_000,
  },
  {
    id: 'phone',
    minutes: 4,
    plan: [{ at: 0, action: { kind: 'move', host: 'A', ip: '192.0.2.50' } }, visit(2000, 'A', '/whoami')],
    lasts: 6000,
    vote: {
      known: ({ visits }) => visits.at(-1)?.login === 'login-kept',
      forgotten: ({ visits }) => visits.at(-1)?.login === 'login-lost',
    },
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
