import type { JavaClass } from '../../simulator/tomcat/java/class.ts';
import { demoClasses } from '../../simulator/tomcat/java/demo.ts';
import type { TomcatLab } from '../support/tomcat-lab.ts';
import { serverXml } from './tomcat-files.ts';
import { named, type Play, type Result, shown } from './tomcat-play.ts';

type Act = (play: Play, what: string, tomcat: string, index: number) => Result;

/** The recorder's actions, by what their text says. */
export const actions: readonly (readonly [RegExp, Act])[] = [
  [/^look at the raw id$/, rawId],
  [
    /^file there\?$/,
    ({ lab }, _, name) => ({ exists: [...lab.writtenBy(name).keys()].some((file) => file.startsWith('/')) }),
  ],
  [/^(session )?files\b/, files],
  [/^order of the sessions in SESSIONS\.ser$/, order],
  [
    /^(is the second process alive\?|second process)$/,
    ({ lab, twin, recorded }) => alive(lab, twin ?? Object.keys(recorded.tomcats)[1] ?? ''),
  ],
  [/^first process$/, ({ lab }, _, name) => alive(lab, name)],
  [/^send (?!an HTTP)\S+ to port \d+$/, (play, what) => sendWord(play, /^send (\S+)/.exec(what)?.[1] ?? '', what)],
  [/^send an HTTP request to port \d+$/, (play, what) => sendWord(play, 'GET / HTTP/1.1', what)],
  [/^change the mtime of \S+$/, touch],
  [/^remove (webapps|work)\/\S+$/, remove],
  [/^put it back$/, putBack],
  [/^create table$/, () => ({ rc: 0 })],
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
  const paths = [...play.lab.writtenBy(name).keys()].map((path) => named(play, path));
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
  const { disk } = play.lab.tomcat(name);
  for (const file of [...disk.keys()]) if (`${file}/`.startsWith(folder)) disk.delete(file);
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
  const build = uid === undefined || !changed ? others : { ...others, [`demo.${simple}`]: withUid(changed, uid) };
  const folders = Object.keys(host.files)
    .filter((file) => file.startsWith('webapps/'))
    .map((file) => file.split('/').slice(0, 2).join('/'));
  host.builds = Object.fromEntries(folders.map((folder) => [folder, build]));
  return {};
}

/** The same class with another serialVersionUID. */
export function withUid(definition: JavaClass, value: string): JavaClass {
  const initial = { kind: 'literal', value: { type: 'long', value } } as const;
  const fields = definition.fields.map((one) => (one.name === 'serialVersionUID' ? { ...one, initial } : one));
  return { ...definition, fields };
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
