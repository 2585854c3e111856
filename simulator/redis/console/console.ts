import RedisMock from 'ioredis-mock';
import type { Computed } from '../computing.ts';
import { error } from '../replies.ts';
import { type Kept, toKept, toValue } from './kept.ts';
import type { AtTime, Console } from './open.ts';
import { toReply } from './reply.ts';

/** What of ioredis-mock is used: its commands, and the map behind them. */
interface Mock {
  data: {
    get(key: string): Kept | undefined;
    set(key: string, value: Kept): void;
    keys(): string[];
    clear(): void;
  };
  [command: string]: unknown;
}

/**
 * Opens a console. Texts are bytes, one character each, on both sides. The mock's effects happen within the call, so
 * that the time only has to stand still for that long.
 */
export function openConsole(at: AtTime): Console {
  const mock = new (RedisMock as unknown as new (options: object) => Mock)({ host: 'lab', port: 0, lazyConnect: true });
  return async ({ argv, keys, now }) => {
    const [name = '', key = '', ...words] = argv;
    const command = mock[name.toLowerCase()];
    if (typeof command !== 'function') return { reply: error(`UNMODELLED ${name}`), changes: [] };
    mock.data.clear();
    const before = new Map(keys.filter(([, value]) => value.type !== 'string'));
    for (const [key, value] of before) mock.data.set(named(key), toKept(value));
    try {
      const answer = await at(now, () => command.call(mock, named(key), ...words) as Promise<unknown>);
      return { reply: toReply(name.toLowerCase(), answer), changes: changesIn(mock, before) };
    } catch (problem) {
      return { reply: error(messageOf(problem)), changes: [] };
    }
  };
}

/** The mock keeps its keys in an object: every name gets a letter before it, so that none is special. */
const named = (key: string) => `k${key}`;

function changesIn({ data }: Mock, before: ReadonlyMap<string, unknown>): Computed['changes'] {
  const after = new Map(data.keys().map((key) => [key.slice(1), toValue(data.get(key))]));
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key): [string, null] => [key, null]);
  const changed = [...after].filter(
    ([key, value]) => value !== null && JSON.stringify(value) !== JSON.stringify(before.get(key)),
  );
  const emptied = [...after].filter(([key, value]) => value === null && before.has(key));
  return [...gone, ...changed, ...emptied];
}

const messageOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message.replace(/^(?![A-Z]+ )/, 'ERR ') : 'ERR';
