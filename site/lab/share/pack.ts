import type { LinkField, LinkProblem } from '../../../simulator/index.ts';

/** A shorter link is left as it is, to be read by people as well. */
const READABLE = 2000;
/** A shorter field is left as it is in any link. */
const SHORT = 200;

/** What is taken from a link at most: compressed, and unpacked. More is nobody's lab. */
const MOST_PACKED = 500_000;
const MOST_UNPACKED = 1_000_000;

/** The text of a link. In a long one, long fields are compressed into one: `z=`, base64url of raw deflate (RFC 4648, 1951). */
export async function packed(fields: readonly LinkField[]): Promise<string> {
  const whole = fields.map(({ text }) => text).join('&');
  const long = fields.filter(({ text, bulk }) => bulk && text.length > SHORT);
  if (whole.length <= READABLE || long.length === 0) return whole;
  const z = `z=${toBase64url(await deflated(long.map(({ text }) => text).join('&')))}`;
  return fields.flatMap((field) => (field === long[0] ? [z] : long.includes(field) ? [] : [field.text])).join('&');
}

export interface Unpacked {
  text: string;
  problems: LinkProblem[];
}

/** A link's text with its compressed fields spelt out. Never throws; takes no more of a field than a lab can need. */
export async function unpacked(text: string): Promise<Unpacked> {
  const problems: LinkProblem[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const part of text.split('&')) {
    const field = part.startsWith('z=') ? await unpackedField(part.slice(2)) : part;
    if (typeof field === 'string') parts.push(field);
    else problems.push({ code: field.problem, token: part, at });
    at += part.length + 1;
  }
  return { text: parts.join('&'), problems };
}

async function unpackedField(value: string): Promise<string | { problem: 'too-long' | 'bad-packing' }> {
  if (value.length > MOST_PACKED) return { problem: 'too-long' };
  try {
    return await inflated(fromBase64url(value));
  } catch (error) {
    return { problem: error instanceof RangeError ? 'too-long' : 'bad-packing' };
  }
}

/** The text of a link has only ASCII in it. */
async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @throws RangeError when it becomes too long, TypeError when it is not compressed text. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    if (text.length <= MOST_UNPACKED) continue;
    await reader.cancel();
    throw new RangeError('too long');
  }
  return text + decoder.decode();
}

/** A call takes only so many arguments. */
const CHUNK = 8192;

function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

/** @throws DOMException when it is none. */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}
