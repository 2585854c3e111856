import type { Handler } from '../call.ts';
import { aclCommands } from './acl.ts';
import { bitStringCommands } from './bit-strings.ts';
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
import { listCommands } from './lists.ts';
import { objectCommands } from './object.ts';
import { pubsubCommands } from './pubsub.ts';
import { scanCommands } from './scan.ts';
import { serverCommands } from './server.ts';
import { setUnionCommands } from './set-unions.ts';
import { sortCommands } from './sort.ts';
import { stringCommands } from './strings.ts';
import { transactionCommands } from './transactions.ts';
import { watchingCommands } from './watching.ts';
import { zsetMemberCommands } from './zset-members.ts';
import { zsetUnionCommands } from './zset-unions.ts';
import { zsetCommands } from './zsets.ts';

/** What each command does, by its name in small letters. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...aclCommands,
    ...bitCommands,
    ...bitStringCommands,
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
    ...listCommands,
    ...objectCommands,
    ...pubsubCommands,
    ...scanCommands,
    ...serverCommands,
    ...setUnionCommands,
    ...sortCommands,
    ...stringCommands,
    ...transactionCommands,
    ...watchingCommands,
    ...zsetCommands,
    ...zsetMemberCommands,
    ...zsetUnionCommands,
  }),
);
