import { type CommandSpec, commandsOf } from '../../simulator/redis/commands/table.ts';
import { type RedisVersion, taskIn } from '../../simulator/redis/redis.ts';
import { RedisLab } from '../support/redis-lab.ts';
import { workOut } from './redis-replies.ts';

/**
 * What becomes of a command of the real program: done here; done here and worked out by ioredis-mock; some of its uses
 * are told to be missing; all of them.
 */
export type CommandFate = 'modelled' | 'library' | 'partly' | 'missing';

/**
 * Every command of a version with its fate, found by asking each of a running lab. One that does nothing without a
 * second word is told by those it knows: `config|get`.
 */
export async function redisFates(version: RedisVersion): Promise<Record<string, CommandFate>> {
  const fates: Record<string, CommandFate> = {};
  for (const spec of commandsOf(version).values()) {
    const alone = !spec.subcommands || Math.abs(spec.arity) === 1;
    for (const one of [...(alone ? [spec] : []), ...(spec.subcommands?.values() ?? [])])
      fates[one.name] = await fateOf(version, one);
  }
  return fates;
}

const ADDRESS = 'asker';

/** One key of each type, and one that is not there. */
const keys = ['string', 'list', 'hash', 'set', 'zset', 'none'];
const fillers = ['1', 'before'];
const filling = [
  ['SET', 'string', '1'],
  ['RPUSH', 'list', '1', '2'],
  ['HSET', 'hash', '1', '1'],
  ['SADD', 'set', '1', '2'],
  ['ZADD', 'zset', '1', '1'],
];

async function fateOf(version: RedisVersion, spec: CommandSpec): Promise<CommandFate> {
  const lab = new RedisLab(version, { 'redis.conf': version === '3.2.1' ? '' : 'enable-debug-command yes\n' });
  let elsewhere = false;
  lab.compute = (asked) => {
    elsewhere = taskIn(asked.world) !== undefined;
    return workOut(asked);
  };
  lab.execute(['./src/redis-server', './redis.conf'], `/opt/redis-${version}`);
  for (const words of filling) await answer(lab, words);
  const answers: string[] = [];
  let library = false;
  for (const filler of fillers)
    for (const key of keys) {
      answers.push(await answer(lab, wordsOf(spec, key, filler)));
      library ||= elsewhere;
    }
  const missing = answers.filter((text) => text.startsWith('-UNMODELLED')).length;
  if (missing === 0) return library ? 'library' : 'modelled';
  return missing === answers.length ? 'missing' : 'partly';
}

async function answer(lab: RedisLab, words: string[]): Promise<string> {
  await lab.writeFrom(ADDRESS, [words], { from: '127.0.0.1', to: '127.0.0.1:6379' });
  return lab.take(ADDRESS);
}

/** As few words as the command takes: the key where its table says so, and one word again and again. */
function wordsOf({ name, arity, keys: [first] }: CommandSpec, key: string, filler: string): string[] {
  const words = name.split('|');
  const count = Math.max(Math.abs(arity), words.length);
  const rest = Array.from({ length: count - words.length }, () => filler);
  const all = [...words, ...rest];
  if (first > 0 && first < all.length) all[first] = key;
  else if (words.length === 2 && all.length > 2) all[2] = key;
  return all;
}
