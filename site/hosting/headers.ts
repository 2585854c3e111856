/** Only an exercise's own page may stand in other people's pages. */
const embeddable = /^(en|zh-cn)\/embed\//;

/**
 * The `_headers` file of Netlify, Cloudflare Pages and their like, from the paths of what was built. Their rules can
 * add to each other but not take back, so what may not be framed is named folder by folder.
 */
export function headersOf(paths: readonly string[]): string {
  const pages = paths.filter((path) => path.endsWith('index.html') && !embeddable.test(path));
  const folders = new Set(pages.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/')));
  const rules = [
    rule('/*', [
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

/** The door and the landing pages have folders below them that may be framed. */
const patternOf = (folder: string) => (folder.includes('/') ? `/${folder}/*` : `/${folder}${folder && '/'}`);

const rule = (pattern: string, headers: string[]) => [pattern, ...headers.map((header) => `  ${header}`)].join('\n');
