import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** A plain server that knows nothing of the site but in which of its folders it lies. */
export interface FolderServer {
  /** With the folder, e.g. `http://localhost:40001/some/deep/folder/`. */
  address: string;
  stop(): Promise<void>;
}

/**
 * Serves what was built under a folder such as `/some/deep/folder/`, and a page without its last slash as well, as some
 * hosts do. `change` may serve a file otherwise.
 */
export async function serveUnder(
  folder: string,
  change: (path: string, body: Buffer) => Buffer = (_path, body) => body,
): Promise<FolderServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(folder) ? decodeURIComponent(pathname.slice(folder.length)) : undefined;
    const found = inside === undefined ? undefined : await first([inside, join(inside, 'index.html')]);
    const { path, body } = found ?? { path: '404.html', body: await readFile(join(dist, '404.html')) };
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(change(path, body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${folder}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The first of these files that is there. */
async function first(paths: string[]): Promise<{ path: string; body: Buffer } | undefined> {
  for (const path of paths) {
    const body = await readFile(join(dist, path)).catch(() => undefined);
    if (body) return { path, body };
  }
  return undefined;
}
