import {
  type HostName,
  nginxLifecycle,
  peerLifecycle,
  redisLifecycle,
  tomcatLifecycle,
  type World,
} from '../../../simulator/index.ts';
import type { ChartId, ChartView } from '../charts.ts';

const lifecycles = { tomcat: tomcatLifecycle, redis: redisLifecycle, nginx: nginxLifecycle, peer: peerLifecycle };

/** The charts that tell what a host is doing: of nginx, those of its master and of the servers that it balances between. */
export function chartsOf(world: World, name: HostName): ChartView[] {
  const host = world.hosts.get(name);
  switch (host?.kind) {
    case 'tomcat':
      return [chart('tomcat', [{ name, state: host.state }])];
    case 'redis':
      return [chart('redis', [{ name, state: host.mode }])];
    case 'nginx': {
      const peers = (host.workers.at(-1)?.sets ?? [])
        .flatMap(({ peers, backups }) => [...peers, ...backups])
        .map(({ name, mode }) => ({ name, state: mode }));
      return [chart('nginx', [{ name, state: host.mode }]), chart('peer', peers)];
    }
    default:
      return [];
  }
}

function chart(id: ChartId, subjects: ChartView['subjects']): ChartView {
  const { initial, states, arrows } = lifecycles[id];
  return { id, initial, states, arrows, subjects };
}
