import type { Reply } from '../../simulator/core/resp.ts';

/** The replies in recorded RESP bytes, one character a byte. */
export function repliesIn(bytes: string): Reply[] {
  const replies: Reply[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { reply, end } = replyAt(bytes, at);
    replies.push(reply);
    at = end;
  }
  return replies;
}

function replyAt(bytes: string, at: number): { reply: Reply; end: number } {
  const lineEnd = bytes.indexOf('\r\n', at);
  const text = bytes.slice(at + 1, lineEnd);
  const end = lineEnd + 2;
  const length = Number(text);
  switch (bytes[at]) {
    case '+':
      return { reply: { type: 'status', text }, end };
    case '-':
      return { reply: { type: 'error', text }, end };
    case ':':
      return { reply: { type: 'integer', text }, end };
    case '$':
      if (length < 0) return { reply: { type: 'bulk', text: null }, end };
      return { reply: { type: 'bulk', text: bytes.slice(end, end + length) }, end: end + length + 2 };
    case '*':
      return length < 0 ? { reply: { type: 'array', items: null }, end } : arrayAt(bytes, end, length);
    default:
      throw new Error(`no RESP at ${at}: ${JSON.stringify(bytes.slice(at, at + 20))}`);
  }
}

function arrayAt(bytes: string, at: number, length: number): { reply: Reply; end: number } {
  const items: Reply[] = [];
  for (let i = 0; i < length; i++) {
    const { reply, end } = replyAt(bytes, at);
    items.push(reply);
    at = end;
  }
  return { reply: { type: 'array', items }, end: at };
}
