import { describe, expect, test } from 'vitest';
import { browser } from './lab.ts';
import { clientsOf, namesOf, ports, statusOf, withRedis } from './redis-lab.ts';

describe('a login in Redis', () => {
  test('is known on the other Tomcat, and outlives the one that made it', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/login?user=zhang');
    lab.power('t1', 'crash');
    const asked = lab.send(ports.t2.http, 'GET', '/whoami', visitor.cookie());
    const reply = lab.reply(asked);
    expect('response' in reply && reply.response.body).toMatch(/^user=zhang /);
  });

  test('costs Redis two commands when a page only reads it', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/login?user=zhang');
    namesOf(lab);
    visitor.get('/whoami');
    expect(namesOf(lab)).toEqual(['GET', 'EXPIRE']);
  });
});

test.each(['constructor', '__proto__', 'toString'])('an attribute may be called %s', (name) => {
  const lab = withRedis();
  const visitor = browser(lab);
  visitor.get('/login?user=zhang');
  visitor.get(`/set?k=${name}&v=kept`);
  expect(visitor.get('/attrs')).toContain(`${name}=kept`);
});

describe('the pool of connections', () => {
  test('has eight at most: who comes later waits', () => {
    const lab = withRedis();
    const chains = Array.from({ length: 12 }, () => lab.send(8080, 'GET', '/index'));
    expect(chains.map((chain) => statusOf(lab, chain))).toEqual(Array(12).fill(200));
    expect(clientsOf(lab)).toHaveLength(8);
  });

  test('lends the one that came back last', () => {
    const lab = withRedis();
    for (const chain of [1, 2].map(() => lab.send(8080, 'GET', '/index'))) lab.reply(chain);
    const [last] = lab.tomcat('t1').webapps.get('')?.redis?.idle ?? [];
    const visitor = browser(lab);
    visitor.get('/index');
    expect(lab.tomcat('t1').webapps.get('')?.redis?.idle[0]).toBe(last);
    expect(clientsOf(lab)).toHaveLength(2);
  });

  test('gives up after maxWaitMillis', () => {
    const lab = withRedis('connectionPoolMaxTotal="1" maxWaitMillis="100"');
    lab.power('redis', 'hang');
    const [first, second] = [lab.send(8080, 'GET', '/index'), lab.send(8080, 'GET', '/index')];
    expect(statusOf(lab, second)).toBe(500);
    expect(lab.lastTook).toBeLessThan(200);
    expect(statusOf(lab, first)).toBe(500);
  });

  test('tests idle connections every 30 s and drops them after 60', () => {
    const lab = withRedis('', '7.0.15');
    browser(lab).get('/index');
    namesOf(lab);
    lab.wait(35_000);
    expect(namesOf(lab)).toEqual(['PING']);
    lab.wait(70_000);
    expect(namesOf(lab)).toContain('QUIT');
    expect(clientsOf(lab)).toEqual([]);
    expect(lab.tomcat('t1').webapps.get('')?.redis?.links.size).toBe(0);
  });

  test('finds a connection that Redis closed when it tests it, and nobody notices', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/index');
    for (const event of ['crash', 'start'] as const) lab.power('redis', event);
    lab.wait(31_000);
    expect(visitor.get('/hello')).toBe('hello (no session touched)');
  });

  test('loses a connection whenever its database does not exist, until none is left', () => {
    const lab = withRedis('database="99"');
    const statuses = Array.from({ length: 8 }, () => statusOf(lab, lab.send(8080, 'GET', '/index')));
    expect(statuses).toEqual(Array(8).fill(500));
    expect(statusOf(lab, lab.send(8080, 'GET', '/index'))).toBe('timeout');
  });
});

describe('when Redis is not there', () => {
  test('each connection from before costs one visitor a 500', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/index');
    for (const event of ['crash', 'start'] as const) lab.power('redis', event);
    lab.wait(10);
    expect([visitor.get('/hello'), visitor.get('/hello')]).toEqual(['500', 'hello (no session touched)']);
  });

  test('in another database than 0 it costs none: SELECT finds it out before the page needs it', () => {
    const lab = withRedis('database="1"');
    const visitor = browser(lab);
    visitor.get('/index');
    for (const event of ['crash', 'start'] as const) lab.power('redis', event);
    lab.wait(10);
    expect(visitor.get('/hello')).toBe('hello (no session touched)');
  });

  test('pages without a cookie still work, and every page with one is a 500', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/login?user=zhang');
    lab.power('redis', 'stop');
    lab.wait(10);
    visitor.get('/hello');
    expect(visitor.get('/hello')).toBe('500');
    expect(browser(lab).get('/hello')).toBe('hello (no session touched)');
  });

  test('a hung one costs two seconds, and two more until the connection is given up', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/index');
    lab.power('redis', 'hang');
    expect(visitor.get('/hello')).toBe('500');
    expect(lab.lastTook).toBeGreaterThanOrEqual(4000);
    expect(lab.lastTook).toBeLessThan(4100);
  });

  test('a cut cable is noticed after the same time', () => {
    const lab = withRedis();
    lab.world.cuts = new Set(['t1>redis']);
    expect(statusOf(lab, lab.send(8080, 'GET', '/index'))).toBe(500);
    expect(lab.lastTook).toBeGreaterThanOrEqual(2000);
  });

  test('what a request changed while it died is lost, and the visitor is not told', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/login?user=zhang');
    const chain = lab.send(8080, 'GET', '/set?k=a&v=1&slow=500', visitor.cookie());
    lab.wait(100);
    for (const event of ['crash', 'start'] as const) lab.power('redis', event);
    expect(statusOf(lab, chain)).toBe(200);
    expect(lab.takeLines().filter(({ text }) => /SEVERE/.test(text))).toEqual([]);
    expect(visitor.get('/attrs')).toBe('no session');
  });
});

describe('the end of a Tomcat', () => {
  test('closes its connections, whichever way it ends', () => {
    for (const event of ['crash', 'stop'] as const) {
      const lab = withRedis();
      browser(lab).get('/index');
      expect(clientsOf(lab)).toHaveLength(1);
      lab.power('t1', event);
      lab.wait(5000);
      expect(clientsOf(lab)).toEqual([]);
    }
  });

  test('says QUIT when it is asked to stop, and keeps no file', () => {
    const lab = withRedis('', '7.0.15');
    browser(lab).get('/index');
    namesOf(lab);
    lab.power('t1', 'stop');
    lab.wait(5000);
    expect(namesOf(lab)).toEqual(['QUIT']);
    expect(lab.tomcat('t1').disk.size).toBe(0);
  });

  test('a hung one reads what Redis answered when it goes on', () => {
    const lab = withRedis();
    const visitor = browser(lab);
    visitor.get('/login?user=zhang');
    const chain = lab.send(8080, 'GET', '/whoami', visitor.cookie());
    lab.wait(1);
    lab.power('t1', 'hang');
    lab.wait(30_000);
    lab.power('t1', 'resume');
    const reply = lab.reply(chain);
    expect('response' in reply && reply.response.body).toMatch(/^user=zhang /);
  });
});

describe('at the start', () => {
  test('a Manager without its Valve leaves the webapp at 404', () => {
    const lab = withRedis();
    const context =
      '<Context><Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager"/></Context>';
    lab.save('t1', 'conf/context.xml', context);
    lab.wait(15_000);
    expect(statusOf(lab, lab.send(8080, 'GET', '/hello'))).toBe(404);
  });

  test('sentinels that nobody runs keep it starting for ever', () => {
    const lab = withRedis();
    lab.power('t1', 'crash');
    const context = lab.tomcat('t1').files['conf/context.xml'] ?? '';
    lab.save(
      't1',
      'conf/context.xml',
      context.replace('port=', 'sentinels="127.0.0.1:26379" sentinelMaster="m" port='),
    );
    lab.power('t1', 'start');
    lab.wait(10_000);
    expect(lab.tomcat('t1').state).toBe('starting');
    const complaints = lab.takeLines().filter(({ text }) => text.includes('All sentinels down'));
    expect(complaints.length).toBeGreaterThan(5);
  });
});
