import type { HostName, Outbox, PowerEvent, Signal } from '../engine/world.ts';
import { CONF_PREFIX } from './conf/environment.ts';
import { load } from './load.ts';
import { command, isFrozen, killWorker, type Terminal } from './master.ts';
import type { Nginx } from './worker.ts';

const CONF = `${CONF_PREFIX}nginx.conf`;

/** The `nginx` that somebody called in a shell: prints, ends, and leaves the rest to the master. */
export function execute(nginx: Nginx, argv: readonly string[], caller: HostName, out: Outbox): void {
  const { lines, exit } = called(nginx, argv.slice(1), out);
  if (lines.length > 0) out.send(caller, { type: 'output', lines: lines.map(withPath) }, 0);
  out.send(caller, { type: 'exited', code: exit }, 0);
}

/** Messages name the configuration's files by their full path. */
const withPath = (line: string): string => line.replace(/ in (?!\/)(\S+:\d+)$/, ` in ${CONF_PREFIX}$1`);

/** nginx.c, `ngx_get_options`: options of one letter, their values apart or together. */
function called(nginx: Nginx, args: readonly string[], out: Outbox): Terminal {
  const wrong = (text: string): Terminal => ({ lines: [`nginx: ${text}`], exit: 1 });
  let test: 't' | 'T' | undefined;
  let quiet = false;
  let signal: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('-')) return wrong(`invalid option: "${arg}"`);
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] as string;
      if (letter === 'v' || letter === 'V') return { lines: ['nginx version: nginx/1.22.1'], exit: 0 };
      if (letter === 'h' || letter === '?') return { lines: usage, exit: 0 };
      if (letter === 't' || letter === 'T') test = letter;
      else if (letter === 'q') quiet = true;
      else if ('spegc'.includes(letter)) {
        const value = arg.slice(at + 1) || args[++i];
        if (value === undefined) return wrong(needed[letter] ?? `option "-${letter}" requires parameter`);
        if (letter === 's') signal = value;
        if (letter === 'c' && value !== CONF)
          return wrong(`[emerg] open() "${value}" failed (2: No such file or directory)`);
        break;
      } else return wrong(`invalid option: "${letter}"`);
    }
  }
  if (signal !== undefined && !Object.hasOwn(signals, signal)) return wrong(`invalid option: "-s ${signal}"`);
  if (test) return tested(nginx, test === 'T', quiet, out);
  const event = signal === undefined ? 'start' : signals[signal];
  if (event === undefined) return { lines: [], exit: 0 };
  return command(nginx, event, out) ?? { lines: [], exit: 0 };
}

const needed: Readonly<Record<string, string>> = {
  s: 'option "-s" requires parameter',
  c: 'option "-c" requires file name',
  p: 'option "-p" requires directory name',
  g: 'option "-g" requires parameter',
  e: 'option "-e" requires file name',
};

/** `reopen` changes nothing here: log files are not moved away. */
const signals: Readonly<Record<string, PowerEvent | undefined>> = {
  stop: 'stop',
  quit: 'quit',
  reload: 'reload',
  reopen: undefined,
};

const usage = [
  'nginx version: nginx/1.22.1',
  'Usage: nginx [-?hvVtTq] [-s signal] [-p prefix]',
  '             [-e filename] [-c filename] [-g directives]',
  '',
  'Options:',
  '  -?,-h         : this help',
  '  -v            : show version and exit',
  '  -V            : show version and configure options then exit',
  '  -t            : test configuration and exit',
  '  -T            : test configuration, dump it and exit',
  '  -q            : suppress non-error messages during configuration testing',
  '  -s signal     : send signal to a master process: stop, quit, reopen, reload',
  '  -p prefix     : set prefix path (default: /usr/share/nginx/)',
  '  -e filename   : set error log file (default: stderr)',
  `  -c filename   : set configuration file (default: ${CONF})`,
  '  -g directives : set global directives out of configuration file',
];

/** `nginx -t`, and `-T`, which prints the files too. */
function tested(nginx: Nginx, dumps: boolean, quiet: boolean, out: Outbox): Terminal {
  const { settings, lines, syntaxOk } = load(nginx.files, (name) => out.resolve(name));
  const fine = `nginx: the configuration file ${CONF} syntax is ok`;
  // What goes wrong after reading comes below that line; warnings are all from reading.
  const read = settings || !syntaxOk ? lines : lines.slice(0, -1);
  const after = settings || !syntaxOk ? [] : lines.slice(-1);
  const verdict = `nginx: configuration file ${CONF} test ${settings ? 'is successful' : 'failed'}`;
  const said = quiet && settings ? read : [...read, ...(syntaxOk ? [fine] : []), ...after, verdict];
  const dump =
    dumps && settings
      ? Object.keys(nginx.files).flatMap((name) => [
          `# configuration file ${CONF_PREFIX}${name}:`,
          ...(nginx.files[name] ?? '').split('\n'),
        ])
      : [];
  return { lines: [...said, ...dump], exit: settings ? 0 : 1 };
}

/** What a signal does to the master or, with the id of one, to a worker: a worker that ends is replaced. */
export function signalled(nginx: Nginx, signal: Signal, pid: number | undefined, out: Outbox): void {
  const worker = nginx.workers.find((one) => one.pid === pid);
  if (worker) {
    if (signal === 'SIGKILL') killWorker(nginx, worker, 9, out);
    else if (signal === 'SIGTERM' || signal === 'SIGINT') killWorker(nginx, worker, signal === 'SIGINT' ? 2 : 15, out);
    return;
  }
  const event = eventOf[signal];
  if (event === 'resume' || event === 'crash' || !isFrozen(nginx)) command(nginx, event, out);
}

const eventOf: Readonly<Record<Signal, PowerEvent>> = {
  SIGINT: 'stop',
  SIGTERM: 'stop',
  SIGQUIT: 'quit',
  SIGHUP: 'reload',
  SIGKILL: 'crash',
  SIGSTOP: 'hang',
  SIGTSTP: 'hang',
  SIGCONT: 'resume',
};
