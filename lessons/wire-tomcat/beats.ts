import type { Beat, Outcome } from '../beats.ts';
import { login, power, redisContext, type as typed, visit } from '../lab.ts';

const file = 'conf/context.xml';
const wired = () => redisContext.replace('port="6379"\n', 'port="6379"\n             password="123456"\n');
const both = (at: number, event: 'stop' | 'start') => ['tomcat1', 'tomcat2'].map((name) => power(at, name, event));

const statusIs =
  (status: number) =>
  ({ visits }: Outcome): boolean =>
    visits.at(-1)?.status === status;

export default [
  {
    id: 'flicker',
    minutes: 2,
    from: 'start',
    plan: [login(0, 'A'), ...[4000, 8000, 12_000].map((at) => visit(at, 'A', '/whoami'))],
    lasts: 16_000,
  },
  {
    id: 'paste',
    minutes: 5,
    edits: { tomcat1: { [file]: wired }, tomcat2: { [file]: wired } },
    plan: [...both(1000, 'stop'), ...both(10_000, 'start'), visit(22_000, 'A', '/whoami')],
    lasts: 26_000,
    vote: { works: statusIs(200), 'not-found': statusIs(404), error: statusIs(500), 'bad-gateway': statusIs(502) },
  },
  {
    id: 'jars',
    minutes: 3,
    plan: [
      typed(0, 'cp ~/Downloads/*.jar /opt/tomcat1/lib/'),
      typed(1000, 'cp ~/Downloads/*.jar /opt/tomcat2/lib/'),
      ...both(3000, 'stop'),
      ...both(12_000, 'start'),
      login(24_000, 'A'),
      login(34_000, 'B'),
      visit(44_000, 'B', '/whoami'),
      visit(52_000, 'A', '/whoami'),
    ],
    lasts: 60_000,
  },
  {
    id: 'kill',
    minutes: 5,
    plan: [power(0, 'tomcat1', 'crash'), visit(2000, 'A', '/whoami'), visit(10_000, 'B', '/whoami')],
    lasts: 18_000,
    vote: {
      nobody: ({ visits }) => visits.every(({ login }) => login === 'login-kept'),
      one: ({ visits }) => visits.filter(({ login }) => login === 'login-lost').length === 1,
      both: ({ visits }) => visits.every(({ login }) => login === 'login-lost'),
    },
  },
  { id: 'exercise', minutes: 5, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
