import type { HostName, Outbox } from '../engine/world.ts';
import type { Redis } from './host.ts';
import { nameOf } from './persistence/files.ts';
import { defaultSettings, type ServerSettings } from './settings.ts';

/** How redis-server was called. */
export interface Launch {
  argv: readonly string[];
  cwd: string;
  /** The shell that waits for it and whose terminal it writes to. */
  terminal: HostName | null;
  /** Its output goes to a file. */
  redirected?: boolean;
}

/** As the guide calls it. */
export const usualLaunch = ({ folder }: Redis): Launch => ({
  argv: ['./src/redis-server', './redis.conf'],
  cwd: folder,
  terminal: null,
});

/** The settings that a start is to use, or what the program prints when it cannot use them. */
export function configure(
  host: Redis,
  { argv, cwd }: Launch,
  _out: Outbox,
): { settings: ServerSettings; configFile: string | null } | { lines: string[]; code: number } {
  const [, ...args] = argv;
  const file = args[0] !== undefined && !args[0].startsWith('--') ? args.shift() : undefined;
  let text = file === undefined ? '' : (host.files[nameOf(host, cwd, file)] ?? '');
  let line = '';
  for (const word of args) {
    if (word.startsWith('--')) {
      if (line) text += `\n${line}`;
      line = word.slice(2);
    } else line += ` ${word === '' ? '""' : word}`;
  }
  text += `\n${line}\n`;
  const settings = { ...defaultSettings(host.version, cwd), ...(file && host.version === '3.2.1' ? { save: [] } : {}) };
  let saves: { seconds: number; changes: number }[] | undefined;
  for (const raw of text.split('\n')) {
    const [name = '', ...values] = raw.trim().split(/\s+/);
    const value = values.join(' ').replace(/^"(.*)"$/, '$1');
    if (name === 'requirepass') settings.requirepass = value === '' && host.version === '7.0.15' ? null : value;
    if (name === 'port') settings.port = Number(value);
    if (name === 'bind') settings.bind = values;
    if (name === 'databases') settings.databases = Number(value);
    if (name === 'maxclients') settings.maxclients = Number(value);
    if (name === 'timeout') settings.timeout = Number(value);
    if (name === 'protected-mode') settings.protectedMode = value === 'yes';
    if (name === 'appendonly') settings.appendonly = value === 'yes';
    if (name === 'maxmemory') settings.maxmemory = Number(value);
    if (name === 'maxmemory-policy') settings.maxmemoryPolicy = value;
    if (name === 'dbfilename') settings.dbfilename = value;
    if (name === 'enable-debug-command') settings.enableDebugCommand = value;
    if (name === 'notify-keyspace-events') settings.notifyEvents = value;
    if (name === 'rename-command')
      settings.renames = {
        ...settings.renames,
        [values[0]?.toLowerCase() ?? '']: (values[1] ?? '').replace(/^""$/, ''),
      };
    if (name === 'save') {
      saves ??= [];
      if (value === '') saves = [];
      else saves.push({ seconds: Number(values[0]), changes: Number(values[1]) });
    }
  }
  if (saves) settings.save = saves;
  return { settings, configFile: file === undefined ? null : file };
}
