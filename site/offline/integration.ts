import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { FileList } from './list.ts';

/** The worker's file, at the site's root: what lies beside it and below is what it answers for. */
export const WORKER = 'sw.js';

/**
 * What nobody asks for while reading: the host's own files, and the parts of the search that this site does not use.
 * Whether a class can be followed, only the server itself can say.
 */
const unneeded = [
  /^(sw\.js|follow\.json|_headers|_nginx\.conf|\.nojekyll|lab\.png)$/,
  // In other people's pages, which are not here without a network either.
  /^((en|zh-cn)\/)?embed\//,
  /\.(xml|txt|map)$/,
  /^pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\./,
];

/** Builds the service worker, and writes before it what there is to keep. Comes last: it counts what others wrote. */
export const offline = (): AstroIntegration => ({
  name: 'session-lab:offline',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command === 'build') updateConfig({ vite: { plugins: [worker()] } });
    },
    // Whoever built and served the site at this address before has its worker still: this one removes itself.
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split('?')[0]?.endsWith(`/${WORKER}`)) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(leaving);
      });
    },
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      const path = join(root, WORKER);
      const code = readFileSync(path, 'utf8');
      if (/^\s*(import|export)\b/m.test(code)) throw new Error(`${WORKER} must be one file, for every browser`);
      writeFileSync(path, `self.sessionLabFiles=${JSON.stringify(listOf(root))};\n${code}`);
    },
  },
});

const worker = (): Plugin => ({
  name: 'session-lab:service-worker',
  buildStart() {
    if (this.environment.name !== 'client') return;
    this.emitFile({ type: 'chunk', id: fileURLToPath(new URL('./worker.ts', import.meta.url)), fileName: WORKER });
  },
});

/** Everything under a folder that is worth keeping, with what it weighs. */
export function listOf(root: string): FileList {
  const list: FileList = { version: '', transfer: 0, files: {} };
  const whole = createHash('sha256');
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  for (const path of paths.sort()) {
    if (unneeded.some((pattern) => pattern.test(path))) continue;
    const content = readFileSync(join(root, path));
    const revision = createHash('sha256').update(content).digest('hex').slice(0, 8);
    list.files[path] = [revision, content.length];
    list.transfer += gzipSync(content, { level: 6 }).length;
    whole.update(`${path} ${revision}\n`);
  }
  list.version = whole.digest('hex').slice(0, 12);
  return list;
}

const leaving = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name === 'session-lab ' + registration.scope) await caches.delete(name);
  await registration.unregister();
  for (const page of await clients.matchAll({ type: 'window' })) page.navigate(page.url);
})()));
`;
