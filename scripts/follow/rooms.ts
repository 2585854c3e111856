import { createHash, randomBytes } from 'node:crypto';

/** A class over the network: everybody may know the room; whoever has the token presents in it. */
export interface Room {
  room: string;
  token: string;
}

/**
 * The room that a token opens. It is made from the token and nothing else, so that a server that has been started again,
 * or another one behind the same Redis, knows the presenter without having kept anything.
 */
export const roomOf = (token: string): string => createHash('sha256').update(token).digest('base64url').slice(0, 16);

/** A room that nobody knows yet. */
export function newRoom(): Room {
  const token = randomBytes(24).toString('base64url');
  return { room: roomOf(token), token };
}

/** Whether this could be a room. */
export const isRoom = (name: string): boolean => /^[\w-]{16}$/.test(name);
