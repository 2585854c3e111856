import type { Judgement, Lab, Planned, VisitStory } from '../../simulator/index.ts';
import { BOOTED_AT } from '../../simulator/index.ts';
import { broken, held, keepLogins } from '../judge.ts';
import { login, type as typed, visit } from '../lab.ts';
import { notesOf, timesOf } from '../rehearsal.ts';

/** The script begins at 3 s and has a minute. */
const BEGIN = 3000;
export const END = 63_000;
/** When whoever looks at the end is done. */
export const until = END + 5000;

/** Somebody looks in every second. */
const everySecond = Array.from({ length: END / 1000 - 2 }, (_, i) =>
  visit(1000 + i * 1000, i % 2 === 0 ? 'A' : 'B', '/whoami'),
);

/** Two reports, one for each Tomcat that takes part; they are under way for five seconds. */
const reports = (at: number) => [visit(at, 'A', '/sleep?ms=5000'), visit(at, 'B', '/sleep?ms=5000')];

/** Two orders, which nginx does not send twice. */
export const orders = (at: number): Planned[] =>
  ['A', 'B'].map((host) => ({
    at,
    action: { kind: 'visit', host, visit: { method: 'POST', path: '/set?k=order&v=1' } },
  }));

/**
 * Traffic that is there when it hurts. The script of that name is played once with nobody about. Shortly before each
 * reload and before each Tomcat stops, reports begin; orders come just when it stops, and when its port is gone.
 * `tries`: the visits in the end. The same plan for all checks of a lab.
 */
export function trafficDuring(script: string, tries: readonly Planned[]): (lab: Lab) => Planned[] {
  const run = typed(BEGIN, `bash /etc/nginx/${script}`);
  const plans = new WeakMap<Lab, Planned[]>();
  return (lab) => {
    const plan = plans.get(lab) ?? planned(lab, run, tries);
    plans.set(lab, plan);
    return plan;
  };
}

function planned(lab: Lab, script: Planned, tries: readonly Planned[]): Planned[] {
  const notes = notesOf(lab, [script], END - 5000).filter(({ at }) => at >= BOOTED_AT + BEGIN);
  const reloads = timesOf(notes, (note) => note.kind === 'worker' && note.event === 'started');
  const stops = timesOf(notes, (note) => note.kind === 'state' && ['stopping', 'crashed'].includes(note.state));
  return [
    login(0, 'A'),
    login(500, 'B'),
    script,
    ...everySecond,
    ...reloads.flatMap((at) => reports(at - 500)),
    ...stops.flatMap((at) => [...reports(at - 1000), ...orders(at + 50), ...orders(at + 1000)]),
    ...tries,
  ].toSorted((a, b) => a.at - b.at);
}

/** Every request gets a page, and the page knows its visitor. */
export function nothingIsLost(visits: VisitStory[]): Judgement {
  const failed = visits.find(({ status }) => status !== 200);
  if (!failed) return keepLogins(visits);
  if (failed.status === 0) return broken('no-answer', failed);
  if (failed.upstreamAddr === '') return broken('not-proxied', failed);
  // One address: that Tomcat had the request. More, or the name of all of them: nobody was there to have it.
  return broken(/^[\d.:]+$/.test(failed.upstreamAddr) ? 'cut-off' : 'all-down', failed);
}

/** Nobody was sent to a Tomcat that was still starting, where he would wait until it is done. */
export function nobodyWaits(visits: VisitStory[]): Judgement {
  const early = visits.find(({ notes }) =>
    notes.some((note) => note.kind === 'request-waits' && note.why === 'starting'),
  );
  if (!early) return held(visits);
  const took = early.notes.flatMap((note) => ('took' in note ? note.took : []))[0] ?? 0;
  return broken('waited', early, { took: Math.round(took / 100) / 10 });
}
