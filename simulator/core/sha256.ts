/** The first 32 bits behind the point of the roots of the first primes: square roots to begin with, cube roots for the rounds. */
const primes: readonly number[] = firstPrimes(64);
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
const START: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)) | 0);
const ROUNDS: readonly number[] = primes.map((prime) => fraction(Math.cbrt(prime)) | 0);

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** SHA-256 (FIPS 180-4) of a text of bytes, one character each, in 64 hexadecimal digits. */
export function sha256(bytes: string): string {
  const words = padded(bytes);
  let state = [...START];
  for (let block = 0; block < words.length; block += 16) state = compress(state, words.slice(block, block + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function padded(bytes: string): number[] {
  const words: number[] = Array(((bytes.length + 8) >> 6) * 16 + 16).fill(0);
  const or = (at: number, byte: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  };
  for (let at = 0; at < bytes.length; at++) or(at, bytes.charCodeAt(at) & 0xff);
  or(bytes.length, 0x80);
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let i = 16; i < 64; i++) {
    const [a = 0, b = 0] = [w[i - 15], w[i - 2]];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] ?? 0)) | 0);
}
