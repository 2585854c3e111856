import type { Exercise, Judgement, Lab, Planned, VisitStory } from '../../simulator/index.ts';
import { BOOTED_AT, webappSources } from '../../simulator/index.ts';
import { allServe, broken, held, judging, keepLogins, pageOf, starts } from '../judge.ts';
import { login, power, redisLab, type as typed, visit, visitors } from '../lab.ts';
import { notesOf, timesOf } from '../rehearsal.ts';

const source = 'WEB-INF/classes/demo/User.java';
const old = webappSources(['demo/User.java']);

/** The release: a User has an e-mail address as well. */
const fresh = (old[`webapps/ROOT/${source}`] ?? '')
  .replace('    private int age;\n', '    private int age;\n    private String email;\n')
  .replace('this.age = age;', 'this.age = age;\n        this.email = name + "@shop.example";')
  .replace('+ age + ")"', '+ age + "," + email + ")"');

/** The script begins at 3 s and has a minute; then both visitors try what is new, on both Tomcats. */
const BEGIN = 3000;
const END = 63_000;
const release = typed(BEGIN, 'bash /etc/nginx/update.sh');
const put = '/put?class=User&k=me';
const tries = ['A', 'A', 'B', 'B'].map((name, i) => visit(END + i * 500, name, put));
const until = END + 5000;

/** Somebody looks in every second. */
const everySecond = Array.from({ length: END / 1000 - 2 }, (_, i) =>
  visit(1000 + i * 1000, i % 2 === 0 ? 'A' : 'B', '/whoami'),
);

/** Two reports, one for each Tomcat that takes part; they are under way for five seconds. */
const reports = (at: number) => [visit(at, 'A', '/sleep?ms=5000'), visit(at, 'B', '/sleep?ms=5000')];

/** Two orders, which nginx does not send twice. */
const orders = (at: number): Planned[] =>
  ['A', 'B'].map((host) => ({
    at,
    action: { kind: 'visit', host, visit: { method: 'POST', path: '/set?k=order&v=1' } },
  }));

/**
 * Traffic that is there when it hurts. The script is played once with nobody about. Shortly before each reload and
 * before each Tomcat stops, reports begin; orders come just when it stops, and when its ports are gone.
 */
function traffic(lab: Lab): Planned[] {
  const notes = notesOf(lab, [release], END - 5000).filter(({ at }) => at >= BOOTED_AT + BEGIN);
  const reloads = timesOf(notes, (note) => note.kind === 'worker' && note.event === 'started');
  const stops = timesOf(notes, (note) => note.kind === 'state' && ['stopping', 'crashed'].includes(note.state));
  return [
    login(0, 'A'),
    login(500, 'B'),
    release,
    ...everySecond,
    ...reloads.flatMap((at) => reports(at - 500)),
    ...stops.flatMap((at) => [...reports(at - 1000), ...orders(at + 50), ...orders(at + 1000)]),
    ...tries,
  ].toSorted((a, b) => a.at - b.at);
}

const plans = new WeakMap<Lab, Planned[]>();

/** The same for all checks of a lab. */
function plan(lab: Lab): Planned[] {
  const known = plans.get(lab) ?? traffic(lab);
  plans.set(lab, known);
  return known;
}

/** Every request gets a page, and the page knows its visitor. */
function nothingIsLost(visits: VisitStory[]): Judgement {
  const failed = visits.find(({ status }) => status !== 200);
  if (!failed) return keepLogins(visits);
  if (failed.status === 0) return broken('no-answer', failed);
  if (failed.upstreamAddr === '') return broken('not-proxied', failed);
  // One address: that Tomcat had the request. More, or the name of all of them: nobody was there to have it.
  return broken(/^[\d.:]+$/.test(failed.upstreamAddr) ? 'cut-off' : 'all-down', failed);
}

/** A has met both Tomcats; the next turn is tomcat1's. */
const bothMet = [login(0, 'A'), visit(1000, 'A', '/whoami')];

/** Nobody was sent to a Tomcat that was still starting, where he would wait until it is done. */
function nobodyWaits(visits: VisitStory[]): Judgement {
  const early = visits.find(({ notes }) =>
    notes.some((note) => note.kind === 'request-waits' && note.why === 'starting'),
  );
  if (!early) return held(visits);
  const took = early.notes.flatMap((note) => ('took' in note ? note.took : []))[0] ?? 0;
  return broken('waited', early, { took: Math.round(took / 100) / 10 });
}

/** In the end both Tomcats take part, and both run what is new. */
function isReleased(visits: VisitStory[]): Judgement {
  const last = visits.filter(({ path }) => path === put);
  const failed = last.find(({ status }) => status !== 200);
  if (failed) return nothingIsLost([failed]);
  const behind = last.find((one) => !pageOf(one).includes('@shop.example'));
  return behind ? broken('old-version', behind) : allServe(last, ['tomcat1', 'tomcat2']);
}

export default {
  id: 'rolling-update',
  lab: redisLab([visitors.A, visitors.B], { ...old, [`v2/${source}`]: fresh }),
  edits: [
    { host: 'nginx', file: 'nginx.conf' },
    { host: 'nginx', file: 'update.sh' },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'released', points: 2, plan, until, judge: judging(isReleased) },
    { kind: 'run', id: 'nothing-lost', points: 4, plan, until, judge: judging(nothingIsLost) },
    { kind: 'run', id: 'nobody-waits', points: 2, plan, until, judge: judging(nobodyWaits) },
  ],
  predictions: [
    { id: 'order', plan: [...bothMet, power(3000, 'tomcat1', 'stop'), ...orders(3050).slice(0, 1)], ask: 'status' },
    {
      id: 'early',
      plan: [...bothMet, power(3000, 'tomcat1', 'stop'), power(5000, 'tomcat1', 'start'), visit(6000, 'A', '/whoami')],
      ask: 'server',
    },
  ],
} satisfies Exercise;
