import { nextRandom } from '../../simulator/core/random.ts';
import { demoClasses } from '../../simulator/tomcat/java/demo.ts';
import { hashMapOrder } from '../../simulator/tomcat/java/value.ts';
import { newSessionId } from '../../simulator/tomcat/session/session.ts';
import { newTomcat, type Tomcat } from '../../simulator/tomcat/tomcat.ts';
import { type Reply, TomcatLab } from '../support/tomcat-lab.ts';
import { type Case, type Comparison, type Difference, differencesOf, type Suite } from './suite.ts';
import { entriesDiffer } from './tomcat-log.ts';

interface Scenario extends Case {
  title: string;
  tomcats: Record<string, { version: string; http: number; shutdown: number; app?: string; jvmRoute?: string }>;
  context_xml?: string;
  server_xml?: string;
  web_xml?: string;
  'META-INF/context.xml'?: string;
  redis?: unknown;
  events: RecordedEvent[];
  results: Result[];
  log: string[];
}

type RecordedEvent =
  | { t: 'start' | 'kill9'; tomcat: string }
  | { t: 'stop'; tomcat: string; via: string }
  | { t: 'request'; to: string; client: string; method: string; path: string; cookie?: string }
  | { t: 'wait'; seconds: number }
  | { t: 'action'; what: string; tomcat?: string };

type Result = Record<string, unknown>;

/** Real Tomcats, started, stopped and asked in order, against ours. */
export const tomcatLifecycle: Suite<Scenario> = {
  name: 'tomcat-lifecycle',
  file: 'tomcat/lifecycle.jsonl',
  floor: 85,
  group: ({ id }) => id.split('-')[0] ?? id,
  compare(recorded) {
    const why = notCompared(recorded);
    return why === undefined ? played(recorded) : { skipped: why };
  },
  known: {
    'engine-defaulthost': 'the recording does not say with which Host header its two equal requests were sent',
    'pm-shared-backup':
      'the recorded background thread happened to run between two requests; here no time passes between them',
  },
};

function notCompared({ redis, events, context_xml = '' }: Scenario): string | undefined {
  if (redis !== undefined || context_xml.includes('RedisSession')) return 'the redis session manager';
  if (context_xml.includes('DataSourceStore')) return 'sessions in a database table';
  const strange = events.find(
    (event) => event.t === 'action' && !actions.some(([pattern]) => pattern.test(event.what)),
  );
  if (strange?.t === 'action') return `an action in free text: ${strange.what}`;
  const unknown = events.find(({ t }) => !['start', 'stop', 'kill9', 'request', 'wait', 'action'].includes(t));
  return unknown && `an event of an unknown kind: ${unknown.t}`;
}

/** A scenario being played. */
interface Play {
  recorded: Scenario;
  lab: TomcatLab;
  /** Placeholders of the recording by real session id. */
  names: Map<string, string>;
  /** Files that an action took away. */
  removed: Map<string, string>;
  /** Requests sent while an earlier event ran, by the index of the action that asks for their fate. */
  early: Map<number, { chain: string; refused: boolean }>;
  /** A second process of a CATALINA_BASE. */
  twin: string | undefined;
}

function played(recorded: Scenario): Comparison {
  const tomcats = Object.keys(recorded.tomcats).map((name) => tomcatOf(recorded, name));
  const lab = new TomcatLab(tomcats, seedFor(recorded, tomcats));
  const play: Play = { recorded, lab, names: new Map(), removed: new Map(), early: new Map(), twin: undefined };
  const differences: Difference[] = [];
  for (const [index, event] of recorded.events.entries()) {
    const result = happen(play, event, index);
    const expected = recorded.results[index] ?? {};
    for (const [field, value] of Object.entries(result)) {
      differences.push(...differencesOf(`e${index} ${event.t} ${field}`, expected[field], value));
    }
    const lines = lab.takeLines().map(({ text, ...where }) => ({ ...where, text: named(play, text) }));
    for (const name of Object.keys(recorded.tomcats)) {
      for (const file of ['catalina.out', 'localhost.log']) {
        const prefix = `e${index} ${name} ${file}| `;
        const wanted = recorded.log.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
        const given = lines.filter((line) => line.tomcat === name && line.file === file).map(({ text }) => text);
        differences.push(...entriesDiffer(`e${index} ${name} ${file}`, wanted, given));
      }
    }
  }
  return { differences };
}

function happen(play: Play, event: RecordedEvent, index: number): Result {
  switch (event.t) {
    case 'start':
      return started(play, event.tomcat, index);
    case 'stop':
      return stopped(play, event, index);
    case 'kill9':
      play.lab.power(event.tomcat, 'crash');
      return {};
    case 'wait':
      play.lab.wait(event.seconds * 1000);
      return {};
    case 'request': {
      const port = play.recorded.tomcats[event.to]?.http ?? 0;
      const cookie = event.cookie === undefined ? undefined : real(play, event.cookie);
      const reply = play.lab.reply(play.lab.send(port, event.method, real(play, event.path), cookie));
      return shown(play, reply, play.recorded.results[index] ?? {});
    }
    case 'action': {
      const [, act] = actions.find(([pattern]) => pattern.test(event.what)) ?? [];
      const result = act?.(play, event.what, event.tomcat ?? Object.keys(play.recorded.tomcats)[0] ?? '', index) ?? {};
      const expected = play.recorded.results[index] ?? {};
      return Object.fromEntries(Object.entries(result).filter(([field]) => field in expected));
    }
  }
}

/** A reply in the recording's form, with those fields of the header that it kept. */
function shown(play: Play, reply: Reply, expected: Result): Result {
  if ('error' in reply) return { status: undefined, error: errorOf(reply.error, String(expected['error'] ?? '')) };
  const { status, headers, body } = reply.response;
  const cookies = headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => undated(named(play, value)));
  const result: Result = {
    status,
    error: undefined,
    set_cookie: cookies.length > 0 ? cookies : undefined,
    body: named(play, body),
  };
  if (expected['headers']) result['headers'] = headers.map(([name, value]) => [name, undated(named(play, value))]);
  return result;
}

const undated = (text: string) => text.replace(/\w{3}, \d\d[ -]\w{3}[ -]\d{4} \d\d:\d\d:\d\d GMT/g, '<HTTP-DATE>');

/** The recorder's client names its exceptions; ours is told only how the connection ended. */
function errorOf(error: string, expected: string) {
  const kinds: Record<string, RegExp> = {
    refused: /^ConnectionRefused/,
    reset: /^ConnectionReset/,
    closed: /^(IncompleteRead|RemoteDisconnected|ConnectionReset)/,
    timeout: /^(Timeout|timed out)/,
  };
  return kinds[error]?.test(expected) ? expected : error;
}

function started(play: Play, name: string, index: number): Result {
  const { lab, recorded } = play;
  const running = lab.tomcat(name).state === 'running';
  const process = running ? lab.secondProcess(name) : name;
  if (running) play.twin = process;
  const polling = pollingAction(recorded, index);
  if (polling !== undefined) {
    const port = recorded.tomcats[name]?.http ?? 0;
    const refused = 'error' in lab.reply(lab.send(port, 'GET', '/hello'));
    lab.power(process, 'start');
    play.early.set(polling, { chain: lab.send(port, 'GET', '/hello'), refused });
  } else lab.power(process, 'start');
  lab.runUntil(() => !['starting', 'stopping'].includes(lab.tomcat(process).state), 60_000);
  const { state, exitCode } = lab.tomcat(process);
  const alive = state === 'running';
  const served = alive || exitCode === 0;
  return { started: served, process_alive: alive, ...(alive ? {} : { exit_code: exitCode }) };
}

/** The action that asks what a client saw who polled while the event before it ran. */
function pollingAction({ events }: Scenario, index: number) {
  const next = events[index + 1];
  return next?.t === 'action' && next.what.startsWith('what a client polling') ? index + 1 : undefined;
}

function stopped(play: Play, { tomcat, via }: Extract<RecordedEvent, { t: 'stop' }>, index: number): Result {
  const { lab, recorded } = play;
  const next = recorded.events[index + 1];
  const what = next?.t === 'action' ? next.what : '';
  const port = recorded.tomcats[tomcat]?.http ?? 0;
  const running = /^what the slow request \(started ([\d.]+) s before the stop\)/.exec(what);
  if (running) {
    const [, seconds = '5'] = /a (\d+) s request/.exec(recorded.title) ?? [];
    play.early.set(index + 1, { chain: lab.send(port, 'GET', `/sleep?ms=${Number(seconds) * 1000}`), refused: false });
    lab.wait(Number(running[1]) * 1000);
  }
  const signal = via.startsWith('SIG');
  lab.power(tomcat, signal ? 'quit' : 'stop');
  const later = /^a NEW connection made ([\d.]+) s after the stop began/.exec(what);
  if (later) {
    lab.wait(Number(later[1]) * 1000);
    play.early.set(index + 1, { chain: lab.send(port, 'GET', '/hello'), refused: false });
  }
  lab.runUntil(() => ['stopped', 'crashed', 'running'].includes(lab.tomcat(tomcat).state), 60_000);
  const { state, exitCode } = lab.tomcat(tomcat);
  const expected = recorded.results[index] ?? {};
  const result: Result = { still_running: state === 'running' ? true : undefined };
  if (state !== 'running' && !signal && 'exit_code' in expected) result['exit_code'] = exitCode;
  if (typeof expected['stderr'] === 'string') result['stderr'] = scriptAgrees(play, expected['stderr']);
  return result;
}

/** The recorded text of the script when ours says the same, but for dates and stack frames. */
function scriptAgrees({ lab }: Play, expected: string) {
  const lines = lab.takeLines();
  const given = lines.filter(({ file }) => file === 'terminal').map(({ text }) => text);
  for (const line of lines) if (line.file !== 'terminal') lab.putBack(line);
  const telling = (text: string[]) =>
    text
      .filter((line) => line.trim() !== '' && !line.startsWith('\t'))
      .map((line) => line.replace(/^\w{3} \w\w, \w{4} [\w:]+ [AP]M/, 'DATE'));
  return JSON.stringify(telling(given)) === JSON.stringify(telling(expected.split('\n'))) ? expected : given.join('\n');
}

type Act = (play: Play, what: string, tomcat: string, index: number) => Result;

/** The recorder's actions, by what their text says. */
const actions: readonly (readonly [RegExp, Act])[] = [
  [/^look at the raw id$/, rawId],
  [
    /^file there\?$/,
    ({ lab }, _, name) => ({ exists: [...lab.tomcat(name).disk.keys()].some((file) => file.startsWith('/')) }),
  ],
  [/^(session )?files\b/, files],
  [/^order of the sessions in SESSIONS\.ser$/, order],
  [
    /^(is the second process alive\?|second process)$/,
    ({ lab, twin, recorded }) => alive(lab, twin ?? Object.keys(recorded.tomcats)[1] ?? ''),
  ],
  [/^first process$/, ({ lab }, _, name) => alive(lab, name)],
  [/^send \S+ to port \d+$/, (play, what) => sendWord(play, /^send (\S+)/.exec(what)?.[1] ?? '', what)],
  [/^send an HTTP request to port \d+$/, (play, what) => sendWord(play, 'GET / HTTP/1.1', what)],
  [/^change the mtime of \S+$/, touch],
  [/^remove webapps\/\S+$/, remove],
  [/^put it back$/, putBack],
  [/^replace WEB-INF\/classes \(\w+( removed|:? (serialVersionUID|UID) \d+ -> \d+)\)$/, newBuild],
  [/^what a client polling from before the start saw$/, early],
  [/^a NEW connection made [\d.]+ s after the stop began/, early],
  [/^what the slow request \(started [\d.]+ s before the stop\) got$/, early],
  [/^two parallel \S+ of the same session$/, parallel],
  [/^tomcat10-instance-create -p \d+ -c \d+ DIR$/, instance],
];

function rawId(play: Play): Result {
  const [id = ''] = play.names.keys();
  return { length: id.length, regex_ok: /^[0-9A-F]{32}$/.test(id) };
}

function files(play: Play, _: string, name: string): Result {
  const paths = [...play.lab.tomcat(name).disk.keys()].map((path) => named(play, path));
  return { files: paths.map((path) => (path.startsWith('/') ? path.slice(path.lastIndexOf('/') + 1) : path)).sort() };
}

function order(play: Play, _: string, name: string): Result {
  const [file] = [...play.lab.tomcat(name).disk.values()];
  return { order: (file?.sessions ?? []).map(({ id }) => named(play, id)) };
}

function alive(lab: TomcatLab, name: string): Result {
  const { state, exitCode } = lab.tomcat(name);
  return { alive: state === 'running', exit_code: state === 'running' ? undefined : exitCode };
}

function sendWord({ lab }: Play, command: string, what: string): Result {
  const port = Number(/\d+$/.exec(what)?.[0]);
  const [method = '', target = ''] = command.split(' ');
  lab.reply(lab.send(port, method, target));
  return { sent: command };
}

function touch(play: Play, what: string, name: string): Result {
  const { app = 'ROOT' } = play.recorded.tomcats[name] ?? {};
  const file = what.replace('change the mtime of ', '');
  const path = file.startsWith('WEB-INF') || file.startsWith('META-INF') ? `webapps/${app}/${file}` : file;
  play.lab.save(name, path, play.lab.tomcat(name).files[path] ?? '');
  return {};
}

function remove(play: Play, what: string, name: string): Result {
  const folder = `${what.replace('remove ', '')}/`;
  for (const [file, text] of Object.entries(play.lab.tomcat(name).files)) {
    if (!file.startsWith(folder)) continue;
    play.removed.set(file, text);
    play.lab.save(name, file, null);
  }
  return {};
}

function putBack({ lab, removed }: Play, _: string, name: string): Result {
  for (const [file, text] of removed) lab.save(name, file, text);
  return {};
}

/** A new build of the webapp's classes is unpacked: every webapp folder has the same. */
function newBuild({ lab }: Play, what: string, name: string): Result {
  const host = lab.tomcat(name);
  const [, simple = ''] = /\((\w+)/.exec(what) ?? [];
  const { [`demo.${simple}`]: changed, ...others } = demoClasses;
  const uid = /-> (\d+)\)$/.exec(what)?.[1];
  const build =
    uid === undefined || !changed ? others : { ...others, [`demo.${simple}`]: { ...changed, uid: Number(uid) } };
  const folders = Object.keys(host.files)
    .filter((file) => file.startsWith('webapps/'))
    .map((file) => file.split('/').slice(0, 2).join('/'));
  host.builds = Object.fromEntries(folders.map((folder) => [folder, build]));
  return {};
}

function early(play: Play, _: string, __: string, index: number): Result {
  const sent = play.early.get(index);
  if (!sent) return {};
  const expected = play.recorded.results[index] ?? {};
  const result = shown(play, play.lab.reply(sent.chain), expected);
  return { ...result, refused_before: sent.refused ? '>0' : '0' };
}

function parallel(play: Play, what: string, name: string): Result {
  const target = /^two parallel (\S+)/.exec(what)?.[1] ?? '';
  const port = play.recorded.tomcats[name]?.http ?? 0;
  const [id = ''] = play.names.keys();
  const chains = [0, 1].map(() => play.lab.send(port, 'GET', target, `JSESSIONID=${id}`));
  return { bodies: chains.map((chain) => shown(play, play.lab.reply(chain), {})['body']) };
}

/** Debian's command copies its packaged server.xml, which has the AprLifecycleListener, and puts the ports in. */
function instance({ lab, recorded }: Play, what: string, name: string): Result {
  const [, http = '', shutdown = ''] = /-p (\d+) -c (\d+)/.exec(what) ?? [];
  const xml = serverXml({ ...recorded.tomcats[name], version: '', http: Number(http), shutdown: Number(shutdown) }, '');
  const version = '  <Listener className="org.apache.catalina.startup.VersionLoggerListener" />\n';
  lab.save(
    name,
    'conf/server.xml',
    xml.replace(version, `${version}  <Listener className="org.apache.catalina.core.AprLifecycleListener" />\n`),
  );
  return { rc: 0 };
}

/** Real ids for the recording's placeholders; one that was never seen gets a made-up id. */
function real({ names }: Play, text: string) {
  return text.replace(/<SID\d+>/g, (placeholder) => {
    for (const [id, name] of names) if (name === placeholder) return id;
    const made = `00000000000000000000000000${placeholder.slice(4, -1).padStart(6, '0')}`;
    names.set(made, placeholder);
    return made;
  });
}

/** The recording's placeholders for real ids, numbered as they appear. */
function named({ names }: Play, text: string) {
  return text.replace(/\b[0-9A-F]{32}\b/g, (id) => {
    const known = names.get(id);
    if (known) return known;
    const name = `<SID${names.size + 1}>`;
    names.set(id, name);
    return name;
  });
}

/**
 * Session ids are random, and with them the order in which a hash map walks them. Where the recording tells the
 * order of a file, a seed is looked for that gives ids of such an order.
 */
function seedFor({ events, results }: Scenario, [host]: Tomcat[]) {
  const at = events.findIndex((event) => event.t === 'action' && event.what.startsWith('order of the sessions'));
  const wanted = results[at]?.['order'] as string[] | undefined;
  if (!wanted || !host) return 1;
  const created = results
    .slice(0, at)
    .flatMap((result) =>
      ((result['set_cookie'] as string[] | undefined) ?? []).map((cookie) => /<SID\d+>/.exec(cookie)?.[0] ?? ''),
    );
  for (let seed = 1; seed < 200_000; seed++) {
    let state = seed;
    const random = () => {
      const next = nextRandom(state);
      state = next.state;
      return next.value;
    };
    const ids = created.map(() => newSessionId(host, { random } as never));
    const inOrder = hashMapOrder(ids).map((id) => created[ids.indexOf(id)]);
    if (wanted.every((name, index) => inOrder[index] === name)) return seed;
  }
  return 1;
}

function tomcatOf(recorded: Scenario, name: string): Tomcat {
  const machine = 'server';
  const about = recorded.tomcats[name] ?? { version: '', http: 0, shutdown: 0 };
  const debian = about.version.includes('Debian');
  const version = `${about.version.split(' ')[0]}${debian ? ' (Debian)' : ''}`;
  const { server_xml: server = '', web_xml: web = '', context_xml: context = '' } = recorded;
  const files: Record<string, string> = {
    'conf/server.xml': server.startsWith('<?xml') || server.startsWith('<Server') ? server : serverXml(about, server),
    'conf/context.xml':
      context.startsWith('<?xml') || context.startsWith('<Context')
        ? context
        : contextXml(context === 'stock conf/context.xml' ? '' : context),
    'conf/web.xml': webXml('  <session-config><session-timeout>30</session-timeout></session-config>\n'),
  };
  for (const folder of about.app === undefined ? ['ROOT'] : [about.app, `${about.app}2`]) {
    files[`webapps/${folder}/WEB-INF/web.xml`] = web.startsWith('<?xml') ? web : webXml(web);
  }
  const metaInf = recorded['META-INF/context.xml'];
  if (metaInf !== undefined) files[`webapps/${about.app ?? 'ROOT'}/META-INF/context.xml`] = metaInf;
  return newTomcat(
    debian ? { name, machine, version, files, nativeLibrary: '1.2.35' } : { name, machine, version, files },
  );
}

function serverXml({ http, shutdown, jvmRoute }: Scenario['tomcats'][string], engineAttributes: string) {
  const route = jvmRoute === undefined ? '' : ` jvmRoute="${jvmRoute}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="${shutdown}" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener" />
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener" />
  <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener" />
  <Service name="Catalina">
    <Connector port="${http}" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443" />
    <Engine name="Catalina" defaultHost="localhost"${route}${engineAttributes}>
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

const contextXml = (fragment: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Context>
    <WatchedResource>WEB-INF/web.xml</WatchedResource>
    ${fragment}
</Context>
`;

const webXml = (fragment: string) => `<?xml version="1.0" encoding="UTF-8"?>
<web-app>
${fragment}  <servlet><servlet-name>demo</servlet-name><servlet-class>demo.DemoServlet</servlet-class></servlet>
  <servlet-mapping><servlet-name>demo</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
</web-app>
`;
