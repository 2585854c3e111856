import type { Tomcat } from '../../simulator/tomcat/tomcat.ts';
import type { TomcatLab } from '../support/tomcat-lab.ts';
import { type Comparison, type Difference, differencesOf, type Suite } from './suite.ts';
import { effectiveOf } from './tomcat-effective.ts';
import { entriesDiffer } from './tomcat-log.ts';
import { bodyShown, idsNamed, type Reading, readerOf, type XmlCase } from './tomcat-xml-case.ts';

/** Real Tomcats given one configuration file: what they say of it, and what they then are. */
export const tomcatXml: Suite<XmlCase> = {
  name: 'tomcat-xml',
  file: 'tomcat/xml-cases.jsonl',
  programs: ({ tomcat }) => tomcat.split(' + ').map((program) => programNamed(program)),
  floor: 99,
  group: ({ file, tomcat }) => (file === 'conf/server.xml' ? 'server.xml' : `context.xml ${tomcat.split(' ')[0]}`),
  compare: (recorded) => (recorded.file === 'conf/server.xml' ? serverXml(recorded) : contextXml(recorded)),
  known: {
    'srv-service-two-same': 'several-services',
    't7-attr-sentinels-127_0_0_1_26379_sentinel': 'deployed-running',
  },
};

/** Files by chance (`npm run fuzz -- tomcat-xml`) on which the simulator and the real Tomcat once disagreed. */
export const tomcatXmlFuzz: Suite<XmlCase> = {
  ...tomcatXml,
  name: 'tomcat-xml-fuzz',
  file: 'fuzz/tomcat-xml.jsonl',
  floor: 100,
  known: {},
};

/** `10.1.60`, or `tomcat-redis-session-manager 2.0.0 (d166222..bb72ab2)`. */
function programNamed(program: string): string {
  const [, manager] = /^tomcat-redis-session-manager (\S+)/.exec(program) ?? [];
  return manager === undefined ? `Tomcat ${program}` : `Redis session manager ${manager}`;
}

function contextXml(recorded: XmlCase): Comparison {
  const reading = readerOf(recorded);
  const { lab, tomcat } = reading;
  const hello = lab.reply(lab.send(8080, 'GET', '/app/hello'));
  const status = 'response' in hello ? hello.response.status : hello.error;
  const differences = [
    ...differencesOf('http_hello', recorded.http_hello, status),
    ...differencesOf('deployed', recorded.deployed, status === 200),
    ...saxDiffers(recorded, reading),
  ];
  const app = tomcat.webapps.get('/app');
  if (recorded.effective !== undefined)
    differences.push(...differencesOf('effective', recorded.effective, app && effectiveOf(app, recorded)));
  if (recorded.login !== undefined) {
    const login = lab.reply(lab.send(8080, 'GET', '/app/login?user=x'));
    const given = 'response' in login ? login.response : { status: login.error, body: '' };
    const shown = { status: given.status, body: bodyShown(given.body, recorded.login.body) };
    const expected = { ...recorded.login, body: idsNamed(recorded.login.body) };
    differences.push(...differencesOf('login', expected, shown));
  }
  return { differences: [...differences, ...logDiffers(recorded, reading)] };
}

function serverXml(recorded: XmlCase): Comparison {
  const reading = readerOf(recorded);
  const { lab, tomcat } = reading;
  const alive = tomcat.state === 'running';
  const ports = portsOf(lab, tomcat);
  const differences = [
    ...differencesOf('started', recorded.started, alive || tomcat.exitCode === 0 || reading.started),
    ...differencesOf('process_alive', recorded.process_alive, alive),
    ...differencesOf('exit_code', recorded.exit_code, alive ? undefined : tomcat.exitCode),
    ...differencesOf('listening_ports', recorded.listening_ports, ports),
    ...saxDiffers(recorded, reading),
  ];
  for (const [where, expected] of Object.entries(recorded.http ?? {}))
    differences.push(...httpDiffers(lab, where, expected));
  return { differences: [...differences, ...logDiffers(recorded, reading)] };
}

function portsOf({ world }: TomcatLab, { name }: Tomcat): number[] {
  const own = [...world.sockets].filter(([, host]) => host === name);
  const ports = own.map(([address]) => Number(address.slice(address.lastIndexOf(':') + 1)));
  return [...new Set(ports)].sort((a, b) => a - b);
}

/** `where` is a port, whose first page is a login, or a path of the first connector. */
function httpDiffers(lab: TomcatLab, where: string, expected: Record<string, unknown>): Difference[] {
  const port = where.startsWith('/') ? 8080 : Number(where);
  const reply = lab.reply(lab.send(port, 'GET', where.startsWith('/') ? where : '/login?user=x'));
  if (!('response' in reply)) {
    const error = reply.error === 'timeout' ? 'TimeoutError' : reply.error;
    return differencesOf(`http ${where}`, expected, { error });
  }
  const { status, headers, body } = reply.response;
  const cookie = headers.find(([name]) => name === 'Set-Cookie')?.[1] ?? null;
  const shown: Record<string, unknown> = {
    status,
    set_cookie: cookie?.replace(/[0-9A-F]{32}/, '<SID1>') ?? null,
    body: bodyShown(body, String(expected['body'] ?? '')),
  };
  const asked = Object.fromEntries(Object.keys(expected).map((field) => [field, shown[field]]));
  return differencesOf(`http ${where}`, expected, asked);
}

/** The SAXParseException of the first message that has one. */
function saxDiffers({ sax }: XmlCase, { lines }: Reading): Difference[] {
  const pattern = /SAXParseException; systemId: [^;]*; lineNumber: (\d+); columnNumber: (\d+); (.*)$/;
  const found = lines.flatMap(({ text }) => pattern.exec(text) ?? []);
  const given =
    found.length === 0
      ? undefined
      : { line: Number(found[1]), column: Number(found[2]), message: worded(found[3] ?? '') };
  return differencesOf('sax', sax && { ...sax, message: worded(sax.message) }, given);
}

function logDiffers(recorded: XmlCase, { lines, lab }: Reading): Difference[] {
  const prefix = 'localhost.log: ';
  const hosts = recorded.log.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  const all = [...lines, ...lab.takeLines()];
  const given = (file: string) => all.filter((line) => line.file === file).map(({ text }) => worded(text));
  return [
    ...entriesDiffer('log', recorded.log.filter((line) => !line.startsWith(prefix)).map(worded), given('catalina.out')),
    ...entriesDiffer('localhost.log', [...(recorded.localhost_log ?? []), ...hosts], given('localhost.log')),
  ];
}

/**
 * Session ids named as the recorder named them; and one wording for an argument of the wrong class: after fifteen calls
 * of a method the JVM makes code for it, which throws other words, and the recorder's Tomcats ran for long.
 */
const worded = (text: string) =>
  text.replace(/\b[0-9A-F]{32}\b/g, '<SID1>').replace('java.lang.ClassCastException@HASH', 'argument type mismatch');
