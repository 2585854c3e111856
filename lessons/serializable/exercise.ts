import { type Exercise, webappSources } from '../../simulator/index.ts';
import { handedOn, keepsObjects } from '../handed-on.ts';
import { allGetPages, judging, keepLogins, starts } from '../judge.ts';
import { login, redisLab, visit, visitors } from '../lab.ts';

const carts = handedOn('class=Cart&k=cart');
const folder = 'webapps/ROOT/WEB-INF/classes/demo';
const files = [`${folder}/Cart.java`, `${folder}/Item.java`];

export default {
  id: 'serializable',
  lab: redisLab([visitors.A, visitors.B], webappSources(['demo/Cart.java', 'demo/Item.java'])),
  edits: ['tomcat1', 'tomcat2'].flatMap((host) => files.map((file) => ({ host, file }))),
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, ...carts, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'cart',
      points: 2,
      ...carts,
      judge: judging((visits) => keepsObjects(visits, 'cart', { lost: 'cart-lost', changed: 'cart-changed' })),
    },
    { kind: 'run', id: 'kept', points: 2, ...carts, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [
    { id: 'put', plan: [login(0, 'A'), visit(1000, 'A', '/put?class=Cart&k=cart')], ask: 'status' },
    {
      id: 'still-known',
      plan: [login(0, 'A'), visit(1000, 'A', '/put?class=Cart&k=cart'), visit(2000, 'A', '/attrs')],
      ask: 'login',
    },
  ],
} satisfies Exercise;
