import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page on a server of its own, which is another origin than the site's. */
export interface ForeignPage {
  address: string;
  close(): Promise<void>;
}

/** Serves one page of somebody else. */
export async function foreignPage(html: string, headers: Record<string, string> = {}): Promise<ForeignPage> {
  const server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(found ? `<!doctype html><html lang="en"><title>Foreign</title>${html}` : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
