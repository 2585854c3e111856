import { redisConf as shipped } from '../../../simulator/lab/stock.ts';
import { understand } from '../../../simulator/redis/cli/arguments.ts';
import { answered, open, promptOf, typed } from '../../../simulator/redis/cli/cli.ts';
import type { Cli } from '../../../simulator/redis/cli/state.ts';
import { commandsOf } from '../../../simulator/redis/commands/table.ts';
import { readCommandLine } from '../../../simulator/redis/conf/command-line.ts';
import { redisConf } from '../../../simulator/redis/conf/language.ts';
import { atoi, memtoll, string2ll } from '../../../simulator/redis/conf/numbers.ts';
import { matches } from '../../../simulator/redis/glob.ts';
import { readInteger, readNumber } from '../../../simulator/redis/numbers.ts';
import { readRequests } from '../../../simulator/redis/protocol.ts';
import type { Version } from '../../../simulator/redis/version.ts';
import { tokenizeRedisLine } from '../../../site/editor/redis-tokens.ts';
import { START } from '../../../site/editor/tokens.ts';
import { recorded } from '../recorded.ts';
import type { TextTarget } from '../target.ts';
import { asLanguage, inLines } from './taking.ts';

const versions: readonly Version[] = ['3.2.1', '7.0.15'];
const newer = 'src/version.h';

const confs = [
  'bind 127.0.0.1 -::1\nport 6379\nrequirepass "a b"\nsave 900 1\n',
  'rename-command CONFIG ""\nuser a on >p ~* +@all\nmaxmemory 100mb\ninclude x.conf\n',
  'client-output-buffer-limit normal 0 0 0\nappendonly yes\ndir /\nlogfile ""\n',
  shipped,
  ...recorded<{ conf?: string }>('redis/conf-cases.jsonl', 300).flatMap(({ conf }) =>
    conf?.startsWith('<') ? [] : (conf ?? []),
  ),
];
const confWords = [
  'bind ',
  'save ',
  'requirepass ',
  'maxmemory ',
  'include ',
  'user ',
  '"\\x',
  'yes',
  'no',
  'mb',
  '-::*',
  '+@all ',
  '~*',
];
const commandWords = [...commandsOf('7.0.15').keys(), ...commandsOf('3.2.1').keys()].map((name) => `${name} `);

/** A redis-cli at its prompt. */
const prompts: readonly Cli[] = versions.map((version) => {
  const understood = understand([], { version, terminal: true });
  if (!('options' in understood)) throw new Error('redis-cli does not start');
  let outcome = open(understood.options, 0);
  while (promptOf(outcome.cli) === '')
    outcome = answered({ ...outcome.cli, connection: 'open' }, { type: 'array', items: [] }, 0);
  return outcome.cli;
});

/** What RESP is made of, with lengths that are too long by one. */
export const respWords = ['*1\r\n', '$3\r\n', '*-1\r\n', '$-1\r\n', '\r\n', 'GET', '*1048577\r\n', '$536870913\r\n'];

export const redisTargets: readonly TextTarget[] = [
  {
    name: 'redis-conf',
    what: 'redis.conf as a start of either version reads it, and what the editor marks in it',
    good: confs,
    words: confWords,
    longest: 120,
    take: (text) =>
      redisConf.problems({ 'redis.conf': text, [newer]: text.length % 2 ? '"7.0.15"' : '' }, 'redis.conf'),
  },
  {
    name: 'redis-editor',
    what: 'completion, hover, statements and repairs in redis.conf',
    good: confs,
    words: confWords,
    longest: 120,
    take: (text) => asLanguage(redisConf, { 'redis.conf': text, [newer]: '"7.0.15"' }, 'redis.conf'),
  },
  {
    name: 'redis-colours',
    what: 'a line of redis.conf for colouring',
    good: confs,
    words: confWords,
    take: inLines(tokenizeRedisLine, START),
  },
  {
    name: 'resp',
    what: 'what a client writes to Redis: RESP or lines',
    good: ['*2\r\n$3\r\nGET\r\n$1\r\na\r\n', 'SET a "b c"\r\nGET a\r\n', '*1\r\n$4\r\nPING\r\n*0\r\n', 'PING\n'],
    words: [...respWords, 'Host:', 'POST '],
    take(text) {
      for (const version of versions) {
        const { requests, unread } = readRequests(version, text);
        if (requests.join('').length + unread.length > text.length) throw new Error('more was read than was written');
      }
    },
  },
  {
    name: 'redis-cli-line',
    what: 'a line typed at the prompt of redis-cli',
    good: [
      'SET a "b\\x41\\n"',
      "get 'a'",
      '3 incr a',
      'help @string',
      ':set hints',
      'connect 127.0.0.1 6380',
      'multi',
      'quit',
    ],
    words: [...commandWords, '"\\x', '\\"', ':set ', 'help ', 'connect '],
    take(text) {
      for (const cli of prompts) typed(cli, text, 0);
    },
  },
  {
    name: 'redis-words',
    what: 'the words behind `redis-cli` and `redis-server`; numbers; patterns of KEYS',
    good: [
      '-h 127.0.0.1 -p 6379 -a x get a',
      './redis.conf --port 7000 --save "" --bind a b',
      '-r -1 -i 0.5 ping',
      '*[a-z]?\\*',
      '100mb',
      '-9223372036854775808',
    ],
    words: ['--', '-x', '--raw ', '-n ', '[^', '**', '*?', '-', 'gb', '0x'],
    take(text) {
      const argv = text.split(' ');
      for (const version of versions) {
        understand(argv, { version, terminal: text.length % 2 === 0, stdin: text });
        readCommandLine(['redis-server', ...argv], version);
        readInteger(version, text);
        readNumber(version, text);
      }
      for (const read of [atoi, memtoll, string2ll]) read(text);
      matches(text, 'session:abc');
    },
  },
];
