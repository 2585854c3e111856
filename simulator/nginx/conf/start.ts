import { type Cycle, faultAt, type Port, type Spot } from './cycle.ts';
import { fullPath } from './environment.ts';

/** What nginx does after the file was read (`core/ngx_cycle.c: ngx_init_cycle`): its faults name no line. */
export function checkStart(cycle: Cycle, whole: Spot): void {
  if (!cycle.events) return faultAt(cycle, whole, 'no-events');
  for (const [name, { threads, place }] of cycle.threadPools) {
    if (!threads && name !== 'default') faultAt(cycle, place, 'unknown-thread-pool', { value: name });
  }
  checkConnections(cycle, whole);
  const pid = cycle.main.set.get('pid');
  openFile(cycle, fullPath((pid?.value as string | undefined) ?? '/run/nginx.pid'), pid?.directive ?? whole);
  for (const { path, spot } of cycle.paths) {
    const parent = parentOf(path);
    if (!cycle.environment.directories.includes(parent) && !cycle.environment.directories.includes(path)) {
      faultAt(cycle, spot, 'mkdir-failed', { path });
    }
  }
  for (const { path, place } of cycle.logs) openFile(cycle, path, place);
  for (const { name, size, spot } of cycle.zones.values()) {
    if (size === 0) faultAt(cycle, spot, 'zone-zero', { value: name });
  }
  for (const port of cycle.http.ports) {
    for (const { text, ip, spot } of socketsOf(port)) {
      if (port.family !== 'unix' && !cycle.environment.localAddress(ip)) faultAt(cycle, spot, 'bind', { value: text });
    }
  }
}

function checkConnections(cycle: Cycle, whole: Spot): void {
  const setting = cycle.events?.set.get('worker_connections');
  const count = (setting?.value as number | undefined) ?? 512;
  const sockets = cycle.http.ports.reduce((sum, port) => sum + socketsOf(port).length, 0);
  if (count < sockets + 1) faultAt(cycle, setting?.directive ?? whole, 'connections', { count, sockets });
}

/** ngx_http_init_listening: a wildcard socket also serves the addresses that do not ask for one of their own. */
function socketsOf(port: Port) {
  const wildcard = port.addresses.some((address) => address.wildcard);
  return port.addresses.filter((address) => address.wildcard || address.bind || !wildcard);
}

function openFile(cycle: Cycle, path: string, place: Omit<Spot, 'never'>): void {
  const { directories } = cycle.environment;
  const spot = { file: place.file, line: place.line, from: place.from, to: place.to };
  if (directories.includes(path.replace(/(.)\/$/, '$1')))
    faultAt(cycle, spot, 'file-failed', { path, error: '21: Is a directory' });
  else if (!directories.includes(parentOf(path)) && !cycle.environment.exists(path)) {
    faultAt(cycle, spot, 'file-failed', { path, error: '2: No such file or directory' });
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/'))).replace(/(?<=.)\/+$/, '');
}
