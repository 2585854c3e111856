import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { inOrder } from '../console/kept.ts';
import { find, put, read, remove } from '../keyspace.ts';
import { readNumber } from '../numbers.ts';
import { notify } from '../publish.ts';
import { bulks, error, integer, ONE, SYNTAX_ERROR, WRONG_TYPE, ZERO } from '../replies.ts';

/** Unions, intersections and differences of sets, and a member that changes sets (t_set.c). */
export const setUnionCommands: Record<string, Handler> = {
  sunion: (call) => told(call, union),
  sinter: (call) => told(call, intersection),
  sdiff: (call) => told(call, difference),
  sunionstore: (call) => kept(call, union),
  sinterstore: (call) => kept(call, intersection),
  sdiffstore: (call) => kept(call, difference),
  sintercard,
  smove,
};

type Combination = (sets: readonly (readonly string[])[]) => readonly string[];

const union: Combination = (sets) => [...new Set(sets.flat())];
const intersection: Combination = ([first = [], ...others]) =>
  first.filter((member) => others.every((other) => other.includes(member)));
const difference: Combination = ([first = [], ...others]) =>
  first.filter((member) => !others.some((other) => other.includes(member)));

/** The members at each key, none where there is no key; every key's type counts, whatever the others hold. */
function setsAt(call: Call, keys: readonly string[]): (readonly string[])[] | undefined {
  const entries = keys.map((key) => read(call, key));
  const sets = entries.flatMap((entry) => (!entry ? [[]] : entry.type === 'set' ? [entry.value] : []));
  return sets.length === keys.length ? sets : undefined;
}

function told(call: Call, combination: Combination): Reply {
  const sets = setsAt(call, call.argv.slice(1));
  return sets ? bulks(inOrder([...combination(sets)])) : WRONG_TYPE;
}

function kept(call: Call, combination: Combination): Reply {
  const { argv, server, db, out } = call;
  const key = arg(call, 1);
  const sets = setsAt(call, argv.slice(2));
  if (!sets) return WRONG_TYPE;
  const members = inOrder([...combination(sets)]);
  if (members.length > 0) {
    put(call, key, { type: 'set', value: members }, null);
    notify(server, db, 's', (argv[0] ?? '').toLowerCase(), key, out);
  } else if (remove(call, key)) notify(server, db, 'g', 'del', key, out);
  return integer(members.length);
}

/** SINTERCARD numkeys key … [LIMIT limit]. */
function sintercard(call: Call): Reply {
  const { argv, host } = call;
  const count = readNumber(host.version, arg(call, 1));
  if (count === null || count < 1) return error('ERR numkeys should be greater than 0');
  if (count > argv.length - 2) return error("ERR Number of keys can't be greater than number of args");
  let limit = 0;
  for (let i = 2 + count; i < argv.length; i += 2) {
    if (arg(call, i).toLowerCase() !== 'limit' || i + 1 >= argv.length) return SYNTAX_ERROR;
    const value = readNumber(host.version, arg(call, i + 1));
    if (value === null || value < 0) return error("ERR LIMIT can't be negative");
    limit = value;
  }
  const sets = setsAt(call, argv.slice(2, 2 + count));
  if (!sets) return WRONG_TYPE;
  const { length } = intersection(sets);
  return integer(limit === 0 ? length : Math.min(limit, length));
}

/** SMOVE source destination member: without a source, the destination's type does not matter. */
function smove(call: Call): Reply {
  const { server, db, out } = call;
  const [from, to, member] = [arg(call, 1), arg(call, 2), arg(call, 3)];
  const [source, target] = [find(call, from), find(call, to)];
  if (!source) return ZERO;
  if (source.type !== 'set' || (target && target.type !== 'set')) return WRONG_TYPE;
  if (!source.value.includes(member)) return ZERO;
  if (from === to) return ONE;
  const left = source.value.filter((other) => other !== member);
  notify(server, db, 's', 'srem', from, out);
  if (left.length > 0) put(call, from, { type: 'set', value: left }, source.expireAt);
  else if (remove(call, from)) notify(server, db, 'g', 'del', from, out);
  if (target?.value.includes(member)) return ONE;
  put(call, to, { type: 'set', value: inOrder([...(target?.value ?? []), member]) }, target?.expireAt ?? null);
  notify(server, db, 's', 'sadd', to, out);
  return ONE;
}
