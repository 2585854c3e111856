import { expect, test } from 'vitest';
import { hashMapOrder, javaHash } from '../../../simulator/tomcat/java/value.ts';
import { browser, restart, running, saved } from './lab.ts';

const sessions = (lab: ReturnType<typeof running>) => lab.tomcat('t1').webapps.get('')?.sessions.size;

test('a session begins only where the servlet asks for one, with 32 upper-case hexadecimal digits as its id', () => {
  const lab = running();
  const visitor = browser(lab);
  visitor.get('/hello');
  visitor.get('/whoami');
  expect(sessions(lab)).toBe(0);
  visitor.get('/index');
  expect(visitor.cookie()).toMatch(/^JSESSIONID=[0-9A-F]{32}$/);
  expect(sessions(lab)).toBe(1);
});

test('an id that this Tomcat does not know is never taken over', () => {
  const lab = running();
  const stranger = 'JSESSIONID=0123456789ABCDEF0123456789ABCDEF';
  const reply = lab.reply(lab.send(8080, 'GET', '/index', stranger));
  expect(JSON.stringify(reply)).toMatch(/Set-Cookie","JSESSIONID=/);
  expect(JSON.stringify(reply)).not.toContain('0123456789ABCDEF');
});

test('a session lives as long as requests with its cookie come in time, then it is gone', () => {
  const lab = running();
  const visitor = browser(lab);
  visitor.get('/login?user=zhang');
  for (let minutes = 0; minutes < 60; minutes += 20) {
    lab.wait(20 * 60_000);
    expect(visitor.get('/hello')).toContain('hello');
  }
  expect(visitor.get('/whoami')).toMatch(/^user=zhang /);
  lab.wait(30 * 60_000 + 1000);
  expect(visitor.get('/whoami')).toMatch(/^no session/);
});

test('the background thread takes expired sessions out of memory, though nobody asks', () => {
  const lab = running();
  browser(lab).get('/timeout?s=70');
  lab.wait(60_000);
  expect(sessions(lab)).toBe(1);
  lab.wait(120_000);
  expect(sessions(lab)).toBe(0);
  expect(lab.world.queue).toEqual([]);
});

test('two requests of one session at once lose an increment', () => {
  const lab = running();
  const visitor = browser(lab);
  visitor.get('/count');
  const chains = [1, 2].map(() => lab.send(8080, 'GET', '/count?slow=800', visitor.cookie()));
  for (const chain of chains) expect(JSON.stringify(lab.reply(chain))).toContain('count=2');
  expect(visitor.get('/count')).toMatch(/^count=3 /);
});

test('the id travels in the URL for who has no cookie', () => {
  const lab = running();
  const visitor = browser(lab);
  const [, id] = /;jsessionid=(\w+)/.exec(visitor.get('/encode')) ?? [];
  expect(browser(lab).get(`/index;jsessionid=${id}`)).toBe(`user=null sid=${id} new=false`);
});

test.each([
  ['7.0.69', 'stop', {}, true],
  ['7.0.69', 'crash', {}, false],
  ['10.1.60', 'stop', {}, false],
  ['10.1.60', 'stop', saved, true],
  ['10.1.60', 'crash', saved, false],
] as const)('Tomcat %s, %s, %j: the login survives: %s', (version, how, files, kept) => {
  const lab = running({ version, files });
  const visitor = browser(lab);
  visitor.get('/login?user=zhang');
  restart(lab, how);
  expect(visitor.get('/whoami')).toMatch(kept ? /^user=zhang / : /^no session/);
  expect([...lab.tomcat('t1').disk.keys()]).toEqual([]);
});

test('one attribute that cannot be serialized costs the sessions behind it in SESSIONS.ser', () => {
  const lab = running({ files: saved });
  const visitors = [1, 2, 3, 4, 5, 6].map(() => browser(lab));
  for (const [index, visitor] of visitors.entries()) visitor.get(`/login?user=u${index}`);
  const ids = visitors.map((visitor) => visitor.cookie()?.split('=')[1] ?? '');
  const order = hashMapOrder(ids);
  const third = order[2] ?? '';
  visitors[ids.indexOf(third)]?.get('/put?class=Wrapper');
  restart(lab);
  const known = visitors.map((visitor) => visitor.get('/attrs').startsWith('attrs={user='));
  expect(order.map((id) => known[ids.indexOf(id)])).toEqual([true, true, true, false, false, false]);
});

test('hash codes are those of java.lang.String, and order follows the bins of a ConcurrentHashMap', () => {
  expect(javaHash('hello')).toBe(99162322);
  expect(javaHash('SESSIONS.ser')).toBe(
    'SESSIONS.ser'.split('').reduce((hash, char) => (31 * hash + char.charCodeAt(0)) | 0, 0),
  );
  // 'Aa' and 'BB' have one hash code; they keep their order in the bin.
  expect(hashMapOrder(['BB', 'a', 'Aa'])).toEqual(
    ['BB', 'Aa', 'a'].sort((x, y) => (javaHash(x) & 15) - (javaHash(y) & 15)),
  );
});

test('Tomcat 7 reads parameters as ISO-8859-1, 10.1 as UTF-8', () => {
  const path = `/login?user=${encodeURIComponent('张')}`;
  expect(browser(running()).get(path)).toMatch(/^logged in user=张 /);
  expect(browser(running({ version: '7.0.69' })).get(path)).toMatch(/^logged in user=å¼\xa0 /);
});
