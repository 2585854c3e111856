import { expect, test } from 'vitest';
import { TomcatLab } from '../../support/tomcat-lab.ts';
import { aTomcat, browser, running, stockPorts } from './lab.ts';

const texts = (lab: TomcatLab) => lab.takeLines().map(({ text }) => text);

test('while a Tomcat starts its port is bound: a request waits and is then answered', () => {
  const lab = new TomcatLab([aTomcat()], 1);
  expect(lab.reply(lab.send(8080, 'GET', '/hello'))).toEqual({ error: 'refused' });
  lab.power('t1', 'start');
  const sent = lab.send(8080, 'GET', '/hello');
  lab.wait(1000);
  expect(lab.tomcat('t1').backlog).toHaveLength(1);
  expect(lab.reply(sent)).toMatchObject({ response: { status: 200 } });
});

test('kill -9 cuts the request that runs, and whoever comes next is refused', () => {
  const lab = running();
  const sent = lab.send(8080, 'GET', '/sleep?ms=5000');
  lab.wait(100);
  lab.power('t1', 'crash');
  expect(lab.reply(sent)).toEqual({ error: 'closed' });
  expect(lab.reply(lab.send(8080, 'GET', '/hello'))).toEqual({ error: 'refused' });
  expect(lab.tomcat('t1')).toMatchObject({ state: 'crashed', exitCode: 137 });
});

test('a hung Tomcat accepts connections and answers nothing; going on it serves what has waited', () => {
  const lab = running();
  const begun = lab.send(8080, 'GET', '/sleep?ms=500');
  lab.wait(100);
  lab.power('t1', 'hang');
  const waiting = lab.send(8080, 'GET', '/hello');
  lab.wait(30_000);
  expect(lab.tomcat('t1')).toMatchObject({ state: 'hung', backlog: [{ gone: false }] });
  lab.power('t1', 'resume');
  expect(lab.reply(waiting)).toMatchObject({ response: { status: 200 } });
  expect(lab.reply(begun)).toMatchObject({ response: { status: 200 } });
});

test('a hung Tomcat reads the shutdown command when it goes on', () => {
  const lab = running();
  lab.power('t1', 'hang');
  lab.power('t1', 'stop');
  lab.wait(10_000);
  expect(lab.tomcat('t1').state).toBe('hung');
  lab.power('t1', 'resume');
  lab.wait(10_000);
  expect(lab.tomcat('t1')).toMatchObject({ state: 'stopped', exitCode: 0 });
});

test.each([
  ['10.1.60', 1000, { response: { status: 200 } }],
  ['10.1.60', 5000, { error: 'closed' }],
  ['7.0.69', 5000, { response: { status: 500, body: 'interrupted ' } }],
] as const)('a graceful stop of %s waits 2 s for a request of %i ms', (version, ms, expected) => {
  const lab = running({ version });
  const sent = lab.send(8080, 'GET', `/sleep?ms=${ms}`);
  lab.wait(100);
  lab.takeLines();
  lab.power('t1', 'stop');
  expect(lab.reply(sent)).toMatchObject(expected);
  lab.wait(5000);
  expect(lab.tomcat('t1')).toMatchObject({ state: 'stopped', exitCode: 0 });
  expect(texts(lab).filter((line) => line.includes('instance(s) to be deallocated')).length).toBe(ms > 2000 ? 3 : 1);
});

test('a connection made while a Tomcat stops is reset', () => {
  const lab = running();
  lab.send(8080, 'GET', '/sleep?ms=5000');
  lab.wait(100);
  lab.power('t1', 'stop');
  lab.wait(100);
  expect(lab.reply(lab.send(8080, 'GET', '/hello'))).toEqual({ error: 'reset' });
});

test('with its HTTP port in use a Tomcat stays alive and serves nothing', () => {
  const second = aTomcat('t2', { ports: { http: 8080, shutdown: 8006, ajp: 8010 } });
  const lab = new TomcatLab([aTomcat(), second], 1);
  for (const name of ['t1', 't2']) lab.power(name, 'start');
  lab.wait(10_000);
  expect(lab.tomcat('t2').state).toBe('running');
  expect(texts(lab).some((line) => line.includes('Failed to initialize component [Connector["http-nio-8080"]]'))).toBe(
    true,
  );
  lab.power('t1', 'crash');
  expect(lab.reply(lab.send(8080, 'GET', '/hello'))).toEqual({ error: 'refused' });
});

test('with its shutdown port in use a Tomcat comes up and stops itself', () => {
  const lab = new TomcatLab([aTomcat(), aTomcat('t2', { ports: { ...stockPorts, http: 8081, ajp: 8010 } })], 1);
  for (const name of ['t1', 't2']) lab.power(name, 'start');
  lab.wait(10_000);
  expect(lab.tomcat('t2')).toMatchObject({ state: 'stopped', exitCode: 0 });
  expect(lab.reply(lab.send(8080, 'GET', '/hello'))).toMatchObject({ response: { status: 200 } });
});

test('a malformed server.xml ends the start with exit status 1 and its place', () => {
  const lab = new TomcatLab(
    [aTomcat('t1', { files: { 'conf/server.xml': '<Server port="8005">\n  <Service>\n</Server>' } })],
    1,
  );
  lab.power('t1', 'start');
  lab.wait(10_000);
  expect(lab.tomcat('t1')).toMatchObject({ state: 'stopped', exitCode: 1 });
  expect(texts(lab).join('\n')).toContain(
    'lineNumber: 3; columnNumber: 3; The element type "Service" must be terminated',
  );
});

test('shutdown.sh reads server.xml as it is now: after an edit of the port it does not find its Tomcat', () => {
  const lab = running();
  const xml = lab.tomcat('t1').files['conf/server.xml'] ?? '';
  lab.save('t1', 'conf/server.xml', xml.replace('8005', '8055'));
  lab.takeLines();
  lab.power('t1', 'stop');
  lab.wait(5000);
  expect(lab.tomcat('t1').state).toBe('running');
  expect(texts(lab)[1]).toContain('Could not contact [localhost:8055]');
  lab.power('t1', 'quit');
  lab.wait(5000);
  expect(lab.tomcat('t1')).toMatchObject({ state: 'stopped', exitCode: 143 });
});

test('a wrong word on the shutdown port is logged and ignored', () => {
  const lab = running();
  lab.takeLines();
  lab.reply(lab.send(8005, 'GET', '/'));
  expect(texts(lab)[0]).toContain('Invalid shutdown command [GET / HTTP/1.1] received');
  expect(browser(lab).get('/hello')).toBe('hello (no session touched)');
});

test('with autoDeploy, saving web.xml reloads the webapp and saving conf/context.xml deploys it anew, within 10 s', () => {
  const lab = running();
  lab.save(
    't1',
    'webapps/ROOT/WEB-INF/web.xml',
    '<web-app><session-config><session-timeout>1</session-timeout></session-config></web-app>',
  );
  lab.takeLines();
  lab.wait(10_000);
  expect(texts(lab).some((line) => line.includes('Reloading Context with name [] is completed'))).toBe(true);
  expect(browser(lab).get('/timeout')).toMatch(/^maxInactiveInterval=60 /);
  lab.save('t1', 'conf/context.xml', '<Context sessionCookieName="SID"/>');
  lab.wait(10_000);
  const visitor = browser(lab);
  visitor.get('/index');
  expect(visitor.cookie()).toMatch(/^SID=/);
});

test('a webapp folder that is deleted is undeployed', () => {
  const lab = running();
  lab.save('t1', 'webapps/ROOT/WEB-INF/web.xml', null);
  lab.wait(10_000);
  expect(browser(lab).get('/hello')).toBe('404');
});
