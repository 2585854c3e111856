// What the prose quotes is what the programs take and print: each code block of each lesson is tried. Both languages have
// the same blocks (lessons.test.ts), so one is enough.
import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import { lessonIds, textOf } from '../../lessons/folders.ts';
import {
  login,
  power,
  proxyTo,
  redisContext,
  redisManagerJars,
  takingTurns,
  type as typed,
  visit,
} from '../../lessons/lab.ts';
import {
  boot,
  javac,
  type Lab,
  logTextOf,
  type Note,
  type Planned,
  refusalOf,
  startFailuresOf,
  withFiles,
} from '../../simulator/index.ts';
import { labOf, play } from './play.ts';

interface Block {
  /** `nginx`, `shell`, `xml`, `java`; empty: what a program prints, a line of redis.conf, a path for the address bar. */
  language: string;
  text: string;
  /** The heading that it stands under. */
  section: string;
}

function blocksOf(lesson: string): Block[] {
  const text = textOf(lesson, 'lesson.en.mdx');
  return [...text.matchAll(/^```(\w*)\n(.*?)\n```$/gms)].map(({ 1: language = '', 2: block = '', index }) => ({
    language,
    text: block,
    section:
      text
        .slice(0, index)
        .match(/^## .*$/gm)
        ?.at(-1) ?? '',
  }));
}

const blocks = lessonIds.flatMap((lesson) => blocksOf(lesson).map((block) => ({ lesson, ...block })));
const of = (language: string) => blocks.filter((block) => block.language === language);
const inLab = ({ section }: Block) => section !== '## On a real machine';

describe('nginx accepts', () => {
  /** The places in a file where a piece may belong. */
  const places = (piece: string) => [
    proxyTo('127.0.0.1:8080', piece),
    proxyTo('backserver', `upstream backserver {\n${piece}\nserver localhost:8088;\n}\n`),
    proxyTo('backserver', `${takingTurns}\n${piece}`),
    `events {\n}\nhttp {\nserver {\nlocation / {\n${piece}\n}\n}\n}\n`,
  ];
  /** What only an nginx newer than the recorded one knows, and the lesson says so. */
  const newer = /^sticky /;

  test.each(of('nginx').filter(({ text }) => !newer.test(text)))('$lesson: $text', async ({ lesson, text }) => {
    const lab = await labOf(lesson);
    const refusals = places(text).map((conf) =>
      refusalOf(notesOfStart(withFiles(lab, { nginx: { 'nginx.conf': conf } }))),
    );
    expect(
      refusals.filter((refusal) => refusal === undefined),
      refusals[0]?.message,
    ).not.toEqual([]);
  });

  test('what is newer is refused by this one, as the lesson says', async () => {
    for (const { lesson, text } of of('nginx').filter(({ text }) => newer.test(text))) {
      const [, conf = ''] = places(text);
      const refusal = refusalOf(notesOfStart(withFiles(await labOf(lesson), { nginx: { 'nginx.conf': conf } })));
      expect(refusal?.message).toContain('unknown directive "sticky"');
    }
  });
});

describe('Tomcat accepts', () => {
  /** An attribute takes the place of the one in the guide's Manager, a Store stands in a Manager, everything else in Context. */
  const contextWith = (text: string) =>
    /^\w+=/.test(text)
      ? redisContext.replace(new RegExp(`${text.split('=')[0]}="[^"]*"`), text)
      : `<?xml version="1.0" encoding="UTF-8"?>\n<Context>\n${
          text.startsWith('<Store')
            ? `<Manager className="org.apache.catalina.session.PersistentManager">${text}</Manager>`
            : text
        }\n</Context>\n`;

  test.each(of('xml'))('$lesson: $text', async ({ lesson, text }) => {
    const lab = await labOf(lesson);
    const edited = Object.fromEntries(
      lab.tomcats.map(({ name }) => [name, { 'conf/context.xml': contextWith(text), ...redisManagerJars }]),
    );
    const failures = startFailuresOf(notesOfStart(withFiles(lab, edited)));
    expect(failures.filter(({ host }) => host.startsWith('tomcat'))).toEqual([]);
  });
});

test.each(of('java'))('javac accepts, in $lesson: $text', async ({ text }) => {
  const file = 'webapps/ROOT/WEB-INF/classes/demo/Item';
  const imports = 'import java.io.Serializable;\nimport java.util.ArrayList;\nimport java.util.List;\n';
  // The head of a class, or a member of one.
  const source = text.endsWith('{')
    ? `${text}\n}`
    : `${imports}public class Item implements Serializable {\n${text}\n}`;
  expect((await javac({ [`${file}.java`]: `package demo;\n\n${source}\n` }))[`${file}.class`]).toBeTypeOf('string');
});

describe('the shell of the lab knows the commands of', () => {
  test.each(lessonIds.filter((lesson) => blocksOf(lesson).some((block) => block.language === 'shell' && inLab(block))))(
    '%s',
    async (lesson) => {
      // With the files that the lesson leads to: there, Redis leaves the window.
      const lab = await labOf(lesson, 'solution');
      const lines = blocksOf(lesson)
        .filter((block) => block.language === 'shell' && inLab(block))
        .flatMap(({ text }) => text.split('\n'));
      const plan = [...(lesson === 'secure-redis' ? ['cd redis-3.2.1'] : []), ...lines].map((line, i) =>
        typed(i * 90_000, line),
      );
      const { world } = play({ ...lab, terminals: lab.terminals ?? { count: 1, redis: 'running' } }, plan, 90_000);
      const window = world.hosts.get('terminal1');
      const screen = window?.kind === 'terminal' ? window.screen : [];
      const text = screen.map((line) => ('text' in line ? line.text : JSON.stringify(line))).join('\n');
      expect(text).not.toMatch(/command not found|ERR unknown command|syntax error/);
      expect(
        screen.filter((line) => !('text' in line)),
        text,
      ).toEqual([]);
    },
  );
});

describe('the address bar takes', () => {
  test.each(of('').filter(({ text }) => text.startsWith('/')))('$lesson: $text', async ({ lesson, text }) => {
    const { visits } = play(await labOf(lesson, 'solution'), [
      login(0, 'A'),
      ...text.split('\n').map((path, i) => visit(1000 + i * 15_000, 'A', path)),
    ]);
    expect(visits.map(({ status }) => status)).toEqual(visits.map(() => 200));
  });
});

describe('redis.conf takes', () => {
  const lines = of('').filter(({ text }) => /^(?:# bind|appendonly) /m.test(text));
  test.each(lines)('$lesson: $text', async ({ lesson, text }) => {
    const lab = await labOf(lesson, 'solution');
    const failures = startFailuresOf(notesOfStart(withFiles(lab, { redis: { 'redis.conf': `${text}\n` } })));
    expect(failures.filter(({ host }) => host === 'redis')).toEqual([]);
  });
});

describe('in the real programs’ words', () => {
  const who = (at: number) => visit(at, 'A', '/whoami');
  const saves = (at: number, host: string, file: string, text: string): Planned => ({
    at,
    action: { kind: 'edit', host, file, text },
  });
  const reloads = (at: number, conf: string) => [saves(at, 'nginx', 'nginx.conf', conf), power(at, 'nginx', 'reload')];

  /** What is done for a program to print a block that begins so. */
  const causes: Record<string, (lab: Lab) => Planned[]> = {
    'two-tomcats 502 Bad Gateway': () => [visit(0, 'A', '/index')],
    'two-tomcats connect() failed': () => [visit(0, 'A', '/index')],
    'two-tomcats nginx: [emerg]': ({ nginx }) =>
      reloads(
        0,
        `upstream backserver {\n    server localhost:8080;\n    server localhost:8081;\n}\n${nginx.files['nginx.conf']}`,
      ),
    'one-tomcat Set-Cookie:': () => [visit(0, 'A', '/index')],
    'failover [error]': () => [login(0, 'A'), power(1000, 'tomcat1', 'crash'), who(2000)],
    'failover nginx: [emerg]': ({ nginx }) =>
      reloads(0, (nginx.files['nginx.conf'] ?? '').replace('localhost:8081;', 'localhost:8081 backup;')),
    'start-redis bash:': () => [typed(0, './src/redis-cli ping')],
    'wire-tomcat 404 Not Found': () => [...wired(0), visit(40_000, 'A', '/index')],
    'wire-tomcat java.lang.ClassNotFoundException:': () => wired(0),
    'serializable SEVERE:': () => [login(0, 'A'), visit(1000, 'A', '/put?class=Cart&k=cart')],
    'redis-down redis.clients': () => [
      login(0, 'A'),
      who(1000),
      power(2000, 'redis', 'crash'),
      power(4000, 'redis', 'start'),
      ...[10_000, 11_000, 12_000, 13_000].map(who),
    ],
    'redis-down OOM command': () => [
      { at: 0, action: { kind: 'redis-cli', host: 'redis', argv: ['config', 'set', 'maxmemory', '1'] } },
      login(1000, 'A'),
      who(2000),
    ],
    'rolling-update INFO:': () => [visit(0, 'A', '/sleep?ms=8000'), power(1000, 'tomcat1', 'stop')],
    'to-production [error]': () => [
      login(0, 'A'),
      login(500, 'B'),
      power(1000, 'tomcat2', 'hang'),
      ...[2000, 3000].flatMap((at) => [who(at), visit(at + 100, 'B', '/whoami')]),
    ],
  };
  const wired = (at: number): Planned[] =>
    (['tomcat1', 'tomcat2'] as const).flatMap((host) => [
      saves(at, host, 'conf/context.xml', redisContext),
      power(at, host, 'stop'),
      power(at + 15_000, host, 'start'),
    ]);
  /** What Java says and Tomcat keeps to itself, as the lesson tells. */
  const swallowed = /^java\.io\.InvalidClassException/;
  const printed = of('').filter(
    ({ text }) =>
      !swallowed.test(text) &&
      /^(?:java\.|\[error\]|nginx:|Set-Cookie|redis\.clients|INFO|SEVERE|OOM|bash:|\d{3} |connect\(\))/.test(text),
  );

  test.each(printed)('$lesson: $text', async ({ lesson, text }) => {
    const name = Object.keys(causes).find((key) => `${lesson} ${text}`.startsWith(key));
    if (name === undefined) return expect(text, 'a block that no cause is told for').toBe('printed');
    const lab = await labOf(lesson);
    const { notes, world } = play(lab, causes[name]?.(lab) ?? [], 130_000);
    const window = world.hosts.get('terminal1');
    const screen =
      window?.kind === 'terminal' ? window.screen.flatMap((line) => ('text' in line ? [line.text] : [])) : [];
    const lines = [...screen, ...notes.flatMap((note) => [...said(note), ...(logTextOf(note, world)?.lines ?? [])])];
    for (const line of text.split('\n'))
      expect(
        lines.some((one) => fits(one, line)),
        line,
      ).toBe(true);
  });

  /** What a program said to a visitor or to whoever called it. */
  const said = (note: Note): readonly string[] => {
    if (note.kind === 'terminal') return note.lines;
    if (note.kind === 'answered')
      return [
        `${note.status} ${STATUS_CODES[note.status]}`,
        ...note.body.split('\n'),
        ...(note.setCookie ? [`Set-Cookie: ${note.setCookie}`] : []),
      ];
    return [];
  };

  /** Whether a line has the pieces of a quotation in their order; `…` stands for what was left out. */
  function fits(line: string, quotation: string): boolean {
    let at = 0;
    for (const piece of quotation.split('…').map((part) => part.trim().replace(/,$/, ''))) {
      const found = line.replaceAll(/<[^>]*>/g, '').indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return true;
  }
});

test('no block is left out, but for a sum, a line that Redis refuses, and what Java keeps to itself', () => {
  const tried =
    /^(?:\/|# bind|appendonly |java\.lang|\[error\]|nginx:|Set-Cookie|redis\.clients|INFO|SEVERE|OOM|bash:|\d{3} |connect\(\))/;
  expect(of('').flatMap(({ text }) => (tried.test(text) ? [] : [text]))).toEqual([
    'java.io.InvalidClassException: demo.User; local class incompatible:',
    'h = (h * 113 + b) % 6271',
    'requirepass 123456  # shop',
  ]);
});

/** What the servers of a lab say while they start. */
function notesOfStart(lab: Lab): Note[] {
  const notes: Note[] = [];
  boot(lab, (note) => notes.push(note));
  return notes;
}
