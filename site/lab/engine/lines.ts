import { loadNginx, logTextOf, type Note, type World } from '../../../simulator/index.ts';
import type { LogLine } from '../protocol.ts';

const CONF = '/etc/nginx/nginx.conf';

/** What a note leaves in log files and on terminals, in the programs' own words. */
export function linesOf(note: Note, world: World): LogLine[] {
  const { host } = note;
  switch (note.kind) {
    case 'redis-log':
      return [{ host, file: note.file === '' ? 'redis.log' : nameOf(note.file), text: note.line }];
    case 'terminal':
      return terminal(note.command, note.lines);
    default: {
      const text = logTextOf(note, world);
      return text ? text.lines.map((line) => ({ host, file: nameOf(text.file), text: line })) : [];
    }
  }
}

/** `nginx -t` on the files as they are saved. */
export function testLines(world: World): LogLine[] {
  const nginx = world.hosts.get('nginx');
  if (nginx?.kind !== 'nginx') throw new Error('a lab on a page has an nginx');
  const { settings, lines } = loadNginx(nginx.files, (name) => world.names.get(name));
  const end = settings
    ? [`nginx: the configuration file ${CONF} syntax is ok`, `nginx: configuration file ${CONF} test is successful`]
    : [`nginx: configuration file ${CONF} test failed`];
  return terminal('nginx -t', [...lines, ...end]);
}

/** `/var/log/nginx/access.log` is shown as `access.log`. */
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const terminal = (command: string, lines: readonly string[]): LogLine[] =>
  [`$ ${command}`, ...lines].map((text) => ({ host: 'nginx', file: 'terminal', text }));
