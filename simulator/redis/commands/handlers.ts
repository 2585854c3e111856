import type { Handler } from '../call.ts';
import { connectionCommands } from './connection.ts';
import { expiryCommands } from './expiry.ts';
import { keyCommands } from './keys.ts';
import { stringCommands } from './strings.ts';

/** What each command does, by its name in small letters. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({ ...connectionCommands, ...expiryCommands, ...keyCommands, ...stringCommands }),
);
