import { accessLogLine, errorLogLine, type Note, nginxTest, tomcatLogLine, type World } from '../../../simulator/index.ts';
import type { LogLine } from '../protocol.ts';

/** What a note leaves in log files and on terminals, in the programs' own words. */
export function linesOf(note: Note, world: World): LogLine[] {
  const { host } = note;
  const wallClock = world.epoch + note.at;
  switch (note.kind) {
    case 'access-log':
      return [{ host, file: 'access.log', text: accessLogLine(note) }];
    case 'error-log':
      return [{ host, file: 'error.log', text: errorLogLine(note, wallClock) }];
    case 'terminal':
      return terminal(note.command, note.lines);
    case 'log':
    case 'access': {
      const tomcat = world.hosts.get(host);
      return tomcat?.kind === 'tomcat' ? tomcatLogLine(note, tomcat, wallClock).map((line) => ({ host, ...line })) : [];
    }
    default:
      return [];
  }
}

/** `nginx -t` on the files as they are saved. */
export function testLines(world: World): LogLine[] {
  const nginx = world.hosts.get('nginx');
  if (nginx?.kind !== 'nginx') throw new Error('a lab on a page has an nginx');
  return terminal('nginx -t', nginxTest(nginx.files, world.names));
}

const terminal = (command: string, lines: readonly string[]): LogLine[] =>
  [`$ ${command}`, ...lines].map((text) => ({ host: 'nginx', file: 'terminal', text }));
