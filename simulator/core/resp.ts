/**
 * A reply of a Redis server, as it travels in RESP 2 (redis.io/docs/reference/protocol-spec). Texts are bytes, one
 * character each. Integers are kept as written: they may be larger than a JavaScript number is exact.
 */
export type Reply =
  | { type: 'status'; text: string }
  | { type: 'error'; text: string }
  | { type: 'integer'; text: string }
  | { type: 'bulk'; text: string | null }
  | { type: 'array'; items: Reply[] | null };

/** The bytes on the wire. */
export function encodeReply(reply: Reply): string {
  switch (reply.type) {
    case 'status':
      return `+${reply.text}\r\n`;
    case 'error':
      return `-${reply.text}\r\n`;
    case 'integer':
      return `:${reply.text}\r\n`;
    case 'bulk':
      return reply.text === null ? '$-1\r\n' : `$${reply.text.length}\r\n${reply.text}\r\n`;
    case 'array':
      return reply.items === null ? '*-1\r\n' : `*${reply.items.length}\r\n${reply.items.map(encodeReply).join('')}`;
  }
}
