import { createHash } from 'node:crypto';
import { htmlParts } from '../html-parts.ts';

/** What a page may do, as the directives of a content security policy. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/** The frames of exercises, which may stand in pages of others; some of those give them no origin of their own. */
export const embeddable = /^(en|zh-cn)\/embed\//;
/** Around an exercise in a learning platform: its record store lives anywhere. */
const tellsStores = /^(en|zh-cn)\/lms\/cmi5\//;

/** Who may make HTML and addresses of scripts from text: `site/inline/trusted.js`, Svelte, and the editor's parts. */
const trusted = {
  everywhere: ['default'],
  withLab: [
    'svelte-trusted-html',
    'defaultWorkerFactory',
    'diffEditorWidget',
    'diffReview',
    'domLineBreaksComputer',
    'dompurify',
    'editorGhostText',
    'editorViewLayer',
    'richScreenReaderContent',
    'standaloneColorizer',
    'stickyScrollViewLayer',
    'tokenizeToString',
  ],
};

/** The policy of a built page: nothing that it does not need. `path` is its file, from the site's root. */
export function policyOf(html: string, path: string): Policy {
  const { scripts, styles, attributes } = inlineOf(html);
  const withLab = html.includes('<astro-island');
  return {
    'default-src': ["'self'"],
    // The search index is read by WebAssembly.
    'script-src': ["'self'", ...(html.includes('<site-search') ? ["'wasm-unsafe-eval'"] : []), ...scripts.map(hash)],
    'style-src': ["'self'", ...(withLab ? ["'unsafe-inline'"] : stylesOnly(styles, attributes))],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(tellsStores.test(path) ? ['https:', 'http:'] : [])],
    // Where a frame has no origin, only a script that is made there may begin a thread.
    'worker-src': ["'self'", ...(embeddable.test(path) ? ['blob:'] : [])],
    'object-src': ["'none'"],
    'base-uri': [path === '404.html' ? "'self'" : "'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': [...trusted.everywhere, ...(withLab ? trusted.withLab : [])],
  };
}

/** What any of these pages may: for a header that comes with all of them, whose pages say the rest themselves. */
export function policyOfAll(policies: readonly Policy[]): Policy {
  const all: Record<string, Set<string>> = {};
  for (const policy of policies)
    for (const [directive, sources] of Object.entries(policy)) {
      all[directive] ??= new Set();
      for (const source of sources) all[directive].add(source);
    }
  return Object.fromEntries(Object.entries(all).map(([directive, sources]) => [directive, joined([...sources])]));
}

/** `'none'` says so alone; hashes would take `'unsafe-inline'` back. */
function joined(sources: string[]): string[] {
  const some = sources.length > 1 ? sources.filter((source) => source !== "'none'") : sources;
  if (!some.includes("'unsafe-inline'")) return some;
  return some.filter((source) => source !== "'unsafe-hashes'" && !source.startsWith("'sha256-"));
}

/** As it stands in a header or a `<meta>`. */
export const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/** The page, which says its policy before anything else in it counts. */
export function withPolicy(html: string, policy: Policy, path: string): string {
  const charset = /<meta charset="[^"]*"\s*\/?>/.exec(html);
  if (!charset) throw new Error(`${path} does not say in which charset it is written`);
  const end = charset.index + charset[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${written(policy)}">`;
  return html.slice(0, end) + meta + html.slice(end);
}

function stylesOnly(styles: readonly string[], attributes: readonly string[]): string[] {
  const ofAttributes = attributes.length > 0 ? ["'unsafe-hashes'", ...attributes.map(hash)] : [];
  return [...styles.map(hash), ...ofAttributes];
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const styleAttribute = /\sstyle="([^"]*)"/;

/** The scripts, the styles and the style attributes that are written into a page, each once. */
function inlineOf(html: string): Record<'scripts' | 'styles' | 'attributes', string[]> {
  const [scripts, styles, attributes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [part, opening = part, name = '', rest = ''] of html.matchAll(htmlParts)) {
    if (part.startsWith('<!--')) continue;
    const text = rest.slice(0, rest.lastIndexOf('</'));
    if (name.toLowerCase() === 'script' && !/\ssrc=/.test(opening)) scripts.add(text);
    if (name.toLowerCase() === 'style') styles.add(text);
    const style = styleAttribute.exec(opening)?.[1];
    if (style !== undefined) attributes.add(unescaped(style));
  }
  return { scripts: [...scripts], styles: [...styles], attributes: [...attributes] };
}

const unescaped = (value: string): string =>
  value.replace(/&(amp|quot|#34|#39|lt|gt);/g, (_all, name: string) => entities[name] ?? '');
const entities: Record<string, string> = { amp: '&', quot: '"', '#34': '"', '#39': "'", lt: '<', gt: '>' };
