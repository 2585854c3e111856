/**
 * `InetAddress.getByName`: the first address of a host as Java takes it. An empty one is the machine itself; digits
 * are an address, also with fewer than four numbers (`17` is 0.0.0.17, which no route leads to).
 */
export function inetAddress(
  host: string,
  resolve: (name: string) => readonly string[] | undefined,
): string | 'unreachable' | undefined {
  if (host === '') return '127.0.0.1';
  if (/^\[?[0-9a-f:]*::?[0-9a-f:.]*\]?$/i.test(host)) return host.replace(/[[\]]/g, '').toLowerCase();
  const numbers = /^\d+(\.\d+){0,3}$/.test(host) ? host.split('.').map(Number) : undefined;
  if (!numbers) return resolve(host.toLowerCase())?.[0];
  const last = numbers.pop() ?? 0;
  // The last number fills all bytes that are left.
  const left = 4 - numbers.length;
  if (numbers.some((number) => number > 255) || last >= 256 ** left) return undefined;
  for (let i = left - 1; i >= 0; i--) numbers.push(Math.floor(last / 256 ** i) % 256);
  const address = numbers.join('.');
  if (address === '0.0.0.0') return '127.0.0.1';
  return numbers[0] === 0 ? 'unreachable' : address;
}
