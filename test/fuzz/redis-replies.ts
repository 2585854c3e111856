import * as fc from 'fast-check';
import { handlers } from '../../simulator/redis/commands/handlers.ts';
import type { Recorded, Step } from '../conformance/redis-replies.ts';
import { redisRepliesRecorder } from '../record/redis-replies.ts';
import { redisVersion } from '../record/redis-server.ts';
import { RedisBytes } from './redis-bytes.ts';
import type { Target } from './target.ts';

/**
 * Commands whose answer is the same each time, with what they are usually given: a letter each (see `kinds`); after `~`
 * those that answer in no order.
 */
const [ordered = [], unordered = []] =
  `get t, set tv, set tvo, set tvod, setnx tv, setex tdv, psetex tdv, getset tv, getdel t, getex t, getex tod,
append tv, strlen t, incr t, decr t, incrby ti, decrby ti, incrbyfloat tf, mget ttk, mset tvtv, msetnx tvtv, getrange tii, setrange tiv,
substr tii, del kk, unlink k, exists kkk, type k, rename kk, renamenx kk, expire kd, expire kdo, pexpire kd, persist k, ttl k, pttl k,
expireat ki, touch kk, copy kk, copy kko, move ki, select i, dbsize, echo v, ping, ping v, lpush lvv, rpush lvv, lpushx lv, rpushx lvv, lpop l, lpop li,
rpop l, rpop li, llen l, lrange lii, lindex li, lset liv, lrem liv, linsert lovv, ltrim lii, rpoplpush ll, lmove lloo, lpos lv, lpos lvoi,
lpos lvoioi, hset hvvvv, hsetnx hvv, hget hv, hmget hvv, hmset hvvvv, hdel hvv, hlen h, hexists hv, hincrby hvi, hincrbyfloat hvf, hstrlen hv,
sadd svvv, srem svv, scard s, sismember sv, smismember svv, smove ssv, sinterstore sss, sunionstore sss, sdiffstore sss, sintercard iss,
sintercard issoi, zadd zfvfv, zadd zofv, zadd zoofv, zrem zvv, zcard z, zscore zv, zmscore zvv, zincrby zfv, zrank zv, zrevrank zv,
zrange zii, zrange ziio, zrange zffo, zrange zffoo, zrange zffooii, zrange zxxo, zrange zxxooii, zrevrange ziio, zrangebyscore zff,
zrangebyscore zffo, zrangebyscore zffoii, zrevrangebyscore zffo, zcount zff, zlexcount zxx, zrangebylex zxx, zrangebylex zxxoii,
zrevrangebylex zxx, zremrangebyrank zii, zremrangebyscore zff, zremrangebylex zxx, zpopmin z, zpopmin zi, zpopmax zi, zunionstore zizz,
zunionstore zizzoff, zunionstore zizzoo, zinterstore zizz, zinterstore zizs, zdiff izz, zinter izzo, zunion izzo, zintercard izz,
zrangestore zzii, zrangestore zzffo, zdiffstore zizz, setbit tib, getbit ti, bitcount t, bitcount tii, bitcount tiio, bitpos tb, bitpos tbi,
bitpos tbii, bitop okkk, multi, multi, exec, exec, discard, watch kk, unwatch, object ok, auth v, flushdb, config oo, config oov, client o,
client ov, wait ii, asking, readonly, nosuch vv, hello b, sort l, sort so, sort kooo, sort lookoii, getrange kii, lcs tt, hrandfield h, reset
~ smembers s, hgetall h, hkeys h, hvals h, sinter ss, sunion sss, sdiff sss`
    .split('~')
    .map((rows) =>
      rows.split(',').flatMap((row) => {
        const [name = '', given = ''] = row.trim().split(' ');
        return isModelled(name) ? [{ name, given }] : [];
      }),
    );

/** What the lab does not have needs no search; what nobody has, does. */
function isModelled(name: string): boolean {
  return handlers.has(name) || name === 'exec' || name === 'nosuch';
}

const KEYS = ['a', 'b', 'list', 'list2', 'h', 's', 's2', 'z', 'z2', 'spring:session:1'];
const VALUES =
  `x y zhang 0 1 -1 2 10 3.5 -0 +1 01 1e3 inf -inf nan 9223372036854775807 9223372036854775808 -9223372036854775808 ''
abc 3600 100000 [a (b - + (1 foobar`
    .split(/\s+/)
    .map((word) => (word === "''" ? '' : word));
const OPTIONS =
  `nx NX xx GT lt ch incr EX px EXAT KEEPTTL GET WITHSCORES limit LIMIT rev BYSCORE bylex left RIGHT before AFTER count
COUNT weights aggregate MAX min replace db refcount encoding idletime freq help get set maxmemory timeout hz requirepass id
getname setname list info and or not byte bit match *`.split(/\s+/);

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: fc.constantFrom(...OPTIONS) },
);

/** What a letter of the list of commands stands for. */
const kinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
  k: fc.constantFrom(...KEYS),
  t: fc.constantFrom('a', 'b'),
  l: fc.constantFrom('list', 'list2'),
  h: fc.constantFrom('h', 'spring:session:1'),
  s: fc.constantFrom('s', 's2'),
  z: fc.constantFrom('z', 'z2'),
  v: fc.constantFrom(...VALUES),
  i: fc.constantFrom('0', '1', '2', '3', '-1', '-2', '10', '100', '-100'),
  d: fc.constantFrom('100000', '1000000', '0', '-1', 'x', '9223372036854775807'),
  b: fc.constantFrom('0', '1'),
  f: fc.constantFrom('0', '1', '2', '-1', '1.5', '(1', '(2', '-inf', '+inf', 'inf', '1e3', '0.1'),
  x: fc.constantFrom('-', '+', '[a', '(a', '[x', '(x', '[', '(', '[foobar', '(1'),
  o: fc.constantFrom(...OPTIONS),
};

/** What a command is asked for by chance: mostly what it is usually given, sometimes with one word changed. */
const words = (commands: readonly { name: string; given: string }[]) =>
  fc.constantFrom(...commands).chain(({ name, given }) =>
    fc
      .oneof(
        { weight: 5, arbitrary: usual(given) },
        {
          weight: 3,
          arbitrary: fc
            .tuple(usual(given), fc.nat(9), word)
            .map(([all, at, other]) => (all.length === 0 ? [other] : all.with(at % all.length, other))),
        },
        { weight: 1, arbitrary: fc.array(word, { maxLength: 5 }) },
      )
      .map((rest) => [name, ...rest]),
  );

const usual = (given: string) => fc.tuple(...[...given].map((letter) => kinds[letter] ?? word));

/** Times so short that a busy machine decides. */
const isHasty = (words: string[]) =>
  /^(setex|psetex|p?expire|set|getex)$/.test(words[0] ?? '') &&
  words.some(
    (word, i) =>
      i > 1 &&
      /^\d{1,4}$/.test(word) &&
      (/^(setex|psetex|p?expire)$/.test(words[0] ?? '') || /^(ex|px)$/i.test(words[i - 1] ?? '')),
  );

const isLeftOut = (words: string[]) => {
  const [name = '', sub = ''] = words;
  return (
    isHasty(words) ||
    (name === 'config' && !/^(get|set|help)$/i.test(sub)) ||
    // Several settings come in an order by chance.
    (name === 'config' && /^get$/i.test(sub) && words.slice(2).some((word) => /[*?[\\]/.test(word))) ||
    (name === 'client' && !/^(getname|setname)$/i.test(sub)) ||
    (name === 'object' && /^(idletime|freq|help)$/i.test(sub)) ||
    name === 'command' ||
    // Who wants a replica may wait for ever.
    (name === 'wait' && Number(sub) > 0) ||
    // RESP3 is not modelled.
    (name === 'hello' && sub === '3')
  );
};

const step: fc.Arbitrary<Step> = fc
  .oneof(
    { weight: 12, arbitrary: words(ordered).map((cmd) => ({ cmd })) },
    { weight: 1, arbitrary: words(unordered).map((cmd) => ({ cmd, unordered: true })) },
  )
  .filter(({ cmd }) => !isLeftOut(cmd))
  .chain((asked) =>
    fc.constantFrom(1, 1, 1, 2).map((conn) => ({
      conn,
      line: asked.cmd.map(quoted).join(' '),
      ...asked,
      ...(asked.cmd[0] === 'hello' ? { normalised: 'hello' } : {}),
    })),
  );

/** A word as redis-cli takes it to the letter. */
const quoted = (text: string) => (/^[\w:.+-]+$/.test(text) ? text : `"${text}"`);

const CONF = 'bind 127.0.0.1\nport 6379\nsave ""\n';

/** Commands with arguments by chance on one or two connections. */
export const redisRepliesTarget: Target<Recorded> = {
  recorder: { ...redisRepliesRecorder, open: () => new RedisBytes() },
  given: fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => ({
    id: 'fuzz',
    group: 'fuzz',
    version: redisVersion() as Recorded['version'],
    conf: CONF,
    args: ['./redis.conf'],
    steps,
  })),
  batch: 40,
};
