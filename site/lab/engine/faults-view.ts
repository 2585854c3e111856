import { type Expiry, evictingAt, expiriesIn, type HostName, type World } from '../../../simulator/index.ts';
import type { FaultsView, LinkFault, MemoryView } from '../faults.ts';

/** More than this nobody reads. */
const MOST_EXPIRIES = 8;

/** What a page shows of a world's faults. */
export function faultsView(world: World): FaultsView {
  const slow = [...world.hosts.values()].flatMap((host) =>
    host.kind === 'tomcat' && host.slowness !== 1 ? [{ host: host.name, factor: host.slowness }] : [],
  );
  return { links: linkFaults(world), slow, memory: memoryOf(world) };
}

function linkFaults({ cuts, netem }: World): LinkFault[] {
  return [...new Set([...cuts, ...netem.keys()])].flatMap((pair) => {
    const [from, to] = pair.split('>') as [HostName, HostName];
    const { delay, loss } = netem.get(pair) ?? { delay: 0, loss: 0 };
    const cut = cuts.has(pair);
    return cut || delay > 0 || loss > 0 ? [{ from, to, cut, delay, loss }] : [];
  });
}

function memoryOf({ hosts }: World): MemoryView | undefined {
  for (const host of hosts.values())
    if (host.kind === 'redis' && host.server) {
      const { maxmemory, maxmemoryPolicy: policy } = host.server.settings;
      return { host: host.name, maxmemory, policy, evictingAt: evictingAt(host.server) };
    }
  return undefined;
}

/** What ends by itself next, its times counted from the page's beginning. */
export const expiriesFrom = (world: World, start: number): Expiry[] =>
  expiriesIn(world)
    .slice(0, MOST_EXPIRIES)
    .map((expiry) => ({ ...expiry, at: expiry.at - start }));
