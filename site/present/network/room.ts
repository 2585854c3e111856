import { isRecord } from '../../is-record.ts';

/** A class over the network: everybody may know the room; whoever has the token presents in it. */
export interface Room {
  room: string;
  /** `undefined`: one only follows. */
  token: string | undefined;
}

/** A server that carries classes, as it presents itself. */
export interface FollowServer {
  /** The site's root on it, as this browser sees it. */
  root: string;
  /** Where other machines find the same, as far as the server knows; without a slash at the end. */
  addresses: readonly string[];
}

/** The site's root, from the address of a window of a class: the site lies in any folder. */
export const rootOf = (address: string): string =>
  new URL(address).href.replace(/(#.*)?$/, '').replace(/\/(en|zh-cn)\/present\/.*$/, '/');

/** Where the socket of a server is. */
export const socketOf = (root: string): string => new URL('follow', root).href.replace(/^http/, 'ws');

/**
 * The address under which a class is followed: the stage's page, as other machines find it. The room stands behind `#`, so
 * that no log of a server has it.
 */
export function followAddress(stage: string, { room }: Room, { addresses: [other] }: FollowServer): string {
  const here = new URL(stage);
  const alone = ['localhost', '127.0.0.1', '[::1]'].includes(here.hostname);
  return `${alone && other !== undefined ? other + here.pathname : here.origin + here.pathname}#follow=${room}`;
}

/** Asks whether the server that this page is from carries classes. A static one has a file there that says no. */
export async function findServer(address: string): Promise<FollowServer | undefined> {
  const root = rootOf(address);
  try {
    const answer = await fetch(new URL('follow.json?asked', root), { cache: 'no-store' });
    const said: unknown = answer.ok ? await answer.json() : undefined;
    if (!isRecord(said) || said['follow'] !== true) return undefined;
    const { addresses } = said;
    return { root, addresses: Array.isArray(addresses) ? addresses.filter(isAddress) : [] };
  } catch {
    return undefined;
  }
}

/** Opens a room; `undefined`: the server opens none now. */
export async function openRoom({ root }: FollowServer): Promise<Room | undefined> {
  try {
    const answer = await fetch(new URL('follow/rooms', root), { method: 'POST' });
    const said: unknown = answer.ok ? await answer.json() : undefined;
    return roomIn(said);
  } catch {
    return undefined;
  }
}

const keptName = (name: string) => `session-lab-room:${name}`;

/** The room that a desk has opened, kept as long as its tab, so that a reload goes on in it. */
export function recallRoom(name: string): Room | undefined {
  try {
    return roomIn(JSON.parse(sessionStorage.getItem(keptName(name)) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it. A browser that keeps nothing goes on without. */
export function keepRoom(name: string, room: Room | undefined): void {
  try {
    if (room) sessionStorage.setItem(keptName(name), JSON.stringify(room));
    else sessionStorage.removeItem(keptName(name));
  } catch {
    // After a reload another room is opened.
  }
}

/** What was said or kept, if it is a presenter's room. */
function roomIn(said: unknown): Room | undefined {
  if (!isRecord(said)) return undefined;
  const { room, token } = said;
  return isRoom(room) && typeof token === 'string' && /^[\w-]{1,100}$/.test(token) ? { room, token } : undefined;
}

/** Whether this could be the name of a room. */
const isRoom = (name: unknown): name is string => typeof name === 'string' && /^[\w-]{16}$/.test(name);

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 200 && /^https?:\/\/[^/\s]+(\/[^\s]*)?$/.test(value);
