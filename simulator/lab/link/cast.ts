import { membersOf } from '../../client/crowd.ts';
import { own } from '../../core/own.ts';
import type { Host, HostName, Planned } from '../../engine/world.ts';
import type { Lab } from '../lab.ts';
import { filesOf } from './files.ts';
import type { LinkedFiles, LinkProblemCode } from './link.ts';

type Kind = Host['kind'];

/** More visitors and windows than this nobody can want, and each costs. */
const MOST_HOSTS = 1000;

/** Who is there while the actions of a link are read one after the other, so that none can meet a world that it does not fit. */
export class Cast {
  readonly #kinds = new Map<HostName, Kind>();
  readonly #files: LinkedFiles;
  readonly #anyFile: boolean;
  #crowds: HostName[] = [];

  constructor(lab: Lab) {
    this.#kinds.set('nginx', 'nginx');
    if (lab.redis) this.#kinds.set('redis', 'redis');
    for (const { name } of lab.tomcats) this.#kinds.set(name, 'tomcat');
    for (const { name } of lab.visitors) this.#kinds.set(name, 'client');
    for (let nth = 1; nth <= (lab.terminals?.count ?? 0); nth++) this.#kinds.set(`terminal${nth}`, 'terminal');
    this.#files = filesOf(lab);
    this.#anyFile = lab.terminals !== undefined;
  }

  /** Why an action cannot be done to a host; `undefined`: it can. */
  refusal(host: HostName, ...kinds: Kind[]): LinkProblemCode | undefined {
    const kind = this.#kinds.get(host);
    if (kind === undefined) return 'unknown-host';
    return kinds.length === 0 || kinds.includes(kind) ? undefined : 'wrong-host';
  }

  /** Why a file cannot be saved. Commands in a window and the compiler make files that the lab did not begin with. */
  refusalOfFile(host: HostName, file: string): LinkProblemCode | undefined {
    const refused = this.refusal(host, 'nginx', 'tomcat', 'redis');
    if (refused) return refused;
    const known = own(own(this.#files, host) ?? {}, file) !== undefined || this.#anyFile || file.endsWith('.class');
    return known ? undefined : 'unknown-file';
  }

  refusalOfNewcomer(name: HostName): LinkProblemCode | undefined {
    if (!isName(name)) return 'bad-form';
    if (this.#kinds.has(name)) return 'host-exists';
    return this.#kinds.size >= MOST_HOSTS ? 'too-many-actions' : undefined;
  }

  /** Lets an action that was not refused change who is there. */
  after(action: Planned['action']): void {
    if (action.kind === 'join') this.#kinds.set(action.visitor.name, 'client');
    else if (action.kind === 'open') this.#kinds.set(action.terminal.name, 'terminal');
    else if (action.kind === 'leave') this.#kinds.delete(action.host);
    else if (action.kind === 'traffic') this.#come(action.traffic.crowds.flatMap(membersOf).map(({ name }) => name));
  }

  /** The crowds of a traffic come in the place of those before. */
  #come(names: readonly HostName[]): void {
    for (const name of this.#crowds) if (!names.includes(name)) this.#kinds.delete(name);
    this.#crowds = names.filter((name) => !this.#kinds.has(name) || this.#crowds.includes(name));
    for (const name of this.#crowds) this.#kinds.set(name, 'client');
  }
}

/** Whether somebody new may be called that. */
export const isName = (name: string): boolean => /^\p{L}[\p{L}\p{N}_.-]{0,62}$/u.test(name);
