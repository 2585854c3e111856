import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Built } from './addresses.ts';
import { relocated, relocatedStyle } from './html.ts';

const inline = (name: string) => readFileSync(new URL(`../inline/${name}.js`, import.meta.url), 'utf8');

/**
 * Makes every built page find the site by relative ways, so that the same files run in any folder of any server.
 * `later` are files at the site's root that somebody writes afterwards.
 */
export function relocate({ later = [] as string[] } = {}): AstroIntegration {
  let base = '/';
  return {
    name: 'session-lab:relocate',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // Scripts find each other, their styles and their workers from where they lie.
        updateConfig({ vite: { experimental: { renderBuiltUrl: () => ({ relative: true }) } } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = new Set([...filesIn(root), ...later]);
        for (const file of files) {
          if (!/\.(html|css)$/.test(file)) continue;
          const text = readFileSync(join(root, file), 'utf8');
          writeFileSync(join(root, file), rewritten(text, file, { files, base }));
        }
      },
    },
  };
}

/** Every file under a folder, as a path with `/`. */
const filesIn = (root: string): Set<string> =>
  new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );

/** Before every other script: each may want it. */
const trusted = `<script>${inline('trusted')}</script>`;

function rewritten(text: string, file: string, built: Built): string {
  if (file.endsWith('.css')) return relocatedStyle(text, file, built);
  const html = relocated(text, file, built);
  return file === '404.html' ? lost(html, built.base) : arrived(html, file);
}

/** Nobody knows how deep the missing page lies, so the page for it names the site's root itself. */
const lost = (html: string, base: string) =>
  afterCharset(html, `<base href="${base}">${trusted}<script>${inline('lost')}</script>`, '404.html');

const arrived = (html: string, page: string) =>
  afterCharset(html, `${trusted}<script>${inline('arrive')}</script>`, page);

function afterCharset(html: string, added: string, page: string): string {
  const charset = /<meta charset="[^"]*"\s*\/?>/.exec(html);
  if (!charset) throw new Error(`${page} does not say in which charset it is written`);
  const end = charset.index + charset[0].length;
  return html.slice(0, end) + added + html.slice(end);
}
