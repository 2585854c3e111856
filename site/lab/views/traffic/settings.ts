import type { Crowd, Origin, Script, Traffic } from '../../../../simulator/index.ts';

/** The crowd that the page lets come: students, hence `s1`, `s2`, … */
const CROWD = 's';

/** Moments of visits are drawn from it, so that one traffic is the same in every lab. */
const SEED = 1;

export type RhythmId = 'steady' | 'burst' | 'busy' | 'together';
export type PresetId = 'everybody' | 'bell' | 'nat' | 'subnet' | 'spread' | 'no-cookies';

const who = '/whoami';

/** Ways to visit that have a name. Nobody asks for a page before the answer to his login can be there. */
export const rhythms: Readonly<Record<RhythmId, Script>> = {
  steady: { every: 10_000, spread: 10_000, jitter: 1500, pages: [who, who], think: 3000, login: 'each-round' },
  burst: { every: 15_000, spread: 500, jitter: 200, pages: [who], think: 4000, login: 'each-round' },
  busy: { every: 4000, spread: 4000, jitter: 500, pages: [who], think: 3000, login: 'once' },
  together: { every: 2000, spread: 0, jitter: 0, pages: [who], think: 0, login: 'never' },
};

/** The rhythm that a script is, or nearly is. */
export const rhythmOf = (script: Script): RhythmId | undefined =>
  (Object.keys(rhythms) as RhythmId[]).find((id) => same(rhythms[id], script));

const same = (a: Script, b: Script) =>
  (['every', 'spread', 'jitter', 'think', 'login'] as const).every((part) => a[part] === b[part]) &&
  a.pages.join() === b.pages.join();

/** How many requests a second so many visitors send in the long run. */
export const requestsPerSecond = ({ every, pages, login }: Script, visitors: number): number =>
  every === 0 ? 0 : (visitors * (pages.length + (login === 'each-round' ? 1 : 0)) * 1000) / every;

/** Where a crowd comes from, before somebody says otherwise: addresses that RFC 5737 sets apart for documents. */
export const originNamed = (kind: Origin['kind']): Origin => {
  switch (kind) {
    case 'nat':
      return { kind, address: '203.0.113.7' };
    case 'subnet':
      return { kind, net: '203.0.113' };
    case 'spread':
      return { kind };
    case 'proxy':
      return { kind, address: '192.0.2.80' };
  }
};

/** The page's crowd in a traffic; of size 0 where there is none. */
export const crowdIn = (traffic: Traffic | undefined): Crowd =>
  traffic?.crowds.find(({ name }) => name === CROWD) ?? {
    name: CROWD,
    size: 0,
    from: originNamed('nat'),
    cookies: true,
  };

/** The traffic with another crowd and script; crowds of others stay. */
export function withSettings(before: Traffic | undefined, crowd: Crowd, script: Script | undefined): Traffic {
  const others = before?.crowds.filter(({ name }) => name !== CROWD) ?? [];
  const crowds = crowd.size > 0 ? [...others, crowd] : others;
  const traffic = { seed: before?.seed ?? SEED, crowds };
  return script ? { ...traffic, script } : traffic;
}

/** What a preset makes of the crowd and the script. */
export function preset(id: PresetId, crowd: Crowd): { crowd: Crowd; script: Script } {
  const size = Math.max(120, crowd.size);
  switch (id) {
    case 'everybody':
      return { crowd: { ...crowd, size: 0 }, script: rhythms.steady };
    case 'bell':
      return { crowd: { ...crowd, size }, script: rhythms.burst };
    case 'nat':
    case 'subnet':
    case 'spread':
      return { crowd: { ...crowd, size, from: originNamed(id), cookies: true }, script: rhythms.steady };
    case 'no-cookies':
      return { crowd: { ...crowd, size, cookies: false }, script: rhythms.steady };
  }
}

export const presetIds: readonly PresetId[] = ['everybody', 'bell', 'nat', 'subnet', 'spread', 'no-cookies'];
