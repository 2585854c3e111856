import {
  BOOTED_AT,
  type Feedback,
  type Judgement,
  type Note,
  type Planned,
  type VisitStory,
  visitsOf,
  type World,
} from '../../simulator/index.ts';
import { broken, keepLogins } from '../judge.ts';
import { visit } from '../lab.ts';

/** Two requests of each in a row: each meets both Tomcats. */
export const looksIn = (at: number): Planned[] =>
  ['A', 'A', 'B', 'B'].map((name, i) => visit(at + i * 200, name, '/whoami'));

export const before = (time: number) => (visit: VisitStory) => visit.at < BOOTED_AT + time;
export const after = (time: number) => (visit: VisitStory) => visit.at >= BOOTED_AT + time;

/** For each way to be forgotten by Redis, the directives that decide. */
const decides = { 'not-on-disk': ['appendonly', 'save'], evicted: ['maxmemory-policy', 'maxmemory'] } as const;

/** Nobody was forgotten, neither before nor after; to have been forgotten after is `mistake`, and redis.conf decided it. */
export const keepAll =
  (time: number, mistake: keyof typeof decides) =>
  (notes: readonly Note[], end: World): Judgement => {
    const visits = visitsOf(notes);
    const well = keepLogins(visits.filter(before(time)));
    if (!well.passed) return well;
    const lost = visits.filter(after(time)).find(({ login }) => login === 'login-lost');
    return lost ? broken(mistake, lost, placeIn(end, decides[mistake])) : keepLogins(visits);
  };

/** Where the running Redis has the first of these directives from. */
function placeIn({ hosts }: World, directives: readonly string[]): Feedback['values'] {
  const redis = hosts.get('redis');
  const places = redis?.kind === 'redis' ? redis.server?.values.places : undefined;
  const place = directives.map((name) => places?.get(name)).find((one) => one !== undefined);
  return place ? { host: 'redis', file: 'redis.conf', line: place.line } : {};
}
