import { parentOf, resolvePath } from '../../core/path.ts';
import { textOf } from '../../core/utf8.ts';
import type { Disk } from './disk.ts';
import { type LogEntry, master } from './log.ts';
import { isYes, numberValue, textValue, type Values } from './values.ts';

/** The network of the machine that the server starts on. */
export interface Network {
  /** The machine's own addresses. */
  addresses(): readonly string[];
  /** Addresses of a name; nothing: it does not resolve. */
  resolve(name: string): readonly string[] | undefined;
  /** Listens there: `127.0.0.1:6379`, `[::1]:6379`, on all of a kind `0.0.0.0:6379`, `[::]:6379`. False: in use. */
  bind(address: string): boolean;
}

/** What opening the ports gives: lines to log, and whether the server ends with them. */
export interface Opened {
  entries: LogEntry[];
  failed: boolean;
}

/** Opens every port and socket, in the order of `bind` (server.c, `listenToPort`). */
export function openPorts(values: Values, network: Network, disk: Disk): Opened {
  const port = numberValue(values, 'port');
  const opened: Opened = { entries: [], failed: false };
  let count = 0;
  for (const at of port === 0 ? [] : [port, ...(isYes(values, 'cluster-enabled') ? [port + 10000] : [])]) {
    count += openPort(values, at, network, opened);
    if (opened.failed) return opened;
  }
  const socket = textOf(textValue(values, 'unixsocket'));
  if (socket !== '' && !disk.folders.has(parentOf(resolvePath(values.dir, socket)))) {
    const words = values.version === '3.2.1' ? 'Opening Unix socket' : 'Failed opening Unix socket';
    opened.entries.push(master(values, '#', `${words}: bind: No such file or directory`));
    return { ...opened, failed: true };
  }
  if (count > 0 || socket !== '') return opened;
  opened.entries.push(master(values, '#', 'Configured to not listen anywhere, exiting.'));
  return { ...opened, failed: true };
}

function openPort(values: Values, port: number, network: Network, opened: Opened): number {
  const old = values.version === '3.2.1';
  const words = old && values.bind.length === 0 ? ['*'] : values.bind;
  const everywhere = old && values.bind.length === 0;
  let count = 0;
  for (const word of words) {
    // 7.0.15: a `-` before an address: no matter if the machine does not have it.
    const optional = !old && word.startsWith('-');
    const name = optional ? word.slice(1) : word;
    const error = everywhere ? bindEverywhere(port, network) : bindName(values, textOf(name), port, network);
    if (error === undefined) {
      count++;
      continue;
    }
    const where = `${textOf(name)}:${port}: ${error}`;
    const words = old
      ? `Creating Server TCP listening socket ${where}`
      : `Warning: Could not create server TCP listening socket ${where}`;
    opened.entries.push(master(values, '#', words));
    if (optional && error === NOT_OURS) continue;
    if (!old) opened.entries.push(master(values, '#', `Failed listening on port ${port} (TCP), aborting.`));
    opened.failed = true;
    return count;
  }
  return count;
}

const NOT_OURS = 'bind: Cannot assign requested address';
const IN_USE = 'bind: Address already in use';
const UNKNOWN = 'Name or service not known';
/** No name server answers in the lab, as on the machine that was recorded. */
const UNANSWERED = 'Temporary failure in name resolution';

/** No `bind` in 3.2.1: every address of both kinds. */
const bindEverywhere = (port: number, network: Network) =>
  bindOne('::', port, network) ?? bindOne('0.0.0.0', port, network);

const bindOne = (ip: string, port: number, network: Network): string | undefined =>
  network.bind(ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`) ? undefined : IN_USE;

/** Binds one word of `bind`; what is wrong, in the words of anet.c, where something is. */
function bindName(values: Values, name: string, port: number, network: Network): string | undefined {
  const v6 = name.includes(':');
  const all = v6 ? name === '::*' && values.version !== '3.2.1' : name === '*';
  const found = all ? { ip: v6 ? '::' : '0.0.0.0' } : lookUp(name, v6, network);
  if ('error' in found) return found.error;
  const local = ['0.0.0.0', '::', ...network.addresses()].includes(found.ip) || found.ip.startsWith('127.');
  return local ? bindOne(found.ip, port, network) : NOT_OURS;
}

/** `getaddrinfo` for one kind of address. */
function lookUp(name: string, v6: boolean, network: Network): { ip: string } | { error: string } {
  if (v6) return isV6(name) ? { ip: shortened(name) } : { error: UNKNOWN };
  const number = v4Of(name);
  if (number !== undefined) return { ip: number };
  const known = network.resolve(name)?.find((ip) => !ip.includes(':'));
  if (known !== undefined) return { ip: known };
  // A name server is asked only for what may be a name.
  const askable = /^[a-z0-9_]([a-z0-9_.-]*)$/i.test(name) && !/^[\d.]+$/.test(name);
  return { error: askable ? UNANSWERED : UNKNOWN };
}

/** An address of one to four numbers (`inet_aton`): `127.1` is 127.0.0.1, `0x7f000001` too. */
function v4Of(name: string): string | undefined {
  const parts = name.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(part))) return undefined;
  const numbers = parts.map((part) => (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.pop() as number;
  if (numbers.some((number) => number > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  const rest = Array.from(
    { length: 4 - numbers.length },
    (_, i) => Math.floor(last / 256 ** (3 - numbers.length - i)) % 256,
  );
  return [...numbers, ...rest].join('.');
}

const isV6 = (name: string) => {
  const groups = name.split(':');
  const gaps = name.split('::').length - 1;
  const good = groups.every((group) => /^[0-9a-f]{0,4}$/i.test(group));
  return good && gaps <= 1 && groups.length <= 8 && (gaps === 1 || (groups.length === 8 && !groups.includes('')));
};

/** `0:0:0:0:0:0:0:1` is `::1`. */
const shortened = (name: string) =>
  name
    .replace(/^(0{1,4}:){7}0{0,3}1$/, '::1')
    .replace(/^(0{1,4}:){7}0{1,4}$/, '::')
    .toLowerCase();
