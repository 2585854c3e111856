import type { Headers, HttpRequest, HttpResponse } from '../../core/http.ts';
import { resolvePath } from '../../core/path.ts';
import type { Body } from '../../engine/world.ts';
import { type Call, hints, type Result } from '../call.ts';
import { writeText } from '../files/change.ts';
import { treeOf } from '../files/tree.ts';
import { finish } from '../finish.ts';
import type { CurlOptions, Exchange, Job } from '../job.ts';
import { printedBy, replace } from '../jobs.ts';
import type { Printed, Turn } from '../state.ts';
import { cookiesFor, cookieText, readCookies, type StoredCookie, withCookie } from './cookie-file.ts';
import { curlOptions } from './curl-options.ts';

const AGENT = 'curl/7.88.1';
const REDIRECTS = 50;

/** curl 7.88.1 against the servers of the lab, by HTTP. */
export function curl(call: Call): Result {
  const options = curlOptions(call);
  if ('status' in options || 'program' in options) return options;
  const started = request(call.turn, options, REDIRECTS);
  if ('hint' in started) return hints(started.hint);
  if ('error' in started)
    return { printed: errors(options, started.printed, started.error, started.status), status: started.status };
  return { program: started.program, printed: started.printed };
}

interface Target {
  host: string;
  port: number;
  path: string;
}

/** The parts of a URL; undefined for what is none. */
function targetOf(url: string): (Target & { scheme: string }) | undefined {
  const parts = /^(?:([a-z]+):\/\/)?(\[[\da-f:.]+\]|[^/:?#[\]\s]+)(?::(\d{1,5}))?([/?][^#\s]*)?(?:#.*)?$/i.exec(url);
  if (!parts) return undefined;
  const [, scheme = 'http', host = '', port, path = '/'] = parts;
  const at = port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port);
  return { scheme, host, port: at, path: path.startsWith('/') ? path : `/${path}` };
}

type Started =
  | { program: Exchange; printed: Printed[] }
  | { error: string; status: number; printed: Printed[] }
  | { hint: Parameters<typeof hints>[0] };

/** Sends a request, or says why there is nobody to send it to. */
function request(turn: Turn, options: CurlOptions, redirects: number): Started {
  const target = targetOf(options.url);
  const refuse = (error: string, status: number, printed: Printed[] = []): Started => ({ error, status, printed });
  if (!target || target.port > 65535) return refuse('URL using bad/illegal format or missing URL', 3);
  const { scheme, host, port, path } = target;
  if (scheme !== 'http' && scheme !== 'https')
    return refuse(`Protocol "${scheme}" not supported or disabled in libcurl`, 1);
  const ip = addressOf(turn, host, port);
  if (ip === undefined) return refuse(`Could not resolve host: ${host}`, 6);
  const shown = ip.replace(/^\[|\]$/g, '');
  const trying = verbose(options, [`*   Trying ${ip}:${port}...`]);
  const { out, terminal } = turn;
  if (!out.kernel.sockets.has(`${ip}:${port}`)) {
    const failed = `Failed to connect to ${host.replace(/^\[|\]$/g, '')} port ${port} after 0 ms: Couldn't connect to server`;
    const told = [
      `* connect to ${shown} port ${port} failed: Connection refused`,
      `* ${failed}`,
      '* Closing connection 0',
    ];
    return refuse(failed, 7, [...trying, ...verbose(options, told)]);
  }
  if (scheme === 'https')
    return { hint: { code: 'option-not-modelled', values: { command: 'curl', option: 'https://' } } };
  const chain = `${terminal.name}/${terminal.begun++}`;
  const sent = requestOf(turn, options, target);
  const address = `${ip}:${port}`;
  const source = ip === '[::1]' ? '::1' : ip.startsWith('127.') ? '127.0.0.1' : ip;
  out.send(address, { type: 'request', chain, attempt: 0, request: sent, source }, 0);
  const head = [`${sent.method} ${path} HTTP/1.1`, ...sent.headers.map(([name, value]) => `${name}: ${value}`), ''];
  const connected = `* Connected to ${host} (${shown}) port ${port} (#0)`;
  const program: Exchange = { kind: 'curl', chain, port, hostName: host, path, address, options, redirects };
  return { program, printed: [...trying, ...verbose(options, [connected, ...head.map((line) => `> ${line}`)])] };
}

/** Where a name leads: of several addresses the first on which somebody listens, as curl tries them in turn. */
function addressOf({ out }: Turn, host: string, port: number): string | undefined {
  const { addresses, sockets } = out.kernel;
  if (host.startsWith('[')) return host;
  if (/^\d+(?:\.\d+){3}$/.test(host)) return host === '0.0.0.0' ? '127.0.0.1' : host;
  const known = host === 'ubuntu' ? addresses.slice(0, 1) : out.resolve(host.toLowerCase());
  const bracketed = known?.map((ip) => (ip.includes(':') ? `[${ip}]` : ip));
  return bracketed?.find((ip) => sockets.has(`${ip}:${port}`)) ?? bracketed?.[0];
}

function requestOf(turn: Turn, options: CurlOptions, { host, port, path }: Target): HttpRequest {
  const own = new Set(options.headers.map(([name]) => name.toLowerCase()));
  const stored = cookiesFor(cookiesOf(turn, options), host, path.replace(/\?.*$/, ''));
  const cookies = [...stored, ...(options.cookieText === undefined ? [] : [options.cookieText])].join('; ');
  const usual: Headers = [
    ['Host', port === 80 ? host : `${host}:${port}`],
    ['User-Agent', AGENT],
    ['Accept', '*/*'],
    ...(cookies === '' ? [] : [['Cookie', cookies] satisfies [string, string]]),
  ];
  const headers: Headers = usual.filter(([name]) => !own.has(name.toLowerCase()));
  for (const [name, value] of options.headers) if (value !== '') headers.push([name, value]);
  const { data, method } = options;
  if (data === undefined) return { method, target: path, version: '1.1', headers };
  headers.push(['Content-Length', String(data.length)]);
  if (!own.has('content-type')) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return { method, target: path, version: '1.1', headers, body: data };
}

function cookiesOf({ terminal, out }: Turn, { cookieFile }: CurlOptions): StoredCookie[] {
  if (cookieFile === undefined) return [];
  const node = treeOf(out.kernel).get(resolvePath(terminal.cwd, cookieFile));
  return node?.kind === 'file' ? readCookies(node.text ?? '') : [];
}

/** The answer is there, or the end of the connection without one. */
export function answered(turn: Turn, job: Job, body: Body): void {
  const { program } = job;
  if (program.kind !== 'curl') return;
  const { options } = program;
  if (body.type !== 'response') {
    const reset = body.type === 'closed' && body.how === 'reset';
    const error = reset ? 'Recv failure: Connection reset by peer' : 'Empty reply from server';
    return finish(turn, printedBy(turn, job, errors(options, [], error, reset ? 56 : 52)), reset ? 56 : 52);
  }
  const { response } = body;
  keepCookies(turn, program, response);
  const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const again = options.follow && location !== undefined && response.status >= 300 && response.status < 400;
  const shown = printedBy(turn, job, shownOf(turn, program, response, again));
  if (!again || program.redirects === 0) return finish(turn, shown, options.fail && response.status >= 400 ? 22 : 0);
  const url = /^[a-z]+:\/\//i.test(location) ? location : `http://${program.hostName}:${program.port}${location}`;
  const method = options.method === 'POST' && response.status < 307 ? 'GET' : options.method;
  const cookieFile = options.jar ?? options.cookieFile;
  const next = request(turn, { ...options, url, method, data: undefined, cookieFile }, program.redirects - 1);
  if ('hint' in next) return finish(turn, shown, 1);
  if ('error' in next)
    return finish(turn, printedBy(turn, shown, errors(options, next.printed, next.error, next.status)), next.status);
  replace(turn.terminal, printedBy(turn, { ...shown, program: next.program }, next.printed));
}

function keepCookies(turn: Turn, { options, hostName, path }: Exchange, { headers }: HttpResponse): void {
  if (options.jar === undefined) return;
  let cookies = cookiesOf(turn, options);
  for (const [name, value] of headers)
    if (name.toLowerCase() === 'set-cookie') cookies = withCookie(cookies, value, hostName, path.replace(/\?.*$/, ''));
  writeText(turn, resolvePath(turn.terminal.cwd, options.jar), cookieText(cookies));
}

/** What curl prints of an answer, by its options. */
function shownOf(turn: Turn, program: Exchange, response: HttpResponse, again: boolean): Printed[] {
  const { options, hostName } = program;
  const { status, headers, body } = response;
  const head = [`HTTP/1.1 ${status} ${response.reason}`, ...headers.map(([name, value]) => `${name}: ${value}`), ''];
  const told = verbose(
    options,
    head.map((line) => `< ${line}`),
  );
  const left = verbose(options, [`* Connection #0 to host ${hostName} left intact`]);
  const failed = options.fail && status >= 400;
  if (failed) return [...told, ...errors(options, [], `The requested URL returned error: ${status}`, 22), ...left];
  const text = options.headOnly || again ? '' : body;
  const lines = [
    ...(options.include || options.headOnly ? head : []),
    ...(text === '' ? [] : text.replace(/\n$/, '').split('\n')),
  ];
  const end = again ? '' : (options.writeOut ?? '').replaceAll('%{http_code}', String(status)).replaceAll('\\n', '\n');
  const after = end === '' ? [] : end.replace(/\n$/, '').split('\n');
  if (options.output === undefined) return [...told, ...[...lines, ...after].map(out), ...left];
  const path = resolvePath(turn.terminal.cwd, options.output);
  if (path !== '/dev/null') writeText(turn, path, lines.map((line) => `${line}\n`).join(''));
  return [...told, ...(options.silent ? [] : meter(body.length)), ...after.map(out), ...left];
}

const out = (text: string): Printed => ({ to: 1, text });

const meter = (bytes: number): Printed[] =>
  [
    '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
    '                                 Dload  Upload   Total   Spent    Left  Speed',
    `100 ${String(bytes).padStart(5)}  100 ${String(bytes).padStart(5)}    0     0  ${String(bytes * 400).padStart(5)}      0 --:--:-- --:--:-- --:--:-- ${String(bytes * 400).padStart(5)}`,
  ].map((text) => ({ to: 2, text }));

const verbose = (options: CurlOptions, lines: readonly string[]): Printed[] =>
  options.verbose ? lines.map((text) => ({ to: 2, text })) : [];

function errors({ silent, showError }: CurlOptions, before: Printed[], error: string, status: number): Printed[] {
  return silent && !showError ? before : [...before, { to: 2, text: `curl: (${status}) ${error}` }];
}
