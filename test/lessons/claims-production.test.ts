// What the lesson on going to production says must be what the simulator does: each claim is played.
import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import { pageOf } from '../../lessons/judge.ts';
import { login, power, type as typed, visit } from '../../lessons/lab.ts';
import {
  boot,
  type Note,
  type Planned,
  startFailuresOf,
  type VisitStory,
  type World,
  withFiles,
} from '../../simulator/index.ts';
import { LATENCY } from '../../site/lab/latency.ts';
import { labOf, play } from './play.ts';

const whoami = (at: number, name: string) => visit(at, name, '/whoami');
const took = ({ notes }: VisitStory) => notes.flatMap((note) => (note.kind === 'answered' ? [note.took] : []))[0] ?? 0;
const ports = (visits: VisitStory[]) => visits.map(({ upstreamAddr }) => upstreamAddr.replaceAll('127.0.0.1:', ''));
const statuses = (visits: VisitStory[]) => visits.map(({ status }) => status);
const terminal = (notes: Note[]) => notes.flatMap((note) => (note.kind === 'terminal' ? note.lines : []));

function screenOf(world: World): string[] {
  const window = world.hosts.get('terminal1');
  return window?.kind === 'terminal' ? window.screen.flatMap((line) => ('text' in line ? [line.text] : [])) : [];
}

describe('to-production', () => {
  const stranger = './redis-3.2.1/src/redis-cli -h 192.168.25.128 -a 123456';

  test('a stranger reads the id of a session, and is whoever it belongs to', async () => {
    const lab = await labOf('to-production');
    const { world, visits } = play(lab, [login(0, 'A'), typed(1000, `${stranger} keys '*'`)]);
    const id = /sid=(\w+)/.exec(pageOf(visits[0] as VisitStory))?.[1] ?? '';
    expect(screenOf(world).at(-1)).toBe(`1) "${id}"`);
    const thief = `curl -s -b "JSESSIONID=${id}" http://localhost/whoami`;
    expect(screenOf(play(lab, [login(0, 'A'), typed(1000, thief)]).world).at(-1)).toMatch(/^user=zhang /);
  });

  test('one who hangs is asked for a minute, then the other; again once ten seconds are over', async () => {
    const { visits, notes } = play(
      await labOf('to-production'),
      [
        login(0, 'A'),
        login(500, 'B'),
        power(1000, 'tomcat2', 'hang'),
        whoami(2000, 'B'),
        whoami(65_000, 'B'),
        whoami(80_000, 'B'),
      ],
      70_000,
    );
    expect(ports(visits)).toEqual(['8080', '8081', '8081, 8080', '8080', '8081, 8080']);
    expect(visits.slice(2).map((one) => Math.round(took(one) / 1000))).toEqual([60, 0, 60]);
    expect(visits.slice(2).map(({ login }) => login)).toEqual(Array(3).fill('login-kept'));
    expect(statuses(visits)).toEqual(Array(5).fill(200));
    const errors = notes.flatMap((note) => (note.kind === 'error-log' ? [`${note.message} while ${note.action}`] : []));
    expect(errors[0]).toBe(
      'upstream timed out (110: Connection timed out) while reading response header from upstream',
    );
  });

  test('the nginx of this lab does not know sticky, and the old configuration goes on', async () => {
    const lab = await labOf('to-production');
    const text = lab.nginx.files['nginx.conf']?.replace('ip_hash;', 'sticky cookie srv_id expires=1h;') ?? '';
    const { visits, notes } = play(lab, [
      { at: 0, action: { kind: 'edit', host: 'nginx', file: 'nginx.conf', text } } satisfies Planned,
      power(1000, 'nginx', 'reload'),
      login(2000, 'A'),
    ]);
    expect(terminal(notes)).toContain('nginx: [emerg] unknown directive "sticky" in nginx.conf:6');
    expect(statuses(visits)).toEqual([200]);
  });

  test.each([undefined, LATENCY])(
    'two pages slower than the time-out are 504 and 502, and then everybody gets 502 for about ten seconds (%s)',
    async (latency) => {
      const slow = '/sleep?ms=15000';
      const plan = [login(0, 'A'), login(8000, 'B'), visit(20_000, 'A', slow), visit(22_000, 'B', slow)];
      const looks = [33_000, 39_000, 44_000].map((at) => whoami(at, 'B'));
      const { visits, notes } = play(await labOf('to-production', 'solution'), [...plan, ...looks], 15_000, latency);
      expect(statuses(visits)).toEqual([200, 200, 504, 502, 502, 502, 200]);
      expect(ports(visits).slice(2, 5)).toEqual(['8080, 8081', '8081, backserver', 'backserver']);
      const errors = notes.flatMap((note) => (note.kind === 'error-log' ? [note.message] : []));
      expect(errors).toContain('no live upstreams');
      const patient = play(await labOf('to-production'), plan, 20_000, latency);
      expect(statuses(patient.visits)).toEqual([200, 200, 200, 200]);
    },
  );

  test('in a lab on a page, a login takes more than six seconds', async () => {
    const { visits } = play(await labOf('to-production'), [login(0, 'A')], 15_000, LATENCY);
    expect(visits.map((one) => Math.floor(took(one) / 1000))).toEqual([6]);
  });

  test('the cookie is not kept from plain HTTP', async () => {
    const { world } = play(await labOf('to-production'), [typed(0, 'curl -sI http://localhost/login')]);
    const cookie = screenOf(world).find((line) => line.startsWith('Set-Cookie'));
    expect(cookie).toContain('HttpOnly');
    expect(cookie).not.toContain('Secure');
  });

  test('whoever empties Redis logs A out, as long as the password is the guide’s', async () => {
    const [flushed] = (await exerciseOf('to-production')).predictions;
    const fate = async (variant: string) =>
      play(await labOf('to-production', variant), flushed?.plan ?? []).visits.at(-1)?.login;
    expect([await fate('start'), await fate('solution')]).toEqual(['login-lost', 'login-kept']);
  });

  test('on Tomcat 10 the shop does not start with the guide’s jars', async () => {
    const { lab } = await exerciseOf('to-production/transfer');
    const started: Note[] = [];
    const old = withFiles(lab, filesOf('to-production/transfer', 'start'));
    const world = boot(old, (note) => started.push(note));
    expect(startFailuresOf(started).map(({ host, message }) => [host, message])).toEqual(
      ['tomcat1', 'tomcat2'].map((host) => [
        host,
        'java.lang.NoClassDefFoundError: org/apache/catalina/util/LifecycleSupport',
      ]),
    );
    expect(world.hosts.get('tomcat1')).toMatchObject({ kind: 'tomcat', state: 'running' });
    expect(statuses(play(old, [login(0, 'A')]).visits)).toEqual([404]);
  });
});
