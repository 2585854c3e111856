import type { HostName, PowerEvent, Strike } from '../../../simulator/index.ts';
import type { LinkFault, MemoryView } from '../faults.ts';
import type { LabAction, WorldView } from '../protocol.ts';
import type { LabEvent } from './lab-event.ts';

/** Two hosts that talk to each other, the one who opens connections first, and the port where the other listens. */
export interface Line {
  from: HostName;
  to: HostName;
  port: number | undefined;
}

/** Which way a line is meant: from the one who connects, back to him, or both. */
export type Way = 'both' | 'there' | 'back';

/** All lines of a lab's stage. */
export function linesIn({ visitors, tomcats, redis }: WorldView): Line[] {
  return [
    ...visitors.map(({ name }) => ({ from: name, to: 'nginx', port: 80 })),
    ...tomcats.map(({ name, port }) => ({ from: 'nginx', to: name, port })),
    ...(redis ? tomcats.map(({ name }) => ({ from: name, to: redis.name, port: redis.port ?? 6379 })) : []),
  ];
}

const ways = ({ from, to }: Pick<Line, 'from' | 'to'>, way: Way): { from: HostName; to: HostName }[] => [
  ...(way === 'back' ? [] : [{ from, to }]),
  ...(way === 'there' ? [] : [{ from: to, to: from }]),
];

export const cutActions = (line: Pick<Line, 'from' | 'to'>, way: Way, event: 'cut' | 'mend'): LabAction[] =>
  ways(line, way).map((one) => ({ kind: 'link', ...one, event }));

/** Sets what a line does to packets; what is not given stays as it is. */
export function netemActions(
  line: Pick<Line, 'from' | 'to'>,
  way: Way,
  faults: readonly LinkFault[],
  change: { delay?: number; loss?: number },
): LabAction[] {
  return ways(line, way).map((one) => {
    const now = faults.find(({ from, to }) => from === one.from && to === one.to) ?? { delay: 0, loss: 0 };
    return { kind: 'netem', ...one, delay: change.delay ?? now.delay, loss: change.loss ?? now.loss };
  });
}

/** What does it to a real machine, one command a way. */
export function cutCommands({ port }: Line, way: Way): string[] {
  const rule = (side: string) => `iptables -A INPUT -p tcp --${side} ${port ?? '<port>'} -j DROP`;
  return [...(way === 'back' ? [] : [rule('dport')]), ...(way === 'there' ? [] : [rule('sport')])];
}

export function netemCommand({ delay, loss }: { delay: number; loss: number }): string {
  if (delay === 0 && loss === 0) return 'tc qdisc del dev eth0 root';
  const parts = [...(delay > 0 ? [`delay ${delay}ms`] : []), ...(loss > 0 ? [`loss ${Math.round(loss * 100)}%`] : [])];
  return `tc qdisc replace dev eth0 root netem ${parts.join(' ')}`;
}

/** What is typed to the system for an event, by the kind of the host. */
export function powerCommand(host: HostName, event: PowerEvent): string {
  const kind = host === 'nginx' || host === 'redis' ? host : 'tomcat';
  const own: Partial<Record<PowerEvent, string>> = {
    nginx: { start: 'nginx', stop: 'nginx -s stop', quit: 'nginx -s quit', reload: 'nginx -s reload' },
    redis: { start: 'redis-server redis.conf', stop: 'redis-cli shutdown' },
    tomcat: { start: 'bin/startup.sh', stop: 'bin/shutdown.sh', quit: 'kill <pid>' },
  }[kind];
  const signals: Partial<Record<PowerEvent, string>> = {
    crash: 'kill -9 <pid>',
    hang: 'kill -STOP <pid>',
    resume: 'kill -CONT <pid>',
  };
  return own[event] ?? signals[event] ?? event;
}

/** A unit of systemd gets that part of a processor. */
export const slowCommand = (host: HostName, factor: number): string =>
  `systemctl set-property ${host} CPUQuota=${factor === 1 ? '' : `${100 / factor}%`}`;

const setting = ({ host }: MemoryView, name: string, value: string): LabAction => ({
  kind: 'redis-cli',
  host,
  argv: ['config', 'set', name, value],
});

/** Redis's faults: full at once, or so that half of the keys must go and later ones push out earlier ones. */
export const memoryActions = (memory: MemoryView, what: 'fill' | 'evict' | 'clear'): LabAction[] => {
  const policy = { fill: 'noeviction', evict: 'allkeys-lru', clear: 'noeviction' }[what];
  const bytes = { fill: 1, evict: Math.max(1, memory.evictingAt), clear: 0 }[what];
  return [setting(memory, 'maxmemory-policy', policy), setting(memory, 'maxmemory', String(bytes))];
};

/** A fault that lasts, and what ends it. */
export type ActiveFault = { key: string; end: LabEvent[] } & (
  | { kind: 'link'; from: HostName; to: HostName; both: boolean; cut: boolean; delay: number; loss: number }
  | { kind: 'slow'; host: HostName; factor: number }
  | { kind: 'frozen' | 'off'; host: HostName }
  | { kind: 'memory'; maxmemory: number; policy: string }
  | { kind: 'strike'; strike: Strike }
);

/** All that is out of order, each with what puts it right. */
export function activeFaults(world: WorldView, strike: Strike | undefined): ActiveFault[] {
  const { links, slow, memory } = world.faults;
  return [
    ...(strike ? [{ kind: 'strike' as const, key: 'strike', strike, end: [{ type: 'strike' as const }] }] : []),
    ...links.flatMap((link) => linkFault(link, links)),
    ...slow.map(({ host, factor }): ActiveFault => {
      const end: LabEvent[] = [{ type: 'act', action: { kind: 'slow', host, factor: 1 } }];
      return { kind: 'slow', key: `slow ${host}`, host, factor, end };
    }),
    ...[world.nginx, ...world.tomcats, ...(world.redis ? [world.redis] : [])].flatMap(powerFault),
    ...(memory && memory.maxmemory > 0
      ? [{ kind: 'memory' as const, key: 'memory', ...memory, end: doing(memoryActions(memory, 'clear')) }]
      : []),
  ];
}

export const doing = (actions: readonly LabAction[]): LabEvent[] =>
  actions.map((action): LabEvent => ({ type: 'act', action }));

/** A fault that is the same both ways is told once. */
function linkFault(link: LinkFault, all: readonly LinkFault[]): ActiveFault[] {
  const { from, to, cut, delay, loss } = link;
  const back = all.findIndex((other) => other.from === to && other.to === from && sameFault(other, link));
  if (back >= 0 && back < all.indexOf(link)) return [];
  const way: Way = back >= 0 ? 'both' : 'there';
  const end = doing([
    ...(cut ? cutActions(link, way, 'mend') : []),
    ...(delay > 0 || loss > 0 ? netemActions(link, way, all, { delay: 0, loss: 0 }) : []),
  ]);
  return [{ kind: 'link', key: `${from}>${to}`, from, to, both: back >= 0, cut, delay, loss, end }];
}

const sameFault = (a: LinkFault, b: LinkFault) => a.cut === b.cut && a.delay === b.delay && a.loss === b.loss;

function powerFault({ name = 'nginx', can }: { name?: HostName; can: readonly PowerEvent[] }): ActiveFault[] {
  const event = can.includes('resume') ? 'resume' : can.includes('start') ? 'start' : undefined;
  if (!event) return [];
  const end: LabEvent[] = [{ type: 'power', host: name, event }];
  return [{ kind: event === 'resume' ? 'frozen' : 'off', key: `power ${name}`, host: name, end }];
}
