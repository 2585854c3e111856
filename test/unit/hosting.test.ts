import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersOf } from '../../site/hosting/headers.ts';

const conf = readFileSync(new URL('../../hosting/nginx.conf', import.meta.url), 'utf8');

test('static hosts are told that only exercises may be framed, and what never changes', () => {
  const paths = ['index.html', 'en/index.html', 'en/ip-hash/index.html', 'en/ip-hash/transfer/index.html'];
  const rules = headersOf([...paths, 'en/embed/ip-hash/index.html', '404.html', '_astro/x.js']).split('\n');
  const framed = rules.filter((line, at) => line.startsWith('/') && rules[at + 1]?.includes('frame-ancestors'));
  expect(framed).toEqual(['/', '/en/', '/en/ip-hash/*']);
  expect(rules[rules.indexOf('/_astro/*') + 1]).toContain('immutable');
});

const installed = spawnSync('nginx', ['-v']).status === 0;

test(`the real nginx ${installed ? 'accepts the configuration and serves the site by it' : 'is not installed here'}`, async () => {
  expect(conf).toContain('frame-ancestors');
  if (!installed) return;
  const folder = mkdtempSync(join(tmpdir(), 'session-lab-nginx-'));
  const pages = ['index.html', '404.html', 'en/ip-hash/index.html', 'en/embed/ip-hash/index.html', '_astro/x.js'];
  for (const page of [...pages, 'manifest.webmanifest']) {
    mkdirSync(join(folder, 'site', page, '..'), { recursive: true });
    writeFileSync(join(folder, 'site', page), page);
  }
  const port = await freePort();
  writeFileSync(
    join(folder, 'site.conf'),
    conf.replace('listen 8080', `listen 127.0.0.1:${port}`).replace('/usr/share/nginx/html', join(folder, 'site')),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${kind};`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; events {} http { access_log off; ${temporary.join(' ')} types { text/html html; text/javascript js; } include site.conf; }`,
  );
  const words = ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'error.log')];
  expect(spawnSync('nginx', ['-t', ...words], { encoding: 'utf8' }).stderr).toContain('test is successful');

  const nginx = spawn('nginx', words, { stdio: 'ignore' });
  try {
    const get = async (path: string) => {
      for (let tries = 0; ; tries++) {
        try {
          return await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
        } catch (error) {
          if (tries > 100) throw error;
          await new Promise((wait) => setTimeout(wait, 50));
        }
      }
    };
    const lesson = await get('/en/ip-hash/');
    expect(lesson.status).toBe(200);
    expect(lesson.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect(lesson.headers.get('cache-control')).toBe('no-cache');
    expect(lesson.headers.get('x-content-type-options')).toBe('nosniff');
    const embed = await get('/en/embed/ip-hash/');
    expect(embed.headers.get('content-security-policy')).toBe('frame-ancestors *');
    const script = await get('/_astro/x.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/en/ip-hash')).headers.get('location')).toBe('/en/ip-hash/');
    expect((await get('/manifest.webmanifest')).headers.get('content-type')).toBe('application/manifest+json');
    const missing = await get('/en/nothing/');
    expect([missing.status, await missing.text()]).toEqual([404, '404.html']);
  } finally {
    nginx.kill();
  }
  rmSync(folder, { recursive: true });
});

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
