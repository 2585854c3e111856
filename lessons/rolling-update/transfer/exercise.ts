import type { Exercise, Judgement, VisitStory } from '../../../simulator/index.ts';
import { allServe, broken, judging, starts } from '../../judge.ts';
import { redisLab, visit, visitors } from '../../lab.ts';
import { END, nobodyWaits, nothingIsLost, trafficDuring, until } from '../traffic.ts';

const last = ['A', 'A', 'B', 'B'].map((name, i) => visit(END + i * 500, name, '/attrs'));
const plan = trafficDuring('move.sh', last);

/** In the end tomcat1 takes part, at its new address. */
function isMoved(visits: VisitStory[]): Judgement {
  const looks = visits.filter(({ path }) => path === '/attrs');
  const failed = looks.find(({ status }) => status !== 200);
  if (failed) return nothingIsLost([failed]);
  const behind = looks.find(({ server, upstreamAddr }) => server === 'tomcat1' && !upstreamAddr.endsWith(':8090'));
  return behind ? broken('old-port', behind) : allServe(looks, ['tomcat1', 'tomcat2']);
}

export default {
  id: 'rolling-update/transfer',
  lab: redisLab([visitors.A, visitors.B]),
  edits: [
    { host: 'nginx', file: 'move.sh' },
    { host: 'nginx', file: 'nginx.conf' },
  ],
  checks: [
    starts,
    { kind: 'run', id: 'moved', points: 2, plan, until, judge: judging(isMoved) },
    { kind: 'run', id: 'nothing-lost', points: 4, plan, until, judge: judging(nothingIsLost) },
    { kind: 'run', id: 'nobody-waits', points: 2, plan, until, judge: judging(nobodyWaits) },
  ],
  predictions: [],
} satisfies Exercise;
