// What the lesson on overlapping requests says must be what the simulator does: each claim is played.
import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import { pageOf } from '../../lessons/judge.ts';
import { login, power, type as typed, visit } from '../../lessons/lab.ts';
import {
  boot,
  compiled,
  type Lab,
  logTextOf,
  type Note,
  type Planned,
  type VisitStory,
  withFiles,
} from '../../simulator/index.ts';
import { LATENCY } from '../../site/lab/latency.ts';
import { labOf, play } from './play.ts';

const order = '/set?k=order&v=1001&slow=10000';
const book = '/set?k=item&v=book';
const open = (at: number, path: string): Planned => visit(at, 'A', path);

const shown = ({ visits }: { visits: VisitStory[] }) =>
  visits.map((one) => pageOf(one).replace(/ ?\b(sid|requestedSid)=.*/, ''));

/** What A's requests sent to Redis: how long after the first of them (ms), and by which. */
const commandsOf = (notes: readonly Note[], chain: string) =>
  notes.flatMap((note) => (note.kind === 'redis-command' && note.chain === chain ? [note] : []));
const names = (notes: readonly Note[], chain: string) => commandsOf(notes, chain).map(({ argv }) => argv[0]);

const withPolicy = async (policy: string, method = ''): Promise<Lab> => {
  const { nginx, tomcat1 } = filesOf('races', 'start');
  const conf = nginx?.['nginx.conf']?.replace('backserver {', `backserver {\n        ${method}`) ?? '';
  const context =
    tomcat1?.['conf/context.xml']?.replace('database="0"', `database="0" sessionPersistPolicies="${policy}"`) ?? '';
  const files = { 'conf/context.xml': context };
  const edited = { nginx: { 'nginx.conf': conf }, tomcat1: files, tomcat2: files };
  return compiled(withFiles((await exerciseOf('races')).lab, edited));
};

/** Order in one tab, book in the other, then a look. */
const tabs = [login(0, 'A'), open(8000, order), open(12_000, book), open(30_000, '/attrs')];
const kept = { both: 'attrs={item=book, order=1001, user=zhang}', order: 'attrs={order=1001, user=zhang}' };

describe('races', () => {
  const clicks = [
    login(0, 'A'),
    open(1000, '/count'),
    open(3000, '/count'),
    open(3000, '/count'),
    open(5000, '/count'),
  ];

  test.each(['start', 'solution', 'wrong/update-lost.ip-hash'])(
    'four clicks, two of them at once, make three; SAVE_ON_CHANGE and ip_hash change nothing of it (%s)',
    async (variant) => {
      const played = play(await labOf('races', variant), clicks);
      expect(
        shown(played)
          .slice(1)
          .map((page) => page.trim()),
      ).toEqual(['count=1', 'count=2', 'count=2', 'count=3']);
      expect(played.visits.map(({ status }) => status)).toEqual(Array(5).fill(200));
    },
  );

  test.each([undefined, LATENCY])(
    'two tabs at once: both have read before either has written (%s)',
    async (latency) => {
      const spaced = [login(0, 'A'), open(8000, '/count'), open(16_000, '/count'), open(16_000, '/count')];
      const { notes } = play(await labOf('races'), spaced, 10_000, latency);
      const both = ['A3', 'A4'].map((chain) => commandsOf(notes, chain));
      expect(both.map((one) => one.map(({ argv }) => argv[0]))).toEqual(Array(2).fill(['GET', 'SET', 'EXPIRE']));
      const [reads = [], writes = []] = [0, 1].map((nth) => both.map((one) => one[nth]?.at ?? Number.NaN));
      expect(Math.min(...writes)).toBeGreaterThan(Math.max(...reads));
      // On the page, a packet takes 0.4 s: two of them lie between.
      if (latency) expect(Math.round(Math.min(...writes) - Math.max(...reads)) / 1000).toBeCloseTo(0.8);
    },
  );

  test.each([undefined, LATENCY])(
    'the order is written last and the book is gone; it was in Redis until then (%s)',
    async (latency) => {
      const played = play(await labOf('races'), tabs, 5000, latency);
      expect(shown(played).at(-1)).toBe(kept.order);
      const told = played.notes.flatMap((note) =>
        note.kind === 'redis-command' && (note.chain === 'A2' || note.chain === 'A3')
          ? [`${note.chain} ${note.argv[0]}`]
          : [],
      );
      expect(told).toEqual(['A2 GET', 'A3 GET', 'A3 SET', 'A3 EXPIRE', 'A2 SET', 'A2 EXPIRE']);
      const atOnce = play(await labOf('races', 'solution'), tabs, 5000, latency);
      expect(shown(atOnce).at(-1)).toBe(kept.both);
    },
  );

  test('a page that was flushed is there at once, and what it says is in Redis ten seconds later', async () => {
    const plan = [login(0, 'A'), open(1000, '/set?k=gift&v=1&slow=10000&flush=1')];
    const looks = [open(3000, '/attrs'), open(14_000, '/attrs')];
    const played = play(await labOf('races'), [...plan, ...looks]);
    const [, flushed] = played.visits;
    const answered = flushed?.notes.find(({ kind }) => kind === 'answered')?.at ?? Number.NaN;
    const saved = flushed?.notes.find(({ kind }) => kind === 'redis-session-saved')?.at ?? Number.NaN;
    expect(Math.round((saved - answered) / 1000)).toBe(10);
    expect(shown(played).slice(2)).toEqual(['attrs={user=zhang}', 'attrs={gift=1, user=zhang}']);
    // Whoever dies meanwhile has promised what nobody will keep.
    const died = play(await labOf('races'), [...plan, power(3000, 'tomcat2', 'crash'), open(14_000, '/attrs')]);
    expect(died.visits.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(shown(died).at(-1)).toBe('attrs={user=zhang}');
    const atOnce = play(await labOf('races', 'solution'), [...plan, ...looks]);
    expect(shown(atOnce)[2]).toBe('attrs={gift=1, user=zhang}');
  });

  test('with ip_hash both tabs are on tomcat1, and it is the same', async () => {
    const played = play(await labOf('races', 'wrong/update-lost.ip-hash'), tabs);
    expect(played.visits.map(({ server }) => server)).toEqual(Array(4).fill('tomcat1'));
    expect(shown(played).at(-1)).toBe(kept.order);
  });

  test('in the memory of one Tomcat both are kept; two slow counters are not', async () => {
    const lab = await labOf('races', 'wrong/login-lost.in-memory');
    expect(shown(play(lab, tabs)).at(-1)).toBe(kept.both);
    const slow = '/count?slow=3000';
    const counted = shown(play(lab, [login(0, 'A'), open(1000, slow), open(2000, slow)]));
    expect(counted.slice(1).map((page) => page.trim())).toEqual(['count=1', 'count=1']);
  });

  test.each([
    ['DEFAULT', kept.order],
    ['SAVE_ON_CHANGE', kept.both],
    ['ALWAYS_SAVE_AFTER_REQUEST', kept.order],
    ['SAVE_ON_CHANGE,ALWAYS_SAVE_AFTER_REQUEST', kept.order],
    ['DEFAULT, SAVE_ON_CHANGE', kept.order],
  ])('of order and book, %s keeps %s', async (policy, left) => {
    expect(shown(play(await withPolicy(policy), tabs)).at(-1)).toBe(left);
    expect(shown(play(await withPolicy(policy, 'ip_hash;'), tabs)).at(-1)).toBe(left);
  });

  test('even SAVE_ON_CHANGE keeps only one of two changes within the same milliseconds', async () => {
    const plan = [login(0, 'A'), open(2000, order), open(2000, book), open(14_000, '/attrs')];
    const left = shown(play(await labOf('races', 'solution'), plan)).at(-1);
    expect(['attrs={order=1001, user=zhang}', 'attrs={item=book, user=zhang}']).toContain(left);
  });

  test('when SET is sent: at the end where something changed, at each change, at every end', async () => {
    const plan = [
      login(0, 'A'),
      open(1000, '/hello'),
      open(2000, book),
      open(3000, '/mutate?v=1'),
      open(4000, '/mutate?v=2'),
    ];
    const sent = async (policy: string) => {
      const { notes } = play(await withPolicy(policy), plan);
      return ['A2', 'A3', 'A5'].map((chain) => names(notes, chain).join(' '));
    };
    expect(await sent('DEFAULT')).toEqual(['GET EXPIRE', 'GET SET EXPIRE', 'GET SET EXPIRE']);
    expect(await sent('SAVE_ON_CHANGE')).toEqual(['GET EXPIRE', 'GET SET EXPIRE EXPIRE', 'GET SET EXPIRE']);
    expect(await sent('ALWAYS_SAVE_AFTER_REQUEST')).toEqual(['GET SET EXPIRE', 'GET SET EXPIRE', 'GET SET EXPIRE']);
  });

  test('a blank after the comma drops the whole attribute, with a warning', async () => {
    const notes: Note[] = [];
    const world = boot(await labOf('races', 'wrong/update-lost.blank-after-comma'), (note) => notes.push(note));
    const lines = notes.flatMap((note) => (note.kind === 'log' ? (logTextOf(note, world)?.lines ?? []) : []));
    expect(lines.join('\n')).toContain(
      "Setting property 'sessionPersistPolicies' to 'DEFAULT, SAVE_ON_CHANGE' did not find a matching property.",
    );
  });

  test('whoever logs out while an order is under way is logged in again when it is done', async () => {
    const [asked] = (await exerciseOf('races')).predictions;
    const { visits } = play(await labOf('races'), asked?.plan ?? []);
    expect(visits.map(({ login }) => login)).toEqual(['logged-in', undefined, 'logged-out', 'logged-in']);
  });

  test('the lines for a real machine do the same in the lab’s terminal', async () => {
    const lines = [
      'curl -s -c jar "http://localhost/login?user=zhang"',
      `curl -s -b jar "http://localhost${order}" &`,
      `curl -s -b jar "http://localhost${book}"`,
      'sleep 11',
      'curl -s -b jar http://localhost/attrs',
    ];
    const { world } = play(
      await labOf('races'),
      lines.map((line, i) => typed(i * 500 + (i === 4 ? 11_000 : 0), line)),
    );
    const window = world.hosts.get('terminal1');
    const screen = window?.kind === 'terminal' ? window.screen.flatMap((one) => ('text' in one ? [one.text] : [])) : [];
    expect(screen.at(-1)).toMatch(/^attrs=\{order=1001, user=zhang\} /);
  });
});
