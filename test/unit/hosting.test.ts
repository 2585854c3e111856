import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersIn } from '../../scripts/headers.ts';
import { headersOf, nginxPolicy } from '../../site/hosting/headers.ts';
import { policyOf, policyOfAll, withPolicy, written } from '../../site/hosting/policy.ts';

const conf = readFileSync(new URL('../../hosting/nginx.conf', import.meta.url), 'utf8');

const page = (inside: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${inside}</body></html>`;
/** As browsers count it. */
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('what a page may do', () => {
  test('is no more than it needs: its own scripts and styles, by their hashes', () => {
    const html = page(
      `<!-- <script>no()</script> --><script>a()</script><script type="module" src="./b.js"></script><p title="<script>c()</script>" style="color:&quot;red&quot;"></p><style>p{}</style>`,
    );
    const policy = policyOf(html, 'en/about/index.html');
    expect(policy['script-src']).toEqual(["'self'", hash('a()')]);
    expect(policy['style-src']).toEqual(["'self'", hash('p{}'), "'unsafe-hashes'", hash('color:"red"')]);
    expect(policy['trusted-types']).toEqual(['default']);
    expect(withPolicy(html, policy, '')).toContain(
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${written(policy)}">`,
    );
  });

  test('with a lab: the editor’s styles and makers of HTML, and never a script from text', () => {
    const policy = policyOf(
      page('<astro-island></astro-island><script>a()</script><style>p{}</style>'),
      'en/x/index.html',
    );
    expect(policy['style-src']).toEqual(["'self'", "'unsafe-inline'"]);
    expect(policy['trusted-types']).toContain('editorViewLayer');
    expect(written(policy)).toContain("require-trusted-types-for 'script'");
    expect(policy['script-src']?.join()).not.toMatch(/unsafe-(inline|eval)'/);
  });

  test('the header allows what any page may, and a hash never takes another page’s styles back', () => {
    const pages = ['<style>p{}</style><script>a()</script>', '<astro-island></astro-island><script>b()</script>'];
    const all = policyOfAll([
      ...pages.map((inside) => policyOf(page(inside), 'x/index.html')),
      policyOf('', '404.html'),
    ]);
    expect(all['script-src']).toEqual(["'self'", hash('a()'), hash('b()')]);
    expect(all['style-src']).toEqual(["'self'", "'unsafe-inline'"]);
    expect(all['base-uri']).toEqual(["'self'"]);
    expect(all['object-src']).toEqual(["'none'"]);
  });
});

test('static hosts are told what pages may do, that only exercises may be framed, and what never changes', () => {
  const paths = ['index.html', 'en/index.html', 'en/ip-hash/index.html', 'en/ip-hash/transfer/index.html'];
  const text = headersOf([...paths, 'en/embed/ip-hash/index.html', '404.html', '_astro/x.js'], "default-src 'self'");
  const folder = mkdtempSync(join(tmpdir(), 'session-lab-headers-'));
  writeFileSync(join(folder, '_headers'), text);
  const said = headersIn(folder);
  const policies = (path: string) => said(path)['content-security-policy'];
  for (const path of ['/', '/en/', '/en/ip-hash/', '/en/ip-hash/transfer/'])
    expect(policies(path)).toEqual(["default-src 'self'", "frame-ancestors 'self'"]);
  for (const path of ['/en/embed/ip-hash/', '/_astro/x.js']) expect(policies(path)).toEqual(["default-src 'self'"]);
  expect(said('/_astro/x.js')['cache-control']?.[0]).toContain('immutable');
  expect(said('/')['x-content-type-options']).toEqual(['nosniff']);
  rmSync(folder, { recursive: true });
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
  writeFileSync(join(folder, 'site', '_nginx.conf'), nginxPolicy("default-src 'self'; script-src 'self'"));
  const port = await freePort();
  writeFileSync(
    join(folder, 'site.conf'),
    conf.replace('listen 8080', `listen 127.0.0.1:${port}`).replaceAll('/usr/share/nginx/html', join(folder, 'site')),
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
    expect(lesson.headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self', frame-ancestors 'self'",
    );
    expect(lesson.headers.get('cache-control')).toBe('no-cache');
    expect(lesson.headers.get('x-content-type-options')).toBe('nosniff');
    const embed = await get('/en/embed/ip-hash/');
    expect(embed.headers.get('content-security-policy')).toMatch(/^default-src .*, frame-ancestors \*$/);
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
