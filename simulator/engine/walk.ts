import { behaviourOf } from './behaviours.ts';
import { Engine } from './engine.ts';
import type { Action, Host, HostName, Note, World } from './world.ts';

/**
 * A walk through one of a world's futures. The world it sets out from stays as it is: a step changes one host, so each host is
 * copied when it is first changed. Of notes, those of visitors alone are told: others cost more than the steps themselves.
 */
export class Walk {
  readonly world: World;
  readonly #listens: boolean;
  /** The step was nginx's. */
  atNginx = false;
  readonly #own = new Set<HostName>();
  readonly #silent: Engine;
  #hearing: Engine | undefined;
  #heard: Note[] = [];

  constructor(from: World, listens: boolean) {
    this.world = { ...from, hosts: new Map(from.hosts), queue: [...from.queue] };
    this.#listens = listens;
    this.#silent = new Engine(this.world);
  }

  /** Performs an action. Returns what was noted of it, if it happened to a visitor. */
  step(action: Action): readonly Note[] {
    const host = touched(this.world, action);
    this.atNginx = host?.kind === 'nginx';
    if (action.kind === 'traffic') for (const one of this.world.hosts.values()) this.#copy(one);
    else if (host) this.#copy(host);
    if (!this.#listens || host?.kind !== 'client') {
      this.#silent.step(action);
      return nothing;
    }
    this.#heard = [];
    this.#hearing ??= new Engine(this.world, (note) => this.#heard.push(note));
    this.#hearing.step(action);
    return this.#heard;
  }

  #copy(host: Host): void {
    if (this.#own.has(host.name)) return;
    this.#own.add(host.name);
    this.world.hosts.set(host.name, behaviourOf(host).fork(host));
  }
}

const nothing: readonly Note[] = [];

/** The host that an action changes; traffic changes many. */
function touched(world: World, action: Action): Host | undefined {
  if (!('host' in action) && action.kind !== 'deliver' && action.kind !== 'fire') return undefined;
  if (action.kind !== 'deliver' && action.kind !== 'fire') return world.hosts.get(action.host);
  const item = world.queue.find(({ serial }) => serial === action.serial);
  if (!item) return undefined;
  if (item.kind === 'timer') return world.hosts.get(item.host);
  return world.hosts.get(item.to) ?? world.hosts.get(world.sockets.get(item.to) ?? '');
}
