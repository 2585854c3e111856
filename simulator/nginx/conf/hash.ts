import { encode } from '../../core/utf8.ts';
import { type Cycle, faultAt, type Spot, warnAt } from './cycle.ts';

/** Why nginx cannot build one of its hashes, with the bucket size it names. */
interface HashFault {
  code: 'hash-bucket' | 'hash-max' | 'hash-large-bucket' | 'hash-optimal';
  size: number;
}

/** Says what nginx says where a hash cannot be built, or not well; `sizes` as set, before they are rounded up. */
export function reportHash(
  cycle: Cycle,
  spot: Spot,
  hash: string,
  keys: readonly string[],
  { max, size }: { max: number; size: number },
): void {
  const wrong = hashFault(keys, max, Math.ceil(size / CACHE_LINE) * CACHE_LINE);
  if (!wrong) return;
  const report = wrong.code === 'hash-optimal' ? warnAt : faultAt;
  report(cycle, spot, wrong.code, { hash, size: wrong.size, max });
}

const POINTER = 8;
const CACHE_LINE = 64;

/** ngx_hash_init (`core/ngx_hash.c`) on a 64-bit machine. */
function hashFault(keys: readonly string[], maxSize: number, bucketSize: number): HashFault | undefined {
  if (maxSize === 0) return { code: 'hash-max', size: 0 };
  if (bucketSize > 65536 - CACHE_LINE) return { code: 'hash-large-bucket', size: bucketSize };
  const elements = keys.map((key) => {
    const bytes = encode(key);
    const hash = bytes.reduce((sum, byte) => BigInt.asUintN(64, sum * 31n + BigInt(byte)), 0n);
    return { size: POINTER + Math.ceil((bytes.length + 2) / POINTER) * POINTER, hash };
  });
  if (elements.some(({ size }) => bucketSize < size + POINTER)) return { code: 'hash-bucket', size: bucketSize };
  const room = bucketSize - POINTER;
  const first = Math.max(1, Math.floor(elements.length / Math.floor(room / (2 * POINTER))));
  const start = maxSize > 10000 && elements.length > 0 && maxSize / elements.length < 100 ? maxSize - 1000 : first;
  for (let size = start; size <= maxSize; size++) if (fits(elements, size, room)) return undefined;
  return { code: 'hash-optimal', size: bucketSize };
}

function fits(elements: readonly { size: number; hash: bigint }[], size: number, room: number): boolean {
  const buckets = new Map<bigint, number>();
  return elements.every((element) => {
    const bucket = element.hash % BigInt(size);
    const length = (buckets.get(bucket) ?? 0) + element.size;
    buckets.set(bucket, length);
    return length <= room;
  });
}
