// What the lessons on serialization say must be what the simulator does: each claim is played.
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../lessons/folders.ts';
import { pageOf } from '../../lessons/judge.ts';
import { login, power, redisLab, visit, visitors } from '../../lessons/lab.ts';
import {
  compiled,
  inOrder,
  javac,
  type Lab,
  type Note,
  type Planned,
  type VisitStory,
  webappSources,
  withFiles,
} from '../../simulator/index.ts';
import { classesBelow } from '../../simulator/tomcat/java/class-files.ts';
import { computedUid } from '../../simulator/tomcat/java/uid.ts';
import { labOf, play, tomcatLines } from './play.ts';

const folder = 'webapps/ROOT/WEB-INF/classes';
const fileOf = (name: string) => `${folder}/demo/${name}.java`;

const put = (at: number, name: string, key = 'o') => visit(at, 'A', `/put?class=${name}&k=${key}`);
const open = (at: number, path: string) => visit(at, 'A', path);
const logins = (visits: readonly VisitStory[]) => visits.map(({ login }) => login);
const commands = (notes: readonly Note[]) =>
  notes.flatMap((note) => (note.kind === 'redis-command' ? note.argv[0] : []));

describe('serializable', () => {
  test('a cart is put with a 200 and is nowhere; one line names the class; Redis was only asked', async () => {
    const { visits, notes, world } = play(await labOf('serializable'), [
      login(0, 'A'),
      put(1000, 'Cart', 'cart'),
      open(2000, '/attrs'),
      open(3000, '/attrs'),
      open(4000, '/count'),
    ]);
    const [, cart, first, second, count] = visits;
    expect(visits.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(cart && pageOf(cart)).toMatch(/^put cart=Cart\[book:20\] /);
    expect([first, second].map((one) => one && pageOf(one).split(' sid=')[0])).toEqual(
      Array(2).fill('attrs={user=zhang}'),
    );
    expect(tomcatLines(notes, world).filter((line) => line.startsWith('SEVERE'))).toEqual(['SEVERE: demo.Item']);
    expect(commands(cart?.notes ?? [])).toEqual(['GET']);
    expect(commands(count?.notes ?? [])).toEqual(['GET', 'SET', 'EXPIRE']);
  });

  test('an Optional is lost as well, and named in the log', async () => {
    const { visits, notes, world } = play(await labOf('serializable'), [
      login(0, 'A'),
      put(1000, 'Optional'),
      open(2000, '/attrs'),
    ]);
    expect(visits[2] && pageOf(visits[2])).toMatch(/^attrs=\{user=zhang\}/);
    expect(tomcatLines(notes, world)).toContain('SEVERE: java.util.Optional');
  });

  test('with the list left out, the cart comes back as Cartnull', async () => {
    const { visits } = play(await labOf('serializable', 'wrong/cart-changed'), [
      login(0, 'A'),
      put(1000, 'Cart', 'cart'),
      open(2000, '/attrs'),
      open(3000, '/attrs'),
    ]);
    for (const one of visits.slice(2)) expect(pageOf(one)).toContain('cart=Cartnull,');
  });

  const box = (value: string) => `package demo;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.*;
public class Box implements Serializable {
    enum Colour { RED }
    private Item item = null;
    private Object value = ${value};
    public String toString() { return "Box:" + item; }
}`;

  test.each([
    [true, '"text"'],
    [true, 'new BigDecimal("1.5")'],
    [true, 'new Date(0)'],
    [true, 'Colour.RED'],
    [true, 'new ArrayList<>(Arrays.asList("a", 1))'],
    [true, 'new HashMap<String, String>()'],
    [true, 'new String[] { "a" }'],
    [false, 'Optional.of("a")'],
    [false, 'new Thread()'],
    [false, 'new ArrayList<>(Arrays.asList("a")).subList(0, 1)'],
    [false, 'new HashMap<String, String>().keySet()'],
    [false, 'new HashMap<String, String>().values()'],
    [false, '(Runnable) () -> {}'],
    [true, '(Runnable & Serializable) () -> {}'],
    [false, 'new Item("book", 20)'],
    [false, 'new ArrayList<>(Arrays.asList(new Item("book", 20)))'],
  ])('comes back: %s, %s', async (comes, value) => {
    const sources = { ...webappSources(['demo/Item.java']), [fileOf('Box')]: box(value) };
    const lab = await compiled(redisLab([visitors.A], sources));
    const { visits } = play(lab, [login(0, 'A'), put(1000, 'Box', 'box'), open(2000, '/attrs')]);
    expect(visits[1] && pageOf(visits[1])).toMatch(/^put box=Box:null /);
    expect(visits[2] && pageOf(visits[2]).includes('box=Box:null')).toBe(comes);
  });
});

const sourceOf = (host: 'tomcat1' | 'tomcat2', variant = 'start') =>
  filesOf('class-changes', variant)[host]?.[fileOf('User')] ?? '';

const old = sourceOf('tomcat1');
const numbered = sourceOf('tomcat1', 'solution');

async function uidOf(source: string): Promise<string> {
  const made = Object.entries(await javac({ [fileOf('User')]: source }));
  const classes = classesBelow(Object.fromEntries(made.map(([file, text]) => [file, text ?? ''])), folder);
  const user = classes?.['demo.User'];
  if (!user) throw new Error('the source has a class demo.User');
  return computedUid(user);
}

/** Sessions in Redis, and on each Tomcat a version of User. */
const withUsers = (first: string, second: string): Promise<Lab> =>
  compiled(
    withFiles(redisLab([visitors.A]), {
      tomcat1: { [fileOf('User')]: first },
      tomcat2: { [fileOf('User')]: second },
    }),
  );

/** The source with a piece of it replaced, which must be there. */
const changed = (source: string, from: string, to: string) => {
  expect(source).toContain(from);
  return source.replaceAll(from, to);
};

describe('class-changes', () => {
  test('by turns known and unknown, without a line in any log; the home page takes the cookie away', async () => {
    const { visits, notes, world } = play(await labOf('class-changes'), [
      login(0, 'A'),
      put(1000, 'User', 'me'),
      ...[2, 3, 4, 5].map((s) => open(s * 1000, '/whoami')),
      open(6000, '/index'),
      open(7000, '/whoami'),
    ]);
    expect(visits.map(({ server }) => server)).toEqual(visits.map((_, i) => `tomcat${1 + (i % 2)}`));
    const known = visits.slice(2, 6).map((one) => pageOf(one).startsWith('user=zhang'));
    expect(known).toEqual([false, true, false, true]);
    expect(tomcatLines(notes, world)).toEqual([]);
    expect(pageOf(visits[6] as VisitStory)).toMatch(/^user=null .* new=true$/);
    expect(pageOf(visits[7] as VisitStory)).toMatch(/^user=null /);
  });

  test('the number of the class that wrote it stands behind its name in Redis', async () => {
    const { world } = play(await labOf('class-changes'), [login(0, 'A'), put(1000, 'User', 'me')]);
    const redis = world.hosts.get('redis');
    const database = redis?.kind === 'redis' ? redis.server?.databases[0] : undefined;
    const [, entry] = (database && inOrder(database.entries)[0]) ?? [];
    const bytes = String(entry?.value);
    const at = bytes.indexOf('demo.User') + 'demo.User'.length;
    const behind = [...bytes.slice(at, at + 8)].reduce((n, byte) => (n << 8n) | BigInt(byte.charCodeAt(0)), 0n);
    expect(BigInt.asIntN(64, behind).toString()).toBe(await uidOf(sourceOf('tomcat2')));
  });

  test.each<[same: boolean, what: string, source: string]>([
    [false, 'a field more', changed(old, '    private int age;', '    private int age;\n    private String email;')],
    [
      false,
      'a field less',
      changed(changed(changed(old, '    private int age;\n', ''), 'this.age = age;', ''), ' + age', ''),
    ],
    [false, 'a field of another type', changed(old, 'private int age', 'private long age')],
    [false, 'a public method', changed(old, '    @Override', '    public int one() { return 1; }\n    @Override')],
    [false, 'one without any modifier', changed(old, '    @Override', '    int one() { return 1; }\n    @Override')],
    [false, 'a constructor', changed(old, '    @Override', '    public User() { }\n    @Override')],
    [false, 'a final class', changed(old, 'public class', 'public final class')],
    [true, 'a private method', changed(old, '    @Override', '    private int one() { return 1; }\n    @Override')],
    [true, 'what a method does', changed(old, 'return name', 'return name + "!"')],
    [true, 'a comment', changed(old, 'public class', '// ours\npublic class')],
    [
      true,
      'the order',
      changed(old, '    private String name;\n    private int age;', '    private int age;\n    private String name;'),
    ],
  ])('the computed number stays the same: %s, %s', async (same, _, source) => {
    expect((await uidOf(source)) === (await uidOf(old))).toBe(same);
  });

  const asList = changed(
    changed(
      changed(numbered, 'private String name', 'private java.util.List<String> name'),
      'this.name = name',
      'this.name = null',
    ),
    'public String getName',
    'public java.util.List<String> getName',
  );

  test.each<[arrives: string, what: string, second: string]>([
    ['User(zhang,20,null)', 'a field more', sourceOf('tomcat2', 'solution')],
    [
      'User(zhang)',
      'a field less',
      changed(changed(changed(numbered, '    private int age;\n', ''), 'this.age = age;', ''), ' + "," + age', ''),
    ],
    [
      'User(null,20)',
      'a field renamed',
      changed(
        changed(changed(numbered, 'private String name', 'private String full'), 'this.name', 'full'),
        '"User(" + name',
        '"User(" + full',
      ).replace('return name', 'return full'),
    ],
    ['no session', 'int becomes long', changed(numbered, 'private int age', 'private long age')],
    ['500', 'String becomes List', asList],
  ])('under the same number arrives %s: %s', async (arrives, _, second) => {
    const { visits, notes, world } = play(await withUsers(numbered, second), [
      login(0, 'A'),
      open(1000, '/whoami'),
      put(2000, 'User', 'me'),
      open(3000, '/attrs'),
      open(4000, '/whoami'),
      open(5000, '/hello'),
    ]);
    const [, , , attrs, , hello] = visits;
    expect(attrs?.server).toBe('tomcat2');
    if (arrives === '500') {
      expect([attrs?.status, hello?.status]).toEqual([500, 500]);
      return;
    }
    expect(attrs && pageOf(attrs)).toContain(arrives);
    expect(tomcatLines(notes, world)).toEqual([]);
  });

  test('a class that is missing logs out loudly', async () => {
    const sources = { ...webappSources(['demo/Cart.java']), ...filesOf('serializable', 'solution')['tomcat1'] };
    const lab = await compiled(withFiles(redisLab([visitors.A]), { tomcat1: sources }));
    const { visits, notes, world } = play(lab, [
      login(0, 'A'),
      open(1000, '/hello'),
      put(2000, 'Cart', 'cart'),
      open(3000, '/whoami'),
    ]);
    expect(logins(visits).at(-1)).toBe('login-lost');
    const lines = tomcatLines(notes, world);
    const said = lines.filter((line) => line === 'SEVERE: Unable to deserialize into session');
    expect([3, 4]).toContain(said.length);
    expect(lines).toContain('java.lang.ClassNotFoundException: demo.Cart');
  });

  /** A Tomcat is given another version of the class, and started anew. */
  async function release(at: number, host: string, source: string): Promise<Planned[]> {
    const files = { [fileOf('User')]: source };
    const edits = Object.entries({ ...files, ...(await javac(files)) }).map(
      ([file, text]): Planned => ({ at, action: { kind: 'edit', host, file, text } }),
    );
    return [
      power(at, host, 'stop'),
      ...edits.map((edit) => ({ ...edit, at: at + 5000 })),
      power(at + 5000, host, 'start'),
    ];
  }

  test('to write a number down for the first time logs everybody out, unless it is the computed one', async () => {
    const loginUnder = async (second: string) => {
      const { visits } = play(await withUsers(old, old), [
        login(0, 'A'),
        put(1000, 'User', 'me'),
        ...(await release(2000, 'tomcat1', second)),
        ...(await release(2000, 'tomcat2', second)),
        open(30_000, '/whoami'),
      ]);
      return logins(visits).at(-1);
    };
    expect(await loginUnder(numbered)).toBe('login-lost');
    expect(await loginUnder(changed(numbered, '1L', `${await uidOf(old)}L`))).toBe('login-kept');
  });

  test('where the old version changes the session, the e-mail address is gone', async () => {
    const { visits } = play(await labOf('class-changes', 'solution'), [
      login(0, 'A'),
      put(1000, 'User', 'me'),
      open(2000, '/count'),
      open(3000, '/attrs'),
    ]);
    expect(visits.map(({ server }) => server)).toEqual(['tomcat1', 'tomcat2', 'tomcat1', 'tomcat2']);
    expect(pageOf(visits[1] as VisitStory)).toContain('me=User(zhang,20,zhang@shop.example)');
    expect(pageOf(visits[3] as VisitStory)).toContain('me=User(zhang,20,null)');
  });
});
