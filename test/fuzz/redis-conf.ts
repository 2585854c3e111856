import * as fc from 'fast-check';
import { rows7015 } from '../../simulator/redis/conf/table-7.0.15.ts';
import { casesOf, recordingOf } from '../conformance/compare.ts';
import { type ConfCase, redisConf } from '../conformance/redis-conf.ts';
import { redisConfRecorder } from '../record/redis-conf.ts';
import { redisVersion } from '../record/redis-server.ts';
import type { Target } from './target.ts';

const names = rows7015.match(/^[\w-]+/gm) ?? [];

/**
 * These leave traces outside of the file and what is said of it (other programs, other machines, other logs), or tell
 * how much memory is used.
 */
const LEFT_OUT =
  /^\s*"?(loglevel\s+["']?debug|dir|daemonize|supervised|syslog-|loadmodule|replicaof|slaveof|cluster-|tls-|logfile|unixsocket)/im;

const recorded = (casesOf(recordingOf(redisConf as never)) as ConfCase[]).filter(
  ({ conf, files, args }) => conf && !conf.startsWith('<') && conf.length < 2000 && !files && args.length === 1,
);
const lines = [...new Set(recorded.flatMap(({ conf }) => conf?.split('\n') ?? []))].filter(
  (line) => line.trim() !== '',
);
const words = [...new Set(lines.flatMap((line) => line.split(/\s+/)))].filter((word) => word !== '');

/** Values at the borders of what Redis reads as numbers, sizes, switches, lists and quoted words. */
const BORDERS =
  `0 1 -1 +1 01 1.5 1e3 0x10 10000 65535 65536 2147483647 2147483648 9223372036854775807 9223372036854775808
18446744073709551615 18446744073709551616 -9223372036854775808 1k 1kb 1K 1KB 1m 1mb 1g 1gb 1b 1t 1% 50% 100% 101% 1kk -1k k yes no YES Yes
on true "" '' "a 'a "a" 'a' "a"b "\\x41" "\\n" '\\'' * ~* & -@all +@all on off nopass ~key >pass <pass #abc user default everysec
always noeviction allkeys-lru volatile-ttl normal slave replica pubsub master 127.0.0.1 -127.0.0.1 ::1 -::1 * -::* 0.0.0.0 10.9.8.7 localhost
nohost a.b 256.1.1.1 900 60 KEA Kx gxE# debug notice 3600 1 300 100 key64 a\\ b 中文 {title} {Title} {port} {listen-addr} {unixsocket} {server-mode}
{{} {{ {} { {port}} 99.9999999 1e-7 0x1p3 .5 5. inf nan a/b ../a /tmp/a`.split(/\s+/);
const SIGNS = ['"', "'", '#', '\n', '\\', '\t', '\r', '=', ';', ',', '\u00a0', '；', '\ufeff', '  ', '\u000b', '\0'];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...BORDERS) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);
const cased = fc.constantFrom(...names).chain((name) => fc.constantFrom(name, name, name, name.toUpperCase()));

/** A line of any name with values that may suit it or not. */
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(cased, fc.array(value, { maxLength: 4 })).map(([name, all]) => [name, ...all].join(' ')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...lines) },
);

/** A line in which one place is something else. */
const bent = fc
  .tuple(line, fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.constantFrom(...SIGNS), value))
  .map(([text, at, sign]) => text.slice(0, at * text.length) + sign + text.slice(at * text.length));

const conf = fc
  .array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: bent }), { minLength: 1, maxLength: 4 })
  .map((all) => ['bind 127.0.0.1', ...all, ''].join('\n'))
  .filter((text) => !LEFT_OUT.test(text));

/** A few lines of redis.conf with values by chance, through a start of redis-server. */
export const redisConfTarget: Target<ConfCase> = {
  recorder: redisConfRecorder,
  given: conf.map((text) => ({
    id: 'fuzz',
    group: 'fuzz',
    version: redisVersion() as ConfCase['version'],
    conf: text,
    args: ['./redis.conf'],
    result: 'running',
    exit: null,
    effective: Object.fromEntries(
      [...new Set(text.match(/^[\w-]+/gm) ?? [])].map((name) => [name.toLowerCase(), null]),
    ),
  })),
  batch: 60,
};
