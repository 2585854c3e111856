import type { Exercise, LabTomcat, Planned } from '../../../simulator/index.ts';
import { allGetPages, allServe, judging, keepLogins, starts } from '../../judge.ts';
import { guideLab, login, tomcat, visit, visitors } from '../../lab.ts';

const names = ['A', 'B', 'C'];

/** A phone leaves the Wi-Fi: the same browser with the same cookies, behind another address. */
const leaves = (at: number, host: string, ip: string): Planned => ({ at, action: { kind: 'move', host, ip } });
const looksIn = (at: number) => names.map((name, i) => visit(at + i * 300, name, '/whoami'));

/** Everybody logs in, gets about, and looks in on the way; somebody who has moved logs in again. */
const plan = [
  ...names.map((name, i) => login(i * 300, name)),
  ...[1000, 2000, 3000].flatMap(looksIn),
  leaves(4000, 'A', '198.51.100.20'),
  leaves(4000, 'B', '203.0.113.77'),
  ...[5000, 6000].flatMap(looksIn),
  leaves(7000, 'A', '192.0.2.9'),
  leaves(7000, 'B', '198.51.100.21'),
  leaves(7000, 'C', '192.0.2.8'),
  ...[8000, 9000].flatMap(looksIn),
];
const until = 12_000;

/** Each Tomcat writes its name behind the ids that it gives out. */
const routed = (nth: number): LabTomcat => {
  const { name, version, files } = tomcat(nth);
  const route = `<Engine name="Catalina" jvmRoute="${name}"`;
  const xml = files['conf/server.xml']?.replace('<Engine name="Catalina"', route) ?? '';
  return { name, version, files: { ...files, 'conf/server.xml': xml } };
};

export default {
  id: 'ip-hash/transfer',
  lab: guideLab([visitors.A, visitors.B, visitors.C], [routed(1), routed(2)]),
  edits: [{ host: 'nginx', file: 'nginx.conf' }],
  checks: [
    starts,
    { kind: 'run', id: 'keeps-logins', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
    {
      kind: 'run',
      id: 'both-work',
      points: 2,
      plan,
      until,
      judge: judging((visits) => allServe(visits, ['tomcat1', 'tomcat2'])),
    },
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
  ],
  predictions: [],
} satisfies Exercise;
