import type { Beat } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

const cart = 'webapps/ROOT/WEB-INF/classes/demo/Cart.java';
const leftOut = (text: string) => text.replace('private final List', 'private final transient List');
const put = '/put?class=Cart&k=cart';
const both = (at: number, event: 'stop' | 'start') => ['tomcat1', 'tomcat2'].map((name) => power(at, name, event));

export default [
  { id: 'login', minutes: 1, from: 'start', plan: [login(0, 'A')], lasts: 8000 },
  { id: 'put', minutes: 4, plan: [visit(0, 'A', put)], lasts: 8000, vote: 'put' },
  { id: 'next-page', minutes: 4, plan: [visit(0, 'A', '/attrs')], lasts: 8000, vote: 'still-known' },
  { id: 'blame', minutes: 3, plan: [visit(0, 'A', '/count')], lasts: 8000 },
  {
    id: 'transient',
    minutes: 4,
    edits: { tomcat1: { [cart]: leftOut }, tomcat2: { [cart]: leftOut } },
    plan: [...both(1000, 'stop'), ...both(10_000, 'start'), visit(22_000, 'A', put), visit(32_000, 'A', '/attrs')],
    lasts: 40_000,
  },
  { id: 'exercise', minutes: 4, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
