import { own } from '../../core/own.ts';
import { nameOf, resolvePath } from '../../core/path.ts';
import type { ShellFile } from '../../engine/world.ts';
import { type Call, fails, optionsOf, type Result, treeFor, unknownOption } from '../call.ts';
import { archiveNamed } from '../files/redis-tarball.ts';
import type { Beat } from '../job.ts';
import type { Printed } from '../state.ts';
import { stamp } from '../time.ts';

/** Servers that the lab's machine can reach, and an address for each. */
const servers: Readonly<Record<string, string>> = {
  'download.redis.io': '45.60.123.1',
  'repo1.maven.org': '151.101.40.209',
  'repo.maven.apache.org': '151.101.40.215',
  'github.com': '140.82.121.4',
};

/** The three jars that the session manager needs, and their sizes, by file name. */
export const jars: Readonly<Record<string, number>> = {
  'commons-pool2-2.2.jar': 108_555,
  'jedis-2.5.2.jar': 352_255,
  'tomcat-redis-session-manager-2.0.0.jar': 33_046,
};

type Download = Extract<ShellFile, { kind: 'opaque' }>;

/** wget 1.21, for the files of the guide; the rest of the net is out of reach. */
export function wget(call: Call): Result {
  const { flags, values, operands, unknown } = optionsOf(call.args, 'qcNv', 'OP');
  if (unknown) return unknownOption(call, unknown);
  const [given] = operands;
  if (given === undefined)
    return fails(1, 'wget: missing URL', 'Usage: wget [OPTION]... [URL]...', '', "Try `wget --help' for more options.");
  const url = /^[a-z]+:\/\//.test(given) ? given : `http://${given}`;
  const parts = /^(https?):\/\/([^/:?#\s]+)(?::(\d+))?(\S*)$/.exec(url);
  if (!parts) return fails(1, `${given}: Unsupported scheme.`);
  const [, scheme, host = '', port = scheme === 'https' ? '443' : '80', path = ''] = parts;
  const say = (...lines: string[]): Printed[] => (flags.has('q') ? [] : lines.map((text) => ({ to: 2, text })));
  const address = own(servers, host);
  const resolving = [`--${stamp(call)}--  ${url}`, `Resolving ${host} (${host})... `];
  if (!address) {
    const [first = '', second = ''] = resolving;
    const why = `wget: unable to resolve host address ‘${host}’`;
    return { printed: say(first, `${second}failed: Name or service not known.`, why), status: 4 };
  }
  const began = [
    resolving[0] ?? '',
    `${resolving[1]}${address}`,
    `Connecting to ${host} (${host})|${address}|:${port}... connected.`,
  ];
  const file = fileAt(host, path.replace(/[?#].*$/, ''));
  if (file)
    return arriving(call, { began, say, name: nameFor(call, path, values), folder: values.get('P') ?? '', file });
  const missing = ['HTTP request sent, awaiting response... 404 Not Found', `${stamp(call)} ERROR 404: Not Found.`, ''];
  return timed({ after: 300, printed: say(...began, ...missing), status: 8 });
}

function fileAt(host: string, path: string): Download | undefined {
  const name = nameOf(path);
  if (host === 'download.redis.io') return archiveNamed(name);
  return Object.hasOwn(jars, name) ? { kind: 'opaque', size: jars[name] ?? 0, is: '' } : undefined;
}

interface Arriving {
  began: string[];
  say(...lines: string[]): Printed[];
  name: string;
  folder: string;
  file: Download;
}

function arriving(call: Call, { began, say, name, folder, file }: Arriving): Result {
  const { size } = file;
  const path = resolvePath(resolvePath(call.turn.terminal.cwd, folder), name);
  const megabytes = size / 1_048_576;
  const human = megabytes >= 1 ? `${megabytes.toFixed(1)}M` : `${Math.round(size / 1024)}K`;
  const type = name.endsWith('.jar') ? 'application/java-archive' : 'application/octet-stream';
  const length = [`Length: ${size} (${human}) [${type}]`, `Saving to: ‘${name}’`, ''];
  const bar = `${name.slice(0, 19).padEnd(20)}100%[===================>] ${`${megabytes.toFixed(2)}M`.padStart(7)}  1.21MB/s    in ${(megabytes / 1.21).toFixed(1)}s`;
  const end = `${stamp(call, 1500)} (1.21 MB/s) - ‘${name}’ saved [${size}/${size}]`;
  return timed(
    { after: 400, printed: say(...began, 'HTTP request sent, awaiting response... 200 OK', ...length) },
    { after: 1100, printed: say(bar, '', end, ''), files: { [path]: file }, status: 0 },
  );
}

/** The name to save under: a second download of the same file gets `.1` behind its name. */
function nameFor(call: Call, path: string, values: ReadonlyMap<string, string>): string {
  const chosen = values.get('O');
  if (chosen !== undefined) return chosen;
  const tree = treeFor(call);
  const name = nameOf(path.replace(/[?#].*$/, ''));
  const taken = (one: string) => tree.has(resolvePath(call.turn.terminal.cwd, one));
  if (!taken(name)) return name;
  let number = 1;
  while (taken(`${name}.${number}`)) number++;
  return `${name}.${number}`;
}

const timed = (...beats: Beat[]): Result => ({ program: { kind: 'timed', name: 'wget', beats }, printed: [] });
