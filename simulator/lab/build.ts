import { type Client, newClient } from '../client/client.ts';
import { hashText } from '../core/random.ts';
import { run } from '../engine/run.ts';
import type { Host, Note, Planned, World } from '../engine/world.ts';
import { newNginx } from '../nginx/nginx.ts';
import { newRedis } from '../redis/redis.ts';
import { newTomcat } from '../tomcat/tomcat.ts';
import type { Lab, LabVisitor } from './lab.ts';

/** The machine that nginx and the Tomcats share, as in the guide, and the name under which visitors know it. */
export const server = { machine: 'server', address: '192.168.25.128', site: 'shop.example' } as const;

/** Virtual ms after which every server that can start is up; a lab is looked at from here on. */
export const BOOTED_AT = 10_000;

/** 2026-09-22 22:25:19 UTC: when virtual time began. Only dates in logs show it. */
const EPOCH = Date.UTC(2026, 8, 22, 22, 25, 19);

/** A lab's world at 0 ms, with every server still switched off. */
export function build(lab: Lab): World {
  const hosts: Host[] = [
    newNginx({ name: 'nginx', machine: server.machine, files: lab.nginx.files }),
    ...(lab.redis ? [newRedis({ ...lab.redis, name: 'redis', machine: server.machine })] : []),
    ...lab.tomcats.map((tomcat) => newTomcat({ ...tomcat, machine: server.machine })),
    ...lab.visitors.map(newVisitor),
  ];
  return {
    now: 0,
    epoch: EPOCH,
    latency: 1,
    random: new Map(hosts.map(({ name }) => [name, hashText(name, lab.seed) | 0])),
    sent: 0,
    hosts: new Map(hosts.map((host) => [host.name, host])),
    machines: new Map([
      [server.machine, ['127.0.0.1', '::1', server.address]],
      ...lab.visitors.map(({ name, address }): [string, string[]] => [name, [address]]),
    ]),
    names: new Map([['localhost', lab.localhost]]),
    sockets: new Map(),
    disks: new Map(),
    cuts: new Set(),
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
  [...(lab.redis ? ['redis'] : []), ...lab.tomcats.map(({ name }) => name), 'nginx'].map((host) => ({
    at: 0,
    action: { kind: 'power', host, event: 'start' },
  }));

/** The browser of one of the lab's visitors. */
export const newVisitor = ({ name, address, cookies }: LabVisitor): Client =>
  newClient({ name, ip: address, cookies, server: `${server.address}:80`, site: server.site });
