import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '../../scripts/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, 'en'));
  writeFileSync(join(folder, 'en/index.html'), '<h1>English</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Not here</h1>');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Frame-Options: DENY\n');
  const answer = filesOf(folder);
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** The first line of the answer and all of it. */
async function ask(target: string): Promise<{ status: string; answer: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.0\r\n\r\n`);
  const answer = await text(socket);
  return { status: answer.split('\r\n')[0] as string, answer };
}

describe('the built site is served as hosts do', () => {
  test('a page by the name of its folder, with what _headers say', async () => {
    const { status, answer } = await ask('/en/');
    expect(status).toContain('200');
    expect(answer).toContain('<h1>English</h1>');
    expect(answer).toContain('x-frame-options: DENY');
  });

  test('without its slash a folder is somewhere else', async () => {
    const { status, answer } = await ask('/en?as=linked');
    expect(status).toContain('301');
    expect(answer).toContain('location: /en/?as=linked');
  });

  test.each(['/nothing', '/../serve.test.ts', '/%2e%2e/%2e%2e/etc/passwd', '/%', '/en/%00', '//'])(
    '%s is not there',
    async (target) => {
      const { status, answer } = await ask(target);
      expect(status).toContain('404');
      expect(answer).toContain('<h1>Not here</h1>');
    },
  );

  test('nobody is waiting any more', async () => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method: 'GET', url: '/en/' });
    const response = new ServerResponse(request);
    response.destroy();
    await expect(filesOf(folder)(request, response)).resolves.toBeUndefined();
  });
});
