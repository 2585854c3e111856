import type { ProblemCode } from '../../../simulator/redis/conf/language.ts';

/** What each complaint of redis-server about its redis.conf means and what to do. `{x}` stands for a value of the problem. */
export const problems = {
  'bad-directive':
    'Redis knows no directive "{name}" with so many words after it. Check the spelling; name and value are parted by a blank, with no = or : between. A comment needs a line of its own that begins with #.',
  'wrong-arguments':
    '"{name}" has too many or too few words after it. A value with blanks needs quotes; a comment behind it counts as words.',
  'unbalanced-quotes':
    'A quote is not closed, or something follows right after the closing one. After a closing quote comes a blank or the end of the line; Chinese quotes are ordinary characters.',
  'bad-value': 'Redis does not accept this value of "{name}": {message}.',
  'cannot-open':
    'Redis cannot read the file. A relative path counts from where redis-server was started, not from this file.',
  'cannot-enter':
    'There is no such folder, and Redis does not make it. `dir` is where dump.rdb and the append only file lie.',
  'endless-include':
    'This file includes itself, directly or through another. Redis follows until its stack is full, and crashes.',
  'bad-address':
    '"{value}" is no address. After bind come addresses of this machine, parted by blanks: no comma, no port, no comment. With it the server will not start.',
  'save-ignored':
    'Redis 3.2.1 reads this line without a word, and saves nothing for it: save takes two numbers on one line, seconds and changes.',
  'empty-password':
    'In the file of Redis 3.2.1 an empty password is still a password: everybody has to give it (AUTH ""). To have none, delete the line.',
  'unknown-unit':
    '"{value}" is no amount of memory for Redis 3.2.1, which silently makes 0 of it: no limit. Write 100mb or 1gb.',
  'sloppy-number': 'Redis 3.2.1 makes {number} of "{value}" and says nothing. Write digits only.',
  'open-door':
    'No password, no protected mode, and it listens beyond its own machine: whoever reaches this port can read and change every session. Set requirepass, or bind it to addresses that only the Tomcats reach.',
  'no-effect': 'Redis knows "{name}" and checks it; in this lab it changes nothing.',
} as const satisfies Record<ProblemCode, string>;
