/** By flag and source. Whoever edits makes ever new ones, and memory has an end. */
const compiled = new Map<string, RegExp>();
const MOST = 1000;

/**
 * The regular expression nginx would give to PCRE. What JavaScript cannot read matches nothing; `nginx -t` of the
 * lab has refused what PCRE would refuse.
 */
export function regex(source: string, ignoreCase: boolean): RegExp {
  const key = ignoreCase ? `i${source}` : `c${source}`;
  const known = compiled.get(key);
  if (known) return known;
  const inline = /^\(\?i\)/.test(source);
  const translated = (inline ? source.slice(4) : source).replaceAll('(?P<', '(?<');
  const made =
    tryRegex(translated, ignoreCase || inline ? 'iu' : 'u') ??
    tryRegex(translated, ignoreCase || inline ? 'i' : '') ??
    /(?!)/;
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(key, made);
  return made;
}

function tryRegex(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
