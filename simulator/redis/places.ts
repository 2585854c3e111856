import type { Place } from '../core/text.ts';
import { lower } from './conf/values.ts';
import type { Redis, Server } from './host.ts';
import type { Refusal } from './notes.ts';
import { nameOf } from './persistence/files.ts';

/** The line that set one of these directives, the first that has one; none: they hold by default, or CONFIG SET changed them. */
export function placed(host: Redis, { values, cwd }: Server, ...names: readonly string[]): { place?: Place } {
  for (const name of names) {
    const place = values.places.get(name);
    if (place) return { place: { ...place, file: nameOf(host, cwd, place.file) } };
  }
  return {};
}

/** The directives by which the gate refuses; `rename-command` goes with the command's own name. */
export function refusedBy(refusal: Refusal, [name = '']: readonly string[]): readonly string[] {
  switch (refusal) {
    case 'unknown':
      return [`rename-command ${lower(name)}`];
    case 'noauth':
      return ['requirepass'];
    case 'noperm':
      return ['user'];
    case 'oom':
      return ['maxmemory'];
    case 'misconf':
      return ['stop-writes-on-bgsave-error', 'save'];
    case 'readonly':
      return ['slaveof', 'replicaof'];
    default:
      return [];
  }
}
