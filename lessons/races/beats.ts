import type { Beat, Outcome } from '../beats.ts';
import { pageOf } from '../judge.ts';
import { login, power, visit } from '../lab.ts';

const pages = ({ visits }: Outcome): string => visits.map(pageOf).join(' ');
const counts = (outcome: Outcome): string => [...pages(outcome).matchAll(/count=(\d+)/g)].map(([, n]) => n).join();

/** What the page with all attributes shows of two. */
const left =
  (order: boolean, item: boolean) =>
  ({ visits }: Outcome): boolean => {
    const page = visits.filter(({ path }) => path === '/attrs').map(pageOf)[0] ?? '';
    return page.includes('order=') === order && page.includes('item=') === item;
  };

export default [
  { id: 'one', minutes: 2, from: 'start', plan: [login(0, 'A'), visit(9000, 'A', '/count')], lasts: 18_000 },
  {
    id: 'twice',
    minutes: 4,
    plan: [visit(0, 'A', '/count'), visit(0, 'A', '/count')],
    lasts: 9000,
    vote: {
      'one-by-one': (outcome) => ['2,3', '3,2'].includes(counts(outcome)),
      same: (outcome) => counts(outcome) === '2,2',
      both: (outcome) => counts(outcome) === '3,3',
      refused: ({ visits }) => visits.some(({ status }) => status !== 200),
    },
  },
  {
    id: 'two-tabs',
    minutes: 3,
    plan: [
      visit(0, 'A', '/set?k=order&v=1001&slow=10000'),
      visit(4000, 'A', '/set?k=item&v=book'),
      visit(24_000, 'A', '/attrs'),
    ],
    lasts: 32_000,
    vote: { both: left(true, true), item: left(false, true), order: left(true, false) },
  },
  {
    id: 'same-tomcat',
    minutes: 3,
    edits: { nginx: { 'nginx.conf': (text) => text.replace('backserver {\n', 'backserver {\n        ip_hash;\n') } },
    plan: [
      power(0, 'nginx', 'reload'),
      visit(2000, 'A', '/set?k=order&v=1002&slow=10000'),
      visit(6000, 'A', '/set?k=item&v=book'),
      visit(26_000, 'A', '/attrs'),
    ],
    lasts: 34_000,
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
