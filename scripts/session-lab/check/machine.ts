import { build, type Lab, type Note, nginxFiles, run, startFailuresOf } from '../../../simulator/index.ts';
import { includedBy } from './included.ts';
import type { Said, Versions } from './programs.ts';

const bareLab: Lab = {
  seed: 1,
  nginx: { files: nginxFiles('') },
  tomcats: [],
  visitors: [],
  localhost: ['127.0.0.1'],
};

/** What `nginx -t` says on a machine that has this nginx.conf and what it includes. */
export function testNginx(path: string, text: string): Said {
  const included = includedBy(path, /(?:^|[\s;{}])include\s+["']?([^\s"';]+)/g, '/etc/nginx/');
  const files = { ...bareLab.nginx.files, ...included, 'nginx.conf': text };
  const lab: Lab = { ...bareLab, nginx: { files }, terminals: { count: 1, redis: 'absent' } };
  const { lines, status } = typed(lab, 'nginx -t');
  return { accepted: status === 0, lines };
}

/** What redis-server says that is started in the foreground with this redis.conf. */
export function startRedis(path: string, text: string, { redis: version }: Versions): Said {
  const included = includedBy(path, /^[ \t]*include[ \t]+["']?([^\s"']+)/gim, './');
  const lab: Lab = {
    ...bareLab,
    redis: { version, files: { ...included, 'redis.conf': text } },
    terminals: { count: 1, redis: 'built' },
  };
  const { lines, notes } = typed(lab, `cd redis-${version}; ./src/redis-server ./redis.conf`);
  const failure = startFailuresOf(notes).find(({ host }) => host === 'redis');
  // Whoever is a daemon writes to its log only.
  return { accepted: !failure, lines: failure && lines.length === 0 ? [failure.message] : lines };
}

/** Longer than a program needs that is started, in virtual ms. */
const SOON = 5000;

/** Types a line in a window of a lab's machine, where nothing runs yet: what is then on the screen, `$?`, and what was noted. */
function typed(lab: Lab, line: string): { lines: string[]; status: number | undefined; notes: Note[] } {
  const world = build(lab);
  const notes: Note[] = [];
  run(world, [{ at: 0, action: { kind: 'type', host: 'terminal1', line } }], SOON, (note) => notes.push(note));
  const host = world.hosts.get('terminal1');
  const terminal = host?.kind === 'terminal' ? host : undefined;
  const lines = terminal?.screen.flatMap((shown) => (shown.kind === 'output' ? [shown.text] : [])) ?? [];
  return { lines, status: terminal?.status, notes };
}
