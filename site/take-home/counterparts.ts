import type { Planned } from '../../simulator/index.ts';
import type { End } from './run.ts';

type Doing = Planned['action'];
type Lacking = Pick<Extract<End, { why: 'no-counterpart' }>, 'what' | 'told'>;

/** What of the lab the containers have no counterpart of; `undefined`: they have, or it changes nothing that is asserted. */
export function lackingOf(action: Doing): Lacking | undefined {
  switch (action.kind) {
    case 'type':
      return redisCliIn(action.line) ? undefined : { what: 'typed', told: action.line };
    case 'interrupt':
      return { what: 'typed', told: action.signal };
    case 'link':
      return { what: 'link', told: `${action.event} ${action.from} ${action.to}` };
    case 'netem':
      return { what: 'link', told: `delay ${action.delay} ms, loss ${action.loss}: ${action.from} ${action.to}` };
    case 'slow':
      return { what: 'slow', told: `${action.host} × ${action.factor}` };
    case 'edit':
      if (/\.(java|class)$/.test(action.file)) return { what: 'java', told: `${action.host}/${action.file}` };
      return action.file.endsWith('.jar') ? { what: 'jar', told: `${action.host}/${action.file}` } : undefined;
    default:
      return undefined;
  }
}

/** The words behind `redis-cli` in a line that is nothing but one call of it; `undefined`: it is more, or something else. */
export function redisCliIn(line: string): readonly string[] | undefined {
  const [, rest] = /^\s*(?:\S*\/)?redis-cli(\s.*|)$/.exec(line) ?? [];
  if (rest === undefined) return undefined;
  const words: string[] = [];
  let left = rest.trimStart();
  while (left !== '') {
    const word = /^(?:'[^']*'|"[^"$`\\!]*"|[^\s'"\\$`;&|<>()*?[\]#~{}!])+(?=\s|$)/.exec(left)?.[0];
    if (word === undefined) return undefined;
    words.push(word.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''));
    left = left.slice(word.length).trimStart();
  }
  // Without a command it would wait for what is typed next.
  return words.length > 0 ? words : undefined;
}
