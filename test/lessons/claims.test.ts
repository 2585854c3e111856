// What the lessons' prose says must be what the simulator does: each claim is played.
import { expect, test } from 'vitest';
import { login, power, visit } from '../../lessons/lab.ts';
import {
  type Lab,
  type LabVisitor,
  type Note,
  type Planned,
  type VisitStory,
  withFiles,
} from '../../simulator/index.ts';
import { labOf, play } from './play.ts';

const whoami = (at: number, name: string) => visit(at, name, '/whoami');
const edit = (at: number, text: string): Planned => ({
  at,
  action: { kind: 'edit', host: 'nginx', file: 'nginx.conf', text },
});
const reload = (at: number) => power(at, 'nginx', 'reload');

const confOf = (lab: Lab): string => lab.nginx.files['nginx.conf'] ?? '';

const withConf = (lab: Lab, change: (conf: string) => string): Lab =>
  withFiles(lab, { nginx: { 'nginx.conf': change(confOf(lab)) } });

const terminal = (notes: Note[]) => notes.flatMap((note) => (note.kind === 'terminal' ? note.lines : []));
const errors = (notes: Note[]) => notes.flatMap((note) => (note.kind === 'error-log' ? [note.message] : []));
const ports = (visits: VisitStory[]) => visits.map(({ upstreamAddr }) => upstreamAddr.replaceAll('127.0.0.1:', ''));
const byVisitor = (visits: VisitStory[], name: string) => visits.filter(({ visitor }) => visitor === name);

const block = 'upstream backserver {\n    server localhost:8080;\n    server localhost:8081;\n}\n';

test('two-tomcats: the guide’s block on top is refused, and the old configuration goes on answering 502', async () => {
  const lab = await labOf('two-tomcats');
  const { visits, notes } = play(lab, [
    whoami(0, 'A'),
    edit(1000, block + confOf(lab)),
    reload(2000),
    whoami(3000, 'A'),
  ]);
  expect(visits.map(({ status }) => status)).toEqual([502, 502]);
  expect(ports(visits)).toEqual(['8090', '8090']);
  expect(errors(notes)).toContain('connect() failed (111: Connection refused)');
  expect(terminal(notes)).toContain('nginx: [emerg] "upstream" directive is not allowed here in nginx.conf:1');
});

test('two-tomcats: alone, A is recognised by every other page; the home page makes the login disappear for good', async () => {
  const lab = await labOf('two-tomcats', 'solution');
  const { visits } = play(lab, [login(0, 'A'), ...[1, 2, 3, 4].map((s) => whoami(s * 1000, 'A'))]);
  expect(ports(visits)).toEqual(['8080', '8081', '8080', '8081', '8080']);
  expect(visits.map(({ login }) => login)).toEqual(['logged-in', 'login-lost', 'logged-in', 'login-lost', 'logged-in']);
  const home = play(lab, [
    login(0, 'A'),
    visit(1000, 'A', '/index'),
    ...[2, 3, 4, 5].map((s) => whoami(s * 1000, 'A')),
  ]);
  expect(home.visits.slice(1).map(({ login }) => login)).not.toContain('logged-in');
});

test('two-tomcats: weight 3 against 1 is dealt out smoothly', async () => {
  const lab = withConf(await labOf('two-tomcats', 'solution'), (conf) => conf.replace(':8080;', ':8080 weight=3;'));
  expect(
    ports(
      play(
        lab,
        [0, 1, 2, 3].map((s) => whoami(s * 1000, 'A')),
      ).visits,
    ),
  ).toEqual(['8080', '8080', '8081', '8080']);
});

const everybody = ['A', 'B', 'C'].map((name, i) => login(i * 100, name));

test('ip-hash: A and C go to 8080 and B to 8081, in any order; by the whole address A and B change places', async () => {
  const lab = await labOf('ip-hash', 'solution');
  expect(ports(play(lab, everybody).visits)).toEqual(['8080', '8081', '8080']);
  const inOtherOrder = ['C', 'B', 'A'].map((name, i) => login(i * 100, name));
  expect(ports(play(lab, inOtherOrder).visits)).toEqual(['8080', '8081', '8080']);
  const wholeAddress = withConf(lab, (conf) => conf.replace('ip_hash', 'hash $remote_addr'));
  expect(ports(play(wholeAddress, everybody).visits)).toEqual(['8081', '8080', '8080']);
});

test('ip-hash: the sum that the lesson does by hand is the one in the notes', async () => {
  const { notes } = play(await labOf('ip-hash', 'solution'), everybody);
  const picks = notes.flatMap((note) => (note.kind === 'picked' ? [JSON.stringify(note.trace)] : []));
  expect(picks[0]).toContain('2592');
  expect(picks[1]).toContain('6255');
});

test('ip-hash: where localhost is two addresses, a line is two servers', async () => {
  const lab: Lab = { ...(await labOf('ip-hash')), localhost: ['::1', '127.0.0.1'] };
  const { visits } = play(
    lab,
    [0, 1, 2, 3].map((s) => whoami(s * 1000, 'A')),
  );
  expect(visits.map(({ upstreamAddr }) => upstreamAddr)).toEqual([
    '[::1]:8080',
    '127.0.0.1:8080',
    '[::1]:8081',
    '127.0.0.1:8081',
  ]);
});

test('ip-hash: nginx 1.22.1 does not know sticky', async () => {
  const lab = await labOf('ip-hash');
  const { notes } = play(lab, [
    edit(0, confOf(lab).replace('server localhost', 'sticky cookie srv;\nserver localhost')),
    reload(1000),
  ]);
  expect(terminal(notes).join('\n')).toContain('unknown directive "sticky"');
});

test('failover: A sees 200 and is logged out, B sees nothing; the come-back logs A out once more', async () => {
  const { visits, notes } = play(await labOf('failover'), [
    login(0, 'A'),
    login(100, 'B'),
    power(2000, 'tomcat1', 'crash'),
    whoami(4000, 'A'),
    whoami(4200, 'B'),
    login(5000, 'A'),
    power(6000, 'tomcat1', 'start'),
    whoami(14_900, 'A'),
    whoami(15_000, 'A'),
  ]);
  expect(visits.every(({ status }) => status === 200)).toBe(true);
  const a = byVisitor(visits, 'A');
  expect(ports(a)).toEqual(['8080', '8080, 8081', '8081', '8081', '8080']);
  expect(a.map(({ login }) => login)).toEqual(['logged-in', 'login-lost', 'logged-in', 'login-kept', 'login-lost']);
  expect(byVisitor(visits, 'B').map(({ login }) => login)).toEqual(['logged-in', 'login-kept']);
  expect(errors(notes)).toEqual(['connect() failed (111: Connection refused)']);
});

test('failover: that a server is set aside stands in error.log from level warn on', async () => {
  const plan = [power(0, 'tomcat1', 'crash'), whoami(1000, 'A')];
  const lab = withConf(await labOf('failover'), (conf) => `error_log error.log warn;\n${conf}`);
  expect(errors(play(lab, plan).notes)).toEqual([
    'connect() failed (111: Connection refused)',
    'upstream server temporarily disabled',
  ]);
});

test('failover: backup is refused with ip_hash; down sends B to 8080', async () => {
  const lab = await labOf('failover');
  const second = (parameter: string) => confOf(lab).replace(':8081;', `:8081 ${parameter};`);
  const { visits, notes } = play(lab, [
    edit(0, second('backup')),
    reload(100),
    login(1000, 'B'),
    edit(2000, second('down')),
    reload(2100),
    login(3000, 'A'),
    whoami(4000, 'B'),
  ]);
  expect(terminal(notes)).toContain(
    'nginx: [emerg] balancing method does not support parameter "backup" in nginx.conf:8',
  );
  expect(ports(visits)).toEqual(['8081', '8080', '8080']);
});

test('failover: of 256 networks 171 are not on the third server; down moves none of them, deleting its line 86', async () => {
  const networks: LabVisitor[] = Array.from({ length: 256 }, (_, i) => ({
    name: `N${i}`,
    address: `10.0.${i}.1`,
    cookies: true,
  }));
  const lab = { ...(await labOf('failover')), visitors: networks };
  const picks = (lines: string) => {
    const conf = (text: string) => text.replace(/server localhost[^}]*/, lines);
    const { notes } = play(
      withConf(lab, conf),
      networks.map(({ name }, i) => whoami(i * 10, name)),
    );
    return notes.flatMap((note) =>
      note.kind === 'picked' && note.candidates.every(({ state }) => state !== 'tried') ? [note.to] : [],
    );
  };
  const [first, second, third] = ['8080', '8081', '8082'].map((port) => `server 127.0.0.1:${port} max_fails=0;\n`);
  const all = picks(`${first}${second}${third}`);
  const staying = all.flatMap((to, i) => (to.endsWith(':8082') ? [] : [i]));
  expect(all).toHaveLength(256);
  expect(staying).toHaveLength(171);
  const moved = (now: string[]) => staying.filter((i) => now[i] !== all[i]).length;
  expect(moved(picks(`${first}${second}${third?.replace(';', ' down;')}`))).toBe(0);
  expect(moved(picks(`${first}${second}`))).toBe(86);
});

test('failover: the price of a long pause is a 502 although tomcat1 is back', async () => {
  const { visits, notes } = play(await labOf('failover', 'solution'), [
    power(0, 'tomcat1', 'crash'),
    whoami(1000, 'A'),
    power(2000, 'tomcat1', 'start'),
    power(20_000, 'tomcat2', 'crash'),
    whoami(30_000, 'A'),
    reload(31_000),
    whoami(32_000, 'A'),
  ]);
  expect(visits.map(({ status }) => status)).toEqual([200, 502, 200]);
  expect(errors(notes)).toContain('no live upstreams');
});

const minutes = (count: number) => count * 60_000;

test('one-tomcat: A is forgotten after two minutes; the cookie comes with the home page and stays at the login', async () => {
  const lab = await labOf('one-tomcat');
  const away = play(lab, [login(0, 'A'), whoami(1000, 'A'), whoami(minutes(2) + 1000, 'A')]);
  expect(away.visits.map(({ login }) => login)).toEqual(['logged-in', 'login-kept', 'login-lost']);
  const { notes } = play(lab, [whoami(0, 'A'), visit(1000, 'A', '/index'), login(2000, 'A')]);
  const cookies = notes.flatMap((note) => (note.kind === 'answered' ? [note.setCookie] : []));
  expect(cookies).toEqual([
    undefined,
    expect.stringMatching(/^JSESSIONID=[0-9A-F]{32}; Path=\/; HttpOnly$/),
    undefined,
  ]);
});

test('one-tomcat: with a timeout of two minutes, a request every minute and a half keeps the session', async () => {
  const lab = await labOf('one-tomcat');
  const two = (lab.tomcats[0]?.files['conf/web.xml'] ?? '').replace('>1<', '>2<');
  const { visits } = play(withFiles(lab, { tomcat1: { 'conf/web.xml': two } }), [
    login(0, 'A'),
    whoami(minutes(1.5), 'A'),
    whoami(minutes(3), 'A'),
  ]);
  expect(visits.map(({ login }) => login)).toEqual(['logged-in', 'login-kept', 'login-kept']);
});

test('restart: the old Tomcat keeps its sessions over a graceful stop, the new one does not; kill -9 loses both', async () => {
  const lab = await labOf('restart');
  const after = (event: 'stop' | 'crash') => {
    const { visits, notes } = play(lab, [
      login(0, 'A'),
      login(100, 'B'),
      power(2000, 'tomcat1', event),
      power(2000, 'tomcat2', event),
      power(10_000, 'tomcat1', 'start'),
      power(10_000, 'tomcat2', 'start'),
      whoami(20_000, 'A'),
      whoami(20_100, 'B'),
    ]);
    return {
      logins: visits.slice(2).map(({ login }) => login),
      saved: notes.some(({ kind }) => kind === 'sessions-saved'),
    };
  };
  expect(after('stop')).toEqual({ logins: ['login-kept', 'login-lost'], saved: true });
  expect(after('crash')).toEqual({ logins: ['login-lost', 'login-lost'], saved: false });
});

const sharedFolder = (manager: string, valve = '') =>
  `<Context>${valve}<Manager className="org.apache.catalina.session.PersistentManager" ${manager}><Store className="org.apache.catalina.session.FileStore" directory="/shared/sessions"/></Manager></Context>`;

const withContext = (lab: Lab, context: string): Lab =>
  withFiles(lab, { tomcat1: { 'conf/context.xml': context }, tomcat2: { 'conf/context.xml': context } });

const turns = (lab: Lab): Lab => withConf(lab, (conf) => conf.replace('ip_hash;', ''));

test('shared-store: after a kill -9 A is a stranger; after an orderly stop the other Tomcat finds the session in the store', async () => {
  const lab = await labOf('shared-store');
  const after = (event: 'stop' | 'crash') => {
    const { visits, notes } = play(lab, [
      login(0, 'A'),
      whoami(1000, 'A'),
      power(2000, 'tomcat1', event),
      whoami(9000, 'A'),
    ]);
    return [visits.at(-1)?.login, notes.some((note) => note.kind === 'session-fetched' && note.host === 'tomcat2')];
  };
  expect(after('crash')).toEqual(['login-lost', false]);
  expect(after('stop')).toEqual(['login-kept', true]);
});

test('shared-store: by turns, a shared folder alone shares nothing; a backup makes two sessions of one id; the valve shares', async () => {
  const lab = turns(await labOf('shared-store'));
  const logins = (context: string, plan: Planned[]) =>
    play(withContext(lab, context), plan).visits.map(({ login }) => login);
  const plan = [login(0, 'A'), whoami(1000, 'A'), whoami(2000, 'A')];
  expect(logins(sharedFolder(''), plan)).toEqual(['logged-in', 'login-lost', 'logged-in']);
  expect(logins(sharedFolder('', '<Valve className="org.apache.catalina.valves.PersistentValve"/>'), plan)).toEqual([
    'logged-in',
    'login-kept',
    'login-kept',
  ]);
  const { visits, notes } = play(withContext(lab, sharedFolder('maxIdleBackup="0" processExpiresFrequency="1"')), [
    login(0, 'A'),
    ...[15, 16, 17, 18].map((s) => visit(s * 1000, 'A', '/count')),
  ]);
  const counts = notes.flatMap((note) => (note.kind === 'answered' ? (/count=(\d+)/.exec(note.body)?.[1] ?? []) : []));
  expect(ports(visits)).toEqual(['8080', '8081', '8080', '8081', '8080']);
  expect(counts).toEqual(['1', '1', '2', '2']);
});

test('shared-store: with a backup after 30 idle seconds, a login that was just made is lost in a crash', async () => {
  const lab = await labOf('shared-store', 'solution');
  const { visits } = play(lab, [login(0, 'A'), power(1000, 'tomcat1', 'crash'), whoami(5000, 'A')]);
  expect(visits.at(-1)?.login).toBe('login-lost');
});
