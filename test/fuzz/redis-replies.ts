import * as fc from 'fast-check';
import type { Recorded, Step } from '../conformance/redis-replies.ts';
import { redisRepliesRecorder } from '../record/redis-replies.ts';
import { redisVersion } from '../record/redis-server.ts';
import type { Target } from './target.ts';

/** Commands whose answer is the same each time; after `~` those that answer in no order. */
const [ordered = [], unordered = []] =
  `get set setnx setex psetex getset getdel getex append strlen incr decr incrby decrby
incrbyfloat mget mset msetnx getrange setrange substr del unlink exists type rename renamenx expire pexpire persist ttl pttl
expireat touch copy move select dbsize echo ping lpush rpush lpushx rpushx lpop rpop llen lrange lindex lset lrem linsert ltrim
rpoplpush lmove lpos hset hsetnx hget hmget hmset hdel hlen hexists hincrby hincrbyfloat hstrlen sadd srem scard sismember smismember smove
sinterstore sunionstore sdiffstore sintercard zadd zrem zcard zscore zmscore zincrby zrank zrevrank zrange zrevrange zrangebyscore
zrevrangebyscore zcount zlexcount zrangebylex zremrangebyrank zremrangebyscore zremrangebylex zpopmin zpopmax
zunionstore zinterstore setbit getbit bitcount bitpos bitop multi exec discard watch unwatch object auth flushdb config client
command wait asking readonly nosuch hello
~ smembers hgetall hkeys hvals keys sinter sunion sdiff`
    .split('~')
    .map((names) => names.trim().split(/\s+/));

const KEYS = ['a', 'b', 'list', 'h', 's', 'z', 'spring:session:1'];
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

/** What a command is asked for by chance, mostly a key first. */
const words = (names: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...KEYS), fc.array(word, { maxLength: 5 }), fc.nat(9))
    .map(([name, key, rest, chance]) => (chance === 0 ? [name, ...rest] : [name, key, ...rest]));

const isLeftOut = ([name = '', sub = '']: string[]) =>
  (name === 'config' && !/^(get|set|help)$/i.test(sub)) ||
  (name === 'client' && !/^(getname|setname)$/i.test(sub)) ||
  (name === 'object' && /^(idletime|freq|help)$/i.test(sub)) ||
  (name === 'command' && sub !== '');

const step: fc.Arbitrary<Step> = fc
  .oneof(
    { weight: 12, arbitrary: words(ordered).map((cmd) => ({ cmd })) },
    { weight: 1, arbitrary: words(unordered).map((cmd) => ({ cmd, unordered: true })) },
  )
  .filter(({ cmd }) => !isLeftOut(cmd))
  .chain((asked) =>
    fc.constantFrom(1, 1, 1, 2).map((conn) => ({ conn, line: asked.cmd.map(quoted).join(' '), ...asked })),
  );

/** A word as redis-cli takes it to the letter. */
const quoted = (text: string) => (/^[\w:.+-]+$/.test(text) ? text : `"${text}"`);

const CONF = 'bind 127.0.0.1\nport 6379\nsave ""\n';

/** Commands with arguments by chance on one or two connections. */
export const redisRepliesTarget: Target<Recorded> = {
  recorder: redisRepliesRecorder,
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
