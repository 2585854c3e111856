import type { Block, Conf } from '../cycle.ts';
import { blocks } from './blocks.ts';
import { cache } from './cache.ts';
import { generic } from './generic.ts';
import { limits } from './limits.ts';
import { listen } from './listen.ts';
import { log } from './log.ts';
import { main } from './main.ts';
import { others } from './others.ts';
import { proxy } from './proxy.ts';
import { rewrite } from './rewrite.ts';
import { server } from './server.ts';
import { upstream } from './upstream.ts';

/** What nginx does with a directive when it has read it: checks it and remembers it. */
export type Setter = (conf: Conf) => Block | undefined | void;

let all: ReadonlyMap<string, Setter> | undefined;

/** The setters by the directive table's kind of value. */
export function setters(): ReadonlyMap<string, Setter> {
  const groups = [generic, main, server, listen, upstream, proxy, cache, rewrite, blocks, log, limits, others];
  all ??= new Map(groups.flatMap((group) => Object.entries(group)));
  return all;
}
