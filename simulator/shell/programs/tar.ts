import { resolvePath } from '../../core/path.ts';
import { type Call, fails, hints, pathFor, type Result, treeFor, unknownOption } from '../call.ts';
import { type Archive, unpacked } from '../files/redis-tarball.ts';
import type { Turn } from '../state.ts';

const fatal = 'tar: Error is not recoverable: exiting now';

/** GNU tar, to unpack what `wget` brought. */
export function tar(call: Call): Result {
  const [mode = '', ...rest] = call.args;
  const letters = mode.replace(/^-/, '');
  if (letters === '' || mode.startsWith('--')) {
    const usage = "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options";
    return fails(2, usage, "Try 'tar --help' or 'tar --usage' for more information.");
  }
  const strange = /[^xtzvfjCpo]/.exec(letters)?.[0];
  if (strange !== undefined || !/[xt]/.test(letters)) return unknownOption(call, `-${strange ?? letters}`);
  const name = letters.includes('f') ? rest.shift() : undefined;
  if (name === undefined)
    return fails(2, 'tar: Refusing to read archive contents from terminal (missing -f option?)', fatal);
  const node = treeFor(call).get(pathFor(call, name));
  if (node?.kind !== 'file') return noArchive(name, letters, node !== undefined);
  const archive = unpacked(node.is);
  if (!archive && node.text === undefined) return hints({ code: 'contents-left-out', values: { file: name } });
  if (!archive) return fails(2, '', 'gzip: stdin: not in gzip format', 'tar: Child returned status 1', fatal);
  const into = rest[0] === '-C' ? (rest[1] ?? '') : '.';
  if (treeFor(call).get(pathFor(call, into))?.kind !== 'folder')
    return fails(2, `tar: ${into}: Cannot open: No such file or directory`, fatal);
  if (letters.includes('x')) unpack(call.turn, archive, resolvePath(pathFor(call, into), archive.folder));
  const shown = /[tv]/.test(letters) ? namesIn(archive) : [];
  return { printed: shown.map((text) => ({ to: 1, text })), status: 0 };
}

const namesIn = ({ folder, files }: Archive): string[] => [
  `${folder}/`,
  `${folder}/redis.conf`,
  ...[...files].map(([path, file]) => `${folder}/${path}${file.kind === 'folder' ? '/' : ''}`),
];

/** The files land on the disk; the folder of the lab's Redis of that version is from now on this one. */
function unpack(turn: Turn, { files, version }: Archive, folder: string): void {
  turn.out.writeFile(folder, { kind: 'folder' });
  for (const [path, file] of files) turn.out.writeFile(`${folder}/${path}`, file);
  const redis = turn.out.kernel.hosts.find((host) => host.kind === 'redis' && host.version === version);
  if (!redis) return turn.out.writeFile(`${folder}/redis.conf`, { kind: 'opaque', size: 46_695, is: '' });
  turn.sent = true;
  turn.out.send(redis.name, { type: 'moved', folder }, 0);
}

function noArchive(name: string, letters: string, folder: boolean): Result {
  if (folder)
    return fails(2, `tar: ${name}: Cannot read: Is a directory`, 'tar: At beginning of tape, quitting now', fatal);
  const child = /[zj]/.test(letters);
  const who = child ? 'tar (child)' : 'tar';
  const lines = [`${who}: ${name}: Cannot open: No such file or directory`, fatal.replace('tar', who)];
  return fails(2, ...lines, ...(child ? ['tar: Child returned status 2', fatal] : []));
}
