import { resolvePath } from '../../core/path.ts';
import { fitsStars } from '../../core/wildcard.ts';
import { namesIn, type Tree } from '../files/tree.ts';

/** Whether a name fits a pattern of `*`, `?` and `[…]`; a backslash makes the next character plain. */
export const fits = (pattern: string, name: string): boolean => fitsStars(pattern, name, fitsOne);

/** The offset after the one pattern character at `p` when it fits, else 0. */
function fitsOne(pattern: string, p: number, character: string): number {
  if (pattern[p] === '?') return p + 1;
  if (pattern[p] === '\\') return pattern[p + 1] === character ? p + 2 : 0;
  const set = pattern[p] === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(p, p + 100)) : null;
  if (!set) return pattern[p] === character ? p + 1 : 0;
  const [whole, not, members = ''] = set;
  return isIn(members, character) !== (not !== '') ? p + whole.length : 0;
}

function isIn(members: string, character: string): boolean {
  for (let i = 0; i < members.length; i++) {
    const range = members[i + 1] === '-' && i + 2 < members.length;
    if (range && (members[i] as string) <= character && character <= (members[i + 2] as string)) return true;
    if (!range && members[i] === character) return true;
    if (range) i += 2;
  }
  return false;
}

const SPECIAL = /(?:^|[^\\])(?:\\\\)*[*?[]/;

/** The paths that fit a pattern, sorted; none: the pattern stays as it is. Hidden names only fit a leading dot. */
export function pathsFitting(tree: Tree, cwd: string, pattern: string): string[] {
  if (!SPECIAL.test(pattern)) return [];
  let found = [pattern.startsWith('/') ? '/' : ''];
  const parts = pattern.split('/').filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    found = found.flatMap((base) => {
      const folder = resolvePath(cwd, base);
      const join = (name: string) => (base === '' || base.endsWith('/') ? `${base}${name}` : `${base}/${name}`);
      if (!SPECIAL.test(part)) {
        const name = part.replaceAll(/\\(.)/g, '$1');
        return part === '.' || part === '..' || tree.has(resolvePath(folder, name)) ? [join(name)] : [];
      }
      const names = (namesIn(tree, folder) ?? []).filter((name) => fits(part, name));
      return names
        .filter((name) => part.startsWith('.') || !name.startsWith('.'))
        .sort()
        .map(join);
    });
    if (index < parts.length - 1) found = found.filter((path) => tree.get(resolvePath(cwd, path))?.kind === 'folder');
  }
  return pattern.endsWith('/') ? found.map((path) => `${path}/`) : found;
}
