import { type Client, newClient } from '../client/client.ts';
import { hashText } from '../core/random.ts';
import { run } from '../engine/run.ts';
import type { Host, Note, Planned, World } from '../engine/world.ts';
import { HOSTS_FILE, hostsIn } from '../nginx/conf/hosts-file.ts';
import { newNginx } from '../nginx/nginx.ts';
import { newRedis, type Redis } from '../redis/redis.ts';
import { machineFiles } from '../shell/files/machine.ts';
import { newTerminal, type Terminal } from '../shell/terminal.ts';
import { newTomcat } from '../tomcat/tomcat.ts';
import type { Lab, LabRedis, LabVisitor } from './lab.ts';

/** The machine that nginx and the Tomcats share, as in the guide, and the name under which visitors know it. */
export const server = { machine: 'server', address: '192.168.25.128', site: 'shop.example' } as const;

/** Virtual ms after which every server that can start is up; a lab is looked at from here on. */
export const BOOTED_AT = 10_000;

/** 2026-09-22 22:25:19 UTC: when virtual time began. Only dates in logs show it. */
const EPOCH = Date.UTC(2026, 8, 22, 22, 25, 19);

/** Process ids begin behind it. */
const FIRST_PID = 12_000;

/** The folder that the guide works in. */
const GUIDE_FOLDER = '/jinhetech';

/** A lab's world at 0 ms, with every server still switched off. */
export function build(lab: Lab): World {
  const hosts: Host[] = [
    newNginx({ name: 'nginx', machine: server.machine, files: lab.nginx.files }),
    ...(lab.redis ? [installedRedis(lab, lab.redis)] : []),
    ...lab.tomcats.map((tomcat) => newTomcat({ ...tomcat, machine: server.machine })),
    ...lab.visitors.map(newVisitor),
    ...Array.from({ length: lab.terminals?.count ?? 0 }, (_, index) => newWindow(index + 1)),
  ];
  return {
    now: 0,
    epoch: EPOCH,
    latency: 1,
    random: new Map(hosts.map(({ name }) => [name, hashText(name, lab.seed) | 0])),
    sent: 0,
    pids: FIRST_PID,
    hosts: new Map(hosts.map((host) => [host.name, host])),
    machines: new Map([
      [server.machine, ['127.0.0.1', '::1', server.address, ...(lab.addresses ?? [])]],
      ...lab.visitors.map(({ name, address }): [string, string[]] => [name, [address]]),
    ]),
    names: new Map(Object.entries({ localhost: lab.localhost, ...hostsIn(lab.nginx.files[HOSTS_FILE] ?? '') })),
    sockets: new Map(),
    disks: new Map(lab.terminals ? [[server.machine, machineFiles(hosts, lab.terminals.redis !== 'absent')]] : []),
    cuts: new Set(),
    netem: new Map(),
    lost: [],
    former: new Map(),
    queue: [],
  };
}

/** Starts every server of a lab and lets the world come to `BOOTED_AT`. */
export function boot(lab: Lab, listener?: (note: Note) => void): World {
  const world = build(lab);
  run(world, startPlan(lab), BOOTED_AT, listener);
  return world;
}

/** Switching on: what others need first, as one would. */
const startPlan = (lab: Lab): Planned[] =>
  [...(startsRedis(lab) ? ['redis'] : []), ...lab.tomcats.map(({ name }) => name), 'nginx'].map((host) => ({
    at: 0,
    action: { kind: 'power', host, event: 'start' },
  }));

const startsRedis = ({ redis, terminals }: Lab) => redis !== undefined && (terminals?.redis ?? 'running') === 'running';

/** In a lab with terminals Redis lies where the guide puts it. */
function installedRedis({ terminals }: Lab, redis: LabRedis): Redis {
  const host = newRedis({ ...redis, name: 'redis', machine: server.machine });
  return terminals ? { ...host, folder: `${GUIDE_FOLDER}/redis-${redis.version}` } : host;
}

/** The nth window of the server's machine. */
export const newWindow = (nth: number): Terminal =>
  newTerminal({ name: `terminal${nth}`, machine: server.machine, pid: FIRST_PID - 1000 + nth, cwd: GUIDE_FOLDER });

/** The browser of one of the lab's visitors. */
export const newVisitor = ({ name, address, cookies }: LabVisitor): Client =>
  newClient({ name, ip: address, cookies, server: `${server.address}:80`, site: server.site });
