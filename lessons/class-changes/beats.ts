import type { Beat } from '../beats.ts';
import { login, power, visit } from '../lab.ts';

const user = 'webapps/ROOT/WEB-INF/classes/demo/User.java';
const numbered = (text: string) =>
  text.replace('Serializable {\n', 'Serializable {\n    private static final long serialVersionUID = 1L;\n\n');
const both = (at: number, event: 'stop' | 'start') => ['tomcat1', 'tomcat2'].map((name) => power(at, name, event));
const put = '/put?class=User&k=me';
const whoami = (at: number) => visit(at, 'A', '/whoami');

export default [
  { id: 'release', minutes: 4, from: 'start', plan: [login(0, 'A'), visit(8000, 'A', put)], lasts: 16_000 },
  { id: 'other-version', minutes: 5, plan: [whoami(0)], lasts: 8000, vote: 'other-version' },
  { id: 'which-log', minutes: 4, plan: [0, 8000, 16_000].map(whoami), lasts: 24_000 },
  {
    id: 'number',
    minutes: 4,
    edits: { tomcat1: { [user]: numbered }, tomcat2: { [user]: numbered } },
    plan: [
      ...both(1000, 'stop'),
      ...both(10_000, 'start'),
      whoami(22_000),
      login(32_000, 'A'),
      visit(42_000, 'A', put),
      ...[52_000, 60_000].map(whoami),
    ],
    lasts: 68_000,
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
