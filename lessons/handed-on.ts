import type { Judgement, Planned, VisitStory } from '../simulator/index.ts';
import { allGetPages, broken, held, type Mistake, pageOf } from './judge.ts';
import { login, power, visit } from './lab.ts';

const CRASH = 10_000;

/**
 * An object goes from hand to hand: A has one put into his session by tomcat1 and B by tomcat2; each is shown by both;
 * then tomcat1 dies. `put`: what follows `/put?`, e.g. `class=Cart&k=cart`.
 */
export function handedOn(put: string): { plan: readonly Planned[]; until: number } {
  const puts = (at: number, name: string) => visit(at, name, `/put?${put}`);
  const looks = (at: number, name: string) => visit(at, name, '/attrs');
  const plan = [
    login(0, 'A'),
    login(500, 'B'),
    puts(1000, 'A'),
    puts(1500, 'B'),
    looks(2000, 'B'),
    looks(2500, 'A'),
    looks(3000, 'A'),
    looks(3500, 'B'),
    power(CRASH, 'tomcat1', 'crash'),
    looks(CRASH + 1000, 'A'),
    looks(CRASH + 1500, 'B'),
  ];
  return { plan, until: CRASH + 5000 };
}

/** What the page `/put` or `/attrs` of a visit shows under a key; `undefined`: it does not. */
export function shownIn(visit: VisitStory, key: string): string | undefined {
  const shown = new RegExp(`\\b${key}=(.*?)(?:, user=[^,}]*)?\\}? sid=`).exec(pageOf(visit))?.[1];
  return shown === 'null' ? undefined : shown;
}

/** Every page shows a visitor's object as it was when he got it. */
export function keepsObjects(
  visits: readonly VisitStory[],
  key: string,
  mistakes: { lost: Mistake; changed: Mistake },
): Judgement {
  const objects = new Map<string, string>();
  for (const one of visits) {
    const shown = shownIn(one, key);
    if (one.path.startsWith('/put')) {
      if (one.status === 200 && shown === undefined) return broken('does-not-compile', one);
      if (shown !== undefined) objects.set(one.visitor, shown);
    }
    if (!one.path.startsWith('/attrs')) continue;
    if (one.login === 'login-lost') return broken('login-lost', one);
    if (one.status !== 200) return allGetPages(visits);
    if (shown === undefined) return broken(mistakes.lost, one);
    if (shown !== objects.get(one.visitor)) return broken(mistakes.changed, one, { shown });
  }
  return held(visits);
}
