import type { Exercise, Judgement, VisitStory } from '../../simulator/index.ts';
import { handedOn, shownIn } from '../handed-on.ts';
import { allGetPages, broken, held, judging, keepLogins, starts } from '../judge.ts';
import { login, redisLab, visit, visitors } from '../lab.ts';

const users = handedOn('class=User&k=me');

/** Whichever version shows an object, name and age are those with which it was made. */
function keepValues(visits: readonly VisitStory[]): Judgement {
  for (const one of visits) {
    if (one.login === 'login-lost') return broken('login-lost', one);
    if (one.status !== 200) return allGetPages(visits);
    const shown = shownIn(one, 'me');
    if (shown !== undefined && !/\bzhang\b.*\b20\b/.test(shown)) return broken('value-lost', one, { shown });
  }
  return held(visits);
}

/** The new version is no longer what the old one is: its objects show more. */
function isNew(visits: readonly VisitStory[]): Judgement {
  const [old, fresh] = visits.filter(({ path }) => path.startsWith('/put'));
  if (!old || !fresh || old.status !== 200 || fresh.status !== 200) return allGetPages(visits);
  const shown = shownIn(fresh, 'me') ?? '';
  return shown === shownIn(old, 'me') ? broken('field-gone', fresh, { shown }) : held([old, fresh]);
}

const file = 'webapps/ROOT/WEB-INF/classes/demo/User.java';

export default {
  id: 'class-changes',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, ...users, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, ...users, judge: judging((visits) => keepLogins(visits)) },
    { kind: 'run', id: 'values', points: 2, ...users, judge: judging(keepValues) },
    { kind: 'run', id: 'new', points: 2, ...users, judge: judging(isNew) },
  ],
  predictions: [
    {
      id: 'other-version',
      plan: [login(0, 'A'), visit(1000, 'A', '/put?class=User&k=me'), visit(2000, 'A', '/whoami')],
      ask: 'login',
    },
  ],
} satisfies Exercise;
