import type { Range } from '../../core/text.ts';
import { type Conf, fault, spotOf } from './cycle.ts';

/** ngx_shared_memory_add: a zone by name; `size` 0 only mentions one that is declared elsewhere. */
export function addZone(conf: Conf, name: string, size: number, tag: string, range: Range): boolean {
  const { zones } = conf.cycle;
  const known = zones.get(name);
  if (!known) {
    zones.set(name, { name, size, tag, spot: spotOf(conf.directive, range) });
    return true;
  }
  if (known.tag !== tag) fault(conf, 'zone-use', { value: name }, range);
  else if (known.size && size && known.size !== size) {
    fault(conf, 'zone-size-conflict', { value: name, size, declared: known.size }, range);
  } else {
    known.size ||= size;
    return true;
  }
  return false;
}
