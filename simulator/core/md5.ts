/** MD5 (RFC 1321) of bytes, one character each; the digest's 16 bytes in the same form. */
export function md5(bytes: string): string {
  const words = padded(bytes);
  let [a, b, c, d] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < words.length; at += 16) {
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mixed =
        round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = words[at + ((i * (factors[round] as number) + (offsets[round] as number)) & 15)] as number;
      const sum = (a + mixed + (sines[i] as number) + word) | 0;
      const turn = turns[round * 4 + (i & 3)] as number;
      [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
    }
    a = (a + a0) | 0;
    b = (b + b0) | 0;
    c = (c + c0) | 0;
    d = (d + d0) | 0;
  }
  return [a, b, c, d].map(littleEndian).join('');
}

const factors = [1, 5, 3, 7];
const offsets = [0, 1, 5, 0];
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/** The bytes as 32-bit words, with a 1 bit, zeros and the length in bits behind them. */
function padded(bytes: string): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < bytes.length; i++)
    words[i >> 2] = (words[i >> 2] as number) | (bytes.charCodeAt(i) << ((i & 3) * 8));
  const end = bytes.length;
  words[end >> 2] = (words[end >> 2] as number) | (0x80 << ((end & 3) * 8));
  words[words.length - 2] = end << 3;
  words[words.length - 1] = end >>> 29;
  return words;
}

const littleEndian = (word: number) =>
  String.fromCharCode(word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24);
