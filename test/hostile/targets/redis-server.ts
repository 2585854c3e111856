import { commandsOf } from '../../../simulator/redis/commands/table.ts';
import { openConsole } from '../../../simulator/redis/console/console.ts';
import { type RedisVersion, taskIn } from '../../../simulator/redis/redis.ts';
import { atTime } from '../../support/at-time.ts';
import { RedisLab } from '../../support/redis-lab.ts';
import type { TextTarget } from '../target.ts';
import { respWords } from './redis.ts';
import { stays } from './stays.ts';

// A server with what it keeps: commands as people type them, and as bytes on the wire.

const versions: readonly RedisVersion[] = ['3.2.1', '7.0.15'];
const names = [...new Set(versions.flatMap((version) => [...commandsOf(version).keys()]))];
const work = openConsole(atTime);

const line = (words: string) => words.replaceAll(' ', '\x1f');
const commands = [
  'SET a 1 EX 100 NX',
  'HSET h f v g w',
  'SADD s a b c',
  'SINTERSTORE d s s',
  'ZADD z NX CH 1.5 m inf n',
  'ZRANGEBYSCORE z (1 +inf WITHSCORES LIMIT 0 -1',
  'LPUSH l a b',
  'BLPOP l nosuch 1',
  'LINSERT l BEFORE a x',
  'MULTI',
  'EXEC',
  'WATCH a',
  'CONFIG SET maxmemory 100mb',
  'CLIENT LIST TYPE normal',
  'SCAN 0 MATCH * COUNT 10 TYPE string',
  'EXPIRE a -1 GT',
  'SUBSCRIBE c',
  'PUBLISH c m',
  'OBJECT ENCODING a',
  'ACL SETUSER u on >p ~* +@all',
  'AUTH u p',
  'SELECT 3',
  'SORT l BY w_* GET # DESC ALPHA STORE d',
  'SETRANGE a 536870911 x',
  'BITCOUNT a 0 -1',
  'EVAL return 1 0',
  'RENAME a b',
  'DEBUG SLEEP 0',
  'INFO all',
  'SAVE',
];
const words =
  'a b h s z l 0 -1 1.5 inf (1 nan 9223372036854775807 -9223372036854775808 99999999999999999999 EX NX XX KEEPTTL WITHSCORES LIMIT * [a-z] ENCODING 536870912'.split(
    ' ',
  );

/** A server that has been up for a while, and how it is asked and answers. */
class Server {
  readonly version: RedisVersion;
  readonly lab: RedisLab;
  #connections = 0;
  connection = 'c0';

  constructor(version: RedisVersion) {
    this.version = version;
    this.lab = new RedisLab(version).power('start');
    this.lab.send('setup', [
      ['SET', 'a', '1'],
      ['HSET', 'h', 'f', 'v'],
      ['ZADD', 'z', '1', 'm'],
      ['RPUSH', 'l', 'a'],
      ['SADD', 's', 'a'],
    ]);
  }

  /** What has come back; who was hung up on comes again. */
  async answers(): Promise<string> {
    const { lab, connection } = this;
    for (let task = taskIn(lab.world); task; task = taskIn(lab.world))
      lab.step({ kind: 'computed', host: task.host, computed: await work(task) });
    const came = lab.take(connection);
    if (lab.ended(connection) || lab.redis.server?.clients.get(connection)?.blocked)
      this.connection = `c${++this.#connections}`;
    if (!lab.redis.server) lab.power('start');
    lab.notes.length = 0;
    return came;
  }
}

let turn = 0;
const newServer = () => new Server(versions[turn++ % 2] as RedisVersion);
const typed = stays(150, newServer);
const written = stays(150, newServer);

export const redisServerTargets: readonly TextTarget[] = [
  {
    name: 'redis-commands',
    what: 'commands of any words, one after the other, to a Redis of either version that keeps what they leave',
    good: commands.map(line),
    words: [...names.map((name) => `${name}\x1f`), ...words.map((word) => `\x1f${word}`), '\x1f'],
    longest: 100,
    async take(text) {
      const server = typed();
      server.lab.write(server.connection, [text.split('\x1f')]);
      const came = await server.answers();
      if (came !== '' && !/^[+\-:$*]/.test(came)) throw new Error('no reply of the protocol');
      if (text.length % 50 === 0) server.lab.wait(400);
    },
  },
  {
    name: 'redis-bytes',
    what: 'bytes on a connection to a Redis of either version: requests in pieces, several, broken ones',
    good: [
      '*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n',
      '*2\r\n$4\r\nHGETALL\r\n',
      'SET a "b c"\r\nGET a\r\n',
      '*1\r\n$5\r\nMULTI\r\n*1\r\n$4\r\nEXEC\r\n',
      '*2\r\n$5\r\nLRANGE\r\n$1\r\nl\r\n',
    ],
    words: [...respWords, ...names.map((name) => `${name} `)],
    longest: 90,
    async take(text) {
      const server = written();
      server.lab.writeBytes(server.connection, text);
      await server.answers();
    },
  },
];
