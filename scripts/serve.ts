import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.ts';

/**
 * Serves what `npm run build` wrote, with the headers that a host should send. Asks for `$PORT` (4321 when unset) and
 * takes the next free port where that one is taken.
 * @throws when nothing was built.
 */
export async function serve(): Promise<{ address: string; stop(): Promise<void> }> {
  const folder = fileURLToPath(new URL('../dist/', import.meta.url));
  if (!existsSync(`${folder}index.html`)) throw new Error('There is no site yet: npm run build');
  const answer = filesOf(folder);
  const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');
  const server = createServer((request, response) => {
    if (request.url?.startsWith(base)) request.url = request.url.slice(base.length - 1);
    void answer(request, response);
  });
  const port = await listening(server, Number(process.env.PORT ?? 4321));
  return {
    address: `http://localhost:${port}${base}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server, port: number): Promise<number> {
  for (let tried = port; ; tried++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const refused = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error));
      server.once('error', refused).listen(tried, '127.0.0.1', () => {
        server.off('error', refused);
        resolve(false);
      });
    });
    if (!taken) return tried;
  }
}

if (import.meta.main) console.log((await serve()).address);
