import type { Reply } from '../../core/resp.ts';
import type { Call } from '../call.ts';
import { readNumber } from '../numbers.ts';
import { error, NOT_AN_INTEGER } from '../replies.ts';

const MAX = 2 ** 63;

/**
 * When a key is to end, in virtual ms: `EX` and `PX` from now on, `EXAT` and `PXAT` by the wall clock. An error where
 * the amount is no integer, not positive or too large (getExpireMillisecondsOrReply of t_string.c).
 */
export function readEnd(call: Call, text: string, unit: string, command: string): number | Reply {
  const { host, out } = call;
  const amount = readNumber(host.version, text);
  if (amount === null) return NOT_AN_INTEGER;
  if (amount <= 0) return invalidEnd(call, command);
  const ms = unit.startsWith('E') ? amount * 1000 : amount;
  const epoch = out.wallClock - out.now;
  const at = unit.endsWith('AT') ? ms - epoch : ms + out.now;
  return host.version === '7.0.15' && at + epoch >= MAX ? invalidEnd(call, command) : at;
}

/** The words for an amount of time that cannot be. */
export const invalidEnd = ({ host }: Call, command: string): Reply =>
  error(
    host.version === '3.2.1'
      ? `ERR invalid expire time in ${command}`
      : `ERR invalid expire time in '${command}' command`,
  );
