import { type Crowd, MOST_IN_CROWD, type Origin, type Traffic } from '../../client/crowd.ts';
import type { Script } from '../../client/script.ts';
import { isAddress } from './address.ts';
import { isRecord, parsed } from './parsed.ts';

/** More crowds, or pages of a round, than this nobody can want. */
const MOST_CROWDS = 4;
const MOST_PAGES = 20;

/** Virtual ms: eleven days. */
const LONGEST = 1e9;

/** Traffic, read from JSON that anybody may have written; `undefined`: it is none. */
export function trafficIn(json: string): Traffic | undefined {
  const read = parsed(json);
  if (!isRecord(read) || !Number.isSafeInteger(read['seed'])) return undefined;
  const { crowds, script } = read;
  if (!Array.isArray(crowds) || crowds.length > MOST_CROWDS || !crowds.every(isCrowd)) return undefined;
  if (new Set(crowds.map(({ name }) => name)).size < crowds.length) return undefined;
  return script === undefined || isScript(script) ? (read as unknown as Traffic) : undefined;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LONGEST;

function isCrowd(value: unknown): value is Crowd {
  if (!isRecord(value)) return false;
  const { name, size, from, cookies } = value;
  const many = typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= MOST_IN_CROWD;
  return (
    typeof name === 'string' && /^\p{L}{1,16}$/u.test(name) && many && isOrigin(from) && typeof cookies === 'boolean'
  );
}

function isOrigin(value: unknown): value is Origin {
  if (!isRecord(value)) return false;
  const { kind, address, net } = value;
  if (kind === 'nat' || kind === 'proxy') return typeof address === 'string' && isAddress(address);
  return kind === 'spread' || (kind === 'subnet' && typeof net === 'string' && isAddress(`${net}.0`));
}

function isScript(value: unknown): value is Script {
  if (!isRecord(value)) return false;
  const { every, spread, jitter, think, pages, login, patience } = value;
  const times = [every, spread, jitter, think, patience ?? 0].every(isTime);
  const paths = Array.isArray(pages) && pages.length <= MOST_PAGES && pages.every((page) => typeof page === 'string');
  return times && paths && (login === 'never' || login === 'once' || login === 'each-round');
}
