import { client } from '../client/client.ts';
import { terminal } from '../shell/terminal.ts';
import { resend, setNetem } from './link.ts';
import { forget, setTraffic, takeUpHabit } from './traffic.ts';
import { type Action, type Chain, chainOf, type Host, type HostName, type NoteBody, type World } from './world.ts';

/** Actions that change who is there, which of them can reach each other, and how fast. */
export type Change = Extract<
  Action,
  { kind: 'link' | 'netem' | 'slow' | 'join' | 'move' | 'leave' | 'cookies' | 'open' | 'traffic' }
>;

/** What is to be noted of a change, and whom it concerns; empty: many. */
export interface Changed {
  host: HostName;
  note: NoteBody;
  chain?: Chain;
}

/** Makes the change; tells what is to be noted. What is still on its way to one who left reaches nobody. */
export function changed(world: World, change: Change): Changed[] {
  return change.kind === 'link' && change.event === 'mend' ? mend(world, change) : [changedOnce(world, change)];
}

function changedOnce(world: World, change: Change): Changed {
  switch (change.kind) {
    case 'link':
      world.cuts = new Set(world.cuts).add(`${change.from}>${change.to}`);
      return { host: hostNamed(world, change.from).name, note: { kind: 'link', to: change.to, event: 'cut' } };
    case 'netem': {
      const { from, to, delay, loss } = change;
      setNetem(world, { from, to }, delay, loss);
      return { host: hostNamed(world, from).name, note: { kind: 'netem', to, delay, loss } };
    }
    case 'slow': {
      const host = hostNamed(world, change.host);
      if (host.kind !== 'tomcat') throw new Error(`"${change.host}" is not a Tomcat`);
      host.slowness = change.factor;
      return { host: host.name, note: { kind: 'slowed', factor: change.factor } };
    }
    case 'join': {
      const visitor = client.fork(change.visitor);
      add(world, visitor);
      takeUpHabit(world, [visitor]);
      return { host: visitor.name, note: { kind: 'joined', ip: visitor.ip } };
    }
    case 'move': {
      const visitor = visitorNamed(world, change.host);
      const from = visitor.ip;
      visitor.ip = change.ip;
      return { host: change.host, note: { kind: 'moved', from, to: change.ip } };
    }
    case 'leave': {
      forget(world, [visitorNamed(world, change.host).name]);
      return { host: change.host, note: { kind: 'left' } };
    }
    case 'cookies': {
      visitorNamed(world, change.host).cookies = change.accepts;
      return { host: change.host, note: { kind: 'cookies', accepts: change.accepts } };
    }
    case 'open': {
      const opened = terminal.fork(change.terminal);
      add(world, opened);
      return { host: opened.name, note: { kind: 'opened' } };
    }
    case 'traffic':
      setTraffic(world, change.traffic, change.site);
      return { host: '', note: { kind: 'traffic', traffic: change.traffic } };
  }
}

function mend(world: World, { from, to }: { from: HostName; to: HostName }): Changed[] {
  const cuts = new Set(world.cuts);
  cuts.delete(`${from}>${to}`);
  world.cuts = cuts;
  const host = hostNamed(world, from).name;
  const resent = resend(world, { from, to }).map(({ message, after }): Changed => {
    const { to, body } = message;
    return { host, note: { kind: 'resent', to, type: body.type, after }, chain: chainOf(body) };
  });
  return [{ host, note: { kind: 'link', to, event: 'mend' } }, ...resent];
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
