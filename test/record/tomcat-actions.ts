import {
  cpSync,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { named, type Result } from '../conformance/tomcat-play.ts';
import { visit } from './tomcat-client.ts';
import { sendWord } from './tomcat-server.ts';
import type { TomcatStage } from './tomcat-stage.ts';
import type { Build } from './tomcat-webapp.ts';

type Act = (stage: TomcatStage, what: string, tomcat: string) => Result | Promise<Result>;

/** What a scenario does besides starting, stopping and asking, by what its text says. */
export const actions: readonly (readonly [RegExp, Act])[] = [
  [/^look at the raw id$/, rawId],
  [/^file there\?$/, ({ machine }) => ({ exists: readdirSync(join(machine.path, 'shared')).length > 0 })],
  [/^(session )?files\b/, files],
  [/^order of the sessions in SESSIONS\.ser$/, order],
  [/^(is the second process alive\?|second process)$/, (stage) => alive(stage, secondProcess(stage))],
  [/^first process$/, (stage, _, name) => alive(stage, stage.server(name).processes[0])],
  [/^send (?!an HTTP)\S+ to port \d+$/, (_, what) => word(/^send (\S+)/.exec(what)?.[1] ?? '', what)],
  [/^send an HTTP request to port \d+$/, (_, what) => word('GET / HTTP/1.1', what)],
  [/^change the mtime of \S+$/, touch],
  [/^remove (webapps|work)\/\S+$/, remove],
  [/^put it back$/, putBack],
  [/^replace WEB-INF\/classes \(\w+( removed|:? (serialVersionUID|UID) \d+ -> \d+)\)$/, newBuild],
  [/^two parallel \S+ of the same session$/, parallel],
];

function rawId({ names }: TomcatStage): Result {
  const [id = ''] = names.keys();
  return { length: id.length, regex_ok: /^[0-9A-F]{32}$/.test(id), example_shape: 'upper-case hex' };
}

function files(stage: TomcatStage, _: string, name: string): Result {
  const { base } = stage.server(name);
  const inWork = globSync('work/**/*.{ser,session}', { cwd: join(stage.machine.path, base) });
  const found = [...inWork, ...readdirSync(join(stage.machine.path, 'shared'))];
  return { files: found.map((path) => named(stage, path)).sort() };
}

function order(stage: TomcatStage, _: string, name: string): Result {
  const places = [stage.server(name).path('work'), join(stage.machine.path, 'shared')];
  const [file] = places.flatMap((place) => globSync('**/*.ser', { cwd: place }).map((found) => join(place, found)));
  if (file === undefined) return { order: [], bytes: 0 };
  const bytes = readFileSync(file, 'latin1');
  const ids = [...bytes.matchAll(/[0-9A-F]{32}/g)].map(([id]) => named(stage, id));
  return { order: [...new Set(ids)], bytes: bytes.length };
}

function secondProcess({ servers }: TomcatStage) {
  const [first, second] = servers.values();
  return second ? second.processes.at(-1) : first?.processes[1];
}

function alive(_: TomcatStage, process: { exit: number | null } | undefined): Result {
  const exit = process?.exit ?? null;
  return exit === null ? { alive: true } : { alive: false, exit_code: exit };
}

async function word(sent: string, what: string): Promise<Result> {
  await sendWord(Number(/\d+$/.exec(what)?.[0]), sent === 'GET / HTTP/1.1' ? `${sent}\r\nHost: x\r\n\r\n` : sent);
  return { sent };
}

function touch(stage: TomcatStage, what: string, name: string): Result {
  const file = what.replace('change the mtime of ', '');
  const { app = 'ROOT' } = stage.given.tomcats[name] ?? {};
  const path = stage.server(name).path(/^(WEB|META)-INF/.test(file) ? `webapps/${app}/${file}` : file);
  const later = new Date(statSync(path).mtimeMs + 5000);
  utimesSync(path, later, later);
  return {};
}

/** Where a folder lies that was taken away. */
const AWAY = '/data/away';

function remove(stage: TomcatStage, what: string, name: string): Result {
  const path = stage.server(name).path(what.replace('remove ', ''));
  if (existsSync(path)) renameSync(path, join(stage.machine.path, `${AWAY}-${basename(path)}`));
  return {};
}

function putBack(stage: TomcatStage, _: string, name: string): Result {
  const data = join(stage.machine.path, 'data');
  for (const file of readdirSync(data)) {
    const path = join(data, file);
    // Copied, so that it is as new as the files of a new deployment.
    cpSync(path, stage.server(name).path(`webapps/${file.replace(`${basename(AWAY)}-`, '')}`), { recursive: true });
    rmSync(path, { recursive: true });
  }
  return {};
}

function newBuild(stage: TomcatStage, what: string, name: string): Result {
  const [, simple = ''] = /\((\w+)/.exec(what) ?? [];
  const uid = /-> (\d+)\)$/.exec(what)?.[1];
  const build: Build = uid === undefined ? { without: simple } : { uid: { class: simple, value: uid } };
  const server = stage.server(name);
  for (const classes of globSync('webapps/*/WEB-INF/classes', { cwd: server.path('') }))
    rmSync(server.path(classes), { recursive: true });
  server.deploy(stage.webapp.classes(build));
  return {};
}

async function parallel(stage: TomcatStage, what: string, name: string): Promise<Result> {
  const target = /^two parallel (\S+)/.exec(what)?.[1] ?? '';
  const [id = ''] = stage.names.keys();
  const both = [0, 1].map(() => visit(stage.port(name), 'GET', target, `JSESSIONID=${id}`));
  return { bodies: (await Promise.all(both)).map((answer) => stage.shown(answer)['body']) };
}
