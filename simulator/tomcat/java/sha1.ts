/** SHA-1 (FIPS 180-4) of bytes, one character each, as 20 bytes. */
export function sha1(bytes: string): number[] {
  const blocks = padded(bytes);
  let [a0, b0, c0, d0, e0] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const w = new Int32Array(80);
  for (let block = 0; block < blocks.length; block += 16) {
    for (let i = 0; i < 16; i++) w[i] = blocks[block + i] as number;
    for (let i = 16; i < 80; i++)
      w[i] = rotated(word(w, i - 3) ^ word(w, i - 8) ^ word(w, i - 14) ^ word(w, i - 16), 1);
    let [a, b, c, d, e] = [a0, b0, c0, d0, e0];
    for (let i = 0; i < 80; i++) {
      const next = (rotated(a, 5) + choice(i, b, c, d) + e + word(w, i) + constantOf(i)) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a0, b0, c0, d0, e0] = [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0, (e0 + e) | 0];
  }
  return [a0, b0, c0, d0, e0].flatMap((half) => [half >>> 24, (half >>> 16) & 0xff, (half >>> 8) & 0xff, half & 0xff]);
}

const word = (w: Int32Array, i: number) => w[i] as number;
const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function choice(i: number, b: number, c: number, d: number) {
  if (i < 20) return (b & c) | (~b & d);
  return i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

const constantOf = (i: number) => [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(i / 20)] as number;

/** The message as 32-bit words: a one bit, zeros, and its length in bits at the end of the last block. */
function padded(bytes: string): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < bytes.length; i++)
    words[i >> 2] = word(words, i >> 2) | (bytes.charCodeAt(i) << (24 - (i & 3) * 8));
  const end = bytes.length;
  words[end >> 2] = word(words, end >> 2) | (0x80 << (24 - (end & 3) * 8));
  words[words.length - 2] = Math.floor(end / 0x20000000);
  words[words.length - 1] = end << 3;
  return words;
}
