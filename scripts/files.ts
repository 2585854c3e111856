import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { headersIn } from './headers.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const compressible = /^text\/|json|xml|wasm/;

/**
 * Answers with a file of a folder: a page by its own folder's name, the page for what is not there with 404. What the
 * folder's `_headers` say is sent along; texts are compressed for whoever takes gzip, as hosts do.
 */
export function filesOf(folder: string): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const headersAt = headersIn(folder);
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname, search } = addressIn(request);
    const asked = fileAt(folder, pathname);
    const found = asked === undefined ? undefined : await fileOrIndex(asked);
    if (found?.moved) {
      // With two slashes before it, a path would be the name of another host.
      response.writeHead(301, { location: `${pathname.replace(/^\/+/, '/')}/${search}` }).end();
      return;
    }
    const path = found?.path ?? join(folder, '404.html');
    // Whoever asked may be gone by now.
    if (response.destroyed) return;
    const type = types[extname(path)] ?? 'application/octet-stream';
    const gzip = compressible.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(found ? 200 : 404, {
      'content-type': type,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      ...headersAt(pathname),
    });
    if (request.method === 'HEAD') response.end();
    // What cannot be read, or is no longer wanted, is cut off.
    else if (gzip) pipeline(createReadStream(path), createGzip(), response, () => {});
    else pipeline(createReadStream(path), response, () => {});
  };
}

/** What a request asks for. Whatever stands in its line, it is a path of this host. */
export const addressIn = ({ url = '/' }: Pick<IncomingMessage, 'url'>): URL =>
  new URL(`http://localhost${url.startsWith('/') ? url : '/'}`);

/** `undefined`: nothing inside the folder is meant. */
function fileAt(folder: string, pathname: string): string | undefined {
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    return path.startsWith(normalize(folder + sep)) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

async function fileOrIndex(path: string): Promise<{ path: string; moved?: boolean } | undefined> {
  const kind = await kindOf(path);
  if (kind === 'file') return { path };
  if (kind !== 'folder' || (await kindOf(join(path, 'index.html'))) !== 'file') return undefined;
  return path.endsWith(sep) ? { path: join(path, 'index.html') } : { path, moved: true };
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined;
}
