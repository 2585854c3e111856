import type { Traits } from '../version.ts';

export type ProtocolKind = 'http' | 'ajp' | 'unknown';

/** Names under which a connector's protocol is known; AJP's besides. */
const httpProtocols: readonly string[] = [
  'HTTP/1.1',
  'org.apache.coyote.http11.Http11NioProtocol',
  'org.apache.coyote.http11.Http11Nio2Protocol',
];

/** What a connector's `protocol` makes of it. */
export function protocolKind(protocol = 'HTTP/1.1', { twoLineLog }: Traits): ProtocolKind {
  if (httpProtocols.includes(protocol) || (twoLineLog && protocol === 'org.apache.coyote.http11.Http11Protocol'))
    return 'http';
  return protocol === 'AJP/1.3' || protocol.startsWith('org.apache.coyote.ajp.') ? 'ajp' : 'unknown';
}
