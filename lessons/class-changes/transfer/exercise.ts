import { type Exercise, type Judgement, type VisitStory, webappSources } from '../../../simulator/index.ts';
import { handedOn, shownIn } from '../../handed-on.ts';
import { allGetPages, broken, held, judging, keepLogins, starts } from '../../judge.ts';
import { redisLab, visitors } from '../../lab.ts';

const carts = handedOn('class=Cart&k=cart');
const file = 'webapps/ROOT/WEB-INF/classes/demo/Item.java';

/** Whichever version shows a cart, the book is in it for 20. */
function keepsBooks(visits: readonly VisitStory[]): Judgement {
  for (const one of visits) {
    if (one.login === 'login-lost') return broken('login-lost', one);
    if (one.status !== 200) return allGetPages(visits);
    const shown = shownIn(one, 'cart');
    if (shown !== undefined && !/\[book:20/.test(shown)) return broken('value-lost', one, { shown });
  }
  return held(visits);
}

/** The new version shows prices with two places. */
function isNew(visits: readonly VisitStory[]): Judgement {
  const fresh = visits.find(({ path, server }) => path.startsWith('/put') && server === 'tomcat2');
  if (fresh?.status !== 200) return allGetPages(visits);
  const shown = shownIn(fresh, 'cart') ?? '';
  return shown.includes('.00') ? held([fresh]) : broken('field-gone', fresh, { shown });
}

export default {
  id: 'class-changes/transfer',
  lab: redisLab([visitors.A, visitors.B], webappSources(['demo/Cart.java', 'demo/Item.java'])),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, ...carts, judge: judging(allGetPages) },
    { kind: 'run', id: 'kept', points: 2, ...carts, judge: judging((visits) => keepLogins(visits)) },
    { kind: 'run', id: 'values', points: 2, ...carts, judge: judging(keepsBooks) },
    { kind: 'run', id: 'new', points: 2, ...carts, judge: judging(isNew) },
  ],
  predictions: [],
} satisfies Exercise;
