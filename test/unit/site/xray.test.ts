import { describe, expect, test } from 'vitest';
import { boot, type Lab, Recording, tomcatFiles } from '../../../simulator/index.ts';
import { xray } from '../../../site/lab/engine/xray/xray.ts';
import type { Xray, XrayOf } from '../../../site/lab/xray.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

const ports = [
  { http: 8080, shutdown: 8005, ajp: 8009 },
  { http: 8081, shutdown: 8006, ajp: 8010 },
];

const turns = `upstream backserver {
server localhost:8080;
server localhost:8081;
}`;

/** Two Tomcats that take turns, each with its own sessions. */
const separate = (version: '7.0.69' | '10.1.60' = '10.1.60') =>
  guideLab({
    upstream: turns,
    tomcats: ports.map((ports, i) => ({ name: `tomcat${i + 1}`, version, files: tomcatFiles(version, ports) })),
  });

const shared = () => redisLab({ nginx: guideLab({ upstream: turns }).nginx });

function played(lab: Lab) {
  const recording = new Recording(boot(lab));
  const start = recording.now;
  const wait = (ms: number) => recording.advanceTo(recording.now + ms);
  return {
    recording,
    wait,
    visit(path: string, host = 'A') {
      recording.act({ kind: 'visit', host, visit: { path } });
      wait(200);
    },
    power(host: string, event: 'start' | 'stop' | 'crash', settle = 8000) {
      recording.act({ kind: 'power', host, event });
      wait(settle);
    },
    look(of: XrayOf = { visitor: 'A' }, at = recording.now): Xray {
      const moment = recording.momentAt(at);
      const told = recording.notesAt(moment);
      return xray(of, { world: recording.lookAt(moment), notes: recording.notes, told, firstNote: 0, start });
    },
  };
}

/** Each place with what it has of these attributes, or why it has nothing. */
const seen = ({ places, rows }: Xray, ...names: string[]) =>
  Object.fromEntries(
    places.map(({ kind, host, holds, absence }, i) => {
      const values = rows
        .filter(({ kind, name }) => kind === 'attribute' && (names.length === 0 || names.includes(name)))
        .map(({ name, cells }) => `${name}=${textOf(cells[i])}`);
      const told = kind === 'cookie' ? 'here' : values.join(' ');
      return [`${kind} ${host}`, holds ? told : absence?.why];
    }),
  );

const textOf = (cell: Xray['rows'][number]['cells'][number]) =>
  cell?.type === 'value' ? `${cell.text}${cell.lost ? '!' : ''}` : '-';

const marks = ({ life }: Xray) => life.map(({ mark, note }) => `${mark} ${note.host} ${note.kind}`);

describe('a session that only one Tomcat has', () => {
  test('before the first visit there is none', () => {
    const { look } = played(separate());
    expect(look()).toMatchObject({ id: undefined, state: 'none', places: [], rows: [], life: [], known: [] });
  });

  test('lies in its memory and in the cookie, nowhere else', () => {
    const { visit, look } = played(separate());
    visit('/login?user=zhang');
    const found = look();
    expect(found.state).toBe('kept');
    expect(seen(found)).toEqual({
      'cookie A': 'here',
      'heap tomcat1': 'user="zhang"',
      'heap tomcat2': 'never-here',
    });
    expect(marks(found)).toEqual([
      'created tomcat1 session-created',
      'written tomcat1 session-attribute',
      'cookie A answered',
    ]);
    expect(found.rows.filter(({ differs }) => differs)).toEqual([]);
    expect(found.known).toEqual([{ id: found.id, visitor: 'A' }]);
  });

  test('is there before its cookie is', () => {
    const { look, recording } = played(separate());
    recording.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
    while (!recording.notes.slice().some(({ kind }) => kind === 'session-created')) recording.stepOnce();
    expect(look()).toMatchObject({ state: 'none' });
    const [session] = look().known;
    expect(session?.visitor).toBe('A');
    expect(seen(look({ id: session?.id ?? '' }))).toMatchObject({
      'cookie A': 'no-cookie',
      'heap tomcat1': 'user="zhang"',
    });
    expect(look({ id: session?.id ?? '' }).state).toBe('fresh');
  });

  test('is not found by the other one, which never saw it', () => {
    const { visit, look } = played(separate());
    visit('/login?user=zhang');
    const before = look();
    visit('/whoami');
    const missed = look().life.find(({ note }) => note.kind === 'session-unknown');
    expect(missed?.note.host).toBe('tomcat2');
    expect(missed?.reason).toEqual({
      why: 'never-here',
      at: undefined,
      elsewhere: [{ host: 'tomcat1', kind: 'heap' }],
    });
    expect(look().id).toBe(before.id);
    visit('/login?user=zhang');
    visit('/login?user=zhang');
    const now = look();
    expect(now.others).toContain(before.id);
    expect(look({ id: before.id ?? '' })).toMatchObject({ state: 'forgotten', visitor: 'A' });
  });

  test('is shown as it was at an earlier moment', () => {
    const { visit, look, recording } = played(separate());
    visit('/login?user=zhang');
    const then = recording.now;
    const before = look();
    visit('/login?user=zhang');
    visit('/count');
    visit('/whoami');
    const after = look({ visitor: 'A' }, then);
    expect({ ...after, life: after.life.filter(({ ahead }) => !ahead) }).toEqual(before);
    expect(after.life.filter(({ ahead }) => ahead)[0]?.note.kind).toBe('session-unknown');
    expect(look().id).not.toBe(before.id);
  });

  test('is lost by kill -9, and the cookie is all that is left', () => {
    const { visit, power, look } = played(separate());
    visit('/login?user=zhang');
    power('tomcat1', 'crash', 100);
    const dead = look();
    expect(dead.state).toBe('orphan');
    expect(seen(dead)['heap tomcat1']).toBe('crash');
    power('tomcat1', 'start');
    expect(seen(look())).toEqual({ 'cookie A': 'here', 'heap tomcat1': 'crash', 'heap tomcat2': 'never-here' });
    power('tomcat2', 'crash', 100);
    visit('/whoami');
    const asked = look().life.find(({ note }) => note.kind === 'session-unknown');
    expect(asked?.reason).toMatchObject({ why: 'crash', elsewhere: [] });
    expect(look().life.at(-1)).toMatchObject({ mark: 'lost', note: { kind: 'login-lost' } });
  });
});

describe('SESSIONS.ser', () => {
  test('keeps a session of Tomcat 7 from a graceful stop to the next start', () => {
    const { visit, power, look } = played(separate('7.0.69'));
    visit('/login?user=zhang');
    expect(seen(look())).toMatchObject({ 'heap tomcat1': 'user="zhang"', 'file tomcat1': 'no-file' });
    power('tomcat1', 'stop');
    const stopped = look();
    expect(seen(stopped)).toMatchObject({ 'heap tomcat1': 'not-saved', 'file tomcat1': 'user="zhang"' });
    expect(stopped.state).toBe('kept');
    power('tomcat1', 'start');
    expect(seen(look())).toMatchObject({ 'heap tomcat1': 'user="zhang"', 'file tomcat1': 'no-file' });
    expect(marks(look()).slice(-2)).toEqual(['saved tomcat1 sessions-saved', 'copied tomcat1 sessions-loaded']);
  });

  test('is not written by Tomcat 10: the session ends with the process', () => {
    const { visit, power, look } = played(separate());
    visit('/login?user=zhang');
    power('tomcat1', 'stop');
    expect(seen(look())['heap tomcat1']).toBe('not-saved');
    expect(look().life.at(-1)).toMatchObject({ mark: 'lost', note: { kind: 'sessions-lost', why: 'not-saved' } });
  });

  test('lacks what is not Serializable, and that is told apart', () => {
    const { visit, power, look } = played(separate('7.0.69'));
    visit('/login?user=zhang');
    power('tomcat2', 'crash', 100);
    visit('/put?class=Plain&k=thing');
    expect(seen(look(), 'thing')['heap tomcat1']).toBe('thing=demo.Plain!');
    power('tomcat1', 'stop');
    expect(seen(look())['file tomcat1']).toBe('user="zhang"');
    expect(look().life.find(({ note }) => note.kind === 'session-attribute-left-out')?.mark).toBe('lost');
  });
});

describe('a session in Redis', () => {
  test('is in no memory between requests, and can be read where it lies', () => {
    const { visit, look } = played(shared());
    visit('/login?user=zhang');
    visit('/count');
    const found = look();
    expect(seen(found)).toEqual({
      'cookie A': 'here',
      'heap tomcat1': 'in-redis',
      'heap tomcat2': 'in-redis',
      'redis redis': 'count=1 user="zhang"',
    });
    expect(found.state).toBe('kept');
    const left = found.rows.find(({ kind }) => kind === 'left')?.cells.at(-1);
    expect(left).toMatchObject({ type: 'span' });
    expect(found.life.map(({ note }) => note.host)).toContain('tomcat2');
  });

  test('differs from the copy that a request works on until that is written', () => {
    const { visit, look, recording } = played(shared());
    visit('/login?user=zhang');
    visit('/count');
    recording.world.latency = 20;
    recording.act({ kind: 'visit', host: 'A', visit: { path: '/count' } });
    const differences = new Set<string>();
    const before = recording.notes.length;
    while (!recording.notes.slice(before).some(({ kind }) => kind === 'answered') && recording.stepOnce())
      for (const { name, cells, differs } of look().rows)
        if (differs) differences.add(`${name} ${cells.map(textOf).join(' ')}`);
    expect([...differences]).toEqual(['count - 2 - 1']);
    expect(look().rows.find(({ name }) => name === 'count')).toMatchObject({ differs: false });
  });

  test.each([
    ['expired', 'key-expired'],
    ['deleted', 'deleted'],
    ['flushed', 'flushed'],
    ['memory', 'memory-lost'],
  ])('that is gone (%s) says how', (how, why) => {
    const lab: Lab = { ...shared(), terminals: { count: 1, redis: 'running' } };
    const { visit, look, wait, power, recording } = played(lab);
    visit('/login?user=zhang');
    const { id } = look();
    const cli = (line: string) => {
      recording.act({ kind: 'type', host: 'terminal1', line: `./redis-3.2.1/src/redis-cli ${line}` });
      wait(3000);
    };
    if (how === 'deleted') cli(`del ${id}`);
    if (how === 'flushed') cli('flushall');
    if (how === 'memory') {
      power('redis', 'crash', 100);
      power('redis', 'start', 1000);
    }
    if (how === 'expired') wait(1_900_000);
    visit('/whoami');
    const found = look();
    expect(found.state).toBe('orphan');
    expect(seen(found)['redis redis']).toBe(why);
    expect(found.life.find(({ note }) => note.kind === 'session-unknown')?.reason).toMatchObject({
      why,
      elsewhere: [],
    });
  });

  test('that nobody logged out keeps nothing after a logout', () => {
    const { visit, look } = played(shared());
    visit('/login?user=zhang');
    const { id = '' } = look();
    visit('/invalidate');
    const found = look({ id });
    expect(found.state).toBe('orphan');
    expect(seen(found)['redis redis']).toBe('invalidated');
    expect(found.life.at(-1)?.mark).toBe('ended');
  });

  test('with an attribute that cannot be written stays as it was', () => {
    const { visit, look } = played(shared());
    visit('/login?user=zhang');
    visit('/put?class=Wrapper&k=h');
    const found = look();
    expect(seen(found)['redis redis']).toBe('user="zhang"');
    expect(found.life.find(({ note }) => note.kind === 'redis-session-not-saved')?.mark).toBe('lost');
  });
});

test('an id that nobody ever had is nowhere', () => {
  const { visit, look } = played(separate());
  visit('/login?user=zhang');
  expect(look({ id: 'ABCDEF0123456789' })).toMatchObject({ state: 'gone', life: [], visitor: undefined });
});
