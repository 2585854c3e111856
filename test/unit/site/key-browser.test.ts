import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boot } from '../../../simulator/index.ts';
import { javaStream } from '../../../site/lab/engine/java-view.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { JavaNode, OpenKey } from '../../../site/lab/opened-key.ts';
import { hexDump, onLine, readable } from '../../../site/lab/page/bytes.ts';
import type { Command, Snapshot } from '../../../site/lab/protocol.ts';
import { redisLab } from '../../support/labs.ts';

/** A lab whose visitor A clicks, and whose terminal types. */
async function opened() {
  const session = new LabSession();
  let now = 0;
  const tell = async (command: Command): Promise<Snapshot> => {
    const report = await session.handle(command);
    if (report.type !== 'snapshot') throw new Error(report.type);
    return report.snapshot;
  };
  const wait = (ms: number) => tell({ type: 'advance', time: (now += ms) });
  const visit = async (path: string) => {
    await tell({ type: 'act', action: { kind: 'visit', host: 'A', visit: { path } } });
    return wait(8000);
  };
  const cli = async (line: string) => {
    const typed = `./redis-3.2.1/src/redis-cli ${line}`;
    await tell({ type: 'act', action: { kind: 'type', host: 'terminal1', line: typed } });
    for (let i = 0; i < 5; i++) await wait(1000);
  };
  const open = async (key: string): Promise<OpenKey> => {
    const { openKey } = await tell({ type: 'open-key', key: { db: 0, key } });
    if (!openKey) throw new Error('nothing is open');
    return openKey;
  };
  now = (await tell({ type: 'load', lab: { ...redisLab(), terminals: { count: 1, redis: 'running' } } })).now;
  return { visit, cli, open, wait, tell };
}

/** Opens the session that A has after these pages. */
async function sessionAfter(...paths: string[]) {
  const lab = await opened();
  let id = '';
  for (const path of paths) id = (await lab.visit(path)).world.redis?.keys[0]?.key ?? '';
  const { value } = await lab.open(id);
  if (!value?.java) throw new Error('no Java there');
  return { ...lab, id, value, java: value.java };
}

const lines = (nodes: readonly JavaNode[], indent = ''): string[] =>
  nodes.flatMap(({ name, type, value, note, parts }) => [
    [indent + name, type, value, note].filter((one) => one !== undefined).join(' '),
    ...lines(parts, `${indent}  `),
  ]);

describe('a session that is opened', () => {
  test('says what StandardSession wrote, and which Tomcats can read it', async () => {
    const { java, id, value } = await sessionAfter('/login?user=zhang');
    expect(java.session).toMatchObject({ id, maxInactive: 1800, isNew: true, isValid: true });
    expect(java.session?.created?.ago).toBeGreaterThan(0);
    expect(java.session?.created?.unix).toBe(java.session?.lastAccessed?.unix);
    expect(lines(java.objects)).toEqual(['user java.lang.String "zhang"']);
    expect(java).toMatchObject({ read: value.size, fault: undefined });
    expect(java.readers).toEqual(['tomcat1', 'tomcat2'].map((host) => ({ host, fault: undefined })));
  });

  test('is no longer new, and older, after the next page', async () => {
    const { java } = await sessionAfter('/login?user=zhang', '/count', '/count');
    expect(java.session?.isNew).toBe(false);
    expect(java.session?.thisAccessed?.ago).toBeLessThan(java.session?.created?.ago ?? 0);
    expect(lines(java.objects)).toContain('count java.lang.Integer 2');
  });

  test('shows objects with their fields and collections by what they hold', async () => {
    const { java } = await sessionAfter('/login?user=zhang', '/put?class=User&k=u', '/put?class=MyEnum&k=e');
    expect(lines(java.objects)).toEqual(
      expect.arrayContaining(['u demo.User', '  age int 20', '  name java.lang.String "zhang"', 'e demo.MyEnum B']),
    );
    expect(java.objects.find(({ name }) => name === 'u')?.uid).toMatch(/^-?\d+$/);
  });

  test('counts down to its end; then the key is gone', async () => {
    const { id, value, wait, tell } = await sessionAfter('/login?user=zhang');
    const later = (await wait(10_000)).openKey?.value;
    expect((value.ttl ?? 0) - (later?.ttl ?? 0)).toBe(10_000);
    expect((await wait(1_900_000)).openKey).toEqual({ db: 0, key: id, value: undefined });
    expect((await tell({ type: 'open-key', key: undefined })).openKey).toBeUndefined();
  });

  test('with an object that no Tomcat can read is shown from its bytes, with what Java says', async () => {
    const { java } = await sessionAfter('/login?user=zhang', '/put?class=BadRead&k=b');
    expect(lines(java.objects)).toEqual(expect.arrayContaining(['user java.lang.String "zhang"', 'b demo.BadRead']));
    expect(java.fault).toBeUndefined();
    expect(java.readers.map(({ fault }) => fault)).toEqual(
      Array(2).fill('java.io.InvalidObjectException: readObject refused'),
    );
  });

  test('that is cut off anywhere shows what stands before, and Java’s own words', async () => {
    const { value } = await sessionAfter('/login?user=zhang', '/put?class=User&k=u');
    const bytes = value.data.type === 'string' ? value.data.value : '';
    const world = boot(redisLab());
    const whole = lines(javaStream(bytes, world)?.objects ?? []);
    fc.assert(
      fc.property(fc.integer({ min: 6, max: bytes.length - 1 }), (length) => {
        const java = javaStream(bytes.slice(0, length), world);
        expect(java?.read).toBeLessThanOrEqual(length);
        expect(java?.readers.map(({ fault }) => fault)).toEqual(Array(2).fill('java.io.EOFException'));
        const shown = lines(java?.objects ?? []).filter((line) => !line.endsWith(' cut'));
        expect(whole).toEqual(expect.arrayContaining(shown));
      }),
    );
    const java = javaStream(bytes.slice(0, bytes.indexOf('demo.User') + 3), world);
    expect(java?.session?.maxInactive).toBe(1800);
    expect(java?.fault).toBe('java.io.EOFException');
    expect(java?.objects.at(-1)?.note).toBe('cut');
  });

  test('whose bytes were spoilt never stops the page', () => {
    const world = boot(redisLab());
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (tail) => {
        expect(javaStream(`\xac\xed\x00\x05${tail}`, world)?.session).toBeUndefined();
      }),
    );
  });
});

describe('other values', () => {
  test.each([
    ['rpush k a b', { type: 'list', value: ['a', 'b'] }, 2],
    ['sadd k a', { type: 'set', value: ['a'] }, 1],
    ['hset k f v', { type: 'hash', value: [['f', 'v']] }, 1],
    [
      'zadd k 2 b 1 a',
      {
        type: 'zset',
        value: [
          ['a', 1],
          ['b', 2],
        ],
      },
      2,
    ],
    ['set k text', { type: 'string', value: 'text' }, 4],
  ])('%s', async (command, data, size) => {
    const { cli, open } = await opened();
    await cli(command);
    expect((await open('k')).value).toEqual({ data, size, ttl: undefined, java: undefined });
  });
});

test('bytes are dumped in whole lines', () => {
  expect(hexDump('\xac\xed\x00\x05sr\x00AB', 8)).toBe(
    ['0000  ac ed 00 05 73 72 00 41  ....sr.A', '0008  42                       B'].join('\n'),
  );
});

test('bytes are text where they are UTF-8 that can be seen', () => {
  const bytes = (text: string) => Buffer.from(text).toString('latin1');
  expect(readable(bytes('会话'))).toBe('会话');
  expect(readable(bytes('会话').slice(0, 5))).toBe('会');
  expect(readable('\xac\xed')).toBeUndefined();
  expect(onLine('a\x00')).toBe('a\\x00');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '会', '😀') }), (text) => readable(bytes(text)) === text),
  );
});
