import { describe, expect, test } from 'vitest';
import { guideLab, visitors } from '../../../lessons/lab.ts';
import { BOOTED_AT, boot, type Note, nginxFiles, run } from '../../../simulator/index.ts';
import { errorLogText } from '../../../simulator/nginx/logs.ts';
import { type GivenUp, type Match, match } from '../../../simulator/nginx/regex.ts';

/** What libpcre2 10.42 finds, asked by its own interface. */
const captured = (source: string, text: string, ignoreCase = false) => {
  const found = match(source, ignoreCase, text);
  return found && 'captures' in found ? found.captures : found;
};

describe('regular expressions mean what they mean to PCRE2', () => {
  test.each<[source: string, text: string, captures: (string | undefined)[] | null]>([
    ['^/([[:alpha:]]+)/(\\d++)$', '/a/12', ['/a/12', 'a', '12']],
    ['(?:(a)|b)*', 'ab', ['ab', 'a']],
    ['(a*)*', 'b', ['', '']],
    ['(?>a+)ab', 'aaab', null],
    ['(?i)A(?-i)B', 'aB', ['aB']],
    ['\\Q.*\\E+x', '..**x', ['.**x']],
    ['(?<=/)x\\K.', '/xy', ['y']],
    ['^.{3}$', '汤', ['汤']],
    ['^.$', '汤', null],
    ['a$', 'a\n', ['a']],
    ['[]a]+', ']a', [']a']],
    ['(?<x>a)\\k<x>', 'aa', ['aa', 'a']],
    ['(?x) a b # c', 'ab', ['ab']],
    ['\\h\\x41\\101', '\tAA', ['\tAA']],
    ['a{,3}', 'a{,3}', ['a{,3}']],
  ])('%s in %j', (source, text, captures) => {
    expect(captured(source, text)).toEqual(captures);
  });

  test('what the lab does not read matches nothing', () => {
    for (const source of ['(?R)', '(?(1)a)', '(*FAIL)', '\\p{L}', '(']) expect(match(source, false, 'a')).toBeNull();
  });
});

describe('PCRE2 gives up after ten million tries', () => {
  // From how many `a` on it does; with one less it finds out.
  test.each<[source: string, times: number, behind: string]>([
    ['(a+)+$', 22, '!'],
    ['^/(\\w+\\s?)*$', 22, '!'],
    ['^/(a|aa)+$', 30, '!'],
    ['(a|a)*b', 21, '!b1y'],
    ['([a-z]+)*\\d', 22, '!b1y'],
    ['(a*)*b', 22, '!b1y'],
  ])('%s', (source, times, behind) => {
    const givesUp = (count: number) => {
      const found: Match | GivenUp | null = match(source, false, `/${'a'.repeat(count)}${behind}`);
      return found !== null && 'givenUp' in found;
    };
    expect([givesUp(times - 1), givesUp(times)]).toEqual([false, true]);
  });

  test('and however long the subject is, that does not take for ever', () => {
    const begun = process.cpuUsage().user;
    for (const source of [
      '(a+)+$',
      '(a|a)*$',
      '^(a|aa)+$',
      '(a*)*(b*)*$',
      '(.*)(.*)(.*)(.*)(.*)(.*)(.*)z!',
      '(\\1?a)*$',
    ])
      match(source, false, `${'a'.repeat(20_000)}!`);
    expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(30);
  });
});

/** The answer to A, and what nginx writes to its error log. */
function asked(conf: string, path: string) {
  const notes: Note[] = [];
  const http = `events {} http { map $arg_m $m { ~(a+)+$ yes; default no; } server { listen 80; ${conf} } }`;
  const world = boot({ ...guideLab([visitors.A]), nginx: { files: nginxFiles(http) } });
  run(world, [{ at: BOOTED_AT, action: { kind: 'visit', host: 'A', visit: { path } } }], BOOTED_AT + 500, (note) =>
    notes.push(note),
  );
  const visitor = world.hosts.get('A');
  if (visitor?.kind !== 'client') throw new Error('A is a visitor');
  const log = notes.flatMap((note) => (note.kind === 'error-log' ? [`[${note.level}] ${errorLogText(note)}`] : []));
  return { status: visitor.last?.status, body: visitor.last?.body, log: log.join('\n') };
}

describe('nginx, where PCRE2 gives up (measured with 1.22.1)', () => {
  const a = `${'a'.repeat(30)}!`;

  test('at a location: 500, and an alert', () => {
    const { status, log } = asked('location ~ (a+)+$ { return 200 x; }', `/${a}`);
    expect(status).toBe(500);
    expect(log).toContain(`[alert]`);
    expect(log).toContain(
      `pcre2_match() failed: -47 on "/${a}" using "(a+)+$", client: 203.0.113.10, server: , request: "GET /${a} HTTP/1.1", host: "shop.example"`,
    );
  });

  test('in rewrite and if: 500; error_page has its turn', () => {
    expect(asked('rewrite (a+)+$ /x;', `/${a}`).status).toBe(500);
    const page = 'error_page 500 /fail; location = /fail { return 200 failed; }';
    const { body, log } = asked(`${page} location / { if ($arg_q ~ (a+)+$) { return 200 x; } }`, `/?q=${a}`);
    expect(body).toBe('failed');
    expect(log).toContain(`pcre2_match() failed: -47 on "${a}" using "(a+)+$"`);
  });

  test('in map: the default', () => {
    expect(asked('return 200 $m;', `/?m=${a}`)).toMatchObject({ status: 200, body: 'no' });
  });

  test('in server_name: nobody answers', () => {
    const named = '} server { listen 80; server_name "~^(((((.+)+)+)+)+)+[!?]$"; return 200 x;';
    const { status, log } = asked(named, '/');
    expect(status).toBe(0);
    expect(log).toContain('while reading client request headers, client: 203.0.113.10');
  });
});
