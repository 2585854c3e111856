/** Readable in a link and without meaning for whoever finds links in texts. The rest of what is not a letter is escaped. */
const READABLE = /%(?:2F|3F|3A|3D|3B|24)/g;

/** Half of a pair of surrogates: no UTF-8 has it, so it is written as `%uD83D`. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as part of a link: letters, digits and `-._~/?:=;$` as they are, everything else as `%` and hexadecimal digits. */
export function escapeText(text: string): string {
  return escapeName(text).replace(READABLE, (escaped) => decodeURIComponent(escaped));
}

/** The same for a name, which ends at the next sign of the link's own. */
export function escapeName(name: string): string {
  const pieces = name.split(LONE);
  const lone = name.match(LONE) ?? [];
  return pieces.map((piece, i) => escapeWellFormed(piece) + loneEscape(lone[i])).join('');
}

const escapeWellFormed = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const loneEscape = (half: string | undefined) =>
  half === undefined ? '' : `%u${half.charCodeAt(0).toString(16).toUpperCase()}`;

/** What was escaped; `undefined`: no text escapes to that. */
export function unescaped(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return text
      .split(/(%u[dD][89a-fA-F][0-9a-fA-F]{2})/)
      .map((piece, i) =>
        i % 2 === 1 ? String.fromCharCode(Number.parseInt(piece.slice(2), 16)) : decodeURIComponent(piece),
      )
      .join('');
  } catch {
    return undefined;
  }
}

/** A number as a link has it: 0 or more, not in powers of ten. `undefined`: it is none, or larger than `most`. */
export function numberIn(text: string, most: number): number | undefined {
  if (!/^\d{1,16}(?:\.\d{1,30})?$/.test(text)) return undefined;
  const number = Number(text);
  return number <= most ? number : undefined;
}
