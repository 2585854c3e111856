type Pairs = Map<string, unknown> | Record<string, unknown>;

const flat = (pairs: Pairs): unknown[] => (pairs instanceof Map ? [...pairs].flat() : Object.entries(pairs).flat());
const isPairs = (value: unknown): value is Pairs =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

const mset = (args: unknown[]) => (args.length === 1 && isPairs(args[0]) ? flat(args[0]) : args);
const hset = (args: unknown[]) => (args.length === 2 && isPairs(args[1]) ? [args[0], ...flat(args[1])] : args);

function hgetall(reply: unknown): unknown {
  if (!Array.isArray(reply)) return reply;
  const fields: Record<string, unknown> = {};
  for (let at = 0; at < reply.length; at += 2) fields[String(reply[at])] = reply[at + 1];
  return fields;
}

/** How the client library turns objects into words, and answers into objects. */
export default { _transformer: { argument: { mset, msetnx: mset, hset, hmset: hset }, reply: { hgetall } } };
