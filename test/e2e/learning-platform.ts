import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Package } from '../../scripts/package/pack.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A server on a free port of this machine. */
export interface Served {
  address: string;
  stop(): Promise<void>;
}

const runtime = readFileSync(new URL('../scorm-again.min.js', import.meta.resolve('scorm-again')));

/** The page of a platform around a package; what the platform does is in the scripts that a test puts into it. */
const around = (folder: string) =>
  `<!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,"><script src="/scorm-again.js"></script>` +
  `<iframe id="sco" title="Course" style="width:100%;height:95vh" data-src="${folder}index.html"></iframe></html>`;

/** Serves packages, unpacked, each in a deep folder `/<name>/a/b c/`, and around each the page of a platform: `/<name>/`. */
export function servePackages(packages: Record<string, Package>): Promise<Served> {
  return serve((request) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/scorm-again.js') return { body: runtime, type: 'text/javascript' };
    const [, name = '', inside] = /^\/([^/]+)\/(?:a\/b c\/(.*))?$/.exec(path) ?? [];
    const files = packages[name];
    if (files && inside === undefined) return { body: around(`/${name}/a/b%20c/`), type: 'text/html' };
    const body = files?.[inside ?? ''];
    return body && { body, type: types[extname(inside ?? '')] ?? 'application/octet-stream' };
  });
}

/** A learning record store as cmi5 asks for one, for one launch after the other. */
export interface Store extends Served {
  /** What the statements said, in the order they came. */
  verbs: string[];
  statements: { verb: { id: string }; result?: { score?: { scaled: number } }; context?: object }[];
  /** How often a token was asked for. */
  tokens: number;
  /** What is wrong with what was asked. */
  complaints: string[];
  /** The address of a launch of a package. */
  launch(packageAddress: string, registration: string): string;
}

export async function serveStore(): Promise<Store> {
  const kept = new Map<string, string>();
  const asked = new Set<string>();
  const store = { verbs: [], statements: [], tokens: 0, complaints: [] } as unknown as Store;
  const served = await serve((request, body) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'OPTIONS') return { body: '' };
    if (pathname === '/token') {
      store.tokens++;
      if (asked.has(search)) return { body: '{"error-code":"1","error-text":"already in use"}' };
      asked.add(search);
      return { body: '{"auth-token":"c2VjcmV0"}' };
    }
    if (request.headers.authorization !== 'Basic c2VjcmV0') store.complaints.push(`${pathname}: no token`);
    if (request.headers['x-experience-api-version'] !== '1.0.3') store.complaints.push(`${pathname}: no version`);
    if (pathname === '/xapi/agents/profile') return { body: '{"languagePreference":"zh-CN"}' };
    if (pathname === '/xapi/statements') {
      for (const statement of [JSON.parse(body)].flat()) {
        store.statements.push(statement);
        store.verbs.push(statement.verb.id.split('/').at(-1));
      }
      return { body: '[]' };
    }
    if (searchParams.get('stateId') === 'LMS.LaunchData') return { body: JSON.stringify(launchData) };
    if (request.method === 'GET') return kept.has(search) ? { body: kept.get(search) as string } : undefined;
    kept.set(search, body);
    return { body: '' };
  });
  const actor = JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'ada' } });
  store.launch = (packageAddress, registration) =>
    `${packageAddress}?${new URLSearchParams({
      endpoint: `${served.address}xapi/`,
      fetch: `${served.address}token?launch=${Math.random()}`,
      actor,
      registration,
      activityId: 'https://lms.example/activities/1',
    })}`;
  return Object.assign(store, served);
}

const launchData = {
  contextTemplate: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's1' } },
  launchMode: 'Normal',
  masteryScore: 0.9,
  moveOn: 'Passed',
};

interface Answer {
  body: string | Uint8Array;
  type?: string;
}

async function serve(answer: (request: IncomingMessage, body: string) => Answer | undefined): Promise<Served> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const found = answer(request, Buffer.concat(chunks).toString());
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
      'access-control-allow-methods': 'GET, POST, PUT',
    });
    response.end(found?.body ?? '{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
