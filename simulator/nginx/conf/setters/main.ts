import { parseCidr, resolveHost } from '../address.ts';
import { cString } from '../bytes.ts';
import { argument, type Block, type Conf, fault, newScope, setOnce, spotOf, warn } from '../cycle.ts';
import { CONF_PREFIX, fullPath } from '../environment.ts';
import { parseNumber, parseSize } from '../values.ts';
import type { Setter } from './setters.ts';
import { setSyslog } from './syslog.ts';

/** Setters of the core and events modules (`core/nginx.c`, `event/ngx_event.c`). */
export const main: Record<string, Setter> = {
  '@set_worker_processes': setWorkerProcesses,
  '@set_user': setUser,
  '@set_priority': setPriority,
  '@set_cpu_affinity': setCpuAffinity,
  '@set_env': () => undefined,
  '@load_module': loadModule,
  '@error_log': setErrorLog,
  '@core_error_log': setErrorLog,
  '@openssl_engine': setEngine,
  '@thread_pool': setThreadPool,
  '@events_block': openEvents,
  '@event_connections': setConnections,
  '@event_use': setUse,
  '@event_debug_connection': setDebugConnection,
};

function setWorkerProcesses(conf: Conf): void {
  const word = argument(conf, 0);
  const value = word.text === 'auto' ? 1 : parseNumber(word.text);
  if (setOnce(conf, value) && value === undefined) fault(conf, 'invalid-value', {}, word);
}

function setUser(conf: Conf): void {
  const [user, group = user] = conf.directive.args;
  if (!user || !group || !setOnce(conf, user.text)) return;
  const { users, groups } = conf.cycle.environment;
  if (!users.includes(user.text)) fault(conf, 'user', { user: cString(user.text), error: '' }, user);
  else if (!groups.includes(group.text)) fault(conf, 'group', { group: cString(group.text), error: '' }, group);
}

function setPriority(conf: Conf): void {
  const word = argument(conf, 0);
  const value = parseNumber(word.text.replace(/^-/, ''));
  if (setOnce(conf, value) && value === undefined) fault(conf, 'invalid-number', {}, word);
}

/** CPU_SETSIZE: the longest mask. */
const MAX_CPUS = 1024;

function setCpuAffinity(conf: Conf): void {
  if (!setOnce(conf, conf.directive.args.length)) return;
  const [first, ...rest] = conf.directive.args;
  const masks = first?.text === 'auto' ? rest : conf.directive.args;
  if (first?.text === 'auto' && rest.length > 1) return fault(conf, 'affinity-arguments');
  for (const mask of masks) {
    if (mask.text.length > MAX_CPUS) {
      return fault(
        conf,
        'directive-text',
        { name: 'worker_cpu_affinity', text: `supports up to ${MAX_CPUS} CPUs only` },
        mask,
      );
    }
    const wrong = [...mask.text].reverse().find((character) => !/[01 ]/.test(character));
    if (wrong) return fault(conf, 'affinity', { character: wrong }, mask);
  }
}

function loadModule(conf: Conf): void {
  const word = argument(conf, 0);
  fault(conf, 'load-module', { path: fullPath(word.text) }, word);
}

const LOG_LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];

/** ngx_log_set_log. */
function setErrorLog(conf: Conf): void {
  const [file, ...levels] = conf.directive.args;
  if (!file) return;
  if (file.text.startsWith('memory:')) {
    const value = file.text.slice('memory:'.length);
    if ((parseSize(value) ?? 0) < leastMemoryLog(conf.directive.file))
      return fault(conf, 'buffer-size', { value }, file);
  } else if (file.text.startsWith('syslog:')) {
    if (!setSyslog(conf, file)) return;
  } else if (file.text !== 'stderr' && file.text !== '')
    conf.cycle.logs.push({ path: fullPath(cString(file.text)), place: spotOf(conf.directive, file) });
  let chosen: string | undefined;
  for (const level of levels) {
    const known = LOG_LEVELS.includes(level.text) || level.text.startsWith('debug_');
    if (!known) return fault(conf, 'log-level', { value: level.text }, level);
    if (chosen && !level.text.startsWith('debug_'))
      return fault(conf, 'duplicate-log-level', { value: level.text }, level);
    chosen = level.text;
  }
}

/** Room for one message, and for the line that says where the buffer was declared (measured: 2120 for /etc/nginx/nginx.conf). */
const leastMemoryLog = (file: string) => 2048 + 51 + CONF_PREFIX.length + file.length;

const ENGINES = '/usr/lib/x86_64-linux-gnu/engines-3/';

function setEngine(conf: Conf): void {
  const word = argument(conf, 0);
  const { text: value } = word;
  if (!setOnce(conf, value)) return;
  if (value === '') return fault(conf, 'engine-nameless', {}, word);
  fault(conf, 'engine', { value, library: `${ENGINES}${value}${value.includes('/') ? '' : '.so'}` }, word);
}

function setThreadPool(conf: Conf): void {
  const [name, ...parameters] = conf.directive.args;
  if (!name) return;
  const pools = conf.cycle.threadPools;
  if (pools.get(name.text)?.threads) return fault(conf, 'thread-duplicate', { value: name.text }, name);
  let threads = false;
  for (const word of parameters) {
    const [, key, digits = ''] = /^(threads|max_queue)=(.*)$/s.exec(word.text) ?? [];
    if (!key) continue;
    const value = parseNumber(digits);
    if (key === 'threads') {
      if (!value) return fault(conf, 'thread-parameter', { value: word.text }, word);
      threads = true;
    } else if (value === undefined) return fault(conf, 'thread-queue', { value: word.text }, word);
  }
  if (!threads) return fault(conf, 'thread-missing', { value: conf.directive.name }, name);
  pools.set(name.text, { threads, place: spotOf(conf.directive, name) });
}

function openEvents(conf: Conf): Block {
  if (conf.cycle.events) fault(conf, 'duplicate', {}, conf.directive.nameRange);
  const scope = newScope('E', conf.scope, conf.directive);
  conf.cycle.events ??= scope;
  return { scope };
}

function setConnections(conf: Conf): void {
  const word = argument(conf, 0);
  const value = parseNumber(word.text);
  if (setOnce(conf, value) && value === undefined) fault(conf, 'invalid-number-is', { value: word.text }, word);
}

function setUse(conf: Conf): void {
  const word = argument(conf, 0);
  if (setOnce(conf, word.text) && word.text !== 'epoll') fault(conf, 'event-type', { value: word.text }, word);
}

/** Debian's build has no debugging: the address is not even looked at. */
function setDebugConnection(conf: Conf): void {
  const word = argument(conf, 0);
  const { environment } = conf.cycle;
  const cidr = parseCidr(word.text);
  if (cidr?.lowBits) warn(conf, 'low-bits', { value: word.text }, word);
  if (cidr || word.text === 'unix:') return;
  if (resolveHost(word.text, environment)) return;
  fault(conf, 'debug-connection', { reason: 'host not found', value: word.text }, word);
}
