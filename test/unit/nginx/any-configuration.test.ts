import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nginxFiles } from '../../../simulator/lab/stock.ts';
import { type Nginx, newNginx, nginx } from '../../../simulator/nginx/nginx.ts';
import { deliver, recorder } from './outbox.ts';

interface ConfigCase {
  id: string;
  ok: boolean;
  config?: string;
  files?: Record<string, string>;
}

const cases = readFileSync(join(import.meta.dirname, '../../recordings/nginx/config-cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ConfigCase)
  .filter(({ ok, config }) => ok && config !== undefined);

const names: Record<string, string[]> = {
  localhost: ['127.0.0.1'],
  tomcat1: ['127.0.1.1'],
  tomcat2: ['127.0.1.2'],
  tomcat3: ['127.0.1.3'],
  dual: ['127.0.2.1', '127.0.2.2'],
};

/** Asks the port for a page; whoever is asked behind nginx answers, or is not there. */
function visit(host: Nginx, port: number, chain: string): number | undefined {
  const out = recorder();
  const request = {
    method: 'GET',
    target: '/app/x.jsp?a=1',
    version: '1.1' as const,
    headers: [['Host', 'localhost']] as [string, string][],
  };
  deliver(host, out, 'A', `127.0.0.1:${port}`, { type: 'request', chain, attempt: 0, request, source: '203.0.113.7' });
  for (let i = 0; i < out.sent.length; i++) {
    const { to, body } = out.sent[i] as (typeof out.sent)[number];
    if (to === 'A') return body.type === 'response' ? body.response.status : 0;
    if (body.type === 'request' && i % 2 === 0)
      deliver(host, out, to, 'nginx', { type: 'refused', chain, attempt: body.attempt });
    else if (body.type === 'request') {
      const response = {
        status: 200,
        reason: 'OK',
        headers: [
          ['Content-Length', '2'],
          ['Location', 'http://backend/'],
        ] as [string, string][],
        body: 'ok',
      };
      deliver(host, out, 'tomcat', 'nginx', { type: 'response', chain, attempt: body.attempt, response });
    }
  }
  return undefined;
}

test('every recorded configuration that nginx accepts starts, and each of its ports answers', () => {
  const silent: string[] = [];
  let asked = 0;
  for (const { id, config = '', files = {} } of cases) {
    const out = recorder();
    out.resolve = (name) => names[name];
    const host = newNginx({ name: 'nginx', machine: 'server', files: { ...nginxFiles(config), ...files } });
    nginx.power(host, 'start', out);
    if (host.mode !== 'running') continue;
    const ports = [...new Set(host.workers[0]?.settings.listens.map(({ port }) => port))].filter((port) => port > 0);
    for (const port of ports) {
      asked++;
      const status = visit(host, port, `${id}:${port}`);
      if (status === undefined) silent.push(`${id}:${port}`);
    }
    nginx.key(nginx.fork(host), 0);
  }
  expect(silent).toEqual([]);
  expect(asked).toBeGreaterThan(cases.length / 2);
});
