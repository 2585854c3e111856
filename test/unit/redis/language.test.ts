import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedConf } from '../../../simulator/lab/shipped-redis-conf.ts';
import { EFFECTIVE } from '../../../simulator/redis/conf/effects.ts';
import { redisConf } from '../../../simulator/redis/conf/language.ts';
import { docs as english } from '../../../site/docs-texts/en/docs.ts';
import { directives } from '../../../site/docs-texts/en/redis-directives.ts';
import { docs as chinese } from '../../../site/docs-texts/zh-cn/docs.ts';
import { languageOf } from '../../../site/editor/language.ts';

const today = { 'src/version.h': '#define REDIS_VERSION "7.0.15"\n' };
const problems = (text: string, more = {}) => redisConf.problems({ 'redis.conf': text, ...more }, 'redis.conf');
const told = (text: string, more = {}) =>
  problems(text, more)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ code, from, to }) => [code, text.slice(from, to)]);

function marked(text: string): [files: Record<string, string>, at: number] {
  const at = text.indexOf('|');
  return [{ 'redis.conf': text.replace('|', '') }, at];
}
const labels = (text: string) => {
  const [files, at] = marked(text);
  return redisConf.complete(files, 'redis.conf', at).map(({ label }) => label);
};
const page = (text: string) => {
  const [files, at] = marked(text);
  return redisConf.hover(files, 'redis.conf', at)?.doc;
};
const fixed = (text: string) => {
  const files = { 'redis.conf': text };
  const [problem] = redisConf.problems(files, 'redis.conf').filter(({ severity }) => severity === 'error');
  const [fix] = problem ? redisConf.fixes(files, problem) : [];
  const [edit] = fix?.edits ?? [];
  return edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
};

describe('problems', () => {
  test('the shipped file has none', () => {
    expect(told(shippedConf)).toEqual([]);
  });

  test('point at what is wrong', () => {
    expect(told('bind 127.0.0.1\nrequirepas 123456\n')).toEqual([['redis.bad-directive', 'requirepas']]);
    expect(told('protected-mode off\n')).toEqual([['redis.bad-value', 'off']]);
    expect(told('requirepass 123456 # secret\n')).toEqual([['redis.bad-directive', 'requirepass 123456 # secret']]);
    expect(told('requirepass 123456 # secret\n', today)).toEqual([
      ['redis.wrong-arguments', 'requirepass 123456 # secret'],
    ]);
    expect(told('requirepass "123\n')).toEqual([['redis.unbalanced-quotes', 'requirepass "123']]);
    expect(told('include nosuch.conf\n')[0]?.[0]).toBe('redis.cannot-open');
  });

  test('all of them, not only the one at which the program ends', () => {
    expect(told('foo 1\nport x y\nbar 2\n').map(([code]) => code)).toEqual(Array(3).fill('redis.bad-directive'));
  });

  test('what 3.2.1 takes without a word, and 7.0.15 does not', () => {
    expect(told('timeout 10s\n')).toEqual([['redis.sloppy-number', '10s']]);
    expect(told('timeout 10s\n', today)).toEqual([['redis.bad-value', '10s']]);
    expect(told('maxmemory 100x\n')).toEqual([['redis.unknown-unit', '100x']]);
    expect(told('save 900\n')).toEqual([['redis.save-ignored', 'save']]);
    expect(told('requirepass ""\n')).toEqual([['redis.empty-password', '""']]);
    expect(told('requirepass ""\n', today)).toEqual([]);
  });

  test('addresses that will stop the start, and a door left open', () => {
    expect(told('bind 127.0.0.1 # local\n')).toEqual([['redis.bad-address', '#']]);
    expect(told('bind 127.0.0.1,10.0.0.1\n')).toEqual([['redis.bad-address', '127.0.0.1,10.0.0.1']]);
    expect(told('bind 127.0.0.1 ::1 localhost\nbind 0.0.0.0\nbind *\n')).toEqual([]);
    expect(told('protected-mode no\n')).toEqual([['redis.open-door', 'protected-mode']]);
    expect(told('protected-mode no\nrequirepass 1\n')).toEqual([]);
  });

  test('of an included file, at their place in it', () => {
    const files = { 'redis.conf': 'include other.conf\n', 'other.conf': 'timeout 1\ntimeuot 3\n' };
    expect(redisConf.problems(files, 'other.conf')).toMatchObject([
      { code: 'redis.bad-directive', file: 'other.conf', line: 2 },
    ]);
  });

  test('are told in the words of redis-server', () => {
    const [problem] = problems('bind 127.0.0.1\n\nport 99999\n');
    expect(problem && redisConf.words(problem)).toBe(
      "Reading the configuration file, at line 3\n>>> 'port 99999'\nInvalid port",
    );
  });
});

test('completion offers names, then the words that a directive knows', () => {
  expect(labels('req|')).toContain('requirepass');
  expect(labels('bind 127.0.0.1\n|')).toContain('maxmemory-policy');
  expect(labels('maxmemory-policy |')).toContain('volatile-lru');
  expect(labels('daemonize |')).toEqual(['yes', 'no']);
  expect(labels('# requ|')).toEqual([]);
  expect(labels('daemonize yes |')).toEqual([]);
});

test('hover explains a directive, on its value and in a comment too', () => {
  expect(page('re|quirepass 123456')).toBe('redis/directive/requirepass');
  expect(page('maxmemory-policy all|keys-lru')).toBe('redis/directive/maxmemory-policy');
  expect(page('# requirepass foo|bared')).toBe('redis/directive/requirepass');
  expect(page('# Redis is |good')).toBeUndefined();
});

test('repairs', () => {
  expect(fixed('requirepas 123456\n')).toBe('requirepass 123456\n');
  expect(fixed('port 6379 # default\n')).toBe('port 6379\n# default\n');
  expect(fixed('＃ requirepass 1\n')).toBe('# requirepass 1\n');
});

describe('the texts', () => {
  test('explain every directive that has an effect here', () => {
    expect([...EFFECTIVE].filter((name) => !(name in directives))).toEqual([]);
  });

  test('and say what the tables say, in both languages', () => {
    const entry = {
      label: 'tcp-keepalive',
      insert: '',
      kind: 'directive',
      doc: 'redis/directive/tcp-keepalive',
    } as const;
    expect(english.entry(entry)?.facts).toEqual([
      'Default in 3.2.1: 0',
      'Default in 7.0.15: 300',
      'CONFIG SET changes it while Redis runs; only CONFIG REWRITE writes that into the file',
      'Redis knows it; in this lab it changes nothing',
    ]);
    expect(chinese.entry(entry)?.facts).toContain('3.2.1 的默认值：0');
    const [problem] = problems('protected-mode off\n');
    expect(problem && english.problem(problem)).toContain("argument must be 'yes' or 'no'");
    expect(problem && chinese.problem(problem)).toContain('protected-mode');
  });

  test('belong to files called redis.conf', () => {
    expect(languageOf('redis.conf')).toBe('redis');
    expect(languageOf('nginx.conf')).toBe('nginx');
  });
});

test('no text makes it throw, and every problem lies in its file', () => {
  const word = fc.constantFrom(
    'bind',
    'save ""',
    'include redis.conf',
    'port',
    '"',
    "'",
    '\\x4',
    '#',
    '\0',
    '\r',
    'user a +@x',
    'a.b',
    '－',
    '中文',
  );
  const line = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 5 })
    .map((words) => words.join(' '));
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, fc.boolean(), fc.nat(), (conf, modern, place) => {
      const files = { 'redis.conf': conf, ...(modern ? today : {}) };
      const at = place % (conf.length + 1);
      for (const problem of redisConf.problems(files, 'redis.conf')) {
        expect(problem.from).toBeLessThanOrEqual(problem.to);
        expect(problem.to).toBeLessThanOrEqual(conf.length);
        redisConf.words(problem);
        redisConf.fixes(files, problem);
      }
      redisConf.complete(files, 'redis.conf', at);
      redisConf.hover(files, 'redis.conf', at);
    }),
  );
}, 30_000);

test('twenty thousand lines are read in a moment', () => {
  const text = 'save 900 1\nrename-command GET GET\nuser a on\nbind 127.0.0.1\nfoo bar\n'.repeat(4_000);
  for (const version of [{}, today]) expect(problems(text, version).length).toBeGreaterThan(2_000);
}, 30_000);
