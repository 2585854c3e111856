import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOOTED_AT, type Planned, type Recording } from '../../../simulator/index.ts';
import { isTold } from '../../../site/lab/engine/sorting.ts';
import { spaceTimeOf } from '../../../site/lab/engine/space-time.ts';
import type { Label } from '../../../site/lab/page/space-time/labels.ts';
import { type Diagram, layout } from '../../../site/lab/page/space-time/layout.ts';
import { explained, itemsOf } from '../../../site/lab/page/space-time/walk.ts';
import type { SpaceTime } from '../../../site/lab/space-time.ts';
import { guideLab, redisLab } from '../../support/labs.ts';
import { played } from '../../support/played.ts';

const visit = (at: number, host: string, path: string): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});
const power = (at: number, host: string, event: 'crash' | 'start' | 'hang' | 'resume'): Planned => ({
  at,
  action: { kind: 'power', host, event },
});
const link = (at: number, from: string, to: string, event: 'cut' | 'mend'): Planned => ({
  at,
  action: { kind: 'link', from, to, event },
});

const around = (recording: Recording, moment: number, most: number) =>
  spaceTimeOf({ recording, boot: [], start: BOOTED_AT }, { around: moment, most });
const whole = (recording: Recording) => around(recording, recording.now - BOOTED_AT, 1e6);
const shortly = ({ messages }: SpaceTime) =>
  messages.map(
    ({ from, to, text, type, end }) => `${from} > ${to}: ${text || type}${end === 'arrived' ? '' : ` (${end})`}`,
  );

/** Twenty visits of two visitors while a Tomcat dies, comes back, and is frozen. */
const eventful = () =>
  played(
    redisLab(),
    [
      visit(0, 'A', '/login?user=zhang'),
      visit(3, 'B', '/login?user=li'),
      ...Array.from({ length: 18 }, (_, i) => visit(1000 + i * 900, i % 2 ? 'A' : 'B', '/count')),
      power(4000, 'tomcat1', 'crash'),
      power(7000, 'tomcat1', 'start'),
      power(12_000, 'tomcat2', 'hang'),
      power(14_000, 'tomcat2', 'resume'),
    ],
    20_000,
  );

describe('what a space-time diagram is drawn from', () => {
  test('every message of a page, in its own words, Redis commands and replies as well', () => {
    const run = played(redisLab(), [visit(0, 'A', '/login?user=zhang'), visit(1000, 'A', '/whoami')], 2000);
    const words = shortly(whole(run)).map((line) => line.replaceAll(/…\w{4}/g, '…'));
    expect(words).toEqual([
      'A > nginx: GET /login?user=zhang HTTP/1.1',
      'nginx > tomcat1: GET /login?user=zhang HTTP/1.0',
      'tomcat1 > redis: SETNX … null',
      'redis > tomcat1: (integer) 1',
      'tomcat1 > redis: SET … <400 B>',
      'redis > tomcat1: OK',
      'tomcat1 > redis: EXPIRE … 1800',
      'redis > tomcat1: (integer) 1',
      'tomcat1 > redis: SET … <415 B>',
      'redis > tomcat1: OK',
      'tomcat1 > redis: EXPIRE … 1800',
      'redis > tomcat1: (integer) 1',
      'tomcat1 > nginx: 200 OK',
      'nginx > A: 200 OK',
      'A > nginx: GET /whoami HTTP/1.1',
      'nginx > tomcat1: GET /whoami HTTP/1.0',
      'tomcat1 > redis: GET …',
      'redis > tomcat1: <415 B>',
      'tomcat1 > redis: EXPIRE … 1800',
      'redis > tomcat1: (integer) 1',
      'tomcat1 > nginx: 200 OK',
      'nginx > A: 200 OK',
    ]);
  });

  test('a message to a killed Tomcat is taken by nobody, one over a cut link is lost', () => {
    const plan = [
      power(0, 'tomcat1', 'crash'),
      link(0, 'nginx', 'tomcat2', 'cut'),
      visit(100, 'A', '/'),
      visit(200, 'B', '/'),
    ];
    expect(shortly(whole(played(guideLab(), plan, 3000)))).toEqual([
      'A > nginx: GET / HTTP/1.1',
      'nginx > tomcat1: GET / HTTP/1.0 (untaken)',
      'tomcat1 > nginx: refused',
      'nginx > tomcat2: SYN (lost)',
      'B > nginx: GET / HTTP/1.1',
      'nginx > tomcat2: SYN (lost)',
    ]);
  });

  test('what a cut has swallowed comes again when the link is mended', () => {
    const plan = [link(0, 'A', 'nginx', 'cut'), visit(100, 'A', '/'), link(500, 'A', 'nginx', 'mend')];
    expect(shortly(whole(played(guideLab(), plan, 3000))).slice(0, 4)).toEqual([
      'A > nginx: SYN (lost)',
      'A > nginx: SYN',
      'nginx > A: SYN-ACK',
      'A > nginx: GET / HTTP/1.1',
    ]);
  });

  test('what is still on its way when the window ends', () => {
    const run = played(guideLab(), [visit(0, 'A', '/')], 1);
    expect(shortly(whole(run))).toEqual(['A > nginx: GET / HTTP/1.1', 'nginx > tomcat1: GET / HTTP/1.0 (under way)']);
  });

  test('the lives of the programs, and of a visitor who leaves', () => {
    const plan = [
      power(1000, 'tomcat1', 'hang'),
      power(2000, 'tomcat1', 'crash'),
      { at: 3000, action: { kind: 'leave', host: 'B' } } as const,
    ];
    const { lives } = whole(played(guideLab(), plan, 4000));
    const of = (wanted: string) => lives.filter(({ host }) => host === wanted).map(({ from, state }) => [from, state]);
    expect(of('tomcat1')).toEqual([
      [0, 'running'],
      [1000, 'hung'],
      [2000, 'crashed'],
    ]);
    expect(of('B')).toEqual([
      [0, 'here'],
      [3000, 'gone'],
    ]);
    expect(of('nginx')).toEqual([[0, 'running']]);
  });

  test('a window holds about as many notes as asked for, around its moment, and says whether there is more', () => {
    const run = eventful();
    const all = whole(run);
    const told = run.notes.slice().filter(isTold);
    expect(all.happenings.flatMap(({ notes }) => notes)).toHaveLength(told.length);
    expect([all.earlier, all.later]).toEqual([false, false]);
    const middle = around(run, 9000, 60);
    expect([middle.earlier, middle.later]).toEqual([true, true]);
    expect(middle.from).toBeLessThan(9000);
    expect(middle.until).toBeGreaterThan(9000);
    const inside = middle.happenings.flatMap(({ notes }) => notes);
    expect(inside.length).toBeGreaterThanOrEqual(60);
    expect(inside.length).toBeLessThan(110);
    // A window shows what the whole shows there: nothing is missing between its edges.
    const between = ({ at }: { at: number }) => at > middle.from && at <= middle.until;
    expect(middle.happenings).toEqual(all.happenings.filter(between));
    const arrived = ({ messages }: SpaceTime) => messages.filter((one) => between(one) && one.end === 'arrived');
    expect(arrived(middle)).toEqual(arrived(all));
  });

  test('the end of a run of thousands of requests is shown by itself', () => {
    const plan = Array.from({ length: 3000 }, (_, i) => visit(i * 10, i % 2 ? 'A' : 'B', '/whoami'));
    const run = played(guideLab(), plan, 31_000);
    const { messages, from } = around(run, 29_900, 150);
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.length).toBeLessThan(300);
    expect(from).toBeGreaterThan(29_000);
  });
});

const overlap = (a: Label, b: Label) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < 12;

const captions = { tag: ({ mark }: { mark: string }) => (mark === 'plain' ? '' : mark), state: () => 'down' };
const drawn = (data: SpaceTime, room = 900): Diagram => layout(data, room, data.until, captions);

describe('the layout', () => {
  const labelsOf = ({ arrows, points, lines }: Diagram): Label[] =>
    [...arrows, ...points, ...lines].flatMap(({ label }) => label ?? []);

  test('draws each message once, down and from line to line; nothing of the same time apart', () => {
    const data = whole(eventful());
    const { arrows, columns } = drawn(data);
    expect(arrows.map(({ travel }) => travel)).toEqual(data.messages);
    const xOf = (wanted: string) => columns.find(({ host }) => host === wanted)?.x;
    for (const { travel, x1, x2, y1, y2 } of arrows) {
      expect([x1, x2]).toEqual([xOf(travel.from), xOf(travel.to)]);
      expect(y2).toBeGreaterThan(y1);
    }
    const ys = new Map(arrows.map(({ travel, y1 }) => [travel.sentAt, y1]));
    for (const { travel, y2 } of arrows) if (ys.has(travel.at)) expect(y2).toBe(ys.get(travel.at));
  });

  test('no two texts overlap, and none is cut off at the edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1600 }), fc.integer({ min: 10, max: 300 }), (room, most) => {
        const diagram = drawn(around(eventfulOnce, 9000, most), room);
        const labels = labelsOf(diagram);
        const outside = labels.filter(({ x, width }) => x - width / 2 < 0 || x + width / 2 > diagram.width);
        const overlapping = labels.filter((a, i) => labels.slice(i + 1).some((b) => overlap(a, b)));
        expect([outside, overlapping]).toEqual([[], []]);
      }),
      { numRuns: 25 },
    );
  });

  test('most messages have their words beside them', () => {
    const { arrows } = drawn(whole(eventfulOnce), 1100);
    expect(arrows.filter(({ label }) => label).length / arrows.length).toBeGreaterThan(0.85);
  });

  test('time goes down, and where nothing happens it is cut out and marked', () => {
    const run = played(guideLab(), [visit(0, 'A', '/'), visit(600_000, 'A', '/'), visit(600_900, 'A', '/')], 601_200);
    const { gaps, height, ticks } = drawn(whole(run));
    expect(gaps.map(({ ms }) => Math.round(ms / 1000))).toEqual([600]);
    expect(height).toBeLessThan(700);
    expect(ticks.map(({ y }) => y)).toEqual(ticks.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  test('a crash breaks the line of its host, from then until it is started', () => {
    const run = played(guideLab(), [power(1000, 'tomcat1', 'crash'), power(1500, 'tomcat1', 'start')], 9000);
    const { lines, points } = drawn(whole(run));
    const own = lines.filter(({ host }) => host === 'tomcat1');
    expect(own.map(({ look }) => look)).toEqual(['up', 'down', 'turning', 'up']);
    expect(own.slice(1).map(({ y1 }) => y1)).toEqual(own.slice(0, -1).map(({ y2 }) => y2));
    expect(points.filter(({ happening }) => happening.host === 'tomcat1' && happening.mark === 'fault')).toHaveLength(
      3,
    );
  });

  test('a lost message ends on its way', () => {
    const run = played(guideLab(), [link(0, 'A', 'nginx', 'cut'), visit(10, 'A', '/')], 1000);
    const { arrows, columns } = drawn(whole(run));
    const [from, to] = ['A', 'nginx'].map((wanted) => columns.find(({ host }) => host === wanted)?.x ?? 0) as [
      number,
      number,
    ];
    expect(arrows).toMatchObject([{ x1: from, x2: (from + to) / 2, travel: { end: 'lost' } }]);
  });

  test('what a walk through the diagram explains is everything that was told, in the order of time', () => {
    const data = whole(eventfulOnce);
    const items = itemsOf(drawn(data));
    const told = new Set(items.flatMap((item) => explained(item, data).map(({ serial }) => serial)));
    expect(eventfulOnce.notes.slice().filter((note, serial) => isTold(note) && !told.has(serial))).toEqual([]);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(items).toHaveLength(new Set(items.map(({ key }) => key)).size);
  });
});

const eventfulOnce = eventful();
