import { remembered } from '../core/remembered.ts';
import { utf8 } from './balance/crc32.ts';

/** The URI of a request line, taken apart and normalised (`ngx_http_parse_complex_uri`). */
export interface ParsedUri {
  /** Decoded path, `//` merged, `.` and `..` resolved. */
  path: string;
  args: string;
  /** The path had escapes or spaces. */
  quoted: boolean;
}

/** `undefined` for what nginx answers with 400: a bad escape, or `..` above the root. */
export const parseUri = (target: string, mergeSlashes: boolean): ParsedUri | undefined =>
  mergeSlashes ? parseMerging(target) : parse(target, false);

const parseMerging = remembered((target) => parse(target, true));

function parse(target: string, mergeSlashes: boolean): ParsedUri | undefined {
  const withoutHost = target.replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const [beforeHash = ''] = withoutHost.split('#');
  const question = beforeHash.indexOf('?');
  const raw = question < 0 ? beforeHash : beforeHash.slice(0, question);
  const args = question < 0 ? '' : beforeHash.slice(question + 1);
  if (!raw.startsWith('/')) return undefined;
  const decoded = decode(raw);
  const path = decoded === undefined ? undefined : normalise(decoded, mergeSlashes);
  return path === undefined ? undefined : { path, args, quoted: raw.includes('%') || raw.includes(' ') };
}

/** `%XX` undone; bytes that are not UTF-8 are kept as they are. `undefined`: a bad escape or a NUL. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  if (/%(?![0-9a-fA-F]{2})|%00/.test(text)) return undefined;
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  });
}

function normalise(path: string, mergeSlashes: boolean): string | undefined {
  if (!/\/\/|\/\./.test(path)) return path;
  const segments = path.slice(1).split('/');
  const out: string[] = [];
  for (const [i, segment] of segments.entries()) {
    const last = i === segments.length - 1;
    if (segment === '..') {
      if (out.length === 0) return undefined;
      out.pop();
      if (last) out.push('');
    } else if (segment === '.') {
      if (last) out.push('');
    } else if (segment !== '' || last || !mergeSlashes) out.push(segment);
  }
  return `/${out.join('/')}`;
}

/** Escapes a path for a request line (`ngx_escape_uri`, NGX_ESCAPE_URI, since 1.21.1 with the brackets and quotes). */
export function escapeUri(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the bytes nginx escapes
  return path.replace(/[\x00-\x20"#%<>?\\^`{|}\x7f-\u{10ffff}]/gu, (character) =>
    utf8(character)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
