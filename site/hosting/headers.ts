import { embeddable } from './policy.ts';

/**
 * The `_headers` file of Netlify, Cloudflare Pages and their like, from the paths of what was built and the policy of
 * all pages. Their rules can add to each other but not take back, so what may not be framed is named folder by folder.
 */
export function headersOf(paths: readonly string[], policy: string): string {
  const pages = paths.filter((path) => path.endsWith('index.html') && !embeddable.test(path));
  const folders = new Set(pages.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/')));
  const rules = [
    rule('/*', [
      `Content-Security-Policy: ${policy}`,
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin-when-cross-origin',
      'Access-Control-Allow-Origin: *',
    ]),
    rule('/_astro/*', ['Cache-Control: public, max-age=31536000, immutable']),
    ...[...folders]
      .sort()
      .map((folder) => rule(patternOf(folder), ["Content-Security-Policy: frame-ancestors 'self'"])),
  ];
  return `${rules.join('\n')}\n`;
}

/** The same policy for nginx, which includes it where it says the other headers. */
export const nginxPolicy = (policy: string): string =>
  `# Written by the build, for these pages: hosting/nginx.conf includes it.\nadd_header Content-Security-Policy "${policy}" always;\n`;

/** The door and the landing pages have folders below them that may be framed. */
const patternOf = (folder: string) => (folder.includes('/') ? `/${folder}/*` : `/${folder}${folder && '/'}`);

const rule = (pattern: string, headers: string[]) => [pattern, ...headers.map((header) => `  ${header}`)].join('\n');
