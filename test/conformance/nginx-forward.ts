import type { HttpRequest, HttpResponse } from '../../simulator/core/http.ts';
import { type Played, play, type Scenario } from './nginx-scenario.ts';
import { type Difference, differencesOf, type Suite } from './suite.ts';

/** What the backend receives and what the client gets back. */
export const nginxForward: Suite<Scenario> = {
  name: 'nginx-forward',
  file: 'nginx/forward.jsonl',
  programs: () => ['nginx 1.22.1'],
  floor: 100,
  group: ({ group }) => group ?? '',
  compare: (scenario) => {
    const { picks } = play(scenario);
    return { differences: scenario.picks.flatMap((pick, i) => pickDifferences(`picks[${i}]`, pick, picks[i])) };
  },
  known: {},
};

/** Scenarios by chance (`npm run fuzz -- nginx-forward`) on which the simulator and the real nginx once disagreed. */
export const nginxForwardFuzz: Suite<Scenario> = {
  ...nginxForward,
  name: 'nginx-forward-fuzz',
  file: 'fuzz/nginx-forward.jsonl',
};

function pickDifferences(
  at: string,
  expected: Scenario['picks'][number],
  actual: Played['picks'][number] | undefined,
): Difference[] {
  const { response, seenRequests = [] } = actual ?? {};
  const seen =
    seenRequests.length === 0 ? null : seenRequests.map(({ server, request }) => sorted(asSeen(server, request)));
  return [
    ...(['upstream_addr', 'upstream_status', 'status'] as const).flatMap((field) =>
      differencesOf(`${at}.${field}`, expected[field], actual?.[field]),
    ),
    ...differencesOf(`${at}.seen`, expected.seen?.map(sorted) ?? null, seen),
    ...differencesOf(`${at}.headers`, expected.headers ?? [], toldHeaders(response)),
    ...differencesOf(`${at}.body`, expected.body ?? '', response?.body.trim() ?? ''),
  ];
}

const sorted = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A request as the recording's backend wrote it down. */
function asSeen(server: string, { method, target, version, headers }: HttpRequest): Record<string, string> {
  const fields = headers.map(([name, value]) => [name.toLowerCase(), value]);
  return { server, line: `${method} ${target} HTTP/${version}`, ...Object.fromEntries(fields) };
}

/** The headers that were recorded: those that are not in every answer. */
const everywhere = new Set(['server', 'date', 'content-type', 'content-length', 'connection', 'transfer-encoding']);
const toldHeaders = (response: HttpResponse | undefined) =>
  (response?.headers ?? [])
    .filter(([name]) => !everywhere.has(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`);
