import { play, type Scenario } from './nginx-scenario.ts';
import { type Difference, differencesOf, type Suite } from './suite.ts';

/** Which server nginx chose for each request, and what came of it. */
export const nginxRouting: Suite<Scenario> = {
  name: 'nginx-routing',
  file: 'nginx/routing.jsonl',
  programs: () => ['nginx 1.22.1'],
  floor: 100,
  group: ({ group }) => group ?? '',
  compare: (scenario) => {
    if (!scenario.deterministic) return { skipped: 'random' };
    const { picks } = play(scenario);
    return { differences: scenario.picks.flatMap((pick, i) => pickDifferences(`picks[${i}]`, pick, picks[i])) };
  },
  known: {},
};

type Outcome = Pick<Scenario['picks'][number], 'upstream_addr' | 'upstream_status' | 'status'>;

function pickDifferences(at: string, expected: Outcome, actual: Outcome | undefined): Difference[] {
  return (['upstream_addr', 'upstream_status', 'status'] as const).flatMap((field) =>
    differencesOf(`${at}.${field}`, expected[field], actual?.[field]),
  );
}
