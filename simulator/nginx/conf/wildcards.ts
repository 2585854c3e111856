import { lowerAscii } from './script.ts';

/** Names as nginx's hashes of host names take them: exact, `*.example.com`, `.example.com`, `www.example.*`. */
export interface WildcardKeys {
  exact: Set<string>;
  head: Set<string>;
  tail: Set<string>;
}

export const newWildcardKeys = (): WildcardKeys => ({ exact: new Set(), head: new Set(), tail: new Set() });

/** ngx_hash_add_key with NGX_HASH_WILDCARD_KEY: `declined`: no such name can be; `busy`: it is there already. */
export function addWildcardKey(keys: WildcardKeys, name: string): 'ok' | 'declined' | 'busy' {
  const key = lowerAscii(name);
  const stars = key.split('*').length - 1;
  if (stars > 1 || key.includes('..') || key.includes('\0')) return 'declined';
  if (key.length > 1 && key[0] === '.') {
    const bare = key.slice(1);
    if (!add(keys.exact, bare)) return 'busy';
    return add(keys.head, bare) ? 'ok' : 'busy';
  }
  if (key.length > 2 && key.startsWith('*.')) return add(keys.head, key.slice(2)) ? 'ok' : 'busy';
  if (key.length > 2 && key.endsWith('.*')) return add(keys.tail, key.slice(0, -2)) ? 'ok' : 'busy';
  if (stars > 0) return 'declined';
  return add(keys.exact, key) ? 'ok' : 'busy';
}

function add(set: Set<string>, key: string): boolean {
  if (set.has(key)) return false;
  set.add(key);
  return true;
}
