import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find, read, remove, setEnd } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import { error, integer, NOT_AN_INTEGER, ONE, ZERO } from '../replies.ts';
import { invalidEnd } from './ends.ts';

/** Commands on the end of keys. */
export const expiryCommands: Record<string, Handler> = {
  expire: (call) => expireIn(call, 'expire', 1000, false),
  pexpire: (call) => expireIn(call, 'pexpire', 1, false),
  expireat: (call) => expireIn(call, 'expireat', 1000, true),
  pexpireat: (call) => expireIn(call, 'pexpireat', 1, true),
  ttl: (call) => left(call, (at, now) => Math.floor((at - now + 500) / 1000)),
  pttl: (call) => left(call, (at, now) => at - now),
  expiretime: (call) => left(call, (at) => Math.floor((at + epochOf(call) + 500) / 1000)),
  pexpiretime: (call) => left(call, (at) => at + epochOf(call)),
  persist(call) {
    const key = arg(call, 1);
    const entry = find(call, key);
    if (!entry || entry.expireAt === null) return ZERO;
    setEnd(call, key, null);
    return ONE;
  },
};

const epochOf = ({ out }: Call) => out.wallClock - out.now;

function left(call: Call, tell: (at: number, now: number) => number): Reply {
  const entry = read(call, arg(call, 1));
  if (!entry) return MISSING;
  return entry.expireAt === null ? ENDLESS : integer(tell(entry.expireAt, call.out.now));
}

const MISSING = integer(-2);
const ENDLESS = integer(-1);
/** Unix milliseconds are 64-bit numbers. */
const RANGE = 2 ** 63;

/** 3.2.1 lets the product and the sum overflow: often it becomes a time long ago. */
const overflown = (amount: string, unit: number, now: number): number =>
  Number(
    BigInt.asIntN(64, BigInt.asIntN(64, BigInt(amount.replace('+', '')) * BigInt(unit)) + BigInt(Math.floor(now))),
  );

/** EXPIRE and its kin; an end that has come deletes at once and still answers 1 (expireGenericCommand of each version). */
function expireIn(call: Call, name: string, unit: number, absolute: boolean): Reply {
  const { host, out } = call;
  const options = readOptions(call);
  if ('type' in options) return options;
  const amount = readNumber(host.version, arg(call, 2));
  if (amount === null) return NOT_AN_INTEGER;
  const epoch = epochOf(call);
  let unix = amount * unit + (absolute ? 0 : out.wallClock);
  if (Math.abs(unix) >= RANGE) {
    if (host.version === '7.0.15') return invalidEnd(call, name);
    unix = overflown(arg(call, 2), unit, absolute ? 0 : out.wallClock);
  }
  const key = arg(call, 1);
  const entry = find(call, key);
  if (!entry || !allows(options, entry.expireAt, unix - epoch)) return ZERO;
  const over = unix <= out.wallClock;
  if (over) remove(call, key);
  else setEnd(call, key, unix - epoch);
  notify(call.server, call.db, 'g', over ? 'del' : 'expire', key, out);
  return ONE;
}

type Options = Record<'NX' | 'XX' | 'GT' | 'LT', boolean>;

/** The conditions that 7.0 brought (parseExtendedExpireArgumentsOrReply of expire.c). */
function readOptions(call: Call): Options | Reply {
  const options: Options = { NX: false, XX: false, GT: false, LT: false };
  for (const word of call.argv.slice(3)) {
    const name = word.toUpperCase();
    if (!Object.hasOwn(options, name)) return error(`ERR Unsupported option ${word}`);
    options[name as keyof Options] = true;
  }
  if (options.NX && (options.XX || options.GT || options.LT)) return CONTRADICTION;
  return options.GT && options.LT ? GT_AND_LT : options;
}

const CONTRADICTION = error('ERR NX and XX, GT or LT options at the same time are not compatible');
const GT_AND_LT = error('ERR GT and LT options at the same time are not compatible');

function allows({ NX, XX, GT, LT }: Options, before: number | null, at: number): boolean {
  if (NX && before !== null) return false;
  if (XX && before === null) return false;
  if (GT && (before === null || at <= before)) return false;
  return !LT || before === null || at < before;
}
