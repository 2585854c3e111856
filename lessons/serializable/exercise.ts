import { type Exercise, type Judgement, type VisitStory, webappSources } from '../../simulator/index.ts';
import { allGetPages, broken, held, judging, keepLogins, pageOf, starts } from '../judge.ts';
import { login, power, redisLab, visit, visitors } from '../lab.ts';

const put = (at: number, name: string) => visit(at, name, '/put?class=Cart&k=cart');
const look = (at: number, name: string) => visit(at, name, '/attrs');

/** A gets his cart from tomcat1 and B his from tomcat2; each is shown by both; then tomcat1 dies. */
const CRASH = 10_000;
const plan = [
  login(0, 'A'),
  login(500, 'B'),
  put(1000, 'A'),
  put(1500, 'B'),
  look(2000, 'B'),
  look(2500, 'A'),
  look(3000, 'A'),
  look(3500, 'B'),
  power(CRASH, 'tomcat1', 'crash'),
  look(CRASH + 1000, 'A'),
  look(CRASH + 1500, 'B'),
];
const until = CRASH + 5000;

const putPage = /^put cart=(.*) sid=/;
const attrsPage = /^attrs=\{.*?\bcart=(.*?)(?:, user=[^,}]*)?\} sid=/;

/** Every page shows a visitor's cart as it was when he got it. */
function keepCarts(visits: readonly VisitStory[]): Judgement {
  const carts = new Map<string, string>();
  for (const one of visits) {
    const page = pageOf(one);
    const got = putPage.exec(page)?.[1];
    if (got === 'null') return broken('does-not-compile', one);
    if (got !== undefined) carts.set(one.visitor, got);
    if (!one.path.startsWith('/attrs')) continue;
    if (one.login === 'login-lost') return broken('login-lost', one);
    if (one.status !== 200) return allGetPages(visits);
    const shown = attrsPage.exec(page)?.[1];
    if (shown === undefined) return broken('cart-lost', one);
    if (shown !== carts.get(one.visitor)) return broken('cart-changed', one, { shown });
  }
  return held(visits);
}

const folder = 'webapps/ROOT/WEB-INF/classes/demo';
const files = [`${folder}/Cart.java`, `${folder}/Item.java`];

export default {
  id: 'serializable',
  lab: redisLab([visitors.A, visitors.B], webappSources(['demo/Cart.java', 'demo/Item.java'])),
  edits: ['tomcat1', 'tomcat2'].flatMap((host) => files.map((file) => ({ host, file }))),
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, plan, until, judge: judging(allGetPages) },
    { kind: 'run', id: 'cart', points: 2, plan, until, judge: judging(keepCarts) },
    { kind: 'run', id: 'kept', points: 2, plan, until, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [],
} satisfies Exercise;
