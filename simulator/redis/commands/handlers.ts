import type { Handler } from '../call.ts';
import { aclCommands } from './acl.ts';
import { bitCommands } from './bits.ts';
import { blockingCommands } from './blocking-lists.ts';
import { clientCommands } from './client.ts';
import { commandCommands } from './command.ts';
import { configCommands } from './config.ts';
import { connectionCommands } from './connection.ts';
import { debugCommands } from './debug.ts';
import { expiryCommands } from './expiry.ts';
import { floatCommands } from './floats.ts';
import { foreignCommands } from './foreign.ts';
import { infoCommands } from './info.ts';
import { keyCommands } from './keys.ts';
import { objectCommands } from './object.ts';
import { pubsubCommands } from './pubsub.ts';
import { scanCommands } from './scan.ts';
import { serverCommands } from './server.ts';
import { sortCommands } from './sort.ts';
import { stringCommands } from './strings.ts';
import { transactionCommands } from './transactions.ts';
import { watchingCommands } from './watching.ts';

/** What each command does, by its name in small letters. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...aclCommands,
    ...bitCommands,
    ...blockingCommands,
    ...clientCommands,
    ...commandCommands,
    ...configCommands,
    ...connectionCommands,
    ...debugCommands,
    ...expiryCommands,
    ...floatCommands,
    ...foreignCommands,
    ...infoCommands,
    ...keyCommands,
    ...objectCommands,
    ...pubsubCommands,
    ...scanCommands,
    ...serverCommands,
    ...sortCommands,
    ...stringCommands,
    ...transactionCommands,
    ...watchingCommands,
  }),
);
