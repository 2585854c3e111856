import { textOf } from '../core/utf8.ts';
import { isYes, numberValue, type SavePoint, textValue, type Values } from './conf/values.ts';

/** Of the configuration, what the server looks at all the time, in the form in which it is looked at. Never changed in place. */
export interface ServerSettings {
  port: number;
  protectedMode: boolean;
  /** null: nobody needs a password. 3.2.1 knows an empty one, which has to be given. */
  requirepass: string | null;
  /** A `bind` line is in force. */
  bound: boolean;
  databases: number;
  maxclients: number;
  /** Seconds after which idle connections are closed; 0: never. */
  timeout: number;
  daemonize: boolean;
  logfile: string;
  pidfile: string;
  /** Where dump.rdb lies: an absolute path. */
  dir: string;
  dbfilename: string;
  save: readonly SavePoint[];
  appendonly: boolean;
  appendfilename: string;
  /** 7.0.15: the folder of the append only files. */
  appenddirname: string;
  /** Bytes; 0: no limit. */
  maxmemory: number;
  maxmemoryPolicy: string;
  stopWritesOnBgsaveError: boolean;
  /** The letters of the classes of events. */
  notifyEvents: string;
  enableDebugCommand: string;
  /** Commands by their new name; '': gone. null: none was renamed. */
  renames: Readonly<Record<string, string>> | null;
}

/** What the server looks at, of all values. */
export function settingsOf(values: Values): ServerSettings {
  const today = values.version === '7.0.15';
  const text = (name: string) => textOf(textValue(values, name));
  return {
    port: numberValue(values, 'port'),
    protectedMode: isYes(values, 'protected-mode'),
    requirepass: values.requirepass,
    bound: values.bind.length > 0,
    databases: numberValue(values, 'databases'),
    maxclients: numberValue(values, 'maxclients'),
    timeout: numberValue(values, 'timeout'),
    daemonize: isYes(values, 'daemonize'),
    logfile: text('logfile'),
    pidfile: text('pidfile'),
    dir: values.dir,
    dbfilename: text('dbfilename'),
    save: values.save,
    appendonly: isYes(values, 'appendonly'),
    appendfilename: text('appendfilename'),
    appenddirname: today ? text('appenddirname') : '',
    maxmemory: numberValue(values, 'maxmemory'),
    maxmemoryPolicy: text('maxmemory-policy'),
    stopWritesOnBgsaveError: isYes(values, 'stop-writes-on-bgsave-error'),
    notifyEvents: text('notify-keyspace-events'),
    enableDebugCommand: today ? text('enable-debug-command') : 'yes',
    renames:
      values.renames.length === 0
        ? null
        : Object.fromEntries(values.renames.map(({ from, to }) => [from.toLowerCase(), to])),
  };
}
