import { htmlParts } from '../html-parts.ts';
import { type Built, builtAt, wayTo } from './addresses.ts';

/** Attributes that may hold an address. What a reader sees, as a field's value or a title, is left as it is. */
const addressed = /^(?:href|src|[a-z]+-url|data-.+)$/;
const attribute = /(\s)([^\s"'<>/=]+)="([^"]*)"/g;

/** A built page whose links no longer say where the site is: every address from the server's root becomes a way. */
export function relocated(html: string, page: string, built: Built): string {
  const way = (address: string) => {
    const found = builtAt(address, built);
    return found && wayTo(page, found.path) + found.rest;
  };
  return html.replace(htmlParts, (part, opening?: string, name = '', rest = '') => {
    if (part.startsWith('<!--')) return part;
    if (opening === undefined) return inTag(part, page, way);
    if (name.toLowerCase() === 'style') return opening + relocatedStyle(rest, page, built);
    if (rooted(rest).some((address) => way(address) !== undefined))
      throw new Error(`${page}: a script in the page names an address from the root: ${rest.slice(0, 200)}`);
    return inTag(opening, page, way) + rest;
  });
}

/** A style sheet, or one that stands in a page, whose images and fonts are found relatively. */
export const relocatedStyle = (css: string, file: string, built: Built): string =>
  css.replace(/(url\(\s*["']?)(\/[^"')\s]+)/g, (all, before: string, address: string) => {
    const found = builtAt(address, built);
    return found ? before + wayTo(file, found.path) + found.rest : all;
  });

const rooted = (script: string): string[] =>
  [...script.matchAll(/["'`](\/[\w.-][^"'`\s]*)["'`]/g)].map(([, address]) => address as string);

type Way = (address: string) => string | undefined;

const inTag = (tag: string, page: string, way: Way): string =>
  tag.replace(attribute, (_all, space: string, name: string, value: string) => {
    return `${space}${name}="${inValue(name, value, page, way)}"`;
  });

/** Where an address may stand: as the whole value, in a list of images, or in what is handed to an island. */
function inValue(name: string, value: string, page: string, way: Way): string {
  if (name === 'props')
    return value.replace(/&quot;(\/[^&]*)&quot;/g, (all, address: string) => {
      const found = way(address);
      return found === undefined ? all : `&quot;${found}&quot;`;
    });
  if (name === 'srcset')
    return value.replace(/(^|,\s*)(\/[^\s,]+)/g, (_all, gap: string, one: string) => gap + must(one));
  if (!addressed.test(name) || !/^\/(?!\/)/.test(value)) return value;
  return name === 'href' || name === 'src' ? must(value) : (way(value) ?? value);

  function must(address: string): string {
    const found = way(address);
    if (found === undefined) throw new Error(`${page} links to ${address}, and nothing is there`);
    return found;
  }
}
