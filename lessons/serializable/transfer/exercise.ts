import type { Exercise } from '../../../simulator/index.ts';
import { handedOn, keepsObjects } from '../../handed-on.ts';
import { allGetPages, judging, keepLogins, starts } from '../../judge.ts';
import { redisLab, visitors } from '../../lab.ts';

const users = handedOn('class=User&k=me');
const file = 'webapps/ROOT/WEB-INF/classes/demo/User.java';

export default {
  id: 'serializable/transfer',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'tomcat1', file },
    { host: 'tomcat2', file },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'pages', points: 2, ...users, judge: judging(allGetPages) },
    {
      kind: 'run',
      id: 'object',
      points: 2,
      ...users,
      judge: judging((visits) => keepsObjects(visits, 'me', { lost: 'object-lost', changed: 'object-changed' })),
    },
    { kind: 'run', id: 'kept', points: 2, ...users, judge: judging((visits) => keepLogins(visits)) },
  ],
  predictions: [],
} satisfies Exercise;
