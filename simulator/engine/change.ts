import { client } from '../client/client.ts';
import { terminal } from '../shell/terminal.ts';
import type { Action, Host, HostName, NoteBody, World } from './world.ts';

/** Actions that change who is there, or which of them can reach each other. */
export type Change = Extract<Action, { kind: 'link' | 'join' | 'move' | 'leave' | 'open' }>;

/** Makes the change; tells whom it concerns and what is to be noted. What is still on its way to one who left reaches nobody. */
export function changed(world: World, change: Change): { host: Host; note: NoteBody } {
  switch (change.kind) {
    case 'link':
      return link(world, change);
    case 'join': {
      const visitor = client.fork(change.visitor);
      add(world, visitor);
      return { host: visitor, note: { kind: 'joined', ip: visitor.ip } };
    }
    case 'move': {
      const visitor = visitorNamed(world, change.host);
      const from = visitor.ip;
      visitor.ip = change.ip;
      return { host: visitor, note: { kind: 'moved', from, to: change.ip } };
    }
    case 'leave': {
      const visitor = visitorNamed(world, change.host);
      world.hosts.delete(change.host);
      return { host: visitor, note: { kind: 'left' } };
    }
    case 'open': {
      const opened = terminal.fork(change.terminal);
      add(world, opened);
      return { host: opened, note: { kind: 'opened' } };
    }
  }
}

function link(world: World, { from, to, event }: Extract<Change, { kind: 'link' }>): { host: Host; note: NoteBody } {
  const cuts = new Set(world.cuts);
  if (event === 'cut') cuts.add(`${from}>${to}`);
  else cuts.delete(`${from}>${to}`);
  world.cuts = cuts;
  return { host: hostNamed(world, from), note: { kind: 'link', to, event } };
}

function add(world: World, host: Host): void {
  if (world.hosts.has(host.name)) throw new Error(`there is already a host "${host.name}"`);
  world.hosts.set(host.name, host);
}

function visitorNamed(world: World, name: HostName) {
  const host = hostNamed(world, name);
  if (host.kind !== 'client') throw new Error(`"${name}" is not a visitor`);
  return host;
}

function hostNamed(world: World, name: HostName): Host {
  const host = world.hosts.get(name);
  if (!host) throw new Error(`no host "${name}"`);
  return host;
}
